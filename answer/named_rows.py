"""A question that names rows of a table by their labels -> the evidence without the other rows of that table."""

import re
from collections.abc import Iterable, Sequence

from answer.evidence import Evidence
from facts.traits import said_in

MARKS = re.compile(r"[▲△*＊★☆※◆●]|[（(][^（）()]*[)）]|\s")
LIST = re.compile(r"[、/]|以及|和|及|与")
KIND = re.compile(r"(?:类)?(?:企业|单位|机构|项目|人才|奖励|补助|补贴|资助|奖)$")  # of which many rows are
SUPPORT = re.compile(r"(?:贴息|担保费|保费|租金|房租|运费|展位费|创新券)$")  # what is paid for, by its last word
SHORTEST, ENDS = 2, 3  # characters of a name, and of the end of a longer one, that a question must hold


def of_named_rows(text: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence without the rows that a question does not name, of tables of which it names another row.

    Args:
        text: the question.
        evidence: pieces, rows among them.
    """
    tables: dict[tuple[str, str], set[str]] = {}
    for item in evidence:
        if item.passage.row:
            tables.setdefault((item.doc, item.passage.row.caption), set()).add(item.passage.row.label)
    told = {table: rows for table, labels in tables.items() if (rows := named_in(text, labels)) and rows != labels}
    return [
        item
        for item in evidence
        if not item.passage.row or item.passage.row.label in told.get((item.doc, item.passage.row.caption), {item.passage.row.label})
    ]


def named_in(text: str, labels: Iterable[str]) -> set[str]:
    """Return the labels that a text names, none for its words of another label that says more: 企业 of 瞪羚企业."""
    names = {
        label: max((name for part in LIST.split(MARKS.sub("", label)) if (name := _name(text, part))), key=len, default="")
        for label in labels
    }
    found = {label: name for label, name in names.items() if name}
    return {label for label, name in found.items() if not any(name != other and name in other for other in found.values())}


def _is_short(end: str) -> bool:
    """Tell whether the end of a name says too little by itself: 新企业 of 专精特新企业, where a text says 高新企业."""
    bare = KIND.sub("", end)
    return bare in ("企业", "") or (len(bare) < SHORTEST and end.endswith(("企业", "单位", "机构")))


def _name(text: str, part: str) -> str:
    """What a text says of a part of a label: all of it, without its kind, its end, or its other name."""
    bare = KIND.sub("", part)
    if part in text or (len(bare) >= SHORTEST and bare in text):
        return part
    if len(part) > ENDS and part[-ENDS:] in text and not KIND.fullmatch(part[-ENDS:]) and not _is_short(part[-ENDS:]):
        return part
    if (support := SUPPORT.search(part)) and support.group() in text:
        return part
    kinds = {said.id for said in said_in(part)}
    return part if kinds and kinds <= {said.id for said in said_in(text)} else ""
