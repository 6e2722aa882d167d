"""A document's text and a span -> a page of its own, without scripts, that opens at the highlighted span."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from ui.label import is_draft, particulars, status_label

if TYPE_CHECKING:
    from index.catalog import DocumentInfo

THEMES = ("light", "dark")


def document_page(document: DocumentInfo, text: str, span: tuple[int, int] | None = None, theme: str = "") -> str:
    """Return the page of a document.

    Args:
        document: its catalog entry.
        text: its normalised text.
        span: half-open code points to mark; the first mark has the id "cited", to which the address scrolls.
        theme: "light" or "dark"; anything else leaves the choice to the system.
    """
    draft = f' <span class="draft">{escape(status_label(document))}</span>' if is_draft(document) else ""
    rows = "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in particulars(document))
    back = '<p class="jump"><a href="#cited">跳到引用处</a></p>' if span else ""
    header = f"<header><h1>{escape(document.title)}{draft}</h1><dl>{rows}</dl>{back}</header>"
    return page_html(document.title, f'{header}<main class="text">{text_html(text, span)}</main>', theme)


def text_html(text: str, span: tuple[int, int] | None = None) -> str:
    """Return the text, one paragraph a line, with the span in <mark>: one element a line that it touches."""
    return "".join(_paragraphs(text, *(span or (0, 0))))


def _paragraphs(text: str, start: int, end: int) -> Iterator[str]:
    offset, found = 0, False
    for line in text.split("\n"):
        first, last = max(start - offset, 0), min(end - offset, len(line))
        offset += len(line) + 1
        if first >= last:
            yield f"<p>{escape(line)}</p>"
            continue
        anchor = "" if found else ' id="cited"'
        found = True
        yield f"<p>{escape(line[:first])}<mark{anchor}>{escape(line[first:last])}</mark>{escape(line[last:])}</p>"


def page_html(title: str, body: str, theme: str = "") -> str:
    """Return a complete page around a body that is already HTML; the title is escaped here."""
    chosen = f' data-theme="{theme}"' if theme in THEMES else ""
    return (
        f'<!doctype html><html lang="zh-CN"{chosen}><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="/cewen/document.css"></head><body>{body}</body></html>'
    )
