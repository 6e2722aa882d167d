"""Answers of a chat -> HTML of the source panel: what each mark stands for, then what else was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from answer.answer import Answer, Citation, ShownHit
from ui.label import byline, document_link, document_url, is_draft, status_label
from ui.plain import NEAREST, related_hits
from ui.row import beside_row, quote_html
from ui.turn import Turn

if TYPE_CHECKING:
    from index.catalog import DocumentInfo

EMPTY = '<p class="cw-none">回答的出处会列在这里：文件名称、发布机关、日期、状态、所在章节和原文。</p>'


def sources_html(turns: Sequence[Turn], documents: Sequence[DocumentInfo]) -> str:
    """Return the panel: one section an answer, the newest one shown.

    Args:
        turns: oldest first; those without an answer have no section.
        documents: the catalog.
    """
    by_id = {document.id: document for document in documents}
    answered = [(turn, turn.answer) for turn in turns if turn.answer is not None and turn.done]
    last = answered[-1][0].number if answered else 0
    sections = "".join(_section(turn, answer, by_id, turn.number == last) for turn, answer in answered)
    return (
        '<div class="cw-panel-head"><h2>来源</h2><button type="button" class="cw-close" aria-label="关闭来源">×</button></div>'
        f'<div class="cw-panel-body">{sections or EMPTY}</div>'
    )


def _section(turn: Turn, answer: Answer, by_id: Mapping[str, DocumentInfo], current: bool) -> str:
    cards = "".join(_card(turn.number, cited, by_id[cited.doc], cited.context) for cited in answer.citations)
    if not cards:
        cards = f'<p class="cw-none">{"没有可以引用的原文。" if answer.abstained else "这个回答没有引用原文。"}</p>'
    return (
        f'<section class="cw-sources{" current" if current else ""}" id="cw-sources-{turn.number}" tabindex="-1">'
        f'<p class="cw-about">{escape(turn.question)}</p>{cards}{_hits(answer, by_id)}</section>'
    )


def _card(number: int, citation: Citation, document: DocumentInfo, context: str) -> str:
    page = f"第 {citation.page} 页" if citation.page is not None else ""
    return (
        f'<article class="cw-card" id="cw-source-{number}-{citation.n}" tabindex="-1">'
        f'<h3><span class="cw-n">[{citation.n}]</span>{escape(citation.title)}{_draft(document)}</h3>'
        f'<p class="cw-byline">{escape(byline(document))} · {escape(status_label(document))}</p>'
        f"{_place(citation.heading, context, page)}{quote_html(citation.text, context)}"
        f"{_open(citation)}</article>"
    )


def _hits(answer: Answer, by_id: Mapping[str, DocumentInfo]) -> str:
    cited = {citation.passage_id for citation in answer.citations}
    others = [hit for hit in related_hits(answer) if hit.passage_id not in cited]
    if not others:
        return ""
    nearest = answer.abstained and not answer.citations
    opened = others[:NEAREST] if nearest else []
    folded = others[len(opened) :]
    near = f'<h3 class="cw-near">最接近的段落</h3>{_hit_list(opened, by_id)}' if opened else ""
    rest = f'<details class="cw-hits"><summary>其他相关段落（{len(folded)}）</summary>{_hit_list(folded, by_id)}</details>'
    return near + (rest if folded else "")


def _hit_list(hits: Sequence[ShownHit], by_id: Mapping[str, DocumentInfo]) -> str:
    return "".join(_hit(hit, by_id[hit.doc]) for hit in hits)


def _hit(hit: ShownHit, document: DocumentInfo) -> str:
    return (
        f'<article class="cw-card cw-hit"><h4>{escape(hit.title)}{_draft(document)}</h4>'
        f"{_place(hit.heading, hit.context)}{quote_html(hit.text, hit.context)}"
        f"{_open(hit)}</article>"
    )


def _draft(document: DocumentInfo) -> str:
    return f' <span class="cw-draft">{escape(status_label(document))}</span>' if is_draft(document) else ""


def _place(heading: str, context: str, page: str = "") -> str:
    """Return the headings above the words, then what the table around them says."""
    lines = [" · ".join(part for part in (heading, page) if part), *beside_row(context, heading)]
    return "".join(f'<p class="cw-place">{escape(line)}</p>' for line in lines if line)


def _open(quoted: Citation | ShownHit) -> str:
    """Return the link that opens the document at the quoted words."""
    return f'<p class="cw-go">{document_link(document_url(quoted.doc, quoted.start, quoted.end), "在原文中查看")}</p>'
