"""A question about figures -> what is to be done with them: operations, years, scope of the comparison."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facts.regions import Gazetteer, stem_of
from retriever.levels import BESIDE, CITY, WHOLE, means_whole
from retriever.operations import PATTERNS, Operation, operations_in, without_names
from retriever.question import Question
from retriever.turns import recent_turns
from retriever.wording import normalise
from retriever.years import since_in, years_named

NOT_CARRIED: frozenset[Operation] = frozenset({"conflict", "exists", "list_indicators"})  # what the next question does not go on with

OVER_YEARS: frozenset[Operation] = frozenset({"change", "growth", "average_annual", "multiple", "timeline"})
OVER_TIME = re.compile(
    r"\b(?:increases?|grow(?:th|s)?|rises?|changes?)\b|净增|提高幅度|增幅|涨幅|升幅|提高了?多少|(?:提[升高]|上升)[得的了]?[最更]|增(?:加(?!值)|长)|五年|期间|涨|[爬攀窜蹿]升?[了到得]|"
    r"抬高|再(?:添|增|多)|还(?:差|要|需|得)|(?<!占)比(?:(?:20)?\d\d年|[^，。？?]{0,8}(?:基数|基期))|从[^，。？?]{1,20}(?:到|至)",
    re.I,
)
ADDS = re.compile(r"新增|增量|增速|多[增提涨升添]|[增提涨升]得[更最]?[多快少大]")  # over the stretch of years that is named
WANTS_TARGET = re.compile(
    r"目标|终点|期末|五年[之以]?后|以后|将来|今后|往后|"
    r"要|想|打算|计划|定(?:的|了|得|多少|在)|争取|力争|奔|规划|target|plan|goal|aim|should|by 20\d\d",
    re.I,
)
ACHIEVED = re.compile(r"实绩|实际|完成|做到|达到了|落到|(?:有没有|是否|到底|究竟)达[到成标]|达标[了没吗]|actual|achieved", re.I)
COMPARING = re.compile(r"[高低多少大小](?:多少|几|了|出)|差多少|相差")
FIVE_YEARS_ON = re.compile(r"五年[^，。？?]{0,8}(?:比|是|到了?|成了?)\s*((?:19|20)\d{2})年?的?")  # 五年涨到了2015年的几倍
LATER = re.compile(r"五年[过之以]?后")  # of the year that the turn before names
RISEN_IN = re.compile(
    r"(?P<years>[三四五]|十)年(?:[里内间来]|时间)?[^，。？?]{0,8}(?:[涨升爬长增多]|提[高升]|增[加长])了|(?:到|截至|截止)(?:19|20)\d{2}年?[底末]?的?(?P<up>[三四五]|十)年[里内间]"
)  # 2020年是3.2，五年里涨了几个点: of the years before the one named
AHEAD = re.compile(r"再|还[要得需]|将|目标|打算|计划|要[涨升爬提增]")
LENGTHS = {"三": 3, "四": 4, "五": 5, "十": 10}
TWO_PLACES = re.compile(r"(?:两|二|这俩|俩)(?:个)?(?:地方|地|家|者|市|区|边)?|它们|相互|之间|both|the two", re.I)
WHOLE_CITY = re.compile(
    rf"(?:还是|比|和|与|跟|同|占|较|[高多大快低少小]过|[高低多少]于|超过|赶上|追上|不如)\s*(?:{BESIDE})|(?:{CITY})(?:的)?(?:呢|谁|哪)"
)
FIRST_WHOLE = rf"(?:{CITY})(?:[和与跟同、]|[^，。；;？?]*[，,；;][^，。；;？?]*?)(?:{{}})"  # before a place that only then is named
ASKED_VALUE = re.compile(r"多少|[几](?=[个家项名人件成倍条支])|几(?:何|许)|how (?:many|much)|what", re.I)
SET_AGAINST = re.compile(r"(?<!占)比|较|涨|增|多|from|since")
GOES_ON = re.compile(r"再(?:提|增|涨|升|添|加|多)")  # from where the turn before ends
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
        if len(years_named(text)) == 1 and ASKED_VALUE.search(text):
            carried -= OVER_YEARS  # the value of one year is no change
        operations = frozenset(carried | (operations - {"lookup"})) or frozenset({"lookup"})
    years = _years(text, earlier, operations) or next(
        (found for at in range(len(recent) - 1, -1, -1) if (found := _years(recent[at], recent[:at], operations_in(recent[at])))), ()
    )
    if len(years) == 1 and not years_named(text) and LATER.search(text):
        years = (years[0] + 5,)
    if len(years) == 1 and (on := FIVE_YEARS_ON.search(text)):
        years = (int(on[1]), int(on[1]) + 5)
    begun = None if years_named(text) else next(filter(None, map(since_in, reversed(recent))), None)
    since = since_in(text) or _risen_since(text, years) or begun
    return Slots(
        operations=operations,
        text=text,
        earlier=earlier,
        years=years,
        regions=_regions(question, earlier, gazetteer),
        wants_target=bool(WANTS_TARGET.search(text)),
        achieved=bool(ACHIEVED.search(text)),
        over_time=bool(OVER_TIME.search(without_names(text)) or (since and ADDS.search(without_names(text)))),
        english=question.english,
        asked_values=len(ASKED_VALUE.findall(text)),
        since=since,
        aims=_aims(text, gazetteer),
    )


def _years(text: str, earlier: Sequence[str], operations: frozenset[Operation]) -> tuple[int, ...]:
    """The years that a turn names, with those of the turn before where it asks what changed from one to the other."""
    own = years_named(text)
    if earlier and len(own) == 1 and SET_AGAINST.search(text) and operations & {"change", "difference", "growth"}:
        before = years_named(earlier[-1])
        return tuple(dict.fromkeys([*own, *(before[-1:] if GOES_ON.search(text) else before)]))
    return own


def _risen_since(text: str, years: Sequence[int]) -> int | None:
    """The year a rise begins with that is told of so many years up to the one named."""
    risen = RISEN_IN.search(text) if len(years) == 1 and not AHEAD.search(text) else None
    return years[0] - LENGTHS[risen["years"] or risen["up"]] if risen else None


def _aims(text: str, gazetteer: Gazetteer) -> tuple[tuple[str, int], ...]:
    """Return each region with its year where the text gives each of several regions one year of its own."""
    places = [(place.start, place.region) for place in gazetteer.places(text) if place.region]
    if len(places) == 1 and (top := gazetteer.region(gazetteer.parent(stem_of(places[0][1])))) and _means_whole(text, [places[0][1]]):
        places = sorted([*places, *((match.start(), top) for match in list(WHOLE.finditer(text))[:1])])
    ends = [*(start for start, _ in places[1:]), len(text)][: len(places)]
    stretches = [text[start:end] for (start, _), end in zip(places, ends, strict=True)]
    if stretches and COMPARING.search(clause := re.split(r"[,，。;；?？]", stretches[-1])[0]):
        stretches[-1] = clause  # a year after "lower than there by how much" is another question's
    found = [(region, years_named(stretch)) for (_, region), stretch in zip(places, stretches, strict=True)]
    if len(found) < 2 or any(len(years) != 1 for _, years in found) or len({years for _, years in found}) == 1:
        return ()
    return tuple((region, years[0]) for region, years in found)


def _regions(question: Question, earlier: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The regions of the corpus that are meant, with those of earlier turns where the question compares with them."""
    before = [[place.region for place in gazetteer.places(turn) if place.region] for turn in earlier]
    named = [regions for regions in before if regions]
    two = TWO_PLACES.search(question.text)
    asks_of_all = PATTERNS["rank"].search(question.text) or PATTERNS["sum"].search(question.text)
    if earlier and not gazetteer.places(question.text) and (two or asks_of_all or _goes_on_between(question.text, earlier)):
        recent = {place.region for turn in recent_turns(earlier, gazetteer) for place in gazetteer.places(turn) if place.region}
        every = list(dict.fromkeys(region for regions in reversed(named) for region in reversed(regions)))
        spoken = [region for region in every if asks_of_all and not two and region in recent]  # one after the other, of one matter
        if len(every) > 1 and not (PATTERNS["sum"].search(question.text) and not two and len(spoken) < 2):
            return tuple(reversed(spoken if len(spoken) > 1 else every[:2]))
    own = list(question.regions)
    if own and named and OTHERS_TOO.search(question.text):
        own = list(dict.fromkeys([*own, *named[-1]]))
    if len(own) == 1 and named and TWO_PLACES.search(question.text):
        own = list(dict.fromkeys([*named[-1][-1:], *own]))
    above = {gazetteer.region(gazetteer.parent(stem_of(region))) for region in own}
    if len(above) == 1 and (region := above.pop()) and region not in own and _means_whole(question.text, own):
        own.append(region)
    return tuple(own)


def _goes_on_between(text: str, earlier: Sequence[str]) -> bool:
    """Tell whether a question asks how far apart the places are that the turn before asked to rank (哪个高 - 高多少)."""
    apart = PATTERNS["difference"].search(text) and not OVER_TIME.search(without_names(text)) and not years_named(text)
    return bool(apart and earlier and PATTERNS["rank"].search(earlier[-1]))


def _means_whole(text: str, own: Sequence[str]) -> bool:
    """Tell whether a question sets the city above some places beside them: 和全市比, or 全市 where only the one above is one."""
    if len(own) != 1 or own[0].endswith(("区", "县")):
        return means_whole(text, map(stem_of, own))
    stem = re.escape(stem_of(own[0]))
    first = re.search(FIRST_WHOLE.format(stem), text)
    return bool(WHOLE_CITY.search(text) or (first and not re.search(stem, text[: first.start()])))
