"""A header's name -> the kind of cells that stand below it; kinds and texts -> how well they agree."""

import re
from collections.abc import Sequence
from typing import Literal

from index.tables.grid import COUNTERS, GROUP, NAMES, NATURES, UNIT_HEADERS, UNIT_WORDS, bracket_unit, squeeze
from index.tables.paired import half_of
from index.tables.values import FIGURE_HEAD, YEAR, is_value

Kind = Literal["serial", "group", "name", "unit", "figure", "nature", "words"]
NATURE = re.compile(r"[\u4e00-\u9fff]{1,3}性(?:指标)?|预期|约束")
OFFICES = re.compile(r"(?:责任|牵头|配合|实施|主管)(?:单位|部门)|备注|说明|(?:数据)?来源")
MOST_COLUMNS = 12
BLANK = re.compile(r"[【〔\[［（(]?\s*[-—–－/\\]{1,4}\s*[】〕\]］）)]?|暂无|无")
BRACKETED = re.compile(r"[>＞<＜≥≤≈~约超]?\s*[【〔\[［{｛]\s*[^【】〔〕\[\]［］{}｛｝]{1,20}\s*[】〕\]］}｝].{0,6}")
OPENS_FIGURE = re.compile(r"[>＞<＜≥≤≈~+\-－]?\s?[\d０-９]|(?:年均|增长|累计|前|第|约|超过?|达到?|不低于|不少于|不超过|提高|下降|降低)")
SIGNED = re.compile(r"[>＞<＜≥≤≈~约+]?\s?\d[\d.,，]*\s?[%％]?(?:以上|以下|以内|左右)?(?:\s?[（(]\s?[\d.]+\s?[%％家件人]?[)）])?")
HEADED = re.compile(  # a header, or a part of one
    r"(?:19|20)\d{2}\s?年\D{0,4}|(?:19|20)\d{2}(?:实际|实绩|现状|目标|预计|完成)\D{0,2}"
    r"|(?:目标|基期|基准|基础|现状|展望|预期|规划|实际|完成)值"
)
LATIN = re.compile(r"[A-Za-z][A-Za-z·²³]*")  # EFLOPS, MW, TB
LONGEST_FIGURE = 24
LONGEST_UNIT = 12
LONGEST_WORDED = 16
ENDED = re.compile(r"(?:数|率|量|额|比重|占比|比例|值|水平|规模|面积|强度|收入|支出|投入|程度|长度|里程|系数)$")
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,2}[）)、.．]")  # a title's number
NEVER = 9.0


def kinds_of(names: Sequence[str]) -> list[Kind]:
    """Return the kind of each column of an indicator table, [] where names are no header of one: one name of rows, figures beside it."""
    if half := half_of(names):
        return 2 * kinds_of(names[:half])
    kinds: list[Kind] = [_kind(squeeze(name), place) for place, name in enumerate(names)]
    named = [place for place, kind in enumerate(kinds) if kind == "name"]
    if len(named) == 2 and named[1] == named[0] + 1:
        kinds[named.pop(0)] = "group"
    if not 3 <= len(names) <= MOST_COLUMNS or len(named) != 1 or "figure" not in kinds:
        return []
    if any(kinds.count(kind) > 1 for kind in ("serial", "unit", "nature")):
        return []
    return [("nature" if kind == "group" and place > named[0] else kind) for place, kind in enumerate(kinds)]


def _kind(name: str, place: int) -> Kind:
    if name in COUNTERS and name:
        return "serial"
    if name in UNIT_HEADERS:
        return "unit"
    if NAMES.fullmatch(re.sub(r"[（(].*", "", name)):
        return "name"
    if NATURES.fullmatch(name) and place:
        return "nature"
    if GROUP.fullmatch(name) and not (place and name == "目标"):
        return "group"
    return "figure" if FIGURE_HEAD.search(name) else "words"


def is_known(name: str) -> bool:
    """Tell whether a name heads columns of indicator tables."""
    return _kind(squeeze(name), 1) != "words" or bool(OFFICES.fullmatch(squeeze(name)))


def is_word(text: str) -> bool:
    """Tell whether a text can be a part of a name: no figure, no year, no nature, no header."""
    if is_value(text) or YEAR.fullmatch(text) or NATURE.fullmatch(text) or BRACKETED.fullmatch(text) or HEADED.fullmatch(text):
        return False
    return "。" not in text and _kind(text, 1) not in ("serial", "unit", "name")


def is_ended(text: str) -> bool:
    """Tell whether a text seems the whole name of an indicator: it ends in the word for what is measured, or in its unit."""
    return bool(ENDED.search(text) or bracket_unit(text))


def is_unit(text: str) -> bool:
    """Tell whether a text is a unit, or stands for none."""
    return bool(UNIT_WORDS.fullmatch(text.strip("（()）")) or BLANK.fullmatch(text))


def figure_cost(text: str) -> float:
    """Return how ill a text fits a column of figures."""
    if is_value(text) or SIGNED.fullmatch(text) or BLANK.fullmatch(text) or BRACKETED.fullmatch(text):
        return 0.0
    if len(text) > LONGEST_FIGURE or NATURE.fullmatch(text) or HEADED.fullmatch(text) or "。" in text:
        return NEVER
    if any(char.isdigit() for char in text):
        return 0.15 if OPENS_FIGURE.match(text) else 0.6
    return NEVER if len(text) > LONGEST_WORDED or is_unit(text) or bracket_unit(text) else 0.8


def unit_cost(text: str) -> float:
    """Return how ill a text fits a column of units."""
    if is_unit(text):
        return 0.0
    if len(text) > LONGEST_UNIT or NATURE.fullmatch(text) or is_ended(text):
        return NEVER
    if "/" in text or "／" in text or LATIN.fullmatch(text):
        return 0.1
    return NEVER if any(char.isdigit() for char in text) or len(text) > 5 else 0.3
