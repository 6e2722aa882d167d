"""Lines -> the rows that start at one of them, in the first way of reading that fits."""

from collections.abc import Sequence

from index.lines import Line
from index.signs import is_heading
from index.tables.aligned import aligned_rows
from index.tables.centred import centred_rows
from index.tables.columned import columned_rows
from index.tables.counted import counted_rows
from index.tables.figured import figured_rows
from index.tables.folded import folded_rows
from index.tables.gapped import GAP, gapped_rows
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.grouped import grouped_rows
from index.tables.lined import is_clear_header, lined_rows, names_figures
from index.tables.markdown import is_markdown, markdown_row, one_table
from index.tables.patterned import patterned_rows
from index.tables.policy_lists import LONGEST_BARE, offers_at, offers_below
from index.tables.ragged import ragged_rows
from index.tables.reach import may_be_spaced, reach_of
from index.tables.rejoined import rejoined_rows
from index.tables.runs import Runs
from index.tables.sectioned import sectioned_rows
from index.tables.spaced import spaced_rows
from index.tables.stacked import is_plain_cell, is_remainder, is_tab_led, plain_rows, stacked_rows
from index.tables.tabbed import is_tabbed, tabbed_row
from index.tables.tiered import opens_tiered, tiered_rows
from index.tables.titled import with_titles
from index.tables.torn import torn_rows
from index.tables.typed import typed_rows
from index.tables.unbroken import opens_unbroken, unbroken_rows
from index.tables.worded import worded_rows

LEAST_STACKED = 4  # cells


