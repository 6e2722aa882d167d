"""Measures and a profile -> what applies now, what applies if something holds, what does not, and what is a direction only."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from facts.applicant import speaker_of
from facts.barred import had_by_name, obliged, of_costs, unnamed
from facts.benefits import load_benefits
from facts.doubts import doubted as says_unknown
from facts.filed import filed
from facts.fines import fined
from facts.floors import below_floor
from facts.full_width import widened
from facts.funded import asked, funded, open_whether
from facts.judging import Judge
from facts.left_out import without_tax
from facts.likeness import overlap
from facts.matched import Group, Judged, Match, Matching
from facts.matters import doubted, matter, ruled_on, straddles
from facts.measure import Condition, Measure
from facts.named_kinds import kinds_of_work, one_of, works_in
from facts.papers import OFFERED
from facts.profile import Profile, read_profile
from facts.recipients import another_applicant
from facts.relations import related
from facts.tiers import alternative, is_reached, reached
from facts.traits import load_traits, plain, said_in
from facts.verdict import TURNED
from facts.waived_terms import is_waiver, spared
from facts.windows import AHEAD, SHUT, closed_on
from facts.worth import worth
from facts.year_tiers import yearly

ORDER: dict[Group, int] = {"applies": 0, "conditional": 1, "direction": 2, "not_met": 3}
PEOPLE = re.compile(
    r"人才|博士|硕士|毕业|学生|实习|团队|院士|专家|引进.{0,6}人|工程师|学者|教授|老师|技师|技工|师傅|学徒|技能|工人|职称|经纪人|创二代|接班|副研究员|特派员"
)
FIRMS = re.compile(r"企业(?!家)")
OF_FIRMS = re.compile(r"[^，。]{0,16}?(?:企业|单位|机构)[^，。]{0,6}(?:应|须|需|在)|-?除[^，。]{2,12}，[^，。]{0,8}(?:企业|单位|机构|对象)")
NO_FIRM = re.compile(r"(?:没有?|未|还没)(?:开|办|注册|成立|创办)[^,;。，]{0,3}(?:公司|企业)")
FIRM = re.compile(r"(?:申报)?企业(?!主|家|职工|员工)")
FIT, NEAR, WISHED, GRANTED = 0.3, 1.0, 0.25, 0.15
RESEARCH = re.compile(r"加计(?:扣除|抵扣)|研发[^，。；]{0,6}后?补助|研发(?:费用|投入)[^，。；]{0,8}(?:补助|补贴)")
RELIEF = 30  # characters of a relief named by itself
RANGE = re.compile(r"\d[^，。；]{0,10}(?:至|到|-|—|~)\d|以下|不[足满]\d|以内")
BOUND = re.compile(r"\d.{0,10}(?:以上|以下|至)")
SINCE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|以?后|以来|之后)")
PLANS = re.compile(r"(?:还|也|另外?)?(?:有)?(?:正在|打算|准备|计划|想(?:要|着)?|希望|拟|考虑|筹备)(?:把|将|去|要|开始)?(?=[\u4e00-\u9fff])")
ONLY = re.compile(r"(?:仅|只)(?!限)")
RANKED = re.compile(r"国家级|省级|市级|区级|县级")
GRADE = 5  # characters of the name of a grade: 省奖, 国家级
DECISIVE = re.compile(r"\d|行业|产业|制造|服务业|小微|中小")  # a number or a line of work in a general article
PROMISE = re.compile(r"承诺[^，。；]*?(?=的(?:企业|单位|机构)|[，。；]|$)")  # it is given when applying
SAME = 0.8  # share of pairs of characters from which two texts say the same


def match_profile(
    profile: Profile, measures: Iterable[Measure], regions: Sequence[str], closeness: Mapping[str, float] | None = None
) -> Matching:
    """Judge every measure that holds in some regions.

    Args:
        profile: the enterprise.
        measures: all measures.
        regions: the region the enterprise is in, then those above it; measures of others are left out.
        closeness: how near the words of a measure are to the profile's, by text; what it is sorted by within a group.
    """
    own = [measure for measure in measures if _of(measure, profile, regions) and not _for_people(measure, profile)]
    near = closeness or {}
    found = [replace(_match(profile, replace(measure, text=widened(measure.text))), measure=measure) for measure in own]
    ranked = sorted(found, key=lambda item: (ORDER[item.group], -_fitness(item, profile, near), item.measure.doc, item.measure.start))
    return Matching(profile, tuple(_distinct(ranked)), tuple(_questions(ranked, profile)), tuple(regions))


def _of(measure: Measure, profile: Profile, regions: Sequence[str]) -> bool:
    """Tell whether a measure is of one's regions, or open to who comes from elsewhere and speaks of its region."""
    return measure.region in regions or (measure.anywhere and measure.region[:-1] in profile.text)


