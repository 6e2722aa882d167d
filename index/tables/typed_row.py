"""Tokens from a place on -> the ways in which they are one row of columns of known kinds, the cheapest for each end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.tables.kinds import BLANK, NATURE, NEVER, NUMBERED, Kind, figure_cost, is_ended, is_unit, is_word, unit_cost
from index.tables.typed_numbers import number_of
from index.tables.typed_tokens import Token

MOST_NAME = 5  # tokens of a name, more where they are single characters
MOST_TEXTS = 40  # tokens that are looked at for one cell
MOST_GROUP = 3
MOST_OFFICES = 3
LONGEST_GROUP = 10
SHORTEST = 4  # characters of an indicator's name
LONGEST_NAME = 70
WIDE = 0.6  # share of the longest cell from which on one may go on in the next line
MARK = re.compile(r"[*＊#①-⑤]")  # raised beside a figure, on a line of its own
BESIDE = re.compile(r"[\[［【〔]\s?[\d.,]+\s?[\]］】〕]")  # behind a figure: 21 [2]
BESIDE_COST = 0.2
PARTS = ("其中", "#")


@dataclass(frozen=True, slots=True)
class Fit:
    """A way to read tokens as a row: its cost, and how many tokens each column takes."""

    cost: float
    counts: tuple[int, ...]


class RowFits:
    """Reads rows of one table out of its tokens."""

    def __init__(self, tokens: Sequence[Token], kinds: Sequence[Kind]) -> None:
        """Take the tokens below the header, and what the columns hold."""
        self._tokens = tokens
        self._kinds = kinds
        self.widest = max((len(token.text) for token in tokens if is_word(token.text)), default=0)

    def at(self, start: int, number: int | None) -> dict[int, Fit]:
        """Return the cheapest reading for every place where a row from `start` on can end.

        Args:
            start: the first token's place.
            number: the running number that the row has, None where any will do.
        """
        ways = {start: Fit(0.0, ())}
        halves: dict[int, Fit] = {}
        for place, kind in enumerate(self._kinds):
            if self._kinds[place:] == self._kinds[:place]:  # a table in two halves: the last row may lack the right one
                halves = {end: fit for end, fit in ways.items() if self._ends(end)}
            after: dict[int, Fit] = {}
            for at, fit in ways.items():
                for count, cost in self._options(kind, at, number, start):
                    found = Fit(fit.cost + cost, (*fit.counts, count))
                    if cost < NEVER and (at + count not in after or found.cost < after[at + count].cost):
                        after[at + count] = found
            ways = after
        return {end: fit for end, fit in {**halves, **ways}.items() if end > start and self._ends(end) and self._is_whole(fit)}

    def _is_whole(self, fit: Fit) -> bool:
        """Tell whether a row without its group has all its cells: a blank one would be taken for a merged cell of the row above."""
        return bool(fit.counts[0]) or all(count for count, kind in zip(fit.counts, self._kinds, strict=False) if kind in ("unit", "nature"))

    def _ends(self, end: int) -> bool:
        return end >= len(self._tokens) or self._tokens[end].first

    def _options(self, kind: Kind, at: int, number: int | None, start: int) -> Iterator[tuple[int, float]]:
        """How many tokens from a place on a column may take, and at what cost."""
        texts = [token.text for token in self._tokens[at : at + MOST_TEXTS]]
        if kind == "serial":
            yield from self._serial(texts, number)
        elif kind == "group":
            yield from self._group(texts, at, start)
        elif kind == "name":
            yield from self._words(texts, at, MOST_NAME)
        elif kind == "unit":
            yield from ((1, unit_cost(text)) for text in texts[:1])
            yield from (
                (2, 0.0 if len(texts[0]) == 1 else 0.1) for _ in texts[1:2] if is_unit("".join(texts[:2])) and not BLANK.fullmatch(texts[1])
            )
            yield 0, 0.8
        elif kind == "figure":
            yield from ((1, figure_cost(text)) for text in texts[:1])
            yield from ((2, BESIDE_COST) for more in texts[1:2] if texts[0][0].isdigit() and BESIDE.fullmatch(more))
            yield from ((2, figure_cost(texts[0])) for mark in texts[1:2] if MARK.fullmatch(mark))
        elif kind == "nature":
            yield from ((count, 0.0) for count in (1, 3) if len(texts) >= count and NATURE.fullmatch("".join(texts[:count])))
            yield 0, 0.6
        else:
            below = 0.6 * (start < at < len(self._tokens) and self._tokens[at].first and not self._tokens[at - 1].first)
            yield from ((count, cost + below) for count, cost in self._words(texts, at, MOST_OFFICES))
            yield from ((1, 0.0) for text in texts[:1] if figure_cost(text) == 0.0 and not any(map(str.isdigit, text)))
            yield from ((1, 0.0) for text in texts[:1] if NATURE.fullmatch(text) and "nature" not in self._kinds)
            yield 0, 0.4

    def _serial(self, texts: Sequence[str], number: int | None) -> Iterator[tuple[int, float]]:
        found = number_of(texts[0]) if texts else 0
        if found and (number is None or found == number):
            yield 1, 0.0

    def _group(self, texts: Sequence[str], at: int, start: int) -> Iterator[tuple[int, float]]:
        yield 0, 0.0
        if at != start and self._kinds[0] != "serial":
            return
        singles = len(list(takewhile(lambda text: len(text) == 1, texts)))
        for count in range(1, min(max(MOST_GROUP, singles), len(texts)) + 1):
            if not is_word(texts[count - 1]) or is_unit(texts[count - 1]) or len("".join(texts[:count])) > LONGEST_GROUP:
                return
            apart = all(token.first for token in self._tokens[at + 1 : at + count])
            indicator = len(texts[count - 1]) > SHORTEST and is_ended(texts[count - 1])
            parts = 0 if count <= singles else count - 1  # of single characters one below the other
            yield count, 0.05 + 0.1 * parts + 0.5 * (not apart) + 0.4 * bool(indicator)

    def _words(self, texts: Sequence[str], at: int, most: int) -> Iterator[tuple[int, float]]:
        """Words of a name or of offices; those that are broken over lines cost less where the line before is wide."""
        cost, length = 0.0, 0
        for count in range(1, len(texts) + 1):
            text = texts[count - 1]
            single = len(text) == 1
            if not is_word(text) or not any(map(str.isalpha, text)) or NUMBERED.match(text) or (count > most and not single):
                return
            cost += 0.5 * (is_unit(text) and count == 1) + (self._break_cost(texts[count - 2], at + count - 1) if count > 1 else 0.0)
            length += len(text)
            if length > LONGEST_NAME:
                return
            yield count, cost

    def _break_cost(self, before: str, at: int) -> float:
        token = self._tokens[at]
        if not token.first:
            return 0.01 if len(token.text) == 1 and len(before) == 1 else 0.1
        if not self._tokens[at - 1].first:
            return 0.6  # what goes on below a row of several cells is laid by its place
        if before.endswith(("、", "，", "（", "与", "和")) or token.text[0] in "（(）)、":
            return 0.05
        wide = len(before) >= WIDE * self.widest
        row = at + 1 < len(self._tokens) and not self._tokens[at + 1].first  # figures stand beside it
        return 0.1 * row + (0.5 if not wide else 0.35 if is_ended(before) else 0.15)
