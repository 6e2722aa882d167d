"""A question about figures -> what it wants done with them."""

import re
from functools import lru_cache
from typing import Literal

from facts.indicators import load_indicators

Operation = Literal[
    "lookup",
    "baseline",
    "compare",
    "rank",
    "difference",
    "change",
    "growth",
    "average_annual",
    "multiple",
    "share",
    "sum",
    "timeline",
    "exists",
    "list_indicators",
    "check_claim",
    "conflict",
    "project",
]

PATTERNS: dict[Operation, re.Pattern[str]] = {
    "baseline": re.compile(
        r"基数|基期|底子|起步|起点|原来|原先|现在|目前|已有|现有|如今|眼下|当前|现状|base(?:line)?|current(?:ly)?", re.I
    ),
    "rank": re.compile(
        r"谁(?:的(?=[^，。？?]{0,14}[高低多少大小快慢厚强靠]|$|[？?])|家|定得|最|更|高|低|多|少|大|小)|谁[^，。？?]{0,14}(?:[高低多少大小快慢])|"
        r"最[高低多少大小快慢]|[高低多少大小]还是|还是[^，。？?]{1,16}[高低多少大小快]|"
        r"哪(?:个|家|里|边|一?个?(?:地方|城市|地区|区县|区|市|县))[^，。？?]{0,14}(?:[高低多少大小快慢]|(?:任务|担子|压力)[更最]?重)|"
        r"从[高大多]到[低小少]|从[低小少]到[高大多]|能(?:不能|否)?(?:直接|拿来)?(?:相互|互相)?比(?:较|一比)?(?:吗|[？?]|$)|可(?:不可|否)?以?直接比|可比性|"
        r"排(?:序|名次|个[队名序]|一排|一下|下来)|怎么排|排(?:第)?几名|领先|垫底|倒数|highest|"
        r"lowest|higher|lower|most|largest|smallest|rank(?:ed|ing)? (?:the|them|these)",
        re.I,
    ),
    "difference": re.compile(
        r"(?:相?差|多|高|低|少|大|小)(?:了|出|上|定?的?|[花投拿招引建要])?(?:多少|几|多远|多大|多不多|的多不多)|"
        r"高出|多出|相差|差距|差(?:的|得)?多|比[^，。？?]{1,24}(?:多|高|低|少)(?:多少|几|出|了)|"
        r"(?<=\d{4}年)[^，。？?]{0,16}比\d{4}年?[^，。？?]{0,8}[多高低少大小](?!于)|"
        r"by how (?:much|many)|how (?:much|many) (?:more|higher|lower|fewer)|difference|gap",
        re.I,
    ),
    "change": re.compile(
        r"净增|新?增加(?!值)|增(?:长|幅|量|多|了|到|添|设)|提(?:高|升)(?:了|幅度|多少|几)|"
        r"抬高|拉高|上升|上涨|涨(?:了|多少|百分|几|幅)?|变化|变动|提高多少|(?:再|要|得|需|多)(?:加|提|招|引|添|育|建|升|涨|抬|做|干|搞|办|完成)(?:多少|几)|(?:升|涨|提|抬|爬|长)了?(?:几个|多少个?)(?:百分)?点|[爬攀窜蹿]升?(?:了|到|得)|"
        r"再(?:添|增|多)|还(?:差|要|需要?|得)(?:再)?(?:多少|几|增|添|建|新)|只?多出|"
        r"多(?:出)?(?:多少|几)|\b(?:increases?|grow(?:th|n|s)?|rises?|changes?|additional)\b",
        re.I,
    ),
    "growth": re.compile(
        r"(?:涨|增长|提高|增加|多|高|超|上升|增)(?:了|到|出)?(?:百分之(?:多少|几)|多少个?[%％]|百分比|几成)|"
        r"增幅|涨幅|增速|增长率|提高幅度|percent(?:age)? (?:increase|growth)|growth rate|by what percent",
        re.I,
    ),
    "average_annual": re.compile(
        r"年均|年平均|(?:平均)?每(?:一)?年(?:平均)?(?:得|要|需|须|净|新|大约|大概|约)?(?:再)?(?:增|涨|提|多|新|添|净)|"
        r"平均每年|平均一年|一年(?:平均)?(?:得|要)?(?:增|涨|提|多)|"
        r"per year|annual(?:ly)?|each year|CAGR",
        re.I,
    ),
    "multiple": re.compile(
        r"[几多]少?倍|(?:\d+(?:\.\d+)?|[两三四五])倍(?=(?:以上)?(?:了)?(?:吗|没|不))|"
        r"的倍数|翻(?:了)?[几多]|几番|how many times|times (?:as|the|that)|multiple",
        re.I,
    ),
    "share": re.compile(
        r"(?:占|相当于)[^，。？?]{0,16}(?:百分之(?:多少|几)|几成|(?:多少|多大)的?(?:比例|比重|份额)|比例是|多少个?%)|占(?:了|到)?多少(?!亩|地|平)|占[^，。？?]{1,8}?的?(?:多少|比例|比重|份额)|"
        r"占全[市区县](?:的)?(?:比例|比重|份额|多少)|what (?:share|percentage|proportion) of",
        re.I,
    ),
    "sum": re.compile(
        r"合计|总和|之和|加起来|加总|相加|合起来|[加合凑]在?到?一[起块]|拢共|"
        r"(?:一共|总共|共计|合共|(?<!公)共)(?:是|有|要|到)?(?:多少|几)|"
        r"(?:一共|总共|共计|合共)[^，。？?]{1,8}(?:多少|几)|in total|combined|altogether|sum",
        re.I,
    ),
    "timeline": re.compile(
        r"串起来|历年|走势|趋势|变化(?:过程|轨迹|情况)?|怎么变|如何变|演变|进展|历程|"
        r"(?:三|几|各)个年份|逐年|一路|over (?:time|the years)|trend|progress|evol",
        re.I,
    ),
    "exists": re.compile(
        r"(?:谁|哪个?|哪些|哪家|哪里|哪几个)[^，。？?]{0,16}(?:没有?|未|不)(?:设|定|提|列|写|给|有)|"
        r"没(?:有)?(?:设|定|提|列|写)|which[^.?]{0,40}(?:no|not|without)",
        re.I,
    ),
    "list_indicators": re.compile(
        r"(?:哪些|什么|几个|多少个|几项|多少项)[^，。？?]{0,12}指标|指标(?:表)?[^，。？?]{0,8}(?:有哪|是哪|有几|都有|包括|列了|列出|是哪些)|"
        r"(?:列出|列举|罗列|全部的?|所有的?)[^，。？?]{0,12}指标(?!表|中|里)|which indicators|what indicators|list (?:the|all) indicators",
        re.I,
    ),
    "check_claim": re.compile(
        r"倍增|翻(?:一)?番|翻倍|够(?:得|不)上|是不是(?:就)?(?:已经)?(?:超过|达到|高于|低于|完成)|"
        r"是否(?:已经?)?(?:超过|达到|高于|低于)|真的?(?:能|是)|算(?:不)?算|说得通|成立吗|对不对|对吗|"
        r"doubl|is it true|really",
        re.I,
    ),
    "conflict": re.compile(
        r"到底|究竟|怎么回事|有人说|有的说|一会儿|前后(?:好像|不|矛盾)|不(?:一样|一致|统一|同)的?(?:数|值|口径|说法)?|"
        r"\d[^，。？?]{0,6}还是[^，。？?]{0,6}\d|一个\d[^，。？?]{0,10}一个\d|一会儿[^。？?]{1,20}一会儿|自己打架|[两俩](?:处|种)(?:说法|写法)|[两俩]个(?:不同|不一样)?的?(?:目标)?(?:数|值|说法|口径)|口径|矛盾|对不上|冲突|打架|inconsisten|conflict|contradict|"
        r"(?:two|different|differing) (?:different |differing )?(?:numbers|values|figures|targets)",
        re.I,
    ),
    "project": re.compile(
        r"(?:按|照|以)[^，。？?]{0,24}(?:增速|增长率|速度|增幅)[^，。？?]{0,8}(?:走|算|增长|推算|测算|下去|估)|推算|外推", re.I
    ),
}


def operations_in(text: str) -> frozenset[Operation]:
    """Return the operations that a text asks for.

    >>> sorted(operations_in("2025年研发强度目标，甲市比乙市高出几个百分点？"))
    ['difference']
    >>> sorted(operations_in("甲市高企2025年目标是多少"))
    ['lookup']
    """
    masked = without_names(text)
    found = frozenset(name for name, pattern in PATTERNS.items() if pattern.search(masked))
    return found or frozenset({"lookup"})


def without_names(text: str) -> str:
    """Return a text with the names of indicators covered, whose words are no words of asking.

    >>> without_names("科小多少家，高新技术产业增加值占比呢")
    '〇多少家，〇呢'
    """
    body = text
    for alias in _short_names():
        body = body.replace(alias, "〇")
    return body


@lru_cache(maxsize=1)
def _short_names() -> tuple[str, ...]:
    """The names of indicators as people type them, the longest first."""
    return tuple(sorted({alias for one in load_indicators().values() for alias in one.aliases}, key=lambda alias: (-len(alias), alias)))
