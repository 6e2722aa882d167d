"""A question about figures -> its answer from facts, or None where it is not sure what is asked."""

import re
from collections.abc import Sequence
from datetime import date

from answer.answer import MAX_ANSWER, MAX_FACT
from answer.asked import AskedIndicators, with_named_plan, with_plan_years
from answer.asks_figure import OTHER_MATTER, asks_amount, asks_figure, only_lists
from answer.english import lead_in_english
from answer.evidence import Evidence
from answer.interrogatives import interrogatives
from answer.number_answer import NumberAnswer
from answer.numbers_beside import tell_beside
from answer.numbers_bodies import BodyFigures
from answer.numbers_bodies_ranked import tell_bodies
from answer.numbers_clause import tell_clause
from answer.numbers_list import list_indicators
from answer.numbers_many import tell_indicators
from answer.numbers_nearest import HIGHER, NearestFigures, without_target
from answer.numbers_one import tell_elsewhere, tell_one
from answer.numbers_parts import tell_parts
from answer.numbers_regions import below_top, compare_regions, default_regions, figure_of
from answer.numbers_rows import tell_rows
from answer.numbers_shares import infers
from answer.numbers_standing import tell_standing
from answer.numbers_years import tell_year_of
from answer.series import gather_series, narrower_rows
from answer.telling import Teller
from answer.unreached import asks_result, tell_unreached
from answer.vocabulary import Vocabulary
from facts.conflicts import conflicts
from facts.fact import Fact
from facts.regions import Gazetteer, stem_of
from index.embedder import Embedder
from retriever.abbreviations import Abbreviations
from retriever.linking import IndicatorNames
from retriever.question import Question
from retriever.retrieve import Retrieval
from retriever.slots import Slots, read_slots

NO_PLACE = "问题没有指明地方，以下按{}作答。"
SEVERAL_PLACES = re.compile(r"[二两三四五六几]个(?:地方|市县|区县|县市|城市|地区)")
ALL_OF, AND = re.compile(r"各(?:是|要|有|定)?多少|分别"), re.compile(r"[、和]|以及|还有")
COMPARED = re.compile(r"比|差|[更最][高低多少大小快]|[高低多少]多少|谁|哪个")


