"""Words of a question -> whether a figure is asked for, of which kind it must be, and of which unit."""

import re

ASKS = re.compile(
    r"how (?:many|much|large|big)|what (?:is|was|will be) the (?:target|number|share|ratio|percentage)|"
    r"百分之(?:多少|几)?|多少|(?<![哪这那])几(?!年前|乎|何)|(?:占比|比重|比例|规模)(?:$|[？?是有定目要])|多大|多高|(?:[产总原]值|投资|面积|收入|人数|数量|[额率量])[？?]?$",
    re.I,
)
SHARE = re.compile(
    r"百分之(?:多少|几)|占(?!地)[^，。？?]{0,8}(?:(?:多少|几)(?![名家个人位亩])|多大(?!的?(?:地|块|面积)))|"
    r"(?:占比|比重|比例)[^，。？?]{0,6}(?:多少|几|多大|多高)|多大(?:比例|比重)|几个百分点|几成"
)
MONEY = re.compile(
    r"(?:多少|几)(?:十|百|千)?(?:万亿|亿|万)?(?:元|块钱)|(?<=[给奖补拿领发花值收交罚])(?:多少|几)块|"
    r"(?:多少|几)(?:个)?亿|多少(?:资金|经费|钱)"
)
AREA = re.compile(r"(?:多少|几)(?:万)?(?:平方|平米|亩|公顷)|面积|(?:场地|场所|厂房|地块|分园|园区|小镇)[^，。？?]{0,3}多大")
RATE = re.compile(r"(?<!产)率(?:目标)?(?:现在|目前|各)?(?:是|要|有|达|做|为|定)?(?:到|的)?(?:多少|多高|几)")
COUNT = re.compile(
    r"how many|(?:多少|(?<![哪这那])几)(?:十|百|千|万)?(?:个|家|名|人|位|项|件|台|套|所|座|支|条|起)(?!百分点|亿)|"
    r"(?<![给奖补拿领发花值收交罚])(?:多少|几)块(?!钱)"
)
RANKED = re.compile(r"(?:排|居|位列|名列)[^，。？?]{0,10}第几|第几[名位]?(?:$|[？?])|(?:名次|排名)[^，。？?]{0,4}多少")
KINDS = (("位", RANKED), ("%", SHARE), ("%", RATE), ("元", MONEY), ("m2", AREA), ("个", COUNT))
UNIT = re.compile(r"(?:多少|几)(?:十|百|千|万|亿)*(?P<unit>吨|小时|公里|千米|篇|辆|岁|分钟|千瓦|兆瓦|艘|架|颗|枚)(?!数)")
OF_UNIT = (("位", r"^位$"), ("倍", r"倍"), ("%", r"[%％‰]|百分"), ("元", r"元|亿$"), ("m2", r"平方|亩|公顷"))


def kind_sought(body: str) -> str:
    """Return the kind of figure that words ask for.

    >>> kind_sought("占财政支出百分之几"), kind_sought("一共要投几个亿"), kind_sought("有几家"), kind_sought("做到多少")
    ('%', '元', '个', '')
    """
    found = [kind for kind, pattern in KINDS if pattern.search(body)]
    return found[0] if len(set(found)) == 1 else ""


def unit_sought(body: str) -> str:
    """Return a unit that a question wants and that no other can stand for, "" where it wants none.

    >>> unit_sought("要减掉几万吨碳排放"), unit_sought("有几家企业")
    ('吨', '')
    """
    found = UNIT.search(body)
    return found["unit"] if found else ""


def kind_of_unit(unit: str) -> str:
    """Return the kind that a unit, or the words that hold one, is of: "位", "倍", "%", "元", "m2", else "个".

    >>> kind_of_unit("亿元"), kind_of_unit("占比（%）"), kind_of_unit("平方公里"), kind_of_unit("家")
    ('元', '%', 'm2', '个')
    """
    return next((kind for kind, pattern in OF_UNIT if re.search(pattern, unit)), "个")
