"""A question about figures -> its answer from facts, or None where it is not sure what is asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answer.answer import MAX_ANSWER, MAX_FACT
from answer.asked import AskedIndicators
from answer.asks_figure import OTHER_MATTER, asks_amount, asks_figure
from answer.charge import HOW_MANY, asks_charge
from answer.evidence import Evidence
from answer.figure_book import FigureBook
from answer.figures_as_whole import FiguresAsWhole, asks_as_whole
from answer.interrogatives import interrogatives
from answer.number_answer import NumberAnswer
from answer.numbers_bodies import BodyFigures
from answer.numbers_bodies_ranked import tell_bodies
from answer.numbers_clause import tell_clause
from answer.numbers_districts import districts_named
from answer.numbers_nearest import HIGHER, NearestFigures
from answer.numbers_parts import tell_parts
from answer.numbers_regions import below_top, default_regions
from answer.numbers_rows import tell_rows
from answer.numbers_shares import infers
from answer.plan_years import with_named_plan, with_plan_years
from answer.region_figures import RegionFigures
from answer.series import gather_series
from answer.unreached import asks_result, tell_unreached
from answer.vocabulary import Vocabulary
from facts.fact import Fact
from facts.regions import Gazetteer, stem_of
from index.embedder import Embedder
from retriever.abbreviations import Abbreviations
from retriever.linking import IndicatorNames
from retriever.question import Question
from retriever.retrieval import Retrieval
from retriever.slots import Slots, read_slots

SEVERAL_PLACES = re.compile(r"[二两三四五六几]个(?:地方|市县|区县|县市|城市|地区)|各(?:区县|市县|县市|县区|区市)")
OF_BODIES = re.compile(  # 十大创新中心里最高的是哪个: of them, not of places
    r"(?:[一二两三四五六七八九十几\d]+(?:大|个|条|家|座|块)|各个?)[\u4e00-\u9fff]{0,6}?(?P<kind>(?:创新|研发)?中心|走廊|园区|园|平台|小镇|基地|开发区|集群|研究院|实验室|板块|组团)"
)
OF_ABOVE = re.compile(r"占(?:了|到)?[^，。？?]{0,4}?(?:全省|全国|全球|全世界|浙江省?)(?!前)")  # a share of what no plan here has
ALL_OF, AND = re.compile(r"各(?:是|要|有|定)?多少|分别"), re.compile(r"[、和]|以及|还有")


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
        self._book = FigureBook(index, facts, gazetteer)
        self._as_whole = FiguresAsWhole(self._book, self._asked)
        self._of_regions = RegionFigures(self._book, self._asked, self._nearest, gazetteer)

    @property
    def names(self) -> IndicatorNames:
        """All names of indicators, by which questions are linked to them."""
        return self._asked.names

    def answer(self, retrieval: Retrieval, history: Sequence[str], evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """Return the answer, or None where the facts do not surely give it."""
        question = retrieval.question
        slots = with_named_plan(read_slots(question, history, self._gazetteer), self._index.documents)
        if (
            question.about_document
            or (asks_charge(question.text) and not HOW_MANY.search(question.text))
            or not (asks_figure(question, slots) or self._is_named_alone(slots, question) or asks_as_whole(slots))
        ):
            return None
        of_bodies = slots.asks("rank") and question.places and OF_BODIES.search(slots.text)
        unknown = [place.stem for place in question.places if not place.region and place.stem not in self._above]
        if told := self._of_above(slots, question, evidence) or self._of_all_bodies(slots, question, unknown):
            return told
        everywhere = ((question.everywhere or bool(SEVERAL_PLACES.search(slots.text))) and not (unknown and slots.regions)) or (
            slots.asks("rank", "exists", "sum") and not question.places
        )
        everywhere = everywhere and not of_bodies
        every = tuple(dict.fromkeys(info.region for info in self._index.documents if info.region))
        parts = districts_named(slots.text, self._facts, every)
        of_parts = everywhere and len(parts) > 1  # 甲县和乙县两个县里: of those two, wherever they lie
        lie = tuple(dict.fromkeys(fact.region for fact in self._facts if fact.scope in parts)) if of_parts else ()
        everywhere = everywhere and not of_parts
        regions = slots.regions if len(slots.regions) > 1 or not everywhere else below_top(every, slots, self._gazetteer.top_region())
        regions = regions or lie
        if not regions and (question.places or HIGHER.search(slots.text)):
            near = self._book.teller(MAX_FACT)
            return self._nearest.below(near, self._asked.indicators(slots, question, evidence), slots, question)
        named = bool(regions)
        regions = regions or default_regions(self._index.documents, self._gazetteer.usual_region(question.text))
        slots = with_plan_years(slots, regions, self._index.documents)
        if (as_whole := self._as_whole.answer(regions, every, slots, question, evidence, named=named)) is not None:
            return as_whole.told
        found = self._of_figures(regions, slots, question, evidence, unknown, named=named)
        if found and of_bodies and not found.lacking and not any(fact.scope for fact in found.facts):
            lacking = f"资料没有逐个说明这些{of_bodies['kind']}的这项数据，全域的数是："
            found.draft.lines.insert(0, lacking)
            return replace(found, lacking=lacking)
        return found

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
        holding = self._holding(regions)
        scopes = self._bodies.scopes(question, slots.text, regions + holding) or self._bodies.of_kind(slots.text, slots, regions)
        told = self._of_bodies(scopes, slots, question, evidence) if scopes else None
        unordered = told and slots.asks("rank") and len({fact.unit for fact in told.facts}) > 1  # 万元 and 亿元
        told = (self._of_all_bodies(slots, question, unknown, plain=True) if unordered or not told else None) or told
        if told or (scopes and not holding and not infers(slots.text)):
            return told
        if one and infers(slots.text) and (inferred := self._of_parts(one, slots, question, evidence)):
            return inferred
        found = self._of_regions.answer(regions, slots, question, evidence, unknown, named=named)
        return found or (self._of_parts(one, slots, question, evidence) if one else None)

    def _holding(self, regions: Sequence[str]) -> tuple[str, ...]:
        """The regions above those that have no figures of their own, where they state figures of them as of their parts."""
        lone = [region for region in regions if not self._book.of(region)]
        above = {region: self._gazetteer.region(self._gazetteer.parent(stem_of(region))) for region in lone}
        parts = {(fact.region, fact.scope) for fact in self._facts}
        return tuple(dict.fromkeys(holder for region, holder in above.items() if holder and (holder, region) in parts))

    def _of_rows(self, region: str, slots: Slots, question: Question, evidence: Sequence[Evidence], *, named: bool) -> NumberAnswer | None:
        """What is computed of rows that share a word, or of figures that one sentence tells together."""
        rows = self._book.teller(MAX_ANSWER)
        if tell_rows(rows, slots, self._book.of(region)):
            return self._book.answer(rows, slots, question)
        clause = self._book.teller(MAX_FACT)
        told = tell_clause(clause, slots, question, evidence, self._facts, region if named else "")
        return self._book.answer(clause, slots, question) if told else None

    def _of_above(self, slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """Answer for a share of the province's or the nation's figure."""
        if not OF_ABOVE.search(slots.text) or len(slots.regions) != 1:
            return None
        ids = self._asked.indicators(slots, question, evidence)
        return self._nearest.share_of_above(self._book.teller(MAX_FACT), ids, slots)

    def _of_all_bodies(self, slots: Slots, question: Question, unknown: Sequence[str], *, plain: bool = False) -> NumberAnswer | None:
        """What is asked of all parks, institutes or the like of one kind."""
        teller = self._book.teller(MAX_ANSWER)
        told = tell_bodies(teller, slots, self._facts, slots.regions, unknown, plain=plain)
        return self._book.answer(teller, slots, question) if told else None

    def _of_parts(self, region: str, slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """What is computed of the figures of one sentence."""
        teller = self._book.teller(MAX_ANSWER)
        return self._book.answer(teller, slots, question) if tell_parts(teller, slots, evidence, self._book.of(region)) else None

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
        teller = self._book.teller(MAX_ANSWER)
        return tell_unreached(teller, series, slots, today) if len(series) == len(regions) else None

    def _is_named_alone(self, slots: Slots, question: Question) -> bool:
        """Tell whether a question is but places and the name of one indicator, and does not ask which ones are counted."""
        return self._asked.is_bare(slots, question) and not OTHER_MATTER.search(slots.text)

    def _of_bodies(self, scopes: Sequence[str], slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """The figures of parks, institutes and the like, or what is computed of those of one."""
        limit = MAX_FACT if len(scopes) == 1 else MAX_ANSWER
        part = self._book.teller(limit)
        told = self._bodies.tell(part, scopes, slots, question)
        if not told and len(scopes) == 1:
            part = self._book.teller(limit)
            told = tell_parts(part, slots, evidence, [fact for fact in self._facts if fact.scope == scopes[0]])
        if not told and len(scopes) == 1:
            part = self._book.teller(MAX_ANSWER)
            if lacking := self._bodies.lacking_year(part, scopes[0], slots, question):
                return NumberAnswer(part.draft, tuple(part.facts), (), lacking)
        if told and len(scopes) == 1 and len({one.clause for one in interrogatives(question.text)}) > len(part.facts):
            return None  # another clause asks for another number
        if told and len(scopes) == 1 and ALL_OF.search(slots.text) and len(part.facts) <= len(AND.findall(slots.text)):
            return None  # more is asked for than was told: its row tells it all
        return NumberAnswer(part.draft, tuple(part.facts), tuple(part.computed)) if told else None
