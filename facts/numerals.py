"""Chinese numerals before units -> digits, for reading rules; spans in documents are never taken from such a text."""

import re

from facts.days import DIGITS

UNITS = r"(?:万|亿|千|百)?(?:元|家|人|个|件|平方米|平(?!台|均|衡|安)|项|台|年|月|日|周岁|岁|次|倍|户|名|成(?![立员为交果功都本])|%|％)"
NUMERAL = re.compile(rf"(?<![第之其同统唯任某一二三四五六七八九十百千两零])[一二三四五六七八九十百千两零]+(?={UNITS})")
WORDS = ("一次", "一个", "一家", "一年内", "一件", "一项", "一户")
VALUES = {"十": 10, "百": 100, "千": 1000}


def arabic(text: str) -> str:
    """Return a text with the Chinese numerals before units in digits; 一次性, 同一企业 and the like stay.

    >>> arabic("最高不超过一百五十万元，登记满六个月，同一企业一次性奖励三十万元")
    '最高不超过150万元，登记满6个月，同一企业一次性奖励30万元'
    """

    def digits(match: re.Match[str]) -> str:
        if text[match.start() : match.start() + 3].startswith(WORDS):
            return match.group()
        return str(value(match.group()))

    return NUMERAL.sub(digits, text)


def value(words: str) -> int:
    """Return the value of a Chinese numeral below ten thousand.

    >>> [value(words) for words in ("三百", "一百五十", "十二", "二十", "两千零五")]
    [300, 150, 12, 20, 2005]
    """
    total = digit = 0
    for mark in words:
        if mark in VALUES:
            total += (digit or 1) * VALUES[mark]
            digit = 0
        else:
            digit = DIGITS[mark]
    return total + digit
