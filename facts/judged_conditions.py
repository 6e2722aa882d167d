"""A measure's condition and a profile -> the condition judged, in the light of the whole measure."""

import re

from facts.class_ages import of_class
from facts.doubts import doubted as says_unknown
from facts.funded import asked, open_whether
from facts.incidents import befallen
from facts.judged_exclusions import deeds_of, judge_exclusion, leaves_ground_open
from facts.judging import Judge
from facts.matched import Judged
from facts.matters import matter, ruled_on
from facts.measure import Amount, Condition, Measure
from facts.papers import OFFERED
from facts.profile import Profile
from facts.squeezed_rule import squeezed_rule
from facts.tiers import is_reached
from facts.trait_lexicon import load_traits
from facts.traits import plain, said_in
from facts.waived_terms import spared

RANGE = re.compile(r"\d[^，。；]{0,10}(?:至|到|-|—|~)\d|以下|不[足满]\d|以内")
BOUND = re.compile(r"\d.{0,10}(?:以上|以下|至)")
SINCE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以?后|以来|之后)")
RANKED = re.compile(r"国家级|省级|市级|区级|县级")
ARTICLE = re.compile(r"^第[一二三四五六七八九十百\d]+条")
DATED = re.compile(r"\d{4}年")  # its day holds for the tiers after it as well
DECISIVE = re.compile(
    r"\d|行业|产业|制造|服务业|小微|中小|[一二三四五][级星](?:及?以上)|第一(?:专利权人|完成|起草)"
)  # a number, a grade or a line of work in a general article
OF_HEADS = re.compile(
    r"(?:(?:及其?|和|或者?|、|其)?(?:法定代表人|主要负责人|负责人|实际控制人|控股股东|主要股东|高级管理人员))+(?=[^，；。]{0,10}?(?:未|无|没有|不存在|信用))"
)  # whose good standing is asked for beside one's own
FLOOR = re.compile(
    r"(?:(?<![持助励补]金)(?<![持助励补])[率量额重比数入值利资]|部分|企业|面积|人员)(?:低于|不足|少于|未达到?|不到)\d"
)  # a threshold, turned round: who does not tell the figure is not known to reach it
BESIDE = 60  # characters between a measure and an exclusion that is its own
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


def in_doubt(judge: Judge, item: Judged, measure: Measure) -> bool:
    """Tell whether a profile does not know of what it tells if it is what an exclusion leaves out."""
    reading = item.condition.reading
    return item.condition.kind == "exclusion" and (
        (FLOOR.search(reading) is not None and measure.start <= item.condition.start <= measure.end + BESIDE)
        or says_unknown(judge.profile.text, reading, judge.about)
        or any(leaves_ground_open(judge, part) for part in deeds_of(reading))
    )


def judge_condition(judge: Judge, condition: Condition, measure: Measure) -> Judged:
    """Judge a condition of a measure, or the grounds of one of its exclusions."""
    if ruled_on(condition.reading):
        when = matter(judge.profile, condition.reading, judge.about or measure.name + measure.text)
        dated = any(SINCE.search(item.reading) for item in measure.conditions if item.kind == "clause")
        return Judged(condition, "unknown" if when == "not_met" and dated else when)  # its own day holds before that of all
    if condition.kind == "exclusion":
        return Judged(condition, judge_exclusion(judge, condition.reading, measure))
    verdict = of_class(judge.profile, condition.reading) or judge.verdict(condition.reading, measure.name + measure.text)
    return Judged(condition, "met" if verdict == "unknown" and judge.registered(condition.reading) else verdict)


def in_a_tier(item: Judged, measure: Measure, judge: Judge) -> Judged:
    """A range or the threshold of the first tier that a profile is outside of, where a further tier of the same measure has it."""
    first = ARTICLE.sub("", plain(measure.amounts[0].when)) if measure.amounts else ""
    further = [amount for amount in measure.amounts[1:] if BOUND.search(amount.when)]
    if of_grade := bool(RANKED.search(first)) and plain(item.condition.reading).startswith(first) and not DATED.search(first):
        further = _of_grades(measure, judge.profile, first)
    if (
        item.verdict == "not_met"
        and (RANGE.search(item.condition.reading) or of_grade or plain(item.condition.reading) == first)
        and any(is_reached(measure, amount, judge) == "met" for amount in further)
    ):
        return Judged(item.condition, "met")
    return item


def _of_grades(measure: Measure, profile: Profile, first: str) -> list[Amount]:
    """The tiers from the first of another grade on, where a profile tells to have what the first tier names in that grade."""
    ids = {said.id for said in said_in(first)}
    held = {grade for said in profile.traits if said.id in ids and said.holds for grade in said.grades}
    at = next((place for place, one in enumerate(measure.amounts) if place and set(RANKED.findall(one.when)) & held), 0)
    return list(measure.amounts[at:]) if at else []


def is_confirmed(judge: Judge, condition: Condition) -> bool:
    """Tell whether a condition is one of good standing only, which an applicant has as a rule and confirms when applying."""
    words = OF_HEADS.sub("", OFFERED.sub("", PROMISE.sub("", condition.reading)))
    traits = {item.id for item in said_in(plain(words))} - load_traits().standing
    if condition.kind == "general" and not traits and not DECISIVE.search(words):
        return True  # neither a number nor what one is or holds: it is confirmed when applying
    return condition.kind == "exclusion" or ruled_on(condition.reading) or judge.standing(condition.reading)
