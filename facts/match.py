"""Measures and a profile -> what applies now, what applies if something holds, what does not, and what is a direction only."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from facts.applicant import speaker_of
from facts.filed import filed
from facts.floors import below_floor
from facts.full_width import widened
from facts.judged_conditions import in_a_tier, in_doubt, is_confirmed, judge_condition, leaves_open, unless_spared
from facts.judging import Judge
from facts.left_out import without_left_out, without_tax
from facts.matched import Group, Match, Matching
from facts.matters import doubted, ruled_on, straddles
from facts.measure import Condition, Measure
from facts.profile import Profile, read_profile
from facts.ranking import distinct, fitness
from facts.recipients import another_applicant
from facts.some_of import some_of
from facts.tiers import alternative, reached
from facts.unresolved import unresolved
from facts.waived_terms import is_waiver
from facts.windows import AHEAD, SHUT, closed_on
from facts.worth import worth
from facts.year_tiers import yearly

ORDER: dict[Group, int] = {"applies": 0, "conditional": 1, "direction": 2, "not_met": 3}
PEOPLE = re.compile(
    r"人才|博士|硕士|本科|大专|毕业|学生|实习|团队|院士|专家|引进.{0,6}人|工程师|学者|教授|老师|技师|技工|师傅|学徒|技能|工人|职称|经纪人|创二代|接班|副研究员|特派员"
)
FIRMS = re.compile(r"企业(?!家)|(?:培训|服务|中介|人力资源|用人|承办|办学|评价|孵化)(?:机构|单位)")
OF_FIRMS = re.compile(r"[^，。]{0,16}?(?:企业|单位|机构)[^，。]{0,6}(?:应|须|需|在)|-?除[^，。]{2,12}，[^，。]{0,8}(?:企业|单位|机构|对象)")
NO_FIRM = re.compile(r"(?:没有?|未|还没)(?:开|办|注册|成立|创办)[^,;。，]{0,3}(?:公司|企业)")
FIRM = re.compile(r"(?:申报)?企业(?!主|家|职工|员工)")
RESEARCH = re.compile(r"加计(?:扣除|抵扣)|研发[^，。；]{0,6}后?补助|研发(?:费用|投入)[^，。；]{0,8}(?:补助|补贴)")
PLANS = re.compile(r"(?:还|也|另外?)?(?:有)?(?:正在|打算|准备|计划|想(?:要|着)?|希望|拟|考虑|筹备)(?:把|将|去|要|开始)?(?=[\u4e00-\u9fff])")
SINGLE = re.compile(r"单[个仓店点家项座栋间台体笔][^，。；]{0,8}\d")  # a limit for each of several
ADDED_UP = re.compile(r"加起来|合起来|合计|加一块|拢共")
RANKED = re.compile(r"国家级|省级|市级|区级|县级")
GRADE = 5  # characters of the name of a grade: 省奖, 国家级


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
    ranked = sorted(found, key=lambda item: (ORDER[item.group], -fitness(item, profile, near), item.measure.doc, item.measure.start))
    return Matching(profile, tuple(distinct(ranked)), tuple(_questions(ranked, profile)), tuple(regions))


def _of(measure: Measure, profile: Profile, regions: Sequence[str]) -> bool:
    """Tell whether a measure is of one's regions, or open to who comes from elsewhere and speaks of its region."""
    return measure.region in regions or (measure.anywhere and measure.region[:-1] in profile.text)


