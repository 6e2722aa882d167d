"""Lines -> where a table of contents ends."""

import re
from collections import Counter
from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import squeeze
from index.wrapping import CONTENTS

LEADER = re.compile(r".*?\S\s?(?:(?:[.．·…]\s?){3,}|…+)\s?\d{1,4}")
PAGED = re.compile(r"\S(?:.*\S)?\s+\d{1,4}")
LONGEST = 100  # characters of an entry


class Contents:
    """Knows the lines of a file that stand in it twice, as the entries of a table of contents do."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Count the short lines."""
        self._lines = lines
        self._counts = Counter(squeeze(line.text) for line in lines if len(line.text) <= LONGEST)

    def end(self, at: int) -> int:
        """Return the index after the table of contents that starts at line `at`; `at` where none does."""
        titled = bool(CONTENTS.fullmatch(self._lines[at].text))
        if not titled and not _is_led(self._lines[at].text):
            return at
        end = at + 1
        seen: set[str] = set()
        while end < len(self._lines) and self._is_entry(self._lines[end].text, seen if titled else None):
            seen.add(squeeze(self._lines[end].text[:LONGEST]))
            end += 1
        return end if not titled or end - at >= 3 else at

    def _is_entry(self, text: str, seen: set[str] | None) -> bool:
        """Tell whether a line is an entry; without a page number, it is one that comes again later, as the heading."""
        if _is_led(text):
            return True
        body = text.strip()
        if len(text) > LONGEST or "。" in body:
            return False
        key = squeeze(body)
        return bool(PAGED.fullmatch(body)) or (seen is not None and key not in seen and self._counts[key] >= 2)


def _is_led(text: str) -> bool:
    return len(text) <= 2 * LONGEST and bool(LEADER.fullmatch(text.strip()))
