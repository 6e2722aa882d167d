"""Numbered rows of one cell a line -> rows; a name may take several lines, a word that opens a group stands before its number."""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import COUNTERS, GROUP, Piece, RawRow, label_column, squeeze
from index.tables.values import is_value, looks_like_header

MOST_COLUMNS = 12
MOST_MORE = 2  # lines that a name takes besides its first
FEWEST = 3  # rows
LONGEST_GROUP = 12  # characters


def counted_rows(run: Sequence[Line], *, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where there are not three rows, or fewer that a page cuts off.

    Args:
        run: bare short lines, the header's cells first.
        first_number: the running number of the first row.
    """
    texts = [line.text.strip() for line in run]
    place = next((place for place, text in enumerate(texts[: MOST_COLUMNS + 2]) if text == str(first_number)), 0)
    for width in (place, place - 1):
        header = texts[:width]
        if width < 3 or not looks_like_header(header):
            continue
        counter = label_column(tuple(header)) - 1  # the name stands behind the number, the group before it
        grouped = counter == 1 and bool(GROUP.fullmatch(squeeze(header[0])))
        if squeeze(header[max(0, counter)]) not in COUNTERS or not (grouped or (not counter and width == place)):
            continue
        rows, taken = _Reading(texts, width, counter, first_number).rows(run)
        cut = first_number > 1 or texts[taken : taken + width] == header
        if len(rows) > (1 if cut else FEWEST):
            return rows, taken
    return [], 0


class _Reading:
    """One way to read the lines: a width, the column of the running number."""

    def __init__(self, texts: Sequence[str], width: int, counter: int, number: int) -> None:
        self._texts = texts
        self._width = width
        self._counter = counter
        self._number = number
        self._after = width - counter - 2  # cells behind the name
        self._pattern: list[bool] = []

    def rows(self, run: Sequence[Line]) -> tuple[list[RawRow], int]:
        """The header and the rows that follow it, and how many lines they take."""
        rows = [_row(run[: self._width], list(range(self._width)))]
        at = self._width
        while (grouped := self._opens(at, self._number)) is not None:
            name = at + grouped + 1
            more = next((more for more in range(MOST_MORE + 1) if self._fits(name, more)), None)
            if more is None:
                break
            end = name + 1 + more + self._after
            self._pattern = self._pattern or self._figures(end)
            columns = [*range(self._counter - grouped, self._counter + 1), *[self._counter + 1] * (1 + more)]
            rows.append(_row(run[at:end], [*columns, *range(self._counter + 2, self._width)]))
            at = end
            self._number += 1
        return rows, at

    def _opens(self, at: int, number: int) -> int | None:
        """How many words of a group stand before a row's number at a place, None where no such row begins."""
        words = self._texts[at : at + 2]
        if words[:1] == [str(number)]:
            return 0
        grouped = self._counter and words[1:] == [str(number)] and len(words[0]) <= LONGEST_GROUP and not is_value(words[0])
        return 1 if grouped else None

    def _fits(self, name: int, more: int) -> bool:
        """Tell whether a row fits whose name takes some more lines: words there, figures as in the first row, the next number after it."""
        end = name + 1 + more + self._after
        if len(self._texts) < end or any(map(is_value, self._texts[name : name + more + 1])):
            return False
        cells = self._figures(end)
        alike = not self._pattern or sum(one != other for one, other in zip(cells, self._pattern, strict=True)) <= 1
        return any(cells) and alike and (self._goes_on(end) or (bool(self._pattern) and cells == self._pattern))

    def _goes_on(self, end: int) -> bool:
        """Tell whether the next row, or the header come again, stands at a place."""
        again = list(self._texts[end : end + self._width]) == list(self._texts[: self._width])
        return again or self._opens(end, self._number + 1) is not None

    def _figures(self, end: int) -> list[bool]:
        return [is_value(text) for text in self._texts[end - self._after : end]]


def _row(lines: Sequence[Line], columns: Sequence[int]) -> RawRow:
    pieces: list[Piece] = []
    for line, column in zip(lines, columns, strict=True):
        joined = bool(pieces) and column == pieces[-1].column
        pieces.append(Piece(line.text.strip(), column, "" if joined or not pieces else "\t"))
    return RawRow(tuple(pieces), lines[0].after_page_break)