class RowReader:
    """Reads rows out of the lines of one file; remembers where it tried in vain, so that time stays linear."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take lines that hold text."""
        self._lines = lines
        self._markdown = Runs(lines, is_markdown)
        self._tabbed = Runs(lines, is_tabbed)
        self._stacked = Runs(lines, lambda line: is_tab_led(line) or is_remainder(line))
        self._plain = Runs(lines, is_plain_cell)
        self._lined = Runs(lines, may_be_spaced, LONGEST_BARE)
        self._streamed = Runs(lines, may_be_spaced, LONGEST_BARE)

    def read(self, at: int, *, captioned: bool, first_number: int = 1) -> tuple[list[RawRow], int]:
        """Return the rows that start at line `at`, the header first, and the index of the line after them; [] for none.

        Args:
            at: where to look.
            captioned: a caption stands just before.
            first_number: the running number of the first row, where rows have one.
        """
        line = self._lines[at]
        if (offers := offers_at(self._lines, at, first_number))[0]:
            return offers
        marked, taken = self._marked_rows(at, captioned)
        if marked:
            return marked, at + taken
        if not is_tab_led(line):
            typed, taken = typed_rows(self._lines[at : at + LONGEST_BARE], captioned=captioned, first_number=first_number)
            if typed:
                return typed, at + taken
        if GAP.search(line.text) and (gapped := gapped_rows(self._lines[at : at + LONGEST_BARE])):
            torn, taken = torn_rows(self._lines[at : at + LONGEST_BARE])
            return (torn, at + taken) if taken > len(gapped) else (gapped, at + len(gapped))
        if is_tab_led(line):
            run = self._stacked.at(at)
            if len(run) >= LEAST_STACKED and (rows := stacked_rows(run)):
                return rows, at + len(run)
            self._stacked.failed()
        if captioned and self._leads_cells(at):
            run = [line, *self._stacked.at(at + 1)]
            if len(run) > LEAST_STACKED and (rows := stacked_rows(run)):
                return rows, at + len(run)
            self._stacked.failed()
        return self._unled_rows(at, captioned, first_number)

    def _marked_rows(self, at: int, captioned: bool) -> tuple[list[RawRow], int]:
        """Rows of lines whose cells are parted by bars or tabs, or end in figures, and how many lines they take; [] for none."""
        line = self._lines[at]
        figured, taken = figured_rows(self._lines[at : at + LONGEST_BARE])
        if figured:
            return figured, taken
        rejoined, taken = rejoined_rows(self._lines[at : at + LONGEST_BARE]) if "\t" in line.text else ([], 0)
        if rejoined:
            return rejoined, taken
        for runs, accepts, row_of in ((self._markdown, is_markdown, markdown_row), (self._tabbed, is_tabbed, tabbed_row)):
            run = one_table(runs.at(at)) if accepts(line) else []
            run = with_titles(self._lines, at, run, accepts)
            rows = [row_of(row) if accepts(row) else RawRow((Piece(row.text.strip(), NO_CELL),)) for row in run]
            if rows and max(row.width for row in rows) >= 2 and (len(rows) >= 2 or captioned):
                return rows, len(rows)
            if run:
                runs.failed()
        return [], 0

    def _leads_cells(self, at: int) -> bool:
        """Tell whether a line is the bare first cell of a header whose other cells are led by tabs."""
        if at + 1 >= len(self._lines) or not is_plain_cell(self._lines[at]) or self._lines[at].text.startswith("\t"):
            return False
        after = self._lines[at + 1]
        return is_tab_led(after) and not after.after_blank

    def _unled_rows(self, at: int, captioned: bool, first_number: int) -> tuple[list[RawRow], int]:
        """Rows of lines that no mark leads, where a caption or their header says that they are some."""
        line = self._lines[at]
        if opens_unbroken(line) and (whole := unbroken_rows(self._lines[at : at + LONGEST_BARE], first_number=first_number)):
            return whole, at + sum(len(row.pieces) for row in whole)
        if is_heading(line.text):
            return [], at
        if opens_tiered(self._lines[at : at + 2]) and (tiered := tiered_rows(self._lines[at : at + LONGEST_BARE])):
            return tiered, at + len(tiered)
        if not (captioned or is_clear_header(line.text)) or offers_below(self._lines, at):
            return [], at
        return self._bare_rows(at, captioned, first_number)

    def _bare_rows(self, at: int, captioned: bool, first_number: int) -> tuple[list[RawRow], int]:
        """Rows of lines without any separator but spaces and line ends."""
        run = self._plain.at(at) if captioned else []
        celled, taken = _celled(run, first_number)
        if celled:
            return celled, at + taken
        below = self._lines[at : at + LONGEST_BARE]
        aligned, taken = _placed(below)
        if aligned:
            return aligned, at + taken
        sectioned, taken = sectioned_rows(below, may_be_spaced, first_number=first_number)
        if sectioned:
            return sectioned, at + taken
        grouped, taken = grouped_rows(
            reach_of(self._lines, self._streamed.at(at), at) or self._lines[at : at + 1], first_number=first_number
        )
        if grouped:
            return grouped, at + taken
        region = reach_of(self._lines, self._lined.at(at), at)
        rows = lined_rows(region, captioned=captioned) if region else []
        broken = len(rows) < len(region) and not (rows and is_clear_header(region[len(rows)].text))
        if broken:
            streamed, end = self._broken_rows(at, captioned, first_number)
            if end > at + len(rows):
                return streamed, end
        if rows:
            return rows, at + len(rows)
        if region:
            self._lined.failed()
        return self._celled_rows(run, at)

    def _celled_rows(self, run: Sequence[Line], at: int) -> tuple[list[RawRow], int]:
        """Rows of bare lines that hold a cell, or a part of one, each."""
        if not run:
            return [], at
        plain, (patterned, taken) = plain_rows(run), patterned_rows(run)
        whole = sum(len(row.pieces) for row in plain)
        if plain or patterned:
            return (patterned, at + taken) if taken > whole else (plain, at + whole)
        rows, taken = folded_rows(run)
        if not rows:
            self._plain.failed()
        return rows, at + taken

    def _broken_rows(self, at: int, captioned: bool, first_number: int) -> tuple[list[RawRow], int]:
        """Rows with cells broken over lines, in the way of reading that takes most lines, the stricter ones first."""
        region = reach_of(self._lines, self._streamed.at(at), at)
        readings = [centred_rows(region, first_number=first_number)]
        if captioned:
            readings += [worded_rows(region), ragged_rows(region)]
        if captioned or names_figures(self._lines[at].text):
            readings.append(spaced_rows(region, first_number=first_number))
            if not readings[-1][0]:
                self._streamed.failed()
        rows, taken = max(readings, key=lambda reading: reading[1])
        return rows, at + taken


def _celled(run: Sequence[Line], first_number: int) -> tuple[list[RawRow], int]:
    """Rows of one cell a line, row after row or column after column."""
    rows, taken = counted_rows(run, first_number=first_number)
    return (rows, taken) if rows else columned_rows(run)


def _placed(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Rows whose cells stand under their header, or else are parted by wide gaps."""
    rows, taken = aligned_rows(lines)
    return (rows, taken) if rows or not GAP.search(lines[0].text) else torn_rows(lines)
