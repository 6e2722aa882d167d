"""Passages of a document -> what its general articles say: who may apply, who is excluded, until when, how much at most."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.measure import Condition
from facts.numerals import arabic
from facts.rules import RULES, stripped
from facts.sentences import Sentence, signs

INLINE = re.compile(r"(?:(?:下列|以下)(?:情况|情形|行为)[^。；]*|^不予(?:支持|受理|奖补)的?(?:情况|情形)?)[：:](?=.)")
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
        item = signs()["item"].match(sentence.text) is not None
        if listing == "inline" or (INLINE.search(words) and signs()["excludes"].search(words)):
            found.exclusions.append(_inline(sentence))
            listing = "" if sentence.text.rstrip().endswith("。") else "inline"
        elif listing == "items" and item:
            found.exclusions.append(stripped(sentence, "exclusion"))
        elif signs()["excludes"].search(words) and words.endswith(("：", ":")):
            listing = "items"
        else:
            listing = listing if item else ""
            if not any(rule(found, sentence, words) for rule in RULES) or PAYS.search(words):
                continue
        found.governing.add(sentence.start)
    return found


def _inline(sentence: Sentence) -> Condition:
    """The ground that a sentence of a list within a paragraph names: 有下列情况的不得申报：甲；乙；丙。"""
    whole = stripped(sentence, "exclusion")
    lead = max(whole.text.rfind("："), whole.text.rfind(":")) + 1
    text = whole.text[lead:]
    return Condition(text, whole.start + lead, whole.end, "exclusion", re.sub(r"\s+", "", text))