def _match(profile: Profile, measure: Measure) -> Match:
    profile = without_tax(profile, _about(measure))
    judge = Judge(profile, dict(measure.definitions), _about(measure))
    tier = reached(measure, judge)
    person = speaker_of(profile) == "person"
    wanted = [item for item in measure.conditions if item.kind != "general" or not (person and OF_FIRMS.match(item.reading))]
    other = alternative(measure, judge)  # then what stands with the first sum is not asked
    wanted = [item for item in wanted if not (other and item.kind == "clause" and _beside(item, measure))]
    if not measure.granted:
        judge = Judge(_as_done(profile), judge.definitions, judge.about)  # what is only intended can be hoped for
    wanted = [item for item in wanted if not is_waiver(item.reading)]
    judged = tuple(_in_a_tier(_judged(judge, item, measure), measure, judge) for item in wanted)
    judged = tuple(_spared(item, measure, judge) for item in judged)
    closed = closed_on(measure, profile.today)
    closed = "" if closed.startswith(SHUT) and filed(profile, measure.name) else closed
    paid = worth(measure, judge)
    binding = [item for item in judged if measure.granted or item.condition.kind == "clause"]
    alone = NO_FIRM.search(profile.text) and any(item.kind == "clause" and FIRM.match(item.reading) for item in wanted)
    failed = (
        alone
        or another_applicant(measure, profile)
        or tier == "not_met"
        or ((by_year := yearly(measure, judge)) is not None and by_year.over)
        or any(paid and below_floor(item.condition.reading, paid.value, paid.unit) for item in judged if item.condition.kind == "exclusion")
        or _needs_research(measure, profile)
        or any(item.verdict == "not_met" for item in binding)
    )
    over = bool(closed) and not closed.startswith(AHEAD) and not measure.period_end and not measure.draft
    if failed or (over and measure.granted):
        group: Group = "not_met"
    elif not measure.granted or measure.draft:
        group = "direction"
    elif (
        (measure.amounts and tier is None and not other and not any(item.kind == "clause" for item in measure.conditions))
        or (tier == "unknown" and not _only_grades(measure))
        or (tier != "met" and not (paid and paid.value) and _all_graded(measure))
        or any(item.condition.kind == "exclusion" and item.verdict == "unknown" and _open(profile, item, measure) for item in judged)
        or (closed and not closed.startswith(AHEAD))
        or any(item.verdict == "unknown" and of_costs(item.condition.reading) and _doubts(judge, item) for item in judged)
        or (any(ruled_on(item.condition.reading) and item.verdict == "unknown" for item in judged) and doubted(profile, judge.about))
        or any(straddles(profile, item.condition.reading, measure.name + measure.text) for item in judged)
        or any(item.verdict == "unknown" and not _standing(judge, item.condition) for item in judged)
    ):
        group = "conditional"
    else:
        group = "applies"
    return Match(measure, group, judged, paid, closed)


