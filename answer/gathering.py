"""Question and hits -> the evidence in them, best first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.evidence import Evidence, SentenceEmbeddings
from answer.named_support import headings_named
from answer.pieces import pieces_of
from answer.weighing import weigh, without_others
from facts.attributes import wanted
from facts.regions import stem_of
from index.store import PassageIndex
from retriever.concepts import Concept, find_concepts
from retriever.names import named_documents
from retriever.question import Question
from retriever.retrieval import Retrieval
from retriever.wanted import without_plan

# What frames a document and tells nothing of its matter: to whom it goes, that it is issued, who signs, when.
FRAME = re.compile(
    r"各[\u4e00-\u9fff、，（）]{4,60}[:：]|.{0,80}(?:现印发给你们|现予(?:以)?印发).{0,30}|抄送[:：].{0,80}|"
    r"[\u4e00-\u9fff]{2,16}(?:人民政府|办公室|局|委员会)(?:办公室)?(?:\s*\d{4}年\d{1,2}月\d{1,2}日(?:印发)?)?|\d{4}年\d{1,2}月\d{1,2}日(?:印发)?"
)
READ_HITS = 8  # hits whose sentences are read
NAMED = 0.3  # for a piece of the one document that a question names
OWN = 0.15  # for a piece of a document of the place asked about
TITLED = 0.4  # for a piece below the heading of the very support that a question names
STATED = 0.2  # for a piece that states the kind of fact that is asked for


def gather(retrieval: Retrieval, index: PassageIndex, sentences: SentenceEmbeddings, limit: int = READ_HITS) -> list[Evidence]:
    """Return the evidence in the best hits, best first, ties by document and place.

    Args:
        retrieval: question and hits.
        index: the index they come from.
        sentences: embeddings of sentences, by the index's embedder.
        limit: number of hits to read.
    """
    question = retrieval.question
    concepts = question_concepts(question, index)
    hits = [hit for hit in retrieval.hits[:limit] if question.about_document or hit.passage.kind != "title"]
    pieces = [piece for hit in hits for piece in pieces_of(hit, index) if question.about_document or piece[4].kind != "title"]
    if not question.about_document:
        pieces = [piece for piece in pieces if not FRAME.fullmatch(piece[3].strip().rstrip("。"))]
    if not pieces:
        return []
    closeness = sentences.of([text for _, _, _, text, _ in pieces]) @ retrieval.embedding
    best_hit = retrieval.hits[0].score or 1.0
    found = [weigh(piece, float(close), concepts, question, best_hit) for piece, close in zip(pieces, closeness, strict=True)]
    kinds = wanted(question.text)
    if kinds:
        found = [
            replace(item, score=item.score + STATED * any(kind.stated_in(item.text, question.text) for kind in kinds)) for item in found
        ]
    if question.bodies:
        found = without_others(found, question.bodies)
    if titled := headings_named(question.text, (item.passage.headings[-1] for item in found if item.passage.headings)):
        found = [replace(item, score=item.score + TITLED * bool(titled & set(item.passage.headings[-1:]))) for item in found]
    if len(named := named_documents(question.text, index.documents)) == 1:
        found = [replace(item, score=item.score + NAMED * (item.doc == named[0].id)) for item in found]
    if retrieval.regions:
        found = [replace(item, score=item.score + OWN * (index.infos[item.doc].region in retrieval.regions)) for item in found]
    fitting = [item for item in found if speaks_for(item, retrieval.regions, index)] if retrieval.regions else found
    return sorted(fitting, key=lambda item: (-item.score, item.doc, item.start))


def question_concepts(question: Question, index: PassageIndex) -> tuple[Concept, ...]:
    """Return what a question asks about, rare things weighing more."""
    matter = question.matter or question.text
    rest = without_plan(matter)
    keys = question.keys if rest == matter else [key for key in question.keys if key in rest]
    return find_concepts(rest, keys or question.keys, index.lexical.rarity)


def speaks_for(item: Evidence, regions: Sequence[str], index: PassageIndex) -> bool:
    """Tell whether evidence may answer for one of the regions: its own document's, or another's that names it."""
    if index.infos[item.doc].region in regions:
        return True
    said = (
        item.text + "".join(item.passage.headings[-1:]) + (item.passage.row.label + str(item.passage.row.cells) if item.passage.row else "")
    )
    return any(stem_of(region) in said for region in regions)