class NumberQuestions:
    """Answers questions about figures from the facts of an index."""

    def __init__(self, vocabulary: Vocabulary, facts: Sequence[Fact], embedder: Embedder, gazetteer: Gazetteer) -> None:
        index = vocabulary.index
        self._index = index
        self._above = vocabulary.above
        self._facts = tuple(facts)
        self._gazetteer = gazetteer
        self._asked = AskedIndicators(facts, index.texts, embedder, gazetteer)
        stems = {stem_of(info.region) for info in index.documents if info.region}
        parts = Abbreviations(dict.fromkeys(fact.scope for fact in self._facts if fact.scope), index.texts.values(), stems)
        self._bodies = BodyFigures(self._facts, parts, self._asked.named)
        self._nearest = NearestFigures(self._facts, gazetteer, vocabulary.above)
        self._conflicts = {
            (*(fact.doc for fact in one.facts[:1]), frozenset(fact.spans[0] for fact in one.facts)): one for one in conflicts(self._facts)
        }

    @property
    def names(self) -> IndicatorNames:
        """All names of indicators, by which questions are linked to them."""
        return self._asked.names

    def answer(self, retrieval: Retrieval, history: Sequence[str], evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """Return the answer, or None where the facts do not surely give it."""
        question = retrieval.question
        slots = with_named_plan(read_slots(question, history, self._gazetteer), self._index.documents)
        if question.about_document or not (asks_figure(question, slots) or self._is_named_alone(slots, question)):
            return None
        unknown = [place.stem for place in question.places if not place.region and place.stem not in self._above]
        if told := self._of_all_bodies(slots, question, unknown):
            return told
        everywhere = ((question.everywhere or bool(SEVERAL_PLACES.search(slots.text))) and not (unknown and slots.regions)) or (
            slots.asks("rank", "exists", "sum") and not question.places
        )
        every = tuple(dict.fromkeys(info.region for info in self._index.documents if info.region))
        regions = slots.regions if len(slots.regions) > 1 or not everywhere else below_top(every, slots, self._gazetteer.top_region())
        if not regions and (question.places or HIGHER.search(slots.text)):
            near = Teller(self._index, MAX_FACT, self._conflicts)
            return self._nearest.below(near, self._asked.indicators(slots, question, evidence), slots, question)
        named = bool(regions)
        regions = regions or default_regions(self._index.documents, self._gazetteer.usual_region(question.text))
        slots = with_plan_years(slots, regions, self._index.documents)
        if slots.asks("list_indicators") and len(regions) == 1 and only_lists(question):
            return self._listed(regions[0])
        return self._of_figures(regions, slots, question, evidence, unknown, named=named)

    def _of_figures(
        self,
        regions: tuple[str, ...],
        slots: Slots,
        question: Question,
        evidence: Sequence[Evidence],
        unknown: Sequence[str],
        *,
        named: bool,
    ) -> NumberAnswer | None:
        """The figures of rows, of a sentence, of parts of a region, or of whole regions, and what is computed of them."""
        one = regions[0] if len(regions) == 1 else ""
        if one and (told := self._of_rows(one, slots, question, evidence, named=named)):
            return told
        scopes = self._bodies.scopes(question, slots.text, regions) or self._bodies.of_kind(slots.text, slots, regions)
        told = self._of_bodies(scopes, slots, question, evidence) if scopes else None
        told = told or self._of_all_bodies(slots, question, unknown, plain=True)
        if told or scopes:
            return told
        if one and infers(slots.text) and (inferred := self._of_parts(one, slots, question, evidence)):
            return inferred
        found = self._of_regions(regions, slots, question, evidence, unknown, named=named)
        return found or (self._of_parts(one, slots, question, evidence) if one else None)

    def _of_rows(self, region: str, slots: Slots, question: Question, evidence: Sequence[Evidence], *, named: bool) -> NumberAnswer | None:
        """What is computed of rows that share a word, or of figures that one sentence tells together."""
        rows = Teller(self._index, MAX_ANSWER, self._conflicts)
        if tell_rows(rows, slots, self._facts_of(region)):
            return self._finished(rows, slots, question)
        clause = Teller(self._index, MAX_FACT, self._conflicts)
        told = tell_clause(clause, slots, question, evidence, self._facts, region if named else "")
        return self._finished(clause, slots, question) if told else None

    def _of_all_bodies(self, slots: Slots, question: Question, unknown: Sequence[str], *, plain: bool = False) -> NumberAnswer | None:
        """What is asked of all parks, institutes or the like of one kind."""
        teller = Teller(self._index, MAX_ANSWER, self._conflicts)
        told = tell_bodies(teller, slots, self._facts, slots.regions, unknown, plain=plain)
        return self._finished(teller, slots, question) if told else None

    def _of_parts(self, region: str, slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """What is computed of the figures of one sentence."""
        teller = Teller(self._index, MAX_ANSWER, self._conflicts)
        return self._finished(teller, slots, question) if tell_parts(teller, slots, evidence, self._facts_of(region)) else None

    def unreached(self, retrieval: Retrieval, history: Sequence[str], evidence: Sequence[Evidence], today: date) -> NumberAnswer | None:
        """Say that what was reached in a year is not known, where that is asked for and only targets are; None elsewhere."""
        question = retrieval.question
        if question.english or question.about_document or question.bodies or not asks_result(question.text):
            return None
        slots = read_slots(question, history, self._gazetteer)
        if not (asks_figure(question, slots) or asks_amount(question.text)) or OTHER_MATTER.search(question.text):
            return None
        regions = slots.regions or (
            () if question.places else default_regions(self._index.documents, self._gazetteer.usual_region(question.text))
        )
        ids = self._asked.indicators(slots, question, evidence) if regions else ()
        series = gather_series(self._facts, ids, regions) if len({*ids}) == 1 else []
        teller = Teller(self._index, MAX_ANSWER, self._conflicts)
        return tell_unreached(teller, series, slots, today) if len(series) == len(regions) else None

    def _is_named_alone(self, slots: Slots, question: Question) -> bool:
        """Tell whether a question is but places and the name of one indicator, and does not ask which ones are counted."""
        return self._asked.is_bare(slots, question) and not OTHER_MATTER.search(slots.text)

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
        told = told or tell_beside(teller, slots, evidence, self._facts)
        told = told or (len(regions) == 1 and len(ids) == 1 and self._told_narrower(teller, ids[0], regions[0], slots))
        if ids and not told and named and len(regions) == 1 and slots.operations <= {"lookup", "baseline", "change"}:
            return self._nearest.near(Teller(self._index, MAX_FACT, self._conflicts), ids, regions[0], slots)
        return self._finished(teller, slots, question) if told and teller.draft.citations else None

    def _told_narrower(self, teller: Teller, indicator: str, region: str, slots: Slots) -> bool:
        """Tell the one row of a region's tables that counts an indicator from a level on only (省级以上…), by its whole name."""
        rows = narrower_rows(self._facts, indicator, region)
        return len(rows) == 1 and tell_one(teller, rows[0], slots)

    def _of_bodies(self, scopes: Sequence[str], slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """The figures of parks, institutes and the like, or what is computed of those of one."""
        limit = MAX_FACT if len(scopes) == 1 else MAX_ANSWER
        part = Teller(self._index, limit, self._conflicts)
        told = self._bodies.tell(part, scopes, slots, question)
        if not told and len(scopes) == 1:
            part = Teller(self._index, limit, self._conflicts)
            told = tell_parts(part, slots, evidence, [fact for fact in self._facts if fact.scope == scopes[0]])
        if not told and len(scopes) == 1:
            part = Teller(self._index, MAX_ANSWER, self._conflicts)
            if lacking := self._bodies.lacking_year(part, scopes[0], slots, question):
                return NumberAnswer(part.draft, tuple(part.facts), (), lacking)
        if told and len(scopes) == 1 and len({one.clause for one in interrogatives(question.text)}) > len(part.facts):
            return None  # another clause asks for another number
        if told and len(scopes) == 1 and ALL_OF.search(slots.text) and len(part.facts) <= len(AND.findall(slots.text)):
            return None  # more is asked for than was told: its row tells it all
        return NumberAnswer(part.draft, tuple(part.facts), tuple(part.computed)) if told else None

    def _finished(self, teller: Teller, slots: Slots, question: Question) -> NumberAnswer:
        """The answer told, led by what it lacks of what was asked, or in English where the question is."""
        if lacking := without_target(teller.facts, slots, self._index, self._facts):
            teller.draft.lines.insert(0, lacking)
            return NumberAnswer(teller.draft, tuple(teller.facts), (), lacking)
        if slots.english:
            lead_in_english(teller, question, self._gazetteer)
        return NumberAnswer(teller.draft, tuple(teller.facts), tuple(teller.computed))

    def _listed(self, region: str) -> NumberAnswer | None:
        """The indicators that a region's plans set targets for in their tables."""
        teller = Teller(self._index, MAX_ANSWER, self._conflicts)
        done = list_indicators(teller, [fact for fact in self._facts if fact.region == region])
        return NumberAnswer(teller.draft, tuple(teller.facts), ()) if done else None

    def _told(
        self, teller: Teller, ids: tuple[str, ...], regions: tuple[str, ...], slots: Slots, evidence: Sequence[Evidence], named: bool
    ) -> bool:
        series = gather_series(self._facts, ids, regions)
        if not series:
            return False
        if len(regions) > 1:
            return compare_regions(teller, series, regions, slots, evidence, self._gazetteer.top_region(), self._facts)
        if slots.operations <= {"lookup", "conflict", "baseline"}:
            teller.draft.limit = MAX_FACT
        if len({one.indicator for one in series}) > 1 and slots.asks("sum", "difference", "rank") and not slots.over_time:
            chosen = [(one, fact) for one in series if (fact := figure_of(one, slots, series))]
            return tell_indicators(teller, chosen, slots)
        if not named and len({info.region for info in self._index.documents if info.region}) > 1:
            teller.draft.say(NO_PLACE.format(regions[0]))
        own = {one.indicator for one in series}
        others = (
            [fact for fact in self._facts if fact.indicator not in own] if len(own) > 1 else self._facts
        )  # near ones told by themselves
        if not all(tell_one(teller, one, slots, others) for one in series):
            return False
        if not named:
            elsewhere = [place for place in dict.fromkeys(info.region for info in self._index.documents) if place and place not in regions]
            tell_elsewhere(teller, gather_series(self._facts, ids, elsewhere))
        return True
