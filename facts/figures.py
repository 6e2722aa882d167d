"""A noun of a rule with its unit -> the figure that a profile tells of it."""

import re

from facts.episodes import episodes
from facts.likeness import core, overlap
from facts.narrower import narrowed
from facts.profile import Profile, load_gauges
from facts.told import Told, unit_class
from facts.traits import CLAUSE, plain

MORE = re.compile(r"新增|增加|增量|增长")  # a base that is what has come on top, not the whole
GAINED = re.compile(r"到账|赞助|捐赠|收到|营收|营业收入|销售额|产值|缴纳税|税收")  # a base that is no spending
EXPENSE = re.compile(r"^(?:年度|当年|上年度)?(?:实际)?(?:支付|支出|发生|投入|花费)(?:的)?(?:费用|额|金额|交易额|价款|对价)?$")
PAID = re.compile(r"(?P<noun>.*?)(?:付款?|花|交|支出|(?<!研发)投入)了?(?:给[^，。；]*)?$")  # 合同技术费付了, 付给大学
PAYMENT = re.compile(r"支付|支出|缴纳")
PUT_IN = re.compile(r"投[资入]|支出|支付|费用|花费|到账|(?:交易|采购|购买|成交|收购)(?:总?额|金额|价款)")
SPENDS = re.compile(r"花|预算(?!内|收入|支出)|投|付|用了|打过?去|买了?$|采购了?$|(?<!营)(?<!税)收了?$|拿下")
FELL = re.compile(r"(?:少|降|跌|减|下滑)了|下降|下滑|负增长|不如(?:前|去|上)年|萎缩")
PREMIUM, INSURED = re.compile(r"保费|保险费"), re.compile(r"保|险")
GROWN = re.compile(r"增长|增幅|增速|涨幅")
USUAL = ("元", "美元", "万美元", "亿美元", "%", "人", "月", "家", "个", "项")
CLEARLY, LAST = 0.15, 4
ASIDE = re.compile(
    r"(?:现在|目前|一共|总共|共|大概|差不多|只有?|就|才|有|是|达到?|到|约|了|的)+$|^(?:现在|目前|我们|公司|一共|总共|共|有)+"
)
ATTENDS, CAME = re.compile(r"参[会展]|到会|参加"), re.compile(r"(?<!进)来了?$|到场|参[会展]|到会")
HAS = re.compile(r"^(?:企业|须|应|具?有|配备|拥有)+")
SHORTEST = 2  # characters that open a noun and are enough for it
DEED_SUM = re.compile(r"(?P<deed>采购|购买|购置|并购|收购|交易|成交|投资|担保|销售)[^,;]{0,4}(?:总?额|金额|价款)$")
DEEDS = (r"采购|购买|购置|买|进货", r"并购|收购|买|拿下|成交|交易", r"投", r"担保|担了", r"销售|卖")  # each as people tell it
GIVEN = re.compile(r"支付|付了|付清|实付|打款")
UNIT_PRICE = re.compile(r"每|单价|(?<!第)[一1](?:台|件|套|辆|间|张|份)[^,;。]{0,4}$")  # of one of several
THINGS = re.compile(r"设备|软件|厂房|装修|装潢|土建|土地|材料|房租|租金|工资")  # on which money is spent, one apart from the other
EACH = re.compile(r"每[^,;。，；]{0,8}?[1一](?:家|个|项|人|名|件)[^,;。，；]{2,12}")  # what a rule pays for, one by one
SHORT = 3  # characters of words that name nothing by themselves: 做了
ENOUGH = 0.6  # share of a condition's pairs of characters that one thing told must hold


def quantity(profile: Profile, words: str, unit: str = "元") -> Told | None:
    """Return the quantity told that some words of a text name, such as the base of a rate."""
    body = plain(words)
    profile = narrowed(profile, body)
    if (exact := _exact(profile, body, unit)) is not None:
        return exact
    told = of_gauge(profile, body, unit, strict=True) or of_like_name(profile, body, unit)
    if told and PREMIUM.search(body) and not INSURED.search(told.words):
        return None  # the premium of an insurance for research is no research
    return None if told and MORE.search(body) and not MORE.search(told.words) else told


def _exact(profile: Profile, noun: str, unit: str) -> Told | None:
    """The quantity told under the very name of a noun, where no other is told under it."""
    name = core(noun)
    found = [item for item in profile.told if unit_class(item.unit) == unit and name in core(item.words)]
    if not MORE.search(noun):
        found = [item for item in found if not MORE.search(item.words)]
    return found[0] if len(name) >= LAST and len({item.value for item in found}) == 1 else None


def of_gauge(profile: Profile, noun: str, unit: str, *, strict: bool = False) -> Told | None:
    """The quantity told of the gauge that a noun names; money put into equipment may be told as that of the project."""
    fits = [item for item in load_gauges() if item.unit == unit and item.words.search(noun)]
    usable = fits[:1] if strict or not fits or fits[0].id != "equipment" else fits
    return next((told for item in usable if (told := profile.gauge(item.words, unit))), None)


