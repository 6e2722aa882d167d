"""Lines below the headers of a list of policies -> the column of each, in the way of reading that fits best."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.markers import parse_marker
from index.numerals import numeral
from index.tables.fits import COSTS_BLANK, NUMBER, PAYS, SUM, WRONG, breaks_off, fit, goes_on
from index.tables.grid import NO_CELL
from index.tables.heads import kind_of_head

FEWEST = 2  # rows
LEAST = 2.0  # of fit, for each row
AGAIN = -2
TITLE_COST = -1.0
LONGEST_TITLE = 20
RULED = re.compile(r"[（(][^（()）]{6,60}[)）]")  # what a title is followed by: whom the rows below it are for


@dataclass(frozen=True, slots=True)
class State:
    """How a run of lines is read so far: how well it fits, and what each line is."""

    score: float
    columns: tuple[int, ...]  # of each line; NO_CELL for a title, AGAIN for a header that comes again
    starts: tuple[int, ...]  # lines that open a row


class Reading:
    """One way to read the lines, by how many columns there are."""

    def __init__(self, texts: Sequence[str], width: int, number: int) -> None:
        self._heads = list(texts[:width])
        self._texts = texts[width:]
        self._kinds = [kind_of_head(head) for head in self._heads]
        self._number = number
        self._counter = self._kinds.index("counter") if "counter" in self._kinds else -1
        self._grouped = self._kinds[0] == "name" and "name" in self._kinds[1:]

    def best(self) -> State | None:
        """The reading that fits best, of those that end with a whole row; None where none fits well enough."""
        # after each line: by the column that it is in (NO_CELL between rows) and the number of rows
        at: list[dict[tuple[int, int], State]] = [{} for _ in range(len(self._texts) + 1)]
        at[0][NO_CELL, 0] = State(0.0, (), ())
        best: State | None = None
        for place in range(len(self._texts) + 1):
            for (column, count), state in at[place].items():
                ended = column == NO_CELL or self._rest(column) > WRONG
                score = state.score + (self._rest(column) if column != NO_CELL else 0.0)
                if ended and count and (best is None or score > best.score) and self._is_whole(state, score):
                    best = State(score, state.columns, state.starts)
                if place < len(self._texts):
                    self._step(at, place, column, count, state)
        return best

    def _is_whole(self, state: State, score: float) -> bool:
        least = 1 if self._counter >= 0 else FEWEST
        return len(state.starts) >= least and score >= LEAST * len(state.starts) and state.columns[-1] >= 0

    def _step(self, at: list[dict[tuple[int, int], State]], place: int, column: int, count: int, state: State) -> None:
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

    def _cells(self, at: list[dict[tuple[int, int], State]], place: int, columns: range, count: int, state: State, rest: float) -> None:
        """Take a line for a new cell of each of some columns, those before it blank; `rest` is what ending the row above costs."""
        for column in columns:
            blank = self._blank(range(columns.start, column))
            if blank > WRONG and (score := self._fit(self._texts[place], column, count)) > WRONG:
                self._keep(at, place + 1, (column, count), state, rest + blank + score, (column,), opens=columns.start == 0)

    def _keep(
        self,
        at: list[dict[tuple[int, int], State]],
        place: int,
        key: tuple[int, int],
        state: State,
        score: float,
        columns: tuple[int, ...],
        *,
        opens: bool,
    ) -> None:
        starts = (*state.starts, len(state.columns)) if opens else state.starts
        found = State(state.score + score, state.columns + columns, starts)
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

    def _title(self, place: int, state: State) -> float:
        """How well a line fits as the title of the rows below it, or as what is said below a title."""
        words = self._texts[place]
        if RULED.fullmatch(words) and state.columns[-1:] == (NO_CELL,):
            return 0.0
        marked = parse_marker(words) is not None and not NUMBER.fullmatch(words)
        if len(words) > LONGEST_TITLE or NUMBER.fullmatch(words) or SUM.search(words) or PAYS.search(words) or re.search("[，。；]", words):
            return WRONG
        return 1.0 if marked else TITLE_COST
