"""Passages of a document -> what its general articles say: who may apply, who is excluded, until when, how much at most."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.measure import Condition
from facts.numerals import arabic
from facts.rules import RULES, SCALE, stripped
from facts.sentences import Sentence, signs

INLINE = re.compile(r"(?:(?:下列|以下)(?:情况|情形|行为)[^。；]*|^不予(?:支持|受理|奖补)的?(?:情况|情形)?)[：:](?=.)")
PAYS = re.compile(r"给予[^。；]{0,12}\d|奖励\d|按[^，。；]{2,24}[%％]")  # such a sentence is a measure, whatever else it says
TERMS = re.compile(r"(?:用语|术语|名词)[^，。；]{0,6}(?:含义|解释|定义)[^，。；]{0,6}[：:]$")
TERM = re.compile(
    r"(?:[-*•·]|[（(]?[一二三四五六七八九十\d]+[）)、.．])*\**(?P<term>[^，。；：*]{2,12})\**[：:](?P<meaning>[^；。]{4,160})"
)


@dataclass(slots=True)
class Articles:
    """What governs all measures of a document, each with its words.

    `windows` holds (which measures, opening day, closing day); `marked` the last day of measures that bear a mark;
    `topped` says that only the difference is paid to whom others have paid less;
    `scales` holds (who gets only a part, its per cent, the words that may name the parts of the document meant);
    `limits` the words, by where an exclusion starts, that may name the parts of the document it is meant for.
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
    rating: str = ""
    scales: list[tuple[str, str, str]] = field(default_factory=list)
    upgrade: bool = False
    topped: bool = False
    limits: dict[int, str] = field(default_factory=dict)
    governing: set[int] = field(default_factory=set)


def read_articles(sentences: Sequence[Sentence]) -> Articles:
    """Read the general articles of a document; `governing` holds where the sentences start that are no measures."""
    found = Articles()
    listing = ""
    for sentence in sentences:
        known = len(found.exclusions)
        words = arabic(re.sub(r"\s+", "", sentence.text))
        item = signs()["item"].match(sentence.text) is not None
        if listing == "inline" or (INLINE.search(words) and signs()["excludes"].search(words)):
            found.exclusions.append(_inline(sentence))
            listing = "" if sentence.text.rstrip().endswith("。") else "inline"
        elif listing == "terms" and (term := TERM.match(words)):
            found.definitions[term["term"]] = term["meaning"]
        elif TERMS.search(words):
            listing = "terms"
        elif listing == "items" and item:
            found.exclusions.append(stripped(sentence, "exclusion"))
        elif signs()["excludes"].search(words) and words.endswith(("：", ":")):
            listing = "items"
        else:
            listing = listing if item else ""
            if not any(rule(found, sentence, words) for rule in RULES) or (PAYS.search(words) and not SCALE.search(words)):
                continue
        found.limits |= {item.start: signs()["article"].sub("", words) for item in found.exclusions[known:]}
        found.governing.add(sentence.start)
    return found


def _inline(sentence: Sentence) -> Condition:
    """The ground that a sentence of a list within a paragraph names: 有下列情况的不得申报：甲；乙；丙。"""
    whole = stripped(sentence, "exclusion")
    lead = max(whole.text.rfind("："), whole.text.rfind(":")) + 1
    text = whole.text[lead:]
    return Condition(text, whole.start + lead, whole.end, "exclusion", re.sub(r"\s+", "", text))
