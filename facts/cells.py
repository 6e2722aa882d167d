"""A cell of an indicator table -> its figure in a unit without scale, with what its signs and notes say."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from facts.quantities import ASCII, normalise, plain_decimal, split_unit

FIGURE = re.compile(
    r"(?P<rate>年均(?:增长|提高)?|增长|提高|下降|降低)?\s*(?P<sign>[>＞≥＜<≤]|超过|突破|不低于|不少于|不超过|约|左右|达到|累计)?\s*(?P<open>[\[［〔【{｛])?\s*(?P<rank>[第前])?\s*(?P<low>\d[\d,，]*(?:\.\d+)?)"
    r"\s*(?:[-–—~～至]\s*(?P<high>\d[\d,]*(?:\.\d+)?))?\s*(?P<close>[\]］〕】}｝])?\s*(?P<percent>[%％位])?\s*(?P<after>以上|左右|以下|以内|\+)?\s*(?P<star>[*＊#△▲☆★]+|[①②③④⑤])?"
    r"\s*(?:[（(]\s*(?P<note>[^（()）]*)[)）]|[\[［【〔]\s*[\d.]+\s*[\]］】〕])?\s*(?P<late>[*＊#△▲☆★]+)?"
)
STARS = "*#△▲☆★"
SIGNS = {
    ">": "超过",
    "＞": "超过",
    "≥": "不低于",
    "不少于": "不低于",
    "突破": "超过",
    "＜": "低于",
    "<": "低于",
    "≤": "不超过",
    "累计": "",
    "达到": "",
}
SIGNS_AFTER = {"+": "以上", "以内": "以下"}
SAID = r"\s*(?:号)?(?:的|者)?\s*(?:为|表示|系|是)\s*([^。；;，]+)"  # behind a mark in the note
PAIRS = ((r"[\[［]", r"[\]］]"), ("〔", "〕"), ("【", "】"), (r"[{｛]", r"[}｝]"))
SAID_OF = r"\s*(?:数据|内)?\s*(?:为|表示)?([^。；;，]+)"  # behind an empty pair of brackets in the note


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell says: value and upper end ("" for none) in `unit`, comparator, the rate's own words, and its note."""

    value: str
    high: str
    unit: str
    comparator: str
    rate: str
    note: str


def read_cell(cell: str, unit: str, table_note: str) -> Figure | None:
    """Return the figure that a cell is, None where it is words.

    Args:
        cell: the cell's text.
        unit: the unit of its column or row, with its scale.
        table_note: the note below the table, which says what stars and brackets mean.

    >>> read_cell("[15]", "亿元", "注：[ ]内为五年累计数。").note, read_cell("年均9以上", "%", "").comparator
    ('五年累计数', '年均以上')
    """
    match = FIGURE.fullmatch(cell.strip().translate(ASCII))
    if match is None:
        return None
    scale, plain = split_unit(unit)
    if match["percent"] and (not plain or match["percent"] == "位"):
        scale, plain = "", match["percent"].replace("％", "%")
    try:
        low, out = normalise(Decimal(re.sub("[,，]", "", match["low"].translate(ASCII))), scale, plain)
        high = normalise(Decimal(match["high"].replace(",", "")), scale, plain)[0] if match["high"] else None
    except InvalidOperation:
        return None
    sign, after = match["sign"] or "", match["after"] or ""
    comparator = SIGNS.get(sign, sign) or SIGNS_AFTER.get(after, after)
    rate = match["rate"] or ""
    return Figure(
        plain_decimal(low), plain_decimal(high) if high is not None else "", out, rate + comparator, rate, _note(match, table_note)
    )


def remark_of(mark: str, table_note: str) -> str:
    """Return what the note below a table says of a mark.

    >>> remark_of("①", "注：1.[ ]内为累计数。2.①按输出口径统计，不含吸纳。②为快报数。")
    '按输出口径统计，不含吸纳'
    """
    sign = mark.strip().replace("＊", "*")
    said = SAID if sign in STARS else r"\s*[:：]?\s*([^。；;①-⑩]+)"
    found = re.search(f"{re.escape(sign)}{said}", table_note.replace("＊", "*")) if sign else None
    return re.sub(r"\s+", "", found.group(1)) if found else ""


def unit_of(unit: str) -> str:
    """Return the unit that words in a cell of a unit are told with."""
    scale, plain = split_unit(unit)
    return normalise(Decimal(1), scale, plain)[1]


def _note(match: re.Match[str], table_note: str) -> str:
    said = (match["note"] or "").strip()
    notes = [f"{said}年数据" if re.fullmatch(r"(?:19|20)\d{2}年?", said) else said]
    notes[0] = notes[0].replace("年年", "年")
    mark = match["star"] or match["late"]
    if mark and (found := re.search(f"{re.escape(mark[0])}+{SAID}", table_note.replace("＊", "*"))):
        notes.append(re.sub(r"\s+", "", found.group(1)))
    if match["open"] and (said := _of_brackets(match["open"], table_note)):
        notes.append(said)
    if match["sign"] == "累计":
        notes.append("累计")
    return "，".join(note for note in notes if note)


def _of_brackets(opening: str, table_note: str) -> str:
    """What the note says of figures in brackets: in those that the figure stands in, else in any."""
    own = [pair for pair in PAIRS if re.match(pair[0], opening)]
    found = next(filter(None, (re.search(rf"{start}\s*{end}{SAID_OF}", table_note) for start, end in [*own, *PAIRS])), None)
    return re.sub(r"\s+", "", found.group(1)) if found else ""
