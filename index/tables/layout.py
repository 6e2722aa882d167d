"""Texts of one row in the file's order -> the column of each, at the least cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.tables.values import is_value

EMPTY = 2.0  # a column that gets nothing
WORD_IN_VALUES = 1.0  # a word in a column of figures
VALUE_IN_WORDS = 0.3  # a figure in a column of words
CROWDED = 1.5  # a second text in a column of figures
MERGED = 0.2  # a second text in a column of words, at most; less where cells are long
MAX_TEXTS = 60  # texts of one row; more are no row

Best = list[list[tuple[float, tuple[int, ...]]]]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        figures: for each column, whether it holds figures.
        merging: for each column, what a second text in it costs.
    """

    figures: tuple[bool, ...]
    merging: tuple[float, ...]


def judge_columns(rows: Sequence[Sequence[str]], width: int) -> Columns:
    """Judge columns by the rows that have just as many texts as there are columns, else by the rows' tails."""
    exact = [row for row in rows if len(row) == width] or [[row[0], *row[-(width - 1) :]] for row in rows]
    columns = [[row[column] for row in exact if column < len(row)] for column in range(width)]
    lengths = [sum(map(len, column)) / max(1, len(column)) for column in columns]
    figures = tuple(sum(map(is_value, column)) * 2 > len(exact) for column in columns)
    return Columns(figures, tuple(min(MERGED, 1 / max(1.0, length)) for length in lengths))


def lay_texts(texts: Sequence[str], columns: Columns) -> tuple[float, list[int]]:
    """Lay texts over columns from left to right.

    Returns:
        The least cost, and the column of every text; of equal costs the leftmost columns.
    """
    width = len(columns.figures)
    if len(texts) > MAX_TEXTS:
        return EMPTY * len(texts), [min(place, width - 1) for place in range(len(texts))]
    values = [is_value(text) for text in texts]
    if len(values) == width and values == list(columns.figures):
        return 0.0, list(range(width))
    # best[column][filled]: cost and path of the texts from the current one on, when that column is open
    best: Best = [[(EMPTY * (width - column - filled), ()) for filled in (0, 1)] for column in range(width)]
    for value in reversed(values):
        best = _earlier(value, best, columns)
    cost, path = best[0][0]
    return cost, list(path)


def _earlier(value: bool, later: Best, columns: Columns) -> Best:
    best: Best = [[] for _ in later]
    for column in range(len(later) - 1, -1, -1):
        for filled in (0, 1):
            rest, path = later[column][1]
            options = [(_fit(value, column, columns) + _extra(filled, column, columns) + rest, (column, *path))]
            if column + 1 < len(later):
                rest, path = best[column + 1][0]
                options.append((rest + (0.0 if filled else EMPTY), path))
            best[column].append(min(options))
    return best


def _fit(value: bool, column: int, columns: Columns) -> float:
    if columns.figures[column]:
        return 0.0 if value else WORD_IN_VALUES
    return VALUE_IN_WORDS if value and column else 0.0


def _extra(filled: int, column: int, columns: Columns) -> float:
    if not filled:
        return 0.0
    return CROWDED if columns.figures[column] else columns.merging[column]
