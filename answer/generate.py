"""An answer made without a model -> the same in a chat model's words, streamed sentence by checked sentence.

Whatever the model does, what comes out is either a reply of which every sentence and figure has been held against the
spans it cites, or the answer it was to word, with a notice that says why.
"""

import re
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace

from langchain_core.messages import BaseMessage

from answer.answer import Answer, Citation
from answer.basis import Basis
from answer.claims import MARKS, NUMBER
from answer.consent import describes_itself
from answer.judge import sentence_faults, whole_faults
from answer.materials import materials, shown
from answer.mending import placed, with_own_lines, with_written_names
from answer.reply import marks_of, tidied, without_courtesies
from answer.verifier import Verifier
from index.errors import ChatModelError
from index.store import PassageIndex
from prompts.llm import ChatModel
from prompts.render import Task, messages_for, repair_messages
from prompts.signs import speaks_to_a_model

ATTEMPTS = 2  # the reply, and once more with what was wrong with it
INSTEAD = "以下是不用模型的回答。"
UNCHECKED = f"对话模型的回答没有通过逐句核对，{INSTEAD}"
PARTLY = f"资料没有说明问题的一部分，因此没有请对话模型改写，{INSTEAD}"
INSTRUCTED = f"问题或所引资料里有写给模型的指令，因此没有请对话模型改写，{INSTEAD}"
PROFILE = f"问题里有企业自身的情况，未经同意不发给对话模型（同意请设置 CEWEN_LLM_PROFILES=1），{INSTEAD}"
COMPLETE = re.compile(r"(?:\[\d+\][。；！？.;!?]?|[。；！？])\s*(?=[^\s\[。；！？])|\n")


@dataclass(frozen=True, slots=True)
class Told:
    """What the program found out about a question without a model.

    Attributes:
        answer: the answer.
        limit: characters it may have.
        english: the question is in English.
        partly: a part of the question is refused.
        history: earlier user turns.
    """

    answer: Answer
    limit: int
    english: bool
    partly: bool
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Has answers worded by a chat model.

    Attributes:
        index: what the answers come from.
        verifier: holds sentences and figures against spans.
        chat: the model.
        profiles: an enterprise's description of itself may be sent to the model.
    """

    index: PassageIndex
    verifier: Verifier
    chat: ChatModel
    profiles: bool = False

    def stream(self, told: Told) -> Iterator[Answer]:
        """Yield the answer as its checked text grows; the last one is final. Never raises for what the model does."""
        started = time.monotonic()
        final = told.answer
        if told.answer.refusal is None:
            reason = self._withheld(told)
            if reason:
                final = _instead(told.answer, reason)
            else:
                final = yield from self._worded(told, started + self.chat.timeout)
        yield replace(final, latency_ms=round(told.answer.latency_ms + (time.monotonic() - started) * 1000, 3))

    def _withheld(self, told: Told) -> str:
        """Return why a question is not given to the model, or ""."""
        turns = [*told.history, told.answer.question]
        if not self.profiles and describes_itself(turns):
            return PROFILE
        cited = [text for one in told.answer.citations for text in (one.text, one.context, one.heading)]
        if any(map(speaks_to_a_model, [*turns, *cited])):
            return INSTRUCTED
        return PARTLY if told.partly else ""

    def _worded(self, told: Told, deadline: float) -> Generator[Answer, None, Answer]:
        """Yield beginnings of replies that hold; return the first reply that holds as a whole, else the answer without."""
        sources = {one.n: one for one in materials(told.answer, self.index)}
        basis = Basis(told.answer, told.limit, sources, told.english)
        asked = messages_for(self._task(told, list(sources.values())))
        messages: list[BaseMessage] = asked
        for attempt in range(ATTEMPTS):
            try:
                text = yield from self._reply(messages, basis, deadline)
            except ChatModelError as error:
                if error.failure == "cut" and attempt + 1 < ATTEMPTS:
                    continue
                return _instead(told.answer, f"{error}，{INSTEAD}")
            text = with_own_lines(text, basis)
            faults = whole_faults(text, basis, self.verifier) or sentence_faults(text, basis, self.verifier)
            if not faults:
                return self._answer(text, basis)
            messages = repair_messages(asked, text, faults, told.limit)
        return _instead(told.answer, UNCHECKED)

    def _task(self, told: Told, sources: Sequence[Citation]) -> Task:
        answer = told.answer
        figures = [_fact_line(fact) for fact in answer.facts] + [f"算式：{one['formula']}" for one in answer.computed]
        given = tuple(shown(source, self.index) for source in sources)
        return Task(answer.question, told.history, given, figures, answer.answer, told.limit, told.english)

    def _reply(self, messages: Sequence[BaseMessage], basis: Basis, deadline: float) -> Generator[Answer, None, str]:
        """Yield a reply's beginnings as long as all their sentences hold; return the whole of it, tidied."""
        raw = ""
        shown_to = 0
        for piece in self.chat.stream(messages, deadline):
            raw += piece
            ends = [match.end() for match in COMPLETE.finditer(raw)]
            if not ends or ends[-1] <= shown_to or ends[-1] > 2 * basis.limit:
                continue
            shown_to = ends[-1]
            text = self._mended(raw[:shown_to], basis)
            if marks_of(text) and len(text) <= basis.limit and not sentence_faults(text, basis, self.verifier):
                yield self._answer(text, basis)
        return self._mended(raw, basis)

    def _mended(self, raw: str, basis: Basis) -> str:
        """A reply with what can be set right without asking: its form, the names of indicators, the place it is about."""
        return placed(with_written_names(without_courtesies(tidied(raw)), basis), basis, self.verifier)

    def _answer(self, text: str, basis: Basis) -> Answer:
        """The answer with a reply's text, its marks numbered in their order and its citations behind them."""
        order = marks_of(text)
        number = {old: new for new, old in enumerate(order, 1)}
        citations = tuple(replace(basis.sources[old], n=number[old]) for old in order)

        def renumbered(match: re.Match[str]) -> str:
            marks = dict.fromkeys(number[int(old)] for old in NUMBER.findall(match.group()))
            return "".join(f"[{mark}]" for mark in marks)

        body = MARKS.sub(renumbered, text)
        checks = self.verifier.verify(body, citations, basis.own_lines, basis.answer.question)
        return replace(basis.answer, answer=body, citations=citations, checks=checks, mode="llm")


def _instead(answer: Answer, reason: str) -> Answer:
    return replace(answer, notices=(*answer.notices, reason))


def _fact_line(fact: dict[str, object]) -> str:
    """A fact in words: region, name as written, year, kind, bound, value, unit, note."""
    high = f"—{fact['value_high']}" if fact.get("value_high") else ""
    year = f"{fact['year']}年" if fact.get("year") else ""
    note = f"（{fact['note']}）" if fact.get("note") else ""
    kind = {"target": "目标", "forecast": "预计"}.get(str(fact["kind"]), "")
    return f"{fact['region']} {fact['name']} {year}{kind} {fact['comparator']}{fact['value']}{high}{fact['unit']}{note}"
