"""Lines of one cell each under the headers of a list of policies -> rows: cells are told by their kind, and may take several lines.

A number opens a row where the headers have one; else the cells that pay and the offices in charge tell where it ends.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lines import Line
from index.markers import parse_marker
from index.numerals import numeral
from index.signs import is_caption, is_note
from index.tables.fits import COSTS_BLANK, NUMBER, PAYS, SUM, WRONG, breaks_off, fit, goes_on
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.heads import heads_offers, kind_of_head

MOST_COLUMNS = 10
FEWEST = 2  # rows
LEAST = 2.0  # of fit, for each row
LONGEST = 120  # characters of a line of a cell
AGAIN = -2
TITLE_COST = -1.0
LONGEST_HEAD = 20
LONGEST_TITLE = 20
PARTS = ("part", "chapter", "section", "article", "appendix", "markdown")  # what opens with such a number is no cell
RULED = re.compile(r"[（(][^（()）]{6,60}[)）]")  # what a title is followed by: whom the rows below it are for
LABEL = re.compile(r"\s*([\u4e00-\u9fff]{2,8})[：:]")  # 支持对象：…
SPLIT = re.compile(r"\t| {2,}|\u3000")


@dataclass(frozen=True, slots=True)
class _State:
    """How a run of lines is read so far: how well it fits, and what each line is."""

    score: float
    columns: tuple[int, ...]  # of each line; NO_CELL for a title, AGAIN for a header that comes again
    starts: tuple[int, ...]  # lines that open a row


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
        state = _Reading(texts, width, first_number).best()
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


class _Reading:
    """One way to read the lines, by how many columns there are."""

    def __init__(self, texts: Sequence[str], width: int, number: int) -> None:
        self._heads = list(texts[:width])
        self._texts = texts[width:]
        self._kinds = [kind_of_head(head) for head in self._heads]
        self._number = number
        self._counter = self._kinds.index("counter") if "counter" in self._kinds else -1
        self._grouped = self._kinds[0] == "name" and "name" in self._kinds[1:]

    def best(self) -> _State | None:
        """The reading that fits best, of those that end with a whole row; None where none fits well enough."""
        # after each line: by the column that it is in (NO_CELL between rows) and the number of rows
        at: list[dict[tuple[int, int], _State]] = [{} for _ in range(len(self._texts) + 1)]
        at[0][NO_CELL, 0] = _State(0.0, (), ())
        best: _State | None = None
        for place in range(len(self._texts) + 1):
            for (column, count), state in at[place].items():
                ended = column == NO_CELL or self._rest(column) > WRONG
                score = state.score + (self._rest(column) if column != NO_CELL else 0.0)
                if ended and count and (best is None or score > best.score) and self._is_whole(state, score):
                    best = _State(score, state.columns, state.starts)
                if place < len(self._texts):
                    self._step(at, place, column, count, state)
        return best

    def _is_whole(self, state: _State, score: float) -> bool:
        least = 1 if self._counter >= 0 else FEWEST
        return len(state.starts) >= least and score >= LEAST * len(state.starts) and state.columns[-1] >= 0

    def _step(self, at: list[dict[tuple[int, int], _State]], place: int, column: int, count: int, state: _State) -> None:
        words = self._texts[place]
        width = len(self._heads)
        rest = self._rest(column) if column != NO_CELL else 0.0
        if self._texts[place : place + width] == self._heads:
            if rest > WRONG:
                self._keep(at, place + width, (NO_CELL, count), state, rest, (AGAIN,) * width, opens=False)
            return
        if column != NO_CELL:
            above = self._texts[place - 1]
            self._keep(at, place + 1, (column, count), state, goes_on(above, words, self._kinds[column]), (column,), opens=False)
            if breaks_off(above):
                return
            self._cells(at, place, range(column + 1, width), count, state, 0.0)
        if rest > WRONG:
            self._cells(at, place, range(width), count + 1, state, rest)
            if (title := self._title(place, state)) > WRONG:
                self._keep(at, place + 1, (NO_CELL, count), state, rest + title, (NO_CELL,), opens=False)

    def _cells(self, at: list[dict[tuple[int, int], _State]], place: int, columns: range, count: int, state: _State, rest: float) -> None:
        """Take a line for a new cell of each of some columns, those before it blank; `rest` is what ending the row above costs."""
        for column in columns:
            blank = self._blank(range(columns.start, column))
            if blank > WRONG and (score := self._fit(self._texts[place], column, count)) > WRONG:
                self._keep(at, place + 1, (column, count), state, rest + blank + score, (column,), opens=columns.start == 0)

    def _keep(
        self,
        at: list[dict[tuple[int, int], _State]],
        place: int,
        key: tuple[int, int],
        state: _State,
        score: float,
        columns: tuple[int, ...],
        *,
        opens: bool,
    ) -> None:
        starts = (*state.starts, len(state.columns)) if opens else state.starts
        found = _State(state.score + score, state.columns + columns, starts)
        if key not in at[place] or at[place][key].score < found.score:
            at[place][key] = found

    def _fit(self, words: str, column: int, count: int) -> float:
        if column != self._counter:
            return fit(words, self._kinds[column]) if not (self._counter == 0 and NUMBER.fullmatch(words)) else WRONG
        match = NUMBER.fullmatch(words)
        return 3.0 if match and int(numeral(match[1])) == self._number + count - 1 else WRONG

    def _blank(self, columns: range) -> float:
        """What it costs that columns have no cell: one of a group of rows has none often."""
        costs = [-0.3 if self._grouped and not column else COSTS_BLANK.get(self._kinds[column], -1.0) for column in columns]
        return WRONG if any(cost <= WRONG for cost in costs) else sum(costs)

    def _rest(self, column: int) -> float:
        return self._blank(range(column + 1, len(self._heads)))

    def _title(self, place: int, state: _State) -> float:
        """How well a line fits as the title of the rows below it, or as what is said below a title."""
        words = self._texts[place]
        if RULED.fullmatch(words) and state.columns[-1:] == (NO_CELL,):
            return 0.0
        marked = parse_marker(words) is not None and not NUMBER.fullmatch(words)
        if len(words) > LONGEST_TITLE or NUMBER.fullmatch(words) or SUM.search(words) or PAYS.search(words) or re.search("[，。；]", words):
            return WRONG
        return 1.0 if marked else TITLE_COST


def _rows(lines: Sequence[Line], texts: Sequence[str], width: int, state: _State) -> list[RawRow]:
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
