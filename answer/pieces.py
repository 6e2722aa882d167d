"""Hit -> the sentences and table rows in its stretch, with their spans."""

import re

from answer.answer import MAX_CITATION
from index.instructions import without_instructions
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex
from index.tables.heads import kind_of_head
from retriever.windows import Hit

SHORT_ROW = 120  # a longer row is read sentence by sentence
TITLE = 34  # longest sentence that is taken for the title of its paragraph
ASKED = re.compile(r"\s*问[：:][^？?\n]*[？?](?:\s*答[：:]\s*[^。]{0,4}。)?")  # a question, and a mere yes or no to it

Piece = tuple[Hit, int, int, str, Passage]  # the hit it was read from, first code point, one past the last, text, passage


def is_offer(passage: Passage) -> bool:
    """Tell whether a passage is a row of a list of what is paid to whom, whose cells are clauses."""
    kinds = {kind_of_head(header) for header, _, _ in passage.row.cells} if passage.row else set()
    return "gives" in kinds and bool(kinds & {"who", "terms"})


def is_whole(passage: Passage) -> bool:
    """Tell whether a row is told as a whole: a short one, and what is paid with its conditions, as far as one citation holds it."""
    return len(passage.text) <= (MAX_CITATION if is_offer(passage) else SHORT_ROW)


def pieces_of(hit: Hit, index: PassageIndex) -> list[Piece]:
    """Return the sentences of a hit's stretch; around a table row, whole rows and the sentences beside them."""
    text = index.texts[hit.passage.doc]
    whole = [span for one in whole_sentences(text, hit.start, hit.end) for span in without_instructions(text, *one)]
    placed = [(start, end, index.passage_at(hit.passage.doc, start)) for start, end in whole]
    if hit.passage.kind == "row":
        rows = rows_between(index, hit.passage.doc, hit.start, hit.end) or [hit.passage]
        short = [(hit, row.start, row.end, row.text, row) for row in rows if is_whole(row)]
        spans = [(row, span) for row in rows if not is_whole(row) for span in sentence_spans(text, row.start, row.end)]
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
