"""A question -> the rows of tables that answer it: what has a value in a column (约束性, 免申即享), who does a task and by when."""

import re
from collections.abc import Iterator, Sequence

from answer.answer import MAX_ANSWER, MAX_CITATIONS
from answer.charge import CHARGE
from answer.draft import Draft, Statement
from answer.readable import readable
from answer.wording import row_words, sentence_words
from facts.asking import load_asking
from index.catalog import of_one_place
from index.markers import parse_marker
from index.passages import Passage, RowView
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieval import Retrieval

WITHOUT = re.compile(r"(?:没有?|未|不|非|不是|无)(?:被|给|再)?(?:盖|标|写|注|列|属|作|为|有|上|明|是|于|入|章|戳|“|\"){0,6}$")
WHICH = re.compile(r"哪些|哪几|哪[两二三四五六]|几[项个条类家](?!月)|有啥|都有|列[出举]")
UNIT_OF_CHARGE = re.compile(
    r"(?:牵头|配合|责任|主管|实施|承办|负责|承担|主办|协办|参与|受理|归口|经办)[^|]{0,4}(?:单位|部门|科室|处室|主体|机构)|^(?:单位|科室|处室)$"
)
ASKS_UNIT = re.compile(
    r"(?:找|归|问|去|到)(?:谁|哪(?:一?个|一?家)?(?:部门|单位|局|委|科室|处室|科|处))|哪(?:一?个|几个|些)?(?:科室|处室|股室|科(?!技|研|学|目|创))|"
    r"谁(?:来)?(?:配合|协助)|(?:牵头|配合|责任|主管)(?:单位|部门|科室)(?:是|有)"
)
TIME_LIMIT = re.compile(r"时限|期限|完成时间|时间节点|竣工|建成时间|开工时间|起止年限")
WHEN = re.compile(r"什么时候|啥时候|何时|几时|哪年|哪一年|几年[能建完]|多久|期限|时限|几月")
DONE = re.compile(r"(?:19|20)\d{2}年[^，。；]{0,6}(?:建成|完成|竣工|投用|投产|设立|成立|开市|开放|开业|开馆|通车|获批|上线|启用|运营)")
ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")
SHORTEST = 3  # characters of a cell that a question names
MOST = MAX_CITATIONS  # rows told
FITS = 0.6  # share of what is asked about that a row must hold


def asks_unit(text: str) -> bool:
    """Tell whether a question asks who does a task or handles a matter, in words for which tables have a column."""
    return bool(ASKS_UNIT.search(text))


def docs_asked(retrieval: Retrieval, index: PassageIndex) -> tuple[str, ...]:
    """Return the ids of the documents of the one place asked about; none where several places are, or may be, meant."""
    regions = set(retrieval.regions)
    if not regions and of_one_place(index.documents):
        return tuple(info.id for info in index.documents)
    return tuple(info.id for info in index.documents if info.region in regions) if len(regions) == 1 else ()


def tables(docs: Sequence[str], index: PassageIndex) -> Iterator[list[Passage]]:
    """Yield the rows of each table of the documents."""
    found: dict[tuple[str, tuple[int, int], str], list[Passage]] = {}
    for passage in index.passages:
        if passage.row and passage.doc in docs:
            found.setdefault((passage.doc, passage.scope, passage.row.caption), []).append(passage)
    yield from found.values()


def rows_with_value(text: str, docs: Sequence[str], index: PassageIndex) -> Draft | None:
    """Return the rows with the value that a question asks the bearers of, None where it names no value that sorts a table's rows.

    Args:
        text: the question.
        docs: ids of the documents of the one place asked about.
        index: where they come from.
    """
    if not WHICH.search(text):
        return None
    best: list[Passage] = []
    for rows in tables(docs, index):
        columns = {header for row in rows if row.row for header, _, _ in row.row.cells}
        for column in sorted(columns):
            cells = [_cell(row.row, column) for row in rows if row.row]
            named = {cell for cell in cells if len(cell) >= SHORTEST and cell in text and not re.search(r"\d", cell)}
            if len(named) != 1 or len(set(cells)) == 1 or len(set(cells)) > len(cells) / 2:
                continue
            without = bool(WITHOUT.search(text[: text.index(next(iter(named)))]))
            holding = [row for row in rows if row.row and (_cell(row.row, column) in named) != without]
            best = holding if len(holding) > len(best) else best
    if not best or len(best) > MOST:
        return None
    draft = Draft(index, MAX_ANSWER)
    for row in best:
        draft.state(_statement(row, index.infos[row.doc].region if not draft.citations else ""))
    return draft if len(draft.citations) == len(best) else None


