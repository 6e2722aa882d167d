"""A question for the telephone of who handles a matter -> the row that names the office, and the line that tells its number."""

import re

from answer.answer import MAX_ANSWER
from answer.case import Case
from answer.draft import Draft, Statement
from answer.table_rows import UNIT_OF_CHARGE, fitting_row, matter_of
from answer.wording import row_words
from facts.attributes import wanted

CONTACT = "联系方式"  # attributes.toml
NUMBER = r"[：:\s\u3000]{0,4}(?:[（(]?\d{3,4}[)）]?[-—－ ]?)?\d{7,8}"


def contacts(case: Case) -> Draft | None:
    """Return the answer, None where no telephone is asked for, or no row names an office whose number its document tells."""
    kinds = [kind for kind in wanted(case.text) if kind.name == CONTACT]
    docs = tuple(info.id for info in case.index.documents if case.regions and info.region in case.regions)
    if not kinds or len(case.regions) != 1:
        return None
    left = [one for one in matter_of(case.concepts) if not any(kinds[0].asked.search(term) for term in (one.key, *one.terms))]
    row = fitting_row(UNIT_OF_CHARGE, left, docs, case.index)
    if row is None or row.row is None:
        return None
    offices = [cell for header, cell, _ in row.row.cells if UNIT_OF_CHARGE.search(header) and cell.strip()]
    told = [found for office in offices if (found := _line(office.strip(), row.doc, case))]
    if not told or len(told) < len(offices):
        return None
    draft = Draft(case.index, MAX_ANSWER)
    draft.state(Statement(row_words(row.row), row, row.start, row.end, case.regions[0]))
    for one in told:
        draft.state(one)
    return draft if len(draft.citations) > len(told) else None


def _line(office: str, doc: str, case: Case) -> Statement | None:
    """The words of a document that give an office's number."""
    text = case.index.texts[doc]
    found = re.search(rf"(?<![\u4e00-\u9fff]){re.escape(office)}{NUMBER}", text)
    passage = case.index.passage_at(doc, found.start()) if found else None
    return Statement(found.group(), passage, *found.span()) if found and passage else None
