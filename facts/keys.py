"""Words -> the codes by which parts of a document are told apart (A01, 1-1, 专项一, 第3项), and references to them."""

import re
import unicodedata

from index.numerals import numeral

NUMERAL = r"[一二三四五六七八九十\d]{1,3}"
DASH = r"[-－—–‐]"
CODE = rf"[A-Za-z]{{1,2}}{DASH}?\d{{1,3}}|\d{{1,2}}(?:(?:{DASH}|[.．])\d{{1,2}}){{1,2}}|(?:专项|事项|项目|政策|条目|类别){NUMERAL}"
AT_START = re.compile(
    rf"^\s*(?:[-•·]\s+)?[\s*#第]*[（(【\[]?(?P<key>{CODE})[）)】\]]?号?"
    rf"(?!{DASH}|[%％\d]|年|月|人|家|个|万|亿|元|天|日|每年|常年|全年|实行|\s*(?:事项|项目|类|项|至|到|和|及|与|、|等))(?=[\s.:：）)]|[\u4e00-\u9fff]|$)"
)
IN_WORDS = re.compile(
    rf"(?<![A-Za-z\d.])(?P<first>[A-Z]{{1,2}}{DASH}?\d{{1,3}}|\d{{1,2}}{DASH}\d{{1,2}}|专项{NUMERAL})(?=(?:\s|事项|项目|项|号|、|至|到|和|及|与|等|除外|每|常年|全年|不|的|$|{DASH}[A-Z第]))"
    rf"(?:(?:事项|项目|项|号)?\s?(?:至|到|{DASH}|~)\s?第?(?P<last>[A-Z]{{1,2}}{DASH}?\d{{1,3}}|\d{{1,2}}{DASH}\d{{1,2}}|专项{NUMERAL}))?"
)
CLASS = re.compile(r"(?<![A-Za-z])(?P<letter>[A-Z])类(?=事项|项目|政策|措施)")
ITEMS = re.compile(
    rf"(?<!条)第\s?[（(]?(?P<first>{NUMERAL})[）)]?(?:项)?(?:(?:至|到|{DASH}|~)\s?第?\s?[（(]?(?P<last>{NUMERAL})[）)]?)?(?:项(?!目)|(?=[、和及]第?[（(]?{NUMERAL}[）)]?项))"
)
MOST = 40  # parts that a range can name


def normal(code: str) -> str:
    """Return a code in one form, whatever dashes, widths and numerals it is written with.

    >>> normal("ａ01"), normal("1－2"), normal("专项三")
    ('A01', '1-2', '专项3')
    """
    plain = re.sub(DASH, "-", unicodedata.normalize("NFKC", code).upper())
    word = re.fullmatch(rf"(?P<noun>[\u4e00-\u9fff]{{2}})(?P<number>{NUMERAL})", plain)
    return word["noun"] + str(numeral(word["number"])) if word else plain


def key_of(text: str) -> str:
    """Return the code that a heading, a line or a row opens with, "" where it opens with none.

    >>> key_of("A01 研发奖补"), key_of("（1-2）首次认定的企业"), key_of("A08事项不计入限额"), key_of("2026年")
    ('A01', '1-2', '', '')
    """
    match = AT_START.match(text)
    return normal(match["key"]) if match else ""


def keys_in(words: str) -> frozenset[str]:
    """Return the codes, classes of codes and numbered items that some words name, ranges filled.

    第2-3项 may be a code or a range: both are returned, and the part that it is compared with decides.

    >>> sorted(keys_in("A01至A03事项")), sorted(keys_in("1-1、1-2")), sorted(keys_in("第2-3项和B类事项"))
    (['A01', 'A02', 'A03'], ['1-1', '1-2'], ['2-3', 'B类', '项2', '项3'])
    """
    found: set[str] = set()
    for match in IN_WORDS.finditer(words):
        found |= _range(normal(match["first"]), normal(match["last"] or match["first"]))
    for match in ITEMS.finditer(words):
        first = numeral(match["first"])
        last = numeral(match["last"]) if match["last"] else first
        found |= {f"项{number}" for number in range(first, min(last, first + MOST) + 1)}
    return frozenset(found | {f"{match['letter']}类" for match in CLASS.finditer(words)})


def place_of(key: str, number: int) -> str:
    """Return the words by which rules name the part with a code and a running number.

    >>> place_of("A01", 0), place_of("", 3)
    ('A01 A类事项', '第3项')
    """
    words = [key, f"{key[0]}类事项" if key[:1].isascii() and key[:1].isalpha() else "", f"第{number}项" if number else ""]
    return " ".join(word for word in words if word)


def _range(first: str, last: str) -> set[str]:
    """All codes from one to another of the same kind: those that differ in their last number alone."""
    low, high = re.fullmatch(r"(.*?)(\d+)", first), re.fullmatch(r"(.*?)(\d+)", last)
    if not low or not high or low[1] != high[1]:
        return {first, last}
    width = len(low[2])
    return {f"{low[1]}{number:0{width}d}" for number in range(int(low[2]), min(int(high[2]), int(low[2]) + MOST) + 1)}
