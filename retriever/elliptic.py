"""A follow-up that leaves out what the turns before said (比2020年呢, 当年目标呢, 为什么) -> the question in full, "" where it is none."""

import re
from collections.abc import Callable, Sequence

from facts.indicators import link
from facts.quantities import find_quantities
from facts.regions import Gazetteer
from retriever.asked_on import asked_on
from retriever.operations import operations_in
from retriever.rest import plain_rest
from retriever.spoken_of import ENDS, OPENS, SINCE, SpokenOf
from retriever.wording import normalise
from retriever.years import years_named

THAT_YEAR = re.compile(r"(?:当|那一?|同)年(?!度?[均来代轻])")
ELSEWHERE = re.compile(r"(?:别的?|其[他它]|另外)(?:几个)?(?:地方|地区|区县|县市|市县|城市|区|县|地|处)")
POINTS = r"(?:这|那|该)(?:个|一|项|组|条)?"
POINTED = re.compile(r"(?:这|那|该)(?:个|一|项|组|条)?(?:指标|数字?|目标|数据)")
INDICATOR = re.compile(rf"{OPENS}(?:{POINTS}(?:指标|数字?|数据|目标|比例))?(?:在|里面)?")
ASKS_ELSEWHERE = re.compile(
    r"(?:也|都|还)?(?:有没有|有|定了?|提了?|设了?|是|呢|吗|么|多少|怎么样|怎样|如何|各)*(?:这|那)?(?:个|项)?(?:指标|目标|数)?[呢吗么]?$"
)
WHICH_YEAR = re.compile(rf"{OPENS}{POINTS}(?:数字?|数据|数值|比例|值)[^，。？?]{{0,8}}(?:哪一?年|今年|去年|什么时候|何时)")
SIZE = re.compile(
    rf"{OPENS}(?:是|有)?(?:(?:多[大高长]|多少)的?(?:规模|面积|盘子|额度|金额|总额|体量)?|(?:规模|面积|盘子|额度|金额|总额|体量)(?:是|有|要)?(?:多[大少高长]|几何)?)$"
)
THERE_IS = re.compile(r"(?:还|也)?(?:有没有|有无|是否有|是不是有|有(?=[^，。？?]*$))|[吗么]$")
OTHER_PLAN = re.compile(
    rf"{OPENS}(?:到了?|在|按)?(?P<plan>[^，,。？?比和与跟]{{0,12}}(?:规划|方案|计划|纲要))(?:里头?|中|上)?(?:又|则|是|要|定|写|说|提|到|的|了|目标)*(?:多少|怎么[说写定])?$"
)
WHY = re.compile(rf"{OPENS}(?:这|那)?(?:是|又是)?(?:为什么|为啥|为何|什么原因|啥原因|原因(?:呢|是什么|是啥|在哪)?|怎么回事)(?:呢|呀|啊)?$")
HOLDS = re.compile(
    r"是不是|是否|是吧|对吧|^(?!.*(?:多少|几|哪|谁|什么|啥|怎么|如何|怎样|为何|有没有)).*(?:[高低少弱强差大小慢快难贵]|不[够足])了?$"
)
ASKS_OTHER = re.compile(r"多少|几|哪|谁|什么|啥|怎么|如何|怎样|为何|[，,]")
OVER_YEARS = frozenset({"change", "growth", "multiple", "average_annual", "difference"})


def in_full(typed: str, history: Sequence[str], gazetteer: Gazetteer) -> str:
    """Return a follow-up with the place, the indicator and the years that it leaves out, "" where it can be read as it stands.

    Args:
        typed: what the person typed.
        history: earlier user turns, oldest first.
        gazetteer: knows places.
    """
    text = ENDS.sub("", normalise(typed)) if typed else ""
    earlier = [normalise(turn) for turn in history if turn.strip()]
    if not text or not earlier:
        return ""
    before = SpokenOf(earlier, gazetteer)
    if places := gazetteer.places(text):
        stems = [place.stem for place in places]
        return _there(text, stems, before) or asked_on(text, before, gazetteer)
    readings: tuple[Callable[[str, SpokenOf], str], ...] = (
        _why,
        _other_plan,
        _size,
        _which_year,
        _since,
        _that_year,
        _over_years,
        _elsewhere,
    )
    return next(filter(None, (reading(text, before) for reading in readings)), "") or asked_on(text, before, gazetteer)


