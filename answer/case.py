"""A question with all that a refusal is decided on, and what it is mainly about."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.evidence import Evidence
from answer.readable import readable
from answer.vocabulary import Vocabulary
from facts.measure import Measure
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from index.lexical import words
from index.store import PassageIndex
from retriever.concepts import Concept, find_concepts
from retriever.question import Question
from retriever.retrieval import Retrieval

READ = 5  # pieces of evidence in which a fact is looked for
HEAVY = 0.22  # weight from which on a concept is what the question is about
MAIN = 0.7  # share of such a concept that a piece of evidence must hold


@dataclass(frozen=True, slots=True)
class Case:
    """All that a refusal is decided on."""

    retrieval: Retrieval
    evidence: Sequence[Evidence]
    concepts: Sequence[Concept]
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    measures: Sequence[Measure] = ()

    @property
    def question(self) -> Question:
        """What is asked."""
        return self.retrieval.question

    @property
    def text(self) -> str:
        """The question as typed."""
        return self.retrieval.question.text

    @property
    def regions(self) -> Sequence[str]:
        """The regions of the corpus that are meant; where none is named, the one that all documents are of."""
        return self.retrieval.regions or self.vocabulary.only_region

    @property
    def index(self) -> PassageIndex:
        """Where the evidence comes from."""
        return self.vocabulary.index

    @property
    def best(self) -> Sequence[Evidence]:
        """The evidence that is looked at."""
        return self.evidence[:READ]

    @property
    def first(self) -> DocumentInfo:
        """The document of the best evidence."""
        return self.index.infos[self.evidence[0].doc]

    def is_ruled_by(self, item: Evidence) -> bool:
        """Tell whether a piece of evidence is of a policy of the one place asked about, whose provisions are short and few."""
        info = self.index.infos[item.doc]
        return info.is_policy and [info.region] == list(self.regions)

    def carried(self) -> tuple[Concept, ...]:
        """What the turn asks about that a question goes on from."""
        found = tuple(dict.fromkeys(word for word in words(self.question.query) if len(word) > 1))
        return find_concepts(self.question.query, found, self.index.lexical.rarity)

    def subjects(self) -> list[Concept]:
        """What a question is mainly about: its weightiest terms of the field that the corpus has words for."""
        heavy = [concept for concept in self.concepts if concept.technical and concept.weight >= HEAVY]
        shares = [(concept, self.vocabulary.share(concept)) for concept in heavy]
        return sorted((concept for concept, share in shares if share >= MAIN or share == 0), key=lambda concept: -concept.weight)[:2]


def is_held(concept: Concept, item: Evidence) -> bool:
    """Tell whether a piece of evidence speaks of a subject, itself or by its row, its table or its heading."""
    label = item.passage.row.label if item.passage.row else ""
    around = "\n".join([item.text, label, item.passage.context, *item.passage.headings[-1:]])
    return concept.found_in(*readable(around)) >= MAIN


def with_units(item: Evidence) -> str:
    """The words of evidence with what its table says of it; a row's figures with their units and headers."""
    cells = (
        "；".join(f"{header}{cell}{unit if unit not in cell else ''}" for header, cell, unit in item.passage.row.cells)
        if item.passage.row
        else ""
    )
    return f"{item.text} {item.passage.context} {cells}"
