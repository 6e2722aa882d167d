"""A document's text and passages -> the same with full-width digits, letters and percent signs in half width, code point for code point."""

from collections.abc import Sequence
from dataclasses import replace

from index.passages import Passage, RowView

NARROW = {ord("０") + place: ord("0") + place for place in range(10)} | {ord("％"): ord("%")}
NARROW |= {ord(wide) + place: ord(half) + place for wide, half in (("Ａ", "A"), ("ａ", "a")) for place in range(26)}


def narrowed_text(text: str) -> str:
    """Return a text of the same length in which years and figures can be read.

    >>> narrowed_text("到２０３０年达到３.５％")
    '到2030年达到3.5%'
    """
    return text.translate(NARROW)


def narrowed_passages(passages: Sequence[Passage], text: str) -> list[Passage]:
    """Return passages with all their words in half width; `text` is the whole text, narrowed."""
    return [
        replace(
            passage,
            text=text[passage.start : passage.end],
            headings=tuple(map(narrowed_text, passage.headings)),
            context=narrowed_text(passage.context),
            row=_row(passage.row) if passage.row else None,
        )
        for passage in passages
    ]


def _row(row: RowView) -> RowView:
    cells = tuple((narrowed_text(head), narrowed_text(words), unit) for head, words, unit in row.cells)
    return RowView(narrowed_text(row.label), cells, narrowed_text(row.caption), narrowed_text(row.note), narrowed_text(row.head))
