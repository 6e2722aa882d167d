"""Words of a measure -> what is paid: fixed sums, rates of a base, caps, tiers."""

import re
from dataclasses import replace
from decimal import Decimal

from facts.limits import ALL_LEVELS, CAP_ALONE, MEASURED_EACH
from facts.measure import Amount
from facts.numerals import arabic
from facts.openings import openings
from facts.paid_parts import PaidPart, lowest_cap, read_part
from facts.quantities import plain_decimal
from facts.rates import RISE, is_paid, noun_before, own_base
from facts.told import in_ten_thousands

PERCENT = re.compile(r"(\d+(?:\.\d+)?)(?:[%％]|个百分点)")
PER = re.compile(
    # what is paid for each of these is never the whole sum
    r"每(?:个)?(?:出口|吸纳|新增|引进|培育|接收|新建|建设|建成|购置|实施|举办|承办|开设|办|完成|生产|销售|发展|认定)?[1一]?(名|美元|人次|架次|晚|分钟|小时|学时|课时|[一1]?集|口|艘|架|吨|公斤|公里|米|柜|箱|桩|单|笔|票|部|首|幅|期|批|支|条|门|店|辆|列|趟|间|栋|座|场|次|篇|款|例|班|张床?|头|株|公里|千瓦时?|瓦|件|家|月|人|项|台套?|亩|年|户|天|平方米|立方米|吨|千瓦时|国家|展位|课题|平台|培育|引进|个)|/(月|年|人|件|天)"
)
COUNTED = re.compile(r"每(?:招用|新招|招收|录用|引进|促成|介绍|新开|新设|培育|吸纳|新增)[一1]?(家|项|人|名|店|个|件)|每(店|标箱|吨)")
WHOLE = ("家", "年", "户")
FULL = re.compile(r"全额(?:补贴|补助|资助|承担)(?P<base>[^，。；]{2,10})")
UP_TO = re.compile(r"(?:给予|奖励|补助|补贴|资助|奖补)[^，。；]{0,6}(?:最高|不超过|最多)[^，。；\d]{0,4}$")  # 给予最高50万元奖励
EVERY = re.compile(r"每(?:增加|新增|增长|满|完成)\d|每\d+(?![\d.]|年|个月)")  # 每2年开展一次 is no sum for each
WHOSE = re.compile(r"的(?:企业|单位|机构|项目)$")  # a class of those who are paid, by a figure that need not be of the base
BY = re.compile(r"^按照?(?=[^，\d]{2,10}$)")  # 按硕士每月800元
EDGE = re.compile(r"(?<![\d.])(?P<limit>\d+(?:\.\d+)?(?:万|亿)?美?元)(?:以下|以内)[（(]含")
ELLIPTIC = re.compile(
    r"^[^，。；\d]{2,16}的?，?每(?:[^，。；\d]{1,4})\d+(?:\.\d+)?万?元|^[^，。；]{2,40}的，(?:提高|上调|降低|调整)[到至为]每[^，。；\d]{1,6}\d"
)  # 三星级的每平方米40元: as before it is paid
BUDGET = re.compile(
    r"(?:每年|年度|年均|[一二三四五\d]年)(?:累计)?发放[^，。；每]{0,10}(?:券|贷)[”\"]?(?!最高|不超过|单)[^，。；\d每]{0,4}\d[\d.]*[万亿]元(?:以上|左右)?"
    r"|安排[^，。；每]{0,12}(?:资金|经费)(?!最高|不超过|单)[^，。；\d每]{0,4}\d[\d.]*[万亿]元|(?:设立|组建)[^，。；每\d]{0,8}\d[\d.]*[万亿]元[^，。；]{0,10}(?:资金池|基金|补偿资金)"
)  # what all applicants together get
OF_LIST = re.compile(r"(?:下列|以下|下述|上述|如下)[^，。；]{0,6}(?:条件|要求|情形)[^，。；]*[项个条](?:及?以上)?$")  # it announces a list
REMARK = re.compile(r"（[^）]*下同）")


def read_amounts(text: str, *, cell: bool = False) -> tuple[Amount, ...]:
    """Return the tiers of what a measure pays, the ground tier first; none where it names no sum.

    Args:
        text: the words of a rule.
        cell: they stand under a header or a label that says that they are what is paid.

    >>> read_amounts("对规上企业,按研发费用的6%给予补助,最高不超过200万元".replace(",", "，"))
    (Amount(fixed='', rate='0.06', base='研发费用', unit='万元', cap='200', principal_cap='', per='', when='', words=''),)
    """
    body = _edged(BUDGET.sub("", REMARK.sub("", arabic(re.sub(r"\s+", "", text)))))
    tiers: list[Amount] = []
    for words in re.split(r"[；;。]", body):
        if words and not ALL_LEVELS.match(words):
            bare = cell or bool(tiers and ELLIPTIC.match(words))
            tiers += _tiers(read_part(words, first=not tiers and not cell, cell=bare), tiers[-1] if tiers else None)
    tiers = _under_cap(tiers, body)
    if tiers and (tiers[0].when in _grounds(tiers[0].base) or OF_LIST.search(tiers[0].when)):
        tiers[0] = replace(tiers[0], when="")
    if len(tiers) > 1 and not tiers[0].when and (first := _first_class(body, tiers[1].when)):
        tiers[0] = replace(tiers[0], when=first)
    if len(tiers) == 1 and cell:
        return (replace(tiers[0], when=""),)
    return tuple(tiers)


