"""A question about figures -> its answer from facts, or None where it is not sure what is asked."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_FACT
from answer.asked import CALCULATED, AskedIndicators, with_plan_years
from answer.draft import Statement
from answer.english import lead_in_english
from answer.evidence import NUMERAL, Evidence
from answer.number_answer import NumberAnswer
from answer.numbers_bodies import BodyFigures
from answer.numbers_list import list_indicators
from answer.numbers_many import Missing, tell_indicators, tell_many
from answer.numbers_nearest import HIGHER, NearestFigures
from answer.numbers_one import tell_elsewhere, tell_one
from answer.numbers_parts import PER, tell_parts
from answer.numbers_shares import BACKWARD
from answer.numbers_standing import tell_standing
from answer.numbers_years import tell_year_of
from answer.quantity import decimal
from answer.quoting import statement
from answer.refuse import ACTUAL, ANCESTORS
from answer.series import Series, gather_series
from answer.telling import Teller
from facts.attributes import wanted
from facts.conflicts import conflicts
from facts.fact import Fact
from facts.regions import Gazetteer, stem_of
from index.embedder import Embedder
from index.store import PassageIndex
from retriever.abbreviations import Abbreviations
from retriever.linking import MONEY, plain_rest, spoken
from retriever.question import Question, years_in
from retriever.retrieve import Retrieval
from retriever.slots import Slots, read_slots

NO_PLACE = "问题没有指明地方，以下按{}作答。"
LIST_WORDS = re.compile(r"主要|核心|科技|创新|发展|指标|表|设|列|有|提出|包括|都|共|[哪几些个项出里中是多了在它上与]|十[二三四五]五|年")
SEVERAL_PLACES = re.compile(r"[二两三四五六几]个(?:地方|市县|区县|县市|城市|地区)")
PARTS_ONLY = re.compile(r"区县|县区|县市|市县|下辖|[两三四五]个(?:区|县)")
OTHER_MATTER = re.compile(
    r"什么(?!比例|水平|数|要求|量级)|哪些(?!地方|地区|城市|区县|县市|市县|县区)|哪几(?![年个])|为什么|为何|几[“\"]|会不会|能不能|可不可以|优先|照顾|扶持|政策|区别|不同(?!数)|意思|是指|怎么办|"
    r"which (?:measures|policies)|why",
    re.I,
)
NO_FIGURES = ("联系方式", "网址", "申报时间", "人员姓名", "地址", "申报材料", "文号或印发日期", "租金", "总投资")
GIVEN = re.compile(r"(?:给|奖|补|拿|领|发)[^，。？?]{0,4}(?:多少钱|几万|多少万|多少块)|多少钱(?:$|[？?])")  # a sum that somebody gets
COMPARED = re.compile(r"比|差|[更最][高低多少大小快]|[高低多少]多少|谁|哪个")
AIMED = re.compile(r"目标值?|规划值|计划值|定的|定了")
QUOTED = 120  # characters quoted of a region whose figure is not among the facts
SPEAKS = 0.75  # share of the best coverage from which on evidence speaks of what is asked


class NumberQuestions:
    """Answers questions about figures from the facts of an index."""

    def __init__(self, index: PassageIndex, facts: Sequence[Fact], embedder: Embedder, gazetteer: Gazetteer) -> None:
        self._index = index
        self._facts = tuple(facts)
        self._gazetteer = gazetteer
        self._asked = AskedIndicators(facts, index.texts, embedder, gazetteer)
        stems = {stem_of(info.region) for info in index.documents if info.region}
        parts = Abbreviations(dict.fromkeys(fact.scope for fact in self._facts if fact.scope), index.texts.values(), stems)
        self._bodies = BodyFigures(self._facts, parts, self._asked.named)
        self._nearest = NearestFigures(self._facts, gazetteer)
        self._conflicts = {
            (*(fact.doc for fact in one.facts[:1]), frozenset(fact.spans[0] for fact in one.facts)): one for one in conflicts(self._facts)
        }

    def answer(self, retrieval: Retrieval, history: Sequence[str], evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """Return the answer, or None where the facts do not surely give it."""
        question = retrieval.question
        slots = read_slots(question, history, self._gazetteer)
        if question.about_document or not (_asks_figure(question, slots) or self._asked.is_bare(slots, question)):
            return None
        unknown = [place.stem for place in question.places if not place.region and place.stem not in ANCESTORS]
        everywhere = ((question.everywhere or bool(SEVERAL_PLACES.search(slots.text))) and not (unknown and slots.regions)) or (
            slots.asks("rank", "exists", "sum") and not question.places
        )
        every = tuple(dict.fromkeys(info.region for info in self._index.documents if info.region))
        regions = slots.regions if len(slots.regions) > 1 or not everywhere else self._below(every, slots)
        if not regions and (question.places or HIGHER.search(slots.text)):
            near = Teller(self._index, MAX_FACT, self._conflicts)
            return self._nearest.below(near, self._asked.indicators(slots, question, evidence), slots, question)
        named = bool(regions)
        regions = regions or self._default()
        slots = with_plan_years(slots, regions, self._index.documents)
        if slots.asks("list_indicators") and len(regions) == 1 and _only_lists(question):
            return self._listed(regions[0])
        if scopes := self._bodies.scopes(question, slots.text, regions) or self._bodies.of_kind(slots.text, slots, regions):
            return self._of_bodies(scopes, slots, question, evidence)
        if len(regions) == 1 and BACKWARD.search(slots.text):
            back = Teller(self._index, MAX_ANSWER, self._conflicts)
            if tell_parts(back, slots, evidence, self._facts_of(regions[0])):
                return self._finished(back, slots, question)
        return self._of_regions(regions, slots, question, evidence, unknown, named=named)

    def _facts_of(self, region: str) -> list[Fact]:
        return [fact for fact in self._facts if fact.region == region]

    def _of_regions(
        self,
        regions: tuple[str, ...],
        slots: Slots,
        question: Question,
        evidence: Sequence[Evidence],
        unknown: Sequence[str],
        *,
        named: bool,
    ) -> NumberAnswer | None:
        """The figures of whole regions, or what is computed of those of one; places that are unknown are said to lack theirs."""
        ids = self._asked.indicators(slots, question, evidence)
        teller = Teller(self._index, MAX_ANSWER, self._conflicts)
        told = len(regions) == 1 and tell_year_of(teller, slots, ids, self._facts_of(regions[0]))
        told = told or (len(regions) == 1 and tell_standing(teller, slots, ids, self._facts_of(regions[0])))
        told = told or (self._told(teller, ids, regions, slots, evidence, named) if ids else False)
        if told and unknown and slots.regions:
            missing = f"资料中没有找到{'、'.join(unknown)}的这项数据"
            if len(regions) == 1 and COMPARED.search(slots.text):
                teller.draft.lines.insert(0, f"{missing}，不能比较。")
                return NumberAnswer(teller.draft, tuple(teller.facts), (), f"{missing}，不能比较。")
            teller.draft.tell([f"{missing}。"])
        if ids and not told and named and len(regions) == 1 and slots.operations <= {"lookup", "baseline", "change"}:
            return self._nearest.near(Teller(self._index, MAX_FACT, self._conflicts), ids, regions[0], slots)
        if not told and len(regions) == 1:
            told = tell_parts(teller, slots, evidence, self._facts_of(regions[0]))
        return self._finished(teller, slots, question) if told and teller.draft.citations else None

    def _of_bodies(self, scopes: Sequence[str], slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """The figures of parks, institutes and the like, or what is computed of those of one."""
        limit = MAX_FACT if len(scopes) == 1 else MAX_ANSWER
        part = Teller(self._index, limit, self._conflicts)
        told = self._bodies.tell(part, scopes, slots, question)
        if not told and len(scopes) == 1:
            part = Teller(self._index, limit, self._conflicts)
            told = tell_parts(part, slots, evidence, [fact for fact in self._facts if fact.scope == scopes[0]])
        return NumberAnswer(part.draft, tuple(part.facts), tuple(part.computed)) if told else None

    def _finished(self, teller: Teller, slots: Slots, question: Question) -> NumberAnswer:
        """The answer told, led by what it lacks of what was asked, or in English where the question is."""
        if lacking := self._no_target(teller.facts, slots):
            teller.draft.lines.insert(0, lacking)
            return NumberAnswer(teller.draft, tuple(teller.facts), (), lacking)
        if slots.english:
            lead_in_english(teller, question, self._gazetteer)
        return NumberAnswer(teller.draft, tuple(teller.facts), tuple(teller.computed))

    def _no_target(self, told: Sequence[Fact], slots: Slots) -> str:
        """Say so where the target of one past year is asked for and only what was reached then is known."""
        if not AIMED.search(slots.text) or len(slots.years) != 1 or not told or len({fact.region for fact in told}) > 1:
            return ""
        year = slots.years[0]
        info = self._index.infos[told[0].doc]
        known = any(fact.kind == "target" for fact in told if fact.year == year)
        if not info.years or year >= info.years[0] or known or all(fact.year != year for fact in told):
            return ""
        return f"资料没有说明{info.region}这一项{year}年的目标值，只有当年的数。"

    def _listed(self, region: str) -> NumberAnswer | None:
        """The indicators that a region's plans set targets for in their tables."""
        teller = Teller(self._index, MAX_ANSWER, self._conflicts)
        done = list_indicators(teller, [fact for fact in self._facts if fact.region == region])
        return NumberAnswer(teller.draft, tuple(teller.facts), ()) if done else None

    def _below(self, every: tuple[str, ...], slots: Slots) -> tuple[str, ...]:
        """All regions; without the one above them where its parts are asked about."""
        top = self._gazetteer.top_region()
        return tuple(region for region in every if region != top) if PARTS_ONLY.search(slots.text) else every

    def _default(self) -> tuple[str, ...]:
        """The region that stands for a question which names none."""
        top = self._gazetteer.top_region()
        return (top,) if top else tuple(dict.fromkeys(info.region for info in self._index.documents if info.region))[:1]

    def _told(
        self, teller: Teller, ids: tuple[str, ...], regions: tuple[str, ...], slots: Slots, evidence: Sequence[Evidence], named: bool
    ) -> bool:
        series = gather_series(self._facts, ids, regions)
        if not series:
            return False
        if len(regions) > 1:
            return self._compare(teller, series, regions, slots, evidence)
        if slots.operations <= {"lookup", "conflict", "baseline"}:
            teller.draft.limit = MAX_FACT
        if len({one.indicator for one in series}) > 1 and slots.asks("sum", "difference", "rank") and not slots.over_time:
            chosen = [(one, fact) for one in series if (fact := self._figure(one, slots, series))]
            return tell_indicators(teller, chosen, slots)
        if not named:
            teller.draft.say(NO_PLACE.format(regions[0]))
        if not all(tell_one(teller, one, slots, self._facts) for one in series):
            return False
        if not named:
            others = [region for region in dict.fromkeys(info.region for info in self._index.documents) if region and region not in regions]
            tell_elsewhere(teller, gather_series(self._facts, ids, others))
        return True

    def _compare(self, teller: Teller, series: Sequence[Series], asked: Sequence[str], slots: Slots, evidence: Sequence[Evidence]) -> bool:
        chosen: list[tuple[Series, Fact]] = []
        for region in asked:
            found = [(one, fact) for one in series if one.region == region and (fact := self._figure(one, slots, series))]
            chosen.extend(found[:1])
        if not slots.aims and len({fact.year for _, fact in chosen}) > 1:
            chosen = _of_one_year([one for one, _ in chosen], slots.years) or chosen
        missing = [Missing(region, self._quote(region, evidence)) for region in asked if region not in {one.region for one, _ in chosen}]
        if not chosen or (
            len(chosen) == 1 and not slots.asks("exists") and (len(asked) > 2 or slots.asks("sum", "share", "multiple", "difference"))
        ):
            return False
        if not tell_many(teller, chosen, slots, missing, self._gazetteer.top_region()):
            return False
        for year in slots.years[1:] if not slots.over_time and not slots.aims and len(chosen) == len(asked) else ():
            later = _of_one_year([one for one, _ in chosen], [year])
            if later and {fact.year for _, fact in later} != {fact.year for _, fact in chosen}:
                tell_many(teller, later, slots, [], self._gazetteer.top_region())
        return True

    def _quote(self, region: str, evidence: Sequence[Evidence]) -> Statement | None:
        """The best words of a region on what is asked, where they tell a figure that is not among the facts."""
        best = max((item.coverage for item in evidence), default=0.0)
        own = [item for item in evidence if self._index.infos[item.doc].region == region and NUMERAL.search(item.text)]
        speaking = next((item for item in own if item.coverage >= SPEAKS * best), None)
        return statement(speaking, region, QUOTED) if speaking else None

    def _figure(self, series: Series, slots: Slots, others: Sequence[Series]) -> Fact | None:
        """The fact of a series that is compared: of the year asked for, else of the year that most plans set targets for."""
        own = dict(slots.aims)
        if series.region in own:
            year = own[series.region]
        elif slots.years:
            year = max(slots.years) if slots.over_time else slots.years[0]
        else:
            base = slots.asks("baseline") and not slots.wants_target
            dated = [fact.year for one in others for fact in one.facts if (fact.kind == "target") != base and fact.year]
            year = max(sorted(set(dated), reverse=base), key=dated.count, default=0)
        found = series.values(year)
        return next((fact for fact in found if decimal(fact.value) is not None), found[0] if found else None)


