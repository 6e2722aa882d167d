"""Words of a text -> the cities, counties and districts that they name as what is spoken of."""

import re
from collections.abc import Iterable

from facts.regions import is_place
from facts.scope import entity_of

NAME = r"[\u4e00-\u9fff]{2}(?:市|县|区|旗|州)(?![场民面值内外级直属域])"
SUBJECT = re.compile(
    rf"(?:[，。；：:\s]|^)(?:到?(?:19|20)\d{{2}}年[，,]?)?(?:其中)?(?:支持|推动|推进|鼓励|引导|加快|省会|首府|以)*(?P<names>{NAME}(?:(?:、|和|与|及){NAME})*)(?!委|政府|人民|财政|科技局|管委)"
)
PART = re.compile(r"[\u4e00-\u9fff]{2,4}[市县区旗州]")
SHORT = 2  # characters of what is no name with its rank
SPACES = "，。；：: \n"
JOINED = re.compile(r"、|和|与|及")
WHOLE = re.compile(r"(?<![占居列比])全[市区县省旗](?!平均)|我[市区县省]|本[市区县省]")


def places_in(words: str, region: str) -> tuple[str, ...]:
    """Return the places that a clause opens with, none where it speaks of the document's own region.

    >>> places_in("东州市、明湖市研发投入强度", "岚江省"), places_in("创新城市建设", "岚江省"), places_in("榆川县高企", "榆川县")
    (('东州市', '明湖市'), (), ())
    >>> places_in("与州市对接", "榆川县")  # a joining word in what looks like a name
    ()
    """
    match = SUBJECT.match(words.strip(SPACES))
    names = tuple(JOINED.split(match["names"])) if match else ()
    return names if names and all(len(name) > SHORT and is_place(name[:-1], name[-1]) and name != region for name in names) else ()


def parts_of(scopes: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the counties and districts that figures of wider regions are of, each with that region.

    Args:
        scopes: (scope, region) of each figure.

    >>> parts_of([("青城区", "朔原市"), ("稀土高新区", "朔原市"), ("", "朔原市")])
    {'青城区': '朔原市'}
    """
    return {scope: region for scope, region in scopes if PART.fullmatch(scope) and not entity_of(scope) and scope != region}


def subject_places(text: str, start: int, end: int, region: str) -> tuple[str, ...]:
    """Return the places that the clauses of text[start:end] are about: the last ones named, none where the whole is named after them."""
    found: tuple[str, ...] = ()
    words = text[start:end]
    for match in SUBJECT.finditer(words):
        found = places_in(match.group(), region) or found
        if found and WHOLE.search(words, match.end()):
            found = ()
    return found
