"""A question about a region's figures as a whole -> those of its table that met, rose, double, share a unit, or stand apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.answer import MAX_ANSWER, MAX_FACT
from answer.asked import AskedIndicators
from answer.asks_figure import only_lists
from answer.evidence import Evidence
from answer.figure_book import FigureBook
from answer.kinship import asks_kinship, tell_kinship
from answer.number_answer import NumberAnswer
from answer.numbers_common import asks_common, tell_common
from answer.numbers_compounded import compound_asked, tell_compounded
from answer.numbers_list import list_indicators
from answer.numbers_met import asks_met, tell_all_met
from answer.numbers_risen import tell_risen
from answer.rise_asked import rise_asked
from answer.rows_picked import asks_rows, tell_rows_picked
from retriever.question import Question
from retriever.slots import Slots


def asks_as_whole(slots: Slots) -> bool:
    """Tell whether a question asks of figures together: which were met, rise, are common to two places, or are reckoned onwards."""
    text = slots.text
    return bool(asks_met(text) or asks_common(slots) or rise_asked(text) or asks_kinship(text) or asks_rows(text) or compound_asked(text))


@dataclass(frozen=True, slots=True)
class Told:
    """That figures were asked of as a whole, and what answers, None where nothing does."""

    told: NumberAnswer | None


@dataclass(frozen=True, slots=True)
class FiguresAsWhole:
    """Answers questions about the figures of a region together, none of which, or two at most, is named."""

    book: FigureBook
    asked: AskedIndicators

    def answer(
        self,
        regions: Sequence[str],
        every: Sequence[str],
        slots: Slots,
        question: Question,
        evidence: Sequence[Evidence],
        *,
        named: bool,
    ) -> Told | None:
        """Return the answer; None where figures are not asked of as a whole, or others may answer.

        Args:
            regions: those asked about.
            every: all regions of the documents.
            slots: what is asked.
            question: as it was read.
            evidence: the best sentences on it.
            named: the question names its regions.
        """
        found = (
            self._of_targets(regions, slots, question)
            or self._of_rises(regions, slots, question, evidence)
            or self._compounded(regions, slots, question)
        )
        if not found and asks_kinship(slots.text):
            found = self._kinship(regions if named else every, slots, question)
        if not found and asks_common(slots):
            found = self._in_common(slots, question)
        if not found and slots.asks("list_indicators") and len(regions) == 1 and only_lists(question):
            return Told(self._listed(regions[0]))
        return Told(found) if found else None

    def _compounded(self, regions: Sequence[str], slots: Slots, question: Question) -> NumberAnswer | None:
        """What a figure comes to that grows by so much every year, as a plan sets."""
        asked = compound_asked(slots.text) if len(regions) == 1 else None
        if asked is None:
            return None
        teller = self.book.teller(MAX_FACT)
        ids = self.asked.names.link(slots.text, question.places).ids
        return self.book.answer(teller, slots, question) if tell_compounded(teller, asked, ids, self.book.of(regions[0]), slots) else None

    def _kinship(self, regions: Sequence[str], slots: Slots, question: Question) -> NumberAnswer | None:
        """Why two near indicators are not one and the same."""
        teller = self.book.teller(MAX_ANSWER)
        return self.book.answer(teller, slots, question) if tell_kinship(teller, slots, self.book.facts, regions) else None

    def _in_common(self, slots: Slots, question: Question) -> NumberAnswer | None:
        """What two regions aim at in all indicators that both have."""
        teller = self.book.teller(MAX_ANSWER)
        return self.book.answer(teller, slots, question) if tell_common(teller, slots, self.book.facts) else None

    def _of_targets(self, regions: Sequence[str], slots: Slots, question: Question) -> NumberAnswer | None:
        """Which targets of one region were met, where all of them are asked of and none by its name."""
        if len(regions) != 1 or question.bodies or not asks_met(slots.text) or self.asked.names.link(slots.text, question.places).mentions:
            return None
        teller = self.book.teller(MAX_ANSWER)
        return self.book.answer(teller, slots, question) if tell_all_met(teller, slots, self.book.of(regions[0])) else None

    def _of_rises(self, regions: Sequence[str], slots: Slots, question: Question, evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """Which indicators of one region's table rise as is asked, or are counted so, where none is asked of by its name."""
        asked = rise_asked(slots.text)
        rows = asks_rows(slots.text)
        if not (asked or rows) or len(regions) != 1 or question.bodies or self.asked.names.link(slots.text, question.places).mentions:
            return None
        teller = self.book.teller(MAX_ANSWER)
        own = self.book.of(regions[0])
        told = tell_risen(teller, asked, own, evidence) if asked else tell_rows_picked(teller, slots.text, own)
        return self.book.answer(teller, slots, question) if told else None

    def _listed(self, region: str) -> NumberAnswer | None:
        """The indicators that a region's plans set targets for in their tables."""
        teller = self.book.teller(MAX_ANSWER)
        done = list_indicators(teller, self.book.of(region))
        return NumberAnswer(teller.draft, tuple(teller.facts), ()) if done else None
