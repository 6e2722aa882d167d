"""What stands after a number -> its unit, and which units can mean the same."""

import re

# unit as written -> kind; kinds differ where one may never be told for another
KINDS: dict[str, str] = {
    **dict.fromkeys(("个百分点", "百分点", "percentage points", "percentage point", "pp"), "points"),
    **dict.fromkeys(("%", "percent", "per cent"), "percent"),
    **dict.fromkeys(("美元", "usd", "us dollars", "dollars"), "usd"),
    **dict.fromkeys(("元", "yuan", "rmb", "cny"), "yuan"),
    **dict.fromkeys(("人年", "person-years", "person-year"), "person-years"),
    **dict.fromkeys(("人次",), "visits"),
    **dict.fromkeys(("平方公里", "平方千米", "square kilometres", "square kilometers"), "km2"),
    **dict.fromkeys(("平方米", "平米", "square metres", "square meters"), "m2"),
    **dict.fromkeys(("公顷",), "ha"),
    **dict.fromkeys(("亩",), "mu"),
    **dict.fromkeys(("公里",), "km"),
    **dict.fromkeys(("纳米", "毫米", "米"), "m"),
    **dict.fromkeys(("个月", "月"), "months"),
    **dict.fromkeys(("周年", "年", "years", "year"), "years"),
    **dict.fromkeys(("天", "日"), "days"),
    **dict.fromkeys(("小时",), "hours"),
    **dict.fromkeys(("分钟",), "minutes"),
    **dict.fromkeys(("吨", "千瓦", "兆瓦", "斤"), "measure"),
    **dict.fromkeys(("倍", "times"), "times"),
    **dict.fromkeys(("番",), "doublings"),
    **dict.fromkeys(("岁",), "age"),
    **dict.fromkeys(("版", "级", "届", "期", "度"), "version"),
    **dict.fromkeys(("名", "人", "people", "persons", "talents"), "people"),
    **dict.fromkeys(("个", "位", "多个"), "any"),
    **dict.fromkeys(
        (
            "家 项 件 条 支 所 座 处 种 类 大 批 篇 部 套 台 场 块 方面 户 张 款 本 颗 艘 辆 只 只 间 幢 栋 片 门 字 例 组 对 步 层 轮 次 "
            "enterprises enterprise companies firms projects items patents"
        ).split(),
        "things",
    ),
}
UNIT = "|".join(sorted(map(re.escape, KINDS), key=lambda unit: -len(unit)))
NOT_AFTER = {
    "大": "(?![学数模幅力额型棚专])",
    "人": "(?![才工民均员大])",
    "部": "(?![门分署])",
    "级": "",
    "年": "(?!均|度|龄)",
    "类": "(?!似)",
}
COUNTS = {"people", "things", "any", ""}


def kind_of(unit: str) -> str:
    """Return the kind of a unit as written, "" where there is none."""
    return KINDS.get(unit.lower(), "")


def same_kind(one: str, other: str) -> bool:
    """Tell whether figures of two kinds can be the same figure: counters stand for each other, people and things do not.

    >>> same_kind("any", "people"), same_kind("people", "things"), same_kind("percent", "points")
    (True, False, False)
    """
    if one == other:
        return True
    return {one, other} <= COUNTS and bool({"any", ""} & {one, other})
