"""Value, unit and comparator as a file writes them -> what they say, so that 1.43 万家 and 14300 家 are equal."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
SCALED = re.compile(r"(万亿|亿|万)(?=.)(?!公里)(.+)")
COUNTERS = frozenset("个 家 项 名 人 位 件 种 所 座 条 支 只 台 款 例 户 批 处 次 家次 人次".split())
RELATIONS = ((re.compile(r">|≥|以上|不低于|不少于|至少|超|突破|高于|逾"), ">"), (re.compile(r"<|≤|以下|以内|不超过|不高于|低于|控制"), "<"))
ABOUT = re.compile(r"~|≈|约|左右|近|上下")
WHOLE = frozenset(("", "全市", "全区", "全县", "全省", "全域"))


def amount(value: str, unit: str) -> tuple[Decimal, str] | str:
    """Return a value in its unit without scale, things counted in one word being equal; words come back normal.

    >>> amount("1.43", "万家") == amount("14300", "家"), amount("2.24", "亿元") == amount("2.24", "万元")
    (True, False)
    >>> amount("翻一番", "")
    '翻一番'
    """
    plain = "".join(unicodedata.normalize("NFKC", value).split())
    try:
        number = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return plain
    if not number.is_finite():
        return plain
    scale, base = split_unit(unit)
    return number * scale, "" if base in COUNTERS else base


def split_unit(unit: str) -> tuple[int, str]:
    """Return a unit's scale and the unit without it.

    >>> split_unit("万件"), split_unit("个百分点"), split_unit("万")
    ((10000, '件'), (1, '百分点'), (10000, ''))
    """
    plain = "".join(unicodedata.normalize("NFKC", unit).split()).replace("·", "")
    if plain in SCALES:
        return SCALES[plain], ""
    found = SCALED.fullmatch(plain)
    scale, base = (SCALES[found[1]], found[2]) if found else (1, plain)
    return scale, base.removeprefix("个") if base.startswith("个百分点") else base


def relation(comparator: str) -> str:
    """Return "=", ">", "<" or "~": whether a value is met exactly, at least, at most or about.

    >>> relation(">="), relation("不低于"), relation("不超过"), relation("左右"), relation("年均增长"), relation("")
    ('>', '>', '<', '~', '=', '=')
    """
    if re.search("不超过|不高于|低于", comparator) and "不低于" not in comparator:
        return "<"
    if ABOUT.search(comparator):
        return "~"
    return next((sign for pattern, sign in RELATIONS if pattern.search(comparator)), "=")


def last_year(year: object) -> str:
    """Return the last year that is named, as text: a sum over 2021-2025 is known in 2025.

    >>> last_year("2021-2025"), last_year(2025), last_year(None)
    ('2025', '2025', '')
    """
    named = re.findall(r"\d{4}", str(year))
    return named[-1] if named else ""


def whole(scope: str) -> str:
    """Return a scope, the whole jurisdiction being "" however it is called."""
    plain = "".join(unicodedata.normalize("NFKC", scope).split())
    return "" if plain in WHOLE else plain
