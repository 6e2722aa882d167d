"""Figures of one sentence -> the share of a part, the whole of which a part is a known share, what there was before a growth."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.formula import base_of, before_growth, part_of, share, whole_of
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import is_aim, is_level, same_unit
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import one_wording
from facts.likeness import overlap
from facts.regions import stem_of
from index.numerals import chinese_value
from retriever.rest import spoken
from retriever.slots import Slots

ASKED = r"(?:百分之(?:几|多少)|几成|多少|多大|的?比例|的?比重)"
WITHIN = re.compile(rf"(?P<whole>[^，,。？?]{{2,20}}?)(?:里面?|当?中(?!心))[，,、]?(?P<part>[^，,。？?]{{1,16}}?)占(?:了|到)?{ASKED}")
OF = re.compile(rf"(?P<part>[^，,。？?]{{2,24}}?)[，,]?占(?:了|到)?(?P<whole>[^，,。？?]{{2,16}}?)的?{ASKED}")
BACKWARD = re.compile(
    r"倒推|反推|推算|按[^，。？?]{2,20}推|推出|推测|折算|估算|倒算|反算|(?:占(?!全)|[一二三四五六七八九]成|[%％])[^？?]{0,20}(?<!占)(?:全[市区县]|总共|一共|总数|总量)[^，。？?]{0,6}(?:多少|几)"
)
PREVIOUS = re.compile(r"(?<![近比较过])(?:(?<!之)前一年|上一?年(?!度?以来)|头一年)")
OF_WHOLE = r"(?:现在|目前|当前|数量|总?数|的)*(?:总共|一共|总数|共有|大概|大约|差不多|估计)(?:有|是|约|大概|大约|差不多)*(?:多少|几)"
AMOUNT = re.compile(r"(?:多少|几)\s*(亿|万|家|个|名|人|项|件)")
SHARE_NAME = re.compile(r"(?P<part>.*)占(?P<whole>.{2,}?)(?:的)?(?:比重|比例|份额|强度)?(?:[（(].*)?$")
GROWN = re.compile(r"[，,、（(]?\s*(?:同比|比上年|较上年|比去年)(?:增长|增加|提高|上升)\s*(?P<rate>\d+(?:\.\d+)?)\s*[%％]")
TIMES = re.compile(
    r"\s*[，,（(]?\s*(?:是|为|达到?|相当于)\s*(?P<year>(?:19|20)\d{2})\s*年的?\s*(?P<times>\d+(?:\.\d+)?|[二两三四五六七八九十]+)\s*倍"
)
SIZE = re.compile(r"(?:总?规模|总[量额数]|数量|总装机)$")
GIVEN = re.compile(r"^(?:全年|累计|共|新增|企业)*(?:发放|下达|实现|完成|投放|安排)")
TENTH = 10  # per cent
TENTHS = "零一二三四五六七八九"
TOLD = re.compile(r"占[^，。？?]{0,8}?(?:(?P<tenths>[一二三四五六七八九])成|(?P<rate>\d+(?:\.\d+)?)[%％])")
MORE = ("超过", "以上", "不低于")
ALIKE, NEARLY, SAME_THING = 0.5, 0.8, 0.3  # shares of pairs of characters


def infers(text: str) -> bool:
    """Tell whether a question wants a figure inferred from others: a whole from its part, the year before from a growth.

    >>> infers("占六成，倒推一共多少家"), infers("前一年大概多少"), infers("近一年新增多少")
    (True, True, False)
    """
    return bool(BACKWARD.search(text) or PREVIOUS.search(text))


def tell_share(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Tell what share of a whole a part is, where one sentence tells both; say whether anything was told."""
    text = spoken(slots.text)
    for region in slots.regions:
        text = re.sub(rf"{stem_of(region)}(?!级)[市区县]?", "", text)
    match = WITHIN.search(text) or OF.search(text)
    counts = [fact for fact in held if (decimal(fact.value) or 0) > 0 and fact.unit not in ("%", "位")]
    if not match or not counts:
        return False
    whole = max((fact for fact in counts if _fits(fact, match["whole"], ALIKE)), key=_value, default=None)
    if whole is None:
        return False
    smaller = [fact for fact in counts if same_unit(fact.unit, whole.unit) and _value(fact) < _value(whole) and fact.year == whole.year]
    parts = [fact for fact in smaller if _fits(fact, match["part"], NEARLY)]
    part = max(parts, key=lambda fact: overlap(spoken(short_name(fact.name)), match["part"] + match["whole"]), default=None)
    if part is None:
        return False
    result = share(*teller.terms([part, whole]))
    said = f"{short_name(part.name)}{teller.value(part)}，{short_name(whole.name)}{teller.value(whole)}"
    return teller.tell(f"{_when(part)}{said}，前者占后者的{result.told}（{result.formula}）", [part, whole], [result])


