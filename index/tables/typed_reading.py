"""One way to read the lines below a header: its parts, and whether they are a table beyond doubt."""

from dataclasses import dataclass

SKIPPED = 1.6  # a line that is no row of these columns, between others that are
MOST_SKIPPED = 0.25  # share of rows
DEAREST = 0.6  # mean cost of a row


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a table: how many lines it takes, and the column of each of its tokens; `row`: whether it is one."""

    lines: int
    columns: tuple[int, ...]
    cost: float
    row: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts from a line on, best in worth less cost."""

    worth: float
    steps: tuple[Step, ...]

    def is_sure(self, fewest: int) -> bool:
        """Tell whether it has rows enough, of which each column holds what its header says, at little cost."""
        rows = [step for step in self.steps if step.row]
        skipped = sum(step.cost == SKIPPED for step in self.steps)
        if len(rows) < fewest or sum(step.cost for step in rows) > DEAREST * len(rows) or skipped > MOST_SKIPPED * len(rows):
            return False
        return True
