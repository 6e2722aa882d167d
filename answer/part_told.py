"""A sentence and the paragraph it stands in -> the park, institute or other part of the place that its figures are of."""

import re

from answer.interrogatives import COUNTERS
from facts.subjects import WIDER, lead_of
from retriever.question import Question

FIGURE = re.compile(rf"\d\s*(?:[%％万亿余多]|[{COUNTERS}元亩]|以上|平方)")
WHICH = re.compile(r"哪(?:一?[个些座处家条所]|里|儿)|各")
NAMED = 2  # characters by which a question names a part: 前湾的


def part_told(text: str, start: int, end: int) -> str:
    """Return the body that the paragraph of text[start:end] opens with, where the words tell figures of it without its name.

    >>> part_told("甲城智创走廊：优化布局。到2025年，集聚人才1000人以上。", 12, 30)
    '甲城智创走廊'
    >>> part_told("甲城智创走廊：优化布局。到2025年，全市集聚人才1000人以上。", 12, 32)
    ''
    """
    body, words = part_around(text, start), text[start:end]
    return "" if not FIGURE.search(words) or WIDER.search(words) or body in words else body


def part_around(text: str, start: int) -> str:
    """Return the body that the paragraph of text[start:] opens with, "" where it opens with none."""
    return lead_of(text, text.rfind("\n", 0, start) + 1)


def is_asked(body: str, question: Question) -> bool:
    """Tell whether a question may speak of a body: by its name or the beginning of it, by the turn before, or by asking which one it is."""
    if question.follows or question.english:
        return True
    return bool(question.bodies) or body[:NAMED] in question.text or bool(WHICH.search(question.text))
