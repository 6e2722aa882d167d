"""One tier of a measure, and a profile -> the sum that it pays, with its formula."""

import re
from decimal import Decimal

from facts.bases import GENERIC, asks_paid, of_another, of_part, paid_of
from facts.figures import quantity, spent
from facts.joint_bases import of_both
from facts.judging import Judge
from facts.legal_forms import SOLE_TOLD
from facts.limits import read_limits
from facts.measure import Amount, Measure
from facts.profile import Profile, read_profile
from facts.standard_shares import standard_of
from facts.sums import Sum, cap_of, plain_sum
from facts.told import Told, in_ten_thousands
from facts.traits import CLAUSE, said_in

RECEIVED = re.compile(
    r"拿过|领过|领了|拿了(?=[^,;，。]{0,6}\d)|奖了|获得过|已拿|已获|享受过|已享受|得过|奖励过|给过|"
    r"奖过|补过|(?:已经?|先)[奖补]了|已经?领|(?:已经?|先)拿到?|拿到手"
)
PRINCIPAL = re.compile(r"贷款|借款")
STOP = re.compile(r"[。;；？?！!]")
LATIN = re.compile(r"(?<![a-z])[a-z]{3,}")
LEVELS = re.compile(r"([省市区县])(?:里|上|级(?=政策|财政|和|、|与))")
SOLE = re.compile(r"个体(?:工商)?户")
FIGURE = re.compile(r"\d")
STEP = re.compile(r"(?P<figure>\d+(?:\.\d+)?[万亿]?)元?(?:的)?(?:那|这)?[1一]?(?:[档级阶]|台阶)")
BEFORE = re.compile(
    r"去年|前年|之前|以前|先前|此前|原来|原先|早先|早就|\d{4}年|(?:已|一直|现在|目前|本来)(?:经)?(?:就)?是|年前|^(?:我们|公司|企业)?是|[从由]"
)
STARS = re.compile(r"([1-5])a")
# Titles that one rises through.
KIN = (
    frozenset(("little_giant", "specialised", "innovative_sme")),
    frozenset(("champion", "hidden_champion")),
)
SERVICE = re.compile(r"服务费")
INTEREST = re.compile(r"利息")


def reckoned(measure: Measure, tier: Amount, judge: Judge) -> Sum | None:
    """Return the sum of a tier by itself, None where what it is taken of is not told or it is paid for each of something."""
    if tier.fixed:
        return _fixed(measure, tier, judge)
    if not tier.rate:
        return None  # no more than a cap is stated
    each = "/" in tier.unit
    if tier.per and not each:
        return None
    named = None if GENERIC.match(tier.base) else quantity(judge.profile, tier.base, "千瓦时" if "千瓦时" in tier.unit else "元")
    told = named or spent(judge.profile, tier.base, measure.text)
    told = standard_of(tier.base) or told
    if (both := of_both(judge.profile, tier.base)) is not None:
        told = both or None
    if told and asks_paid(tier.base, told):
        told = paid_of(judge.profile, told)
    if told is None or of_part(judge.profile, told) or (SERVICE.search(tier.base) and of_another(told, tier.base, measure.text)):
        return None
    rate = Decimal(tier.rate)
    if each:
        paid = told.value * rate
        return Sum(f"{plain_sum(told.value)}{told.unit}×{tier.rate}元={plain_sum(paid)}元", paid / 10000, "万元", cap_of(tier.cap, "万元"))
    value, terms = told.value * rate, f"{told.terms or plain_sum(told.value) + '万元'}×{plain_sum(rate * 100)}%"
    most = tier.principal_cap or read_limits(re.sub(r"\s", "", measure.paying or measure.text)).principal
    loan = _loan(judge.profile) if INTEREST.search(tier.base) and most else None
    if loan and most and loan.value > Decimal(most):
        value = told.value * Decimal(most) / loan.value * rate
        terms = f"{plain_sum(told.value)}万元×{plain_sum(Decimal(most))}万元÷{plain_sum(loan.value)}万元×{plain_sum(rate * 100)}%"
    return Sum(
        f"{terms}{'=' if value == Decimal(plain_sum(value)) else '≈'}{plain_sum(value)}万元", value, "万元", cap_of(tier.cap, tier.unit)
    )


