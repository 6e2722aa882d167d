"""Text -> its figures: value, unit, years meant, comparison, and the words around each."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.in_turn import names_in_turn
from answer.units import NOT_AFTER, UNIT, kind_of
from answer.years import YearMention, year_mentions
from facts.quantities import TENTHS, tenths
from index.numerals import CHARS, chinese_value, multiplier

ARABIC = r"\d+(?:\.\d+)?"
SCALE = r"(?:[十百千]?[万亿]{1,2}|[百千](?![强])|)"
LATIN_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
UNITS = "|".join(f"{unit}{NOT_AFTER.get(unit, '')}" for unit in UNIT.split("|"))
NUMBER = re.compile(
    rf"(?P<share>百分之)(?P<part>{ARABIC}|[{CHARS}]+)|"
    rf"{TENTHS.pattern}|"
    rf"(?P<rank>第)?(?P<low>(?<![\d.]){ARABIC}|(?<![{CHARS}第])[{CHARS}]{{1,9}}(?=[余多几]?\s?(?:{UNITS})))"
    rf"(?P<scale>\s(?:{'|'.join(LATIN_SCALES)})|{SCALE})(?P<more>余|多)?\s?(?P<unit1>{UNITS})?"
    rf"(?:[-至到](?P<high>{ARABIC})(?P<scale2>{SCALE})\s?(?P<unit2>{UNITS})?)?",
    re.I,
)
AT_LEAST = r"不低于|不少于|不小于|至少|超过|超出|突破|大于|高于|多于|逾|超|>=?|≥|at least|more than|over|above|exceed(?:s|ing)?|no less than|not less than"  # noqa: E501
AT_MOST = r"不超过|不突破|不高于|不大于|不多于|至多|最多|最高|低于|小于|少于|不足|不到|<=?|≤|at most|up to|less than|below|under|no more than|not more than"  # noqa: E501
ABOUT = r"约|近|大约|大概|接近|将近|about|nearly|approximately|around"
GAP = r"(?:了|到|至|为|人民币|全省前|占|在|有|过)?\s*[“\"]?$"
BEFORE = (
    ("≤", re.compile(f"(?:{AT_MOST}){GAP}", re.I)),
    ("≥", re.compile(f"(?:{AT_LEAST}){GAP}", re.I)),
    ("≈", re.compile(f"(?:{ABOUT}){GAP}", re.I)),
)
NOT_OVER = re.compile(rf"不(?:得)?(?:{AT_LEAST}){GAP}", re.I)
NOT_UNDER = re.compile(rf"不(?:得)?(?:低于|少于|小于){GAP}")
AFTER = (
    ("≥", re.compile(r"(?:及|或)?以上|or more")),
    ("≤", re.compile(r"(?:及|或)?以[下内]|之内|or less")),
    ("≈", re.compile(r"左右|上下")),
)
CURRENCY = re.compile(r"(RMB|CNY|USD|yuan)\s?$", re.I)
BY_YEAR = re.compile(r"\s?(?:in|by|by the end of|at the end of|for)\s", re.I)  # English puts the year after the figure
QUOTES = ("“", "”", '"')  # a number in quotation marks is a name: “246”
STOP = re.compile(r"[。；;！？!?\n]|\. ")
CLAUSE = re.compile(r"[，,。；;：:！？!?\n、]")
OPENING = re.compile(
    r"[\s到至截止]|力争|争取|确保|已有?|共有?|其中|累计|约|近|超过|突破|有"
)  # may stand before a figure that opens a clause
PART_OF_NAME = "version"  # 千亿级产业集群: parts no words
NEAR = 28  # characters before a figure that may say what it is of


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a plain text.

    Attributes:
        text: as written, with its unit.
        start: where it begins in the text.
        end: one past its last character.
        low: value, 万 and 亿 multiplied out; of a range, its lower end.
        high: upper end of a range, else the same.
        kind: kind of its unit (answer/units.py), "rank" after 第, "" for none.
        sense: "=", "≥", "≤" or "≈".
        years: years named before it in its sentence, else the first one after it.
        near: the nearest of these years, or both ends of the nearest period.
        around: words before and after it that say what it is of.
        clause: the words of its clause before it.
        sentence: the sentence it stands in.
        between: what stands between it and the figure before it in its sentence.
    """

    text: str
    start: int
    end: int
    low: Decimal
    high: Decimal
    kind: str
    sense: str
    years: tuple[int, ...]
    near: tuple[int, ...]
    around: str
    clause: str = ""
    sentence: str = ""
    between: str = ""


