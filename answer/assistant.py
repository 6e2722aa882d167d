"""Question -> Answer: the one entry point for the chat, the terminal and the evaluation."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, get_args

from answer.answer import MAX_ANSWER, Answer, ShownHit
from answer.completing import Completing
from answer.draft import Draft
from answer.follow_ups import FollowUps
from answer.generate import Told, Wording
from answer.notices import notices
from answer.number_answer import merged
from answer.numbers_matters import MatterFigures
from answer.parted import Parted, asks_figure_of
from answer.pointing import pointed
from answer.replies import Replies, Reply
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
from retriever.interleave import merge_hits
from retriever.retrieve import K, PassageRetriever
from retriever.windows import Hit

MAX_QUESTION = 2000
STREAM_CHARS = 12
Mode = Literal["offline", "llm"]


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
        self._parted = Parted(self._retriever.gazetteer, index.documents, self._retriever.named_in)
        self._facts = facts_of(index)
        self._measures = measures_of(index)
        self._valid_to: dict[str, str] = {}
        for measure in self._measures:
            self._valid_to[measure.doc] = max(measure.valid_to, self._valid_to.get(measure.doc, ""))
        self._verifier = Verifier(index, self._retriever.gazetteer)
        self._replies = Replies(index, self._retriever, embedder, self._facts, self._measures)
        figures = MatterFigures(self._replies.picks(), self._retriever.gazetteer.top_region())
        self._follow_ups = FollowUps(index, self._retriever, self._replies)
        self._completing = Completing(figures, index, self._retriever.gazetteer)

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
        self._check(question, mode)
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
        followed = self._follow_ups.read(meant, history, day)
        if followed:
            meant, history = followed.question, ()
        history = self._follow_ups.told_before(history, day)
        if followed and followed.told:
            parts = [Reply(self._retriever.retrieve(meant, ()), None, followed.told)]
        else:
            parts = self._parts(meant, history, day)
        draft = parts[0].draft
        if len(parts) > 1:
            draft = Draft(self._index, MAX_ANSWER)
            draft.join([part.draft for part in parts])
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
            hits=self._shown(self._hits(meant, history, parts)),
            notices=(*(f"“{typo.said}”按“{typo.meant}”理解。" for typo in typos), *notices(used, day, self._valid_to, english=english)),
            mode="offline",
            latency_ms=round((time.perf_counter() - started) * 1000, 3),
            index_id=self.index_id,
            facts=facts,
            computed=computed,
            measures=next((part.measures for part in parts if part.measures), ()),
            checks=self._verifier.verify(draft.text, draft.citations, [part.refusal.text for part in parts if part.refusal], meant),
        )
        return Told(answer, draft.limit, english, any(part.refusal for part in parts), turns)

    def _parts(self, meant: str, history: Sequence[str], day: date) -> list[Reply]:
        """Answer the questions that a turn holds, one by one."""
        asked = self._parted.parts(meant)
        parts = self._each(asked, history, day, meant)
        if len(asked) == 1 and parts[0].refusal and parts[0].refusal.code == "not_in_corpus":
            asked, parts = self._apart(asked, parts, history, day, meant)
        return self._completing.complete(asked, history, parts)

    def _apart(self, asked: list[str], parts: list[Reply], history: Sequence[str], day: date, meant: str) -> tuple[list[str], list[Reply]]:
        """Answer the clauses of a refused question one by one; as it was where none finds the figure of what it names itself."""
        clauses = self._parted.clauses(meant)
        each = self._each(clauses, history, day, meant)
        told = [
            (not place or self._parted.stands_alone(clause)) and asks_figure_of(clause) and self._replies.states_figure(part)
            for place, (clause, part) in enumerate(zip(clauses, each, strict=True))
        ]
        return (clauses, each) if any(told) else (asked, parts)  # what one clause lacks is no answer to another

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
        if self._parted.stands_alone(part):
            again = self._replies.reply(part, history, day, meant)
            if not again.refusal and self._replies.states_figure(again):
                return again, part
        if city := self._parted.of_city(part):
            again = self._replies.reply(city, [*history, *before], day, meant)
            if not again.refusal:
                return again, city
        return reply, part

    def stream(self, question: str, history: Sequence[str] = (), today: date | None = None, mode: Mode = "offline") -> Iterator[Answer]:
        """Yield the answer as its text grows; the last one is final. Raises as `ask` does."""
        shown = 0
        for answer in self._answers(question, history, today, mode):
            for end in range(shown + STREAM_CHARS, len(answer.answer), STREAM_CHARS):
                yield replace(answer, answer=answer.answer[:end])
            shown = len(answer.answer)
            yield answer

    def _hits(self, question: str, history: Sequence[str], parts: Sequence[Reply]) -> Sequence[Hit]:
        """What was found for the turn: for the whole of it and for each of its questions, in turns."""
        if len(parts) == 1:
            return parts[0].retrieval.hits
        return merge_hits([*(part.retrieval.hits for part in parts), self._retriever.retrieve(question, history).hits], K)

    def _check(self, question: str, mode: str) -> None:
        if not question.strip():
            raise InputError("expected a question, came nothing but white space")
        if len(question) > MAX_QUESTION:
            raise InputError(f"expected a question of at most {MAX_QUESTION} characters, came {len(question)}")
        if mode not in get_args(Mode):
            raise InputError(f"expected mode {' or '.join(get_args(Mode))}, came {mode!r}")

    def _shown(self, hits: Sequence[Hit]) -> tuple[ShownHit, ...]:
        shown = []
        for hit in hits:
            info = self._index.infos[hit.passage.doc]
            text = self._index.texts[info.id][hit.start : hit.end]
            place = (hit.passage.passage_id, " > ".join(hit.passage.headings), hit.passage.context)
            shown.append(ShownHit(hit.rank, info.id, info.title, *place, text, hit.start, hit.end, round(hit.score, 6)))
        return tuple(shown)
