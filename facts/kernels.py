"""Things that a rule lists side by side (第三类、第二类医疗器械注册证) -> the words by which each is told apart, and which are told."""

import re
from collections.abc import Sequence

from facts.graded_tables import GRADE
from facts.measure import Amount
from facts.profile import Profile
from facts.states import clause_of, state

FEWEST, SHORTEST = 2, 2
JOIN = r"(?:、|和|及|或者?|与|以及)"
NUMERALS = str.maketrans("一二三四五六七八九ⅠⅡⅢⅣⅤ", "12345678912345")
LITTLE = re.compile(r"[（()）“”\"第的从由]|(?<=升)(?:级?[为到成至]|格为)")
LONG = re.compile(r"[\d多几]年(?:以)?前|早就|早已|一直|老[牌的]")
ROMAN = re.compile(r"(?<![a-z])(?:i{1,3}|iv|v)(?=[期类级])")
FIGURE = re.compile(r"\d[\d.]*(?:万|亿|[%％]|元|家|人|年)")  # what is told apart by a threshold


def kernels(names: Sequence[str]) -> tuple[str, ...]:
    """Return of each of several listed things the part in which it stands against the others, () where they are not of one shape.

    >>> kernels(["被认定为国际首台（套）", "国内首台（套）", "省内首台（套）装备的研制企业"])
    ('国际首台套', '国内首台套', '省内首台套')
    >>> kernels(["纳入统计的批发业", "零售业", "住宿餐饮业企业"])
    ('批发业', '零售业', '住宿餐饮业')
    >>> kernels(["取得第三类", "第二类医疗器械注册证的企业"]), kernels(["研发投入", "上市"])
    (('3类', '2类'), ())
    """
    plain = [plainly(name) for name in names]
    if len(plain) < FEWEST or len(set(plain)) < len(plain):
        return ()
    size = len(plain[1]) if len(plain) > FEWEST else _shared_size(plain[0], plain[1])
    if size < SHORTEST:
        return ()
    mark = plain[1][-1]
    last = plain[-1][:size] if len(plain) == FEWEST or plain[-1][size - 1 : size] == mark else plain[-1][: plain[-1].find(mark) + 1]
    found = (plain[0][-size:], *plain[1:-1], last)
    alike = all(found) and all(_same(one, other) for one, other in zip(found, found[1:], strict=False))
    return found if alike and len(set(found)) == len(found) else ()


def listed(amounts: Sequence[Amount], words: str) -> tuple[str, ...]:
    """Return the kernels of the tiers of a measure, () where the words, without white space, do not list what they are for.

    Args:
        amounts: the tiers.
        words: of the measure.
    """
    whens = [one.when for one in amounts]
    run = 1
    while run < len(whens) and whens[run] and re.search(f"{re.escape(whens[run - 1][-1:])}{JOIN}{re.escape(whens[run][:2])}", words):
        run += 1
    if run < FEWEST or any(FIGURE.search(when) or GRADE.fullmatch(when) for when in whens[:run]):
        return ()
    return kernels(whens[:run])


def told_among(profile: Profile, names: Sequence[str], *, fresh: bool = False) -> frozenset[int]:
    """Return which of some kernels a profile tells as so.

    Args:
        profile: what is told.
        names: the kernels.
        fresh: what one has had for long does not count.
    """
    text = plainly(profile.text)
    found = set()
    for place, name in enumerate(names):
        own = distinct(name, names)
        spots = [match.start() for match in re.finditer(re.escape(own), text)]
        if any(state(text, at, at + len(own)) == "met" and not (fresh and LONG.search(_clause(text, at))) for at in spots):
            found.add(place)
    return frozenset(found)


def _clause(text: str, at: int) -> str:
    low, high = clause_of(text, at, at + 1)
    return text[low:high]


def distinct(name: str, names: Sequence[str]) -> str:
    """Return a kernel without the end that all of them share, where enough is left: 零售 of 零售业 beside 批发业.

    >>> distinct("零售业", ("批发业", "零售业")), distinct("3类", ("3类", "2类"))
    ('零售', '3类')
    """
    end = 0
    while end < min(map(len, names)) and len({one[-end - 1 :] for one in names}) == 1:
        end += 1
    return name[: len(name) - end] if min(map(len, names)) - end >= SHORTEST else name


def plainly(words: str) -> str:
    """Return some words without brackets and with digits for all numerals."""
    return ROMAN.sub(lambda match: str(1 + "i ii iii iv v".split().index(match.group())), LITTLE.sub("", words).translate(NUMERALS))


def _shared_size(first: str, second: str) -> int:
    """How many characters of the end of one thing and the start of the next stand against each other."""
    sizes = range(SHORTEST, min(len(first), len(second)) + 1)
    scored = [(_alike(first[-size:], second[:size]), -size) for size in sizes if first[-1] == second[size - 1]]
    best = max(scored, default=(0, 0))
    return -best[1] if best[0] else 0


def _alike(one: str, other: str) -> int:
    return sum(mine == its for mine, its in zip(one, other, strict=False))


def _same(one: str, other: str) -> bool:
    """Tell whether two kernels end alike or are of one length and share a character in its place."""
    return one[-1] == other[-1] or (len(one) == len(other) and _alike(one, other) > 0)
