"""A row's cells and the lines of words alone below it -> the column that each of their words goes on in, and what that costs."""

from collections.abc import Sequence
from itertools import combinations

from index.tables.fits import is_office
from index.tables.kinds import NUMBERED, Kind, is_ended, is_unit, is_word
from index.tables.typed_row import WIDE
from index.tables.typed_tokens import Token, is_open

REST = 0.1  # words that go on with a cell
REST_OF_WHOLE = 0.45  # with a name that seems whole
REST_OF_WIDE = 0.35  # with one that seems whole but fills its column
FULL = 0.8  # share of the longest cell from which on one that seems whole may go on
UNDER = 2  # places that a rest may stand off from the cell above it
LONGEST = 16  # characters of a rest
STOPS = "，；：。"
BRACKETS = "（(）)"


def _is_rest(text: str) -> bool:
    return is_word(text) and len(text) <= LONGEST and not NUMBERED.match(text) and not any(mark in text for mark in STOPS)


class Rests:
    """The cells of one row while lines below go on with them."""

    def __init__(self, tokens: Sequence[Token], columns: Sequence[int], kinds: Sequence[Kind], widest: int) -> None:
        """Take the row's tokens with their columns, what the columns hold, and the length of the table's widest cell of words."""
        self._cells: dict[int, list[Token]] = {}
        for token, column in zip(tokens, columns, strict=True):
            self._cells.setdefault(column, []).append(token)
        self._kinds = kinds
        self._alone = columns[-1] if tokens[-1].first else -1  # the column of a cell that stands on a line of its own
        self._name = kinds.index("name")
        self._widest = widest

    def add(self, rest: Sequence[Token], *, set_in: bool, in_place: bool) -> tuple[list[int], float] | None:
        """Return the columns of a line's words and what it costs to take them for rests; None where they are none.

        Args:
            rest: the line's tokens.
            set_in: white space stands before them.
            in_place: rests in this table stand under their cells, so that a line that is not set in is none of a later column.
        """
        if not rest or not all(_is_rest(token.text) for token in rest):
            return None
        placed = self._columns(rest, set_in=set_in)
        if not placed:
            return None
        cost = sum(self._cost(column, token, set_in=set_in, in_place=in_place) for column, token in zip(placed, rest, strict=True))
        for column, token in zip(placed, rest, strict=True):
            self._cells[column].append(token)
        return placed, cost

    def _columns(self, rest: Sequence[Token], *, set_in: bool) -> list[int]:
        """The open columns, one for each word from left to right, whose cells stand nearest; [] where there are too few."""
        left = sorted(filter(self._is_open, self._cells))
        if self._alone in left and len(rest) == 1:
            return [self._alone]
        unfinished = list(filter(self._is_unfinished, left))
        if unfinished and len(rest) == 1 and self._name not in unfinished:
            return unfinished[-1:]
        if not set_in and self._name in left:
            ways = [(self._name, *more) for more in combinations([one for one in left if one > self._name], len(rest) - 1)]
        else:
            ways = list(combinations(unfinished if unfinished and len(rest) == 1 else left, len(rest)))
        apart = [
            (sum(abs(self._cells[column][0].place - token.place) for column, token in zip(way, rest, strict=True)), way) for way in ways
        ]
        return list(min(apart)[1]) if apart else []

    def _is_unfinished(self, column: int) -> bool:
        """Tell whether a cell breaks off: at a mark, in a bracket, or in the name of the last of several offices."""
        whole = "".join(token.text for token in self._cells[column])
        if whole.endswith("、") or is_open(whole):
            return True
        return self._kinds[column] == "words" and "、" in whole and is_office(whole.partition("、")[0]) and not is_office(whole)

    def _is_open(self, column: int) -> bool:
        last = self._cells[column][-1].text
        kind = self._kinds[column]
        return kind in ("name", "words", "group") or (kind == "unit" and not is_unit(last)) or (kind == "figure" and _is_rest(last))

    def _cost(self, column: int, token: Token, *, set_in: bool, in_place: bool) -> float:
        last = self._cells[column][-1].text
        if column != self._name:
            return -REST if last.endswith("、") else REST
        if in_place and not set_in and self._name:
            return REST_OF_WHOLE
        if token.text[0] in BRACKETS or set_in:
            return -REST if is_ended(token.text) else -REST / 2 if set_in else REST
        if is_ended(last):
            wide = len(last) >= FULL * self._widest
            return REST_OF_WIDE if wide and is_ended(token.text) else REST_OF_WHOLE
        return -REST if is_ended(token.text) else REST if len(last) >= WIDE * self._widest else REST_OF_WHOLE


def stand_in_place(tokens: Sequence[Token], name_place: int, set_in: set[int]) -> bool:
    """Tell whether lines that are set in begin under the header of names.

    Args:
        tokens: those below the header.
        name_place: where that header stands in its line.
        set_in: the lines that white space opens.
    """
    return any(token.first and token.line in set_in and abs(token.place - name_place) <= UNDER and is_word(token.text) for token in tokens)
