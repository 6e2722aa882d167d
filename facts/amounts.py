"""Words of a measure -> what is paid: fixed sums, rates of a base, caps, tiers."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from facts.measure import Amount
from facts.numerals import arabic
from facts.openings import openings
from facts.quantities import Quantity, find_quantities, plain_decimal
from facts.told import in_ten_thousands

PERCENT = re.compile(r"(\d+(?:\.\d+)?)(?:[%％]|个百分点)")
CAPPED = re.compile(
    r"(?:最高|最多|上限|封顶|限额|限)(?:为|达|不超过|资助|补助|奖励)?[^0-9，。；]{0,6}$|(?:不超过|不高于)[^0-9，。；]{0,4}$"
)
OF_WHOM = re.compile(r"^(?:的|以内的)(?![^，。；]{0,4}(?:奖励|补助|补贴|资助|补))")  # a limit that says which: 不超过200平方米的部分
PRINCIPAL = re.compile(r"本金")
THRESHOLD_AFTER = re.compile(
    r"^[（(]?含?[）)]?(?:及)?(?:以上|以下|以内|之内)|^、不足|^(?:[（(]含[）)])?的(?:，|企业|项目|单位|规|部分|中小|机构|技术)"
)
LIMITED = re.compile(
    r"(?:金额|额度?|总额|贴息|补助|补贴|奖励)[^，。；]{0,4}(?:不超过|不高于|不得超过)[^，。；\d]{2,16}的?$"
)  # a limit, no rate
THRESHOLD_BEFORE = re.compile(r"(?:不低于|不少于|不足|达到?|累计|大于|高于|满|超过|突破|跨越|[跨迈站]上|增长|占[^，。；]{0,10})$")
PAYS = re.compile(r"(?:奖励?|奖补|补助|补贴|给予|资助|补|贴息|贴|减免|兑付|配套|承担|支持|发放|标准|按)[^，。；%％]{0,18}$")
PAYS_AFTER = re.compile(r"^[^，。；]{0,8}(?:奖励|补助|补贴|资助|贴息|支持|配套)|^/")
PER = re.compile(
    # what is paid for each of these is never the whole sum
    r"每(?:个)?(?:出口|吸纳|新增|引进|培育|接收|新建|建设|建成|购置|实施|举办|承办|开设|办|完成|生产|销售|发展|认定)?[1一]?(名|美元|人次|分钟|小时|学时|课时|[一1]?集|口|艘|架|吨|公斤|公里|米|柜|箱|桩|单|笔|票|部|首|幅|期|批|支|条|门|店|辆|列|趟|间|栋|座|场|次|篇|款|例|班|张床?|头|株|公里|千瓦时?|件|家|月|人|项|台套?|亩|年|户|天|平方米|立方米|吨|千瓦时|国家|展位|课题|平台|培育|引进|个)|/(月|年|人|件|天)"
)
COUNTED = re.compile(r"每(?:招用|新招|招收|录用|引进|促成|介绍|新开|新设|培育|吸纳|新增)[一1]?(家|项|人|名|店|个|件)|每(店|标箱|吨)")
WHOLE = ("家", "年", "户")
FULL = re.compile(r"全额(?:补贴|补助|资助|承担)(?P<base>[^，。；]{2,10})")
OF_OTHERS = re.compile(r"^(?:每个?)?(?:团队|个人|机构)")
UP_TO = re.compile(r"(?:给予|奖励|补助|补贴|资助|奖补)[^，。；]{0,6}(?:最高|不超过|最多)[^，。；\d]{0,4}$")  # 给予最高50万元奖励
REWARDED = re.compile(
    r"(?:的|以上|及以上)*，?(?:奖励|给予|补助|补贴|资助|奖)(?:一次性)?\d"
)  # 5亿元奖励20万元: who has the first gets the second
EVERY = re.compile(r"每(?:增加|新增|增长|满|完成)?\d")
WHOSE = re.compile(r"的(?:企业|单位|机构|项目)$")  # a class of those who are paid, by a figure that need not be of the base
REMARK = re.compile(r"（[^）]*下同）")
RISE = re.compile(r"(?:增长|增加|新增)(?:额|部分|量)|增量(?:部分)?")
GROWN = re.compile(r"(研发(?:费用|投入|经费)|营业收入|产值|销售额)[^，。；]{0,24}增长")
PAID_BEFORE = re.compile(r"(?:支付|支出|缴纳|实际发生)的(?P<base>[^，。；：\d]{2,10})，按照?$")  # 支付的劳务报酬，按30%
ON_TOP = re.compile(r"(?:上浮|上调|(?:标准|比例|金额|额度)(?:再|可|最高|相应)*(?:提高|增加))$")  # by how much a sum rises
OF_RESULT = re.compile(
    r"按照?(?:上述|前款|上款|以上|同级|相应|同等|同类)[^，。；\d]*$"
)  # a part of what the rule comes to, no share of a base
PARTS = re.compile(r"(?P<more>(?:、\d+(?:\.\d+)?[%％])*)的?(?:比例)?(?:分[^，。；]{1,6})?(?:拨付|兑付|到位)")
OWN_BASE = re.compile(r"(?:^|、)(?P<base>[^，。；：、\d的]{2,10}(?:投入|投资|支出|费用?|金?额|租金|价款))按照?$")  # 软件投入按25%
NO_BASE = re.compile(r"(?:以下|下列)?(?:补助|奖励|补贴|资助|标准|比例)")


@dataclass(slots=True)
class _Part:
    """A rule's stretch between semicolons or full stops."""

    text: str
    first: bool
    caps: list[Quantity] = field(default_factory=list)
    given: list[Quantity] = field(default_factory=list)
    principal: str = ""


