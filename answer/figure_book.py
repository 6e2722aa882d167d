"""The facts of an index -> tellers over them, and the answer that one of them has told."""

from collections.abc import Sequence

from answer.english import lead_in_english
from answer.number_answer import NumberAnswer
from answer.numbers_nearest import without_target
from answer.telling import Teller
from facts.conflicts import conflicts
from facts.fact import Fact
from facts.regions import Gazetteer
from index.store import PassageIndex
from retriever.question import Question
from retriever.slots import Slots


class FigureBook:
    """The facts that answers are told from, with what contradicts what."""

    def __init__(self, index: PassageIndex, facts: Sequence[Fact], gazetteer: Gazetteer) -> None:
        """Take the documents, all facts of them, and what knows places."""
        self.index, self.facts, self._gazetteer = index, tuple(facts), gazetteer
        self._conflicts = {
            (*(fact.doc for fact in one.facts[:1]), frozenset(fact.spans[0] for fact in one.facts)): one for one in conflicts(self.facts)
        }

    def teller(self, limit: int) -> Teller:
        """Return what tells facts in at most so many characters."""
        return Teller(self.index, limit, self._conflicts)

    def of(self, region: str) -> list[Fact]:
        """Return the facts of one region."""
        return [fact for fact in self.facts if fact.region == region]

    def answer(self, teller: Teller, slots: Slots, question: Question) -> NumberAnswer:
        """Return what was told, led by what it lacks of what was asked, or in English where the question is."""
        if lacking := without_target(teller.facts, slots, self.index, self.facts):
            teller.draft.lines.insert(0, lacking)
            return NumberAnswer(teller.draft, tuple(teller.facts), (), lacking)
        if slots.english:
            lead_in_english(teller, question, self._gazetteer)
        return NumberAnswer(teller.draft, tuple(teller.facts), tuple(teller.computed))
