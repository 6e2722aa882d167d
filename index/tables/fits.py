"""A cell's words and the kind of a column -> how well the words fit there."""

import re

NUMBER = re.compile(r"[（(]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]?")
SUM = re.compile(r"\d[\d,.]*\s*[万亿千百]?\s*元|\d[\d.]*\s*[%％‰]|\d\s*折|每[^，。；]{1,6}\d")
FREE = re.compile(r"全额|减半|减免|免[费收除租]|优先|[一二两三四五六七八九十百]+[万千]?元|补足|差额|贴息|补贴|奖励|补助|资助")
BARE = re.compile(r"[\d,.]+(?:[-~—至][\d,.]+)?[万%％]?|[—\-/－]{1,3}|无|另行[^，。]{0,8}")
PAYS = re.compile(r"(?:给予|奖励|补助|补贴|资助|奖补|贴息)[^，。；、]{0,10}\d[\d,.]*\s*(?:[万亿]?元|[%％])|^按[^，。；]{2,20}[%％]")
OFFICE = re.compile(
    r"[\u4e00-\u9fff（）]{0,24}(?:局|委|办|部|处|科|中心|委员会|政府|支行|办公室|街道|部门|单位|窗口|院|行|会|队|所|大厅)(?:等(?:部门|单位)?)?"
)
BETWEEN = re.compile("[、，；/ ]|和|及|会同")  # offices
COMPANY = re.compile(r"(?:企业|单位|机构|个人|人员|人才|主体|团队|合作社|农场|公司|院校|高校|院所|商户|经营者|消费者|者|人)$")
UNFINISHED = re.compile(r"(?:[，、；：（(“/]|[和及与或并且]|不低于|不少于|达到|超过|突破|以及)$")
GOES_ON = re.compile(r"[，。；、）)”]|且|并|或者|其中|以上|以下|以内")
ITEM = re.compile(r"[（(]?\d{1,2}[）).、．](?!\d)|[①-⑩]|[-·•]")
HALF_SUM = re.compile(
    r"(?:每[^，。；\d]{1,3}|给予|一次性|最高|不超过|按)*(?:给予|奖励|补助|补贴|资助|奖补|一次性|最高|不超过)"
)  # its figure is in the next line
LONG_NAME = 20

WRONG = -6.0
COSTS_BLANK = {"counter": WRONG, "gives": WRONG, "duty": -1.5, "name": -2.0, "who": -2.5, "terms": -2.0}


def is_office(words: str) -> bool:
    """Tell whether words name one office or several, and nothing else.

    >>> is_office("区统计局、区发展改革局"), is_office("规模以上工业企业"), is_office("通过市商务局验收的企业")
    (True, False, False)
    """
    return all(OFFICE.fullmatch(one) for one in BETWEEN.split(words.strip("、，")))


def fit(words: str, kind: str) -> float:
    """Return how well a line fits as the start of a cell of a column: above 0 where it looks like one, far below where it does not.

    >>> fit("奖励30万元", "gives") > 0 > fit("奖励30万元", "who"), fit("区商务局", "duty") > 0 > fit("区商务局", "terms")
    (True, True)
    """
    if kind == "counter":
        return 3.0 if NUMBER.fullmatch(words) else WRONG
    office = is_office(words)
    if kind == "duty":
        return 2.0 if office else -3.0
    if kind == "gives":
        return 3.0 if SUM.search(words) else 1.5 if FREE.search(words) or BARE.fullmatch(words) else -4.0
    if PAYS.search(words) or HALF_SUM.fullmatch(words):
        return -4.0
    if kind == "limit":
        return 1.0 if SUM.search(words) or BARE.fullmatch(words) else -2.0
    if office and not COMPANY.search(words):
        return -3.0
    if kind == "name":
        return 0.5 if len(words) <= LONG_NAME and not re.search("[，；。]", words) else -1.0
    if kind == "who":
        return 1.0 if COMPANY.search(words) else 0.0
    return 0.5 if COMPANY.search(words) is None else 0.0


def goes_on(above: str, words: str, kind: str) -> float:
    """Return how well a line fits as what goes on with the cell above it."""
    unfinished = UNFINISHED.search(above) is not None or above.count("（") > above.count("）")
    if kind in ("terms", "gives", "who") and ITEM.match(words) and (ITEM.match(above) or unfinished):
        return 0.5
    if kind == "gives" and HALF_SUM.fullmatch(above) and SUM.search(words):
        return 0.8
    if unfinished or GOES_ON.match(words):
        return -0.5 if kind not in ("gives", "limit") and PAYS.search(words) else 0.8
    if kind in ("counter", "duty", "limit"):
        return -4.0
    wrong = kind != "gives" and (PAYS.search(words) or (is_office(words) and not COMPANY.search(words)))
    return -4.0 if wrong else -1.2


def breaks_off(words: str) -> bool:
    """Tell whether a line ends in the middle of a cell."""
    return words.endswith(("，", "、", "（", "(")) or words.count("（") > words.count("）")