def _match(profile: Profile, measure: Measure) -> Match:
    profile = without_left_out(without_tax(profile, _about(measure)), measure)
    judge = Judge(profile, dict(measure.definitions), _about(measure))
    tier = reached(measure, judge)
    person = speaker_of(profile) == "person"
    wanted = [item for item in measure.conditions if item.kind != "general" or not (person and OF_FIRMS.match(item.reading))]
    other = alternative(measure, judge)  # then what stands with the first sum is not asked
    wanted = [item for item in wanted if not (other and item.kind == "clause" and _beside(item, measure))]
    if not measure.granted:
        judge = Judge(_as_done(profile), judge.definitions, judge.about)  # what is only intended can be hoped for
    wanted = [item for item in wanted if not is_waiver(item.reading)]
    judged = tuple(in_a_tier(judge_condition(judge, item, measure), measure, judge) for item in wanted)
    judged = some_of([unless_spared(item, measure, judge) for item in judged], measure, judge)
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
        or any(item.condition.kind == "exclusion" and item.verdict == "unknown" and leaves_open(profile, item, measure) for item in judged)
        or (closed and not closed.startswith(AHEAD))
        or any(item.verdict == "unknown" and in_doubt(judge, item, measure) for item in judged)
        or (any(ruled_on(item.condition.reading) and item.verdict == "unknown" for item in judged) and doubted(profile, judge.about))
        or unresolved(profile.text, judge.about)
        or any(SINGLE.search(item.condition.reading) and ADDED_UP.search(profile.text) for item in judged)
        or any(straddles(profile, item.condition.reading, measure.name + measure.text) for item in judged)
        or any(item.verdict == "unknown" and not is_confirmed(judge, item.condition) for item in judged)
    ):
        group = "conditional"
    else:
        group = "applies"
    return Match(measure, group, judged, paid, closed)


def _beside(item: Condition, measure: Measure) -> bool:
    """Tell whether a condition stands with the sums of a measure, and not apart from them under a label or in a cell of its own."""
    return re.sub(r"\s", "", item.text) in re.sub(r"\s", "", measure.paying or measure.text)


def _as_done(profile: Profile) -> Profile:
    """A profile with what it plans told as if it were done."""
    words = PLANS.sub("", profile.text)
    return read_profile(words, profile.today) if words != profile.text else profile


def _about(measure: Measure) -> str:
    """The words of a rule: its name, its text, and what a label or a table's header sets apart from it."""
    return "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])


def _all_graded(measure: Measure) -> bool:
    """Tell whether the sums alone say of which level (国家级, 省级) a thing must be, so that it is not known where none is reached."""
    asked = any(RANKED.search(item.reading) for item in measure.conditions if item.kind == "clause")
    return not asked and len(measure.amounts) > 1 and all(RANKED.search(amount.when) for amount in measure.amounts)


def _only_grades(measure: Measure) -> bool:
    """Tell whether tiers name grades alone, of what a condition asks for already: which of them was reached is not what decides."""
    asks = any(item.kind == "clause" for item in measure.conditions)
    return asks and all(len(amount.when) <= GRADE and not re.search(r"\d|年|的", amount.when) for amount in measure.amounts)


def _for_people(measure: Measure, profile: Profile) -> bool:
    """Tell whether a measure is for people whom the profile does not speak of."""
    return measure.kind == "talent_housing" and not FIRMS.search(measure.text) and not _of_people(profile)


def _of_people(profile: Profile) -> bool:
    """Tell whether a profile is a person's own, or speaks of people."""
    return bool(PEOPLE.search(profile.text)) or speaker_of(profile) == "person"


def _needs_research(measure: Measure, profile: Profile) -> bool:
    """Tell whether a measure relieves research, of which the profile says that there is none."""
    if not RESEARCH.search(measure.text):
        return False
    return speaker_of(profile) == "person" or any(item.words == "研发费用" and item.value == 0 for item in profile.told)


def _questions(ranked: Sequence[Match], profile: Profile) -> Iterable[str]:
    """What to tell so that a conditional measure is decided, each condition once, those of paid measures first."""
    asked: set[str] = set()
    for item in ranked:
        if item.group != "conditional":
            continue
        judge = Judge(profile, dict(item.measure.definitions))
        for judged in item.judged:
            words = judged.condition.reading
            if judged.verdict == "unknown" and not is_confirmed(judge, judged.condition) and words not in asked and len(asked) < 6:
                asked.add(words)
                yield words
