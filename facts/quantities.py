"""Running text -> the quantities in it: number, scale and unit, with exact spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.numerals import numeral

ASCII = str.maketrans("０１２３４５６７８９．％，－～＞＜", "0123456789.%,-~><")
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
MONEY = "元|美元|欧元|元/人|美元/人"
COUNTERS = (
    "个百分点|百分点|个?工作日|人年(?!薪|龄|均)|人次|架次|人日|家次|件/万人|件|家|个(?!月)|名|人|项|位|所|座|条|种|支|只|次|套|台|户|篇|亩|倍|场|批|处|类|吨|辆|款|例|"
    "晚(?![上间会]|于|稻|期|育)|平方公里|平方千米|平方米|立方米|公里|公顷|岁|公斤|千克|分钟|小时|间|趟|列|张|千瓦时|千瓦(?!/)|兆瓦时|兆瓦|吉瓦时|吉瓦|标准箱|标箱|头|颗|枚|株|羽|尾|艘|架|所次|床|张床位|吨标准煤|[微毫]克(?:/立方米|/升)?|EFLOPS|PFLOPS|Gbps|P|%|‰"
)
QUANTITY = re.compile(
    rf"(?P<rank>[第前]\s*)?(?P<low>{NUMBER})\s*(?:(?P<mid>(?:百万|千万|万亿|[百千万亿])?\s*(?:{MONEY}|{COUNTERS})?)\s*(?:-|–|—|~|至|到)\s*(?P<high>{NUMBER})\s*)?"
    rf"(?P<scale>万亿|百万|千万|[百千万亿])?\s*(?P<unit>{MONEY}|{COUNTERS})(?P<per>/(?:万人|人|家|亩|年))?"
)
UNIT_WORDS = re.compile(r"(?P<scale>万亿|百万|千万|[百千万亿])?(?P<unit>.*)")
BEFORE = re.compile(
    r"(?:(?P<no_less>不低于|不少于|至少|不小于|≥|>=)|(?P<more>突破|超过|高于|大于|超|逾|>|多于)|(?P<less>不超过|不高于|控制在|低于|以内|≤|<)|(?P<about>约|近|接近|左右))\s*$"
)
ROUND = re.compile(r"(?P<more>超过?|突破|达到?|近)\s*(?P<scale>万亿|千亿|百亿|百|千|万)(?P<unit>元|家|个|名|人|项)")
HUNDREDS = {"百亿元": Decimal(100), "千亿元": Decimal(1000), "万亿元": Decimal(10000)}
PLACED = re.compile(
    r"(?:第|前)\s*(?P<rank>(?:[一二三四五六七八九]?十)?[一二三四五六七八九]|[一二三四五六七八九]?十)\s*[位名](?!的(?:为|是)|单)"
)  # 列第一位的为牵头单位: no rank of anything
TOP = re.compile(r"前\s*(?P<rank>\d{1,3})\s*强")
STANDING = re.compile(
    r"(?:居|列|排名?|排在|跃升至|升至)[^，。；\d第]{0,14}第\s*(?P<rank>\d{1,3}|[一二三四五六七八九十]{1,3})(?=[，。；、])"
)
BARE = re.compile(rf"(?P<number>{NUMBER})\s*(?P<scale>[万亿])(?=[，。；、])")
TENTHS = re.compile(r"(?<!的)(?P<tens>[一二三四五六七八九])成(?P<ones>[一二三四五六七八九])?(?![立员为交果功都本就长分型品效熟绩人套体])")
PEOPLE = re.compile(r"人口|人数|就业|人才|人员|游客")
NAMED = 12  # characters before a figure that can say that it counts people
AFTER = re.compile(r"^\s*(?P<more>以上|及以上|之上)|^\s*(?P<less>以下|以内|之内)|^\s*(?P<about>左右|上下)|^\s*(?P<over>多|余)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        start: first code point of the number.
        end: one past the unit.
        value: in `unit`, without scale.
        high: upper end of a range, or None.
        unit: without 万 and the like, money aside, which keeps 万元 and 亿元.
        comparator: as the words before and after it say: "", 超过, 不低于, 以上, 不超过, 约, 左右.
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str
    comparator: str


def normalise(value: Decimal, scale: str, unit: str) -> tuple[Decimal, str]:
    """Return a value in its unit without scale; money keeps 万 and 亿 in its unit.

    >>> normalise(Decimal("1.43"), "万", "家"), normalise(Decimal("450"), "亿", "元")
    ((Decimal('14300.00'), '家'), (Decimal('450'), '亿元'))
    """
    unit = {"个百分点": "百分点", "工作日": "个工作日"}.get(unit, unit)
    if "元" in unit or not scale:
        return value, scale + unit
    return value * SCALES[scale], unit


def split_unit(text: str) -> tuple[str, str]:
    """Return (scale, unit) of a unit as a table writes it.

    >>> split_unit("万家"), split_unit("万元/人"), split_unit("%")
    (('万', '家'), ('万', '元/人'), ('', '%'))
    """
    match = UNIT_WORDS.fullmatch(text.translate(ASCII).strip())
    return (match["scale"] or "", match["unit"]) if match else ("", text)


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities of text[start:end], spans in the whole text; years and bare numbers are none."""
    body = text[start:end].translate(ASCII)
    for match in QUANTITY.finditer(body):
        if match.start() and body[match.start() - 1] in "0123456789.":
            continue
        if match["unit"] == "P" or (match["unit"] == "位" and not match["rank"]):
            continue
        low, high = _number(match["low"]), _number(match["high"]) if match["high"] else None
        unit = match["unit"] + (match["per"] or "")
        scale = match["scale"] or ""
        if match["mid"] and high is not None:
            own_scale, own_unit = split_unit(match["mid"])
            if own_unit and own_unit != match["unit"]:
                continue
            if own_scale or own_unit:  # "1.5-2万家" shares its scale, "5000家至1万家" does not
                low = low * SCALES[own_scale] / SCALES[scale]
        value, plain = normalise(low, scale, unit)
        upper = normalise(high, scale, unit)[0] if high is not None else None
        comparator = _comparator(body[: match.start()], body[match.end() :])
        yield Quantity(start + match.start(), start + match.end(), value, upper, plain, comparator)


