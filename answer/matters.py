"""A question about figures -> the figures it asks for, one by one: of what, where, when, and of which kind."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from answer.figure_kinds import ASKS, kind_sought
from facts.regions import Gazetteer
from retriever.levels import means_whole
from retriever.operations import PATTERNS
from retriever.years import years_in, years_named

BORDER = re.compile(r"[，,；;。？?！!\n]|(?<=[多几]少)(?=到多少)")
EACH_ASKS = re.compile(r"、|(?:以及|还有)(?=[^，,；;。？?、]{0,8}(?:多少|几))")
ASKING = re.compile(rf"{ASKS.pattern}|几(?!年前|乎|何)|呢$|又是|[谁哪]|排(?:一下|序|个队|名)|比一比|列(?:个|一下|出)|吗$|没有?$|没$", re.I)
EACH = re.compile(r"(?:多少|几(?!年|乎|何|百|千|十年))[^，,；;。？?、]{0,4}|多[大高]|百分之")
DERIVED = re.compile(
    r"几成|几倍|倍数|[几多]少?个?(?:百分)?点|增[速幅]|(?:涨|增|提|升|抬|多)[^，。？?]{0,4}(?:百分|几|多少)|占[^，。？?]{0,6}(?:百分|几|多少)"
)  # computed, or of any kind
SHARE_POINTS = re.compile(r"(?:占比|比重|比例)[^，。？?]{0,12}百分点")
COUNTS = (("个", re.compile(r"[家个人件户项]数")), ("元", re.compile(r"金额|数额")))
SUM = re.compile(r"^(?:多少|几)个?(?:钱|税|款|贷款|资金|经费|所得税|信贷)")
COUNTER = re.compile(r"^(?:多少|几)(?:十|百|千|万)?[个家名人位项件台套所座支条]")
BETWEEN = re.compile(r"(?<!占)比|倍|差|多(?:出)?(?:多少|几)|涨|增")  # sets one year against another
AGAINST = re.compile(r"^(?:那|又|各|分别)?比(?![重例较率值如])")  # sets what was asked for against other places
NOW, LATER = re.compile(PATTERNS["baseline"].pattern, re.I), re.compile(r"要|目标|打算|计划")
AFTERWARDS = re.compile(r"[三五]年[后末内]|期末|最[终后]|到时候?|目标")
PRESENT = re.compile(r"现在|目前|现有|已有|眼下|如今|当前")
ONLY_COMPUTES = re.compile(
    r"(?:那么?|它|这|又|还)?(?:年均|平均|每年|同比)?的?(?:增[速幅长]率?|涨幅|增长|增量|提高幅度|倍数)(?:是|有|要|达到?|到|为|大概|约)*(?:多少|几[成倍]|呢)*"
)  # of what was named before
RUN_BY = re.compile(
    r"(?:依托|靠|由|归|是)(?:的)?(?:是)?(?:谁|哪一?(?:家|个|些)?(?:单位|机构|公司|企业|部门|院校|高校|大学|研究院)?)(?![^，。？?]*(?:最|更|多少|[高低多大]))"
)  # asks for a body, and for no figure
AROUND = 6  # characters before an asking word that say what kind it asks for
WIDE = re.compile(r"[，,；;。？?！!：:]")


@dataclass(frozen=True, slots=True)
class Matter:
    """One figure, or several of one thing, that a question asks for.

    Attributes:
        words: what names the thing, in the question's words.
        before: what the matter before it names, to which its words may only add (国家级几个).
        regions: where; none where the question names no place.
        years: when, none where it does not say.
        kinds: the kind of each figure asked for, "" where any will do.
        said: the whole piece of the question.
    """

    words: str
    before: str
    regions: tuple[str, ...]
    years: tuple[int, ...]
    kinds: tuple[str, ...]
    said: str


def matters_of(text: str, gazetteer: Gazetteer, names_thing: Callable[[str], bool]) -> tuple[Matter, ...]:
    """Return what a question asks for, in its order.

    Args:
        text: the question, as `normalise` returns it.
        gazetteer: knows places.
        names_thing: tells whether words name a thing that figures can be of.

    Words that name nothing go on with what was named before (那2027年呢), and what asks for nothing yet leads what comes next.
    """
    found: list[Matter] = []
    led = Matter("", "", (), (), (), "")
    for piece in _pieces(text):
        regions = _regions(piece, gazetteer)
        years = years_named(piece) or years_in(piece)
        asks, names = bool(ASKING.search(RUN_BY.sub("", piece))), names_thing(piece) and not (found and ONLY_COMPUTES.fullmatch(piece))
        fresh = not led.said
        led = replace(
            led,
            words=(led.words + "，" + piece if led.words and fresh is False else piece) if names else led.words,
            regions=tuple(dict.fromkeys([*([] if asks and led.kinds else led.regions), *regions])) or led.regions,
            years=years or led.years,
            said=led.said + piece,
        )
        if not asks or (found and not names and not years and AGAINST.match(piece)):
            continue
        last = found[-1] if found else None
        matter = replace(led, kinds=kinds_of(piece))
        if last:
            matter = _going_on(matter, last, piece)
        found.append(matter)
        led = Matter("", "", (), (), (), "")
    every = tuple(dict.fromkeys(region for one in found for region in one.regions))
    return tuple(replace(one, regions=one.regions or every) for one in found if one.words)


def _going_on(matter: Matter, last: Matter, piece: str) -> Matter:
    """A matter with what it leaves to the one before: the thing, the place, the year; where both years are set side by side, both."""
    apart = (NOW.search(piece) and not LATER.search(piece)) or AFTERWARDS.search(piece)
    years = matter.years or (() if apart else last.years)
    if not matter.words and matter.years and BETWEEN.search(piece):
        years = tuple(dict.fromkeys([*last.years, *matter.years]))
    return replace(
        matter,
        words=matter.words or last.words,
        before=f"{last.words}，{last.before}" if matter.words else last.before,
        regions=matter.regions or last.regions,
        years=years,
    )


def _pieces(text: str) -> list[str]:
    """The stretches between stops, parted at a 、 where there is something asked for on both sides of it."""
    pieces: list[str] = []
    for stretch in BORDER.split(text):
        parts = EACH_ASKS.split(stretch)
        pieces += parts if len(parts) > 1 and all(EACH.search(part) for part in parts) else [stretch]
    return [piece for piece in pieces if piece.strip()]


def _regions(piece: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    own = [place for place in gazetteer.places(piece) if place.region]
    top = gazetteer.top_region()
    whole = bool(top) and means_whole(piece, [place.stem for place in own])
    return tuple(dict.fromkeys([*(place.region for place in own), *([top] if whole else [])]))


def kinds_of(piece: str) -> tuple[str, ...]:
    """Return the kind of each figure that a piece of a question asks for.

    >>> kinds_of("多少家企业、多少钱"), kinds_of("要做到多大")
    (('个', '元'), ('',))
    """
    found = []
    if DERIVED.search(piece):
        return ("%",) if SHARE_POINTS.search(piece) else ("",)
    if named := [kind for kind, words in COUNTS if words.search(piece)]:
        return tuple(named)
    for asked in EACH.finditer(piece):
        before = WIDE.split(piece[max(0, asked.start() - AROUND) : asked.start()])[-1]
        if SUM.match(asked.group()):
            found.append("元")
            continue
        found.append("个" if COUNTER.match(asked.group()) else kind_sought(before + asked.group()))
    return tuple(dict.fromkeys(found)) or ("",)
