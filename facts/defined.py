"""Terms by which a measure says who it is for (总部企业, A类) -> what the document's definition of them asks for, with its clause."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from facts.defined_terms import WHO
from facts.letter_classes import LETTER, any_of
from facts.measure import Condition, Measure

BEFORE = r"(?:^|[的级内新、，和或及与对]|认定|评定|符合条件)"


def defined_conditions(measure: Measure, definitions: Mapping[str, str], stated: Mapping[str, Condition]) -> Iterator[Condition]:
    """Yield the definitions of those whom a measure is for.

    Args:
        measure: the measure by itself.
        definitions: the terms of its document, each with its meaning.
        stated: of each term, the sentence that defines it.
    """
    own = [item.reading for item in measure.conditions if item.kind == "clause"] + [re.sub(r"\s", "", measure.text)]
    for term, sentence in stated.items():
        meaning = definitions.get(term, "")
        if LETTER.fullmatch(term):
            if any(item.startswith(term) for item in own):
                yield replace(sentence, reading=any_of(meaning))
        elif WHO.search(meaning) and _named(term, own):
            yield replace(sentence, reading=term)


def letters_in(definitions: Mapping[str, str]) -> dict[str, str]:
    """Return what the letters of classes mean that sentences define: A类：国家级人才计划入选者."""
    return {match["letter"]: meaning for term, meaning in definitions.items() if (match := LETTER.fullmatch(term))}


def _named(term: str, own: Iterable[str]) -> bool:
    """Tell whether words name who applies by a term: they open with it, or it is what they end in."""
    return any(words.startswith((term, f"对{term}")) or re.search(rf"{BEFORE}{re.escape(term)}$", words) for words in own)
