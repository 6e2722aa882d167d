"""A sum for every full step of something (每满1000万元奖励2万元, 每增长100万美元奖励1万元), and a profile -> what all its steps pay."""

import re
from decimal import Decimal

from facts.figures import of_like_name, quantity
from facts.judging import Judge
from facts.measure import Measure
from facts.numerals import arabic
from facts.quantities import find_quantities
from facts.sums import Sum, plain_sum
from facts.told import Told, in_ten_thousands, unit_class

STEP = re.compile(
    r"(?P<noun>[^，。；]{0,24}?)每(?P<how>满|(?:再)?(?:增长|增加|新增|上升|提高)满?)(?P<step>\d+(?:\.\d+)?(?:万|亿)?(?:元|美元))(?:的)?[^，。；\d]{0,6}?(?:奖励|给予|补助|补贴|资助)(?P<paid>\d+(?:\.\d+)?万?元)"
)
ON_TOP = re.compile(r"超过|超出|以上(?:的)?部分|再|另|基础上")  # steps above something else that is paid
RISE = re.compile(r"增量|新增|增加额|增长额|增长部分|超上年")
MONEY = re.compile(r"(?P<noun>[^，。；、（）\d]{2,24})(?:（(?P<meant>(?!不)[^，）]*)[^）]*）)?(?=\d+(?:\.\d+)?(?:万|亿)?(?:元|美元))")
SHORT = re.compile(
    r"[（(][^（）()]*不足[^（）()]*(?:不计|不予|舍去|不奖|不补)[^（）()]*[）)]"
    r"|，不足[^，。；（）()]{2,20}(?:不计|舍去|不奖励?|不补|不予[^，。；]{0,4})(?=[，。；]|$)"
)  # what is less than a step does not count
DOLLARS = 10_000  # in what sums in dollars are told
YEAR = re.compile(r"\d{4}年度?")


def steps(measure: Measure, judge: Judge) -> Sum | None:
    """Return what a measure pays that pays for every full step alone; None where it does not or where its base is not told."""
    plain = arabic(re.sub(r"\s+", "", measure.paying or measure.text))
    words = SHORT.sub("", plain)
    found = list(STEP.finditer(words))
    if len(found) != 1 or len(measure.amounts) != 1 or ON_TOP.search(words[: found[0].end()].rpartition("；")[2]):
        return None
    step = next(find_quantities(found[0]["step"], 0, len(found[0]["step"])))
    paid = next(find_quantities(found[0]["paid"], 0, len(found[0]["paid"])))
    full, noun = found[0]["how"].endswith("满") or words != plain, YEAR.sub("", found[0]["noun"])
    told = _base(measure, judge, noun + ("" if found[0]["how"] == "满" else "增加额"), unit_class(step.unit))
    if told is None:
        return None
    size = in_ten_thousands(step.value, step.unit) / (DOLLARS if step.unit == "美元" and told.unit == "万美元" else 1)
    if told.value % size and not full:
        return None  # whether a part of a step counts is not said
    number = told.value // size
    value = number * in_ten_thousands(paid.value, paid.unit)
    cap = measure.amounts[0].cap
    limit = in_ten_thousands(Decimal(cap), measure.amounts[0].unit) if cap else None
    unit = "万元" if unit_class(step.unit) == "元" else told.unit
    steps_ = f"满{plain_sum(number)}个{found[0]['step']}" if step.value != 1 else ""
    terms = f"{told.terms or plain_sum(told.value) + unit}{steps_}×{found[0]['paid']}"
    return Sum(f"{terms}={plain_sum(value)}万元", value, "万元", limit)


def _base(measure: Measure, judge: Judge, noun: str, unit: str) -> Told | None:
    """What the steps are of: by the words before them, else by what the conditions ask of in the same unit."""
    texts = [YEAR.sub("", arabic(item.reading)) for item in measure.conditions if item.kind == "clause"]
    asked = [name for text in texts for match in MONEY.finditer(text) for name in (match["noun"], match["meant"]) if name]
    if RISE.search(noun):
        units = (unit, "万美元") if unit == "美元" else (unit,)
        rises = [item for item in judge.profile.told if unit_class(item.unit) in units and "增加额" in item.words]
        named = {item.value: item for item in rises if any(item.words[:2] in one for one in (*asked, noun))}
        return next(iter(named.values())) if len(named) == 1 else None
    own = [noun] if len(noun) > 1 else []
    for one in own or asked:
        told = quantity(judge.profile, one, unit) if unit == "元" else of_like_name(judge.profile, one, unit)
        if told is not None:
            return told
    return None
