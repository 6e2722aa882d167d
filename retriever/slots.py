"""A question about figures -> what is to be done with them: operations, years, scope of the comparison."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from facts.indicators import load_indicators
from facts.regions import Gazetteer, stem_of
from retriever.question import PLAN_YEARS, YEAR, Question, normalise, recent_turns, years_in

Operation = Literal[
    "lookup",
    "baseline",
    "compare",
    "rank",
    "difference",
    "change",
    "growth",
    "average_annual",
    "multiple",
    "share",
    "sum",
    "timeline",
    "exists",
    "list_indicators",
    "check_claim",
    "conflict",
    "project",
]
NOT_CARRIED: frozenset[Operation] = frozenset({"conflict", "exists", "list_indicators"})  # what the next question does not go on with

PATTERNS: dict[Operation, re.Pattern[str]] = {
    "baseline": re.compile(r"基数|基期|底子|起步|起点|原来|原先|现在|目前|已有|现状|base(?:line)?|current(?:ly)?", re.I),
    "rank": re.compile(
        r"谁(?:的(?=[^，。？?]{0,14}[高低多少大小快慢厚强靠]|$|[？?])|家|定得|最|更|高|低|多|少|大|小)|谁[^，。？?]{0,14}(?:[高低多少大小快慢])|"
        r"最[高低多少大小快慢]|[高低多少大小]还是|还是[^，。？?]{1,16}[高低多少大小快]|"
        r"哪(?:个|家|里|边|一?个?(?:地方|城市|地区|区县|区|市|县))[^，。？?]{0,14}[高低多少大小快慢]|"
        r"从[高大多]到[低小少]|从[低小少]到[高大多]|"
        r"排(?:序|名次|个队|一下|下来)|怎么排|排(?:第)?几名|领先|垫底|倒数|highest|"
        r"lowest|higher|lower|most|largest|smallest|rank(?:ed|ing)? (?:the|them|these)",
        re.I,
    ),
    "difference": re.compile(
        r"(?:相?差|多|高|低|少|大|小)(?:了|出|上|定?的?|[花投拿招引建要])?(?:多少|几|多远|多大|多不多|的多不多)|"
        r"高出|多出|相差|差距|差(?:的|得)?多|比[^，。？?]{1,24}(?:多|高|低|少)(?:多少|几|出|了)|"
        r"by how (?:much|many)|how (?:much|many) (?:more|higher|lower|fewer)|difference|gap",
        re.I,
    ),
    "change": re.compile(
        r"净增|新?增加(?!值)|增(?:长|幅|量|多|了|到|添|设)|提(?:高|升)(?:了|幅度|多少|几)|"
        r"抬高|拉高|上升|上涨|涨(?:了|多少|百分|几|幅)?|变化|变动|提高多少|(?:再|要|得|需|多)(?:加|提|招|引|添|育|建|升|涨|抬)(?:多少|几)|(?:升|涨|提|抬)了?(?:几个|多少个?)(?:百分)?点|"
        r"再(?:添|增|多)|还(?:差|要|需要?|得)(?:再)?(?:多少|几|增|添|建|新)|只?多出|"
        r"多(?:出)?(?:多少|几)|\b(?:increases?|grow(?:th|n|s)?|rises?|changes?|additional)\b",
        re.I,
    ),
    "growth": re.compile(
        r"(?:涨|增长|提高|增加|多|上升|增)(?:了|到)?(?:百分之(?:多少|几)|多少个?[%％]|百分比|几成)|"
        r"增幅|涨幅|增速|增长率|提高幅度|percent(?:age)? (?:increase|growth)|growth rate|by what percent",
        re.I,
    ),
    "average_annual": re.compile(
        r"年均|年平均|(?:平均)?每(?:一)?年(?:平均)?(?:得|要|需|须|净|新|大约|大概|约)?(?:再)?(?:增|涨|提|多|新|添|净)|"
        r"平均每年|平均一年|一年(?:平均)?(?:得|要)?(?:增|涨|提|多)|"
        r"per year|annual(?:ly)?|each year|CAGR",
        re.I,
    ),
    "multiple": re.compile(
        r"[几多]少?倍|(?:\d+(?:\.\d+)?|[两三四五])倍(?=(?:以上)?(?:了)?(?:吗|没|不))|"
        r"的倍数|翻(?:了)?[几多]|几番|how many times|times (?:as|the|that)|multiple",
        re.I,
    ),
    "share": re.compile(
        r"占[^，。？?]{0,16}(?:百分之(?:多少|几)|几成|(?:多少|多大)的?(?:比例|比重|份额)|比例是|多少个?%)|占[^，。？?]{1,8}?的?(?:多少|比例|比重|份额)|"
        r"占全[市区县](?:的)?(?:比例|比重|份额|多少)|what (?:share|percentage|proportion) of",
        re.I,
    ),
    "sum": re.compile(
        r"合计|总和|之和|加起来|加总|相加|合起来|加在?一[起块]|拢共|"
        r"(?:一共|总共|共计|合共|(?<!公)共)(?:是|有|要|到)?(?:多少|几)|"
        r"(?:一共|总共|共计|合共)[^，。？?]{1,8}(?:多少|几)|in total|combined|altogether|sum",
        re.I,
    ),
    "timeline": re.compile(
        r"串起来|历年|走势|趋势|变化(?:过程|轨迹|情况)?|怎么变|如何变|演变|进展|历程|"
        r"(?:三|几|各)个年份|逐年|一路|over (?:time|the years)|trend|progress|evol",
        re.I,
    ),
    "exists": re.compile(
        r"(?:谁|哪个?|哪些|哪家|哪里|哪几个)[^，。？?]{0,16}(?:没有?|未|不)(?:设|定|提|列|写|给|有)|"
        r"没(?:有)?(?:设|定|提|列|写)|which[^.?]{0,40}(?:no|not|without)",
        re.I,
    ),
    "list_indicators": re.compile(
        r"(?:哪些|什么|几个|多少个|几项|多少项)[^，。？?]{0,12}指标|指标(?:表)?[^，。？?]{0,8}(?:有哪|是哪|有几|都有|包括|列了|列出|是哪些)|"
        r"(?:列出|列举|罗列|全部的?|所有的?)[^，。？?]{0,12}指标(?!表|中|里)|which indicators|what indicators|list (?:the|all) indicators",
        re.I,
    ),
    "check_claim": re.compile(
        r"倍增|翻(?:一)?番|翻倍|够(?:得|不)上|是不是(?:就)?(?:已经)?(?:超过|达到|高于|低于|完成)|"
        r"是否(?:已经?)?(?:超过|达到|高于|低于)|真的?(?:能|是)|算(?:不)?算|说得通|成立吗|对不对|对吗|"
        r"doubl|is it true|really",
        re.I,
    ),
    "conflict": re.compile(
        r"到底|究竟|怎么回事|有人说|有的说|一会儿|前后(?:好像|不|矛盾)|不(?:一样|一致|统一|同)的?(?:数|值|口径|说法)?|"
        r"\d[^，。？?]{0,6}还是[^，。？?]{0,6}\d|两个(?:不同|不一样)?的?(?:数|说法|口径)|口径|矛盾|对不上|冲突|打架|inconsisten|conflict|contradict",
        re.I,
    ),
    "project": re.compile(
        r"(?:按|照|以)[^，。？?]{0,24}(?:增速|增长率|速度|增幅)[^，。？?]{0,8}(?:走|算|增长|推算|测算|下去|估)|推算|外推", re.I
    ),
}
OVER_TIME = re.compile(
    r"\b(?:increases?|grow(?:th|s)?|rises?|changes?)\b|净增|提高幅度|增幅|涨幅|提高了?多少|增(?:加(?!值)|长)|五年|期间|涨|"
    r"抬高|再(?:添|增|多)|还(?:差|要|需|得)|(?<!占)比(?:(?:20)?\d\d年|[^，。？?]{0,8}(?:基数|基期))|从[^，。？?]{1,20}(?:到|至)",
    re.I,
)
IN_TABLE = re.compile(r"指标表|主要指标|表格|表里|表中|目标表|[图附]表|indicator table", re.I)
WANTS_TARGET = re.compile(
    r"目标|终点|期末|五年[之以]?后|要|想|打算|计划|定(?:的|了|得|多少|在)|争取|力争|奔|规划|target|plan|goal|aim|should|by 20\d\d", re.I
)
ACHIEVED = re.compile(r"实绩|实际|完成|做到|达到了|落到|(?:有没有|是否|到底|究竟)达[到成标]|actual|achieved", re.I)
COMPARING = re.compile(r"[高低多少大小](?:多少|几|了|出)|差多少|相差")
FIVE_YEARS_ON = re.compile(r"五年[^，。？?]{0,8}(?:比|是|到了?|成了?)\s*((?:19|20)\d{2})年?的?")  # 五年涨到了2015年的几倍
TWO_PLACES = re.compile(r"(?:两|二|这俩|俩)(?:个)?(?:地方|地|家|者|市|区|边)?|它们|相互|之间|both|the two", re.I)
WHOLE_CITY = re.compile(r"(?:还是|比|和|与|跟|同|占|较)\s*(?:全市|市里|市级|市平均|整个市)|(?:全市|市里)(?:的)?(?:呢|谁|哪)")
WHOLE = re.compile(r"全市|市里|市级平均|整个市")
ASKED_VALUE = re.compile(r"多少|[几](?=[个家项名人件成倍条支])|几(?:何|许)|how (?:many|much)|what", re.I)
STRETCH = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[-—–~～]+|到|至)\s*(?:19|20)\d{2}")
PERIOD_ASIDE = re.compile(r"“?十[二三四五]五(?!”?[期末底])”?")
ENDS_ONLY = re.compile(r"五”?期?[末底]")
OTHERS_TOO = re.compile(r"(?:跟|和|与|同)(?:它|他|前面|上面|刚才|刚刚|那边|那里)|也一样|一样吗|比(?:它|刚才|前面)|谁|哪个", re.I)


@dataclass(frozen=True, slots=True)
class Slots:
    """What is to be done with which figures.

    Attributes:
        operations: all that is asked for; ("lookup",) where it is nothing but a value.
        text: the words that name the indicator: the question, and for a follow-up that names none the turn before.
        years: the years meant, those of the turn before where the question names none.
        regions: stems of all regions meant, earlier turns included where both are to be compared.
        wants_target: the target is asked for rather than what was reached.
        over_time: the change from one year to another is meant rather than the gap between places.
        in_table: the indicator table is named as the source.
        english: answer in English.
        asked_values: how many values are asked for in so many words ("多少…多少").
        since: the first year of a stretch of years named ("2015到2025年").
        aims: (region, year) where each region is asked about with a year of its own.
    """

    operations: frozenset[Operation]
    text: str
    earlier: tuple[str, ...]
    years: tuple[int, ...]
    regions: tuple[str, ...]
    wants_target: bool
    achieved: bool
    over_time: bool
    in_table: bool
    english: bool
    asked_values: int
    since: int | None
    aims: tuple[tuple[str, int], ...]

    def asks(self, *names: Operation) -> bool:
        """Tell whether any of the operations is asked for."""
        return any(name in self.operations for name in names)


def read_slots(question: Question, history: Sequence[str], gazetteer: Gazetteer) -> Slots:
    """Read what a question wants done with figures.

    Args:
        question: as read by `read_question`.
        history: earlier user turns, oldest first.
        gazetteer: knows places.
    """
    text = question.text
    earlier = tuple(normalise(turn) for turn in history if turn.strip())
    recent = recent_turns(earlier, gazetteer)
    operations = operations_in(text)
    if earlier and operations <= {"lookup", "baseline"}:
        kept = [operations_in(turn) - NOT_CARRIED for turn in recent]
        carried = next((found for found in reversed(kept) if found - {"lookup"}), kept[-1])
        operations = frozenset(carried | (operations - {"lookup"})) or frozenset({"lookup"})
    years = years_named(text) or next((found for turn in reversed(recent) if (found := years_named(turn))), ())
    if (
        earlier
        and len(years_named(text)) == 1
        and re.search(r"(?<!占)比|较|涨|增|多|from|since", text)
        and operations & {"change", "difference", "growth"}
    ):
        years = tuple(dict.fromkeys([*years_named(text), *years_named(earlier[-1])]))
    if len(years) == 1 and (on := FIVE_YEARS_ON.search(text)):
        years = (int(on[1]), int(on[1]) + 5)
    return Slots(
        operations=operations,
        text=text,
        earlier=earlier,
        years=years,
        regions=_regions(question, earlier, gazetteer),
        wants_target=bool(WANTS_TARGET.search(text)),
        achieved=bool(ACHIEVED.search(text)),
        over_time=bool(OVER_TIME.search(without_names(text))),
        in_table=bool(IN_TABLE.search(text)),
        english=question.english,
        asked_values=len(ASKED_VALUE.findall(text)),
        since=_since(text) or (None if years_named(text) else next((since for turn in reversed(recent) if (since := _since(turn))), None)),
        aims=_aims(text, gazetteer),
    )


def without_names(text: str) -> str:
    """Return a text with the names of indicators covered, whose words are no words of asking.

    >>> without_names("科小多少家，高新技术产业增加值占比呢")
    '〇多少家，〇呢'
    """
    body = text
    for alias in _short_names():
        body = body.replace(alias, "〇")
    return body


@lru_cache(maxsize=1)
def _short_names() -> tuple[str, ...]:
    """The names of indicators as people type them, the longest first."""
    return tuple(sorted({alias for one in load_indicators().values() for alias in one.aliases}, key=lambda alias: (-len(alias), alias)))


def years_named(text: str) -> tuple[int, ...]:
    """Return the years meant; a plan period beside a year counts only where its end is meant.

    >>> years_named("“十三五”开始前的2015年"), years_named("十四五末比2020年"), years_named("十四五目标")
    ((2015,), (2020, 2025), (2025,))
    """
    return years_in(PERIOD_ASIDE.sub("", text)) if YEAR.search(text) else years_in(text)


def _since(text: str) -> int | None:
    """The year a stretch begins with: the first one named ("2015到2025年"), or the last before a plan period ("十三五期间")."""
    if stretch := STRETCH.search(text):
        return int(stretch.group(1))
    periods = [first - 1 for name, (first, _) in PLAN_YEARS.items() if name in text]
    return periods[0] if len(periods) == 1 and not YEAR.search(text) and not ENDS_ONLY.search(text) else None


def _aims(text: str, gazetteer: Gazetteer) -> tuple[tuple[str, int], ...]:
    """Return each region with its year where the text gives each of several regions one year of its own."""
    places = [place for place in gazetteer.places(text) if place.region]
    ends = [*(place.start for place in places[1:]), len(text)][: len(places)]
    stretches = [text[place.start : end] for place, end in zip(places, ends, strict=True)]
    if stretches and COMPARING.search(clause := re.split(r"[,，。;；?？]", stretches[-1])[0]):
        stretches[-1] = clause  # a year after "lower than there by how much" is another question's
    found = [(place.region, years_named(stretch)) for place, stretch in zip(places, stretches, strict=True)]
    if len(found) < 2 or any(len(years) != 1 for _, years in found) or len({years for _, years in found}) == 1:
        return ()
    return tuple((region, years[0]) for region, years in found)


def operations_in(text: str) -> frozenset[Operation]:
    """Return the operations that a text asks for.

    >>> sorted(operations_in("2025年研发强度目标，甲市比乙市高出几个百分点？"))
    ['difference']
    >>> sorted(operations_in("甲市高企2025年目标是多少"))
    ['lookup']
    """
    masked = without_names(text)
    found = frozenset(name for name, pattern in PATTERNS.items() if pattern.search(masked))
    return found or frozenset({"lookup"})


def _regions(question: Question, earlier: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The regions of the corpus that are meant, with those of earlier turns where the question compares with them."""
    before = [[place.region for place in gazetteer.places(turn) if place.region] for turn in earlier]
    named = [regions for regions in before if regions]
    asks_between = TWO_PLACES.search(question.text) or PATTERNS["rank"].search(question.text)
    if earlier and not gazetteer.places(question.text) and asks_between and len({region for regions in named for region in regions}) > 1:
        both = [region for regions in reversed(named) for region in reversed(regions)]
        return tuple(reversed(list(dict.fromkeys(both))[:2])) or question.regions
    own = list(question.regions)
    if own and named and OTHERS_TOO.search(question.text):
        own = list(dict.fromkeys([*own, *named[-1]]))
    if len(own) == 1 and named and TWO_PLACES.search(question.text):
        own = list(dict.fromkeys([*named[-1][-1:], *own]))
    above = {gazetteer.region(gazetteer.parent(stem_of(region))) for region in own}
    if len(above) == 1 and (region := above.pop()) and region not in own and _means_whole(question.text, own):
        own.append(region)
    return tuple(own)


def _means_whole(text: str, own: Sequence[str]) -> bool:
    """Tell whether a question sets the city above some places beside them: 和全市比, or 全市 where only the one above is one."""
    if len(own) == 1 and not own[0].endswith(("区", "县")):
        return bool(WHOLE_CITY.search(text))
    names = "|".join(re.escape(stem_of(region)) for region in own)
    return bool(WHOLE.search(re.sub(rf"(?:{names})[市区县]?(?:的)?(?:全市|市里)", "", text)))
