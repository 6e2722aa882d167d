"""Question -> hits: the one entry point, and a LangChain retriever for other people's chains."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from facts.indicators import aliases
from facts.jurisdictions import parts_of
from facts.regions import Gazetteer, Place, stem_of, superiors_in
from index.characters import CharacterIndex
from index.embedder import Embedder
from index.hybrid import hybrid_scores
from index.lexical import policy_terms, words
from index.meaning import MeaningIndex
from index.store import PassageIndex
from index.texts import tokenised_text
from retriever.abbreviations import Named
from retriever.interleave import take_turns
from retriever.names import Names
from retriever.plans import plans_told_apart
from retriever.preference import Preference
from retriever.question import Question, read_question
from retriever.retrieval import Retrieval
from retriever.searched_regions import regions_of
from retriever.short_names import ShortNames
from retriever.spelled import Spelled
from retriever.translated import Translated
from retriever.typos import Typos
from retriever.windows import make_hits

K = 10
BY_THE_WAY = re.compile(r"(?:与|和|跟|同|及|、|对接|接轨|融入|联动|联合|向|从|到|往)$")  # before a place that is not the one asked about


class PassageRetriever:
    """Hybrid retrieval over one index: words, meaning and characters in one score, weighted by place and period."""

    def __init__(self, index: PassageIndex, embedder: Embedder) -> None:
        self.index = index
        scopes = [(fact["scope"], fact["region"]) for fact in index.extras.get("facts", ())]
        superiors = frozenset().union(*map(superiors_in, index.texts.values()))
        self.gazetteer = Gazetteer(index.documents, parts_of(scopes), superiors)
        self._embedder = embedder
        self._preference = Preference(index, self.gazetteer)
        self._names = Names(index.outlines, index.documents, index.texts)
        self._meaning = MeaningIndex(index.dense.embeddings(), embedder.word_dimensions)
        self._short_names = ShortNames(index.texts.values())
        self._translated = Translated(self._names.listed)
        self._spelled = Spelled(index.texts.values(), [stem_of(info.region) for info in index.documents if info.region])
        self.typos = Typos(
            [*policy_terms(), *(alias for alias, _ in aliases()), *self._names.listed],
            [stem_of(info.region) for info in index.documents if info.region],
            self.gazetteer.names,
            index.texts.values(),
        )
        self._characters = CharacterIndex([tokenised_text(passage, index.infos[passage.doc]) for passage in index.passages])

    def retrieve(self, typed: str, history: Sequence[str] = (), k: int = K) -> Retrieval:
        """Return the k best hits for a question.

        Where several regions are asked for, each gets its turn, so that the first hits hold something of all of them.
        """
        meant, *earlier = (self._in_chinese(self.typos.correct(turn)[0]) for turn in (typed, *history))
        read = read_question(meant, earlier, self.gazetteer)
        alike = self._names.alike(read.text, earlier[-1]) if earlier else ()
        question = self._named_in_full(self._placed(read, alike), alike)
        lexical = self.index.lexical.scores(question.terms)
        embedding = self._embedder.embed_queries([question.query])
        dense = self.index.dense.scores(embedding)[0]
        fused = self._fused(question, embedding)
        regions = regions_of(question, self.gazetteer, self.index.documents)
        aims = self._aims(question, regions)
        rankings = [fused * self._preference.weights(question, region, doc) for region, doc in aims]
        orders = [self._order(scores) for scores in rankings]
        if len(orders) == 1:
            order, scores = orders[0], rankings[0]
        else:
            order, scores = take_turns(orders, rankings, [self._rows_of(region, doc) for region, doc in aims])
        return Retrieval(question, tuple(make_hits(self.index, order, scores, k, question.terms)), regions, lexical, dense, embedding[0])

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the full names of the institutes, parks and the like that a text names, in order."""
        return self._names.named_in(text)

    def bodies_in(self, text: str) -> tuple[Named, ...]:
        """Return them with what the text, its white space aside, calls them and where."""
        return self._names.written(text)

    def _in_chinese(self, text: str) -> str:
        """A text with the bodies that it names in English, by meaning or by sound, put as the documents write them."""
        return self._spelled.in_chinese(self._translated.in_chinese(text))

    def _fused(self, question: Question, embedding: np.ndarray) -> np.ndarray:
        """One score of every passage, before place and period weigh in."""
        lexical, meaning = self.index.lexical.relative_scores(question.terms), self._meaning.scores(embedding)[0]
        return hybrid_scores(
            lexical, meaning, self._characters.scores(f"{question.text} {question.query}" if question.english else question.text)
        )

    def _named_in_full(self, question: Question, alike: Sequence[Named]) -> Question:
        """Search by the full names of universities, institutes and parks that are named in short as well, or as one like that before."""
        universities = self._short_names.find(question.text)
        bodies = self._names.bodies(question.text, universities) or tuple(alike)
        full = (*dict.fromkeys(one.name for one in universities), *(body.name for body in bodies if body.name != body.said))
        if not full:
            return replace(question, bodies=bodies)
        terms = {**{word: 1.0 for name in full for word in words(name)}, **question.terms}
        return replace(question, terms=terms, query=" ".join([question.query, *full]), bodies=bodies)

    def _placed(self, question: Question, alike: Sequence[Named] = ()) -> Question:
        """Take the region from a thing that one plan alone lists, where the question names none, or only within its name."""
        found = self._names.find(question.text) or next(((one.said, self._names.region(one.name)) for one in alike), None)
        if not found:
            return question
        name, region = found
        rest = question.text.replace(name, "")
        for body in self._names.bodies(question.text):  # 江北分园和慈溪分园: neither place is asked about but within a name
            rest = rest.replace(body.said, "") if self._names.region(body.name) == region else rest
        outside = self.gazetteer.places(rest)
        if any(place.region != region and (place.region or not BY_THE_WAY.search(rest[: place.start])) for place in outside):
            return question
        stem = stem_of(region)
        return replace(question, places=(Place(stem, 0, 0, region), *(place for place in outside if place.stem != stem)))

    def _aims(self, question: Question, regions: Sequence[str]) -> list[tuple[str | None, str | None]]:
        """What is searched for in turns: every region, and of it the documents whose last years are named."""
        top = self.gazetteer.top_region() or None
        aims: list[tuple[str | None, str | None]] = []
        for region in regions or (top,):
            ends = {info.years[1]: info.id for info in self.index.documents if info.years and info.region == region}
            apart = plans_told_apart(question.text, [info for info in self.index.documents if info.region == region])
            named = [info.id for info in apart] or [ends[year] for year in question.years if year in ends]
            aims.extend(
                [(region, doc) for doc in named]
                if len(named) > 1 or (named and len(question.years) == 1)
                else [(region if regions else None, None)]
            )
        return aims

    def _rows_of(self, region: str | None, doc: str | None) -> np.ndarray:
        return np.array([passage.doc == doc if doc else self.index.infos[passage.doc].region == region for passage in self.index.passages])

    def _order(self, scores: np.ndarray) -> list[int]:
        ids = [passage.passage_id for passage in self.index.passages]
        return sorted(range(len(ids)), key=lambda row: (-scores[row], ids[row]))


class Retriever(BaseRetriever):
    """The same retrieval as a LangChain retriever: documents with the hit's text and its place as metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    passages: Any
    k: int = K

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        source: PassageRetriever = self.passages
        found = []
        for hit in source.retrieve(query, k=self.k).hits:
            info = source.index.infos[hit.passage.doc]
            place: dict[str, Any] = {
                "doc": info.id,
                "title": info.title,
                "region": info.region,
                "heading": " > ".join(hit.passage.headings),
            }
            place |= {
                "passage_id": hit.passage.passage_id,
                "context": hit.passage.context,
                "start": hit.start,
                "end": hit.end,
                "rank": hit.rank,
            }
            found.append(Document(page_content=source.index.texts[info.id][hit.start : hit.end], metadata=place))
        return found
