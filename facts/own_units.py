"""A cell that gives its figure's unit itself (183.5平方公里, [312吨], 57（5） with its note) -> figure, unit, and what stands beside it."""

import re

from index.tables.grid import UNIT_WORDS

OWN = re.compile(
    r"(?P<figure>[^\d]{0,6}?\d[\d,，.]*(?:\s*[-—–～~至]\s*\d[\d,.]*)?)\s*(?P<unit>[%％]|[^\d\s%％（(，,；;。、]{1,12}?)"
    r"\s*(?P<behind>以上|以下|以内|左右)?(?P<close>[\]］〕】]?)(?P<mark>[*＊①-⑤]*)"
)
BESIDE = re.compile(r"\s*\d[\d,.]*\s*[（(\[［【〔]\s*(\d[\d,.]*)\s*[)）\]］】〕]\s*")
INCREASE = re.compile(r"(?:当年|本年|年度|[三五]年|期间|规划期)?内?(?:累计)?(?:净?新增|净增|增加)(?:数|数量|量)?")  # of the row's own name
SAID = r"(?:内|中)?(?:的?(?:数据|数字|数值|数))?(?:为|是|表示|指)([^。；;，,]{2,24})"
OF_ROUND = re.compile(rf"(?:括号|[（(]\s*[)）]){SAID}")
OF_SQUARE = re.compile(rf"[\[［【〔]\s*[\]］】〕]{SAID}")
COUNTED = re.compile(r"(?:情况|数据)$")


def figure_and_unit(cell: str, unit: str) -> tuple[str, str]:
    """Return a cell without its own unit, and that unit; both as they are where it has none.

    >>> figure_and_unit("≤20微克/立方米", ""), figure_and_unit("[312吨]", ""), figure_and_unit("不降低", "%")
    (('≤20', '微克/立方米'), ('[312]', '吨'), ('不降低', '%'))
    """
    match = OWN.fullmatch(cell.strip())
    if not match or not UNIT_WORDS.fullmatch(match["unit"]):
        return cell, unit
    return f"{match['figure']}{match['close']}{match['behind'] or ''}{match['mark']}", match["unit"]


def beside(cell: str, note: str) -> tuple[str, str, int] | None:
    """Return the figure in brackets beside another, what the table's note says it is, and where it stands in the cell.

    >>> beside("57（5）", "注：括号内为国家级研发机构数。")
    ('5', '国家级研发机构数', 3)
    """
    match = BESIDE.fullmatch(cell)
    said = (OF_ROUND if any(mark in cell for mark in "（(") else OF_SQUARE).search(note)
    if not match or not said or re.fullmatch(r"(?:19|20)\d{2}", match[1]) or ("年" in said[1] and not INCREASE.fullmatch(said[1].strip())):
        return None
    return match[1], COUNTED.sub("", said[1].strip()), match.start(1)
