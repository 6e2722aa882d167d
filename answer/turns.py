"""A turn -> the replies to the questions it holds: each by itself, then again as what the others leave open asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer.absent_charge import UNIT_IN_CHARGE
from answer.completing import Completing
from answer.each_place import all_computed, of_each_place
from answer.follow_ups import FollowUps
from answer.numbers_matters import MatterFigures
from answer.parted import Parted, asks_figure_of
from answer.pointing import PLACE_FIRST, names_matter, pointed
from answer.replied import Reply
from answer.replies import Replies
from facts.fact import Fact
from facts.measure import Measure
from index.embedder import Embedder
from index.store import PassageIndex
from retriever.interleave import merge_hits
from retriever.retrieve import K, PassageRetriever
from retriever.wanted import asks_of_document, goes_on_about_document, only_asks_charge
from retriever.windows import Hit


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was answered.

    Attributes:
        question: what was asked, a follow-up in full.
        parts: what answers its questions, in order; at least one.
        hits: what was found for the whole of it and for each of its questions, in turns.
    """

    question: str
    parts: tuple[Reply, ...]
    hits: tuple[Hit, ...]


class Turns:
    """Answers turns without a model."""

    def __init__(
        self, index: PassageIndex, retriever: PassageRetriever, embedder: Embedder, facts: Sequence[Fact], measures: Sequence[Measure]
    ) -> None:
        """Answer from an index, its facts and its measures."""
        gazetteer = retriever.gazetteer
        self._retriever = retriever
        self._replies = Replies(index, retriever, embedder, facts, measures)
        self._follow_ups = FollowUps(index, retriever, self._replies)
        self._parted = Parted(gazetteer, index.documents, retriever.named_in)
        self._completing = Completing(MatterFigures(self._replies.picks(), gazetteer.top_region()), index, gazetteer)

    def warm(self) -> None:
        """Read the documents' sentences before the first question."""
        self._replies.warm()

    def answer(self, meant: str, history: Sequence[str], day: date) -> Turn:
        """Return what answers the questions of a turn.

        Args:
            meant: what was typed, as it is meant.
            history: earlier user turns, oldest first.
            day: the day to answer for.
        """
        followed = self._follow_ups.read(meant, history, day)
        if followed:
            meant, history = followed.question, ()
        history = self._follow_ups.told_before(history, day)
        if followed and followed.told:
            parts = [Reply(self._retriever.retrieve(meant, ()), None, followed.told)]
        else:
            parts = self._parts(meant, history, day)
        return Turn(meant, tuple(parts), tuple(self._hits(meant, history, parts)))

    def _hits(self, question: str, history: Sequence[str], parts: Sequence[Reply]) -> Sequence[Hit]:
        if len(parts) == 1:
            return parts[0].retrieval.hits
        return merge_hits([*(part.retrieval.hits for part in parts), self._retriever.retrieve(question, history).hits], K)

    def _parts(self, meant: str, history: Sequence[str], day: date) -> list[Reply]:
        """Answer the questions that a turn holds, one by one."""
        asked = self._parted.parts(meant)
        if len(asked) > 1 and asks_of_document(asked[0]) and all(goes_on_about_document(PLACE_FIRST.sub("", part)) for part in asked[1:]):
            asked = [meant]  # when it ends, whether it still holds: one answer says both
        parts = self._each(asked, history, day, meant)
        if len(asked) > 1 and parts[0].refusal and parts[0].refusal.code == "off_topic" and not any(map(names_matter, asked[1:])):
            asked = [meant]  # what follows on it is no more of the field
            parts = self._each(asked, history, day, meant)
        if len(asked) == 1 and parts[0].refusal and parts[0].refusal.code == "not_in_corpus":
            asked, parts = self._apart(asked, parts, history, day, meant)
        if not any(part.numbers for part in parts) and (each := of_each_place(meant, asked, self._retriever.gazetteer)):
            apart = self._each(each, history, day, meant)
            if all_computed(apart):
                return apart
        return self._completing.complete(asked, history, parts)

    def _apart(self, asked: list[str], parts: list[Reply], history: Sequence[str], day: date, meant: str) -> tuple[list[str], list[Reply]]:
        """Answer the clauses of a refused question one by one; as it was where none finds the figure of what it names itself."""
        clauses = self._parted.clauses(meant)
        each = self._each(clauses, history, day, meant)
        told = [
            (not place or self._parted.stands_alone(clause)) and asks_figure_of(clause) and self._replies.states_figure(part)
            for place, (clause, part) in enumerate(zip(clauses, each, strict=True))
        ]
        if not any(told):
            return asked, parts  # what one clause lacks is no answer to another
        return clauses, [
            _without_unit(parts[0]) or part if _asks_unit(clause) else part for clause, part in zip(clauses, each, strict=True)
        ]

    def _each(self, asked: list[str], history: Sequence[str], day: date, meant: str) -> list[Reply]:
        """Answer the questions of a turn in order, each put in full in its place where it points back to the one before."""
        parts: list[Reply] = []
        for place, part in enumerate(asked):
            whole = pointed(part, asked[place - 1], parts[-1], self._retriever.named_in) if place else part
            before = asked[:place] if whole == part else []  # what it points back to is in it
            reply = self._replies.reply(whole, [*history, *before], day, meant)
            if before and reply.refusal:
                reply, whole = self._asked_again(reply, whole, before, history, day, meant)
            parts.append(reply)
            asked[place] = whole
        return parts

    def _asked_again(
        self, reply: Reply, part: str, before: Sequence[str], history: Sequence[str], day: date, meant: str
    ) -> tuple[Reply, str]:
        """Answer a later question that was refused by itself where it names its own matter, or of the city above where it asks of all."""
        body = self._parted.body(before[-1])
        if body and not self._parted.body(part) and not self._parted.stands_alone(part):
            on = f"{body}{PLACE_FIRST.sub('', part)}"  # asks on of the one body that the question before names
            again = self._replies.reply(on, history, day, meant)
            if not again.refusal and self._replies.states_figure(again):
                return again, on
        if self._parted.stands_alone(part):
            again = self._replies.reply(part, history, day, meant)
            if not again.refusal and self._replies.states_figure(again):
                return again, part
        if city := self._parted.of_city(part):
            again = self._replies.reply(city, [*history, *before], day, meant)
            if not again.refusal:
                return again, city
        return reply, part


def _asks_unit(clause: str) -> bool:
    return only_asks_charge(PLACE_FIRST.sub("", clause))


def _without_unit(whole: Reply) -> Reply | None:
    """The reason why a whole question was refused, where it is that no unit in charge was found for what it speaks of."""
    if whole.refusal is None or UNIT_IN_CHARGE not in whole.refusal.text:
        return None
    return replace(whole, draft=replace(whole.draft, citations=[], lines=[whole.refusal.text]))
