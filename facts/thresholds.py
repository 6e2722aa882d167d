"""What a condition measures, held against a profile: lengths of time, sums and shares."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from facts.days import later, moment_in, number
from facts.episodes import episodes
from facts.likeness import core, overlap
from facts.profile import Profile, load_gauges
from facts.quantities import Quantity, find_quantities
from facts.told import Told, in_ten_thousands, unit_class
from facts.traits import CLAUSE, plain
from facts.verdict import Verdict

LENGTH = re.compile(
    r"(?P<noun>[^，。；、且并]{0,12}?)(?P<how>满|不超过|未满|不足|不满|超过|达到|在)?(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?P<unit>年|个月)(?P<side>以上|及以上|以内|之内|内|以下)?(?!\d|期)"
)
AGE_NOUN = re.compile(r"成立|注册|设立|创办|创立|正常经营|持续经营")
ABSENT = re.compile(r"(?:没有|无|未(?:发生|开展|有)?)[^，。；]{0,3}?(?P<noun>研发[^，。；的]{0,4})")
SIDE = re.compile(r"(?:但|且)?(?:不足|低于|不超过|不高于|不到|小于|高于|超过|不低于)?")
RUNNING = re.compile(r"连续|均|每年|各年")
MORE = re.compile(r"新增|增加|增量|增长")  # a base that is what has come on top, not the whole
EACH = re.compile(r"每(?:吸纳|新增|引进|培育|接收|招用|出口|新招)?$")  # a rate, no threshold
PUT_IN = re.compile(r"投[资入]|支出|支付|费用|花费")
SPENDS = re.compile(r"花|投|付|用了")
FELL = re.compile(r"(?:少|降|跌|减|下滑)了|下降|下滑|负增长|不如(?:前|去|上)年|萎缩")
GROWN = re.compile(r"增长|增幅|增速|涨幅")
EXPENSE = re.compile(r"^(?:年度|当年|上年度)?(?:实际)?(?:支付|支出|发生|投入|花费)(?:的)?(?:费用|额|金额)?$")  # whatever was spent
PAID = re.compile(r"(?P<noun>.*?)(?:付款?|花|交|支出|(?<!研发)投入)了?(?:给[^，。；]*)?$")  # 合同技术费付了, 付给大学
PAYMENT = re.compile(r"支付|支出|缴纳")
INCLUDED = re.compile(r"[（(]不?含(?:本数)?[)）]")
ONE = re.compile(r"单[户笔项个家]|每[户笔项]")  # a limit of each, not of all
GROWS = re.compile(r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?)(?:较|比|同比|实现)[^,，;；。]{0,10}?增长(?:的)?$")
PART = re.compile(r"其中.*(?:只有|仅)")
UP_TO = re.compile(r"\d[%％]?(?:\(含\)|含)?至$")  # the end of a range
AT_MOST = ("不超过", "以下")
LESS = re.compile(r"(?:不足|未满|(?<!不)(?:低于|小于|少于))$")
USUAL = ("元", "%", "人", "月", "家", "个", "项")
ABOVE = ("超过",)
PAST = re.compile(r"近$|过去$|连续$|最近$")
CLEARLY, LAST = 0.15, 4
ENOUGH = 0.6  # share of a condition's pairs of characters that one thing told must hold


def lengths(profile: Profile, body: str) -> Iterator[Verdict]:
    """How long ago something was: 登记注册满一年, 成立时间不超过3年, 缴纳社会保险满6个月."""
    for match in LENGTH.finditer(body):
        count = number(match["count"])
        if count is None or not (match["how"] or match["side"]) or PAST.search(match["noun"]):
            continue
        most = match["how"] in ("不超过", "未满", "不足", "不满", "在") or match["side"] in ("以内", "之内", "内", "以下")
        months = count * (12 if match["unit"] == "年" else 1)
        if AGE_NOUN.search(match["noun"]):
            if not profile.founded:
                yield "unknown"
                continue
            reached = later(profile.founded, months=months) <= profile.today
            yield "met" if reached != most else "not_met"
        elif "毕业" in match["noun"] and (graduated := _graduated(profile)):
            yield "met" if (later(graduated, months=months) <= profile.today) != most else "not_met"
        else:
            around = match["noun"] + body[match.end() : match.end() + 6]
            told = _gauge(profile, match["noun"], "月") or _like(profile, around, "月")
            yield _compared(told, Decimal(months), "不超过" if most else "不低于")


def _graduated(profile: Profile) -> date | None:
    """When a person graduated, as told."""
    clauses = (match.group() for match in CLAUSE.finditer(profile.text) if "毕业" in match.group())
    return next((day for clause in clauses if (day := moment_in(clause, profile.today))), None)


def amounts(profile: Profile, body: str, about: str = "") -> Iterator[Verdict]:
    """Thresholds: 研发费用500万元以上, 从业人数不超过50人, 500万元(含)-1000万元; and what there must be none of."""
    body = INCLUDED.sub("", body)
    for match in ABSENT.finditer(body):
        told = _gauge(profile, match["noun"], "元")
        yield "unknown" if told is None else "met" if told.value == 0 else "not_met"
    found: list[Verdict] = []
    last, told_noun = -1, ""
    for quantity in find_quantities(body, 0, len(body)):
        unit = unit_class(quantity.unit)
        if unit in ("个", "年", "次") or body[quantity.end : quantity.end + 1] == "月" or EACH.search(body[: quantity.start]):
            continue
        noun = re.split(r"[，。；、且并]", body[: quantity.start])[-1]
        noun = told_noun if SIDE.fullmatch(noun) else noun  # 1000万元以上、不足5000万元: of the same thing
        noun = re.sub(r"(?:达到?|不低于|不少于|超过|高于|不超过|以上|及|大于|至少|为|在|\s)+$", "", noun) or body[: quantity.start]
        after = re.split(r"[，。；、,;]", body[quantity.end :])[0]
        if ONE.search(noun) and _comparator(quantity, body[: quantity.start]) in (*AT_MOST, "低于"):
            told = next((item for item in profile.told if unit_class(item.unit) == unit and ONE.search(item.words)), None)
        else:
            told = _gauge(profile, noun, unit) or _like(profile, noun, unit) or _like(profile, after, unit)
            told = told or (spent(profile, noun) or _put_in(profile, noun, about or body) if unit == "元" else None)
        told_noun = noun
        limit, sign = in_ten_thousands(quantity.value, quantity.unit), _comparator(quantity, body[: quantity.start])
        verdict = _compared(told, limit, sign)
        if told is None and unit == "%" and GROWN.search(noun) and _fallen(profile, noun):
            verdict = "not_met"
        if verdict == "met" and told and quantity.high is not None and _beyond(told, quantity):
            verdict = "not_met"
        if verdict == "met" and told and any(_part(item, told) and _compared(item, limit, sign) == "not_met" for item in profile.told):
            verdict = "unknown"  # of a part of it less is told
        if verdict == "met" and told and RUNNING.search(body[: quantity.start]) and not RUNNING.search(told.words):
            verdict = "unknown"  # one year of several
        if found and body[last : quantity.start] in ("、", "和", "或"):  # 突破5000万元、1亿元、5亿元: the lowest is enough
            found[-1] = "met" if "met" in (found[-1], verdict) else found[-1]
        else:
            found.append(verdict)
        last = quantity.end
    yield from found


def _put_in(profile: Profile, noun: str, about: str) -> Told | None:
    """The only sum that the stretch most about a rule tells to have been spent, where the rule asks for what was put in."""
    if not PUT_IN.search(noun):
        return None
    found = episodes(profile.text, about)
    best = max((item.nearness for item in found), default=0)
    near = "".join(profile.text[item.start : item.end] for item in found if best and item.nearness == best)
    sums = {item.value: item for item in profile.told if item.unit == "万元" and SPENDS.search(item.words) and item.words[-LAST:] in near}
    return next(iter(sums.values())) if len(sums) == 1 else None


def _fallen(profile: Profile, noun: str) -> bool:
    """Tell whether a profile says of what a rule wants to have grown that it fell."""
    clauses = (match.group() for match in CLAUSE.finditer(profile.text) if FELL.search(match.group()))
    return any(overlap(core(GROWN.sub("", noun)), clause) >= ENOUGH / 2 for clause in clauses)


def growth(profile: Profile, body: str) -> Iterator[Verdict]:
    """That something has grown, by no stated share: 研发费用较前一年度增长."""
    match = GROWS.search(body)
    if not match:
        return
    told = next(
        (item for item in profile.told if item.unit == "%" and "增长" in item.words and overlap(match["noun"], item.words) > 0), None
    )
    if told:
        yield "met" if told.value > 0 else "not_met"


def quantity(profile: Profile, words: str, unit: str = "元") -> Told | None:
    """Return the quantity told that some words of a text name, such as the base of a rate."""
    body = plain(words)
    told = _gauge(profile, body, unit, strict=True) or _like(profile, body, unit)
    return None if told and MORE.search(body) and not MORE.search(told.words) else told


def spent(profile: Profile, base: str, about: str = "") -> Told | None:
    """Return the sum of money told that was spent, where words ask for what is paid for the same thing, or whatever is spent.

    花了80万 for 年度实际支出; 合同技术费付了800万 or 付给大学400万 for 实际支付技术交易额.

    Args:
        profile: what is told.
        base: the words that ask for it.
        about: what it must have been spent on, where several sums are told: the clause told and the one before it say so.
    """
    sums = [item for item in profile.told if item.unit == "万元"]
    paid = {item.value: (item, match["noun"]) for item in sums if (match := PAID.fullmatch(item.words))}
    if not EXPENSE.search(base):
        item, noun = next(iter(paid.values())) if len(paid) == 1 else (None, "")
        return item if item and PAYMENT.search(base) and (not noun or overlap(noun, base) > 0) else None
    if len(paid) == 1 and len({item.value for item in sums}) == 1:
        return next(iter(paid.values()))[0]
    scored = sorted(((overlap(_around(profile, item), about), item) for item, _ in paid.values()), key=lambda pair: -pair[0])
    clear = scored and scored[0][0] >= ENOUGH / 2 and (len(scored) == 1 or scored[0][0] - scored[1][0] >= CLEARLY)
    return scored[0][1] if clear else None


def _around(profile: Profile, item: Told) -> str:
    """What a sum was spent on: its clause with the one before it in the sentence."""
    before = ""
    for match in CLAUSE.finditer(profile.text):
        if item.words[-LAST:] in match.group():
            return core(before + item.words)
        before = match.group()
    return core(item.words)


def _gauge(profile: Profile, noun: str, unit: str, *, strict: bool = False) -> Told | None:
    """The quantity told of the gauge that a noun names; money put into equipment may be told as that of the project."""
    fits = [item for item in load_gauges() if item.unit == unit and item.words.search(noun)]
    usable = fits[:1] if strict or not fits or fits[0].id != "equipment" else fits
    return next((told for item in usable if (told := profile.gauge(item.words, unit))), None)


def _like(profile: Profile, noun: str, unit: str) -> Told | None:
    """The quantity told whose words are most like a noun, None where none is."""
    grown = GROWN.search(noun) is not None  # by how much something grew is no share of it, and the other way round
    own = [item for item in profile.told if unit != "%" or (GROWN.search(item.words) is not None) == grown]
    scored = [(_near(item.words, noun), item) for item in own if unit_class(item.unit) == unit]
    if len({item.value for _, item in scored}) == 1 and (unit not in USUAL or (noun.startswith("每") and "每" in scored[0][1].words)):
        return scored[0][1]  # the only quantity of so special a unit
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= ENOUGH / 2 else None


def _near(words: str, noun: str) -> float:
    """How much two names of a quantity share, times and little words left out."""
    mine, other = core(words), core(noun)
    return max(overlap(mine, other), overlap(other, mine) if len(other) > 2 or other == "付款" else 0.0)


def _beyond(told: Told, reach: Quantity) -> bool:
    """Tell whether a quantity is above a range; ranges of sums and shares follow on each other, so that they leave out their upper end."""
    high = in_ten_thousands(reach.high or reach.value, reach.unit)
    return told.value > high or (told.value == high and unit_class(reach.unit) in ("元", "%"))


def _part(item: Told, whole: Told) -> bool:
    """Tell whether a quantity told is a part of another: 开票310万,其中规上工业企业的只有150万."""
    return item.unit == whole.unit and item.value < whole.value and PART.search(item.words) is not None


def _compared(told: Told | None, limit: Decimal, comparator: str) -> Verdict:
    if told is None:
        return "unknown"
    if comparator == "低于":
        return "met" if told.value < limit else "not_met"
    if comparator in AT_MOST:
        return "met" if told.value <= limit else "not_met"
    if comparator in ABOVE:
        return "met" if told.value > limit else "not_met"
    return "met" if told.value >= limit else "not_met"


def _comparator(quantity: Quantity, before: str) -> str:
    return "低于" if LESS.search(before) or UP_TO.search(before) else quantity.comparator or "不低于"
