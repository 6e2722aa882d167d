"""What a rate is taken of, by the words of a measure -> the sum that a profile tells of it."""

import re
from collections.abc import Iterator

from facts.figures import put_in, quantity, spent
from facts.joint_bases import of_both
from facts.likeness import core, overlap
from facts.measure import Measure
from facts.money_acts import sum_of_act
from facts.profile import Profile
from facts.told import Told

GIVEN_BY_OTHERS = re.compile(r"赞助|捐赠|募集|众筹")
NOUN = re.compile(
    r"(?P<noun>[\u4e00-\u9fff（）]{1,16}?(?:费用?|额|支出|投入|投资|租金|利息|保费|价款|价格|货款|票房|年薪|收入))(?![\u4e00-\u9fff]*(?:补助|奖励)资金)"
)
GENERIC = re.compile(
    r"^(?:实际|上?年度|当年|上年|年|的|合同|总|单[个项笔份])*(?:支付|支出|发生|投入|花费|到账|缴纳|实缴|购置|采购|购买|发票)?(?:的)?(?:费用|总额|金额|额|支出|投入|成本|投资|款项)?$"
)
PARTLY = re.compile(r"其中|里[面头]?有?\d|里[面头]有|(?<!加计)扣除|除去|不含?设备|不算|包括|返还|退了")
SERVICE, FEE = re.compile(r"服务费"), re.compile(r"[^经]费$")
MORE = re.compile(r"新增(?:额|部分)|增加(?:额|部分)|增量|增长(?:额|部分)|超出上年")
ACTUAL, PAID = re.compile(r"实际?支付|实付|实缴"), re.compile(r"付了|支付|已付|付掉|付清")
NOT_PAID = re.compile(r"没付|未付|不付|尾款|质保金")
SAID = tuple(  # what rules call it, and how people tell it
    (re.compile(base), re.compile(told))
    for base, told in (
        (r"自付|自费|自缴|自负|个人(?:承担|负担|支付)", r"自己|自付|自费|自掏|自缴|个人"),  # 医保报完自己还掏了2万
        (r"^合同(?:总?[金价]?额|价款?)$", r"合同(?:总?[金价]?额|价款?|是|签了|一共|大概)*$"),  # 合同120万
        (r"年薪|薪酬|工资", r"(?:[1一]年|每年|年薪|薪水|工资)(?:能|可以|大概|实际|税前|都|共)*(?:拿|挣|赚|到手|给|有)?$"),  # 一年拿40万
    )
)
NAMED = 2  # characters of a base that say what it is of
CLEAR = 0.6  # share of a noun that the words told must hold to be surely meant
MONEY = re.compile(r"\d+(?:\.\d+)?(?:[万亿]元?|元)")


def base_told(profile: Profile, measure: Measure, base: str) -> Told | None:
    """Return the sum that a rate is taken of, None where a profile does not tell it plainly.

    Args:
        profile: what is told.
        measure: whose words say what it is.
        base: the words before the rate, "" where they do not name it.
    """
    about = "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])
    if MORE.search(base) or (not base and MORE.search(re.sub(r"\s", "", measure.paying or measure.text))):
        bare = len(MORE.sub("", base)) < NAMED  # 增量部分的10%: of what the row's conditions name
        return _risen(profile, about if bare else base)
    base = re.sub(r"（[^）]*）", "", base)
    if (both := of_both(profile, base)) is not None or _not_spent(profile, base):
        return both or None
    for noun in _nouns(measure, base):
        named = quantity(profile, noun) if not GENERIC.match(noun) else None
        if named and SERVICE.search(noun) and of_another(named, noun, measure.text):
            named = None
        near = spent(profile, noun, about) or put_in(profile, noun, about)
        if named and near and named.value != near.value and not _clearer(profile, named, near, noun):
            return None  # it is not plain which of them is meant
        if near and SERVICE.search(noun) and of_another(near, noun, measure.text):
            near = None
        if told := named or near:
            told = paid_of(profile, told) if asks_paid(base, told) else told
            return None if told is None or of_part(profile, told) else told
    if not base or GENERIC.match(base):
        told = spent(profile, "支付金额", about)
        other = told is not None and SERVICE.search(base) and of_another(told, base, measure.text)
        if told is not None:
            return None if other or of_part(profile, told) else told
    return _as_said(profile, base) or sum_of_act(
        profile, base, about, [item.reading for item in measure.conditions if item.kind == "exclusion"]
    )


