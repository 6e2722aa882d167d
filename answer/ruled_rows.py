"""A question on when or where to apply for one measure -> the row of a policy's table that tells it, by number or name."""

from collections.abc import Sequence

from answer.draft import Statement
from answer.wording import row_words
from facts.attributes import Attribute
from facts.likeness import overlap
from facts.parts import parts_in
from index.catalog import DocumentInfo
from index.passages import RowView
from index.store import PassageIndex

LIKE = 0.6  # share of a row's name that a question must hold to mean it
NAMES = 2  # cells of a row in which its name is looked for


def ruled_rows(kinds: Sequence[Attribute], info: DocumentInfo, question: str, index: PassageIndex) -> list[Statement]:
    """Return the rows meant, of tables with a column for each rule asked for; none where a question names no row.

    Args:
        kinds: the rules asked for.
        info: the policy.
        question: as typed.
        index: the documents.
    """
    found: list[tuple[float, Statement]] = []
    for passage in index.passages:
        row = passage.row
        if row is None or passage.doc != info.id or not all(_has_column(row, kind) for kind in kinds):
            continue
        told = Statement(row_words(row), passage, passage.start, passage.end)
        named = parts_in(question) & parts_in(row.label)
        fit = 1.0 if named else max((overlap(name, question) for name in _names(row)), default=0.0)
        if fit >= LIKE:
            found.append((fit, told))
    best = max((fit for fit, _ in found), default=0.0)
    return [told for fit, told in found if fit == best]


def _has_column(row: RowView, kind: Attribute) -> bool:
    headed = kind.headed
    return headed is not None and any(headed.search(header) and cell.strip() for header, cell, _ in row.cells)


def _names(row: RowView) -> list[str]:
    return [name for name in (row.label, *(cell for _, cell, _ in row.cells[: NAMES - 1])) if name and not parts_in(name)]
