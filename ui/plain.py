"""Answer -> plain text with numbered sources, for the terminal and the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from answer.answer import Answer, Citation, ShownHit
from ui.label import byline, is_draft, status_label

if TYPE_CHECKING:
    from index.catalog import DocumentInfo

NEAREST = 3  # hits shown under a refusal that cites nothing
UNRELATED = ("off_topic", "unsafe")


def plain_answer(answer: Answer, documents: Sequence[DocumentInfo]) -> str:
    """Return the answer as a reader would paste it into a report.

    Args:
        answer: a finished answer.
        documents: the catalog, for issuer, date and status of what is cited.

    Returns:
        The text with its [n] marks, then notices, then the numbered sources with their cited words; a refusal without
        citations is followed by the nearest passages instead.
    """
    by_id = {document.id: document for document in documents}
    parts = [answer.answer]
    if answer.notices:
        parts.append("\n".join(["提示：", *(f"· {notice}" for notice in answer.notices)]))
    if answer.citations:
        parts.append("\n".join(["来源：", *(_source(citation, by_id[citation.doc]) for citation in answer.citations)]))
    elif answer.abstained and (hits := related_hits(answer)):
        parts.append("\n".join(["最接近的段落：", *(_nearest(hit) for hit in hits[:NEAREST])]))
    return "\n\n".join(part for part in parts if part)


def related_hits(answer: Answer) -> tuple[ShownHit, ...]:
    """Return the hits worth showing: none where the question has nothing to do with the documents."""
    return () if answer.refusal and answer.refusal.code in UNRELATED else answer.hits


def _source(citation: Citation, document: DocumentInfo) -> str:
    state = f"（{status_label(document)}）" if is_draft(document) else ""
    page = f" 第{citation.page}页" if citation.page is not None else ""
    place = f"\n    {citation.heading}{page}" if citation.heading or page else ""
    return f"[{citation.n}] 《{citation.title}》{state} {byline(document)}{place}\n    原文：{one_line(citation.text)}"


def _nearest(hit: ShownHit) -> str:
    place = f" {hit.heading}" if hit.heading else ""
    return f"· 《{hit.title}》{place}\n    原文：{one_line(hit.text)}"


def one_line(text: str) -> str:
    """Return the text with line ends as spaces: the quotation stands on one line, otherwise literal."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())
