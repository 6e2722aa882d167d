"""Lines of one cell each under the headers of a list of policies -> rows: cells are told by their kind, and may take several lines.

A number opens a row where the headers have one; else the cells that pay and the offices in charge tell where it ends.
"""

import re
from collections.abc import Sequence

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_note
from index.tables.grid import Piece, RawRow
from index.tables.heads import heads_offers, kind_of_head
from index.tables.offered_reading import AGAIN, Reading, State

MOST_COLUMNS = 10
LONGEST = 120  # characters of a line of a cell
LONGEST_HEAD = 20
PARTS = ("part", "chapter", "section", "article", "appendix", "markdown")  # what opens with such a number is no cell
LABEL = re.compile(r"\s*([\u4e00-\u9fff]{2,8})[：:]")  # 支持对象：…
SPLIT = re.compile(r"\t| {2,}|\u3000")


def opens_offered(lines: Sequence[Line]) -> bool:
    """Tell whether lines open with the headers of a list of policies, one a line."""
    return bool(_widths(lines))


def offered_rows(lines: Sequence[Line], *, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where the lines cannot be cut beyond doubt.

    Args:
        lines: the headers and what stands below them.
        first_number: the running number of the first row.
    """
    best: tuple[float, list[RawRow], int] = (0.0, [], 0)
    texts = [line.text.strip() for line in lines[: _end(lines)]]
    for width in _widths(lines):
        if len(texts) <= width:
            continue
        state = Reading(texts, width, first_number).best()
        if state and (state.score > best[0]):
            best = (state.score, _rows(lines, texts, width, state), width + len(state.columns))
    return best[1], best[2]


def _widths(lines: Sequence[Line]) -> list[int]:
    """How many headers the lines may open with."""
    heads: list[str] = []
    found = []
    for line in lines[: MOST_COLUMNS + 1]:
        words = line.text.strip()
        if len(words) > LONGEST_HEAD or SPLIT.search(words) or parse_marker(words) or not kind_of_head(words) or words in heads:
            break
        heads.append(words)
        if heads_offers(heads):
            found.append(len(heads))
    return found


def _end(lines: Sequence[Line]) -> int:
    """Where lines can no longer be cells: at a note, a caption, a chapter, or a long line."""
    led = lines[:1] and lines[0].text.startswith("\t")
    for place, line in enumerate(lines):
        marker = parse_marker(line.text)
        if led and not line.text.startswith("\t") and line.text.rstrip().endswith("。"):
            return place  # a sentence below cells that are set in
        above = marker is not None and marker.style in PARTS
        label = LABEL.match(line.text)
        labelled = label is not None and kind_of_head(label[1])
        if (
            above
            or labelled
            or is_note(line.text)
            or is_caption(line.text)
            or len(line.text.strip()) > LONGEST
            or SPLIT.search(line.text.strip())
        ):
            return place
    return len(lines)


def _rows(lines: Sequence[Line], texts: Sequence[str], width: int, state: State) -> list[RawRow]:
    """The header, the rows, and the titles and headers between them."""
    rows = [_row(texts[:width], list(range(width)))]
    at = 0
    while at < len(state.columns):
        end = at + (width if state.columns[at] == AGAIN else 1)
        while state.columns[at] >= 0 and end < len(state.columns) and state.columns[end] >= 0 and end not in state.starts:
            end += 1
        columns = list(range(width)) if state.columns[at] == AGAIN else list(state.columns[at:end])
        rows.append(_row(texts[width + at : width + end], columns, continued=lines[width + at].after_page_break))
        at = end
    return rows


def _row(texts: Sequence[str], columns: Sequence[int], *, continued: bool = False) -> RawRow:
    pieces: list[Piece] = []
    for words, column in zip(texts, columns, strict=True):
        joined = bool(pieces) and pieces[-1].column == column
        pieces.append(Piece(words, column, "" if joined or not pieces else "\t"))
    return RawRow(tuple(pieces), continued)
