"""Hits -> pieces of evidence: sentences and table rows, each scored by how well it speaks to the question."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from facts.attributes import wanted
from facts.regions import stem_of
from facts.scope import entity_of
from index.embedder import Embedder
from index.instructions import without_instructions
from index.lexical import words
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.abbreviations import Named
from retriever.concepts import Concept, coverage, find_concepts
from retriever.question import Question
from retriever.retrieve import Retrieval
from retriever.windows import Hit

OPENING = 40  # characters at the beginning of a box that hold its name
SHORT_ROW = 120  # a longer row is read sentence by sentence
MAX_KEPT = 50_000  # sentences whose embeddings are kept
TITLE = 34  # longest sentence that is taken for the title of its paragraph
ASKED = re.compile(r"\s*问[：:][^？?\n]*[？?](?:\s*答[：:]\s*[^。]{0,4}。)?")  # a question, and a mere yes or no to it
# What frames a document and tells nothing of its matter: to whom it goes, that it is issued, who signs, when.
FRAME = re.compile(
    r"各[\u4e00-\u9fff、，（）]{4,60}[:：]|.{0,80}(?:现印发给你们|现予(?:以)?印发).{0,30}|抄送[:：].{0,80}|"
    r"[\u4e00-\u9fff]{2,16}(?:人民政府|办公室|局|委员会)(?:办公室)?(?:\s*\d{4}年\d{1,2}月\d{1,2}日(?:印发)?)?|\d{4}年\d{1,2}月\d{1,2}日(?:印发)?"
)
READ_HITS = 8  # hits whose sentences are read
COUNTED = 0.25  # for a piece that counts as many things as the question does: 哪六个门类, 六大特色领域
OWN = 0.15  # for a piece of a document of the place asked about
OF_BODY, ON_BODY = 0.4, 0.2  # for a piece of the row or box of a body that the question names, and for one that names it
CODED = 0.4  # for a piece that writes a code of the question: 3+3+X
STATED = 0.2  # for a piece that states the kind of fact that is asked for
COVERAGE, CLOSENESS, PLACE, NUMBER, YEAR, ROW = 1.0, 0.45, 0.35, 0.12, 0.12, 0.1
OTHER_YEARS = -1.5  # times YEAR, for a piece that names years, but none of those asked for
YEAR_NAMED = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
NUMERAL = re.compile(r"\d|[一二三四五六七八九十百千万亿]+(?:个|家|项|名|件|亿|万|倍|成|条|位|座|支)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence or table row that may answer.

    Attributes:
        passage: the passage it stands in or beside.
        start: first code point in the document's text.
        end: one past the last.
        text: the literal text.
        is_row: a table row.
        hit: rank of the hit it was read from.
        coverage: share of the question's concepts that it holds, headings and table headers counted half.
        own: the same, counting its own words only.
        score: what it is chosen by; of no meaning between questions.
    """

    passage: Passage
    start: int
    end: int
    text: str
    is_row: bool
    hit: int
    coverage: float
    own: float
    score: float

    @property
    def doc(self) -> str:
        """Document id."""
        return self.passage.doc


def question_concepts(question: Question, index: PassageIndex) -> tuple[Concept, ...]:
    """Return what a question asks about, rare things weighing more."""
    return find_concepts(question.matter or question.text, question.keys, index.lexical.rarity)


class SentenceEmbeddings:
    """Embeddings of sentences, each made once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, np.ndarray] = {}

    def of(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 embeddings of shape (n, dim), L2-normalised; n >= 1."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if new:
            if len(self._known) + len(new) > MAX_KEPT:
                self._known.clear()
                new = list(dict.fromkeys(texts))
            self._known.update(zip(new, self._embedder.embed_passages(new), strict=True))
        return np.stack([self._known[text] for text in texts])


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
    pieces = [piece for hit in hits for piece in _pieces(hit, index) if question.about_document or piece[4].kind != "title"]
    if not question.about_document:
        pieces = [piece for piece in pieces if not FRAME.fullmatch(piece[3].strip().rstrip("。"))]
    if not pieces:
        return []
    closeness = sentences.of([text for _, _, _, text, _ in pieces]) @ retrieval.embedding
    best_hit = retrieval.hits[0].score or 1.0
    found = [_weigh(piece, float(close), concepts, question, best_hit) for piece, close in zip(pieces, closeness, strict=True)]
    kinds = wanted(question.text)
    if kinds:
        found = [
            replace(item, score=item.score + STATED * any(kind.stated_in(item.text, question.text) for kind in kinds)) for item in found
        ]
    if question.bodies:
        found = _without_others(found, question.bodies)
    if retrieval.regions:
        found = [replace(item, score=item.score + OWN * (index.infos[item.doc].region in retrieval.regions)) for item in found]
    fitting = [item for item in found if speaks_for(item, retrieval.regions, index)] if retrieval.regions else found
    return sorted(fitting, key=lambda item: (-item.score, item.doc, item.start))


def speaks_for(item: Evidence, regions: Sequence[str], index: PassageIndex) -> bool:
    """Tell whether evidence may answer for one of the regions: its own document's, or another's that names it."""
    if index.infos[item.doc].region in regions:
        return True
    said = (
        item.text + "".join(item.passage.headings[-1:]) + (item.passage.row.label + str(item.passage.row.cells) if item.passage.row else "")
    )
    return any(stem_of(region) in said for region in regions)


def _pieces(hit: Hit, index: PassageIndex) -> list[tuple[Hit, int, int, str, Passage]]:
    """Sentences of a hit's stretch; around a table row, whole rows and the sentences beside them."""
    text = index.texts[hit.passage.doc]
    whole = [span for one in whole_sentences(text, hit.start, hit.end) for span in without_instructions(text, *one)]
    placed = [(start, end, index.passage_at(hit.passage.doc, start)) for start, end in whole]
    if hit.passage.kind == "row":
        rows = rows_between(index, hit.passage.doc, hit.start, hit.end) or [hit.passage]
        short = [(hit, row.start, row.end, row.text, row) for row in rows if len(row.text) <= SHORT_ROW]
        spans = [(row, span) for row in rows if len(row.text) > SHORT_ROW for span in sentence_spans(text, row.start, row.end)]
        beside = [
            (hit, start, end, text[start:end], passage) for start, end, passage in placed if passage and passage.kind in ("clause", "box")
        ]
        return short + [(hit, start, end, text[start:end], row) for row, (start, end) in spans] + beside
    return [(hit, start, end, text[start:end], passage) for start, end, passage in placed if passage]


