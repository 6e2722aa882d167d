"""A figure that the documents do not have -> a refusal that says so, and what comes nearest to it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answer.number_answer import NumberAnswer
from answer.numbers_one import years_told
from answer.series import gather_series
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import Indicator, counts_alike, folded, load_indicators
from facts.regions import Gazetteer, stem_of
from index.store import PassageIndex
from retriever.question import Question
from retriever.rest import spoken
from retriever.slots import Slots

AIMED = re.compile(r"目标值?|规划值|计划值|(?<![认评鉴])定的|(?<![认评鉴])定了")
NO_WHOLE = "资料没有说明全省或全国的这项数据，算不出占比。"
SHARE_OF_ABOVE = re.compile(r"占(?:全省|全国|全球)")
WHOLE = ("省", "自治区", "全国", "中国")
HIGHER = re.compile(
    r"^(?:全省|全国|中国|我国|国家(?=[的对今要定到\d]|平均|目标|层面|整体|$)|省里)|(?:全省|全国)(?:平均|整体)?(?:的)?(?:目标|水平|要求)"
)


@dataclass(frozen=True, slots=True)
class NearestFigures:
    """Tells what comes nearest to a figure that nobody states: a near indicator's, or that of the level below or above."""

    facts: Sequence[Fact]
    gazetteer: Gazetteer
    above: Collection[str]  # stems of the province and the nation

    def below(self, teller: Teller, ids: Sequence[str], slots: Slots, question: Question) -> NumberAnswer | None:
        """Say that the province or the nation, which is asked about, has no figure here, and what the region below it has."""
        every = dict.fromkeys(fact.region for fact in self.facts)
        top = self.gazetteer.top_region() or (next(iter(every)) if len(every) == 1 else "")
        named = any(place.stem in self.above for place in question.places) or bool(HIGHER.search(slots.text))
        if not ids or not top or not named or len(question.places) > 1:
            return None
        asked = next((place.stem for place in question.places), "全省或全国")
        lacking = f"资料没有说明{asked}的这项数据。"
        teller.draft.say(lacking)
        for series in gather_series(self.facts, ids, [top])[:1]:
            told = [fact for year in years_told(series, slots) for fact in series.values(year)[:1]]
            if told:
                teller.tell(f"{top}{short_name(told[0].name)}是{'，'.join(map(teller.dated, told))}，不能代替{asked}的数", told)
        return NumberAnswer(teller.draft, tuple(teller.facts), (), lacking) if teller.facts else None

    def share_of_above(self, teller: Teller, ids: Sequence[str], slots: Slots) -> NumberAnswer | None:
        """Say that no plan here has the figure of the province or the nation, of which a share is asked for, and tell the region's own."""
        if not ids or any(fact.region.endswith(WHOLE) or _is_share_of_above(fact, slots) for fact in self.facts):
            return None  # the whole has a plan of its own here, or the share itself is stated
        teller.draft.say(NO_WHOLE)
        for series in gather_series(self.facts, ids, slots.regions)[:1]:
            told = [fact for year in years_told(series, slots) for fact in series.values(year)[:1]]
            if told:
                teller.tell(f"{series.whose}{short_name(told[0].name)}：{'，'.join(map(teller.dated, told))}", told)
        return NumberAnswer(teller.draft, tuple(teller.facts), (), NO_WHOLE) if teller.facts else None

    def near(self, teller: Teller, ids: Sequence[str], region: str, slots: Slots) -> NumberAnswer | None:
        """Say that a region has no such figure, and tell what comes nearest: a near indicator of its own, or the city's figure."""
        indicator = load_indicators().get(ids[0])
        if indicator is None or gather_series(self.facts, ids, [region]) or _written_of(teller.index, self.facts, indicator, region):
            return None
        lacking = f"资料没有说明{region}的“{indicator.id}”。"
        teller.draft.say(lacking)
        answers = False
        for other, reason in indicator.apart:
            for series in gather_series(self.facts, [other], [region]):
                told = [fact for year in years_told(series, slots) for fact in series.values(year)[:1]]
                if told and teller.tell(
                    f"相近的是{region}{short_name(told[0].name)}：{'，'.join(map(teller.dated, told))}；{reason}", told
                ):
                    answers |= counts_alike(indicator.id, other)
        above = self.gazetteer.region(self.gazetteer.parent(stem_of(region)))
        for series in gather_series(self.facts, ids, [above] if above and not teller.facts else []):
            told = [fact for year in years_told(series, slots) for fact in series.values(year)[:1]]
            if told:
                teller.tell(f"上一级{above}的是{'，'.join(map(teller.dated, told))}，不能当作{region}的数", told)
        return NumberAnswer(teller.draft, tuple(teller.facts), (), "" if answers else lacking) if teller.facts else None


def _is_share_of_above(fact: Fact, slots: Slots) -> bool:
    return fact.region in slots.regions and bool(SHARE_OF_ABOVE.search(fact.name))


def _written_of(index: PassageIndex, facts: Sequence[Fact], indicator: Indicator, region: str) -> bool:
    """Tell whether a region's documents write a figure beside a name of an indicator that was not read, as this or as any other one."""
    names = "|".join(re.escape(folded(alias)) for alias in indicator.aliases)
    texts = [_unread(index.texts[info.id], facts, info.id) for info in index.documents if info.region == region]
    return any(re.search(rf"(?:{names})[^。；占]{{0,20}}\d", text) for text in texts)


def _unread(text: str, facts: Sequence[Fact], doc: str) -> str:
    """Return a document's text as names are looked up in it, without the values of parts and those of the lexicon's indicators."""
    known = load_indicators()
    spans = {fact.spans[0] for fact in facts if fact.doc == doc and (fact.scope or fact.indicator in known)}
    ordered = sorted(spans, key=lambda span: span.start)
    ends = [0, *(span.end for span in ordered)]
    starts = [*(span.start for span in ordered), len(text)]
    return spoken("；".join(text[end:start] for end, start in zip(ends, starts, strict=True)))


def without_target(told: Sequence[Fact], slots: Slots, index: PassageIndex, facts: Sequence[Fact]) -> str:
    """Say so where the target of one past year is asked for and only what was reached then is known, by all facts."""
    if not AIMED.search(slots.text) or len(slots.years) != 1 or not told or len({fact.region for fact in told}) > 1:
        return ""
    year = slots.years[0]
    if any(fact.kind == "target" and fact.year not in (None, year) for fact in told):
        return ""  # the year is only what the target is set against
    info = index.infos[told[0].doc]
    things = {(fact.region, fact.scope, fact.indicator) for fact in told}
    known = any(fact.kind == "target" and (fact.region, fact.scope, fact.indicator) in things for fact in facts if fact.year == year)
    if not info.years or year >= info.years[0] or known or all(fact.year != year for fact in told):
        return ""
    return f"资料没有说明{info.region}这一项{year}年的目标值，只有当年的数。"
