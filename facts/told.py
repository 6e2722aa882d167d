"""What an enterprise writes of itself -> the quantities that it tells, in plain units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from facts.days import moment_in, number
from facts.quantities import Quantity, find_quantities
from facts.spoken import with_yuan
from facts.traits import CLAUSE

MONEY = {
    "元": Decimal("0.0001"),
    "万元": Decimal(1),
    "千元": Decimal("0.1"),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
    "亿元": Decimal(10000),
}
PEOPLE = ("人", "名", "位")
LENGTH = re.compile(
    r"(?<![\d头第上前每哪])(?![一1]\s*(?:年|个月|天)[都也]?没)(\d{1,3}|[一二三四五六七八九十两]{1,3})\s*(年|个月|天)(?!\d|底|初|末|度|级|营收|收入|销售|产值|流水|纳?税|利润|出口)"
)
STAFF = re.compile(r"(?<![\d.])(\d+)(?:多|来)?(职工|员工)")  # 有600职工
UNDER = re.compile(r"(?:不到|不满|未满|没满)$")
HALF_YEAR = re.compile(r"(?<![上下前后大小\d一二三四五六七八九十])半年(?!报|度|会)")
MONTHS = {"年": Decimal(12), "个月": Decimal(1), "天": Decimal(1) / 30}
SINCE = re.compile(
    r"(?P<words>[^,;。，；\d]{0,10}?)(?:从|自)?(?P<from>(?:去年|今年|前年|\d{4}年)?\d{1,2}月)(?:份|起|开始)?[^,;。，；]{0,6}?(?:到|至)(?:现在|今天|目前|如今)(?P<after>[^,;。，；]{0,8})"
)
HIRED = re.compile(
    r"(?P<from>(?:去年|今年|前年|\d{4}年)?\d{1,2}月)份?[^。；;]{0,4}(?:新?招|引进|入职|新进|来了)[^。；;]{0,40}社保[^,;。，；]{0,3}(?:一直|没断|按月|每月)"
)
OF_YEAR = re.compile(
    r"^[^,;。]{4,}?(?<![第满近前上头])(?:[1一]年|每年|每个?月|1个月)(?=(?:交的?|付的?)?(?:房租|租金|场租|保费|利息|电费|水费|物业费)$)"
)  # 我们基地在某地一年房租: who and where are not of its name
ASKING = re.compile(
    r"(?:能|可以?|该)(?:抵|补|拿|领|报销?|奖|兑|减免?)[^,;。]{0,3}(?:多少|几)[^,;。]*$"
)  # 花了16万能抵多少: what is asked of it
SPENT = re.compile(r"(?:花|付|出)了?$")
NONE_AT_ALL = re.compile(r"(?P<words>[^,;。，\d]{2,14}?)[一1](?P<unit>辆|台|件|项|家|间|名)(?:都|也)?没")
BUILT = re.compile(
    r"(?P<from>(?:去年|今年|前年|\d{4}年)\d{1,2}月)[^。;]{0,6}?(?:开工|动工)[^。]{0,40}?(?P<to>(?:去年|今年|前年|\d{4}年)?\d{1,2}月)[^。,;]{0,4}?(?:完工|竣工|建成)"
)
YEAR = re.compile(r"(?:去|今|前|上一?)年度?|20\d{2}年|\d{1,2}月份?")
BARE = re.compile(  # words around a figure that do not say what it is a figure of
    rf"(?:{YEAR.pattern}|同比|相比|比|较|约|大概|大约|一共|总共|总计|合计|共|不含税|含税|也|只有?|才|就|都|已经?|实际|先|达到?|为|是|有|占比?|花|付|投|"
    r"(?<!的)做到(?!今年|去年|现在|了)|涨|增长|增加|提高|增|长|多|少|下降|下滑|降|跌|了|到|的|左右|以上|接近|将近|近|超过|全?年|度|前1年|上1年|以来|同期|期)*"
)
GREW = re.compile(r"(?:上?涨|增加|提高|上升|增|(?<!增)长)了?(?!长|加|幅|速)|多了")
FALLEN = re.compile(r"少了?|下?降了?|跌了?|减少了?|下滑了?")
FROM = re.compile(r"从(?:(?:去|前|上)年度?)?的?$")
RISEN = re.compile(r"(?:一路)?(?:做|干|涨|增加|增长|提高|上升|升|加|增|长)到了?(?:了|今年|去年|现在|的)*$")
MADE = re.compile(r"([发放充])(?:了|出|电|了?大?约|的?电量)*$")
KILOWATT = re.compile(r"(\d+(?:\.\d+)?)\s*(万|亿)?\s*(?:千瓦时|度电?)")


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity that an enterprise tells: the words around it, its value in `unit` (money in 万元).

    `terms` is the formula of one that follows from others ("12000万元×6%"), else "".
    """

    words: str
    value: Decimal
    unit: str
    terms: str = ""


def unit_class(unit: str) -> str:
    """Return the class of a unit: 元 for all money, 人 for all counts of people, else the unit itself."""
    return "元" if unit in MONEY else "人" if unit in PEOPLE else unit


def in_ten_thousands(value: Decimal, unit: str) -> Decimal:
    """Return money in 万元; other quantities as they are."""
    return value * MONEY.get(unit, Decimal(1))


