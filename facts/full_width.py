"""A document's text and passages -> the same with the marks of Chinese text full-width, code point for code point."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.measure import Condition, Measure
from index.passages import Passage, RowView

WIDE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_HAN = r"[^\x00-\x7f]"
_BRACKETED = re.compile(r"\((?P<words>[^()\n]{0,200})\)")
_MARK = re.compile(rf"(?<={_HAN})[,;:?!()]|(?<=[%‰)\]])[,;]|[,;:?!](?=\s*{_HAN})|(?<=\d)[,;](?!\d)|(?<=[a-zA-Z])[;](?=\s|$)")
_LATIN = re.compile(r"[ -~]*")


def widened(text: str) -> str:
    """Return a text of the same length whose half-width marks are full-width where they stand in Chinese text.

    >>> widened("对营收1,000万元以上的企业,奖励5%(最高10万元);比例4:3:3")
    '对营收1,000万元以上的企业，奖励5%（最高10万元）；比例4:3:3'
    """
    found = list(text)
    for match in _BRACKETED.finditer(text):
        around = text[max(0, match.start() - 1) : match.start()] + match["words"] + text[match.end() : match.end() + 1]
        if not _LATIN.fullmatch(around):
            found[match.start()], found[match.end() - 1] = "（", "）"
    for match in _MARK.finditer("".join(found)):
        found[match.start()] = WIDE[match.group()]
    return "".join(found)


def widened_passages(passages: Sequence[Passage], text: str) -> list[Passage]:
    """Return passages with all their words full-width; `text` is the whole text, widened."""
    return [
        replace(
            passage,
            text=text[passage.start : passage.end],
            headings=tuple(widened(title) for title in passage.headings),
            context=widened(passage.context),
            row=_row(passage.row) if passage.row else None,
        )
        for passage in passages
    ]


def _row(row: RowView) -> RowView:
    cells = tuple((widened(head), widened(words), unit) for head, words, unit in row.cells)
    return RowView(widened(row.label), cells, widened(row.caption), widened(row.note), widened(row.head))


def literal(measure: Measure, text: str) -> Measure:
    """Return a measure with the words of its spans as the document has them."""
    return replace(
        measure,
        text=text[measure.start : measure.end],
        conditions=tuple(_literal(item, text) for item in measure.conditions),
        notes=tuple(_literal(item, text) for item in measure.notes),
    )


def _literal(condition: Condition, text: str) -> Condition:
    return replace(condition, text=text[condition.start : condition.end])