def figures(text: str) -> list[Figure]:
    """Return the figures of a plain text in order, years and plan periods aside.

    >>> [(one.text, int(one.low), one.kind, one.sense) for one in figures("人员达到20-30名，占比不低于百分之六十，高企超1.3万家")]
    [('20-30名', 20, 'people', '='), ('百分之六十', 60, 'percent', '≥'), ('1.3万家', 13000, 'things', '≥')]
    """
    years = year_mentions(text)
    taken = [(year.start, year.end) for year in years]
    matches = [match for match in NUMBER.finditer(_masked(text, taken)) if _value(match) is not None]
    spans = [(match.start(), match.end()) for match in matches]
    named = names_in_turn(text, spans)
    parting = [place for place, match in enumerate(matches) if kind_of(match.group("unit2") or match.group("unit1") or "") != PART_OF_NAME]
    found = []
    for place, match in enumerate(matches):
        before = max((_claimed(text, spans[other : other + 2], years) for other in parting if other < place), default=0)
        after = next((spans[other][0] for other in parting if other > place), len(text))
        figure = _figure(match, text, years, (min(before, match.start()), after))
        found.append(replace(figure, around=named[place]) if place in named else figure)
    return found


def _claimed(text: str, spans: list[tuple[int, int]], years: list[YearMention]) -> int:
    """Return up to where words are of the first of two figures: its own end, or that of the clause that it opens (10家企业入库，)."""
    (start, end), (after, _) = spans
    mark = max((mark.end() for mark in CLAUSE.finditer(text, 0, start)), default=0)
    close = CLAUSE.search(text, end)
    opens = close and end < close.start() < after and not OPENING.sub("", _without_years(text, mark, start, years))
    return close.start() if close and opens else end


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\x01" * (end - start) + text[end:]
    return text


def _figure(match: re.Match[str], text: str, years: list[YearMention], border: tuple[int, int]) -> Figure:
    low, high = _value(match) or (Decimal(0), Decimal(0))
    unit = match.group("unit2") or match.group("unit1") or ""
    start, end = match.start(), match.end()
    share = match.group("share") or match.group("tens")
    kind = "percent" if share else "rank" if match.group("rank") else kind_of(unit or _currency(text[:start]))
    sentence = max((stop.end() for stop in STOP.finditer(text, 0, start)), default=0)
    if text[start - 1 : start] in QUOTES and text[end : end + 1] in QUOTES and start:
        kind = "name"
    sense = _sense(text[max(sentence, start - 12) : start], text[end : end + 5])
    if sense == "=" and match.group("more"):
        sense = "≥"
    stop = STOP.search(text, end)
    last = stop.start() if stop else len(text)
    meant, near = _years(text, years, (sentence, start, end, last))
    left = _without_years(text, max(border[0], sentence, start - NEAR), start, years)
    right = CLAUSE.split(_without_years(text, end, min(border[1], end + NEAR // 2), years))[0]
    clause = CLAUSE.split(text[sentence:start].replace("、", "\x02"))[-1]
    between = text[border[0] : start] if border[0] > sentence else ""
    words = (left + right, clause.replace("\x02", "、"), text[sentence:last], between)
    return Figure(match.group().strip(), start, end, low, high, kind, sense, meant, near, *words)


def _years(text: str, years: list[YearMention], borders: tuple[int, int, int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years a figure can be of, and the nearest of them."""
    sentence, start, end, last = borders
    named = [year for year in years if sentence <= year.start < start]
    after = [year for year in years if end <= year.start < last][:1]
    if after and (not named or BY_YEAR.fullmatch(text[end : after[0].start])):
        named = after
    near = (named[-1].first, named[-1].last) if named else ()
    return tuple(dict.fromkeys(end for year in named for end in (year.first, year.last))), tuple(dict.fromkeys(near))


def _without_years(text: str, start: int, end: int, years: list[YearMention]) -> str:
    return _masked(text, [(year.start, year.end) for year in years])[start:end].replace("\x01", "")


def _currency(before: str) -> str:
    found = CURRENCY.search(before)
    return found.group(1) if found else ""


def _value(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Return both ends of the value, or None where the characters are no number."""
    if match.group("tens"):
        return tenths(match), tenths(match)
    low = _plain_value(match.group("part") or match.group("low"), match.group("scale") or "")
    if low is None:
        return None
    if not match.group("high"):
        return low, low
    high = _plain_value(match.group("high"), match.group("scale2") or "")
    if high is None:
        return None
    if match.group("scale2") and not match.group("scale"):
        low *= multiplier(match.group("scale2"))
    return low, high


def _plain_value(number: str, scale: str) -> Decimal | None:
    scale = scale.strip().lower()
    times = Decimal(LATIN_SCALES[scale]) if scale in LATIN_SCALES else multiplier(scale)
    if number[0].isdecimal():
        return Decimal(number) * times
    value = chinese_value(number)
    return None if value is None else value * times


def _sense(before: str, after: str) -> str:
    """Return how a figure is compared; "×" where the words before and after it contradict each other."""
    said = "≥" if NOT_UNDER.search(before) else "≤" if NOT_OVER.search(before) else ""
    said = said or next((sense for sense, pattern in BEFORE if pattern.search(before)), "")
    then = next((sense for sense, pattern in AFTER if pattern.match(after)), "")
    if said and then and {said, then} == {"≥", "≤"}:
        return "×"
    return then or said or "="
