"""Numerals -> values: 三百二十, 两千, 1.3万, 5亿, ③."""

import re
from decimal import Decimal

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
CHARS = "".join([*DIGITS, *SMALL, *LARGE])
OR_MORE = re.compile(f"[{''.join(DIGITS)}](?=[{''.join(DIGITS)}])")  # 两三, 十五六: the lower of two bounds


def chinese_value(text: str) -> int | None:
    """Return the value of a Chinese numeral, or None where the characters make up none.

    >>> chinese_value("三百二十"), chinese_value("两千"), chinese_value("一万二千"), chinese_value("十"), chinese_value("一一")
    (320, 2000, 12000, 10, None)
    """
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in SMALL:
            section += (1 if digit is None else digit) * SMALL[char]
            digit = None
        elif char in LARGE:
            scale, part = LARGE[char], section + (digit or 0)
            if 0 < total < scale:
                total = (total + part) * scale
            else:
                total += (part or (0 if total else 1)) * scale
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0) if text else None


def numeral(text: str) -> int:
    """Return the value of digits, of a Chinese numeral, or of a circled digit, of two or three (两三) the latter; 0 where it is none.

    >>> numeral("十二"), numeral("两"), numeral("一百零三"), numeral("十五六"), numeral("１２"), numeral("③"), numeral("贰"), numeral("项")
    (12, 2, 103, 16, 12, 3, 2, 0)
    """
    if text.isdecimal():
        return int(text)
    text = text.translate(FORMAL)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return chinese_value(OR_MORE.sub("", text)) or 0


def multiplier(text: str) -> Decimal:
    """Return what the characters after a figure multiply it by; 1 for none.

    >>> multiplier("万"), multiplier("万亿"), multiplier("")
    (Decimal('10000'), Decimal('1000000000000'), Decimal('1'))
    """
    value = Decimal(1)
    for char in text:
        value *= SMALL.get(char) or LARGE[char]
    return value
