"""A region's targets of past years and what was reached of them -> which were met and which not, and what those are to be next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.numbers_change import number_at
from answer.numbers_one import tell_met
from answer.quantity import decimal
from answer.series import Series, comparable, gather_series, is_level
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import counts_alike, load_indicators, why_apart
from retriever.slots import Slots

MATTER = re.compile(r"指标|目标|任务|成绩单|答卷")
UNMET = re.compile(
    r"(?:没有?|未|不|没能|未能)(?:全部|全|都)?(?:能)?(?:完成|达标|达到|达成|做到|实现|兑现)|欠账|落空|拖后腿|(?:没有?|不|未)够(?:得)?(?:着|到|上)|没(?:能)?达|差一?点"
)
MET = re.compile(
    r"(?:都|全部?|是否|是不是|有没有|哪[些几][^，。？?]{0,8})(?:已经?|超额)?(?:完成|达标|达到|达成|实现|兑现)|"
    r"(?:完成|达标|达成|实现|兑现)(?:得怎么样|得如何|情况|了(?:吗|没有?)|没有?(?:$|[，。？?]))|超额"
)
# what follows from it, whose it is
OF_DUTY = re.compile(r"怎么(?!样)|如何(?=[^，。？?]{2})|办法|措施|处理|问责|单位|部门|企业|为什么|为何|原因|谁")
FALLS = re.compile(r"能耗|煤耗|水耗|排放|消耗|浓度|失业|死亡|事故|降幅|下降|降低|减少")  # less of which is better
AT_MOST = ("不超过", "以下", "以内", "低于")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A target and what was reached in its year."""

    series: Series
    planned: Fact
    reached: Fact

    @property
    def met(self) -> bool:
        """Whether as much was reached as was planned."""
        return (decimal(self.reached.value) or 0) >= (decimal(self.planned.value) or 0)


def asks_met(text: str) -> bool:
    """Tell whether a question asks of all targets which were met.

    >>> asks_met("安河十三五哪些指标没完成"), asks_met("安河十三五的目标都完成了吗"), asks_met("安河有哪些指标")
    (True, True, False)
    >>> asks_met("目标没完成怎么处理")
    False
    """
    return bool(MATTER.search(text) and (UNMET.search(text) or MET.search(text)) and not OF_DUTY.search(text))


def tell_all_met(teller: Teller, slots: Slots, facts: Sequence[Fact]) -> bool:
    """Tell which targets of a region's tables were not met and which were; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked, with the years meant.
        facts: those of the region.
    """
    found = _outcomes(facts, slots.years)
    if len(found) < 2:
        return False
    short = [one for one in found if not one.met]
    for one in short:
        if not tell_met(teller, one.series, one.planned, one.reached):
            return False
        _tell_next(teller, one, slots, facts)
    if not short or not UNMET.search(slots.text):
        for one in (one for one in found if one.met):
            tell_met(teller, one.series, one.planned, one.reached)
    return bool(teller.facts)


def _outcomes(facts: Sequence[Fact], years: Sequence[int]) -> list[Outcome]:
    """The targets of one year, the last that has both, each with what was reached, in the order of their table."""
    rows = [fact for fact in facts if fact.origin == "table" and is_level(fact) and not fact.scope]
    regions = tuple(dict.fromkeys(fact.region for fact in rows))
    found = []
    for series in gather_series(rows, tuple(dict.fromkeys(fact.indicator for fact in rows)), regions):
        for year in series.years:
            planned, reached = number_at(series, year, True), number_at(series, year, False)
            if planned and reached and comparable(planned, reached) and not _falls(planned) and (not years or year in years):
                found.append(Outcome(series, planned, reached))
    last = max((one.planned.year or 0 for one in found), default=0)
    return sorted((one for one in found if one.planned.year == last), key=lambda one: (one.planned.doc, one.planned.spans[0].start))


def _falls(planned: Fact) -> bool:
    return bool(FALLS.search(planned.name)) or any(word in planned.comparator for word in AT_MOST)


def _tell_next(teller: Teller, one: Outcome, slots: Slots, facts: Sequence[Fact]) -> None:
    """Tell what an indicator, or else one near it, is to be in a later year that is asked for."""
    later = [year for year in slots.years if year > (one.planned.year or 0)]
    own, near = one.series.indicator, load_indicators().get(one.series.indicator)
    ids = [own, *(other for other, _ in near.apart if counts_alike(own, other))] if near and later else [own]
    for series in gather_series(facts, ids, (one.series.region,)):
        aims = [fact for year in later for fact in series.values(year, targets=True) if decimal(fact.value) is not None]
        if aims:
            apart = why_apart(own, series.indicator) if series.indicator != own else ""
            why = f"（{apart}）" if apart else ""
            teller.tell(f"{short_name(aims[0].name)}：{'，'.join(map(teller.dated, aims))}{why}", aims)
            return
