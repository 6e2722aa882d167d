"""The lines below one reading of a header -> the parts that agree best with its columns, and their rows."""

from collections.abc import Sequence
from functools import cached_property

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_continuation, is_note
from index.tables.grid import RawRow, squeeze
from index.tables.typed_apart import MOST_LINES, group_words, rows_apart
from index.tables.typed_between import TITLE, between, is_wide
from index.tables.typed_cells import raw_row
from index.tables.typed_halves import halved_rows
from index.tables.typed_header import Header
from index.tables.typed_numbers import number_of, part_numbers
from index.tables.typed_reading import SKIPPED, Reading, Step
from index.tables.typed_rest import Rests, stand_in_place
from index.tables.typed_row import PARTS, Fit, RowFits
from index.tables.typed_tokens import tokens_of

HEADINGS = ("part", "chapter", "section", "article", "appendix")
WORTH = 2.0  # of a row
MOST_RESTS = 3
MOST_HALVED = 5  # lines of a row whose name stands above and below it


class Body:
    """The lines below one reading of a header."""

    def __init__(self, lines: Sequence[Line], header: Header) -> None:
        self.header = header
        self._all = lines
        end = next((at for at, line in enumerate(lines) if at >= header.taken and _stops(line)), len(lines))
        self._lines = lines[header.taken : end]
        tokens = tokens_of(self._lines)
        self._tokens = part_numbers(tokens) if "serial" in header.kinds else tokens
        self._starts = [at for at, token in enumerate(self._tokens) if token.first]
        self._fits = RowFits(self._tokens, header.kinds)
        self._known: dict[tuple[int, int], Reading] = {}
        self._parts: dict[tuple[int, int], list[Step]] = {}
        self._set_in = {at for at, line in enumerate(self._lines) if line.text[0].isspace()}
        name = header.tokens[header.columns.index(header.kinds.index("name"))]
        self._in_place = stand_in_place(self._tokens, name.place, self._set_in)
        self._wide = is_wide([end - start for start, end in map(self._line_tokens, range(len(self._lines)))])
        self._serial = header.kinds.count("serial") == 1
        self._numbered = self._serial and header.kinds[header.kinds.index("name") - 1] == "serial" and header.kinds[0] == "serial"

    @cached_property
    def _heads(self) -> list[tuple[list[str], tuple[int, ...]]]:
        """The lines of the header come again, and the columns of their tokens: all of it, or without the name of the groups."""
        head = [squeeze(line.text) for line in self._all[: self.header.taken]]
        tokens, columns = self.header.tokens, self.header.columns
        found = [(head, columns)]
        if len(tokens) == len(head) and "group" in self.header.kinds:
            left = [place for place, column in enumerate(columns) if self.header.kinds[column] != "group"]
            found.append(([head[place] for place in left], tuple(columns[place] for place in left)))
        return found

    def reading(self, number: int) -> Reading:
        """The best parts below the header; worked out from the last line to the first."""
        last = len(self._lines)
        reachable = self._reachable(number)
        for line, count in sorted(reachable, reverse=True):
            self._known[line, count] = self._best(line, count)
        return self._known.get((0, number), Reading(0.0, ())) if last else Reading(0.0, ())

    def _reachable(self, number: int) -> set[tuple[int, int]]:
        seen = {(0, number)}
        todo = [(0, number)]
        while todo:
            line, count = todo.pop()
            for step in self._steps(line, count):
                state = (line + step.lines, count + self._counts(step, line, count))
                if state not in seen:
                    seen.add(state)
                    todo.append(state)
        return seen

    def _counts(self, step: Step, line: int, count: int) -> bool:
        """Tell whether a part bears the running number that is next: a row that has one, or a line that is no row but opens with it."""
        if not self._serial or not step.row:
            return self._serial and step.cost == SKIPPED and number_of(self._tokens[self._starts[line]].text) == count
        return self.header.kinds.index("serial") in step.columns

    def _best(self, line: int, count: int) -> Reading:
        best = Reading(0.0, ())
        for step in self._steps(line, count):
            later = self._known.get((line + step.lines, count + self._counts(step, line, count)), Reading(0.0, ()))
            if not step.row and not any(one.row for one in later.steps):
                continue  # nothing of the table follows
            if not step.row and step.cost == TITLE and later.steps[0].cost == TITLE and not later.steps[0].row:
                continue  # one title, not two
            worth = (WORTH if step.row else 0.0) - step.cost + later.worth
            if worth > best.worth + 1e-9:
                best = Reading(worth, (step, *later.steps))
        return best

    def _line_tokens(self, line: int) -> tuple[int, int]:
        """The places of the first token of a line and of the next line."""
        start = self._starts[line] if line < len(self._starts) else len(self._tokens)
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._tokens)
        return start, end

    def _steps(self, line: int, count: int) -> list[Step]:
        if (line, count) not in self._parts:
            self._parts[line, count] = self._steps_at(line, count) if line < len(self._lines) else []
        return self._parts[line, count]

    def _steps_at(self, line: int, count: int) -> list[Step]:
        """The parts that the table may go on with at a line."""
        start = self._starts[line]
        for head, columns in self._heads:
            if [squeeze(one.text) for one in self._lines[line : line + len(head)]] == head:
                end = self._line_tokens(line + len(head) - 1)[1]
                return [Step(len(head), columns, 0.0, False)] if end > start else []
        found: list[Step] = []
        fits = self._fits.at(start, count if self._serial else None)
        if self._serial and self._tokens[start].text.startswith(PARTS):
            fits = self._without_number(start)
        for end, fit in fits.items():
            found += self._with_rests(line, end, _columns(fit), fit.cost)
        if self._wide and self._numbered:
            after = range(line, min(line + MOST_HALVED, len(self._lines)))
            found += halved_rows([self._tokens[slice(*self._line_tokens(at))] for at in after], count, self.header.kinds)
        elif not self._wide and not fits:
            cells = [self._tokens[slice(*self._line_tokens(at))] for at in range(line, min(line + MOST_LINES, len(self._lines)))]
            found += group_words(cells)
            found += rows_apart(cells, count, self.header.kinds) if self._numbered else ()
        texts, below = ([token.text for token in self._tokens[slice(*self._line_tokens(at))]] for at in (line, line + 1))
        return found + between(texts, below, fits=bool(fits), wide=self._wide)

    def _without_number(self, start: int) -> dict[int, Fit]:
        """Readings of a row that is a part of the one above it and has no number of its own."""
        place = self.header.kinds.index("serial")
        kinds = [kind for kind in self.header.kinds if kind != "serial"]
        fits = RowFits(self._tokens, kinds).at(start, None)
        return {end: Fit(fit.cost, (*fit.counts[:place], 0, *fit.counts[place:])) for end, fit in fits.items()}

    def _with_rests(self, line: int, end: int, columns: tuple[int, ...], cost: float) -> list[Step]:
        """A row that ends at a token, alone and with the lines below that go on with its cells."""
        after = self._tokens[end].line if end < len(self._tokens) else len(self._lines)
        found = [Step(after - line, columns, cost, True)]
        start = self._starts[line]
        tokens = self._tokens[start:end]
        if all(token.first for token in tokens):
            return found  # a cell a line: they follow one another
        rests = Rests(tokens, columns, self.header.kinds, self._fits.widest)
        for below in range(after, min(after + MOST_RESTS, len(self._lines))):
            if self._lines[below].after_blank and not self._lines[below].after_page_break:
                break
            first, stop = self._line_tokens(below)
            placed = rests.add(self._tokens[first:stop], set_in=below in self._set_in, in_place=self._in_place)
            if not placed:
                break
            columns = (*columns, *placed[0])
            cost += placed[1]
            found.append(Step(below + 1 - line, columns, cost, True))
        return found

    def rows(self, reading: Reading) -> list[RawRow]:
        """The header and the parts of a reading as rows."""
        found = [raw_row(self.header.tokens, self.header.columns, self._all[0])]
        line = 0
        for step in reading.steps:
            start = self._starts[line]
            end = self._starts[line + step.lines] if line + step.lines < len(self._starts) else len(self._tokens)
            tokens = self._tokens[start:end]
            found.append(raw_row(tokens, step.columns, self._lines[line]))
            line += step.lines
        return found


def _stops(line: Line) -> bool:
    marker = parse_marker(line.text)
    if marker and marker.style in HEADINGS:
        return True
    return "。" in line.text or is_note(line.text) or is_caption(line.text) or is_continuation(line.text)


def _columns(fit: Fit) -> tuple[int, ...]:
    return tuple(column for column, count in enumerate(fit.counts) for _ in range(count))
