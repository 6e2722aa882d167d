"""What a rule pays for only the first time, and a profile -> whether it has long been so."""

import re
from collections.abc import Iterator

from facts.episodes import episodes
from facts.figures import ENOUGH
from facts.likeness import core, overlap
from facts.profile import Profile
from facts.states import doubts
from facts.verdict import Verdict
from facts.years_told import year_of

FIRST = re.compile(r"首次|第一次|首笔|首获|首单|首贷")
HABIT = re.compile(
    r"每年都|年年|一直(?!没|未|不)|以前也|早就|(?:做|干|搞)了?(?:好?多|十几|[一二三四五六七八九十\d]+)年|(?<![册立办建好])(?:好几年|几年了)|往年|不是第一次|重新[^,;。]{0,3}[进入纳上]|到期[^,;。]{0,4}换|复评|复核[^,;。]{0,4}(?:通过|过了)|续证|再次(?:入库|入统|纳入|上规|升规)|历来|第[二三四五六]次"
)
NOT_FIRST = re.compile(r"(?:不是|并非|不算)(?:第[一1][次回]|首次|头[一1]?[次回]|初次)(?:[申报拿]|$|[,;。了啦])")
SINCE = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:起|开始|就有|就在|就开始|就做)(?P<what>[^,;。]{2,12})")
FIGURE = re.compile(r"(?:(?P<year>20\d{2})年)?[^,;。]{0,4}首次(?:产生|实现|发生|开展|有)(?P<what>[\u4e00-\u9fff]{2})")
BEFORE = re.compile(r"早些年|早年|以前|之前|从前|过去|原来|前几年|头几年")  # when it may have been so already
NEW = re.compile(r"首次|第一[次回笔家个]|头1?一?[回次]|首[笔家获批]|刚刚?|初次|(?:从来|以前|之前|都)没")


def firsts(profile: Profile, body: str, about: str) -> Iterator[Verdict]:
    """Yield "not_met" where words ask for a first time and the stretch that is most about it tells of long use.

    Args:
        profile: what is told.
        body: a single thing asked for.
        about: the words of the whole rule.
    """
    if not FIRST.search(body):
        return
    nearest = max(episodes(profile.text, about or body), key=lambda item: item.nearness, default=None)
    words = profile.text[nearest.start : nearest.end] if nearest and nearest.nearness else ""
    since = (match for match in SINCE.finditer(profile.text) if overlap(core(match["what"]), body) >= ENOUGH)
    long_since = any(int(match["year"]) < profile.today.year - 1 for match in since)
    if NOT_FIRST.search(profile.text):
        yield "not_met"
    elif long_since or _had_figure(profile, body) or (HABIT.search(words) and not NEW.search(words)):
        yield "not_met"
    elif any(BEFORE.search(doubt) for doubt in doubts(profile.text)):
        yield "unknown"


def _had_figure(profile: Profile, body: str) -> bool:
    """Tell whether a figure of a year before is told of what words ask to have come about for the first time: 首次产生出口实绩."""
    match = FIGURE.search(body)
    if not match:
        return False
    first = int(match["year"] or profile.today.year - 1)
    years = (year_of(item.words, profile.today) for item in profile.told if match["what"] in item.words and item.value > 0)
    return any(year is not None and year < first for year in years)