def _edged(body: str) -> str:
    """What starts above a limit that is said to belong to what is below it: 50万元以下（含50万元）…；50万元以上 -> 超过50万元."""
    for limit in {match["limit"] for match in EDGE.finditer(body)}:
        body = re.sub(rf"(?<![\d.]){re.escape(limit)}以上(?![（(]含)", f"超过{limit}", body)
    return body


def _under_cap(tiers: list[Amount], body: str) -> list[Amount]:
    """Tiers with the most that a sentence of its own states of what one applicant gets, which is no tier itself."""
    caps = [one for one in tiers if one.cap and not (one.fixed or one.rate)]
    paid = [one for one in tiers if one not in caps]
    if len(caps) != 1 or not paid or not any(CAP_ALONE.match(words) for words in re.split(r"[；;。]", body)):
        return tiers
    return [one if one.cap or not one.rate else replace(one, cap=caps[0].cap, unit=caps[0].unit) for one in paid]


def _grounds(base: str) -> tuple[str, ...]:
    """Words before the first sum that name what it is reckoned on or for each of, and no class: 按设备投入的10%, 每家奖励15万元."""
    return ("每家", "每户", "每个项目", *(f"{by}{base}" for by in ("按", "按照") if base))


def _first_class(body: str, second: str) -> str:
    """What the first of several tiers is of, where the next is of another class of the same noun: 境外展会按…；境内展会按…."""
    first = re.search(r"(?:^|[，：])(?P<when>[\u4e00-\u9fff]{3,10})按", re.split(r"[；;。]", body)[0])
    when = first["when"] if first else ""
    apart = when[:2] != second[:2] and when[2:] == second[2:] and len(when) == len(second)
    return when if apart else ""


def _tiers(part: PaidPart, above: Amount | None) -> list[Amount]:
    rates = [match for match in PERCENT.finditer(part.text) if is_paid(part.text, match)]
    if not rates and (full := FULL.search(part.text)):
        cap = lowest_cap(part)
        return [Amount("", "1", full["base"], cap.unit if cap else "万元", plain_decimal(cap.value) if cap else "")]
    if not rates:
        return _sums(part)
    if len(rates) == 1 and (by_cap := _by_cap(part, rates[0])):
        return by_cap
    whens = openings(part.text, [match.start() for match in rates], alone=part.first)
    base = noun_before(part.text, rates[0].start()) or (above.base if above else "")
    if above and RISE.fullmatch(base):
        base = above.base  # of the same rise as the tier before
    if "部分" in part.text and len(rates) + bool(above) > 1:
        base = ""  # paid by parts: told in words, never reckoned with one rate
    tiers = []
    for place, (match, when) in enumerate(zip(rates, whens, strict=True)):
        limit = rates[place + 1].start() if place + 1 < len(rates) else len(part.text)
        caps = [item for item in part.caps if match.end() <= item.start < limit] or (part.caps if len(rates) == 1 else [])
        if len(part.caps) == len(rates) > 1:
            caps = part.caps[place : place + 1]  # 最高分别为100万元、50万元
        caps = caps if len(caps) != len(rates) or len(rates) == 1 else caps[place : place + 1]
        share = plain_decimal(Decimal(match[1]) / 100)
        cap = (lowest_cap(part) if len(rates) == 1 else caps[-1]) if caps else None
        bare = re.match(r"\d", when) and not WHOSE.search(when)
        own = own_base(part.text, match.start()) or base
        condition = f"{base or (above.base if above else '')}{when}" if bare else when
        tiers.append(
            Amount(
                "",
                share,
                own,
                cap.unit if cap else "万元",
                plain_decimal(cap.value) if cap else "",
                part.principal,
                _per(part.text),
                condition,
            )
        )
    return tiers


def _by_cap(part: PaidPart, rate: re.Match[str]) -> list[Amount]:
    """Tiers of one share with a list of caps, one for each of the things that are listed: 按20%分别给予最高100万元、300万元资助."""
    gaps = [part.text[one.end : other.start] for one, other in zip(part.caps, part.caps[1:], strict=False)]
    if not gaps or part.caps[0].start < rate.end() or any(gap not in ("、", "和") for gap in gaps):
        return []
    whens = [when.split("的，")[0] for when in openings(part.text, [cap.start for cap in part.caps], alone=part.first)]
    base, share = noun_before(part.text, rate.start()), plain_decimal(Decimal(rate[1]) / 100)
    tiers = [
        Amount("", share, base, cap.unit, plain_decimal(cap.value), part.principal, "", when)
        for cap, when in zip(part.caps, whens, strict=True)
    ]
    return tiers if all(whens) and len(set(whens)) == len(whens) else []


def _sums(part: PaidPart) -> list[Amount]:
    cap = lowest_cap(part)
    if not part.given:
        return [Amount(unit=cap.unit, cap=plain_decimal(cap.value))] if cap and UP_TO.search(part.text[: cap.start]) else []
    unit = cap.unit if cap else part.given[0].unit
    whens = openings(part.text, [item.start for item in part.given], alone=part.first)
    return [
        Amount(
            plain_decimal(item.value if item.unit == unit else in_ten_thousands(item.value, item.unit)),
            "",
            "",
            unit,
            plain_decimal(cap.value) if cap else "",
            "",
            _per(part.text[: item.end + 2]),
            BY.sub("", when),
        )
        for item, when in zip(part.given, whens, strict=True)
    ]


def _per(part: str) -> str:
    part = MEASURED_EACH.sub("，", part)
    if EVERY.search(part):
        return "份"
    if counted := COUNTED.search(part):
        return counted[1] or counted[2]
    units = [unit or other for unit, other in PER.findall(part) if (unit or other) not in WHOLE]
    return "每".join(dict.fromkeys(units))
