"""Parts of a document that share a code, a number or a name -> one measure each, whichever part states what of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.articles import Articles
from facts.benefits import OTHER, benefit_of, kind_of
from facts.conditions import has_test
from facts.governing import governed
from facts.keyed_parts import Part
from facts.keyed_rows import KeyedRow
from facts.keyed_terms import Asked, asked_in, bare_words, of_rows, title_of
from facts.keys import key_of, place_of
from facts.likeness import overlap
from facts.measure import Amount, Condition, Measure
from facts.row_words import rule_words
from index.catalog import DocumentInfo

SAID = 0.6  # share of the words of a case that its conditions say already
NAME_WORDS = 30


def keyed_measures(info: DocumentInfo, parts: Sequence[Part], text: str, articles: Articles) -> Iterator[Measure]:
    """Yield the measure of each part, with what governs it."""
    for part in parts:
        if measure := _measure(info, part, text):
            sentences = part.lines.sentences or part.paid.sentences
            passage = sentences[0].passage if sentences else part.terms[0].passage
            place = " ".join([*passage.headings, place_of(part.key, part.number)])
            article = sentences[0].article if sentences and not part.key else ""
            yield governed(measure, articles, " ".join(passage.headings[-1:]), article, place)


def _measure(info: DocumentInfo, part: Part, text: str) -> Measure | None:
    several = len(part.rows) > 1
    asked = asked_in(part.lines.sentences, text, part.key, several=several) if part.lines.sentences else of_rows(part.terms)
    if not asked.conditions:
        return None
    name = _name(part)
    paid = [(row, rule_words(row)) for row in part.rows]
    paying = "；".join(f"{row.case}的，{words}" if len(paid) > 1 and row.case else words for row, words in paid if words)
    paying = paying or "；".join(bare_words(sentence, part.key) for sentence in part.paid.sentences)
    amounts = _amounts(paid) if paid else read_amounts(paying, cell=True)
    start, end = asked.start, asked.end
    words = re.sub(r"\s", "", text[start:end])
    benefit = benefit_of(words)
    kind, label = kind_of(name + paying)
    if not amounts and (benefit is None and (kind, label) == OTHER):
        return None
    case = [_case(row, asked) for row in part.rows if amounts and len(part.rows) == 1]
    return Measure(
        info.id,
        info.region,
        name,
        kind,
        label,
        bool(amounts),
        text[start:end],
        start,
        end,
        (part.lines.sentences[0].passage if part.lines.sentences else part.terms[0].passage).passage_id,
        conditions=(*asked.conditions, *(item for item in case if item), *asked.exclusions),
        amounts=amounts,
        duty=asked.duty or next((row.cells["duty"][1] for row in part.rows if "duty" in row.cells), ""),
        upgrade="差额" in paying or "补差" in paying,
        opens=asked.opens,
        closes=asked.closes,
        notes=tuple(_note(one.passage.text, one.passage.start, one.passage.end) for one in part.rows)
        + tuple(_note(one.text, one.start, one.end) for one in part.paid.sentences),
        paying=paying if amounts else "",
    )


def _amounts(paid: Sequence[tuple[KeyedRow, str]]) -> tuple[Amount, ...]:
    """The tiers of one row, or those of several, each opened by its case and with its own words."""
    if len(paid) == 1:
        return read_amounts(paid[0][1], cell=True)
    found: list[Amount] = []
    for row, words in paid:
        for one in read_amounts(words, cell=True):
            found.append(replace(one, when=row.case + one.when, words=words))
    return tuple(found)


def _case(row: KeyedRow, asked: Asked) -> Condition | None:
    """What a single row is of, where that asks for more than the conditions say."""
    said = "".join(item.reading for item in asked.conditions)
    if not row.case or not has_test(row.case) or overlap(row.case, said) >= SAID:
        return None
    return Condition(row.passage.text, row.passage.start, row.passage.end, "clause", row.case)


def _name(part: Part) -> str:
    """The heading that bears the code, with it; else the name in the table, else the first words that pay."""
    passage = part.lines.sentences[0].passage if part.lines.sentences else part.terms[0].passage
    heading = passage.headings[-1] if passage.headings else ""
    if part.key and key_of(heading) == part.key:
        return re.sub(r"\s+", " ", heading)
    opening = title_of(part.lines.sentences[0], part.key) if part.lines.sentences else ""
    case = part.rows[0].case[:NAME_WORDS] if part.rows else ""
    return " ".join(word for word in (part.key, part.name or opening or case or heading[:NAME_WORDS]) if word)


def _note(words: str, start: int, end: int) -> Condition:
    return Condition(words, start, end, "general", re.sub(r"\s+", "", words))
