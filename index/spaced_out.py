"""Lines whose characters are parted by blanks, as a scan leaves them (高 新 技 术 企 业   1,368) -> the lines without these blanks.

Only where wide gaps part the cells is it sure that a single blank parts none; other lines of such a file follow them.
"""

import re
from collections.abc import Sequence

GAP = re.compile(r"(\s{2,}|\t|\u3000)")
HAN = re.compile(r"[\u4e00-\u9fff]")
YEAR = re.compile(r"(?:19|20)\d{2}年")
FEWEST = 2  # lines of a file
FEWEST_WORDS = 6  # of a line without wide gaps
MOST = 0.6  # share of single characters in a cell
LONGEST = 400


def close_up(rows: Sequence[str]) -> list[str]:
    """Return the rows of a file, the spaced-out ones closed up; all of them as they are where there are not two with wide gaps."""
    spaced = [place for place, row in enumerate(rows) if _is_spaced_table(row)]
    if len(spaced) < FEWEST:
        return list(rows)
    return [_closed(row) if place in spaced or _is_spaced_text(row) else row for place, row in enumerate(rows)]


def _is_spaced_table(row: str) -> bool:
    cells = GAP.split(row.strip())[::2] if len(row) <= LONGEST else []
    return len(cells) > 1 and any(map(_is_spaced, cells))


def _is_spaced_text(row: str) -> bool:
    words = row.split()
    return len(words) >= FEWEST_WORDS and all(len(word) == 1 for word in words) and len(HAN.findall(row)) > 1


def _is_spaced(cell: str) -> bool:
    """Tell whether a cell is single characters parted by a blank, two of them Han or all a year."""
    words = cell.split(" ")
    single = [word for word in words if len(word) == 1]
    if len(words) < 2 or len(single) <= MOST * len(words):
        return False
    return sum(bool(HAN.match(word)) for word in single) > 1 or bool(YEAR.fullmatch("".join(words)))


def _closed(row: str) -> str:
    return "".join(part.replace(" ", "") if not GAP.fullmatch(part) and _is_spaced(part.strip()) else part for part in GAP.split(row))