def fitting_row(header: re.Pattern[str], matter: Sequence[Concept], docs: Sequence[str], index: PassageIndex) -> Passage | None:
    """Return the row that holds most of a matter among those with a column of a kind, None where none holds enough or two hold as much.

    Args:
        header: what the column's header says.
        matter: what the row is to be about.
        docs: ids of the documents looked in.
        index: where they come from.
    """
    total = sum(concept.weight for concept in matter)
    if not total:
        return None
    found: list[tuple[float, Passage]] = []
    for rows in tables(docs, index):
        for passage in rows:
            if passage.row and any(header.search(column) and cell for column, cell, _ in passage.row.cells):
                said = "\n".join([passage.row.label, _article(passage, index), *_plain_cells(passage.row)])
                found.append((round(coverage(matter, *readable(said)) / total, 2), passage))
    found.sort(key=lambda one: -one[0])
    if not found or found[0][0] < FITS or (len(found) > 1 and found[1][0] == found[0][0]):
        return None
    return found[0][1]


def charge_row(concepts: Sequence[Concept], docs: Sequence[str], index: PassageIndex) -> Statement | None:
    """Return the row that names the units in charge of a matter, as a statement."""
    row = fitting_row(UNIT_OF_CHARGE, matter_of(concepts), docs, index)
    return _statement(row) if row else None


def other_time(draft: Draft, text: str, concepts: Sequence[Concept], docs: Sequence[str], index: PassageIndex) -> None:
    """Add the time limit of the row on what a question asks the time of, where the answer so far does not tell it."""
    row = fitting_row(TIME_LIMIT, matter_of(concepts), docs, index) if WHEN.search(text) else None
    if row is None or row.row is None:
        return
    limits = [cell for column, cell, _ in row.row.cells if TIME_LIMIT.search(column) and re.search(r"\d", cell)]
    if not limits or any(limit.rstrip("底前初") in line for line in draft.lines for limit in limits):
        return
    told = DONE.search(draft.lines[0]) if draft.lines else None
    draft.state(_statement(row, "表中所列的时间与上文不一致" if told else "表中所列的时限"))


def matter_of(concepts: Sequence[Concept]) -> list[Concept]:
    """Return what a question is about, the words by which it asks for units and times left out."""
    asking = {*CHARGE, *load_asking().tables}
    return [one for one in concepts if not any("责任单位" in term or term in asking for term in (one.key, *one.terms))]


def _cell(row: RowView, column: str) -> str:
    return next((cell for header, cell, _ in row.cells if header == column), "")


def _plain_cells(row: RowView) -> list[str]:
    return [cell for header, cell, _ in row.cells if not UNIT_OF_CHARGE.search(header) and not TIME_LIMIT.search(header)]


def _article(row: Passage, index: PassageIndex) -> str:
    """The words of the article that a row refers to (第七条 | 首创产品奖补), "" where it refers to none."""
    said = row.row.label if row.row and ARTICLE.fullmatch(row.row.label) else ""
    own = (one for one in index.passages if said and one.doc == row.doc and one.kind == "clause")
    return "\n".join(one.text for one in own if (marker := parse_marker(one.text)) and one.text[: marker.end].strip() == said)


def _statement(row: Passage, lead: str = "") -> Statement:
    words = row_words(row.row) if row.row else sentence_words(row.text)
    return Statement(words, row, row.start, row.end, lead)