def of_like_name(profile: Profile, noun: str, unit: str) -> Told | None:
    """The quantity told whose words are most like a noun, None where none is."""
    grown = GROWN.search(noun) is not None  # by how much something grew is no share of it, and the other way round
    own = [item for item in profile.told if unit != "%" or (GROWN.search(item.words) is not None) == grown]
    if unit == "%":  # a share of research is a share of nothing else
        own = [item for item in own if ("研发" in item.words) == ("研发" in noun)]
    scored = [(_near(item.words, noun), item) for item in own if unit_class(item.unit) == unit]
    if len({item.value for _, item in scored}) == 1 and (unit not in USUAL or (noun.startswith("每") and "每" in scored[0][1].words)):
        return scored[0][1]  # the only quantity of so special a unit
    if len({item.value for _, item in scored}) == 1 and "美元" in unit and (scored[0][0] > 0 or len(core(scored[0][1].words)) < SHORT):
        return scored[0][1]  # the only sum in dollars, of the same or of nothing that is named
    if ATTENDS.search(noun) and (came := [item for _, item in scored if CAME.search(item.words)]):
        return came[0]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= ENOUGH / 2 else None


def _near(words: str, noun: str) -> float:
    """How much two names of a quantity share, times and little words left out."""
    mine, other = core(words), core(noun)
    if len(short := ASIDE.sub("", words)) >= SHORTEST and HAS.sub("", noun).startswith(short):
        return 1.0  # 在孵 for 在孵企业
    return max(overlap(mine, other), overlap(other, mine) if len(other) > 2 or other == "付款" else 0.0)


def spent(profile: Profile, base: str, about: str = "") -> Told | None:
    """Return the sum of money told that was spent, where words ask for what is paid for the same thing, or whatever is spent.

    花了80万 for 年度实际支出; 合同技术费付了800万 or 付给大学400万 for 实际支付技术交易额.

    Args:
        profile: what is told.
        base: the words that ask for it.
        about: what it must have been spent on, where several sums are told: the clause told and the one before it say so.
    """
    if GAINED.search(base):
        return None  # what came in was not spent
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


def of_deed(profile: Profile, noun: str) -> Told | None:
    """Return the only sum told in words of the deed of which a rule asks how much it came to: 采购零部件1500万 for 采购额."""
    asked = DEED_SUM.search(noun)
    kin = next((words for words in DEEDS if asked and re.search(words, asked["deed"])), None)
    if not kin or (GIVEN.search(noun) and not any(GIVEN.search(item.words) for item in profile.told)):
        return None
    kin = GIVEN.pattern if GIVEN.search(noun) else kin
    gauged = [gauge.words for gauge in load_gauges() if gauge.unit == "元" and not gauge.words.search(noun)]
    found = {
        item.value: item
        for item in profile.told
        if item.unit == "万元"
        and re.search(kin, item.words)
        and not UNIT_PRICE.search(item.words)
        and not any(words.search(item.words) for words in gauged)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _around(profile: Profile, item: Told) -> str:
    """What a sum was spent on: its clause with the one before it in the sentence."""
    before = ""
    for match in CLAUSE.finditer(profile.text):
        if item.words[-LAST:] in match.group():
            return core(before + item.words)
        before = match.group()
    return core(item.words)


def put_in(profile: Profile, noun: str, about: str) -> Told | None:
    """The only sum that the stretch most about a rule tells to have been spent, where the rule asks for what was put in."""
    if not PUT_IN.search(noun):
        return None
    near = _nearest(profile, about)
    things = set(THINGS.findall(noun))
    spent_ = [item for item in profile.told if item.unit == "万元" and SPENDS.search(item.words) and not UNIT_PRICE.search(item.words)]
    spent_ = [item for item in spent_ if not things or not (other := set(THINGS.findall(item.words))) or things & other]
    sums = {item.value: item for item in spent_ if item.words[-LAST:] in near}
    sums = sums or {item.value: item for item in spent_ if item.words[-SHORTEST:] in near}  # 花了, of what the clause before it names
    return next(iter(sums.values())) if len(sums) == 1 else None


def only_count(profile: Profile, unit: str, about: str, noun: str = "") -> Told | None:
    """The only count of a unit that the stretch most about a rule tells; none where it is of that of each of which the rule pays.

    Args:
        profile: what is told.
        unit: its class.
        about: the words of the whole rule.
        noun: what it must be a count of.
    """
    near = _nearest(profile, about)
    told = [item for item in profile.told if unit_class(item.unit) == unit and f"{item.value.normalize():f}{item.unit}" in near]
    counts = {item.value: item for item in told}
    if len(counts) != 1:
        return None
    each = "".join(EACH.findall(about))
    other = noun and all(not overlap(core(item.words), noun) for item in told) and any(overlap(core(item.words), each) for item in told)
    return None if other else told[0]


def has_fallen(profile: Profile, noun: str) -> bool:
    """Tell whether a profile says of what a rule wants to have grown that it fell."""
    clauses = (match.group() for match in CLAUSE.finditer(profile.text) if FELL.search(match.group()))
    return any(overlap(core(GROWN.sub("", noun)), clause) >= ENOUGH / 3 for clause in clauses)


def _nearest(profile: Profile, about: str) -> str:
    """The stretch of a profile that is most about a rule, "" where none is."""
    found = episodes(profile.text, about)
    best = max((item.nearness for item in found), default=0)
    return "".join(profile.text[item.start : item.end] for item in found if best and item.nearness == best)
