"""Citations -> what each of them says: its words, its figures with the headers of their table, its years, its place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from answer.answer import Citation
from answer.figures import Figure, figures
from answer.part_told import part_around
from answer.plain import bare, plain
from answer.wording import closing_cells, row_words, unit_of, with_unit
from answer.years import year_mentions
from facts.regions import stem_of
from index.catalog import DocumentInfo
from index.numerals import numeral
from index.passages import Passage, RowView

STATUS = {"draft": "征求意见稿 草案 尚未正式印发", "final": "正式文件", "": ""}
RISEN = re.compile(r"[从由][^，。；]*(?:[增升提涨]|上升|提[高升]|增[长加])[至到]")  # to how things stood last
RANK = re.compile(r"第([一二三四五六七八九十]{1,3})(?=[位名](?!单))")
NOTED = re.compile(r"[*＊\[［{｛]")  # a cell that the note of its table speaks of
ON_TITLE_PAGE = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")


class Source(Protocol):
    """What citations point into; an index, or less."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Document id -> normalised text."""

    @property
    def infos(self) -> Mapping[str, DocumentInfo]:
        """Document id -> catalog entry."""

    def passage_at(self, doc: str, position: int) -> Passage | None:
        """Return the passage that holds a code point."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a cited span says, as far as an answer may repeat it.

    Attributes:
        n: number of the citation.
        doc: document id.
        region: stem of the document's region.
        true: the citation's text is the document's at that place.
        lines: plain texts: the span; of a table row also its cells under their headers.
        readable: the lines, headings, table context and catalog entry, bare.
        beside: headings, table context and catalog entry alone.
        figures: all figures of the span.
        years: years that the span, its headers or headings name, and the last year of the plan.
        periods: first and last years of the periods so named.
    """

    n: int
    doc: str
    region: str
    true: bool
    lines: tuple[str, ...]
    readable: str
    beside: str
    figures: tuple[Figure, ...]
    years: frozenset[int]
    periods: frozenset[tuple[int, int]]

    def holds(self, words: str) -> bool:
        """Tell whether bare words stand in the span, no figure cut in two."""
        return any(_stands_in(words, bare(line)) for line in self.lines)


def supports(citations: Iterable[Citation], source: Source) -> dict[int, Support]:
    """Return what each citation says, by its number."""
    return {citation.n: support(citation, source) for citation in citations}


def support(citation: Citation, source: Source) -> Support:
    """Return what one citation says."""
    info = source.infos.get(citation.doc)
    literal = source.texts.get(citation.doc, "")[citation.start : citation.end]
    passage = source.passage_at(citation.doc, citation.start) or source.passage_at(citation.doc, citation.end - 1)
    row = passage.row if passage else None
    whole_row = row is not None and passage is not None and citation.start <= passage.start and passage.end <= citation.end
    headings = passage.headings if passage else (citation.heading,)
    context = passage.context if passage else ""
    lead = part_around(source.texts[citation.doc], citation.start) if literal else ""
    beside = [*headings, context, lead, *([row.label, row.caption, row.note] if row else [])]
    lines = [plain(literal), *(_cells(row) if row and whole_row else [])]
    found = _row_figures(row) if row and whole_row else figures(in_digits(plain(literal)))
    for other in _rows_within(citation, source) if passage and citation.end > passage.end else ():
        lines += _cells(other)
        found = [*found, *_row_figures(other)]
    if row and not whole_row and (ends := _ended_by(row, literal)).cells:
        lines += [f"{row.label}:{plain(told)}" for told in closing_cells(row, literal)[1]]
        found = [*found, *_row_figures(ends)]
    years, periods = _years([*lines, *map(plain, beside)], info)
    named = years - {info.years[1]} if info and info.years else years
    risen = RISEN.search(plain(literal))
    if info and info.years and (not named or (risen and all(year < info.years[0] for year in named))):
        years |= {info.years[0] - 1}  # a plan that names no year tells how things stood before it began
        found = _reached(found, risen, info.years[0] - 1) if risen and not row else found
    around = "\n".join(bare(text) for text in [*beside, *(described(info) if info else [])])
    readable = "\n".join([*map(bare, lines), around])
    region = stem_of(info.region) if info else ""
    true = bool(literal) and literal == citation.text
    return Support(citation.n, citation.doc, region, true, tuple(lines), readable, around, tuple(found), years, periods)


