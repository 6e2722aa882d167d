"""What a text says of years -> the year that each of its figures is of: named beside it, held on from before, or implied by headings."""

import re
from collections.abc import Sequence

from facts.carried import GOALS, Carried
from facts.named import Named
from facts.periods import YearMention, year_mentions
from facts.quantities import Quantity
from index.catalog import DocumentInfo
from index.passages import Passage

PERIOD_END = re.compile(
    r"(?<![近续每第去满前期十经限])(?P<years>[三五])年(?!以|期|规|计|一|行|来|左|后|前|度|级|制|限|之|不)[，\u4e00-\u9fff]|规划期[末内]|期末"
)
LENGTHS = {"三": 3, "五": 5}
REVIEW = re.compile(
    r"(?:发展|现实|工作|现有|创新)?基础(?!设施|研究|工程|能力|性|领域|科学|学科|制造|材料|件|零)|现状|回顾|成效|成就|形势|问题|短板|历程|完成情况|背景"
)
PERIOD = re.compile(r"[”\"]?(?:期间|时期|以来|期末|末)")
CLOSE = 4  # characters between a year and the figure beside it
FOUNDED = re.compile(r"\s*年?(?:\d{1,2}月)?(?:成立|设立|组建|创建|创办|建成|落户|引进|获批|认定)的")  # of a body, not of its figures


CLAUSE_MARKS = "，。；：、\n"
FRAMING = re.compile(r"(?:到|至|截至|截止|在|于|从|自|比|较|与|同|[“”\"]|力争|争取|确保|预计|计划|全[市区县省])\s*$")
SUBJECT = re.compile(r"[\u4e00-\u9fff]")
SUBJECT_LENGTH = 3
DONE = re.compile(r"\s*年?(?:\d{1,2}月)?(?:底|末|初|上半年|下半年)?(?:之?前)?[\u4e00-\u9fff]{2}")  # the year is followed by a verb
COMPARED = re.compile(r"(?:比|较|与|同|相较于?|对比)\s*[“\"]?$")  # before a year that figures are only set against
AS_MANY = re.compile(r"(?:是|为|相当于)\s*[“\"]?$")  # so many times as in a year
TIMES = re.compile(
    r"[”\"]?\s*年?(?:规划)?(?:期?[底末初])?(?:的)?\s*(?:[^，。；]{0,14}的)?\s*(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})\s*[多余]?\s*倍"
)
ON_BASE = re.compile(r"\s*年?(?:底|末)?的?(?:水平|实绩|\s*\d[^，。；]{1,20})?(?:的)?基础上")  # what figures start from
IN_BRACKETS = re.compile(r"\s?[（(]\s?((?:19|20)\d{2})\s?年?(?:底|末)?(?:数据?|值)?\s?[）)]")
BESIDE = re.compile(r"\s*年?(?:底|末)?的?\s*")


def dates_of(text: str, start: int, end: int, pairs: Sequence[tuple[Quantity, Named | None]]) -> list[tuple[YearMention, int]]:
    """Return the years of a sentence that figures may be of, each with the place of the one figure it is of, or -1.

    Years in brackets and those in which a body was founded are left out; the year beside the earlier of two figures
    ("由2020年的165亿元提高到300亿元") is of that figure alone, and so is one that something is set against ("是2020年21.4亿元的1.8倍").
    """
    free = [one for one in year_mentions(text, start, end) if not parenthesised(text, one) and not FOUNDED.match(text, one.end)]
    based = {one: next((each.start for each, _ in pairs if BESIDE.fullmatch(text, one.end, each.start)), -1) for one in free}
    free = [one for one in free if not ON_BASE.match(text, one.end, end) or based[one] >= 0]
    free = [one for one in free if not _is_deed(text, start, end, one, [quantity.start for quantity, _ in pairs])]
    earlier = [quantity.start for quantity, named in pairs if named is not None and named.earlier]
    found: list[tuple[YearMention, int]] = []
    for one in free:
        if ON_BASE.match(text, one.end, end):
            found.append((one, based[one]))  # 在2025年末192家高企的基础上: of that figure alone
            continue
        at = next((at for at in earlier if 0 <= at - one.end <= CLOSE), -1)
        before = text[start : one.start]
        if at < 0 and (COMPARED.search(before) or (AS_MANY.search(before) and TIMES.match(text, one.end, end))):
            at = next(
                (quantity.start for quantity, _ in pairs if quantity.unit != "倍" and BESIDE.fullmatch(text, one.end, quantity.start)), -1
            )
            if at < 0:
                continue
        found.append((one, at))
    return found


