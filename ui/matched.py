"""A matching -> HTML: what was understood, then the measures by group, every condition with its verdict and its place."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from facts.profile import labels
from facts.sheet import CAVEAT, TITLES, VERDICTS, amount_words
from ui.label import document_link, document_url

if TYPE_CHECKING:
    from facts.matched import Group, Judged, Match, Matching
    from index.catalog import DocumentInfo

OPEN: tuple[Group, ...] = ("applies", "conditional")
MOST = 30  # measures of one group on the page
SIGNS = {"met": "✓", "not_met": "✗", "unknown": "？"}


def problem_html(words: str) -> str:
    """Return why nothing can be matched."""
    return f'<p class="cw-error" role="alert">{escape(words)}</p>'


def matched_html(matching: Matching, infos: Mapping[str, DocumentInfo]) -> str:
    """Return the result; groups that can be applied for stand open."""
    understood = "；".join(labels(matching.profile)) or "没有可用于判断的内容"
    parts = [
        f'<p class="cw-understood"><b>理解到的情况：</b>{escape(understood)}。<br>适用地区：{escape("、".join(matching.regions))}。'
        "若有误，请修改左边的内容后重新匹配。</p>"
    ]
    for group, title in TITLES.items():
        found = [item for item in matching.matches if item.group == group]
        if found:
            body = "".join(_item(item, infos) for item in found[:MOST])
            more = f'<p class="cw-none">另有 {len(found) - MOST} 项未列出。</p>' if len(found) > MOST else ""
            opened = " open" if group in OPEN else ""
            parts.append(f'<details class="cw-group"{opened}><summary>{title}：{len(found)} 项</summary>{body}{more}</details>')
    if matching.questions:
        items = "".join(f"<li>{escape(words)}</li>" for words in matching.questions)
        parts.append(f'<div class="cw-ask-back"><b>补充这些情况可以进一步判断：</b><ul>{items}</ul></div>')
    return f'<div class="cw-matched">{"".join(parts)}<p class="cw-none">{CAVEAT}</p></div>'


def _item(item: Match, infos: Mapping[str, DocumentInfo]) -> str:
    measure = item.measure
    amount = f'<p class="cw-amount">{escape(amount_words(item))}</p>' if item.worth else ""
    shown = [judged for judged in item.judged if judged.condition.kind != "exclusion" or judged.verdict == "not_met"]
    conditions = "".join(_condition(measure.doc, judged) for judged in shown)
    listed = f'<ul class="cw-conditions">{conditions}</ul>' if conditions else ""
    closed = f'<p class="cw-closed">{escape(item.closed)}</p>' if item.closed else ""
    duty = f" · {escape(measure.duty)}" if measure.duty else ""
    info = infos.get(measure.doc)
    link = document_link(document_url(measure.doc, measure.start, measure.end), f"在《{info.title if info else measure.doc}》中查看")
    return (
        f'<article class="cw-card"><h4>{escape(measure.name)}</h4>'
        f'<p class="cw-byline">{escape(measure.region)} · {escape(measure.label)}{duty}</p>{amount}'
        f'<blockquote class="cw-quote">{escape(" ".join(measure.text.split()))}</blockquote>'
        f"{listed}{closed}"
        f'<p class="cw-go">{link}</p></article>'
    )


def _condition(doc: str, judged: Judged) -> str:
    condition = judged.condition
    words = " ".join(condition.text.split())
    kind = "排除情形：" if condition.kind == "exclusion" else ""
    link = document_link(document_url(doc, condition.start, condition.end), f"{kind}{words}")
    name = VERDICTS[judged.verdict]
    return f'<li class="cw-{judged.verdict}"><span title="{name}">{SIGNS[judged.verdict]}</span> {link}（{name}）</li>'
