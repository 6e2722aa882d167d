"""What a text says of years -> the year that each of its figures is of: named beside it, held on from before, or implied by headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.named import Named
from facts.periods import YearMention, year_mentions
from facts.quantities import Quantity
from index.catalog import DocumentInfo
from index.passages import Passage

PERIOD_END = re.compile(
    r"(?P<years>[三五])年(?:内|间|力争|，|累计|要|将|实现|新增|引进|引育|培育|培养|转化|选派|建设|建成|投入|安排|完成|组织|集聚|遴选)"
    r"|规划期[末内]|期末"
)
LENGTHS = {"三": 3, "五": 5}
LISTED = re.compile(r"\s*(?:——|—|-|●|•|（[一二三四五六七八九十]+）|[一二三四五六七八九十\d]+[、.．是])")
GOALS = re.compile(r"目标|指标")
REVIEW = re.compile(
    r"(?:发展|现实|工作|现有|创新)?基础(?!设施|研究|工程|能力|性|领域|科学|学科|制造|材料|件|零)|现状|回顾|成效|成就|形势|问题|短板|历程|完成情况|背景"
)
OPENING = 20  # characters of a passage that tell whether it looks back or ahead
AHEAD = re.compile(r"当前|未来|今后|下一步|面临|必须|高举|到20|十四五|十五五|准确把握|目标")
PERIOD = re.compile(r"[”\"]?(?:期间|时期|以来|期末|末)")
CLOSE = 4  # characters between a year and the figure beside it
FOUNDED = re.compile(r"\s*年?(?:\d{1,2}月)?(?:成立|设立|组建|创建|创办|建成|落户|引进|获批|认定)的")  # of a body, not of its figures


COMPARED = re.compile(r"(?:比|较|与|同|相较于?|对比)\s*[“\"]?$")  # before a year that figures are only set against
AS_MANY = re.compile(r"(?:是|为|相当于)\s*$")  # so many times as in a year
TIMES = re.compile(r"\s*年?(?:的)?\s*(?:[^，。；]{0,14}的)?\s*\d+(?:\.\d+)?\s*倍")
BESIDE = re.compile(r"\s*年?(?:底|末)?的?\s*")
OPENS = re.compile(r"\s*(?:[一二三四五六七八九十\d]+[.．、]\s*|[^，。；：\n]{2,16}[。：]\s*)?(?:截至|截止|到|至|预计)?\s*")
OVER_ALL = re.compile(r"\s*年?(?:底|末)?\s*(?:，|,|全[市区县省旗])")  # after a year that is said of all that follows
LATE = 3  # years before the period at most of which a review tells


@dataclass(slots=True)
class Carried:
    """What holds on from the text before.

    Attributes:
        years: years named before in the same paragraph, the last one holding on.
        review: the paragraphs tell of what was reached before the plan's period.
        headings: those of the paragraph before.
        aim: the year that a paragraph of aims just above opens with.
        chained: the year last named before a semicolon, for what follows it.
        opening: the past year that a paragraph opens with.
        reviewed: the past year that the paragraphs under the same heading opened with last.
    """

    years: list[YearMention] = field(default_factory=list)
    review: bool = False
    headings: tuple[str, ...] = ()
    aim: YearMention | None = None
    chained: YearMention | None = None
    opening: YearMention | None = None
    reviewed: int = 0

    def goal(self, passage: Passage) -> YearMention | None:
        """Return the year of the aims above, which the items of the list under them share."""
        return YearMention(self.aim.year, 0, 0) if self.aim and LISTED.match(passage.text) else None

    def enter(self, passage: Passage, first_year: int) -> None:
        """Take note of the next passage: where headings are lost, its first words tell whether it looks back or ahead."""
        if passage.headings != self.headings:
            if passage.headings[:1] != self.headings[:1]:
                self.reviewed = 0
            self.headings, self.review = passage.headings, False
        opening = passage.text[:OPENING]
        mentions = year_mentions(opening, 0, len(opening))
        if GOALS.search(opening) and mentions and mentions[0].year >= first_year:
            self.aim = mentions[0]
        elif not LISTED.match(passage.text) and not (self.aim and passage.headings == self.headings and mentions):
            self.aim = None
        if mentions:
            self.review = mentions[0].year < first_year and not AHEAD.search(opening)
        elif AHEAD.search(opening):
            self.review = False

    def end_paragraph(self) -> None:
        """Forget what holds on within a paragraph only."""
        self.years.clear()
        self.chained = self.opening = None

    def go_on(self, text: str, start: int, dates: Sequence[tuple[YearMention, int]], first_year: int, *, chained: bool) -> None:
        """Take note of the years of a sentence, that starts at `start` and that a semicolon ends (`chained`) or not."""
        free = [mention for mention, at in dates if at < 0]
        self.chained = (free[-1] if free else self.chained) if chained else None
        self.years.extend(mention for mention in free if holds_on(text, mention, first_year))
        opens = free and OPENS.fullmatch(text, start, free[0].start) and OVER_ALL.match(text, free[0].end)
        if opens and not free[0].is_plan and free[0].year < first_year:
            self.opening = free[0]
            if free[0].year >= first_year - LATE:
                self.reviewed = free[0].year


def dates_of(text: str, start: int, end: int, pairs: Sequence[tuple[Quantity, Named | None]]) -> list[tuple[YearMention, int]]:
    """Return the years of a sentence that figures may be of, each with the place of the one figure it is of, or -1.

    Years in brackets and those in which a body was founded are left out; the year beside the earlier of two figures
    ("由2020年的165亿元提高到300亿元") is of that figure alone, and so is one that something is set against ("是2020年21.4亿元的1.8倍").
    """
    free = [one for one in year_mentions(text, start, end) if not parenthesised(text, one) and not FOUNDED.match(text, one.end)]
    earlier = [quantity.start for quantity, named in pairs if named is not None and named.earlier]
    found: list[tuple[YearMention, int]] = []
    for one in free:
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


def year_of(quantity: Quantity, named: Named, dates: Sequence[tuple[YearMention, int]], carried: Carried) -> YearMention | None:
    """Return the year named last before a figure in its sentence, else the one that holds on from the sentence before."""
    if named.year:
        return YearMention(named.year, 0, 0)
    own = next((one for one, at in reversed(dates) if at == quantity.start), None)
    if named.earlier or own:
        return own
    before = [one for one, at in dates if at < 0 and one.end <= quantity.start]
    if not before and "年均" in named.words and (later := [one for one, at in dates if at < 0 and one.start >= quantity.end]):
        return later[0]  # 年均增长15%，2025年达到400亿元
    return before[-1] if before else carried.chained or (carried.years[-1] if carried.years else carried.opening)


def period_year(info: DocumentInfo, passage: Passage, sentence: str, named: Named, carried: Carried) -> YearMention | None:
    """The year that the headings imply: the last before the period in a review, the headings' own year otherwise."""
    if named.earlier and info.years:
        return YearMention(info.years[0] - 6 if REVIEW.search("".join(passage.headings)) else info.years[0] - 1, 0, 0)
    for heading in reversed(passage.headings):
        if found := year_mentions(heading, 0, len(heading)):
            past = bool(info.years) and found[-1].year < (info.years or (0, 0))[0] and bool(REVIEW.search(heading))
            return YearMention(found[-1].year, 0, 0) if past or not found[-1].is_plan else None
    if info.years and (carried.review or any(REVIEW.search(heading) for heading in passage.headings)):
        return YearMention(carried.reviewed or info.years[0] - 1, 0, 0)
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


def holds_on(text: str, mention: YearMention, first_year: int) -> bool:
    """Tell whether a year is said of all that follows: a year of the plan's period, or "by the end of" one."""
    return mention.year >= first_year or bool(re.search(r"(?:到|至|截至|截止)\s*$", text[max(0, mention.start - 4) : mention.start]))