def find_worded(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities that text[start:end] writes without digits or without their unit: 突破万亿元, 超百家, 第三位, 四成, 7.1亿.

    Such are no quantities of a rule, so that only figures of plans are read with them.
    """
    for match in ROUND.finditer(text, start, end):
        value, unit = normalise(Decimal(1), match["scale"], match["unit"])
        if unit in HUNDREDS:
            value, unit = HUNDREDS[unit], "亿元"
        yield Quantity(match.start("scale"), match.end("unit"), value, None, unit, "超过" if match["more"] in ("超", "突破", "过") else "")
    for match in PLACED.finditer(text, start, end):
        yield Quantity(match.start("rank"), match.end(), Decimal(numeral(match["rank"])), None, "位", "")
    for match in TOP.finditer(text, start, end):
        yield Quantity(match.start(), match.end(), Decimal(match["rank"]), None, "位", "")
    for match in STANDING.finditer(text, start, end):
        rank = match["rank"]
        yield Quantity(match.start("rank"), match.end(), Decimal(numeral(rank)), None, "位", "")
    for match in TENTHS.finditer(text, start, end):
        comparator = _comparator(text[start : match.start()], text[match.end() : end])
        yield Quantity(match.start(), match.end(), tenths(match), None, "%", comparator)
    for match in BARE.finditer(text, start, end):
        number = Decimal(match["number"].translate(ASCII))
        if match["scale"] == "亿":
            yield Quantity(match.start("number"), match.end("scale"), number, None, "亿元", "")
        elif PEOPLE.search(text[max(start, match.start() - NAMED) : match.start()]):
            yield Quantity(match.start("number"), match.end("scale"), number * 10_000, None, "人", "")


def tenths(match: re.Match[str]) -> Decimal:
    """Return the percentage that a match of TENTHS means: 三成四 is 34."""
    return Decimal(10 * numeral(match["tens"]) + numeral(match["ones"] or ""))


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _comparator(before: str, after: str) -> str:
    if found := BEFORE.search(before):
        kind = found.lastgroup
        return {"no_less": "不低于", "more": "超过", "less": "不超过", "about": "约"}[kind or "about"]
    if found := AFTER.match(after):
        return {"more": "以上", "less": "以下", "about": "左右", "over": "多"}[found.lastgroup or "about"]
    return ""


def plain_decimal(value: Decimal) -> str:
    """Return a decimal as a plain string without superfluous zeros.

    >>> plain_decimal(Decimal("14300.00")), plain_decimal(Decimal("3.60"))
    ('14300', '3.6')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