def _is_deed(text: str, start: int, end: int, one: YearMention, figures: Sequence[int]) -> bool:
    """Tell whether a year is only that in which some subject does something (新馆2027年开馆，…): no figure of another clause is of it."""
    left = max(start, *(text.rfind(mark, start, one.start) + 1 for mark in CLAUSE_MARKS))
    right = min((at for mark in CLAUSE_MARKS if (at := text.find(mark, one.end, end)) >= 0), default=end)
    subject = FRAMING.search(text[left : one.start]) is None and len(SUBJECT.findall(text[left : one.start])) >= SUBJECT_LENGTH
    return subject and not one.is_plan and bool(DONE.match(text, one.end, right)) and not any(left <= at < right for at in figures)


def year_of(
    quantity: Quantity, named: Named, dates: Sequence[tuple[YearMention, int]], carried: Carried, beside: YearMention | None = None
) -> YearMention | None:
    """Return the year of a figure: in brackets `beside` it, named last before it, or held on from the sentence before."""
    if named.year:
        return YearMention(named.year, 0, 0)
    if beside:
        return beside
    own = next((one for one, at in reversed(dates) if at == quantity.start), None)
    if named.earlier and not own:  # 由2020年的5亿元增加到8亿元，占比从2%提高到3%
        own = next((one for one, at in reversed(dates) if 0 <= at < quantity.start), None)
    if named.earlier or own:
        return own
    before = [one for one, at in dates if at < 0 and one.end <= quantity.start]
    if not before and "年均" in named.words and (later := [one for one, at in dates if at < 0 and one.start >= quantity.end]):
        return later[0]  # 年均增长15%，2025年达到400亿元
    return before[-1] if before else carried.chained or (carried.years[-1] if carried.years else carried.opening)


def year_beside(text: str, quantity: Quantity) -> YearMention | None:
    """Return the year in brackets just behind a figure: 4.1%（2020年）."""
    match = IN_BRACKETS.match(text, quantity.end)
    return YearMention(int(match[1]), match.start(1), match.end(1)) if match else None


def period_year(info: DocumentInfo, passage: Passage, sentence: str, named: Named, carried: Carried) -> YearMention | None:
    """The year that the headings imply: the last before the period in a review, the headings' own year otherwise."""
    if named.earlier and info.years:
        ahead = any(one.year >= info.years[0] for one in year_mentions(sentence, 0, len(sentence)))
        period = info.years[1] - info.years[0] + 1  # a review tells of a period as long as the plan's own
        return YearMention(info.years[0] - 1 - (period if REVIEW.search("".join(passage.headings)) and not ahead else 0), 0, 0)
    for heading in reversed(passage.headings):
        if found := year_mentions(heading, 0, len(heading)):
            past = bool(info.years) and found[-1].year < (info.years or (0, 0))[0] and bool(REVIEW.search(heading))
            return YearMention(found[-1].year, 0, 0) if past or not found[-1].is_plan else None
    if info.years and (carried.review or any(REVIEW.search(heading) for heading in passage.headings)):
        return YearMention(carried.reviewed or info.years[0] - 1, 0, 0)
    if named.since >= 0 and info.years:
        return YearMention(info.years[1], 0, 0)
    if info.years and (_to_the_end(info.years, sentence) or any(GOALS.search(heading) for heading in passage.headings[-2:])):
        return YearMention(info.years[1], 0, 0)
    return None


def _to_the_end(years: tuple[int, int], sentence: str) -> bool:
    """Tell whether a sentence speaks of the whole period, by its name or its length."""
    found = PERIOD_END.search(sentence)
    return found is not None and (not found["years"] or LENGTHS[found["years"]] == years[1] - years[0] + 1)


def parenthesised(text: str, mention: YearMention) -> bool:
    """Tell whether a year stands at the start of a bracket or of quoted words, so that it is said of these alone.

    A plan's period in quotation marks of its own (“十四五”期间) is said of what follows.
    """
    if mention.is_plan and PERIOD.match(text, mention.end):
        return False
    return text[max(0, mention.start - 1) : mention.start] in ("(", "（", "“", "《")
