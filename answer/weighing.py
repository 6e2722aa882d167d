"""A piece of evidence -> its score: how much of the question it holds, how near it is, and of which body and year."""

import re
from collections.abc import Sequence

from answer.evidence import NUMERAL, Evidence
from answer.pieces import SHORT_ROW, Piece
from answer.readable import readable
from answer.wording import closing_cells
from facts.entry_labels import entry_title
from facts.scope import entity_of
from index.passages import Passage
from retriever.abbreviations import Named
from retriever.concepts import Concept, coverage
from retriever.question import Question
from retriever.wanted import without_plan
from retriever.years import years_in

OPENING = 40  # characters at the beginning of a box that hold its name
COUNTED = 0.25  # for a piece that counts as many things as the question does: 哪六个门类, 六大特色领域
OF_BODY, ON_BODY = 0.4, 0.2  # for a piece of the row or box of a body that the question names, and for one that names it
CODED = 0.4  # for a piece that writes a code of the question: 3+3+X
COVERAGE, CLOSENESS, PLACE, NUMBER, YEAR, ROW = 1.0, 0.45, 0.35, 0.12, 0.12, 0.1
OTHER_YEARS = -1.5  # times YEAR, for a piece that names years, but none of those asked for
YEAR_NAMED = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


def weigh(piece: Piece, closeness: float, concepts: tuple[Concept, ...], question: Question, best_hit: float) -> Evidence:
    """Return a piece as evidence.

    Args:
        piece: as it stands in the document.
        closeness: cosine of its embedding with the question's.
        concepts: what the question asks about.
        question: what is asked.
        best_hit: score of the best hit.
    """
    hit, start, end, text, passage = piece
    is_row = passage.kind == "row"
    bodies = [header for header, _, _ in passage.row.cells if entity_of(header)] if passage.row else []
    cells = closing_cells(passage.row, text)[1] if passage.row and len(text) < len(passage.text) else []
    title = entry_title(passage.headings[-1]) if passage.headings else ""  # a line of an entry speaks of what its code or glyph heads
    words = "\n".join([text, *bodies, *cells]) if is_row else f"{title}\n{text}" if title else text
    body, body_words = readable(words)  # a park's cell speaks of the park above it
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
    if question.years and (question.follows or years_in(without_plan(question.text))):
        score += YEAR * _year_fit(question.years, text, passage)
    return Evidence(passage, start, end, text, is_row, hit.rank, covered, own, float(score))


def bodies_of(passage: Passage, bodies: Sequence[Named]) -> tuple[Named, ...]:
    """Return those of some bodies that a passage is about: its row, its box or its heading is called so."""
    opening = passage.text[:OPENING].partition("：")[0] if passage.kind == "box" else ""
    said = re.sub(r"\s+", "", "\n".join([opening, passage.row.label if passage.row else "", *passage.headings[-1:]]))
    return tuple(body for body in bodies if body.name in said)


def without_others(found: list[Evidence], bodies: Sequence[Named]) -> list[Evidence]:
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
