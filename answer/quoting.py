"""A piece of evidence -> the statement that quotes it."""

import re
from collections.abc import Sequence

from answer.answer import MAX_CITATION
from answer.draft import Statement
from answer.evidence import Evidence
from answer.pieces import is_offer, is_whole
from answer.wording import closing_cells, row_words, sentence_words, shorten


def statement(item: Evidence, lead: str = "", limit: int = MAX_CITATION, years: Sequence[int] = ()) -> Statement:
    """Return a piece of evidence as a statement: a short row with the headers of the years asked for, a sentence in its own words."""
    passage = item.passage
    if passage.row and is_whole(passage):
        return Statement(row_words(passage.row, years), passage, passage.start, passage.end, lead)
    body, cells = closing_cells(passage.row, item.text) if passage.row and not passage.text.startswith(item.text) else (item.text, [])
    words = sentence_words(body)
    if passage.row:
        rest = re.sub(r"^\d{1,2}\s+", "", words).removeprefix(passage.row.label).strip()
        words = "，".join([f"{passage.row.label}：{rest}" if rest else f"{passage.row.label}：", *cells]).replace("：，", "：")
        words = words.rstrip("：")
    return Statement(shorten(words, limit), passage, item.start, item.end, lead)


def is_figure(item: Evidence) -> bool:
    """Tell whether a piece of evidence is a short row of figures."""
    return item.passage.row is not None and is_whole(item.passage) and not is_offer(item.passage)
