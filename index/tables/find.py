"""Lines -> the table that starts at one of them, whatever its flattening."""

from index.lines import Line
from index.markers import is_heading
from index.tables.grid import RawRow, RawTable
from index.tables.markdown import is_markdown, markdown_row
from index.tables.spaced import is_spaced_header, spaced_rows
from index.tables.stacked import is_tab_led, plain_rows, stacked_rows, stacked_run
from index.tables.tabbed import is_tabbed, same_cells, tabbed_row


def find_table(lines: list[Line], at: int, *, captioned: bool) -> tuple[RawTable | None, int]:
    """Return the table that starts at line `at`, and the index of the line after it.

    Args:
        lines: lines that hold text.
        at: where to look.
        captioned: a caption stands just before; bare lines are taken for a table only then, or under a clear header.
    """
    for kind, accepts, row_of in (("markdown", is_markdown, markdown_row), ("tabbed", is_tabbed, tabbed_row)):
        end = at
        while end < len(lines) and accepts(lines[end]):
            end += 1
        rows = [row_of(line) for line in lines[at:end]]
        if rows and max(row.width for row in rows) >= 2 and (len(rows) >= 2 or captioned):
            return _table(rows, kind), end
    run = stacked_run(lines, at) if is_tab_led(lines[at]) else []
    if len(run) >= 4 and (rows := stacked_rows(run)):
        return _table(rows, "stacked"), at + len(run)
    if captioned or is_spaced_header(lines[at].text):
        if is_heading(lines[at].text):
            return None, at
        rows, end = spaced_rows(lines, at)
        if not rows and captioned:
            rows, end = plain_rows(lines, at)
        if rows:
            return _table(rows, "spaced"), end
    return None, at


def _table(rows: list[RawRow], kind: str) -> RawTable:
    header, body = rows[0], []
    after_header = False
    for row in rows[1:]:
        repeated = same_cells(row, header)
        body.append((repeated, RawRow(row.pieces, row.continued or after_header)))
        after_header = repeated
    return RawTable(header, tuple(body), kind)
