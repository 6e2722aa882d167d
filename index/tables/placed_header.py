"""Lines of a header whose names are broken one part above the other, columns parted by wide gaps -> the column of each part.

类    序                    2025年    2030年    指标
别    号    指标名称        基期值    目标值    属性
"""

import re
from collections.abc import Sequence

from index.tables.typed_tokens import Token, width_of

GAP = re.compile(r"\S(?: {2,}|\u3000+|\t+)\S")
FEWEST = 3  # cells of the widest line
NEAR = 1  # places that a part may stand beside the one above it


def placed_columns(rows: Sequence[Sequence[Token]], texts: Sequence[str]) -> list[int]:
    """Return the column of every token, line after line; [] where the lines are no such header.

    Parts of one name stand above one another; a part that stands above two, or below two, tells of merged cells instead.

    Args:
        rows: the tokens of each line.
        texts: the lines.
    """
    if not any(map(GAP.search, texts)) or max(map(len, rows)) < FEWEST:
        return []
    columns: list[list[Token]] = []
    for row in rows:
        taken: list[int] = []
        for token in row:
            under = [at for at, column in enumerate(columns) if any(_overlap(token, part) for part in column)]
            if len(under) > 1 or (under and under[0] in taken):
                return []
            taken.append(under[0] if under else len(columns))
            if under:
                columns[under[0]].append(token)
            else:
                columns.append([token])
    columns.sort(key=lambda column: column[0].place)
    column_of = {(part.line, part.place): at for at, column in enumerate(columns) for part in column}
    return [column_of[token.line, token.place] for row in rows for token in row]


def _overlap(one: Token, other: Token) -> bool:
    """Tell whether two parts stand one above the other."""
    ends = one.place + width_of(one.text), other.place + width_of(other.text)
    return one.place < ends[1] + NEAR and other.place < ends[0] + NEAR