def read_amounts(text: str, *, cell: bool = False) -> tuple[Amount, ...]:
    """Return the tiers of what a measure pays, the ground tier first; none where it names no sum.

    Args:
        text: the words of a rule.
        cell: they stand under a header or a label that says that they are what is paid.

    >>> read_amounts("对规上企业,按研发费用的6%给予补助,最高不超过200万元".replace(",", "，"))
    (Amount(fixed='', rate='0.06', base='研发费用', unit='万元', cap='200', principal_cap='', per='', when='', words=''),)
    """
    body = REMARK.sub("", arabic(re.sub(r"\s+", "", text)))
    tiers: list[Amount] = []
    for words in re.split(r"[；;。]", body):
        if words:
            tiers += _tiers(_read(words, first=not tiers and not cell, cell=cell), tiers[-1] if tiers else None)
    if tiers and tiers[0].when in _grounds(tiers[0].base):
        tiers[0] = replace(tiers[0], when="")
    if len(tiers) > 1 and not tiers[0].when and (first := _first_class(body, tiers[1].when)):
        tiers[0] = replace(tiers[0], when=first)
    if len(tiers) == 1 and cell:
        return (replace(tiers[0], when=""),)
    return tuple(tiers)


def _grounds(base: str) -> tuple[str, ...]:
    """Words before the first sum that name what it is reckoned on or for each of, and no class: 按设备投入的10%, 每家奖励15万元."""
    return ("每家", "每户", "每个项目", *(f"{by}{base}" for by in ("按", "按照") if base))


def _first_class(body: str, second: str) -> str:
    """What the first of several tiers is of, where the next is of another class of the same noun: 境外展会按…；境内展会按…."""
    first = re.search(r"(?:^|[，：])(?P<when>[\u4e00-\u9fff]{3,10})按", re.split(r"[；;。]", body)[0])
    when = first["when"] if first else ""
    apart = when[:2] != second[:2] and when[2:] == second[2:] and len(when) == len(second)
    return when if apart else ""


def _read(words: str, *, first: bool, cell: bool) -> _Part:
    part = _Part(words, first)
    mark = -1  # where the last threshold of a list of several ends: 突破1000万元、5000万元
    for item in find_quantities(words, 0, len(words)):
        before, after = words[: item.start], words[item.end :]
        if "元" not in item.unit or re.search(r"每(?:出口|吸纳|新增|引进|培育|接收|增加|增长|满|完成)?$", before) or REWARDED.match(after):
            continue
        if mark == item.start - 1 and words[mark] == "、":
            mark = item.end
            continue
        goes_on = part.caps and words[part.caps[-1].end : item.start] == "、"
        if (CAPPED.search(before) or goes_on) and not OF_WHOM.match(after):
            if PRINCIPAL.search(re.split(r"[，。；]", before)[-1]):
                part.principal = plain_decimal(in_ten_thousands(item.value, item.unit))
            else:
                part.caps.append(item)
        elif THRESHOLD_AFTER.match(after) or THRESHOLD_BEFORE.search(before):
            mark = item.end if THRESHOLD_BEFORE.search(before) else mark
            if PRINCIPAL.search(re.split(r"[，。；]", before)[-1]):
                part.principal = plain_decimal(in_ten_thousands(item.value, item.unit))
        elif item.unit != "亿元" and (PAYS.search(before) or PAYS_AFTER.match(after) or _listed(before) or cell):
            part.given.append(item)
    return part


