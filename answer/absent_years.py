"""A case -> the result or the figure of a year that it asks for and that no evidence states, in words; "" where there is none."""

import re
from collections.abc import Sequence

from answer.case import READ, Case, is_held, with_units
from answer.evidence import Evidence
from answer.interrogatives import CLAUSE
from answer.stated import is_of, years_of
from answer.unreached import RELATIVE
from facts.indicators import aliases, folded, link
from facts.scope import entity_of
from index.passages import Passage
from retriever.years import years_in

ACTUAL = re.compile(
    r"真正(?:到|达|做|完成|有)|达没达标|达标(?:了|没)|实际(?!要|需|得|该|上要)(?:完成|达到|是|做到|值|数|情况)?|最(?:终|后)(?:完成|达到|做到)|完成(?:情况|得怎么样|了吗|没有|了没|了多少)|"
    r"达成了吗|实现了吗|到底完成|actual(?:ly)?|achieved",
    re.I,
)
COMPLETED = re.compile(
    r"真正|达标|完成|达到|达成|做到|实现|目标|actual|achieved", re.I
)  # that something planned came about, not that it was paid
NEAREST = re.compile(
    r"(?:(?:19|20)\d{2}年?|十[一二三四五六]五)[”\"]?(?:期|时期|期间)?(?:末|底)?$"
)  # a year that stands right before a word
PAYS_OUT = re.compile(
    r"(?:实际|最后|总共|一共)[^，。？?]{0,8}(?:发放|兑现|拨付|支付|补贴|奖励|发|拨)(?:出去)?了?(?:多少|几)|(?:发放|兑现|拨付)了(?:多少|几)"
)
PAID_OUT = re.compile(r"(?:已|累计|实际|发放了|兑现了|拨付了)[^，。；不]{0,20}\d[\d.]*(?:亿|万)?元")
OF_YEAR = re.compile(r"(?:19|20)\d{2}年|去年|前年|上年|今年")
TARGET = re.compile(r"达到|建成|实现|目标|水平|规模")
PERIOD_END = re.compile(
    r"十[一二三四五六]五[”\"]?(?:规划)?(?:期|时期|期间)?的?(?:末|收官|收尾|结束|完成)"
)  # says the year as well as figures do
OF_PLAN = re.compile(r"(?:19|20)\d{2}年[^，。？?]{0,12}(?:方案|规划|文件|计划|征求意见)")  # a year that names a plan by its first year


def lacking_actual(case: Case) -> str:
    """Return "… 年的实际完成数" where a result is asked for of a year that the plan only sets targets for."""
    years = case.question.years
    info = case.first
    if not info.years or not ACTUAL.search(case.text) or RELATIVE.search(case.text):  # 去年: held against the day asked
        return ""
    years = _years_of_result(case.text, years)
    if not years and not COMPLETED.search(case.text):
        return ""
    later = [year for year in years if year >= info.years[0]] or ([info.years[1]] if not years else [])
    return f"{max(later)}年的实际完成数，只有目标" if later else ""


def lacking_payout(case: Case) -> str:
    """Return "… 实际发放的数额" where it is asked what was paid out in a year, and no evidence tells of sums paid."""
    if case.question.english or not PAYS_OUT.search(case.text) or not OF_YEAR.search(case.text):
        return ""
    paid = any(PAID_OUT.search(re.sub(r"\s+", "", item.text)) for item in case.evidence[: 3 * READ])
    return "" if paid else "实际发放的数额"


def _years_of_result(text: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """The years that a result is asked of: the one right before it, those of its clause or named last before it, else all.

    >>> _years_of_result("2020年目标多少，实际呢", ()), _years_of_result("2030年目标比2025年实际的高吗", ())
    ((2020,), (2025,))
    >>> _years_of_result("what is the target for 2025, and the actual value in 2020", (2025, 2020))
    (2020,)
    """
    before: tuple[int, ...] = ()
    for clause in CLAUSE.split(text):
        before = years_in(clause) or before
        if asked := ACTUAL.search(clause):
            if asked.group().isascii() and (behind := years_in(clause[asked.end() :])):
                return behind  # the actual value in 2020
            near = NEAREST.search(clause[: asked.start()])
            return (years_in(near[0]) if near else ()) or before or years
    return years


def lacking_year(case: Case) -> str:
    """Return "… 年的数据" where an English question asks for a figure of a year that no evidence on the subject is about."""
    if not case.question.english or not case.question.wants_number or len(case.regions) > 1:
        return ""
    subjects, ids = case.subjects()[:1], link(case.question.query)
    for year in years_asked(case):
        speaking = [item for item in case.evidence[: 3 * READ] if is_of(item, year, case.index)]
        if not any(all(is_held(subject, item) for subject in subjects) or _names_one(ids, item) for item in speaking):
            return f"{year}年的这项数据"
    return ""


def _names_one(ids: Sequence[str], item: Evidence) -> bool:
    """Tell whether evidence names one of some indicators in any way that plans write it."""
    body = folded(with_units(item)) if ids else ""
    return any(name in body for name, indicator in aliases() if indicator.id in ids)


def lacking_year_of_body(case: Case) -> str:
    """Return "… 年的目标" where one is asked of a body by name, and no passage that names the body is of that year."""
    asked = [year for year in years_asked(case) if TARGET.search(case.text)]
    name = next((one for clause in CLAUSE.split(case.text) if (one := entity_of(clause))), "") if len(asked) == 1 else ""
    own = [one for one in case.index.passages if name and name in re.sub(r"\s+", "", "".join([one.text, *one.headings]))]
    if not own or any(asked[0] in years_of(words) for one in own for words in _naming(one, name)):
        return ""
    ends = {info.years[1] for one in own if (info := case.index.infos[one.doc]).years}  # what names no year is of that one
    return "" if asked[0] in ends else f"“{name}”{asked[0]}年的目标"


def _naming(passage: Passage, name: str) -> list[str]:
    """The paragraphs of a passage that name a body; all of it where its heading or its table does."""
    if passage.row or any(name in re.sub(r"\s+", "", heading) for heading in passage.headings):
        return [f"{passage.text}{passage.context}"]
    return [line for line in passage.text.split("\n") if name in re.sub(r"\s+", "", line)]


def years_asked(case: Case) -> list[int]:
    """Return the years typed that a figure is asked of, without those that name a plan by its first year."""
    begins = {info.years[0] for info in case.index.documents if info.years} if OF_PLAN.search(case.text) else set()
    ends = bool(PERIOD_END.search(case.text))
    return [year for year in case.question.years if year not in begins and (ends or re.search(rf"(?<!\d){year}(?!\d)", case.text))]