def _why(text: str, before: SpokenOf) -> str:
    """What the turn before held to be so, which what the documents say of it explains; a figure they do not explain is asked as it is."""
    if not WHY.search(text) or not HOLDS.search(before.last) or any(find_quantities(before.last, 0, len(before.last))):
        return ""
    return f"{before.place}：{before.last}吗" if before.place else f"{before.last}吗"


def _other_plan(text: str, before: SpokenOf) -> str:
    """The same indicator in a plan that a follow-up names and asks nothing else of (那份方案里呢)."""
    found = OTHER_PLAN.match(text)
    return f"{before.subject}，{found['plan']}的目标是多少" if found and before.subject else ""


def _size(text: str, before: SpokenOf) -> str:
    """How large what the turn before asked after is, where that asked no more than whether there is one."""
    if not SIZE.fullmatch(text) or ASKS_OTHER.search(before.last) or not (found := THERE_IS.search(before.last)):
        return ""
    return f"{before.place}{before.last[: found.start()]}{before.last[found.end() :]}{text}"


def _which_year(text: str, before: SpokenOf) -> str:
    if not WHICH_YEAR.search(text):
        return ""
    tells = any(one.unit for one in find_quantities(before.last, 0, len(before.last)))
    said = f"{before.place}{before.last}" if tells and len(before.places) <= 1 else before.subject
    return f"{said}是哪年的数据" if said else ""


def _since(text: str, before: SpokenOf) -> str:
    """The change from a year to the one spoken of: 比2020年."""
    found = SINCE.search(text)
    if not found or not before.subject:
        return ""
    since = int(found["since"])
    until = before.year
    return f"{before.subject}{f'{until}年' if until and until != since else ''}比{since}年增加多少"


def _that_year(text: str, before: SpokenOf) -> str:
    """The year spoken of, put in where a follow-up points to it."""
    if not before.year or not THAT_YEAR.search(text) or years_named(text) or not before.subject:
        return ""
    return "" if link(text) else f"{before.subject}{THAT_YEAR.sub(f'{before.year}年', text, count=1)}"


def _over_years(text: str, before: SpokenOf) -> str:
    """The change between the two years that the turns before asked about, one after the other."""
    if years_named(text) or plain_rest(text, ()) or not operations_in(text) & OVER_YEARS:
        return ""
    if len(before.years) != 2 or len(before.recent) < 2 or not before.subject:
        return ""
    first, last = sorted(before.years)
    return f"{before.subject}{first}年到{last}年{text}"


def _elsewhere(text: str, before: SpokenOf) -> str:
    """The same indicator of all places."""
    found = ELSEWHERE.search(text)
    if not found or not before.matter or not link(before.matter):
        return ""
    opening, rest = text[: found.start()], text[found.end() :]
    if not INDICATOR.fullmatch(opening) or not ASKS_ELSEWHERE.fullmatch(rest):
        return ""
    return before.of("各地")


def _there(text: str, places: Sequence[str], before: SpokenOf) -> str:
    """The same indicator of the places that a follow-up names, which points to it (这个指标乙市有吗)."""
    found = POINTED.search(text)
    if not found or not before.matter or not link(before.matter):
        return ""
    rest = re.sub("|".join(map(re.escape, places)), "", text[: found.start()] + text[found.end() :])
    return before.of("、".join(places)) if ASKS_ELSEWHERE.fullmatch(re.sub(r"^(?:那么?|在|[市区县、和跟与])+", "", rest)) else ""
