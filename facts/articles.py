"""Passages of a document -> what its general articles say: who may apply, who is excluded, until when, how much at most."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.measure import Condition
from facts.numerals import arabic
from facts.rules import RULES, stripped
from facts.sentences import Sentence, signs

PAYS = re.compile(r"给予[^。；]{0,12}\d|奖励\d|按[^，。；]{2,24}[%％]")  # such a sentence is a measure, whatever else it says


@dataclass(slots=True)
class Articles:
    """What governs all measures of a document, each with its words.

    `windows` holds (which measures, opening day, closing day); `marked` the last day of measures that bear a mark.
    """

    conditions: list[Condition] = field(default_factory=list)
    exclusions: list[Condition] = field(default_factory=list)
    notes: list[Condition] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    valid_from: str = ""
    valid_to: str = ""
    windows: list[tuple[str, str, str]] = field(default_factory=list)
    marked: dict[str, str] = field(default_factory=dict)
    always: list[str] = field(default_factory=list)
    year_cap: str = ""
    upgrade: bool = False
    governing: set[int] = field(default_factory=set)


def read_articles(sentences: Sequence[Sentence]) -> Articles:
    """Read the general articles of a document; `governing` holds where the sentences start that are no measures."""
    found = Articles()
    listing = ""
    for sentence in sentences:
        words = arabic(re.sub(r"\s+", "", sentence.text))
        if signs()["article"].match(sentence.text) or not signs()["item"].match(sentence.text):
            listing = "excludes" if signs()["excludes"].search(words) and words.endswith(("：", ":")) else ""
            if listing:
                found.governing.add(sentence.start)
                continue
        if listing and signs()["item"].match(sentence.text):
            found.exclusions.append(stripped(sentence, "exclusion"))
            found.governing.add(sentence.start)
            continue
        if any(rule(found, sentence, words) for rule in RULES) and not PAYS.search(words):
            found.governing.add(sentence.start)
    return found