def _spared(item: Judged, measure: Measure, judge: Judge) -> Judged:
    """A condition that fails or is not known, where another clause does not ask it of some."""
    if item.verdict == "met" or item.condition.kind != "clause":
        return item
    free = spared(item.condition, (one for one in measure.conditions if one.kind == "clause"), judge)
    return item if free == "not_met" else Judged(item.condition, free)


def _beside(item: Condition, measure: Measure) -> bool:
    """Tell whether a condition stands with the sums of a measure, and not apart from them under a label or in a cell of its own."""
    return re.sub(r"\s", "", item.text) in re.sub(r"\s", "", measure.paying or measure.text)


def _as_done(profile: Profile) -> Profile:
    """A profile with what it plans told as if it were done."""
    words = PLANS.sub("", profile.text)
    return read_profile(words, profile.today) if words != profile.text else profile


def _open(profile: Profile, item: Judged, measure: Measure) -> bool:
    """Tell whether a profile leaves open if the matter has had other public money, which excludes it."""
    words = measure.name + measure.text
    return asked(item.condition.reading) and open_whether(profile, item.condition.reading, words)


def _doubts(judge: Judge, item: Judged) -> bool:
    """Tell whether a profile does not know of what it tells if it is what an exclusion leaves out."""
    return item.condition.kind == "exclusion" and says_unknown(judge.profile.text, item.condition.reading, judge.about)


def _about(measure: Measure) -> str:
    """The words of a rule: its name, its text, and what a label or a table's header sets apart from it."""
    return "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])


def _judged(judge: Judge, condition: Condition, measure: Measure) -> Judged:
    if ruled_on(condition.reading):
        when = matter(judge.profile, condition.reading, judge.about or measure.name + measure.text)
        dated = any(SINCE.search(item.reading) for item in measure.conditions if item.kind == "clause")
        return Judged(condition, "unknown" if when == "not_met" and dated else when)  # its own day holds before that of all
    verdict = judge.verdict(condition.reading, measure.name + measure.text if condition.kind != "exclusion" else "")
    if condition.kind != "exclusion":
        return Judged(condition, "met" if verdict == "unknown" and judge.registered(condition.reading) else verdict)
    if ONLY.match(condition.reading) and measure.conditions and _all_met(judge, measure):
        return Judged(condition, "met")  # who has done what the measure asks for has not done the lesser thing alone
    if asked(condition.reading) and funded(judge.profile, condition.reading, measure.name + measure.text):
        return Judged(condition, "not_met")
    if special := obliged(judge.profile, condition.reading) or had_by_name(judge.profile, condition.reading):
        return Judged(condition, TURNED[special])
    kinds = kinds_of_work(condition.reading)
    if kinds and not any(works_in(judge.profile, kind) or (said_in(kind) and judge.verdict(kind) == "met") for kind in kinds):
        return Judged(condition, "unknown")
    if related(judge.profile.text, condition.reading, judge.about):
        return Judged(condition, "not_met")
    if one_of(judge.profile, condition.reading) or fined(judge.profile, condition.reading):
        return Judged(condition, "not_met")
    if verdict == "met" and (unnamed(judge.profile, condition.reading) or of_costs(condition.reading)):
        return Judged(condition, "unknown")
    return Judged(condition, TURNED[verdict])


def _all_graded(measure: Measure) -> bool:
    """Tell whether the sums alone say of which level (国家级, 省级) a thing must be, so that it is not known where none is reached."""
    asked = any(RANKED.search(item.reading) for item in measure.conditions if item.kind == "clause")
    return not asked and len(measure.amounts) > 1 and all(RANKED.search(amount.when) for amount in measure.amounts)


def _all_met(judge: Judge, measure: Measure) -> bool:
    """Tell whether all that stands with a measure is met."""
    own = [item.reading for item in measure.conditions if item.kind == "clause"]
    return bool(own) and all(judge.verdict(reading, measure.name + measure.text) == "met" for reading in own)


