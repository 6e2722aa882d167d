"""Condition -> the retriever and the assistant with the parts that it names, and no others."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from answer.assistant import Assistant
from eval.ablation.condition import Condition
from index.embedder import Embedder
from index.store import PassageIndex
from prompts.llm import ChatModel
from retriever.preference import Preference
from retriever.question import Question
from retriever.retrieve import PassageRetriever


class EvenPreference(Preference):
    """No passage is preferred."""

    def weights(self, question: Question, region: str | None, doc: str | None = None) -> np.ndarray:
        """Return 1 for every passage; float64, shape (n,)."""
        return np.ones(len(self.index.passages))


class ConditionRetriever(PassageRetriever):
    """Our retriever without the parts that a condition leaves out."""

    def __init__(self, index: PassageIndex, embedder: Embedder, condition: Condition) -> None:
        super().__init__(index, embedder)
        self._condition = condition
        if not condition.structure:
            self._preference = EvenPreference(index, self.gazetteer)

    def _fused(self, question: Question, embedding: np.ndarray) -> np.ndarray:
        if self._condition.ranking == "words":
            return self.index.lexical.relative_scores(question.terms)
        if self._condition.ranking == "embedding":
            return np.asarray(np.maximum(self.index.dense.scores(embedding)[0], 0))
        return super()._fused(question, embedding)

    def _aims(self, question: Question, regions: Sequence[str]) -> list[tuple[str | None, str | None]]:
        """One search for all where the structure of the corpus takes no part, in place of a turn for every region."""
        return super()._aims(question, regions) if self._condition.structure else [(None, None)]


class ConditionAssistant(Assistant):
    """Our assistant without the parts that a condition leaves out."""

    def __init__(self, index: PassageIndex, embedder: Embedder, condition: Condition, chat: Callable[[], ChatModel] | None = None) -> None:
        kept = {"facts": condition.facts, "measures": condition.measures}
        extras = {name: rows if kept.get(name, True) else () for name, rows in index.extras.items()}
        reduced = replace(index, extras=extras)
        super().__init__(reduced, embedder, chat, retriever=ConditionRetriever(reduced, embedder, condition))
