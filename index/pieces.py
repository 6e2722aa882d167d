"""Spans of paragraphs -> spans of passage size, cut at sentence borders, short ones joined."""

from collections.abc import Iterable, Iterator

from index.sentences import clause_spans, sentence_spans

MIN_CHARS = 40  # shorter paragraphs are joined with their neighbours
TARGET_CHARS = 240  # a longer paragraph is cut at the sentence border nearest to this
MAX_CHARS = 500
SLACK = 1.4  # times TARGET_CHARS: a paragraph up to this length stays whole
EVEN_SLACK = 1.15  # times the even size: a piece grows up to this length


def even_pieces(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of the paragraphs of one section; of two neighbours, one of them short, one piece is made.

    Args:
        text: the document's text.
        paragraphs: spans in order; what stands between two of them belongs to no piece.
    """
    pending: tuple[int, int] | None = None
    for start, end in (piece for paragraph in paragraphs for piece in _cut(text, *paragraph)):
        if pending and _may_join(text, pending, (start, end)):
            pending = (pending[0], end)
            continue
        if pending:
            yield pending
        pending = (start, end)
    if pending:
        yield pending


def _may_join(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Tell whether two pieces touch, one of them is short, and both together are not too long."""
    short = min(left[1] - left[0], right[1] - right[0]) < MIN_CHARS
    return short and right[1] - left[0] <= MAX_CHARS and not text[left[1] : right[0]].strip()


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a paragraph into pieces of even size near TARGET_CHARS, at sentence borders."""
    if end - start <= TARGET_CHARS * SLACK:
        return [(start, end)]
    even = (end - start) / round((end - start) / TARGET_CHARS)
    pieces: list[tuple[int, int]] = []
    for left, right in (part for span in sentence_spans(text, start, end) for part in clause_spans(text, *span, MAX_CHARS)):
        longest = MAX_CHARS if right - left < MIN_CHARS else min(MAX_CHARS, even * EVEN_SLACK)
        if pieces and right - pieces[-1][0] <= longest:
            pieces[-1] = (pieces[-1][0], right)
        else:
            pieces.append((left, right))
    return pieces
