"""Spans of documents -> the words an answer shows: literal, without numbering, emphasis and table syntax."""

import re
from collections.abc import Sequence

from index.markers import EMPHASIS, parse_marker
from index.passages import RowView

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
NUMBER = r"\d[\d,，]*(?:\.\d+)?"
FIGURE = re.compile(rf"([>＞<＜≥≤≈约]?\s*{NUMBER}(?:\s*[-–—~～至]\s*{NUMBER})?)(.*)", re.S)
CUT_NUMBER = re.compile(r"\d[\d.,，]*$")
MARKS = str.maketrans("＊［〔｛", "*[[{")
STAR_NOTE = re.compile(r"[*＊]\s*[为:：]\s*([^。；;\n]{2,20})")
BRACKET_NOTE = re.compile(r"[\[［〔]\s*[\]］〕]\s*(?:内)?(?:数据)?(?:为|表示)\s*([^。；;\n]{2,20}?)(?:数据)?(?=[。；;\n]|$)")
BRACE_NOTE = re.compile(BRACKET_NOTE.pattern.replace(r"[\[［〔]", "[{｛]", 1).replace(r"[\]］〕]", "[}｝]", 1))
ASIDE = ("备注", "说明", "注")  # columns of remarks: not told with the figures
DIFFERENCE = re.compile(r"增量|增幅|增减|提高|变化")
SHORT_CELL = 20
NOTHING = re.compile(r"[-—–－/]{1,4}|")
LEAD = re.compile(r"^[\s—–\-•●■]+")
ASIDE_OPENING = re.compile(r"^即(?=依托|由|以(?!后|来)|在|对|把|通过|围绕|按|每)")  # goes on from what stands before it
REPLY = re.compile(r"^\s*(?:问[：:][^？?\n]*[？?])?\s*(?:答[：:])?\s*(?:(?:有|能|会|可以|是的?)。(?=\S))?")
ENDING = "。！？；;：:，,、"


def sentence_words(text: str) -> str:
    """Return a sentence as shown: no numbering or dashes before it, no emphasis marks, no line ends or tabs."""
    body = LEAD.sub("", REPLY.sub("", EMPHASIS.sub("", text)))
    marker = parse_marker(body)
    if marker and marker.style != "appendix":
        body = body[marker.end :]
    body = ASIDE_OPENING.sub("", body)
    return re.sub(r"\s*\|\s*|[ \t\u3000]*[\t\n][ \t\u3000]*", " ", LEAD.sub("", body)).strip()


def row_words(row: RowView, years: Sequence[int] = ()) -> str:
    """Return a row of figures as a statement: its name, then every column's header and figure with its unit.

    Columns of other years than those asked for are left out, where there are any of those.

    >>> row_words(RowView("人才总量（万人）", (("2020 年", "17.4", "万人"), ("2025年目标", "21.6", "万人")), "", ""))
    '人才总量：2020 年 17.4万人，2025年目标 21.6万人'
    """
    unit = next((unit for _, _, unit in row.cells if unit), "")
    label = re.sub(r"\s*[（(]\s*" + re.escape(unit) + r"\s*[)）]\s*$", "", row.label) if unit else row.label
    told = [
        (header, with_unit(text, unit_of(header, unit)) + _remark(text, row.note))
        for header, text, unit in row.cells
        if not NOTHING.fullmatch(text.strip())
    ]
    of_years = [pair for pair in told if not (named := YEAR.findall(pair[0])) or set(map(int, named)) & set(years)]
    if years and any(YEAR.search(header) for header, _ in of_years):
        told = of_years
    parts = [f"{_short_header(header)} {said}".strip() for header, said in told if header not in ASIDE]
    return f"{label}：{'，'.join(parts)}" if parts else label


def closing_cells(row: RowView, text: str) -> tuple[str, list[str]]:
    r"""Part the short cells that end a stretch of a long row from the rest, each with its column's header and unit.

    >>> closing_cells(RowView("城北分园", (("范围", "东至枫路、西至河", ""), ("面积", "33", "平方公里")), "", ""), "西至河\t33")
    ('西至河', ['面积 33平方公里'])
    """
    told: list[str] = []
    rest = text.rstrip()
    for header, cell, unit in reversed(row.cells):
        said = re.sub(r"\s+", "", cell)
        if not said or len(said) > SHORT_CELL or header in ASIDE or not header:
            continue
        tail = re.search(r"(?<![\d.])" + r"\s*".join(map(re.escape, said)) + r"$", rest)
        if tail is None:
            break
        rest = rest[: tail.start()].rstrip()
        told.insert(0, f"{_short_header(header)} {with_unit(said, unit_of(header, unit))}")
    return rest, told


def unit_of(header: str, unit: str) -> str:
    """Return the unit of a column's cells: differences between shares count in percentage points."""
    return "个百分点" if unit in ("%", "％") and DIFFERENCE.search(header) else unit


def _short_header(header: str) -> str:
    """A column's header without its unit, which stands after every figure."""
    return re.sub(r"\s*[（(][^（()）]{1,12}[)）]\s*$", "", header)


def _remark(text: str, note: str) -> str:
    """What a table's note says of a figure with a star or in square brackets ("*为 2019 年数据" -> "（2019 年数据）")."""
    for mark, pattern in (("*", STAR_NOTE), ("[", BRACKET_NOTE), ("{", BRACE_NOTE)):
        found = pattern.search(note) if mark in text.translate(MARKS) else None
        if found:
            return f"（{found.group(1).strip()}）"
    return ""


def with_unit(text: str, unit: str) -> str:
    """Return a cell's text with the unit just after its figure; texts that are no figure stay.

    >>> with_unit("1.34 (2019)", "%"), with_unit("提高幅度不低于平均水平", "%"), with_unit("3.2%", "%")
    ('1.34%(2019)', '提高幅度不低于平均水平', '3.2%')
    >>> with_unit("{18.5}", "%"), _remark("{18.5}", "注：[ ]内为年均数，{ }内为五年累计数。")
    ('18.5%', '（五年累计数）')
    """
    body = text.strip().strip("[]［］〔〕{}｛｝") if re.fullmatch(r"[\[［〔{｛]\s*[\d.]+\s*[\]］〕}｝]", text.strip()) else text.strip()
    body = re.sub(r"\s*[*＊]+$", "", body)
    match = FIGURE.fullmatch(body)
    if not match or not unit or match.group(2).strip().startswith(unit) or re.match(r"\s*[%％年个家\u4e00-\u9fff]", match.group(2)):
        return body
    return f"{match.group(1).strip()}{unit}{match.group(2).strip()}"


def shorten(text: str, limit: int) -> str:
    """Return a sentence cut to `limit` characters at a comma, never within a number, with an ellipsis for what was left out."""
    if len(text) <= limit:
        return text
    cut = max(text.rfind(mark, limit // 2, limit - 1) for mark in "，；、。")
    cut = cut if cut > 0 else limit - 2
    kept = CUT_NUMBER.sub("", text[:cut]) if re.match(r"[.,，]?\d", text[cut:]) else text[:cut]
    return kept.rstrip(ENDING) + "……"


def finish(text: str) -> str:
    """Return a statement without a comma or colon left at its end, to which a mark and a full stop can be put."""
    return text.rstrip("。；;，,、：: ")
