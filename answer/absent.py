"""A case -> the fact that it asks for and that no evidence states, in words; "" where there is none."""

import re

from answer.case import READ, Case, is_held, with_units
from answer.evidence import NUMERAL, Evidence
from answer.reckon import asks_sum
from answer.stated import is_of
from answer.vocabulary import objects
from facts.attributes import wanted

ENTITY = 0.3  # share of a question's concepts that a sentence must hold to speak of what is asked
FIRST = 0.15  # the same for the best piece
OBJECT = 0.12  # weight from which on a term is what a sum is asked for
FOREIGN = 0.3  # share of a term's words below which documents have no word for it
IS_THERE = re.compile(r"有没有[^，。？?]{0,8}(?:补贴|补助|奖励|资助)")
ACTUAL = re.compile(
    r"实际(?!要|需|得|该|上要)(?:完成|达到|是|做到|值|数|情况)?|最(?:终|后)(?:完成|达到|做到)|完成(?:情况|得怎么样|了吗|没有|了没|了多少)|"
    r"达成了吗|实现了吗|到底完成|actual(?:ly)?|achieved",
    re.I,
)
OF_PLAN = re.compile(r"(?:19|20)\d{2}年[^，。？?]{0,12}(?:方案|规划|文件|计划|征求意见)")  # a year that names a plan by its first year


def lacking_object(case: Case) -> str:
    """Return what a sum is asked for, where the documents of the one place asked about have no word for it."""
    if len(case.regions) != 1 or not (asks_sum(case.text) or IS_THERE.search(case.text)):
        return ""
    for concept in case.concepts:
        known = objects() & {concept.key, *concept.terms}
        if known and concept.weight >= OBJECT and case.vocabulary.share(concept, case.regions) < FOREIGN:
            return f"{case.regions[0]}对“{concept.key}”给什么支持"
    return ""


def lacking_attribute(case: Case) -> str:
    """Return the kind of fact asked for, if no evidence that speaks of the thing states one."""
    things = [name for name in case.vocabulary.things if name in case.text]
    for attribute in wanted(case.text):
        info = case.first
        if attribute.name.startswith("文号") and (info.number or info.date) and info.status != "draft":
            continue  # the catalog knows it
        if not any(
            attribute.stated_in(with_units(item), case.text)
            and all(thing in item.passage.text + "".join(item.passage.headings) for thing in things)
            and _is_meant(case, item)
            for item in case.best
        ):
            return f"具体的{attribute.name}"
    return ""


def _is_meant(case: Case, item: Evidence) -> bool:
    """Tell whether evidence holds enough of a question to speak of the thing asked about."""
    first = item is case.evidence[0] and (item.is_row or case.question.follows or item.coverage >= FIRST)
    return item.coverage >= ENTITY or first


def lacking_actual(case: Case) -> str:
    """Return "… 年的实际完成数" where a result is asked for of a year that the plan only sets targets for."""
    years = case.question.years
    info = case.first
    if not info.years or not ACTUAL.search(case.text):
        return ""
    later = [year for year in years if year >= info.years[0]] or ([info.years[1]] if not years else [])
    return f"{max(later)}年的实际完成数，只有目标" if later else ""


def lacking_year(case: Case) -> str:
    """Return "… 年的数据" where a figure of a year is asked for that no evidence on the subject is about."""
    if not case.question.wants_number or len(case.regions) > 1:
        return ""
    subjects = case.subjects()[:1]
    for year in years_asked(case):
        speaking = [item for item in case.evidence[: 3 * READ] if is_of(item, year, case.index)]
        if not any(all(is_held(subject, item) for subject in subjects) for item in speaking):
            return f"{year}年的这项数据"
    return ""


def years_asked(case: Case) -> list[int]:
    """Return the years typed that a figure is asked of, without those that name a plan by its first year."""
    begins = {info.years[0] for info in case.index.documents if info.years} if OF_PLAN.search(case.text) else set()
    return [year for year in case.question.years if year not in begins and re.search(rf"(?<!\d){year}(?!\d)", case.text)]


def lacking_subject(case: Case) -> str:
    """Return what a figure is asked of, where the corpus knows it but no evidence of the place asked about does."""
    question = case.question
    if not question.wants_number or question.english or question.follows or len(case.regions) != 1:
        return ""
    for subject in case.subjects():
        if not any(is_held(subject, item) and NUMERAL.search(item.text) for item in case.evidence[: 3 * READ]):
            return f"关于“{subject.key}”的数据"
    return ""
