"""Words of a measure -> every single thing that it pays, each with what it is counted by, its part of a base, and its limits."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from facts.amounts import REMARK
from facts.limits import MEASURED_EACH, Limits, read_limits
from facts.numerals import arabic
from facts.paid_figures import rates_in, sums_in
from facts.payment import Payment, Terms
from facts.told import PEOPLE, in_ten_thousands
from index.numerals import numeral

UNIT = (
    "人次|平方米|立方米|千瓦时|标准箱|标箱|标准展位|展位|床位|学时|课时|公里|千瓦|瓦|公斤|班次|架次|台套|晚|个月|月|年|台|套|名|人|位|件|项|亩|"
    "美元|家|户|场|次|篇|部|集|分钟|款|例|辆|间|栋|座|列|趟|吨|店|期|届|支|艘|架|(?<!出)口|株|头|单|票|笔|天|小时|张|门|根|条|个"
)
PAYS = r"(?:一次性|均|再|另|各)*(?:给予|奖励|补助|补贴|资助|奖补|发放|支持|(?<=的)标准|按|奖|补)"
PER = re.compile(
    rf"(?P<all>每(?P<verb>(?:(?!每)[\u4e00-\u9fff]){{0,6}}?)[1一]?(?P<unit>{UNIT})(?P<noun>(?:(?!每)[\u4e00-\u9fff“”（）、]){{0,14}}?)(?:的)?(?={PAYS}|最高|不超过|每|\d|，|$))"
)
PER_AFTER = re.compile(rf"^/[（(]?(?P<units>(?:{UNIT})(?:[·./、每](?:{UNIT}))*)")
DONE_TO = re.compile(r"验收|服务|培育|引进|诊断|孵化|毕业|辅导|改造|签约|入驻")  # firms that the applicant has done something for
BY_NUMBER = re.compile(r"按照?[^，。；\d]{2,16}(?:数量?|户数|家数|个数)[，给予]{0,3}$")  # 按服务企业数每家: those are counted
ITSELF = re.compile(r"企业|单位|主体|机构|公司|法人|经营者|商户|合作社")  # each applicant, which gets it once
PART = re.compile(
    r"(?:(?P<over>超过|超出|高于)|(?P<under>不超过|低于|不足|不高于))?(?P<one>\d+(?:\.\d+)?)(?P<unit>万?元|亿元|平方米|标箱|标准箱|吨|人|台|件|场|万千瓦时)?"
    r"(?:[（(]?(?:不?含)[）)]?)?(?:(?:至|到|-|—|~|－)(?P<two>\d+(?:\.\d+)?)(?P<unit2>万?元|亿元|平方米|标箱|标准箱|吨|人|台|件|场|万千瓦时)(?:[（(]?不?含[）)]?)?)?"
    r"(?P<side>以上|以下|以内|之内)?(?:[（(]?不?含[）)]?)?的?(?:那|该|这)?部分"
)
_MONEY = r"\d+(?:\.\d+)?(?:万元|亿元|元)"
BETWEEN = re.compile(
    rf"(?:(?:超过|高于|超出)(?P<low>{_MONEY})(?:[（(]不?含[）)])?(?:以上)?|(?P<low2>{_MONEY})(?:[（(]不?含[）)])?以上)[、，]?(?:但)?"
    rf"(?:(?:不超过|不足|低于|不高于|未超过)(?P<high>{_MONEY})(?:[（(]不?含[）)])?(?:以下)?|(?P<high2>{_MONEY})(?:[（(]不?含[）)])?(?:以下|以内))(?:[（(]不?含[）)])?的?部分"
)
BASIS = re.compile(
    r"以(?P<base>[^，。；\d]{2,28}?(?:额|费用?|支出|投入|价款|投资|租金|收入|利息))(?:为准|为(?:计算)?(?:基数|依据))"
)  # what all shares of a rule are taken of
REST = re.compile(r"(?:超过|超出|高于)(?:的)?部分")
ABOVE = re.compile(
    rf"(?P<noun>[^，。；：\d]{{2,16}}?)(?:超过|超出|高于|达到?|(?=\d+[^\d，。；]{{1,3}}以上的))(?P<sum>\d+(?:\.\d+)?)(?P<unit>万元|亿元|元|{UNIT})"
    r"(?:[（(]不?含[）)])?(?:以上)?的?，"
)  # 地方财政贡献超过500万元的，对超过部分
VERBS = re.compile(r"(?:一次性|分别|再|另外?|可|均|各|按照?|并|给予|奖励|补助|补贴|资助|奖补|发放|(?<=的)标准|予以|为|的|对|分档|分段)+$")
ADDED = re.compile(r"(?:再(?!次|生)|另(?!有|行)|额外|同时(?=奖|给|补))[^，]{0,14}$")
SPENT_ON = re.compile(r"(?:支付|发生|缴纳)的(?P<base>[^，。；\d]{2,14}(?:费|费用|支出|投入|价款|租金|利息))按?$")
NO_NOUN = re.compile(r"(?:分别|给予|企业|单位|各|按|可|的|补助|奖励)+")
COMMON = re.compile(r"引进|新增|招用|吸纳|新开|认定|完成|分别|购置|平方|标准")
FROM_NTH = re.compile(
    r"(?:从|自)第(?P<n>\d+|[一二三四五六七八九十])(?:(?P<scale>[万千百])零?(?P<rest>\d+|[一二三四五六七八九])?)?[家个人名件台项场亩吨](?:企业|门店|店)?起"
)
BEYOND = re.compile(
    r"(?:超过|超出)(?P<n>\d+)(?P<unit>[\u4e00-\u9fff]{1,2}?)的?(?:部分)?，每(?:再|新)?(?:增加|增|多)[1一](?P=unit)"
)  # 超过3人的，每增加1人
MYRIADS = re.compile(r"(?P<n>\d+(?:\.\d+)?)万(?=标箱|标准箱|吨|平方米|[件台人亩只头套张](?![一-龥]*券))")  # 1万标箱以上部分
LISTED = re.compile(r"^[、，和及](?!另|再|同时|对|每)[^，。；]{0,14}$")


def read_payments(text: str) -> Terms:
    """Return what a measure pays, in its order.

    >>> [(str(one.fixed), one.per, one.when) for one in read_payments("博士每人5万元，硕士每人1万元").payments]
    [('5', ('人',), '博士'), ('1', ('人',), '硕士')]
    """
    body = _ranges(MEASURED_EACH.sub("的，", REMARK.sub("", arabic(re.sub(r"[\s|]+", "", text)))))
    body = MYRIADS.sub(lambda match: str(int(Decimal(match["n"]) * 10_000)), body)
    found: list[Payment] = []
    basis = match["base"] if (match := BASIS.search(body)) else ""
    for place, segment in enumerate(re.split(r"[；;。]", body)):
        for one in _of_segment(segment):
            spoken = SPENT_ON.search(one.when) if one.rate is not None and not one.base and one.low is None else None
            base = (
                one.base
                or (spoken["base"] if spoken else "")
                or next((item.base for item in reversed(found) if item.base and (item.low is not None or _listed(one, item, place))), "")
                or (basis if one.rate is not None else "")
            )
            found.append(replace(one, segment=place, base=base, added=one.added and (bool(found) or one.rate is None or not base)))
    limits = read_limits(body)
    return Terms(tuple(_settled(one, limits) for one in _bounded(found)), limits)


def _listed(one: Payment, before: Payment, place: int) -> bool:
    """Tell whether a share goes on with the list of the one before it, of the same base: 分别按销售价格的20%、10%."""
    return one.rate is not None and before.rate is not None and before.segment == place and one.when in ("", "、", "和")


def _ranges(body: str) -> str:
    """Parts that are told by two limits, told as a range: 超过500万元、不超过2000万元的部分 -> 500万元至2000万元的部分."""
    return BETWEEN.sub(lambda match: f"{match['low'] or match['low2']}至{match['high'] or match['high2']}的部分", body)


def _settled(one: Payment, limits: Limits) -> Payment:
    """A bare 每家 is the applicant, unless all together may get more than the sum: 每家5万元，最高30万元."""
    many = one.fixed is not None and limits.whole is not None and limits.whole > one.fixed
    return replace(one, per=tuple(unit.removeprefix("?") for unit in one.per if many or not unit.startswith("?")))


def _of_segment(segment: str) -> Iterator[Payment]:
    spots = sorted([*rates_in(segment), *sums_in(segment)], key=lambda item: item[0])
    last = 0
    chain: tuple[str, ...] = ()
    for start, end, one in spots:
        stretch = segment[last:start]
        part = next(iter(reversed(list(PART.finditer(stretch)))), None)
        nth = FROM_NTH.search(stretch)
        low, high = (
            (_first_of(nth) - 1, None) if nth else _bounds(part) if part else (Decimal(-1), None) if REST.search(stretch) else (None, None)
        )
        if low == -1 and not last and (above := next(iter(reversed(list(ABOVE.finditer(stretch)))), None)):
            money = "元" in above["unit"]
            one = replace(one, base=one.base or above["noun"]) if money else one
            low = in_ten_thousands(Decimal(above["sum"]), above["unit"] if money else "")
        if low is None and (beyond := BEYOND.search(stretch)):
            low = Decimal(beyond["n"])
        after = segment[end : end + 12]
        pers = list(PER.finditer(stretch))
        own = [_itself(match) and not BY_NUMBER.search(stretch[: match.start()]) for match in pers]
        marked = [(match, "?" if itself else "") for match, itself in zip(pers, own, strict=True) if not (itself and match["noun"])]
        units = [mark + match["unit"] for match, mark in marked]
        if behind := PER_AFTER.match(after):
            units += re.split(r"[·./、每]", behind["units"])
        noun = next((match["noun"] for match in reversed(pers) if match["noun"] and not NO_NOUN.fullmatch(match["noun"])), "")
        noun = noun or next((match["verb"] for match in pers if len(match["verb"]) > 1 and not COMMON.search(match["verb"])), "")
        words = VERBS.sub("", PER.sub("", stretch))
        if not units and one.fixed is not None and LISTED.match(stretch):
            units = list(chain)  # 每个分别给予国家级100万元、省级40万元
        people = [unit for unit in units if unit in PEOPLE]
        units = [unit for unit in units if unit not in PEOPLE or unit == people[-1]]  # 每招用1名…，按每人: the same people
        chain = tuple(units)
        yield replace(
            one,
            per=tuple(dict.fromkeys("月" if unit == "个月" else unit for unit in units)),
            noun=noun,
            when=re.sub(r"^[，、：:]+|[，、：:]+$", "", words),
            low=low,
            high=high,
            bounded=_unit_of(part) if part else "",
            added=bool(ADDED.search(segment[:start])),
        )
        last = end


def _itself(match: re.Match[str]) -> bool:
    """Tell whether 每家企业 and the like stand for the applicant, which gets the sum once."""
    return bool(
        match["unit"] in ("家", "户", "个")
        and not match["verb"]
        and (not match["noun"] or (ITSELF.search(match["noun"]) and not DONE_TO.search(match["noun"])))
    )


def _first_of(nth: re.Match[str]) -> Decimal:
    """From which one on a sum is paid: 自第4家起, 自第20万零1件起."""
    scale = {"万": 10_000, "千": 1000, "百": 100}.get(nth["scale"] or "", 1)
    return Decimal(numeral(nth["n"])) * scale + (Decimal(numeral(nth["rest"])) if nth["rest"] else 0)


def _unit_of(part: re.Match[str]) -> str:
    unit = part["unit"] or part["unit2"] or ""
    return "元" if "元" in unit else unit


def _bounds(part: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """The stretch of a base that a part is, in 万元 where it is money."""
    unit = part["unit"] or part["unit2"] or ""
    one = in_ten_thousands(Decimal(part["one"]), unit if "元" in unit else "")
    if part["two"]:
        unit2 = part["unit2"]
        first = in_ten_thousands(Decimal(part["one"]), (part["unit"] or unit2) if "元" in unit2 else "")
        return first, in_ten_thousands(Decimal(part["two"]), unit2 if "元" in unit2 else "")
    if part["under"] or part["side"] in ("以下", "以内", "之内"):
        return Decimal(0), one
    return (one, None) if part["over"] or part["side"] else (None, None)


def _bounded(found: list[Payment]) -> Iterator[Payment]:
    """What is paid for whatever exceeds the part before it starts where that ends."""
    for place, one in enumerate(found):
        before = found[place - 1].high if place else None
        yield replace(one, low=before) if one.low == -1 else one