def quantities_told(body: str) -> list[Told]:
    """Return the quantities of a text in plain characters and digits, clause by clause, each with the words around it."""
    found: list[Told] = []
    lead = ""
    for match in CLAUSE.finditer(body):
        clause = with_yuan(match.group())
        quantities = list(find_quantities(clause, 0, len(clause)))
        at = 0
        for place, quantity in enumerate(quantities):
            limit = quantities[place + 1].start if place + 1 < len(quantities) else len(clause)
            before, after = clause[at : quantity.start], ASKING.sub("", clause[quantity.end : limit])
            words = before if len(before) > 1 or place + 1 < len(quantities) else before + after
            if SPENT.search(before):
                words = before + after
            words = OF_YEAR.sub("", words)
            if BARE.fullmatch(words) and lead:
                words = "员工" if not words and quantity.unit == "人" else lead + words
            value = in_ten_thousands(quantity.value, quantity.unit)
            if quantity.unit == "%" and FALLEN.search(before):
                words, value = FALLEN.sub("增长", words), -value
            elif quantity.unit == "%":
                words = GREW.sub("增长", words)
            found.append(Told(words, value, "万元" if quantity.unit in MONEY else quantity.unit))
            last = place + 1 == len(quantities)
            if after and (last or after.startswith("的")) and len(before) > 1 and not before.endswith(after):
                found.append(Told(after, found[-1].value, found[-1].unit))
            at = quantity.end
        found += _of_words(clause, lead)
        for length in LENGTH.finditer(clause):
            words = clause[: length.start()] + clause[length.end() :]
            words = lead + words
            words += "签订劳动合同" if "签" in clause else ""
            half = 6 if length[2] == "年" and clause[length.end() : length.end() + 1] == "半" else 0
            short = 1 if UNDER.search(clause[: length.start()]) else 0  # 还不到1年
            found.append(Told(words, Decimal(number(length[1]) or 0) * MONTHS[length[2]] + half - short, "月"))
        lead = _noun(match.group(), quantities, clause) or lead
    found = _risen(found)
    found += [Told(match["words"], Decimal(0), match["unit"]) for match in NONE_AT_ALL.finditer(body)]
    found = [replace(item, words="员工") if not item.words and item.unit == "人" else item for item in found]
    return [item for item in found if not re.fullmatch(r"[的了也]?|月.*", item.words)]


def _of_words(clause: str, lead: str) -> Iterator[Told]:
    """What a clause tells in words of its own: 600职工, 半年, 3万度电."""
    for staff in STAFF.finditer(clause):
        yield Told(staff[2], Decimal(staff[1]), "人")
    for half in HALF_YEAR.finditer(clause):
        yield Told(lead + clause[: half.start()] + clause[half.end() :], Decimal(6), "月")
    for power in KILOWATT.finditer(clause):
        made = MADE.search(clause[: power.start()])
        yield Told(
            clause[: power.start()] + (f"{made[1]}电量" if made else "用电量"),
            Decimal(power[1]) * {"万": 10**4, "亿": 10**8}.get(power[2] or "", 1),
            "千瓦时",
        )


def _noun(clause: str, quantities: list[Quantity], written: str) -> str:
    """What a clause speaks of, for the figures of the next one that name nothing: 去年营收3000万 -> 营收; "" where it names nothing."""
    head, at = "", 0
    for quantity in quantities:
        head, at = head + written[at : quantity.start], quantity.end
    head += (written if quantities else clause)[at:]
    return "" if BARE.fullmatch(head) else YEAR.sub("", head)


def _risen(found: list[Told]) -> list[Told]:
    """What is told as 从1000万涨到1500万: the later sum under the noun, then the earlier one as that of the year before."""
    told = list(found)
    for place, (one, other) in enumerate(zip(found, found[1:], strict=False)):
        start = FROM.search(one.words)
        if start and RISEN.match(other.words) and one.unit == other.unit:
            noun, this = one.words[: start.start()], "今年" in other.words
            told[place : place + 2] = replace(other, words="今年" * this + noun), replace(one, words=("去年" if this else "前年") + noun)
    return told


def times_told(body: str, today: date) -> list[Told]:
    """Lengths of time told by their beginning: 社保从4月交到现在."""
    found = []
    for match in BUILT.finditer(body):
        start = moment_in(match["from"], today)
        to = match["to"] if match["to"][0] in "去今前2" else match["from"][: 5 if match["from"][0] == "2" else 2] + match["to"]
        end = moment_in(to, today)
        if start and end and end >= start:
            found.append(Told("建设期", Decimal((end.year - start.year) * 12 + end.month - start.month), "月"))
    for match in HIRED.finditer(body):
        words = match["from"] if match["from"][0] in "去今前2" else f"今年{match['from']}"
        if (start := moment_in(words, today)) and start <= today:
            found.append(Told("社保缴纳", Decimal((today.year - start.year) * 12 + today.month - start.month), "月"))
    for match in SINCE.finditer(body):
        words = match["from"] if match["from"][0] in "去今前2" else f"今年{match['from']}"
        if start := moment_in(words, today):
            months = (today.year - start.year) * 12 + today.month - start.month
            found.append(Told(match["words"] + match["after"], Decimal(months), "月"))
    return found
