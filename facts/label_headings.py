"""Passages whose headings are bare labels (支持标准：, 【申报条件】) -> the same with each label below the title it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.labels import LABEL
from index.passages import Passage


def with_labels_below(passages: Sequence[Passage]) -> list[Passage]:
    """Return passages whose headings are titles, then, where a label stands alone above them, that label.

    A line that holds a label alone looks like a heading, and even like one above the titles of the items that follow.
    """
    found: list[Passage] = []
    title: tuple[str, ...] = ()
    for passage in passages:
        titles = tuple(heading for heading in passage.headings if not is_label(heading))
        label = passage.headings[-1:] if passage.headings and is_label(passage.headings[-1]) else ()
        if not label or title[: len(titles)] != titles:
            title = titles
        found.append(replace(passage, headings=(*title, *label)) if len(titles) < len(passage.headings) else passage)
    return found


def is_label(heading: str) -> bool:
    """Tell whether a heading is a label and nothing else.

    >>> is_label("【申报条件】"), is_label("（二）支持标准："), is_label("二、申报条件和程序")
    (True, True, False)
    """
    match = LABEL.match(heading)
    return bool(match) and not re.sub(r"[\s：:]", "", heading[match.end() :]) if match else False
