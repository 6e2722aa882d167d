"""What a text says of years -> the year that each of its figures is of: named beside it, held on from before, or implied by headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.clauses import Named
from facts.periods import YearMention, year_mentions
from facts.quantities import Quantity
from index.catalog import DocumentInfo
from index.passages import Passage

PERIOD_END = re.compile(r"(?:未来|今后)?五年(?:内|间|力争|，|累计|要|将|实现)|规划期[末内]|期末")
LISTED = re.compile(r"\s*(?:——|—|-|●|•|（[一二三四五六七八九十]+）|[一二三四五六七八九十\d]+[、.．是])")
GOALS = re.compile(r"目标|指标")
REVIEW = re.compile(
    r"(?:发展|现实|工作|现有|创新)?基础(?!设施|研究|工程|能力|性|领域|科学|学科|制造|材料|件|零)|现状|回顾|成效|成就|形势|问题|短板|历程|完成情况|背景"
)
OPENING = 20  # characters of a passage that tell whether it looks back or ahead
AHEAD = re.compile(r"当前|未来|今后|下一步|面临|必须|高举|到20|十四五|十五五|准确把握|目标")
CLOSE = 4  # characters between a year and the figure beside it
FOUNDED = re.compile(r"\s*年?(?:\d{1,2}月)?(?:成立|设立|组建|创建|创办|建成|落户|引进|获批|认定)的")  # of a body, not of its figures


@dataclass(slots=True)
class Carried:
    """What holds on from the text before.

    Attributes:
        years: years named before in the same paragraph, the last one holding on.
        review: the paragraphs tell of what was reached before the plan's period.
        headings: those of the paragraph before.
        aim: the year that a paragraph of aims just above opens with.
    """

    years: list[YearMention] = field(default_factory=list)
    review: bool = False
    headings: tuple[str, ...] = ()
    aim: YearMention | None = None

    def goal(self, passage: Passage) -> YearMention | None:
        """Return the year of the aims above, which the items of the list under them share."""
        return YearMention(self.aim.year, 0, 0) if self.aim and LISTED.match(passage.text) else None

    def enter(self, passage: Passage, first_year: int) -> None:
        """Take note of the next passage: where headings are lost, its first words tell whether it looks back or ahead."""
        if passage.headings != self.headings:
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


def dates_of(text: str, start: int, end: int, pairs: Sequence[tuple[Quantity, Named | None]]) -> list[tuple[YearMention, int]]:
    """Return the years of a sentence that figures may be of, each with the place of the one figure it is of, or -1.

    Years in brackets and those in which a body was founded are left out; the year beside the earlier of two figures
    ("由2020年的165亿元提高到300亿元") is of that figure alone.
    """
    free = [one for one in year_mentions(text, start, end) if not parenthesised(text, one) and not FOUNDED.match(text, one.end)]
    earlier = [quantity.start for quantity, named in pairs if named is not None and named.earlier]
    return [(one, next((at for at in earlier if 0 <= at - one.end <= CLOSE), -1)) for one in free]


def year_of(
    quantity: Quantity, named: Named, dates: Sequence[tuple[YearMention, int]], carried: Sequence[YearMention]
) -> YearMention | None:
    """Return the year named last before a figure in its sentence, else the one that holds on from the sentence before."""
    if named.earlier:
        return next((one for one, at in reversed(dates) if at == quantity.start), None)
    before = [one for one, at in dates if at < 0 and one.end <= quantity.start]
    if before:
        return before[-1]
    return carried[-1] if carried else None


def period_year(info: DocumentInfo, passage: Passage, sentence: str, named: Named, carried: Carried) -> YearMention | None:
    """The year that the headings imply: the last before the period in a review, the headings' own year otherwise."""
    if named.earlier and info.years:
        return YearMention(info.years[0] - 6 if REVIEW.search("".join(passage.headings)) else info.years[0] - 1, 0, 0)
    for heading in reversed(passage.headings):
        if found := year_mentions(heading, 0, len(heading)):
            past = bool(info.years) and found[-1].year < (info.years or (0, 0))[0] and bool(REVIEW.search(heading))
            return YearMention(found[-1].year, 0, 0) if past or not found[-1].is_plan else None
    if info.years and (carried.review or any(REVIEW.search(heading) for heading in passage.headings)):
        return YearMention(info.years[0] - 1, 0, 0)
    if info.years and (PERIOD_END.search(sentence) or any(GOALS.search(heading) for heading in passage.headings[-2:])):
        return YearMention(info.years[1], 0, 0)
    return None


def parenthesised(text: str, mention: YearMention) -> bool:
    """Tell whether a year stands at the start of a bracket or of quoted words, so that it is said of these alone."""
    return text[max(0, mention.start - 1) : mention.start] in ("(", "（", "“", "《")


def holds_on(text: str, mention: YearMention, first_year: int) -> bool:
    """Tell whether a year is said of all that follows: a year of the plan's period, or "by the end of" one."""
    return mention.year >= first_year or bool(re.search(r"(?:到|至|截至|截止)\s*$", text[max(0, mention.start - 4) : mention.start]))
