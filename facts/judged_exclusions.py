"""The grounds of an exclusion and a profile -> whether it is excluded, in the light of the whole measure."""

import re

from facts.barred import had_by_name, obliged, of_costs, unnamed
from facts.branches import is_branch
from facts.fines import fined
from facts.funded import asked, funded
from facts.incidents import befallen
from facts.judging import Judge
from facts.measure import Measure
from facts.named_kinds import kinds_of_work, one_of, works_in
from facts.relations import apart, related
from facts.scales import told_besides
from facts.squeezed_rule import squeezed_rule
from facts.traits import said_in
from facts.verdict import TURNED, Verdict, either

ONLY = re.compile(r"(?:仅|只)(?!限)")
GROUNDS = re.compile(
    r"、(?=发生|受到|被|列入|存在)|(?<=[\u4e00-\u9fff]的[\u4e00-\u9fff]{2})(?:和|以及)(?=[\u4e00-\u9fff]{4})"
)  # of which one is enough
KINDS = re.compile(r"(?![^，。；]*(?:企业|单位|公司|机构|个人|的$))[^，。；]{2,24}")  # things, and no applicants


def judge_exclusion(judge: Judge, reading: str, measure: Measure) -> Verdict:
    """Return "met" where a profile is not excluded by some grounds, "not_met" where it is."""
    if ONLY.match(reading) and measure.conditions and _all_met(judge, measure):
        return "met"  # who has done what the measure asks for has not done the lesser thing alone
    profile = judge.profile
    if asked(reading) and funded(profile, reading, measure.name + measure.text):
        return "not_met"
    if known := _by_grounds(judge, reading):
        return TURNED[known]
    kinds = kinds_of_work(reading)
    if kinds and not any(works_in(profile, kind) or (said_in(kind) and judge.verdict(kind) == "met") for kind in kinds):
        return "unknown"
    if related(profile.text, reading, judge.about) or one_of(profile, reading) or fined(profile, reading):
        return "not_met"
    if apart(profile.text, reading, judge.about):
        return "met"
    return _by_words(judge, reading)


def _by_grounds(judge: Judge, reading: str) -> Verdict | None:
    """What is told of the grounds that are read apart: what has befallen one, a duty by law, a benefit that one has had."""
    profile = judge.profile
    known = befallen(profile, squeezed_rule(reading)) or obliged(profile, reading) or had_by_name(profile, reading)
    return known or is_branch(profile, reading)


def _by_words(judge: Judge, reading: str) -> Verdict:
    """What the words of an exclusion come to, each of several grounds by itself; what is only left out of a sum excludes nobody."""
    return TURNED[either(_of_ground(judge, part) for part in GROUNDS.split(reading))]


def _of_ground(judge: Judge, ground: str) -> Verdict:
    """Whether a single ground holds; what is left out bars nobody who tells something of another kind beside it."""
    verdict = judge.verdict(ground)
    if verdict != "met":
        return verdict
    if KINDS.fullmatch(ground) and told_besides(judge.profile, squeezed_rule(ground)):
        return "not_met"
    return "unknown" if unnamed(judge.profile, ground) or of_costs(ground) else "met"


def _all_met(judge: Judge, measure: Measure) -> bool:
    """Tell whether all that stands with a measure is met."""
    own = [item.reading for item in measure.conditions if item.kind == "clause"]
    return bool(own) and all(judge.verdict(reading, measure.name + measure.text) == "met" for reading in own)
