"""Turns of a chat -> whether an enterprise describes itself in them: what is not sent to a chat model without consent."""

import re
from collections.abc import Iterable

SELF = re.compile(
    r"我们?|咱们?|俺|本(?:公司|企业|厂|单位|人|店)|(?:公司|企业|厂|单位|工作室|合作社)(?:现有|目前|去年|今年|上年|成立|注册|年|有|是)|"
    r"(?:一家|某)[^，。？?]{0,20}(?:公司|企业|厂)|"
    r"\b(?:we|our|us|my|i)\b|\b(?:a|an) [\w -]{0,40}(?:company|firm|enterprise|manufacturer|startup)\b",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r"\d|[一二三四五六七八九十百千万亿两]+(?:多|余|来)?(?:个?人|名|万|亿|元|家|件|项|年|成)|"
    r"营收|收入|营业额|销售额|产值|利润|纳税|税收|员工|职工|研发(?:人员|投入|费|占比|支出)|专利|注册|成立|认定|资质|主营|从事|生产|制造|"
    r"是(?:一?家|做|个|搞|小|规上|高新|高企|科技)|属于|"
    r"revenue|turnover|employ|staff|r&d|patent|profit|founded|register|certified|we (?:are|make|produce|have)|spend",
    re.IGNORECASE,
)


def describes_itself(turns: Iterable[str]) -> bool:
    """Tell whether somebody tells of an enterprise of their own; rather once too often than sent unasked.

    >>> describes_itself(["我公司去年营收5000万元，研发占4%，能拿什么补贴？"]), describes_itself(["余姚2025年研发强度目标是多少？"])
    (True, False)
    """
    return any(SELF.search(turn) and DESCRIBED.search(turn) for turn in turns)