def scaled(measure: Measure, found: Sum | None, judge: Judge) -> Sum | None:
    """Return a sum of which a rating gets only a part; none where the rating is not told but could be such a one."""
    for who, share in measure.scales:
        if found and (SOLE_TOLD.search(judge.profile.text) if SOLE.search(who) else judge.verdict(who) == "met"):
            part = Decimal(share) / 100
            value = min(found.value, found.cap) if found.cap is not None else found.value
            head = found.formula.split("=")[0] or f"{plain_sum(value)}{found.unit}"
            return Sum(f"{head}×{share}%={plain_sum(value * part)}{found.unit}", value * part, found.unit, None)
    return found


def _fixed(measure: Measure, tier: Amount, judge: Judge) -> Sum | None:
    value = Decimal(tier.fixed)
    if tier.per:
        return None
    had = (_received(measure, judge.profile) or _of_lower_grade(measure, tier, judge)) if measure.upgrade else None
    full = in_ten_thousands(value, tier.unit)
    if had and had.value < full:
        return Sum(f"{plain_sum(full)}万元-{plain_sum(had.value)}万元={plain_sum(full - had.value)}万元", full - had.value, "万元", None)
    return Sum("", value, tier.unit, None)


def _received(measure: Measure, profile: Profile) -> Told | None:
    """What the profile tells to have had before for the same kind of recognition."""
    about = "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text]).lower()
    kinds = {said.id for said in said_in(about)}
    kinds |= {one for kin in KIN for one in kin if kinds & kin and measure.upgrade}
    before, other = "", None
    for match in CLAUSE.finditer(profile.text):
        around, before = before + match.group(), match.group()
        low = max((end.end() for end in STOP.finditer(profile.text, 0, match.start())), default=0)
        around = profile.text[low : match.end()] if measure.upgrade else around
        stars = set(STARS.findall(match.group())) & set(STARS.findall(measure.text.lower()))
        latin = set(LATIN.findall(around)) & set(LATIN.findall(about))
        if RECEIVED.search(match.group()) and (stars or latin or kinds & {said.id for said in said_in(around)}):
            return _of_level(measure, match.group()) or next(
                (item for item in profile.told if item.unit == "万元" and item.words in match.group()), None
            )
        if measure.upgrade and RECEIVED.search(match.group()):
            other = other or _of_a_tier(measure, profile, match.group())
    return other  # of the same kind nothing is told


def _of_lower_grade(measure: Measure, tier: Amount, judge: Judge) -> Told | None:
    """What a lower grade pays that a profile says to have had before it rose to that of a tier; grades are told apart by names."""
    if FIGURE.search(tier.when):
        return None
    for match in CLAUSE.finditer(judge.profile.text):
        if not BEFORE.search(match.group()):
            continue
        own = Judge(read_profile(match.group(), judge.profile.today), dict(measure.definitions))
        lower = [one for one in measure.amounts if one.fixed and one.when and _full(one) < _full(tier) and own.verdict(one.when) == "met"]
        if lower and own.verdict(tier.when) != "met":
            return Told(match.group(), max(map(_full, lower)), "万元")
    return None


def _full(amount: Amount) -> Decimal:
    return in_ten_thousands(Decimal(amount.fixed or 0), amount.unit)


def _of_level(measure: Measure, clause: str) -> Told | None:
    """Of sums that several levels have paid, 市里、区里分别奖过20万和15万, that of the measure's own level."""
    levels, sums = LEVELS.findall(clause), re.findall(r"(\d+(?:\.\d+)?)万", clause)
    own = measure.region[-1:]
    if len(levels) != len(sums) or len(sums) < 2 or levels.count(own) != 1:
        return None
    return Told(clause, Decimal(sums[levels.index(own)]), "万元")


def _of_a_tier(measure: Measure, profile: Profile, clause: str) -> Told | None:
    """The sum told in a clause that is what one of the lower tiers of a measure pays: 那次领过60万."""
    fixed = [one for one in measure.amounts if one.fixed and len(measure.amounts) > 1]
    if step := STEP.search(clause):  # 拿过1000万那档的奖励
        steps = [one for one in fixed if re.search(rf"(?<![\d.]){re.escape(step['figure'])}(?![\d.])", one.when)]
        if len(steps) == 1:
            return Told(clause, in_ten_thousands(Decimal(steps[0].fixed), steps[0].unit), "万元")
    lower = {in_ten_thousands(Decimal(one.fixed), one.unit) for one in fixed}
    return next((item for item in profile.told if item.unit == "万元" and item.words in clause and item.value in lower), None)


def _loan(profile: Profile) -> Told | None:
    return next((item for item in profile.told if item.unit == "万元" and PRINCIPAL.search(item.words)), None)
