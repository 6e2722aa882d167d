"""Lines of words above and below the line of a row's number and figures -> the row, its name whole.

重大慢性病过早死亡
3  9.2  8.3  预期性
率（%）
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.tables.kinds import NUMBERED, Kind, is_ended, is_unit, is_word
from index.tables.typed_numbers import number_of
from index.tables.typed_reading import Step
from index.tables.typed_row import RowFits
from index.tables.typed_tokens import CLOSING, OPENING, Token, is_open

MOST_ABOVE, MOST_BELOW = 2, 2
LONGEST_PART = 24
COST = 0.1
UNEVEN = 0.1  # for each line by which one half is longer
UNFINISHED = 0.5  # a name that does not end as one


def halved_rows(lines: Sequence[Sequence[Token]], number: int, kinds: Sequence[Kind]) -> Iterator[Step]:
    """Yield the rows that begin with a half of their name, and the columns of all their tokens.

    Args:
        lines: the tokens of the lines from the first half on.
        number: the running number of the row.
        kinds: what the columns hold; the running number stands right before the name.
    """
    above = len(list(takewhile(_is_part, lines[: MOST_ABOVE + 1])))
    if not 0 < above <= MOST_ABOVE or above == len(lines) or number_of(lines[above][0].text) != number:
        return
    row, name = lines[above], kinds.index("name")
    own = list(takewhile(_is_of_name, row[1:]))
    below = len(list(takewhile(_is_part, lines[above + 1 : above + 1 + MOST_BELOW])))
    for count in range(below + 1):
        parts = [*lines[:above], own, *lines[above + 1 : above + 1 + count]]
        words = ["".join(token.text for token in part) for part in parts]
        if own and not _goes_through(words, above):
            continue
        whole = Token("".join(words), row[0].line, row[0].place, "", False)
        rest = [row[0], whole, *row[1 + len(own) :]]
        fit = RowFits(rest, kinds).at(0, number).get(len(rest))
        if fit is None or fit.counts[name] != 1:
            continue
        columns = [column for column, tokens in enumerate(fit.counts) for _ in range(tokens)]
        of_row = [columns[0], *[name] * len(own), *columns[2:]]
        cost = fit.cost + COST + UNEVEN * abs(above - count) + UNFINISHED * (not is_ended(whole.text) or is_open(whole.text))
        after = sum(map(len, lines[above + 1 : above + 1 + count]))
        yield Step(above + 1 + count, (*[name] * sum(map(len, lines[:above])), *of_row, *[name] * after), cost, True)


def _is_of_name(token: Token) -> bool:
    """Tell whether a token behind the number is of the name, be it the end of its unit (元）)."""
    closes = token.text[-1] in CLOSING and not any(mark in token.text for mark in OPENING)
    return is_word(token.text) and (closes or not is_unit(token.text))


def _is_part(tokens: Sequence[Token]) -> bool:
    """Tell whether a line may be a part of a name: words alone, no title with a number."""
    text = tokens[0].text
    return len(tokens) == 1 and is_word(text) and len(text) <= LONGEST_PART and not NUMBERED.match(text)


def _goes_through(words: Sequence[str], above: int) -> bool:
    """Tell whether the part on the row's own line needs those around it: an open bracket above it, or no end of its own."""
    before, own = "".join(words[:above]), words[above]
    return is_open(before) or (len(words) > above + 1 and not is_ended(own)) or own[0] in OPENING
