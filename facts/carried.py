"""Passages of a document, one after the other -> what holds on from them: years, a review, the year of aims."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from facts.periods import YearMention, year_mentions
from index.passages import Passage

LISTED = re.compile(r"\s*(?:——|—|-|●|•|（[一二三四五六七八九十]+）|[一二三四五六七八九十\d]+[、.．是])")
GOALS = re.compile(r"目标|指标")
OPENING = 20  # characters of a passage that tell whether it looks back or ahead
AHEAD = re.compile(r"当前|未来|今后|下一步|面临|必须|高举|到20|准确把握|目标")
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


def holds_on(text: str, mention: YearMention, first_year: int) -> bool:
    """Tell whether a year is said of all that follows: a year of the plan's period, or "by the end of" one."""
    return mention.year >= first_year or bool(re.search(r"(?:到|至|截至|截止)\s*$", text[max(0, mention.start - 4) : mention.start]))
