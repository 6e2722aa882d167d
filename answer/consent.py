"""Turns of a chat -> whether an enterprise describes itself in them: what is not sent to a chat model without consent."""

import re
from collections.abc import Iterable

OWN = re.compile(
    r"我们?|咱们?|俺|本(?:公司|企业|厂|单位|人|店)|(?:公司|企业|厂|单位|工作室|合作社)(?:现有|目前|去年|今年|上年|成立|注册|有\d)|\b(?:we|our|us|my|i)\b",
    re.IGNORECASE,
)
SOMEBODYS = re.compile(
    r"(?:[一某这那][家个]|某)[^，。？?]{0,24}(?:公司|企业|厂|团队)|(?:公司|企业|厂)[，,：:]|"
    r"\b(?:a|an|this|the) [\w -]{0,40}(?:company|firm|enterprise|manufacturer|startup)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d|[一二三四五六七八九十百千万亿两]+(?:多|余|来)?(?:个?人|名|万|亿|元|件|项|成|个点)|"
    r"(?:ten|twenty|thirty|fifty|hundred)",
    re.IGNORECASE,
)
TRAIT = re.compile(
    r"营收|收入|营业额|销售|产值|利润|纳税|税收|员工|职工|[人工]|研发|专利|注册|成立|认定|资质|主营|从事|生产|做|制造|"
    r"是(?:一?家|个|搞|小|规上|高新|高企|科技)|属于|"
    r"revenue|turnover|sales|employ|staff|worker|people|r&d|patent|profit|founded|register|certified|produce|spend|yuan",
    re.IGNORECASE,
)


def describes_itself(turns: Iterable[str]) -> bool:
    """Tell whether somebody tells of an enterprise of their own; rather once too often than sent unasked.

    >>> describes_itself(["我公司去年营收5000万元，研发占4%，能拿什么补贴？"]), describes_itself(["澄湾2025年研发强度目标是多少？"])
    (True, False)
    >>> describes_itself(["我们是做注塑的小厂，没搞过研发"]), describes_itself(["一家120人的企业能拿什么"])
    (True, True)
    """
    return any(_describes(turn) for turn in turns)


def _describes(turn: str) -> bool:
    return bool((OWN.search(turn) and (TRAIT.search(turn) or FIGURE.search(turn))) or (SOMEBODYS.search(turn) and FIGURE.search(turn)))