def _of_one_year(series: Sequence[Series], asked: Sequence[int]) -> list[tuple[Series, Fact]]:
    """The figures of the first year asked for that all series have one of; none where there is no such year."""
    for year in asked:
        found = [(one, next((fact for fact in one.values(year) if decimal(fact.value) is not None), None)) for one in series]
        chosen = [(one, fact) for one, fact in found if fact is not None]
        if len(chosen) == len(series):
            return chosen
    return []


def _only_lists(question: Question) -> bool:
    """Tell whether nothing but the indicators themselves is asked for, no kind or size of them."""
    rest = plain_rest(spoken(question.text), question.places)
    return not LIST_WORDS.sub("", rest).strip()


def _asks_figure(question: Question, slots: Slots) -> bool:
    """Tell whether a figure is asked for: in so many words, or by naming a year and nothing else that could be told."""
    if slots.asks(*CALCULATED, "list_indicators"):
        return True
    if OTHER_MATTER.search(slots.text) or (GIVEN.search(slots.text) and not PER.search(slots.text)):
        return False
    return question.wants_number or slots.achieved or not slots.operations <= {"lookup"} or bool(years_in(slots.text))


def may_answer(text: str) -> bool:
    """Tell whether figures of a plan may answer although no sentence was found to: not for results or sums of money to be had.

    >>> may_answer("每万个上班的人里搞研发的各多少"), may_answer("2025年高企实际达到多少"), may_answer("高企奖多少")
    (True, False, False)
    """
    return not (ACTUAL.search(text) or MONEY.search(text) or any(kind.name in NO_FIGURES for kind in wanted(text)))
