"""A row of a table of sums -> the words of the rule that it states: 按技术交易额的1%给予补助，每家每年最高20万元."""

import re

from facts.keyed_rows import KeyedRow
from facts.policy_rows import LIMIT

SHARE = re.compile(r"\d(?:\.\d+)?\s*[%％]")
PAYS = re.compile(r"按|给予|奖励?(?=\d)|补[助贴]?(?=\d)|一次性|资助|再|另")
FIGURE = re.compile(r"\d+(?:\.\d+)?")
MONEY = re.compile(r"(?P<lead>[^\d]*?)(?P<sum>\d+(?:\.\d+)?)(?P<unit>万?元|亿元)?(?P<rest>.*)")
TIME = re.compile(r"(?P<lead>[^\d]*?)(?P<count>\d+)(?P<unit>个月|年|天|日)(?P<rest>.*)")
COUNT = re.compile(r"(?P<lead>[^\d]*?)(?P<count>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{1,3})")
SUMS = re.compile(r"\d(?:\.\d+)?(?:万元|元|%|％)")
RISEN, RISEN_OF = re.compile(r"按(?:增量|增加额|增长额|新增部分)"), re.compile(r"增长|增加")  # 增量的8% of what the case says has grown
ASIDE = re.compile(r"(?<=[\u4e00-\u9fff])[（(][\u4e00-\u9fff]{1,4}[）)](?=\d|[给按])")  # 每个国家（地区）1万元
LIST = re.compile(r"[、，,；;]")


def rule_words(row: KeyedRow) -> str:
    """Return what a row pays, in the words of a rule; "" where it pays nothing.

    The cells are the document's own; only the verbs and 最高 that a header says for them are added.
    """
    _, cell, unit = row.cells.get("gives", ("", "", ""))
    words = ASIDE.sub("", re.sub(r"[\s|]", "", cell))
    if not FIGURE.search(words):
        return ""
    if FIGURE.fullmatch(words):
        words += unit or "万元"
    verb = "奖励" if re.search(r"奖(?!补)", row.name + row.case + row.passage.context) else "补助"
    if not PAYS.search(words) and len(SUMS.findall(words)) == 1:
        by = SHARE.search(words) or words.startswith("每")
        words = f"按{words}给予{verb}" if by else f"给予{words}{verb}" if words[0].isdigit() else words
    words = f"{row.case}的，{words}" if RISEN.search(words) and RISEN_OF.search(row.case) else words
    limits = limit_words(row)
    return words + (f"，{limits}" if limits else "")


def limit_words(row: KeyedRow) -> str:
    """Return the limits of a row in the words of a rule: 每家60万元 -> 每家最高60万元; 500平方米、36个月 -> 最多500平方米，最长36个月."""
    head, cell, unit = row.cells.get("limit", ("", "", ""))
    found = [_limit(piece, head, unit) for piece in LIST.split(re.sub(r"[\s|]", "", cell)) if piece]
    return "，".join(found)


def _limit(piece: str, head: str, unit: str) -> str:
    if LIMIT.search(piece) or not FIGURE.search(piece):
        return piece
    if time := TIME.fullmatch(piece):
        return f"{time['lead']}最长{time['count']}{time['unit']}{time['rest']}"
    money = MONEY.fullmatch(piece)
    if money and (money["unit"] or not money["rest"]):
        each = re.search(r"每(?!年)[^上最限]{1,4}", head)
        lead = money["lead"] or (each.group() if each else "")
        return f"{lead}最高{money['sum']}{money['unit'] or unit or '万元'}{money['rest']}"
    count = COUNT.fullmatch(piece)
    return f"{count['lead']}最多{count['count']}{count['unit']}" if count else piece
