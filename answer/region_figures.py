"""A question about the figures of whole regions -> its answer: one told, several set side by side, or the nearest there is."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_FACT
from answer.asked import AskedIndicators
from answer.evidence import Evidence
from answer.figure_book import FigureBook
from answer.number_answer import NumberAnswer
from answer.numbers_beside import tell_beside
from answer.numbers_many import tell_indicators
from answer.numbers_nearest import NearestFigures
from answer.numbers_one import tell_elsewhere, tell_known, tell_one
from answer.numbers_regions import compare_regions, figure_of
from answer.numbers_standing import tell_standing
from answer.numbers_years import tell_year_of
from answer.series import gather_series, narrower_rows
from answer.telling import Teller
from facts.regions import Gazetteer
from retriever.operations import Operation
from retriever.question import Question
from retriever.slots import Slots

NO_PLACE = "问题没有指明地方，以下按{}作答。"
# what is asked of a figure by itself
OF_ONE: frozenset[Operation] = frozenset({"lookup", "baseline", "change", "growth", "average_annual", "multiple", "timeline"})
COMPARED = re.compile(r"比|差|[更最][高低多少大小快]|[高低多少]多少|谁|哪个")


class RegionFigures:
    """Answers questions about the figures of whole regions."""

    def __init__(self, book: FigureBook, asked: AskedIndicators, nearest: NearestFigures, gazetteer: Gazetteer) -> None:
        """Take the facts, what finds the indicators asked for and the figures nearest to them, and what knows places."""
        self._book, self._asked, self._nearest, self._gazetteer = book, asked, nearest, gazetteer

    def answer(
        self,
        regions: tuple[str, ...],
        slots: Slots,
        question: Question,
        evidence: Sequence[Evidence],
        unknown: Sequence[str],
        *,
        named: bool,
    ) -> NumberAnswer | None:
        """Return the figures of whole regions, or what is computed of those of one; None where they are not surely meant.

        Args:
            regions: those meant, at least one.
            slots: what is to be done with their figures.
            question: what is asked.
            evidence: pieces found, best first.
            unknown: places asked about without documents, which are said to lack their figures.
            named: the question names the regions itself.
        """
        ids = self._asked.indicators(slots, question, evidence)
        teller = self._book.teller(MAX_ANSWER)
        told = len(regions) == 1 and tell_year_of(teller, slots, ids, self._book.of(regions[0]))
        told = told or (len(regions) == 1 and tell_standing(teller, slots, ids, self._book.of(regions[0])))
        told = told or (self._told(teller, ids, regions, slots, evidence, named) if ids else False)
        if told and unknown and slots.regions:
            missing = f"资料中没有找到{'、'.join(unknown)}的这项数据"
            if len(regions) == 1 and COMPARED.search(slots.text):
                teller.draft.lines.insert(0, f"{missing}，不能比较。")
                return NumberAnswer(teller.draft, tuple(teller.facts), (), f"{missing}，不能比较。")
            teller.draft.tell([f"{missing}。"])
        told = told or tell_beside(teller, slots, evidence, self._book.facts)
        told = told or (len(regions) == 1 and len(ids) == 1 and self._told_narrower(teller, ids[0], regions[0], slots))
        if ids and not told and named and len(regions) == 1 and slots.operations <= OF_ONE and self._asked.is_named(slots, question):
            return self._nearest.near(self._book.teller(MAX_FACT), ids, regions[0], slots)
        return self._book.answer(teller, slots, question) if told and teller.draft.citations else None

    def _told(
        self, teller: Teller, ids: tuple[str, ...], regions: tuple[str, ...], slots: Slots, evidence: Sequence[Evidence], named: bool
    ) -> bool:
        series = gather_series(self._book.facts, ids, regions)
        if not series:
            return False
        if len(regions) > 1:
            return compare_regions(teller, series, regions, slots, evidence, self._gazetteer.top_region(), self._book.facts)
        if slots.operations <= {"lookup", "conflict", "baseline"}:
            teller.draft.limit = MAX_FACT
        if len({one.indicator for one in series}) > 1 and slots.asks("sum", "difference", "rank") and not slots.over_time:
            chosen = [(one, fact) for one in series if (fact := figure_of(one, slots, series))]
            return tell_indicators(teller, chosen, slots)
        if not named and len({info.region for info in self._book.index.documents if info.region}) > 1:
            teller.draft.say(NO_PLACE.format(regions[0]))
        own = {one.indicator for one in series}
        others = (
            [fact for fact in self._book.facts if fact.indicator not in own] if len(own) > 1 else self._book.facts
        )  # near ones told by themselves
        told = [one for one in series if tell_one(teller, one, slots, others)]
        if not told or not all(one in told or tell_known(teller, one, slots, others) for one in series):
            return False
        if not named:
            every = dict.fromkeys(info.region for info in self._book.index.documents if info.region)
            tell_elsewhere(teller, gather_series(self._book.facts, ids, [place for place in every if place not in regions]))
        return True

    def _told_narrower(self, teller: Teller, indicator: str, region: str, slots: Slots) -> bool:
        """Tell the one row of a region's tables that counts an indicator from a level on only (省级以上…), by its whole name."""
        rows = narrower_rows(self._book.facts, indicator, region)
        return len(rows) == 1 and tell_one(teller, rows[0], slots)
