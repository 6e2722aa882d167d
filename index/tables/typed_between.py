"""Lines between the rows of a table -> the parts that they are: a title of rows, what a page bears, a row that cannot be read."""

from collections.abc import Sequence

from index.tables.grid import NO_CELL
from index.tables.kinds import NUMBERED, OFFICES, figure_cost, is_unit, is_word
from index.tables.typed_reading import SKIPPED, Step
from index.tables.typed_tokens import is_open

TITLE = 0.4  # what a title between rows costs
PAGE = 0.3  # what a page's number costs
LONGEST_TITLE = 20
LONGEST_RUNNING = 40  # a page's title
DIGITS = 3  # of a page's number
FEWEST_WIDE = 3  # cells of a line that holds a row


def between(texts: Sequence[str], after: Sequence[str], *, fits: bool, wide: bool) -> list[Step]:
    """Return the parts that a line may be besides a row.

    Args:
        texts: its cells.
        after: those of the line after it.
        fits: a row begins with it.
        wide: the rows of the table are lines of several cells, so that a number alone is none of them.
    """
    words = all(is_word(text) and not is_unit(text) and any(map(str.isalpha, text)) for text in texts)
    number = wide and not fits
    if number and words and len(texts) == 1 and len(texts[0]) <= LONGEST_RUNNING and _is_page(after):
        return [Step(2, (NO_CELL, NO_CELL), PAGE, False), *_title(texts)]
    if len(texts) <= 2 and words:
        return _title(texts)
    if number and _is_page(texts):
        return [Step(1, (NO_CELL,), PAGE, False)]
    if len(texts) > 2 and not fits and _is_named(texts) and any(figure_cost(text) == 0.0 for text in texts):
        return [Step(1, (0,) * len(texts), SKIPPED, False)]
    return []


def is_wide(lines: Sequence[int]) -> bool:
    """Tell whether lines are rows of several cells, with some between them, by the number of cells of each."""
    return 4 * sum(count >= FEWEST_WIDE for count in lines) > len(lines)


def _title(texts: Sequence[str]) -> list[Step]:
    if sum(map(len, texts)) > LONGEST_TITLE or any(map(is_open, texts)) or OFFICES.fullmatch("".join(texts)):
        return []
    return [Step(1, (NO_CELL,) * len(texts), 0.0 if NUMBERED.match(texts[0]) else TITLE, False)]


def _is_page(texts: Sequence[str]) -> bool:
    return len(texts) == 1 and texts[0].isdecimal() and len(texts[0]) <= DIGITS


def _is_named(texts: Sequence[str]) -> bool:
    """Tell whether there is a name among the texts of a line: else its halves stand above and below."""
    return any(is_word(text) and not is_unit(text) for text in texts)