def _in_a_tier(item: Judged, measure: Measure, judge: Judge) -> Judged:
    """A range that a profile is outside of, where a further tier of the same measure has it: 200万元至1000万元; 1000万元以上."""
    further = [amount for amount in measure.amounts[1:] if BOUND.search(amount.when)]
    if (
        item.verdict == "not_met"
        and RANGE.search(item.condition.reading)
        and any(is_reached(measure, amount, judge) == "met" for amount in further)
    ):
        return Judged(item.condition, "met")
    return item


def _standing(judge: Judge, condition: Condition) -> bool:
    """Tell whether a condition is one of good standing only, which an applicant has as a rule and confirms when applying."""
    words = OFFERED.sub("", PROMISE.sub("", condition.reading))
    traits = {item.id for item in said_in(plain(words))} - load_traits().standing
    if condition.kind == "general" and not traits and not DECISIVE.search(words):
        return True  # neither a number nor what one is or holds: it is confirmed when applying
    return condition.kind == "exclusion" or ruled_on(condition.reading) or judge.standing(condition.reading)


def _only_grades(measure: Measure) -> bool:
    """Tell whether tiers name grades alone, of what a condition asks for already: which of them was reached is not what decides."""
    asks = any(item.kind == "clause" for item in measure.conditions)
    return asks and all(len(amount.when) <= GRADE and not re.search(r"\d|年|的", amount.when) for amount in measure.amounts)


def _for_people(measure: Measure, profile: Profile) -> bool:
    """Tell whether a measure is for people whom the profile does not speak of."""
    return measure.kind == "talent_housing" and not FIRMS.search(measure.text) and not PEOPLE.search(profile.text)


def _fitness(item: Match, profile: Profile, closeness: Mapping[str, float]) -> float:
    """How much a measure is worth and how surely it is meant: its sum, conditions met, words, wishes told, what is granted."""
    paid = float(item.worth.value) * (0.0001 if item.worth.unit == "元" else 1) if item.worth and item.worth.value else 0.0
    met = min(2, sum(judged.verdict == "met" for judged in item.judged if judged.condition.kind == "clause"))
    wished = next((bool(words.search(profile.text)) for kind, _, words in load_benefits().kinds if kind == item.measure.kind), False)
    return paid + FIT * met + NEAR * closeness.get(item.measure.text, 0.0) + WISHED * wished + GRANTED * item.measure.granted


def _needs_research(measure: Measure, profile: Profile) -> bool:
    """Tell whether a measure relieves research, of which the profile says that there is none."""
    if not RESEARCH.search(measure.text):
        return False
    return speaker_of(profile) == "person" or any(item.words == "研发费用" and item.value == 0 for item in profile.told)


def _distinct(ranked: Sequence[Match]) -> Iterable[Match]:
    """Leave out what another plan says in the same words."""
    kept: list[Match] = []
    for item in ranked:
        words = item.measure.text
        same = (other for other in kept if other.measure.kind == item.measure.kind and other.measure.doc != item.measure.doc)
        least = max if item.measure.kind == "tax" and len(words) <= RELIEF else min  # a national relief is the same in fewer words
        if not item.measure.amounts and any(
            least(overlap(words, other.measure.text), overlap(other.measure.text, words)) >= SAME for other in same
        ):
            continue
        kept.append(item)
        yield item


def _questions(ranked: Sequence[Match], profile: Profile) -> Iterable[str]:
    """What to tell so that a conditional measure is decided, each condition once, those of paid measures first."""
    asked: set[str] = set()
    for item in ranked:
        if item.group != "conditional":
            continue
        judge = Judge(profile, dict(item.measure.definitions))
        for judged in item.judged:
            words = judged.condition.reading
            if judged.verdict == "unknown" and not _standing(judge, judged.condition) and words not in asked and len(asked) < 6:
                asked.add(words)
                yield words
