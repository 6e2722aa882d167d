"""Words of a measure -> what is paid: fixed sums, rates of a base, caps, tiers."""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.measure import Amount
from facts.profile import in_ten_thousands
from facts.quantities import Quantity, find_quantities, plain_decimal

RATE = re.compile(
    r"(?:按照?|给予|补助|补贴|为|的)?(?P<base>[^，。；：、%按给]{0,24}?)(?:的|比例)(?:提高到|按)?(?P<rate>\d+(?:\.\d+)?)[%％]"
)
BARE_RATE = re.compile(r"(?:按|比例提高到|提高到|提高至)(?P<rate>\d+(?:\.\d+)?)[%％]")
CAPPED = re.compile(r"(?:最高|不超过|最多|上限|封顶|不高于)[^0-9，。；]{0,8}$")
PRINCIPAL = re.compile(r"本金")
GIVEN = re.compile(r"(?:奖励|奖补|补助|补贴|给予|资助|奖|支持)[^，。；%]{0,14}$")
GIVEN_AFTER = re.compile(r"^[^，。；]{0,8}(?:奖励|补助|补贴|资助|支持)")
PER = re.compile(r"每(?:个)?(件|家|月|人|项|台套?|亩|年|户|天|平方米|立方米|吨|千瓦时|国家|展位|课题|平台|个)")
WHOLE = ("家", "年", "户")
GRADES = re.compile(r"(?:国家级|省级|市级|区级|县级)(?:、(?:国家级|省级|市级|区级|县级))+|国家、省、市|国家、省")
THRESHOLD = re.compile(r"^[^，。；]{0,4}(?:以上|及以上|（含）|以下)")


def read_amounts(text: str) -> tuple[Amount, ...]:
    """Return the tiers of what a measure pays, the ground tier first; none where it names no sum.

    >>> read_amounts("对规上企业,按研发费用的6%给予补助,最高不超过200万元".replace(",", "，"))
    (Amount(fixed='', rate='0.06', base='研发费用', unit='万元', cap='200', principal_cap='', per='', when=''),)
    """
    body = re.sub(r"\s+", "", text)
    parts = [part for part in re.split(r"[；;。]", body) if part]
    tiers: list[Amount] = []
    for place, part in enumerate(parts):
        tiers += _tiers(part, tiers[-1] if tiers else None, first=place == 0)
    return tuple(tiers)


def _tiers(part: str, above: Amount | None, *, first: bool) -> list[Amount]:
    quantities = [item for item in find_quantities(part, 0, len(part)) if "元" in item.unit]
    rate = RATE.search(part) or BARE_RATE.search(part)
    if rate and not _is_threshold(part, rate):
        caps, principal = _caps(part, quantities)
        base = (rate.groupdict().get("base") or "").strip("的") or (above.base if above else "")
        base = re.sub(r"^.*?(?:按照?|由|以|不超过|最高)", "", base)
        share = plain_decimal(Decimal(rate["rate"]) / 100)
        unit = caps[-1].unit if caps else "万元"
        return [
            Amount(
                "",
                share,
                base,
                unit,
                plain_decimal(caps[-1].value) if caps else "",
                principal,
                _per(part),
                "" if first else _when(part, rate.start()),
            )
        ]
    given = [item for item in quantities if _given(part, item)]
    if not given:
        return []
    caps, _ = _caps(part, [item for item in quantities if item not in given])
    cap = plain_decimal(caps[-1].value) if caps else ""
    whens = _whens(part, given, alone=first)
    unit = caps[-1].unit if caps else given[0].unit
    sums = [plain_decimal(item.value if item.unit == unit else in_ten_thousands(item.value, item.unit)) for item in given]
    return [Amount(sum_, "", "", unit, cap, "", _per(part), when) for sum_, when in zip(sums, whens, strict=True)]


def _is_threshold(part: str, rate: re.Match[str]) -> bool:
    """Tell whether a percentage is one that must be reached, not one that is paid."""
    after = part[rate.end() :]
    return bool(re.match(r"(?:以上|及以上|以下|\)?的(?:规上|企业))", after)) and not re.search(r"补助|补贴|贴息|给予|抵扣", after[:8])


def _caps(part: str, quantities: Sequence[Quantity]) -> tuple[list[Quantity], str]:
    caps: list[Quantity] = []
    principal = ""
    for item in quantities:
        before = part[: item.start]
        if CAPPED.search(before) or re.search(r"超过$", before):
            clause = re.split(r"[，。；]", before)[-1]
            if PRINCIPAL.search(clause):
                principal = plain_decimal(item.value)
            else:
                caps.append(item)
    return caps, principal


def _given(part: str, item: Quantity) -> bool:
    before, after = part[: item.start], part[item.end :]
    if CAPPED.search(before) or THRESHOLD.match(after):
        return False
    clause = re.split(r"[，。；]", before)[-1]
    listed = re.search(r"(?:奖励|补助|补贴|给予|资助|奖补)[^，。；]*、?$", clause) is not None
    return listed or bool(GIVEN.search(before)) or bool(GIVEN_AFTER.match(after))


def _whens(part: str, given: Sequence[Quantity], *, alone: bool) -> list[str]:
    """The words that open each sum: grades in order, or the clause before it."""
    grades = [match for match in GRADES.finditer(part) if match.end() <= given[0].start]
    if grades and len(given) > 1:
        names = grades[-1].group().split("、")
        if len(names) == len(given):
            return [name if name.endswith("级") else name + "级" for name in names]
    if len(given) == 1:
        return [""] if alone else [_when(part, given[0].start)]
    return [_when(part, item.start) for item in given]


def _when(part: str, at: int) -> str:
    """The clause that ends in 的 before a place: 列入省级重点技术改造项目的, 完成辅导备案的."""
    before = part[:at]
    found = re.findall(r"(?:^|[，：])(?:其中)?([^，：]{3,40}?)的(?=，|按|奖励|给予|，?补助|，?补贴|，?资助)", before + "，")
    if found:
        return str(found[-1])
    clause = re.search(r"(?:^|[，：])(?:其中)?([^，：]{3,40}?)的(?:奖励|给予|补助|补贴|资助)?$", before)
    return clause[1] if clause else ""


def _per(part: str) -> str:
    given = re.search(r"\d", part[(start.start() if (start := re.search(r"每", part)) else 0) :])
    del given
    units = [unit for unit in dict.fromkeys(PER.findall(part)) if unit not in WHOLE]
    return "每".join(units)
