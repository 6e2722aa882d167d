"""A measure's condition and a profile -> the condition judged, in the light of the whole measure."""

import re

from facts.barred import had_by_name, obliged, of_costs, unnamed
from facts.branches import is_branch
from facts.doubts import doubted as says_unknown
from facts.fines import fined
from facts.funded import asked, funded, open_whether
from facts.incidents import befallen
from facts.judging import Judge
from facts.matched import Judged
from facts.matters import matter, ruled_on
from facts.measure import Condition, Measure
from facts.named_kinds import kinds_of_work, one_of, works_in
from facts.papers import OFFERED
from facts.profile import Profile
from facts.relations import only_of_kin, related
from facts.scales import told_besides
from facts.squeezed_rule import squeezed_rule
from facts.tiers import is_reached
from facts.trait_lexicon import load_traits
from facts.traits import plain, said_in
from facts.verdict import TURNED, Verdict
from facts.waived_terms import spared

RANGE = re.compile(r"\d[^，。；]{0,10}(?:至|到|-|—|~)\d|以下|不[足满]\d|以内")
BOUND = re.compile(r"\d.{0,10}(?:以上|以下|至)")
SINCE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以?后|以来|之后)")
ONLY = re.compile(r"(?:仅|只)(?!限)")
DECISIVE = re.compile(r"\d|行业|产业|制造|服务业|小微|中小")  # a number or a line of work in a general article
KINDS = re.compile(r"(?![^，。；]*(?:企业|单位|公司|机构|个人|的$))[^，。；]{2,24}")  # things, and no applicants
PROMISE = re.compile(r"承诺[^，。；]*?(?=的(?:企业|单位|机构)|[，。；]|$)")  # it is given when applying


def unless_spared(item: Judged, measure: Measure, judge: Judge) -> Judged:
    """A condition that fails or is not known, where another clause does not ask it of some."""
    if item.verdict == "met" or item.condition.kind != "clause":
        return item
    free = spared(item.condition, (one for one in measure.conditions if one.kind == "clause"), judge)
    return item if free == "not_met" else Judged(item.condition, free)


def leaves_open(profile: Profile, item: Judged, measure: Measure) -> bool:
    """Tell whether a profile leaves open if the matter has had other public money, or something has befallen, which excludes it."""
    words = measure.name + measure.text
    if befallen(profile, squeezed_rule(item.condition.reading)) == "unknown":
        return True
    return asked(item.condition.reading) and open_whether(profile, item.condition.reading, words)


def in_doubt(judge: Judge, item: Judged) -> bool:
    """Tell whether a profile does not know of what it tells if it is what an exclusion leaves out."""
    return item.condition.kind == "exclusion" and says_unknown(judge.profile.text, item.condition.reading, judge.about)


def judge_condition(judge: Judge, condition: Condition, measure: Measure) -> Judged:
    """Judge a condition of a measure, or the grounds of one of its exclusions."""
    if ruled_on(condition.reading):
        when = matter(judge.profile, condition.reading, judge.about or measure.name + measure.text)
        dated = any(SINCE.search(item.reading) for item in measure.conditions if item.kind == "clause")
        return Judged(condition, "unknown" if when == "not_met" and dated else when)  # its own day holds before that of all
    verdict = judge.verdict(condition.reading, measure.name + measure.text if condition.kind != "exclusion" else "")
    if condition.kind != "exclusion":
        return Judged(condition, "met" if verdict == "unknown" and judge.registered(condition.reading) else verdict)
    return Judged(condition, _not_barred(judge, condition, measure, verdict))


def _not_barred(judge: Judge, condition: Condition, measure: Measure, verdict: Verdict) -> Verdict:
    """Whether a profile is free of the grounds of an exclusion, of which `verdict` is what their words alone come to."""
    reading = condition.reading
    if ONLY.match(reading) and measure.conditions and _all_met(judge, measure):
        return "met"  # who has done what the measure asks for has not done the lesser thing alone
    if asked(reading) and funded(judge.profile, reading, measure.name + measure.text):
        return "not_met"
    known = befallen(judge.profile, squeezed_rule(reading)) or obliged(judge.profile, reading) or had_by_name(judge.profile, reading)
    known = known or is_branch(judge.profile, reading)
    if known:
        return TURNED[known]
    kinds = kinds_of_work(reading)
    if kinds and not any(works_in(judge.profile, kind) or (said_in(kind) and judge.verdict(kind) == "met") for kind in kinds):
        return "unknown"
    if related(judge.profile.text, reading, judge.about):
        return "not_met"
    if verdict == "met" and only_of_kin(reading):
        return "unknown"  # that there was such a deed does not say with whom
    if one_of(judge.profile, reading) or fined(judge.profile, reading):
        return "not_met"
    if verdict == "met" and KINDS.fullmatch(reading) and told_besides(judge.profile, squeezed_rule(reading)):
        return "met"  # what is left out is not all that there is
    if verdict == "met" and (unnamed(judge.profile, reading) or of_costs(reading)):
        return "unknown"
    return TURNED[verdict]


def _all_met(judge: Judge, measure: Measure) -> bool:
    """Tell whether all that stands with a measure is met."""
    own = [item.reading for item in measure.conditions if item.kind == "clause"]
    return bool(own) and all(judge.verdict(reading, measure.name + measure.text) == "met" for reading in own)


def in_a_tier(item: Judged, measure: Measure, judge: Judge) -> Judged:
    """A range that a profile is outside of, where a further tier of the same measure has it: 200万元至1000万元; 1000万元以上."""
    further = [amount for amount in measure.amounts[1:] if BOUND.search(amount.when)]
    if (
        item.verdict == "not_met"
        and RANGE.search(item.condition.reading)
        and any(is_reached(measure, amount, judge) == "met" for amount in further)
    ):
        return Judged(item.condition, "met")
    return item


def is_confirmed(judge: Judge, condition: Condition) -> bool:
    """Tell whether a condition is one of good standing only, which an applicant has as a rule and confirms when applying."""
    words = OFFERED.sub("", PROMISE.sub("", condition.reading))
    traits = {item.id for item in said_in(plain(words))} - load_traits().standing
    if condition.kind == "general" and not traits and not DECISIVE.search(words):
        return True  # neither a number nor what one is or holds: it is confirmed when applying
    return condition.kind == "exclusion" or ruled_on(condition.reading) or judge.standing(condition.reading)
