"""Words of a question -> the years it names: plan periods, short years, stretches."""

import re

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
RANGE = re.compile(
    r"(?<!\d{4}、)(?<!\d{4}年、)(?:19|20)\d{2}\s*年?\s*(?:[-—–~～]+|到|至)\s*((?:19|20)\d{2})(?=年?(?:间|的|方案|规划|实施|计划|期间|年|[^\d]|$))"
)
SHORT_YEAR = re.compile(r"(?<!\d)(1[0-9]|2[0-9]|3[05])年(?!代|内|间|来|以)")
BEGINS = "[”期]?(?:之?初|开头|开局|起步|起点|开始前|刚开始)"  # 十三五开头: the year before the first
BOTH_ENDS = "[”期]?(?:时期|期间)?(?:头尾|首尾|一头一尾|始末|初和末|前后)"
AT_AN_END = "[”期]?(?:期?[末底初]|开头|开局|收官|结束|之前|以前|前)"
BOTH_YEARS = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[-—–~～]+|到|至)\s*((?:19|20)\d{2})")
PLAN_YEARS = {"十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}
STRETCH = re.compile(r"(?<!\d{4}、)(?<!\d{4}年、)((?:19|20)\d{2})\s*年?\s*(?:[-—–~～]+|到|至)\s*(?:19|20)\d{2}")
SHORT_STRETCH = re.compile(r"(?<!\d)([12]\d)\s*(?:[-—–~～]+|到|至)\s*([123]\d)年(?![代内间来以期])")  # 15到20年, of years and of no term
PERIOD_ASIDE = re.compile(r"“?十[二三四五]五(?!”?[期末底])”?")
ENDS_ONLY = re.compile(r"五”?期?[末底]")


def years_in(text: str) -> tuple[int, ...]:
    """Return the years a text names; a period counts as its last year, its beginning as the year before the first.

    >>> years_in("十四五末比2020年高多少"), years_in("2023-2027年方案")
    ((2020, 2025), (2027,))
    >>> years_in("十三五开头和收官")
    (2015,)
    >>> years_in("2020、2025到2030是怎么变的")  # a list, no stretch
    (2020, 2025, 2030)
    """
    found = [int(year) for year in YEAR.findall(RANGE.sub(r"\1", text))]
    found += [2000 + int(year) for year in SHORT_YEAR.findall(text)]
    found += [years[0] - 1 for name, years in PLAN_YEARS.items() if re.search(f"{name}{BOTH_ENDS}", text)]
    found += [years[0] - 1 if re.search(f"{name}{BEGINS}", text) else years[1] for name, years in PLAN_YEARS.items() if name in text]
    return tuple(dict.fromkeys(found))


def years_named(text: str) -> tuple[int, ...]:
    """Return the years meant; a plan period beside a year counts only where its end is meant.

    >>> years_named("“十三五”开始前的2015年"), years_named("十四五末比2020年"), years_named("十四五目标")
    ((2015,), (2020, 2025), (2025,))
    """
    return years_in(PERIOD_ASIDE.sub("", text)) if YEAR.search(text) else years_in(text)


def stretches_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of years that a text names, each with the year it is counted from, in its order.

    >>> stretches_in("十三五涨了几个点，十四五要涨几个点"), stretches_in("2015到2020年涨了多少"), stretches_in("十四五末")
    (((2015, 2020), (2020, 2025)), ((2015, 2020),), ())
    """
    found = [(match.start(), (int(match[1]), int(match[2]))) for match in BOTH_YEARS.finditer(text)]
    for name, (first, last) in PLAN_YEARS.items():
        found += [(match.start(), (first - 1, last)) for match in re.finditer(f"{name}(?!{AT_AN_END}|[”]?(?:规划|目标))", text)]
    return tuple(stretch for _, stretch in sorted(found))


def since_in(text: str) -> int | None:
    """The year a stretch begins with: the first one named ("2015到2025年"), or the last before a plan period ("十三五期间").

    >>> since_in("15到20年新增"), since_in("期限20到15年")
    (2015, None)
    """
    if stretch := STRETCH.search(text):
        return int(stretch.group(1))
    if (short := SHORT_STRETCH.search(text)) and int(short[1]) < int(short[2]):
        return 2000 + int(short[1])
    periods = [first - 1 for name, (first, _) in PLAN_YEARS.items() if name in text]
    return periods[0] if len(periods) == 1 and not YEAR.search(text) and not ENDS_ONLY.search(text) else None