def _reached(found: Sequence[Figure], risen: re.Match[str], year: int) -> list[Figure]:
    """Figures of a text; the one that things have risen to is of the last year before the plan, not of the year they rose from."""
    return [replace(one, years=(year,), near=(year,)) if one.start == risen.end() and one.years else one for one in found]


def _rows_within(citation: Citation, source: Source) -> list[RowView]:
    """The rows that a stretch over several of them holds, each with those of its cells that stand in the stretch."""
    found: list[RowView] = []
    at = citation.start
    while at < citation.end:
        passage = source.passage_at(citation.doc, at)
        if passage and passage.row:
            literal = source.texts[citation.doc][max(passage.start, citation.start) : min(passage.end, citation.end)]
            found.append(replace(passage.row, cells=tuple(cell for cell in passage.row.cells if cell[1] and cell[1] in literal)))
        at = max(at + 1, passage.end if passage else at + 1)
    return [row for row in found if row.cells]


def described(info: DocumentInfo) -> tuple[str, ...]:
    """Return the catalog's words for a document: what may be said of it without a span."""
    day = ON_TITLE_PAGE.fullmatch(info.date)
    date = " ".join(f"{day[1]}年{month}月" for month in (int(day[2]), day[2])) if day else info.date
    return (
        info.title,
        info.region,
        stem_of(info.region),
        info.issuer,
        info.number,
        f"规划期{info.period}年",
        STATUS.get(info.status, ""),
        date,
    )


def _cells(row: RowView) -> list[str]:
    cells = (f"{row.label}:{header}{with_unit(text, unit_of(header, unit))}" for header, text, unit in row.cells)
    return [plain(row_words(row)), *map(plain, cells)]


def _ended_by(row: RowView, literal: str) -> RowView:
    """A row with those cells alone that end a stretch of it."""
    count = len(closing_cells(row, literal)[1])
    cells = [cell for cell in row.cells if cell[1].strip() and re.sub(r"\s+", "", cell[1]) in re.sub(r"\s+", "", literal)]
    return replace(row, cells=tuple(cells[len(cells) - count :]))


def in_digits(text: str) -> str:
    """Return a plain text with the ranks in it that are written in Chinese numerals in digits, as answers tell them.

    >>> in_digits("居各县第三位"), in_digits("第三方机构")
    ('居各县第3位', '第三方机构')
    """
    return RANK.sub(lambda found: f"第{numeral(found[1])}", text)


def _row_figures(row: RowView) -> list[Figure]:
    """Figures of a row, each with the row's label and its own column's header around it and the years of that header."""
    found = [figure for text in (row.label, row.caption, row.note) for figure in figures(plain(text))]
    for header, text, unit in row.cells:
        remark = row.note if NOTED.search(text) else ""
        named = _years_of(f"{header} {text} {remark}")
        for figure in figures(plain(with_unit(text, unit_of(header, unit)))):
            of = plain(f"{row.label} {header} {figure.around}")
            found.append(replace(figure, years=named, near=named, around=of, sentence=plain(f"{row.label} {header} {text} {row.note}")))
    return found


def _years_of(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(year for mention in year_mentions(plain(text)) for year in (mention.first, mention.last)))


def _years(texts: Sequence[str], info: DocumentInfo | None) -> tuple[frozenset[int], frozenset[tuple[int, int]]]:
    """Years that may be named alone, and periods: a period's first year stands only together with its last."""
    periods = {info.years} if info and info.years else set()
    years = {info.years[1]} if info and info.years else set()
    for text in texts:
        mentions = year_mentions(text)
        years.update(mention.last for mention in mentions)
        periods.update((mention.first, mention.last) for mention in mentions if mention.first < mention.last)
        pairs = zip(mentions, mentions[1:], strict=False)
        periods.update((one.first, two.last) for one, two in pairs if two.start - one.end <= 2 and one.first < two.last)
    return frozenset(years), frozenset(periods)


def _stands_in(words: str, line: str) -> bool:
    """Tell whether words stand in a line as whole figures and without a "not" cut off before them."""
    start = line.find(words)
    while words and start >= 0:
        end = start + len(words)
        cut_left = start > 0 and ((line[start - 1] in ".0123456789" and words[0].isdecimal()) or line[start - 1] in "不未无非")
        cut_right = end < len(line) and words[-1].isdecimal() and line[end] in ".0123456789%万亿千百十"
        if not (cut_left or cut_right):
            return True
        start = line.find(words, start + 1)
    return False
