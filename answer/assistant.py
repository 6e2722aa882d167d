"""Question -> Answer: the one entry point for the chat, the terminal and the evaluation."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from answer.answer import MAX_ANSWER, MAX_FACT, Answer, Refusal, ShownHit
from answer.compose import compose, statement
from answer.draft import Draft
from answer.evidence import Evidence, SentenceEmbeddings, gather, question_concepts
from answer.generate import Told, Wording
from answer.lacking import Lack, lacking
from answer.notices import notices
from answer.number_questions import NumberAnswer, NumberQuestions, may_answer, merged
from answer.offers import Desk, Offer
from answer.reckon import asks_sum, tell_sums
from answer.refuse import Case, refuse
from answer.tiers import with_tier
from answer.verifier import Verifier
from facts.match import Matching, unjudged
from facts.matching import match_text
from facts.profile import read_profile
from facts.regions import stem_of
from facts.store import facts_of, measures_of
from index.catalog import DocumentInfo, read_catalog
from index.embedder import Embedder, SentenceEmbedder
from index.errors import InputError
from index.settings import Settings
from index.store import PassageIndex, load_index
from prompts.llm import NOT_CONFIGURED, ChatModel, load_chat_model
from retriever.concepts import Concept
from retriever.question import split_questions
from retriever.retrieve import K, PassageRetriever, Retrieval, merge_hits
from retriever.windows import Hit

MAX_QUESTION = 2000
STREAM_CHARS = 12
Mode = Literal["offline", "llm"]


@dataclass(frozen=True, slots=True)
class _Reply:
    """What came of one question of a turn."""

    retrieval: Retrieval
    refusal: Refusal | None
    draft: Draft
    numbers: NumberAnswer | None = None
    measures: tuple[dict[str, Any], ...] = ()


class Assistant:
    """Answers questions from one index."""

    def __init__(
        self, index: PassageIndex, embedder: Embedder, chat: Callable[[], ChatModel] | None = None, profiles: bool = False
    ) -> None:
        """Answer from an index.

        Args:
            index: the documents.
            embedder: the model the index was built with.
            chat: loads the chat model, called when an answer in its words is first wanted; None for none.
            profiles: what an enterprise tells of itself may be sent to the chat model.
        """
        self._chat = chat
        self._profiles = profiles
        self._wording: Wording | None = None
        self._index = index
        self._sentences = SentenceEmbeddings(embedder)
        self._retriever = PassageRetriever(index, embedder)
        self._embedder = embedder
        self._facts = facts_of(index)
        self._measures = measures_of(index)
        self._valid_to: dict[str, str] = {}
        for measure in self._measures:
            self._valid_to[measure.doc] = max(measure.valid_to, self._valid_to.get(measure.doc, ""))
        self._desk = Desk(index, self._measures, self._sentences)
        self._verifier = Verifier(index, self._retriever.gazetteer)
        self._numbers = NumberQuestions(index, self._facts, embedder, self._retriever.gazetteer)

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
        started = time.perf_counter()
        asked = self._parts(question)
        day = today or date.today()  # noqa: DTZ011 - the day where the reader is
        parts = [self._reply(part, [*history, *asked[:place]], day, question) for place, part in enumerate(asked)]
        draft = parts[0].draft
        if len(parts) > 1:
            draft = Draft(self._index, MAX_ANSWER)
            draft.join([part.draft for part in parts])
        refusal = parts[0].refusal if all(part.refusal for part in parts) else None
        facts, computed = merged([part.numbers for part in parts if part.numbers])
        used = [self._index.infos[citation.doc] for citation in draft.citations]
        answer = Answer(
            question=question,
            answer=draft.text,
            abstained=refusal is not None,
            refusal=refusal,
            citations=tuple(draft.citations),
            hits=self._shown(self._hits(question, history, parts)),
            notices=notices(used, day, self._valid_to),
            mode="offline",
            latency_ms=round((time.perf_counter() - started) * 1000, 3),
            index_id=self.index_id,
            facts=facts,
            computed=computed,
            measures=next((part.measures for part in parts if part.measures), ()),
            checks=self._verifier.verify(draft.text, draft.citations, [part.refusal.text for part in parts if part.refusal], question),
        )
        english = parts[0].retrieval.question.english
        return Told(answer, draft.limit, english, any(part.refusal for part in parts), tuple(history))

    def stream(self, question: str, history: Sequence[str] = (), today: date | None = None, mode: Mode = "offline") -> Iterator[Answer]:
        """Yield the answer as its text grows; the last one is final. Raises as `ask` does."""
        shown = 0
        for answer in self._answers(question, history, today, mode):
            for end in range(shown + STREAM_CHARS, len(answer.answer), STREAM_CHARS):
                yield replace(answer, answer=answer.answer[:end])
            shown = len(answer.answer)
            yield answer

    def _parts(self, question: str) -> list[str]:
        """The questions a turn holds, the place named first put before those that name none."""
        parts = split_questions(question)
        places = [self._retriever.gazetteer.places(part) for part in parts]
        first = next((found for found in places if found), ())
        lead = "、".join(place.stem for place in first if place.region)
        return [part if found or not lead else f"{lead}：{part}" for part, found in zip(parts, places, strict=True)]

    def _hits(self, question: str, history: Sequence[str], parts: Sequence["_Reply"]) -> Sequence[Hit]:
        """What was found for the turn: for the whole of it and for each of its questions, in turns."""
        if len(parts) == 1:
            return parts[0].retrieval.hits
        return merge_hits([*(part.retrieval for part in parts), self._retriever.retrieve(question, history)], K)

    def _reply(self, question: str, history: Sequence[str], today: date, typed: str) -> "_Reply":
        """Answer one question of what was typed, which tells of the asker as a whole."""
        retrieval = self._retriever.retrieve(question, history)
        evidence = gather(retrieval, self._index, self._sentences)
        concepts = question_concepts(retrieval.question, self._index)
        refusal = refuse(Case(retrieval, evidence, concepts, self._index, self._retriever.gazetteer))
        if not refusal or (refusal.code == "not_in_corpus" and may_answer(question)):
            numbers = self._numbers.answer(retrieval, history, evidence)
            if numbers:
                return _Reply(retrieval, Refusal("not_in_corpus", numbers.lacking) if numbers.lacking else None, numbers.draft, numbers)
        offered = None if refusal else self._offers(retrieval, evidence, concepts, today)
        if offered:
            return _Reply(retrieval, None, offered.draft, measures=offered.measures)
        lack = None if refusal else self._lacking(retrieval, evidence)
        if lack:
            refusal = Refusal("not_in_corpus", f"资料没有说明{lack.words}。")
            passages = {fact.passage_id for fact in lack.nearest}
            evidence = sorted(evidence, key=lambda item: item.passage.passage_id not in passages)
        draft = self._refused(refusal, evidence) if refusal else compose(retrieval, evidence, concepts, self._index, today)
        if not refusal and asks_sum(retrieval.question.text):
            profile = read_profile(typed, today)
            draft = with_tier(draft, evidence, profile, self._index)
            tell_sums(draft, self._measures, profile)
        if not refusal and not draft.citations:
            refusal = Refusal("not_in_corpus", "资料中没有找到能回答这个问题的内容。")
            draft = self._refused(refusal, evidence)
        return _Reply(retrieval, refusal, draft)

    def _offers(self, retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], today: date) -> Offer | None:
        """What an enterprise that asks in general may get in the one region it names, or in the one above all."""
        gazetteer = self._retriever.gazetteer
        every = {info.region for info in self.documents if info.region}
        region = (retrieval.regions or (gazetteer.top_region() or (every.pop() if len(every) == 1 else ""),))[0]
        if not region or len(retrieval.regions) > 1:
            return None
        above = gazetteer.region(gazetteer.parent(stem_of(region))) or ""
        return self._desk.offer(retrieval, evidence, concepts, list(dict.fromkeys(place for place in (region, above) if place)), today)

    def _lacking(self, retrieval: Retrieval, evidence: Sequence[Evidence]) -> Lack | None:
        """What the documents speak of without saying it."""
        top = self._retriever.gazetteer.top_region()
        return lacking(retrieval, evidence, self._facts, self._index, retrieval.regions or ((top,) if top else ()))

    def _check(self, question: str, mode: str) -> None:
        if not question.strip():
            raise InputError("expected a question, came nothing but white space")
        if len(question) > MAX_QUESTION:
            raise InputError(f"expected a question of at most {MAX_QUESTION} characters, came {len(question)}")
        if mode not in get_args(Mode):
            raise InputError(f"expected mode {' or '.join(get_args(Mode))}, came {mode!r}")

    def _refused(self, refusal: Refusal, evidence: Sequence[Evidence]) -> Draft:
        """Say why, and where the question is on the topic, quote the nearest thing the documents do say."""
        draft = Draft(self._index, MAX_FACT + 200)
        draft.say(refusal.text)
        if refusal.code in ("not_in_corpus", "other_jurisdiction") and evidence:
            draft.say("资料中最接近的内容：")
            region = self._index.infos[evidence[0].doc].region
            draft.state(statement(evidence[0], region, 180))
        return draft

    def _shown(self, hits: Sequence[Hit]) -> tuple[ShownHit, ...]:
        shown = []
        for hit in hits:
            info = self._index.infos[hit.passage.doc]
            text = self._index.texts[info.id][hit.start : hit.end]
            place = (hit.passage.passage_id, " > ".join(hit.passage.headings), hit.passage.context)
            shown.append(ShownHit(hit.rank, info.id, info.title, *place, text, hit.start, hit.end, round(hit.score, 6)))
        return tuple(shown)
