"""Turns of a chat -> HTML of the conversation, every word of it escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from answer.answer import Answer
from ui.marks import marked_html
from ui.plain import plain_answer, related_hits
from ui.turn import Turn

if TYPE_CHECKING:
    from index.catalog import DocumentInfo

REFUSALS = {
    "not_in_corpus": "资料库中没有答案",
    "other_jurisdiction": "资料库中没有该地区的规定",
    "off_topic": "不属于资料库的范围",
    "unsafe": "无法处理这个请求",
}


def conversation_html(turns: Sequence[Turn], documents: Sequence[DocumentInfo]) -> str:
    """Return the whole conversation, or a welcome where it has not begun.

    Args:
        turns: oldest first.
        documents: the catalog, for the text that the copy button takes along.
    """
    body = "".join(_turn(turn, documents) for turn in turns) or _welcome(documents)
    return f'<div class="cw-log" role="log" aria-live="polite" aria-label="对话">{body}</div>'


def _welcome(documents: Sequence[DocumentInfo]) -> str:
    names = "".join(f"<li>{escape(document.title)}</li>" for document in documents)
    return (
        '<div class="cw-welcome"><p>请用自己的话提问。回答只依据资料库中的文件，逐句标注出处；点击标号 <b>[1]</b> 可核对原文。'
        f"资料库没有的内容，会直接说明。</p><details><summary>资料库现有 {len(documents)} 份文件</summary><ul>{names}</ul></details></div>"
    )


def _turn(turn: Turn, documents: Sequence[DocumentInfo]) -> str:
    busy = "" if turn.done else ' aria-busy="true"'
    return (
        f'<article class="cw-turn" id="cw-turn-{turn.number}"{busy}>'
        f'<h3 class="cw-question"><span class="cw-who">问</span><span class="cw-words">{escape(turn.question)}</span></h3>'
        f'<div class="cw-answer"><span class="cw-who">答</span><div class="cw-body">{_body(turn, documents)}</div></div></article>'
    )


def _body(turn: Turn, documents: Sequence[DocumentInfo]) -> str:
    if turn.error:
        return f'<p class="cw-error" role="alert">{escape(turn.error)}</p>'
    if turn.answer is None:
        return '<p class="cw-wait">正在查阅资料……</p>'
    parts = [_refusal(turn.answer), f'<div class="cw-text">{marked_html(turn.number, turn.answer)}</div>', _notices(turn.answer)]
    return "".join(parts) + (_actions(turn, turn.answer, documents) if turn.done else "")


def _refusal(answer: Answer) -> str:
    if answer.refusal is None:
        return ""
    label = REFUSALS.get(answer.refusal.code, REFUSALS["not_in_corpus"])
    reason = "" if answer.refusal.text in answer.answer else f'<p class="cw-reason">{escape(answer.refusal.text)}</p>'
    return f'<p class="cw-refusal">{label}</p>{reason}'


def _notices(answer: Answer) -> str:
    lines = "".join(f"<li>{escape(notice)}</li>" for notice in answer.notices)
    return f'<ul class="cw-notices" aria-label="提示">{lines}</ul>' if lines else ""


def _actions(turn: Turn, answer: Answer, documents: Sequence[DocumentInfo]) -> str:
    shown = f"来源 {len(answer.citations)} 条" if answer.citations else "相关段落"
    sources = f'<a class="cw-show" href="#cw-sources-{turn.number}">{shown}</a>' if answer.citations or related_hits(answer) else ""
    copied = escape(f"{turn.question}\n\n{plain_answer(answer, documents)}").replace("\n", "&#10;")
    worded = '<span class="cw-by">由对话模型组织语言，已逐句核对原文</span>' if answer.mode == "llm" else ""
    return f'<p class="cw-actions">{sources}<button type="button" class="cw-copy" data-copy="{copied}">复制回答和来源</button>{worded}</p>'
