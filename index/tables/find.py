"""Lines -> the table that starts at one of them, its rows with their roles, put together where pages cut it."""

from collections.abc import Sequence

from index.lines import Line
from index.signs import is_continuation, unit_of_line
from index.tables.grid import NO_CELL, Piece, RawRow, RawTable, Role, squeeze
from index.tables.merged import is_second_header, merge_headers
from index.tables.numbered import without_numbers
from index.tables.paired import one_below_the_other
from index.tables.rows import RowReader
from index.tables.tabbed import same_cells


class TableFinder:
    """Finds tables in the lines of one file; remembers what it has read, so that time stays linear."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take lines that hold text."""
        self._lines = lines
        self._rows = RowReader(lines)
        self._known: tuple[int, bool, tuple[RawTable | None, int]] = (-1, False, (None, -1))

    def find(self, at: int, *, captioned: bool) -> tuple[RawTable | None, int]:
        """Return the table that starts at line `at`, and the index of the line after it.

        Args:
            at: where to look.
            captioned: a caption stands just before; bare lines are taken for a table only then, or under a clear header.
        """
        if self._known[:2] != (at, captioned):
            self._known = (at, captioned, self._whole(at, captioned=captioned))
        return self._known[2]

    def _whole(self, at: int, *, captioned: bool) -> tuple[RawTable | None, int]:
        rows, end = self._rows.read(at, captioned=captioned)
        if not rows:
            return None, at
        rows = one_below_the_other(rows)
        count = 2 if len(rows) >= 3 and _has_second(rows) else 1
        headers, body = rows[:count], _body(rows[count:], rows[:count])
        while more := self._continuation(end, headers[0], _last_number(body)):
            added, end = more
            body.extend(added)
        return RawTable(tuple(headers), tuple(without_numbers(_names(headers), body))), end

    def _continuation(self, at: int, header: RawRow, number: int) -> tuple[list[tuple[Role, RawRow]], int] | None:
        """Rows after a "续表" line or a page break, under the header come again."""
        lead: list[tuple[Role, RawRow]] = []
        while at < len(self._lines) and len(lead) < 2:
            text = self._lines[at].text
            if not is_continuation(text) and not (lead and unit_of_line(text)):
                break
            lead.append(("caption", RawRow((Piece(text.strip(), NO_CELL),))))
            at += 1
        if at >= len(self._lines):
            return None
        wanted = squeeze("".join(piece.text for piece in header.pieces if piece.column != NO_CELL))
        line = self._lines[at]
        opening = squeeze(line.text.replace("|", "")[:400])
        of_cell = opening == squeeze(header.cells(1)[0])  # one cell a line
        if not (lead or line.after_page_break or line.after_blank) or not (of_cell or opening.startswith(wanted[:4])):
            return None
        rows, end = self._rows.read(at, captioned=True, first_number=number + 1)
        rows = one_below_the_other(rows)
        if not rows or not same_cells(rows[0], header):
            return None
        return [*lead, ("header", rows[0]), *_body(rows[1:], [header])], end


def _names(headers: Sequence[RawRow]) -> list[str]:
    """The names of the columns, of a header of one row or two."""
    width = max(header.width for header in headers)
    first, *second = (header.cells(width) for header in headers)
    return merge_headers(first, second[0]) if second else first


def _has_second(rows: Sequence[RawRow]) -> bool:
    width = max(row.width for row in rows)
    return is_second_header(rows[0].cells(width), rows[1].cells(width))


def _body(rows: Sequence[RawRow], headers: Sequence[RawRow]) -> list[tuple[Role, RawRow]]:
    """Rows with their role; one that follows a repeated header goes on what the page break cut."""
    body: list[tuple[Role, RawRow]] = []
    for row in rows:
        after_header = bool(body) and body[-1][0] == "header"
        role: Role = "header" if any(same_cells(row, header) for header in headers) else "row" if row.width else "caption"
        body.append((role, RawRow(row.pieces, row.continued or after_header)))
    return body


def _last_number(body: Sequence[tuple[Role, RawRow]]) -> int:
    """The running number of the last row: its first cell, or the second behind the word of a group."""
    last = next((row for role, row in reversed(body) if role == "row" and row.pieces), None)
    number = next((piece.text for piece in last.pieces[:2] if piece.text.isdecimal()), "") if last else ""
    return int(number) if 0 < len(number) <= 4 else 0
