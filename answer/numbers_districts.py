"""A question and the parts of a region that figures are of -> the counties and districts that it names, and all listed beside one."""

import re
from collections.abc import Callable, Iterable, Sequence

from facts.fact import Fact
from facts.jurisdictions import PART
from facts.listed_facts import TOTAL
from facts.regions import stem_of
from facts.scope import entity_of
from index.lexical import frequency, word_spans

DISTRICTS = re.compile(
    r"旗县区?|区县|县区|县[（(]市|县市区?|市县|[各几两三四五六七八九十]个?(?:区|县|市|旗)(?![级域内])|下辖|地市|市州|板块|片区"
)
APART = re.compile(r"(?:市|县|区|旗|州)?(?:、|和|与|跟|同|，|,)")
TOWN = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})(?:(?<!小)镇|乡|街道)")
FEWEST = 3  # of a kind that are ranked or added


def districts_named(text: str, facts: Iterable[Fact], regions: Sequence[str]) -> tuple[str, ...]:
    """Return the counties, districts and towns that a question names, in full or in short, with other parts named beside them.

    Args:
        text: the question.
        facts: all facts.
        regions: the regions meant.
    """
    own = list(dict.fromkeys(fact.scope for fact in facts if fact.region in regions and fact.scope))
    parts = [scope for scope in own if PART.fullmatch(scope) and not entity_of(scope)]
    called = {scope: stem_of(scope) if scope in regions else scope for scope in parts}  # a region with documents is known in short
    at = {scope: text.find(name) for scope, name in called.items() if name in text}
    stems = {scope[:-1]: scope for scope in parts}
    joined = re.compile("|".join(map(re.escape, stems))) if stems else None
    found = list(joined.finditer(text)) if joined else []
    for one, other in zip(found, found[1:], strict=False):
        if APART.fullmatch(text, one.end(), other.start()):
            at |= {stems[match.group()]: match.start() for match in (one, other)}
    at |= _towns(text, own)
    if at:
        at |= {scope: text.find(scope) for scope in own if scope in text}
    return tuple(sorted(at, key=lambda scope: at[scope]))


def _towns(text: str, scopes: Iterable[str]) -> dict[str, int]:
    """The towns named in full, or without the word for a town where no other part is called after them."""
    found: dict[str, int] = {}
    words = [(start, end) for word, start, end in word_spans(text) if frequency(word)]
    for scope in scopes:
        if not (town := TOWN.fullmatch(scope)):
            continue
        alone = not any(other != scope and other.startswith(town["stem"]) for other in scopes)
        called = scope if scope in text or not alone else town["stem"]
        place = text.find(called)
        stop = place + len(called)
        if place >= 0 and not any(start <= place and stop < end for start, end in words):  # 白云山 is no 白云镇
            found[scope] = place
    return found


def town_stems(scopes: Iterable[str]) -> tuple[str, ...]:
    """Return what towns are called without the word for a town."""
    return tuple(town["stem"] for scope in scopes if (town := TOWN.fullmatch(scope)))


def without_towns(text: str, facts: Iterable[Fact]) -> str:
    """Return a text without the towns that it names."""
    for scope in dict.fromkeys(fact.scope for fact in facts if TOWN.fullmatch(fact.scope)):
        text = text.replace(scope, "")
    return text


def listed_together(facts: Iterable[Fact], region: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the parts of a region that one table lists with the same columns, the most of them, one at least of the kind asked for.

    Args:
        facts: all facts.
        region: the region.
        fits: tells whether a part is of the kind.
    """
    columns: dict[str, set[tuple[str, int | None]]] = {}
    for fact in facts:
        if fact.region == region and fact.scope not in ("", TOTAL) and fact.origin == "table":
            columns.setdefault(fact.scope, set()).add((fact.name, fact.year))
    groups: dict[frozenset[tuple[str, int | None]], list[str]] = {}
    for scope, names in columns.items():
        groups.setdefault(frozenset(names), []).append(scope)
    found = [tuple(group) for group in groups.values() if len(group) >= FEWEST and any(map(fits, group))]
    return max(found, key=len, default=())