def whole_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of sentences; a short title that opens a paragraph, or a question, goes with the sentence after it."""
    spans: list[tuple[int, int]] = []
    for left, right in sentence_spans(text, start, end):
        before = text[spans[-1][0] : spans[-1][1]] if spans else ""
        opens = spans and len(before) <= TITLE and "\n" not in text[spans[-1][1] : left]
        if ASKED.fullmatch(before) or (opens and (spans[-1][0] == 0 or text[spans[-1][0] - 1] == "\n")):
            spans[-1] = (spans[-1][0], right)
        else:
            spans.append((left, right))
    return spans


def rows_between(index: PassageIndex, doc: str, start: int, end: int) -> list[Passage]:
    """Return a document's table rows that lie inside a stretch."""
    return [
        passage
        for passage in index.passages
        if passage.doc == doc and passage.kind == "row" and start <= passage.start and passage.end <= end
    ]


def _weigh(
    piece: tuple[Hit, int, int, str, Passage], closeness: float, concepts: tuple[Concept, ...], question: Question, best_hit: float
) -> Evidence:
    hit, start, end, text, passage = piece
    is_row = passage.kind == "row"
    bodies = [header for header, _, _ in passage.row.cells if entity_of(header)] if passage.row else []
    body, body_words = readable("\n".join([text, *bodies]) if is_row else text)  # a park's cell speaks of the park above it
    label = passage.row.label if passage.row else ""
    around, around_words = readable("\n".join([*passage.headings[-2:], passage.context, label]))
    own = coverage(concepts, body, body_words)
    full = coverage(concepts, body + "\n" + around, body_words | around_words)
    covered = own + 0.5 * (full - own)
    score = COVERAGE * covered + CLOSENESS * closeness + PLACE * hit.score / best_hit
    if question.wants_number:
        score += NUMBER * bool(NUMERAL.search(text)) + ROW * (is_row and len(text) <= SHORT_ROW)
    if question.counts:
        score += COUNTED * bool(re.search(rf"(?:{'|'.join(map(re.escape, question.counts))})(?:大|个|项|类|条|种|张|片|家|块|方面)", body))
    score += CODED * any(code.lower() in body for code in question.codes)
    if question.bodies:
        score += OF_BODY if bodies_of(passage, question.bodies) else ON_BODY * any(one.name in body for one in question.bodies)
    if question.years:
        score += YEAR * _year_fit(question.years, text, passage)
    return Evidence(passage, start, end, text, is_row, hit.rank, covered, own, float(score))


def bodies_of(passage: Passage, bodies: Sequence[Named]) -> tuple[Named, ...]:
    """Return those of some bodies that a passage is about: its row, its box or its heading is called so."""
    opening = passage.text[:OPENING].partition("：")[0] if passage.kind == "box" else ""
    said = re.sub(r"\s+", "", "\n".join([opening, passage.row.label if passage.row else "", *passage.headings[-1:]]))
    return tuple(body for body in bodies if body.name in said)


def _without_others(found: list[Evidence], bodies: Sequence[Named]) -> list[Evidence]:
    """Leave out what a table or box that tells of a body which the question names says of the bodies beside it."""
    about = {_around(item) for item in found if bodies_of(item.passage, bodies)} - {None}
    return [item for item in found if _around(item) not in about or bodies_of(item.passage, bodies)]


def _around(item: Evidence) -> tuple[str, object] | None:
    """The table or box that a piece stands in, where it is divided by body; None for running text."""
    if item.passage.row:
        return item.doc, item.passage.scope
    named = item.passage.kind == "box" and entity_of(item.passage.text[:OPENING].partition("：")[0])
    return (item.doc, item.passage.headings) if named else None


def _year_fit(asked: tuple[int, ...], text: str, passage: Passage) -> float:
    """Return the share of the years asked for that a piece names; below 0 where it names other years only."""
    headers = " ".join(header for header, _, _ in passage.row.cells) if passage.row else ""
    named = set(map(int, YEAR_NAMED.findall(text + " " + headers)))
    if not named:
        return 0.0
    share = sum(year in named for year in asked) / len(asked)
    return share or OTHER_YEARS


@lru_cache(maxsize=4096)
def readable(text: str) -> tuple[str, frozenset[str]]:
    """Return a text as concepts are looked up in it (NFKC, lower case, no white space), and its words."""
    body = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    return body, frozenset(words(body))
