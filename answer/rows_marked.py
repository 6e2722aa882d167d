"""A question which rows of an indicator table are of a sort (约束性), or of another year's data -> those rows, or the table's note."""

import re

from answer.answer import MAX_ANSWER
from answer.case import Case
from answer.draft import Draft, Statement
from answer.table_rows import MOST, WHICH, docs_asked
from answer.wording import row_words, sentence_words
from facts.indicators import link, match_name
from facts.natures import NATURE, row_nature
from index.passages import Passage

OF_YEAR = re.compile(
    r"(?:是|用的?|采用|取|写|填|为|按)[^，。？?]{0,6}(?P<year>(?:19|20)\d{2})年?(?:度)?的?(?:数据?|数字|数值|值|统计)|(?P<is>预测|估计|预计)(?:数|值)"
)
OTHER_YEAR = re.compile(
    r"(?:前|上|头|另|别的)一?年(?:度)?的|不是(?:当|同|那|这|基)年|(?:不是|并非)(?:用)?(?:19|20)\d{2}年的?|[带打加标有][着了上]?(?:星号?|[*＊])|(?:星号|[*＊])的"
)
DATED = re.compile(r"[（(]\s*(?P<year>(?:19|20)\d{2})\s*年?(?:度)?的?(?:数据?|数值)?\s*[）)]")  # what a cell says of the year of its figure
NOTE = re.compile(r"^[备附]?注[：:]\s*")
OTHERS = {"约束性": "预期性", "预期性": "约束性"}


def rows_marked(case: Case) -> Draft | None:
    """Return the rows of the sort or of the year's data that a question asks about; None where it asks neither, or no table tells."""
    rows = [one for one in case.index.passages if one.row and one.doc in docs_asked(case.retrieval, case.index)]
    sort = NATURE.search(case.text)
    if sort:
        return _of_nature(case, sort.group(), rows)
    year = OF_YEAR.search(case.text)
    if not WHICH.search(case.text) or not (year or OTHER_YEAR.search(case.text)):
        return None
    mark = year["is"] or "" if year else ""
    of_year = year["year"] or "" if year and not OTHER_YEAR.search(case.text) else ""
    return _told(case, [one for one in rows if _is_marked(one, mark, of_year)], len(rows))


def _is_marked(passage: Passage, mark: str, year: str) -> bool:
    """Whether a row says of a figure that it is forecast, or of a year, any where none is given."""
    words = row_words(passage.row) if passage.row else ""
    if mark:
        return f"（{mark}" in words
    return any(not year or found["year"] == year for found in DATED.finditer(words))


def _of_nature(case: Case, sort: str, rows: list[Passage]) -> Draft | None:
    natures = {one.passage_id: row_nature(one.row) for one in rows if one.row and row_nature(one.row)}
    named = set(link(case.text))
    if named:
        meant = [one for one in rows if one.passage_id in natures and _is_of(one, named)]
        return _with_notes(case, meant, lead="") if meant else None
    of_sort = [one for one in rows if natures.get(one.passage_id) == sort]
    if of_sort and len(of_sort) < len(natures):
        return _told(case, of_sort, len(rows))
    others = [one for one in rows if natures.get(one.passage_id) == OTHERS[sort]]
    return _with_notes(case, [], lead="" if of_sort else f"没有列为{sort}的指标", of=of_sort or others) if natures else None


def _is_of(passage: Passage, named: set[str]) -> bool:
    match = match_name(passage.row.label) if passage.row else None
    return match is not None and not match.before and match.indicator.id in named


def _told(case: Case, rows: list[Passage], among: int) -> Draft | None:
    """The rows, where there are some, not all and no more than an answer cites."""
    if not rows or len(rows) == among or len(rows) > MOST:
        return None
    draft = Draft(case.index, MAX_ANSWER)
    for row in rows:
        _state(draft, case, row, "")
    return draft if len(draft.citations) == len(rows) else None


def _with_notes(case: Case, rows: list[Passage], lead: str, of: list[Passage] | None = None) -> Draft | None:
    """The notes of the rows' tables that tell their nature, with the rows themselves."""
    draft = Draft(case.index, MAX_ANSWER)
    told = {re.sub(r"\s", "", one.row.note) for one in of or rows if one.row}
    for passage in case.index.passages:
        if passage.kind == "note" and NATURE.search(passage.text) and re.sub(r"\s", "", passage.text) in told:
            _state(draft, case, passage, lead)
    for row in rows:
        _state(draft, case, row, "")
    return draft if draft.citations else None


def _state(draft: Draft, case: Case, passage: Passage, lead: str) -> None:
    region = case.index.infos[passage.doc].region
    words = row_words(passage.row) if passage.row and passage.kind == "row" else NOTE.sub("", sentence_words(passage.text))
    opening = f"{region}{lead}" if lead or not draft.citations else ""
    draft.state(Statement(words, passage, passage.start, passage.end, opening))
