"""Caps that differ by who applies, or rise for some, and a profile -> the measure with the cap that holds for it."""

import re
from dataclasses import replace
from decimal import Decimal

from facts.classes import classes_in, classes_told
from facts.judging import Judge
from facts.measure import Measure
from facts.numerals import arabic
from facts.states import state
from facts.sums import plain_sum
from facts.trait_grades import GRADES
from facts.verdict import Verdict

SUM = r"(?P<sum>\d+(?:\.\d+)?)万元"
OWN = re.compile(
    rf"(?<=[，；。、：])(?:对|其中)?(?P<who>[^，；。、：\d]{{2,20}}?(?:企业|单位|机构|项目)|(?:国家|省|市|区|县)级)的?，?(?:每?年度?)?(?:补助|奖励|补贴|资助)?(?:额|金额|总额)?"
    rf"(?:最高|不超过|上限)(?:为|不超过|补助|奖励)?{SUM}"
)
RAISED = re.compile(
    rf"[，；。](?:其中)?(?P<who>[^；。：]{{4,40}}?)的，(?:单个[^，；。]{{2,4}})?(?:最高)?(?:补助|奖励|补贴|资助)?(?:额度?|限额|金额|上限|总额)?(?:最高)?可?"
    rf"(?:提高|上调|放宽)(?:到|至){SUM}"
)
OF_SOME = re.compile(  # a cap of all, and behind it a higher one of some: 每家最高10万元，成立不满3年的最高15万元
    rf"(?<=\d万元)，(?:其中)?(?P<who>[^，；。：]{{4,24}}?)的(?:企业|单位|主体)?，?(?:补助|奖励|补贴|资助)?(?:额度?|限额|金额|上限|总额)?最高(?:为|可?达)?{SUM}"
)
GRADE = re.compile(r"(?:国家|省|市|区|县)级")
GRADED = frozenset(GRADES.values())
NAMED = re.compile(
    rf"(?<=[，；。、：])(?P<who>[^，；。、：\d]{{2,12}}?)(?:单|每)?[个家项座场处]?(?:补助|奖励|补贴|资助)?(?:额|金额|总额)?(?:最高|不超过|上限)(?:为|不超过|补助|奖励)?{SUM}"
)
EACH = re.compile(r"每|单[个家户项]|同一|各|一家")  # it tells no classes apart
HIGHER = re.compile(r"就高|择高|取高|孰高")
FEWEST = 2


def with_cap(measure: Measure, judge: Judge) -> tuple[Measure, bool]:
    """Return a measure with the cap of the class that a profile is of, and whether that is left open.

    Args:
        measure: the measure; one that has but one cap is returned as it is.
        judge: judges who it is that has a cap of its own.

    Returns:
        The measure, with its lowest cap where it is not known which of them holds, and whether that is so.
    """
    words = arabic(re.sub(r"[\s|]", "", measure.paying or measure.text))
    own = [match for match in OWN.finditer(words) if not EACH.search(match["who"])]
    if len(own) < FEWEST:  # 获评智能工厂或数字化车间的, …，智能工厂最高100万元，数字化车间最高40万元
        own = [match for match in NAMED.finditer(words) if not EACH.search(match["who"]) and match["who"] in words[: match.start()]]
    if len(own) >= FEWEST:
        named = [_named(match["who"], judge) for match in own]
        verdicts = named if "met" in named else [_is(match["who"], measure, judge) for match in own]
        caps = [Decimal(match["sum"]) for match in own]
        held = [cap for cap, verdict in zip(caps, verdicts, strict=True) if verdict == "met"]
        open_ = not held or (len(held) > 1 and not HIGHER.search(measure.text + "".join(one.text for one in measure.notes)))
        cap = min(caps) if open_ else max(held)
        kept = words[: own[0].start()] + f"最高{plain_sum(cap)}万元" + words[own[-1].end() :]
        return _capped(measure, kept, cap), open_
    if raised := RAISED.search(words) or OF_SOME.search(words):
        verdict: Verdict = judge.verdict(raised["who"])
        kept = words[: raised.start()] + words[raised.end() :]
        if verdict == "met":
            cap = Decimal(raised["sum"])
            kept = re.sub(r"(最高[^，；。\d]{0,6})\d+(?:\.\d+)?(?=万元)", rf"\g<1>{plain_sum(cap)}", kept, count=1)
            return _capped(measure, kept, cap), False
        return replace(measure, paying=kept), verdict == "unknown"
    return measure, False


def _named(who: str, judge: Judge) -> Verdict:
    """Whether a profile tells of a class by its very name."""
    at = judge.profile.text.find(who)
    return state(judge.profile.text, at, at + len(who)) if at >= 0 else "not_met"


def _is(who: str, measure: Measure, judge: Judge) -> Verdict:
    """Whether a profile is of a class that has a cap of its own; of a grade (省级) where it tells that grade alone."""
    if not GRADE.fullmatch(who):
        return judge.verdict(who)
    told = classes_told(judge.profile, measure.name + measure.text)
    return "unknown" if not told & GRADED else "met" if classes_in(who) & told else "not_met"


def _capped(measure: Measure, paying: str, cap: Decimal) -> Measure:
    """A measure with the words of what is paid and the cap of all its shares replaced."""
    amounts = tuple(replace(one, cap=plain_sum(cap), unit="万元") if one.rate and one.cap else one for one in measure.amounts)
    return replace(measure, paying=paying, amounts=amounts)
