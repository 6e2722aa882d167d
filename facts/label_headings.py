"""Passages whose headings are bare labels (支持标准：, 【申报条件】) -> the same with each label below the title it belongs to.

A label that opens a paragraph and was taken for its title (一、申报条件：上年度…) is one like those that stand alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.labels import FORM, LABEL, SUMS, role_of
from index.passages import Passage

AGAIN = 2  # titles under which a heading is to stand to be a label rather than a title


def with_labels_below(passages: Sequence[Passage]) -> list[Passage]:
    """Return passages whose headings are titles, then, where a label stands alone above them, that label.

    A line that holds a label alone looks like a heading, and even like one above the titles of the items that follow.
    """
    passages, again = _colons(passages)
    found: list[Passage] = []
    title: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    for given in passages:
        if given.headings and (given.headings == opened or _opens(given)):
            opened = given.headings
        passage = replace(given, headings=(*opened[:-1], _with_colon(opened[-1]))) if given.headings and given.headings == opened else given
        titles = tuple(heading for heading in passage.headings if heading not in again and not is_label(heading))
        label = passage.headings[-1:] if passage.headings and passage.headings[-1] not in titles else ()
        if not label or title[: len(titles)] != titles:
            title = titles
        found.append(replace(passage, headings=(*title, *label)) if len(titles) < len(passage.headings) else passage)
    return found


def _colons(passages: Sequence[Passage]) -> tuple[list[Passage], set[str]]:
    """Put the colon behind headings that are labels without one and come back under one title after another: （一）支持对象.

    Returns:
        The passages, and the headings that come back with a colon and whose words are those of a label.
    """
    under: dict[str, set[tuple[str, ...]]] = {}
    for headings in {passage.headings for passage in passages}:
        if headings and not is_label(headings[-1]) and _worded(headings[-1]):
            under.setdefault(headings[-1], set()).add(headings[:-1])
    again = {label for label, titles in under.items() if len(titles) >= AGAIN}
    found = [
        replace(one, headings=(*one.headings[:-1], _with_colon(one.headings[-1]))) if one.headings and one.headings[-1] in again else one
        for one in passages
    ]
    return found, {_with_colon(label) for label in again}


def _worded(heading: str) -> bool:
    """Tell whether a heading is a short name whose words are those of a label: （一）谁能领."""
    match = FORM.fullmatch(_with_colon(heading))
    return match is not None and bool(role_of(match["title"]))


def _with_colon(heading: str) -> str:
    return heading if heading.endswith(("：", ":", "】", "］", "]")) else f"{heading}："


def _opens(passage: Passage) -> bool:
    """Tell whether the title of a paragraph is the label that it opens with."""
    match = LABEL.match(passage.text)
    number = r"\W*(?:[一二三四五六七八九十\d]+\W+)?"
    return match is not None and bool(re.fullmatch(rf"{number}{re.escape(passage.headings[-1])}[\s：:]*", match.group()))


def titles_of(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Return headings without the label at their end, that of a paragraph's own opening included.

    >>> titles_of(("第三项 研发补助", "支持标准")), titles_of(("一、总则", "适用范围和原则"))
    (('第三项 研发补助',), ('一、总则', '适用范围和原则'))
    """
    return headings[:-1] if headings and (is_label(headings[-1]) or is_label(f"{headings[-1]}：")) else headings


def is_rule(headings: tuple[str, ...]) -> bool:
    """Tell whether headings end in the label of who gets something or of the sums: figures below it are rules, no facts.

    >>> is_rule(("第三项 研发补助", "支持标准")), is_rule(("重点任务", "工作方向")), is_rule(("第三项 研发补助",))
    (True, False, False)
    """
    match = LABEL.match(f"{headings[-1]}：") if len(titles_of(headings)) < len(headings) else None
    return match is not None and bool(match["who"] or match["terms"] or (match["gives"] or "").endswith(SUMS))


def is_label(heading: str) -> bool:
    """Tell whether a heading is a label and nothing else.

    >>> is_label("【申报条件】"), is_label("（二）支持标准："), is_label("二、申报条件和程序")
    (True, True, False)
    """
    match = LABEL.match(heading)
    return bool(match) and not re.sub(r"[\s：:]", "", heading[match.end() :]) if match else False