def tell_backward(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Tell a whole from its part and share, or the figure of the year before from a growth, where it is asked to be inferred."""
    levels = sorted(filter(is_level, held), key=lambda fact: (-len(fact.value), fact.origin != "table"))  # precisely first
    if not infers(slots.text):
        return any(_asks_whole(fact, slots.text) and _tell_whole(teller, slots, fact, levels) for fact in levels if fact.unit == "%")
    return any(_tell_before(teller, slots, fact) for fact in levels) or any(
        _tell_whole(teller, slots, fact, levels) for fact in levels if fact.unit == "%"
    )


def tell_asked_whole(teller: Teller, slots: Slots, facts: Sequence[Fact]) -> bool:
    """Tell how many there are in all of what a question names, from a part and its share told in one passage; say whether it was told."""
    shares = [fact for fact in facts if fact.unit == "%" and is_level(fact) and _asks_whole(fact, slots.text)]
    return any(_tell_whole(teller, slots, rate, [fact for fact in facts if fact.passage_id == rate.passage_id]) for rate in shares)


def tell_base(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Tell the figure of an earlier year from a later one that is said to be so many times of it; say whether it was told."""
    for fact in held if not slots.asks("multiple", "growth") else ():
        found = TIMES.match(teller.index.texts[fact.doc], fact.spans[0].end)
        times = number(found["times"]) if found else Decimal(0)
        if not found or not times or int(found["year"]) not in slots.years or not is_level(fact) or not _value(fact):
            continue
        if overlap(SIZE.sub("", short_name(fact.name)), slots.text) < NEARLY:
            continue
        result = base_of(teller.terms([fact])[0], times)
        about = "约" if fact.comparator and result.exact else ""  # a floor gives no exact base
        said = f"{fact.scope or fact.region}{short_name(fact.name)}{teller.dated(fact)}，是{found['year']}年的{found['times']}倍"
        return teller.tell(f"{said}，倒推{found['year']}年{about}{result.told}（{result.formula}）", [fact], [result])
    return False


def tell_part(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Tell how much a part of something is, where a sentence tells the whole and then the part's share of it."""
    asked = AMOUNT.search(slots.text)
    if not asked:
        return False
    levels = [fact for fact in held if is_level(fact)]
    for whole, rate in zip(levels, levels[1:], strict=False):
        between = teller.index.texts[rate.doc][whole.spans[0].end : rate.spans[0].start]
        alike = (whole.year, whole.scope, is_aim(whole)) == (rate.year, rate.scope, is_aim(rate))
        if rate.unit != "%" or asked[1] not in whole.unit or not alike or "其中" not in between or "占" not in between:
            continue
        if overlap(spoken(short_name(rate.name)), spoken(slots.text)) < ALIKE or not _value(whole):
            continue
        result = part_of(*teller.terms([whole, rate]))
        more = "以上" if whole.comparator in MORE or rate.comparator in MORE else ""
        said = f"{short_name(whole.name)}{teller.value(whole)}，其中{short_name(rate.name)}占{teller.value(rate)}，即{result.told}{more}"
        return teller.tell(
            f"{rate.scope or rate.region}{rate.year or ''}{'年' if rate.year else ''}{said}（{result.formula}）", [whole, rate], [result]
        )
    return False


def _tell_before(teller: Teller, slots: Slots, fact: Fact) -> bool:
    text = teller.index.texts[fact.doc]
    grown = GROWN.match(text[fact.spans[0].end : fact.spans[0].end + 40])
    if not grown or fact.year is None or not _value(fact):
        return False
    before = slots.asked_values < 2 and PREVIOUS.search(slots.text) and (not slots.years or fact.year in slots.years)
    if not before and fact.year - 1 not in slots.years:
        return False
    if overlap(GIVEN.sub("", short_name(fact.name)), slots.text) < ALIKE:
        return False
    result = before_growth(teller.terms([fact])[0], Decimal(grown["rate"]))
    year = f"{fact.year - 1}年" if fact.year - 1 in slots.years else "上年"
    said = f"{short_name(fact.name)}{teller.dated(fact)}，同比增长{grown['rate']}%，倒推{year}{result.told}（{result.formula}）"
    return teller.tell(f"{fact.region}{said}", [fact], [result])


def _tell_whole(teller: Teller, slots: Slots, rate: Fact, held: Sequence[Fact]) -> bool:
    name = _share_name(rate)
    if (
        not name
        or not (name["whole"] in one_wording(slots.text) or _is_told(rate, name["whole"], slots.text))
        or not _value(rate)
        or (slots.years and rate.year not in slots.years and not TOLD.search(slots.text))
    ):
        return False
    alike = [fact for fact in held if (fact.year, is_aim(fact)) == (rate.year, is_aim(rate))]
    parts = [fact for fact in alike if not PER_HEAD.search(fact.unit) and _value(fact)]
    scored = sorted(((overlap(name["part"], one_wording(fact.name)), fact) for fact in parts), key=lambda pair: -pair[0])
    if not scored or scored[0][0] < SAME_THING or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return False
    part = scored[0][1]
    result = whole_of(*teller.terms([part, rate]))
    said = f"{short_name(part.name)}{teller.value(part)}，{short_name(rate.name)}{teller.value(rate)}"
    return teller.tell(f"{_when(part)}{said}，倒推{name['whole'].upper()}{result.told}（{result.formula}）", [part, rate], [result])


def _share_name(rate: Fact) -> re.Match[str] | None:
    """The part and the whole that a share is of, by its own name, else by that of its indicator (研发投入强度: 占GDP比重)."""
    return SHARE_NAME.match(one_wording(short_name(rate.name))) or SHARE_NAME.match(one_wording(rate.indicator))


def _asks_whole(rate: Fact, text: str) -> bool:
    """Tell whether a question asks how many there are in all of what a share is of."""
    name = _share_name(rate)
    return bool(name and re.search(re.escape(name["whole"]) + OF_WHOLE, one_wording(text)))


def _is_told(rate: Fact, whole: str, text: str) -> bool:
    """Tell whether a question tells a share itself, of about what it is a share of: 产业研究院占全市七成."""
    told = TOLD.search(text)
    value = Decimal(told["rate"]) if told and told["rate"] else Decimal(TENTHS.index(told["tenths"]) * 10) if told else None
    near = value == _value(rate) or bool(told and told["tenths"] and value is not None and value <= _value(rate) < value + TENTH)
    return near and (overlap(whole, one_wording(text)) >= ALIKE or whole.replace("工业", "") in one_wording(text))


def _fits(fact: Fact, words: str, least: float) -> bool:
    """Tell whether a fact's name holds some words or most of them, or, where less is enough, is held by them."""
    name = spoken(short_name(fact.name))
    return words in name or overlap(words, name) >= least or (least == ALIKE and overlap(name, words) >= least)


def number(words: str) -> Decimal:
    """A number in digits, or in Chinese numerals."""
    return Decimal(words) if words[0].isdecimal() else Decimal(chinese_value(words) or 0)


def _value(fact: Fact) -> Decimal:
    return decimal(fact.value) or Decimal(0)


def _when(fact: Fact) -> str:
    return f"{fact.region}{fact.year}年" if fact.year else fact.region
