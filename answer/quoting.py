"""A piece of evidence -> the statement that quotes it."""

import re
from collections.abc import Sequence

from answer.answer import MAX_CITATION
from answer.draft import Statement
from answer.evidence import SHORT_ROW, Evidence
from answer.wording import row_words, sentence_words, shorten


def statement(item: Evidence, lead: str = "", limit: int = MAX_CITATION, years: Sequence[int] = ()) -> Statement:
    """Return a piece of evidence as a statement: a short row with the headers of the years asked for, a sentence in its own words."""
    passage = item.passage
    if passage.row and len(passage.text) <= SHORT_ROW:
        return Statement(row_words(passage.row, years), passage, passage.start, passage.end, lead)
    words = sentence_words(item.text)
    if passage.row:
        rest = re.sub(r"^\d{1,2}\s+", "", words).removeprefix(passage.row.label).strip()
        words = f"{passage.row.label}：{rest}" if rest else passage.row.label
    return Statement(shorten(words, limit), passage, item.start, item.end, lead)


def is_figure(item: Evidence) -> bool:
    """Tell whether a piece of evidence is a short row of figures."""
    return item.passage.row is not None and len(item.passage.text) <= SHORT_ROW
