"""Text -> the one script that is counted: NFKC, lower case, simplified characters."""

from __future__ import annotations

import unicodedata
from functools import cache

from opencc import OpenCC

CJK_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
FOLDED_RANGES = ((0x00A0, 0x2E80), (0x3000, 0x3400), (0xFE30, 0xFFF0), *CJK_RANGES)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def fold_character(character: str) -> str:
    """Return the form of one character that the tokenizer sees."""
    folded = unicodedata.normalize("NFKC", character).lower()
    return "".join(_converter().convert(c) if len(c) == 1 else c for c in folded)


@cache
def folding_table() -> dict[int, str]:
    """Return code point -> folded text, for every character that folding changes."""
    points = list(range(ord("A"), ord("Z") + 1))
    for start, end in FOLDED_RANGES:
        points.extend(range(start, end))
    table: dict[int, str] = {}
    for point in points:
        character = chr(point)
        if unicodedata.category(character) in ("Cn", "Cs", "Co"):
            continue
        folded = fold_character(character)
        if folded != character:
            table[point] = folded
    return table


def fold(text: str) -> str:
    """Return text as the tokenizer sees it.

    Character by character, so that the same table can live inside the tokenizer file.
    """
    return text.translate(folding_table())