def _not_spent(profile: Profile, base: str) -> bool:
    """Tell whether a base is what others gave, of which a profile does not speak: what was spent is none of it."""
    given = GIVEN_BY_OTHERS.search(base)
    return given is not None and given.group() not in profile.text


def _as_said(profile: Profile, base: str) -> Told | None:
    """The one sum that is told in the words by which people speak of what a rate is of."""
    own = [item for called, said in SAID if called.search(base) for item in profile.told if item.unit == "万元" and said.search(item.words)]
    return own[0] if len({item.value for item in own}) == 1 else None


def _clearer(profile: Profile, named: Told, near: Told, noun: str) -> bool:
    """Tell whether the words of a sum told hold enough of a noun, or some of it where those of the other hold none."""
    own = _clearness(profile, named, noun)
    return own >= CLEAR or (own > 0 and _clearness(profile, near, noun) == 0)


def _clearness(profile: Profile, told: Told, noun: str) -> float:
    """How much of a noun the words hold that stand on either side of a sum told."""
    same = (item.words for item in profile.told if (item.value, item.unit) == (told.value, told.unit))
    return max((overlap(core(noun), core(words)) for words in same), default=0.0)


def asks_paid(base: str, told: Told) -> bool:
    """Tell whether a rate is of what was really paid, and a sum told is not said to be that."""
    return bool(ACTUAL.search(base)) and not PAID.search(told.words)


def paid_of(profile: Profile, told: Told) -> Told | None:
    """What was paid of a sum told, where a rate is of that: 合同130万,已经付了117万; the sum itself where nothing of the kind is told."""
    sentence = next((one for one in re.split(r"[。;；？?！!]", profile.text) if told.words[-4:] in one), "")
    paid = {
        item.value: item
        for item in profile.told
        if item.unit == "万元" and PAID.search(item.words) and item.words[-4:] in sentence and item.value < told.value
    }
    paid = {value: item for value, item in paid.items() if not NOT_PAID.search(item.words)}
    return told if not paid else next(iter(paid.values())) if len(paid) == 1 else None


def _risen(profile: Profile, base: str) -> Told | None:
    """By how much something rose, as told or as follows from two years that are told."""
    rises = [item for item in profile.told if item.unit == "万元" and MORE.search(item.words)]
    named = [item for item in rises if overlap(core(MORE.sub("", item.words)), base) > 0]
    return named[0] if len({item.value for item in named}) == 1 else None


def _nouns(measure: Measure, base: str) -> Iterator[str]:
    if base:
        yield base
        if not GENERIC.match(base):
            return
    seen: set[str] = set()
    for item in measure.conditions:
        if item.kind != "clause":
            continue
        for match in NOUN.finditer(re.sub(r"\s", "", item.reading)):
            noun = core(match["noun"]) or match["noun"]
            fee = FEE.search(match["noun"]) and base.endswith("费用")
            if noun not in seen and (not base or fee or overlap(base, match["noun"]) > 0):
                seen.add(noun)
                yield match["noun"]
    if not base:
        paid = re.split(r"\d+(?!年)", re.sub(r"\s", "", measure.paying or measure.text))[0]
        yield from (match["noun"] for match in NOUN.finditer(paid))


def of_part(profile: Profile, told: Told) -> bool:
    """Tell whether the words after a sum say that a part of it is something else: 花了30万,其中8万是设备."""
    at = profile.text.find(told.words[-4:])
    if at < 0:
        return False
    rest = re.split(r"[。;；？?！!]", profile.text[at:])[0]
    part = PARTLY.search(rest)
    return bool(part and MONEY.search(rest[part.end() :]) and MONEY.search(rest[: part.start()]))


def of_another(told: Told, base: str, text: str) -> bool:
    """Tell whether a fee told is for something that a measure does not speak of: 云服务费 of 检测的服务费."""
    kind = re.search(r"([\u4e00-\u9fff]{1,4})服务费", told.words)
    own = re.sub(r"^.*?(?:[付交花缴]了?|支付|实际|年度|去年|今年|前年)", "", kind[1]) if kind else ""
    return bool(own) and own not in base and own not in re.sub(r"\s", "", text)
