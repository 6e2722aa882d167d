"""Words that refer to parts of a document (第六条至第九条, 第二章, 表1、表2, 方向一至方向四) -> those parts."""

import re

from facts.keys import keys_in
from index.numerals import numeral

NUMERAL = r"[一二三四五六七八九十百\d]{1,4}"
PART = re.compile(
    rf"(?P<kind>第|方向|类别|专题|板块|模块|赛道|卡片|表|问(?=\d))\s?(?P<first>{NUMERAL})(?P<unit>[条章])?"
    rf"(?:(?:至|到|—|－|-|~)\s?(?:第|方向|类别|专题|板块|模块|赛道|卡片|表|问)?\s?(?P<last>{NUMERAL})(?P<end>[条章])?)?"
)
LISTED = re.compile(rf"第(?P<numbers>{NUMERAL}(?:[、和及]{NUMERAL})+)(?P<unit>[条章])")  # 第2、5、8条
BRACKETED = re.compile(rf"第(?P<numbers>(?:[（(]{NUMERAL}[）)][、和及至到]?)+)条")  # 第（八）（九）条
ROWS = re.compile(r"(?:序号|编号)(?:为)?\s?(?P<numbers>\d{1,2}(?:(?:、|和|及|至|到|[-－—–~])\d{1,2})*)")  # 序号1、3至5的项目
CLASSES = re.compile(rf"[（(](?P<number>{NUMERAL})[）)]类")  # （二）类事项
OF_ARTICLE = re.compile(
    rf"第(?P<article>{NUMERAL})条(?P<items>第?[（(]{NUMERAL}[）)]项?(?:(?:、|和|及|至|到)?第?[（(]{NUMERAL}[）)]项?)*)(?!条)"
)
BUT = re.compile(r"除外|另有|以外|不受(?:此|该|本条|上述)限|除[^，。；]{1,24}外(?=，)")


def parts_in(words: str) -> frozenset[str]:
    """Return the parts that some words name, ranges filled.

    >>> sorted(parts_in("不享受第六条至第八条和表2的奖励"))
    ['条6', '条7', '条8', '表2']
    >>> sorted(parts_in("第（八）（九）条和问3")), sorted(parts_in("第1至3条，第5、7条"))
    (['条8', '条9', '问3'], ['条1', '条2', '条3', '条5', '条7'])
    """
    found: set[str] = set()
    for match in PART.finditer(words):
        unit = match["unit"] or match["end"]  # 第六条至第九条, 第6至9条
        kind = (unit or "") if match["kind"] == "第" else match["kind"]
        if match["kind"] == "第" and not unit:
            continue
        first = numeral(match["first"])
        last = numeral(match["last"]) if match["last"] else first
        found |= {f"{kind}{number}" for number in range(first, max(first, last) + 1)}
    for match in LISTED.finditer(words):
        found |= {f"{match['unit']}{numeral(one)}" for one in re.findall(NUMERAL, match["numbers"])}
    for match in BRACKETED.finditer(words):
        numbers = [numeral(number) for number in re.findall(NUMERAL, match["numbers"])]
        filled = range(numbers[0], numbers[-1] + 1) if re.search("[至到]", match["numbers"]) else numbers
        found |= {f"条{number}" for number in filled}
    for match in ROWS.finditer(words):
        for first, last in re.findall(r"(\d+)(?:[至到－—–~-](\d+))?", match["numbers"]):
            found |= {f"项{number}" for number in range(int(first), int(last or first) + 1)}
    return keys_in(words) | found | {f"组{numeral(match['number'])}" for match in CLASSES.finditer(words)}


def items_in(words: str) -> dict[str, frozenset[int]]:
    """Return the numbered items that some words name of each article, where they name some alone.

    >>> {article: sorted(items) for article, items in items_in("第九条第（二）项和第（三）项、第十条").items()}
    {'条9': [2, 3]}
    """
    found: dict[str, frozenset[int]] = {}
    for match in OF_ARTICLE.finditer(words):
        article = f"条{numeral(match['article'])}"
        found[article] = found.get(article, frozenset()) | {numeral(one) for one in re.findall(rf"[（(]({NUMERAL})[）)]", match["items"])}
    return found


def meant(words: str, place: str) -> bool:
    """Tell whether a rule that may name parts holds for what stands at a place, given by its article and headings.

    >>> meant("不享受第六条的奖励", "第六条"), meant("第六条除外", "第六条"), meant("不予支持", "第六条")
    (True, False, True)
    """
    named = parts_in(words)
    if not named:
        return True
    named_items, own = items_in(words), items_in(place)
    others = {article for article, items in named_items.items() if article in own and not items & own[article]}
    stands = bool((named & parts_in(place)) - others)
    return not stands if BUT.search(words) else stands
