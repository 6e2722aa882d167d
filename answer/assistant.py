"""Question -> Answer: the one entry point for the chat, the terminal and the evaluation."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from answer.answer import MAX_ANSWER, Answer
from answer.corroborated import by_said, corroborate
from answer.draft import Draft
from answer.generate import Told, Wording
from answer.mode import Mode, check_question
from answer.notices import notices
from answer.number_answer import merged
from answer.shown import shown_hits
from answer.turns import Turns
from answer.verifier import Verifier
from facts.matched import Matching, unjudged
from facts.matching import match_text
from facts.store import facts_of, measures_of
from index.catalog import DocumentInfo, read_catalog
from index.embedder import Embedder, SentenceEmbedder
from index.errors import InputError
from index.settings import Settings
from index.store import PassageIndex, load_index
from prompts.llm import NOT_CONFIGURED, ChatModel, load_chat_model
from retriever.retrieve import PassageRetriever

WARM_UP = ("规划目标", "我们是一家企业，能享受哪些支持？")  # a figure and an offer of nothing in particular
STREAM_CHARS = 12


class Assistant:
    """Answers questions from one index."""

    def __init__(
        self,
        index: PassageIndex,
        embedder: Embedder,
        chat: Callable[[], ChatModel] | None = None,
        profiles: bool = False,
        retriever: PassageRetriever | None = None,
    ) -> None:
        """Answer from an index.

        Args:
            index: the documents.
            embedder: the model the index was built with.
            chat: loads the chat model, called when an answer in its words is first wanted; None for none.
            profiles: what an enterprise tells of itself may be sent to the chat model.
            retriever: finds the passages, in place of the usual one over the same index.
        """
        self._chat = chat
        self._profiles = profiles
        self._wording: Wording | None = None
        self._index = index
        self._retriever = retriever or PassageRetriever(index, embedder)
        self._embedder = embedder
        self._facts = facts_of(index)
        self._measures = measures_of(index)
        self._valid_to: dict[str, str] = {}
        for measure in self._measures:
            self._valid_to[measure.doc] = max(measure.valid_to, self._valid_to.get(measure.doc, ""))
        self._verifier = Verifier(index, self._retriever.gazetteer)
        self._said = by_said(self._facts)
        self._turns = Turns(index, self._retriever, embedder, self._facts, self._measures)

    @classmethod
    def load(cls, settings: Settings) -> "Assistant":
        """Load the index that the settings name, and the model behind it.

        Raises:
            IndexMissingError, IndexDamagedError, IndexStaleError: with what to do.
            CatalogError: the corpus's catalog cannot be read.
        """
        embedder = SentenceEmbedder(settings.model_path, settings.query_prompt)
        index = load_index(settings.index, read_catalog(settings.corpus), embedder.model_id)
        return cls(index, embedder, (lambda: load_chat_model(settings)) if settings.llm else None, settings.llm_profiles)

    @property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents answered from."""
        return self._index.documents

    @property
    def index_id(self) -> str:
        """Name of the index's content."""
        return self._index.manifest.index_id

    @property
    def retriever(self) -> PassageRetriever:
        """The retriever, for those who want hits without an answer."""
        return self._retriever

    @property
    def facts(self) -> tuple[dict[str, Any], ...]:
        """All facts of the index, as plain types."""
        return tuple(fact.as_dict() for fact in self._facts)

    @property
    def measures(self) -> tuple[dict[str, Any], ...]:
        """All support measures of the index, as plain types; nobody asks for them, so no condition is judged."""
        return tuple(unjudged(measure) for measure in self._measures)

    def match(self, text: str, today: date | None = None) -> Matching:
        """Return what fits an enterprise that tells of itself.

        Raises:
            InputError: nothing is told, or it is in no region of the corpus.
        """
        day = today or date.today()  # noqa: DTZ011 - the day where the reader is
        return match_text(text, self.documents, self._measures, day, self._embedder)

    def document_text(self, doc_id: str) -> str:
        """Return a document's normalised text, which all spans point into.

        Raises:
            InputError: there is no such document.
        """
        try:
            return self._index.texts[doc_id]
        except KeyError as error:
            raise InputError(f"expected one of {', '.join(self._index.texts)}, came document {doc_id!r}") from error

    def warm(self) -> None:
        """Load the model and the dictionaries and read the documents' sentences, so that the first questions wait for nothing."""
        for question in WARM_UP:
            self.ask(question)
        self._turns.warm()

    def ask(self, question: str, history: Sequence[str] = (), today: date | None = None, mode: Mode = "offline") -> Answer:
        """Answer a question.

        Args:
            question: what the person typed.
            history: earlier user turns of the same chat, oldest first.
            today: the day to answer for; the real one by default.
            mode: "offline", or "llm" for a chat model's wording.

        Raises:
            InputError: the question is empty or longer than MAX_QUESTION characters, or the mode is not to be had.
        """
        *_, answer = self._answers(question, history, today, mode)
        return answer

    def _answers(self, question: str, history: Sequence[str], today: date | None, mode: Mode) -> Iterator[Answer]:
        """Yield what there is of the answer, the final one last."""
        check_question(question, mode)
        wording = self.wording() if mode == "llm" else None
        told = self._told(question, history, today)
        if wording:
            yield from wording.stream(told)
        else:
            yield told.answer

    def wording(self) -> Wording:
        """Return what has answers worded by the chat model.

        Raises:
            InputError: no chat model is configured, or not one that can be had.
        """
        if self._chat is None:
            raise InputError(NOT_CONFIGURED)
        if self._wording is None:
            self._wording = Wording(self._index, self._verifier, self._chat(), self._profiles)
        return self._wording

    def _told(self, question: str, history: Sequence[str], today: date | None) -> Told:
        """Answer a question without a model."""
        started, turns = time.perf_counter(), tuple(history)
        meant, typos = self._retriever.typos.correct(question)
        day = today or date.today()  # noqa: DTZ011 - the day where the reader is
        turn = self._turns.answer(meant, turns, day)
        parts, draft = turn.parts, turn.parts[0].draft
        if len(parts) > 1:
            draft = Draft(self._index, MAX_ANSWER)
            draft.join([part.draft for part in parts])
        corroborate(draft, [fact for part in parts if part.numbers for fact in part.numbers.facts], self._said)
        refusal = parts[0].refusal if all(part.refusal for part in parts) else None
        facts, computed = merged([part.numbers for part in parts if part.numbers])
        english = parts[0].retrieval.question.english
        used = [self._index.infos[citation.doc] for citation in draft.citations]
        answer = Answer(
            question=question,
            answer=draft.text,
            abstained=refusal is not None,
            refusal=refusal,
            citations=tuple(draft.citations),
            hits=shown_hits(turn.hits, self._index),
            notices=(*(f"“{typo.said}”按“{typo.meant}”理解。" for typo in typos), *notices(used, day, self._valid_to, english=english)),
            mode="offline",
            latency_ms=round((time.perf_counter() - started) * 1000, 3),
            index_id=self.index_id,
            facts=facts,
            computed=computed,
            measures=next((part.measures for part in parts if part.measures), ()),
            checks=self._verifier.verify(draft.text, draft.citations, [part.refusal.text for part in parts if part.refusal], turn.question),
        )
        return Told(answer, draft.limit, english, any(part.refusal for part in parts), turns)

    def stream(self, question: str, history: Sequence[str] = (), today: date | None = None, mode: Mode = "offline") -> Iterator[Answer]:
        """Yield the answer as its text grows; the last one is final. Raises as `ask` does."""
        shown = 0
        for answer in self._answers(question, history, today, mode):
            for end in range(shown + STREAM_CHARS, len(answer.answer), STREAM_CHARS):
                yield replace(answer, answer=answer.answer[:end])
            shown = len(answer.answer)
            yield answer