def _listed(before: str) -> bool:
    """Tell whether a sum goes on with others that are paid: 分别给予200万元、100万元."""
    if re.search(r"元[^，。；]{0,6}，[^，。；\d]{2,16}(?:\d年内)?[^，。；\d]{0,8}每[人月年]$", before):
        return True  # 博士每月2000元，硕士每月1200元
    if re.search(r"(?:奖励|补助|补贴|资助)(?:，|：)(?:其中)?(?:[^，。；]{2,40}元，)*[^，。；\d]{2,20}每[件项个家台人名款]$", before):
        return True  # 给予奖励，其中国内专利每件3000元
    return bool(re.search(r"(?:奖励?|补助|补贴|给予|资助)[^，。；]*[、和]$", before) or not before)


def _tiers(part: _Part, above: Amount | None) -> list[Amount]:
    rates = [match for match in PERCENT.finditer(part.text) if is_paid(part.text, match)]
    if not rates and (full := FULL.search(part.text)):
        cap = _least(part)
        return [Amount("", "1", full["base"], cap.unit if cap else "万元", plain_decimal(cap.value) if cap else "")]
    if not rates:
        return _sums(part)
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
        cap = (_least(part) if len(rates) == 1 else caps[-1]) if caps else None
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


def _least(part: _Part) -> Quantity | None:
    """The lowest of several caps: of one thing, not of all in a year; those of teams and persons beside enterprises left out."""
    own = [item for item in part.caps if not OF_OTHERS.search(re.split(r"[，：]", part.text[: item.start])[-1])] or part.caps
    return min(own, key=lambda item: in_ten_thousands(item.value, item.unit), default=None)


def is_paid(text: str, match: re.Match[str]) -> bool:
    """Tell whether a share in a text is one that is paid, no threshold."""
    before, after = text[: match.start()], text[match.end() :]
    clause = re.split(r"[，。；]", before)[-1]
    if ON_TOP.search(clause) or OF_RESULT.search(clause):
        return False
    parts = PARTS.match(after)
    if parts and (parts["more"] or re.search("[%％]、$", before)):
        return False  # in which parts a sum is paid out
    if LIMITED.search(clause) and re.search("[%％]", before[: len(before) - len(clause)]):
        return False
    goes_on = re.match(r"、(?:[^，。；、\d]{2,12}按照?)?\d+(?:\.\d+)?[%％]", after)  # 软件投入按25%、硬件投入按10%
    if re.match(r"(?:及)?(?:以上|以下|以内)|、|的(?:规上|企业|单位|，)", after) and not goes_on:
        return False
    if re.search(r"(?:不低于|达到|超过|增长|增速|不高于|占[^，。；]{0,14})$", clause) and not re.search(r"提高到$", clause):
        return False
    return bool(
        re.search(r"补|奖|贴|资助|给予|减免|兑付|配套|承担|按|抵扣|提高(?:到|至)|的$|首年|续保", clause)
        or re.match(r"[^，。；]{0,8}(?:补助|补贴|资助|奖励|贴息|兑付|配套)", after)
    )


def own_base(text: str, at: int) -> str:
    """Return what a rate in a list of rates is taken of by its own words, "" where they do not say: 软件投入按25%、硬件投入按10%."""
    found = OWN_BASE.search(re.split(r"[，。；：]", text[:at])[-1])
    return found["base"] if found else ""


def noun_before(text: str, at: int) -> str:
    """Return what a rate is taken of: the noun before 的N%, or of the clause 按…分档."""
    if own := own_base(text, at):
        return own
    before = re.split(r"[，。；：]", text[:at])[-1]
    before = re.sub(r"(?:补助|补贴|奖励|资助|给予|补|奖)$", "", before)
    before = re.sub(r"^(?:再|另)?给予", "", before)
    before = re.sub(r"^.*(?:按照?|由|对(?=[^，]*增加额)|不超过|最高)", "", before)
    noun = re.sub(r"(?:的|年化|比例|提高到|提高至)+$", "", before)
    if RISE.fullmatch(noun) and (grown := GROWN.search(text[:at])):
        return grown[1] + "增加额"
    if (
        len(noun) >= 2
        and not NO_BASE.fullmatch(noun.removeprefix("以下").removeprefix("下列"))
        and not re.search(r"\d|首年|续保|企业$|第.年", noun)
    ):
        return noun
    if paid := PAID_BEFORE.search(text[:at]):
        return paid["base"]
    graded = re.search(r"按照?(?P<base>[^，。；按]{2,16}?)(?:总额)?(?:分档|给予|进行)", text[:at])
    return graded["base"] if graded and not NO_BASE.search(graded["base"]) else ""


def _sums(part: _Part) -> list[Amount]:
    cap = _least(part)
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
            when,
        )
        for item, when in zip(part.given, whens, strict=True)
    ]


def _per(part: str) -> str:
    if EVERY.search(part):
        return "份"
    if counted := COUNTED.search(part):
        return counted[1] or counted[2]
    units = [unit or other for unit, other in PER.findall(part) if (unit or other) not in WHOLE]
    return "每".join(dict.fromkeys(units))
