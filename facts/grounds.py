"""A sentence that rules something -> what it says without its number, and the single grounds of an exclusion."""

import re
from collections.abc import Iterator

from facts.demands import names_applicants
from facts.measure import Condition
from facts.numerals import arabic
from facts.sentences import Sentence, signs

LEADING = re.compile(
    r"^(?:第[一二三四五六七八九十百]+条|[一二三四五六七八九十]+、|答[：:]|\d+[.、]|[（(][一二三四五六七八九十\d]+[）)]|以及|或者?|凡|对)+"
)
LABELLED = re.compile(r"^(?:[-*•·]\s*)?\*\*[^*\n]{2,16}\*\*\s*[：:]\s*")  # a bullet that opens with a label in bold: - **不重复享受**：…
COUNTED = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")
LABEL = re.compile(r"^(?:[-*•·])?[^，。；：\d]{2,8}：(?=.{4})")
SPLIT = re.compile(
    r"，(?:以及|或者?)?|、(?=列入|被)|(?<=企业|单位|机构|公司)、(?=[^、，]{2,20}的?企业)|"
    r"(?:(?<=企业|单位|机构|主体|公司|个人)|(?<=[^，、]{3}的))(?:以及|及(?!其)|和|或者?)(?=[^，、]{4,}(?:的|企业|单位|机构|主体|公司|个人)(?:$|，))"
)
GIVES = re.compile(
    r"(?<!不)(?:给予|按[^，]{2,16})(?:奖励|补助|补贴|资助|奖补)$|(?<!不)(?:给予|每)[^，]{0,12}\d[^，]{0,6}(?:奖励|补助|补贴|资助|奖补)$"
)  # it pays: 晋级的按差额给予奖励
FIGURE = re.compile(r"\d")
PART = re.compile(r"部分(?:的)?$")  # of which nothing is paid, whatever stands before it
NO_GROUND = re.compile(
    r"^(?:每|单|累计|同[一1]|最[高多长])[^，]*(?:不超过|最[高多长]|以内|上限)[^，]*\d[^，的]*$|应当|[须需](?!要)|为准$|的为[^，]{2,}|^由[^，]{2,16}(?:负责|牵头)"
)  # a duty, a measure of something, a definition


def grounds_of(sentence: Sentence, words: str) -> Iterator[Condition]:
    """The single grounds of a sentence that excludes several."""
    words = words.removesuffix("除外")
    pieces = [piece for piece in SPLIT.split(words) if len(piece) >= 4]
    pieces = pieces[-1:] if PART.search(words) else _named(_behind(pieces) or pieces)
    raw = re.sub(r"\s", "", sentence.text)
    flat = digits if len(digits := arabic(raw)) == len(raw) else raw
    offsets = [place for place, mark in enumerate(sentence.text) if not mark.isspace()]
    for piece in pieces or [words]:
        bare = LEADING.sub("", LABEL.sub("", piece))
        at = flat.find(bare)
        if at < 0 or not re.search(r"\w", bare):
            continue
        start, end = sentence.start + offsets[at], sentence.start + offsets[at + len(bare) - 1] + 1
        yield Condition(sentence.text[start - sentence.start : end - sentence.start], start, end, "exclusion", bare)


def _behind(pieces: list[str]) -> list[str]:
    """The pieces behind the last one that pays by the figure: before it stands who is paid."""
    last = max((place for place, piece in enumerate(pieces) if GIVES.search(piece) and FIGURE.search(piece)), default=-1)
    return [piece for piece in pieces[last + 1 :] if not GIVES.search(piece)]


def _named(pieces: list[str]) -> list[str]:
    """The grounds among the pieces of a sentence: no duties, no definitions, and not what follows from the last that ends in 的."""
    pieces = [piece for piece in pieces if not names_applicants(piece)] or pieces
    last = max((place for place, piece in enumerate(pieces) if piece.endswith("的")), default=-1)
    if last < 0:
        return pieces
    kept = [piece for piece in pieces[: last + 1] if not NO_GROUND.search(piece)]
    return kept or pieces


def unmarked(words: str) -> str:
    """Return words without the marks around the label that they open with: - **不予支持**：甲 -> 不予支持：甲."""
    return re.sub(r"^(?:[-*•·])?\*\*([^*]{2,16})\*\*(?=[：:])", r"\1", words)


def stripped(sentence: Sentence, kind: str) -> Condition:
    """The sentence without its number and its stop."""
    lead = 0
    lead += match.end() if (match := COUNTED.match(sentence.text)) else 0
    for name in ("article", "item", "reply", "title", "item"):
        match = signs()[name].match(sentence.text[lead:])
        lead += match.end() if match else 0
    lead += match.end() if (match := LABELLED.match(sentence.text[lead:])) else 0
    piece = sentence.text[lead:].rstrip("。；;，, \n")
    reading = re.sub(r"\s+", "", piece)
    if kind == "exclusion":
        return Condition(piece, sentence.start + lead, sentence.start + lead + len(piece), "exclusion", reading)
    return Condition(piece, sentence.start + lead, sentence.start + lead + len(piece), "general", reading)
