"""Lines -> runs that one way of reading tables could take, found once and tried a few times."""

import sys
from collections.abc import Callable, Sequence

from index.lines import Line

MAX_TRIES = 6  # starts in one run at which a table is looked for in vain; keeps the time linear


class Runs:
    """Runs of lines that `accepts` takes, for one way of reading; of each at most `longest` lines at once."""

    def __init__(self, lines: Sequence[Line], accepts: Callable[[Line], bool], longest: int = sys.maxsize) -> None:
        """Take the lines of a file; nothing is read yet."""
        self._lines = lines
        self._longest = longest
        self._accepts = accepts
        self._start = self._end = 0
        self._tries = 0

    def at(self, at: int) -> Sequence[Line]:
        """Return the lines from `at` on as far as they are accepted; none where the run was tried often enough."""
        if not self._accepts(self._lines[at]):
            return []
        if not self._start <= at < self._end:
            end = at
            while end < len(self._lines) and self._accepts(self._lines[end]):
                end += 1
            self._tries = self._tries if end == self._end else 0
            self._start, self._end = at, end
        if self._tries >= MAX_TRIES:
            return []
        return self._lines[at : min(self._end, at + self._longest)]

    def failed(self) -> None:
        """Count a try in vain."""
        self._tries += 1
