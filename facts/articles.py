"""Passages of a document -> what its general articles say: who may apply, who is excluded, until when, how much at most."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from facts.days import days_in, later, number
from facts.measure import Condition
from facts.profile import in_ten_thousands
from facts.quantities import find_quantities
from facts.terms import LEXICON
from index.passages import Passage
from index.sentences import sentence_spans


HAD = re.compile(r"^[^。；]*?已(?:经)?(?:获得|享受|取得)[^。；]{2,24}?(?=的?，(?:不再|不得|不予))")


@lru_cache(maxsize=1)
def signs() -> dict[str, re.Pattern[str]]:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "articles.toml").read_text(encoding="utf-8"))
    return {name: re.compile(words) for name, words in tables.items()}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its span in the document, the passage that holds it, and the words of a question just above it."""

    text: str
    start: int
    end: int
    passage: Passage
    asked: str = ""


@dataclass(slots=True)
class Articles:
    """What governs all measures of a document, each with its words."""

    conditions: list[Condition] = field(default_factory=list)
    exclusions: list[Condition] = field(default_factory=list)
    notes: list[Condition] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    valid_from: str = ""
    valid_to: str = ""
    opens: str = ""
    closes: str = ""
    always: list[str] = field(default_factory=list)
    year_cap: str = ""
    upgrade: bool = False
    governing: set[int] = field(default_factory=set)


def sentences_of(passages: Sequence[Passage], text: str) -> Iterator[Sentence]:
    """Yield the sentences of a document's passages, rows and titles left out."""
    last = 0
    carried = ""
    for passage in passages:
        if passage.kind in ("title", "row"):
            last, carried = passage.end, ""
            continue
        above = text[last : passage.start].strip()
        asked = above if signs()["question"].search(above) else carried
        last, carried = passage.end, ""
        for start, end in sentence_spans(text, passage.start, passage.end):
            piece = text[start:end]
            if signs()["question"].match(piece):
                asked = carried = piece
                continue
            carried = ""
            yield Sentence(piece, start, end, passage, asked)


def read_articles(passages: Sequence[Passage], text: str) -> Articles:
    """Read the general articles of a document; `governing` holds where the sentences start that are no measures."""
    found = Articles()
    listing = ""
    for sentence in sentences_of(passages, text):
        words = re.sub(r"\s+", "", sentence.text)
        if signs()["article"].match(sentence.text) or not signs()["item"].match(sentence.text):
            listing = "excludes" if signs()["excludes"].search(words) and words.endswith(("：", ":")) else ""
            if listing:
                found.governing.add(sentence.start)
                continue
        if listing and signs()["item"].match(sentence.text):
            found.exclusions.append(_stripped(sentence, "exclusion"))
            found.governing.add(sentence.start)
            continue
        _read(found, sentence, words)
    return found


def _read(found: Articles, sentence: Sentence, words: str) -> None:
    sign = signs()
    governs = True
    if sign["once"].search(words):
        found.notes.append(_stripped(sentence, "general"))
        found.upgrade = found.upgrade or bool(sign["difference"].search(words) and sentence.passage.kind == "note")
        governs = not re.search(r"给予|奖励\d|按", words)
        if had := HAD.search(words):
            found.exclusions += _parts(sentence, words[: had.end()])
    elif cap := sign["cap"].search(words):
        amounts = list(find_quantities(words, cap.end(), len(words)))
        if amounts and "元" in amounts[0].unit:
            value = f"{in_ten_thousands(amounts[0].value, amounts[0].unit).normalize():f}"
            if sign["whole"].search(words) or sentence.passage.kind == "note":
                found.year_cap = value
        found.notes.append(_stripped(sentence, "general"))
    elif sign["window"].search(words) and len(days_in(words)) > 1:
        _window(found, words)
    elif match := sign["excludes"].search(words):
        grounds = re.sub(r"(?:，)?(?:均|都|一律|原则上|也)?$", "", words[: match.start()])
        found.exclusions += [part for part in _parts(sentence, grounds)]
    elif always := sign["always"].search(words):
        found.always.append(always[1])
        governs = "给予" not in words
        _window(found, words)
    elif sign["window"].search(words) and days_in(words):
        _window(found, words)
    elif sign["starts"].search(words) or sign["lasts"].search(words) or (sign["ends"].search(words) and days_in(words)):
        _validity(found, words)
    elif "指" in words and (defined := list(sign["defines"].finditer(words))):
        found.definitions |= {match["term"]: match["meaning"] for match in defined}
    elif _states_applicants(sentence, words):
        found.conditions.append(_stripped(sentence, "general"))
    else:
        governs = False
    if governs:
        found.governing.add(sentence.start)


def _states_applicants(sentence: Sentence, words: str) -> bool:
    sign = signs()
    if re.search(r"给予|奖励\d|补助\d|按[^，。]{2,20}%", words):
        return False
    if "可以是" in words:
        return False
    if sign["applies"].search(words):
        return True
    headed = any(sign["scope_headings"].search(title) for title in sentence.passage.headings)
    return (headed or bool(sign["asked"].search(sentence.asked))) and bool(re.search(r"(?:企业|单位|机构|人员)。?$", words))


def _parts(sentence: Sentence, grounds: str) -> Iterator[Condition]:
    """The single grounds of a sentence that excludes several."""
    pieces = [piece for piece in re.split(r"，(?:以及|或者?)?|、(?=列入|被|[^、，]{2,20}的?企业)", grounds) if len(piece) >= 4]
    flat = re.sub(r"\s", "", sentence.text)
    offsets = [place for place, mark in enumerate(sentence.text) if not mark.isspace()]
    for piece in pieces or [grounds]:
        bare = re.sub(r"^(?:答[：:]|\d+[.、]|以及|或者?|凡|对)+", "", piece)
        at = flat.find(bare)
        if at < 0 or not bare:
            continue
        start, end = sentence.start + offsets[at], sentence.start + offsets[at + len(bare) - 1] + 1
        yield Condition(sentence.text[start - sentence.start : end - sentence.start], start, end, "exclusion", bare)


def _stripped(sentence: Sentence, kind: str) -> Condition:
    """The sentence without its number and its stop."""
    lead = 0
    for name in ("article", "item", "reply", "item"):
        match = signs()[name].match(sentence.text[lead:])
        lead += match.end() if match else 0
    piece = sentence.text[lead:].rstrip("。；;，, \n")
    reading = re.sub(r"\s+", "", piece)
    if kind == "exclusion":
        return Condition(piece, sentence.start + lead, sentence.start + lead + len(piece), "exclusion", reading)
    return Condition(piece, sentence.start + lead, sentence.start + lead + len(piece), "general", reading)


def _window(found: Articles, words: str) -> None:
    days = days_in(words)
    if len(days) >= 2:
        found.opens, found.closes = days[0].isoformat(), days[1].isoformat()
    elif days and re.search(r"截止|前", words):
        found.closes = days[0].isoformat()


def _validity(found: Articles, words: str) -> None:
    days = days_in(words)
    starts = signs()["starts"].search(words)
    if starts:
        found.valid_from = days[0].isoformat()
    lasts = signs()["lasts"].search(words)
    years = number(lasts[1]) if lasts else None
    if years and found.valid_from:
        found.valid_to = later(date.fromisoformat(found.valid_from), years=years).isoformat()
        first = date.fromisoformat(found.valid_to)
        found.valid_to = date.fromordinal(first.toordinal() - 1).isoformat()
    elif len(days) > (1 if starts else 0):
        found.valid_to = days[-1].isoformat()
