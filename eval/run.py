"""Run folder <-> the answers of one system to one question file, with the configuration that made them.

    config.json     what was asked of which system; equal configurations may be continued
    answers.jsonl   one row a question, in order
    facts.jsonl     every fact of the index
    measures.jsonl  every measure of the index
    profiles.jsonl  what each enterprise of a reference file is offered, where it was asked for
    texts.jsonl     the texts that all spans point into, where the system gives them

While a run is made its rows are appended to a hidden partial file, so that it can be continued after an interruption.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.jsonl import dump_line, read_json, write_json, write_objects
from eval.questions import Question
from index.errors import InputError

PARTIAL = ".answers.partial.jsonl"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """The files of one run."""

    path: Path

    @property
    def answers(self) -> Path:
        """The finished rows."""
        return self.path / "answers.jsonl"

    @property
    def partial(self) -> Path:
        """The rows of a run that is being made."""
        return self.path / PARTIAL

    def begin(self, config: dict[str, Any], questions: Sequence[Question]) -> dict[str, dict[str, Any]]:
        """Make the folder ready for a run, and return the rows that an equal run left there, by question id.

        Rows of another configuration are removed: they would mix two systems in one score. Rows with an error are
        asked again.
        """
        kept: dict[str, dict[str, Any]] = {}
        if self._config() == config:
            asked = {question.id: question for question in questions}
            for row in [*self._rows(self.answers), *self._rows(self.partial)]:
                if row.get("id") in asked and row.get("question") == asked[row["id"]].question and not row.get("error"):
                    kept[row["id"]] = row
        else:
            for name in (
                "answers.jsonl",
                PARTIAL,
                "facts.jsonl",
                "measures.jsonl",
                "profiles.jsonl",
                "texts.jsonl",
                "score.json",
                "report.md",
                "report.html",
            ):
                (self.path / name).unlink(missing_ok=True)
            write_json(self.path / "config.json", config)
        write_objects(self.partial, kept.values())
        return kept

    def append(self, row: dict[str, Any]) -> None:
        """Add one row to the run that is being made; it survives the end of the process."""
        with self.partial.open("a", encoding="utf-8", newline="\n") as file:
            file.write(dump_line(row))
            file.flush()
            os.fsync(file.fileno())

    def finish(self, rows: Iterable[dict[str, Any]], beside: Mapping[str, Iterable[dict[str, Any]]]) -> None:
        """Write the finished files, those beside the answers by name; answers.jsonl comes last: it stands only where all do."""
        for name, lines in beside.items():
            write_objects(self.path / name, lines)
        write_objects(self.answers, rows)
        self.partial.unlink(missing_ok=True)

    def _config(self) -> dict[str, Any] | None:
        try:
            return read_json(self.path / "config.json")
        except InputError:
            return None

    def _rows(self, path: Path) -> list[dict[str, Any]]:
        """Return the rows of a file up to its last line end; what follows was cut when a process was killed."""
        if not path.exists():
            return []
        whole, _, _ = path.read_text(encoding="utf-8").rpartition("\n")
        try:
            return [json.loads(line) for line in whole.split("\n") if line]
        except json.JSONDecodeError as error:
            raise InputError(f"{path}: expected JSON Lines, came: {error}; remove the file to ask again") from error
