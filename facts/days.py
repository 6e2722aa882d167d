"""Chinese words -> days and lengths of time."""

import re
from datetime import date

from index.numerals import numeral

DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
SAME_YEAR = re.compile(r"((\d{4})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^，。；\d]{0,4})(?:至|到|-|—|－|~)(?=\s*\d{1,2}\s*月)")
MONTH = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?(?!\s*\d{1,2}\s*日)")
RELATIVE = re.compile(r"(今年|去年|大前年|前年|本年|上年)(?:度)?(?:的)?\s*(?:(\d{1,2})\s*月)?")
THIS_MONTH = re.compile(r"(?P<last>上个?月)|(?:这个?|本)月")
BARE_MONTH = re.compile(r"(?<![\d年到至\-—])(\d{1,2})月(?:份|底|初|\d{1,2}[日号])?(?!以|至|到|起)")
BACK = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2, "大前年": 3}
HALF = "半"


def days_in(text: str) -> list[date]:
    """Return the full days a text names, in order; impossible ones are left out, the year of a first day holds for its second.

    >>> days_in("自2026年5月1日起施行，有效期至2028年12月31日")
    [datetime.date(2026, 5, 1), datetime.date(2028, 12, 31)]
    """
    whole = SAME_YEAR.sub(lambda match: f"{match[1]}至{match[2]}年", text)
    return [day for match in DAY.finditer(whole) if (day := _day(int(match[1]), int(match[2]), int(match[3])))]


def moment_in(text: str, today: date) -> date | None:
    """Return the month or year a person names (去年, 2026年3月), as its first day, None where they name none.

    >>> moment_in("去年刚拿高企", date(2026, 11, 21)), moment_in("2026年3月完成", date(2026, 11, 21))
    (datetime.date(2025, 1, 1), datetime.date(2026, 3, 1))
    >>> moment_in("上个月刚开业", date(2026, 1, 21)), moment_in("大前年办的", date(2026, 11, 21))
    (datetime.date(2025, 12, 1), datetime.date(2023, 1, 1))
    """
    if found := days_in(text):
        return found[0]
    if match := MONTH.search(text):
        return _day(int(match[1]), int(match[2] or 1), 1)
    if match := RELATIVE.search(text):
        return _day(today.year - BACK[match[1]], int(match[2] or 1), 1)
    if (match := BARE_MONTH.search(text)) and (month := int(match[1])) <= 12:
        return _day(today.year - (month > today.month), month, 1)  # the last such month
    if match := THIS_MONTH.search(text):
        return later(today.replace(day=1), months=-1 if match["last"] else 0)
    return None


def number(words: str) -> int | None:
    """Return a whole number in digits or Chinese numerals, None where it is none; of two or three the latter, and less than one is 0.

    >>> number("36"), number("十二"), number("两三"), number("二十"), number("多少")
    (36, 12, 3, 20, None)
    """
    if words == HALF:
        return 0
    return int(words) if words.isdigit() else numeral(words) or None


def later(day: date, years: int = 0, months: int = 0) -> date:
    """Return the day some years and months after a day, the month's last day where there is no such one."""
    month = day.month - 1 + months
    year = day.year + years + month // 12
    for last in (day.day, 30, 29, 28):
        if last <= day.day and (found := _day(year, month % 12 + 1, last)):
            return found
    raise AssertionError("every month has 28 days")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
