"""The catalog -> the tab 资料库: a table of the documents, each opening its full text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import gradio as gr

from ui.label import NOT_STATED, document_link, document_url, is_draft, period_label, status_label

if TYPE_CHECKING:
    from index.catalog import DocumentInfo

COLUMNS = ("文件", "地区", "规划期", "状态", "发布机关", "日期")


def library_tab(documents: Sequence[DocumentInfo]) -> None:
    """Add the tab's content to the page that is being built."""
    gr.HTML(library_html(documents), apply_default_css=False, js_on_load=None)


def library_html(documents: Sequence[DocumentInfo]) -> str:
    """Return the table, in the order of the catalog."""
    if not documents:
        return '<p class="cw-none">资料库中还没有文件。</p>'
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    rows = "".join(_row(document) for document in documents)
    return (
        f'<p class="cw-count">共 {len(documents)} 份文件，点击名称阅读全文。</p>'
        f'<table class="cw-library"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(document: DocumentInfo) -> str:
    link = document_link(document_url(document.id), document.title)
    status = f'<span class="cw-draft">{escape(status_label(document))}</span>' if is_draft(document) else escape(status_label(document))
    others = (period_label(document.period), document.issuer, document.date)
    period, issuer, date = (escape(value) if value else f'<span class="cw-unstated">{NOT_STATED}</span>' for value in others)
    values = (link, escape(document.region), period, status, issuer, date)
    cells = "".join(f'<td data-label="{name}">{value}</td>' for name, value in zip(COLUMNS[1:], values[1:], strict=True))
    return f'<tr><th scope="row">{values[0]}</th>{cells}</tr>'
