"""A clause of a condition or of what an enterprise tells -> the traits it names, held or denied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from facts.trait_grades import grades_of
from facts.trait_lexicon import Trait, load_traits

READ_TEXTS = 65536  # clauses of measures are read again for every profile
HOUSED = re.compile(
    r"(?:(?:入驻|进驻|租用|(?<![引促推改])进了?|在(?!库|[^，。；]{0,10}(?:有|开|办|运营)))[^，。；]{0,10})＊|＊[里内中]"
)  # a body that the speaker is in, not one that it is
PARTNER = re.compile(r"(?:跟|与|找|请|委托|联合|送|给)[^，。；,;]{0,10}$")  # a body that the speaker deals with
CLIENTS = re.compile(  # what others have
    r"(?:代理的|我们的|服务的)?(?:客户|委托人)[^，。；,;]{0,10}$|"
    r"(?:园[里区内]|孵化|在孵|入驻|载体)[^，。；,;]{0,14}(?:家|企业)[^，。；,;]{0,12}$|有\d+家[^，。；,;]{0,12}$"
)
FAR_DENIAL = re.compile(r"未(?:曾)?(?:受到?|发生|被|列入|出现)|(?:没有?|无)(?:受到?|发生|被|出现)")  # 未受到甲、乙等部门的处罚
LIMITS = re.compile(r"未满|不超过|不低于|不少于|不足|不高于|不限于?")  # they measure, and deny nothing
LIST_MARK = re.compile(r"[、和或及与跟](?:国家|省|市)?级?")
OFFER = re.compile(r"(?:的)?(?:奖励|奖补|补贴|补助|政策|扶持|奖)(?!项|杯)")
MORE_GRADES = 12  # characters before a trait in which several grades can be listed
DEALT_WITH = re.compile(r"向|从(?!事)|与|跟|将(?!要)|把")
BOUGHT_FROM = re.compile(r"(?:向|跟)[^,;。]{0,8}$")


@dataclass(frozen=True, slots=True)
class Said:
    """A trait named in a text.

    Attributes:
        id: of the trait.
        grades: 国家级, 省级, A … as named with it.
        holds: False where the words deny it.
        modifier: first, renewed, held or "".
        clause: the stretch between commas that names it.
        start: where its words begin.
    """

    id: str
    grades: tuple[str, ...]
    holds: bool
    modifier: str
    clause: str
    start: int


@lru_cache(maxsize=READ_TEXTS)
def _matches(clause: str, contraries: bool) -> tuple[tuple[int, int, Trait], ...]:
    """Where traits are named: start, end, trait; the lexicon's first takes the words; a body that the speaker is in is none."""
    found: list[tuple[int, int, Trait]] = []
    for trait in load_traits().traits.values():
        for match in trait.words.finditer(clause):
            start, end = match.span()
            if any(low < end and start < high for low, high, _ in found):
                continue
            if trait.entity and contraries and PARTNER.search(clause[:start]):
                continue
            if trait.behind and not contraries and not trait.behind.match(clause, end):
                continue
            if trait.entity and HOUSED.search(f"{clause[:start]}＊{clause[end : end + 2]}"):
                continue
            found.append((start, end, trait))
    return tuple(sorted(found, key=lambda item: item[0]))


def of_clause(clause: str, offset: int, contraries: bool) -> Iterator[Said]:
    """Yield the traits that a clause names, in its order; `offset` is where it begins."""
    lexicon = load_traits()
    found: list[tuple[int, Said]] = []
    last = 0
    modifier = next((name for name, words in lexicon.modifiers.items() if words.search(clause)), "")
    for start, end, trait in _matches(clause, contraries):
        low, graded = max(last, start - MORE_GRADES), trait.id not in lexicon.ungraded
        grades = grades_of(clause, low, start, end, named=lexicon.grade.pattern, fair=trait.id == "fair", graded=graded)
        last = end
        scope = LIMITS.sub("", clause[:start]).rpartition("的")[2]  # 没有研发投入的企业 denies the spending, not the enterprise
        others = contraries and CLIENTS.search(clause[:start])
        denied = bool(others or lexicon.denied_before.search(scope) or lexicon.denied_after.match(clause[end:]))
        denied = denied or (trait.id in lexicon.standing and bool(FAR_DENIAL.search(clause[:start])))
        if contraries and (lexicon.wondered.search(clause[:start]) or OFFER.match(clause[end:])):
            continue
        if contraries and lexicon.wished.search(clause[:start]) and trait.id != "listing":
            if trait.id not in lexicon.statuses and not trait.entity:
                continue  # what is only wanted says nothing yet
            denied = denied or not trait.entity  # who only wants to become it is not yet; who wants to run one may be
        own = clause[max(0, start - 4) : end] + DEALT_WITH.split(clause[end:])[0]  # what others are is told behind that
        if trait.contrary and trait.contrary.search(own):
            denied = not denied
        found.append((start, Said(trait.id, grades, not denied, modifier, clause, offset + start)))
    found = _denied_lists(clause, offset, found)
    for trait in lexicon.traits.values() if contraries else ():
        if trait.contrary and not any(said.id == trait.id for _, said in found) and (against := trait.contrary.search(clause)):
            if BOUGHT_FROM.search(clause[: against.start()]):
                continue
            denied = bool(lexicon.denied_before.search(clause[: against.start()]))
            if denied and trait.id in lexicon.statuses:
                continue  # who does not write software need not make things
            found.append((against.start(), Said(trait.id, (), denied, "", clause, offset + against.start())))
    yield from (said for _, said in sorted(found, key=lambda item: item[0]))


def _denied_lists(clause: str, offset: int, found: list[tuple[int, Said]]) -> list[tuple[int, Said]]:
    """Deny all of a list of which the last is denied by the words behind it: 高企、科技型中小企业都不是."""
    kept: list[tuple[int, Said]] = []
    denied = False
    for start, said in reversed(found):
        behind = kept[0][1] if kept else None
        words = load_traits().traits[said.id].words.match(clause, start)
        if behind and words and not behind.holds and LIST_MARK.fullmatch(clause[words.end() : behind.start - offset]):
            denied = denied or bool(load_traits().denied_after.match(clause[_end_of(behind, clause, offset) :]))
            said = replace(said, holds=False) if denied else said
        else:
            denied = False
        kept.insert(0, (start, said))
    return kept


def _end_of(said: Said, clause: str, offset: int) -> int:
    """Where the words of a trait end in its clause."""
    match = load_traits().traits[said.id].words.match(clause, said.start - offset)
    return match.end() if match else said.start - offset
