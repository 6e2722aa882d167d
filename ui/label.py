"""DocumentInfo -> what describes a document to a reader: its state, who issued it and when, and the link to its text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from index.catalog import DocumentInfo

NOT_STATED = "原文未载明"
STATUSES = {"final": "正式文件", "draft": "征求意见稿"}


def status_label(document: DocumentInfo) -> str:
    """Return the document's status in Chinese; a status that is not known is shown as it stands."""
    return STATUSES.get(document.status, document.status or f"状态{NOT_STATED}")


def is_draft(document: DocumentInfo) -> bool:
    """Tell whether the document is a draft for comment, which readers must not take for law."""
    return document.status == "draft"


def period_label(period: str) -> str:
    """Return "2021-2025" as "2021—2025年"; nothing for an empty period."""
    return period.replace("-", "—") + "年" if period else ""


def byline(document: DocumentInfo) -> str:
    """Return issuer, date and period in one line, leaving out what the document does not state."""
    issuer = document.issuer or f"发布机关{NOT_STATED}"
    date = document.date or f"日期{NOT_STATED}"
    period = f"规划期 {period_label(document.period)}" if document.period else ""
    return " · ".join(part for part in (issuer, date, period) if part)


def particulars(document: DocumentInfo) -> list[tuple[str, str]]:
    """Return name and value of everything the catalog says that a reader may want to know."""
    stated = [
        ("地区", document.region),
        ("发布机关", document.issuer),
        ("文号", document.number),
        ("日期", document.date),
        ("规划期", period_label(document.period)),
        ("状态", status_label(document)),
        ("来源", document.source),
    ]
    inferred = [("标题", "原文缺标题，据正文推定")] if document.title_inferred else []
    return [*inferred, *((name, value or NOT_STATED) for name, value in stated)]


def document_url(doc_id: str, start: int | None = None, end: int | None = None) -> str:
    """Return the address of a document's full text, opened at a span where one is given."""
    path = f"/documents/{quote(doc_id, safe='')}"
    return path if start is None or end is None else f"{path}?start={start}&end={end}#cited"


def document_link(url: str, words: str) -> str:
    """Return a link that the page opens in its reader; the words are escaped here."""
    return f'<a class="cw-open" href="{escape(url)}" target="_blank" rel="noopener">{escape(words)}</a>'
