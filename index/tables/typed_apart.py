"""Lines of one cell each whose row number stands in the middle of a name -> the row, its name whole.

规模以上工业企业研发机构
3
覆盖率
%
34.5
60
预期性

The word of a group, set in the middle of its rows, may be broken over short lines of its own (创新 / 驱动).
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from index.tables.grid import NO_CELL
from index.tables.kinds import NUMBERED, Kind, is_ended, is_unit, is_word
from index.tables.typed_numbers import number_of
from index.tables.typed_reading import Step
from index.tables.typed_row import RowFits
from index.tables.typed_tokens import Token, is_open

MOST_ABOVE, MOST_BELOW = 2, 1
MOST_LINES = 18  # of a row
LONGEST_PART = 24
BARE_MEASURE = 4  # characters of a word for what is measured that is no name without what stands before it
COST = 0.2
UNEVEN = 0.1  # for each line by which one half is longer
UNFINISHED = 0.5  # a name that does not end as one
GROUP_COST = 0.4
LONGEST_WORD = 4  # characters of a line of a group's word
GROUP_LINES = (2, 3)


def rows_apart(lines: Sequence[Sequence[Token]], number: int, kinds: Sequence[Kind]) -> Iterator[Step]:
    """Yield the rows that begin with a part of their name, and the columns of all their lines.

    Args:
        lines: the tokens of the lines from the name's first part on, one each.
        number: the running number of the row.
        kinds: what the columns hold; the running number stands right before the name.
    """
    cells = [line[0] for line in takewhile(lambda line: len(line) == 1, lines[:MOST_LINES])]
    above = len(list(takewhile(_is_part, cells[: MOST_ABOVE + 1])))
    if not 0 < above <= MOST_ABOVE or above == len(cells) or number_of(cells[above].text) != number:
        return
    after = cells[above + 1 :]
    name = kinds.index("name")
    for own in range(len(list(takewhile(_is_part, after[:2]))) + 1):
        rest = [cells[above], cells[0], *after[own:]]
        for end, fit in RowFits(rest, kinds).at(0, number).items():
            if fit.counts[name] != 1 or not all(fit.counts):
                continue
            below = after[own + end - 2 :]
            for count in range(len(list(takewhile(_is_part, below[:MOST_BELOW]))) + 1):
                words = [token.text for token in (*cells[:above], *after[:own], *below[:count])]
                if not _is_one(words, above, own, count):
                    continue
                cost = fit.cost + COST + UNEVEN * abs(above - own - count) + UNFINISHED * (not is_ended("".join(words)))
                columns = [column for column, tokens in enumerate(fit.counts) for _ in range(tokens)]
                of_row = [columns[0], *[name] * own, *columns[2:]]
                yield Step(above + 1 + own + end - 2 + count, (*[name] * above, *of_row, *[name] * count), cost, True)


def group_words(lines: Sequence[Sequence[Token]]) -> Iterator[Step]:
    """Yield the titles of rows that lines may be: a group's word broken over short lines, one as long as another."""
    for count in GROUP_LINES:
        words = [line[0].text for line in lines[:count] if len(line) == 1]
        alike = len(words) == count and len({len(word) for word in words}) == 1 and 1 < len(words[0]) <= LONGEST_WORD
        if alike and all(is_word(word) and not is_unit(word) and word.isalpha() for word in words):
            yield Step(count, (NO_CELL,) * count, GROUP_COST, False)


def _is_part(token: Token) -> bool:
    """Tell whether a line may be a part of a name: words, no unit, no title with a number."""
    return is_word(token.text) and not is_unit(token.text) and len(token.text) <= LONGEST_PART and not NUMBERED.match(token.text)


def _is_one(words: Sequence[str], above: int, own: int, below: int) -> bool:
    """Tell whether parts are one name: what stands beside the number, or below the row, is none without what stands above."""
    before = "".join(words[:above])
    if not own and not below:
        return False
    last = words[-1]
    return is_open(before) or not is_ended(before) and is_ended(last) and (bool(below) or len(last) <= BARE_MEASURE)
