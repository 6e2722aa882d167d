"""The grounds of an exclusion and a profile -> whether it is excluded, in the light of the whole measure."""

import re

from facts.barred import had_by_name, obliged, of_costs, unnamed
from facts.branches import is_branch
from facts.fines import fined
from facts.funded import asked, funded
from facts.incidents import befallen
from facts.judging import Judge
from facts.measure import Measure
from facts.named_grounds import again, by_name, names_of
from facts.named_kinds import kinds_of_work, one_of, works_in
from facts.relations import apart, only_of_kin, related, unsure_of_kin
from facts.scales import told_besides
from facts.squeezed_rule import squeezed_rule
from facts.traits import said_in
from facts.verdict import TURNED, Verdict, either, every

ONLY = re.compile(r"(?:仅|只)(?!限)")
GROUNDS = re.compile(
    r"、(?=发生|受到|被|列入|存在)|(?<=[\u4e00-\u9fff]的[\u4e00-\u9fff]{2})(?:和|以及)(?=[\u4e00-\u9fff]{4})"
)  # of which one is enough
DEEDS = re.compile(r"(?:、|，|和|以及|及|或者?)(?=(?:受到|被|列入|存在|发生)[^、，]{4,})")  # deeds of which one is enough
WITHIN = re.compile(
    r"(?:近|最近|前|过去)[^，。；、\d一二三四五六七八九十两]{0,2}(?:\d|[一二三四五六七八九十两])+(?:年|个月)(?:度)?(?:之?内|来|以来)?"
)
KINDS = re.compile(r"(?![^，。；]*(?:企业|单位|公司|机构|个人|的$))[^，。；]{2,24}")  # things, and no applicants


def judge_exclusion(judge: Judge, reading: str, measure: Measure) -> Verdict:
    """Return "met" where a profile is not excluded by some grounds, "not_met" where it is."""
    if ONLY.match(reading) and measure.conditions and _all_met(judge, measure):
        return "met"  # who has done what the measure asks for has not done the lesser thing alone
    profile = judge.profile
    if len(several := deeds_of(reading)) > 1:
        return every(judge_exclusion(judge, part, measure) for part in several)
    if asked(reading) and funded(profile, reading, measure.name + measure.text):
        return "not_met"
    if known := _by_grounds(judge, reading):
        return TURNED[known]
    named = None if of_costs(reading) or told_besides(profile, squeezed_rule(reading)) else by_name(profile, reading, judge.about)
    if named:
        return TURNED[named]
    kinds = kinds_of_work(reading)
    if kinds and not any(works_in(profile, kind) or (said_in(kind) and judge.verdict(kind) == "met") for kind in kinds):
        return "unknown"
    if fine := fined(profile, reading):
        return TURNED[fine]
    if related(profile.text, reading, judge.about) or one_of(profile, reading):
        return "not_met"
    if apart(profile.text, reading, judge.about):
        return "met"
    return _by_words(judge, reading)


def deeds_of(reading: str) -> list[str]:
    """Return the deeds that an exclusion joins, of which one is enough, each with the time that holds for all.

    >>> deeds_of("近三年内发生较大事故、受到环保部门十万元以上罚款的")
    ['近三年内发生较大事故', '近三年内受到环保部门十万元以上罚款的']
    """
    when = WITHIN.match(reading)
    parts = [part for part in DEEDS.split(reading) if part]
    return [part if not at or not when or WITHIN.match(part) else when.group() + part for at, part in enumerate(parts)]


def leaves_ground_open(judge: Judge, reading: str) -> bool:
    """Tell whether a profile speaks of what an exclusion names without knowing whether, how much or with whom it was."""
    profile = judge.profile
    if of_costs(reading):
        return False
    found = (by_name(profile, reading, judge.about), again(profile, reading), fined(profile, reading))
    return "unknown" in found or unsure_of_kin(profile.text, reading, judge.about)


def _by_grounds(judge: Judge, reading: str) -> Verdict | None:
    """What is told of the grounds that are read apart: what has befallen one, a duty by law, a benefit that one has had."""
    profile = judge.profile
    known = (
        again(profile, reading) or befallen(profile, squeezed_rule(reading)) or obliged(profile, reading) or had_by_name(profile, reading)
    )
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
    names, kind = names_of(ground), {said.id for said in said_in(ground)}
    apart_in_rule = not kind or kind & {said.id for said in said_in(judge.about)}  # the rule asks for another of the same kind
    only_named = len(names) == 1 and KINDS.fullmatch(ground) and names[0] not in judge.profile.text and apart_in_rule
    untold = (
        only_named or only_of_kin(ground) or unnamed(judge.profile, ground) or of_costs(ground)
    )  # that there was such a deed does not say with whom
    return "unknown" if untold else "met"


def _all_met(judge: Judge, measure: Measure) -> bool:
    """Tell whether all that stands with a measure is met."""
    own = [item.reading for item in measure.conditions if item.kind == "clause"]
    return bool(own) and all(judge.verdict(reading, measure.name + measure.text) == "met" for reading in own)
