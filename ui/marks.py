"""An answer's text and its checks -> HTML: every number with what it was held against, every [n] a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from answer.answer import Answer

MARK = re.compile(r"\[(\d{1,2})\]")
LONGEST = 24  # characters of a number with its unit
QUOTED = 120  # characters of the source shown on hovering


def marked_html(number: int, answer: Answer) -> str:
    """Return the text of an answer, escaped; a bracketed number that cites nothing stays text.

    Args:
        number: of the turn, for the links to its sources.
        answer: the answer.
    """
    pieces, at = [], 0
    for start, end, ok, title in _spans(answer):
        pieces.append(escape(answer.answer[at:start]))
        name = "cw-ok" if ok else "cw-doubt"
        pieces.append(f'<span class="{name}" title="{escape(title)}">{escape(answer.answer[start:end])}</span>')
        at = end
    pieces.append(escape(answer.answer[at:]))
    cited = {citation.n for citation in answer.citations}

    def link(match: re.Match[str]) -> str:
        n = int(match[1])
        if n not in cited:
            return match[0]
        return f'<a class="cw-cite" href="#cw-source-{number}-{n}" aria-label="查看来源 {n}">[{n}]</a>'

    return MARK.sub(link, "".join(pieces))


def _spans(answer: Answer) -> Iterator[tuple[int, int, bool, str]]:
    """Yield where numbers stand that were checked, in order, with the outcome and the words to show."""
    texts = {citation.n: " ".join(citation.text.split())[:QUOTED] for citation in answer.citations}
    marks = [match.span() for match in MARK.finditer(answer.answer)]
    at = 0
    for check in answer.checks:
        if len(check.what) > LONGEST or not re.match(r"\d", check.what) or "=" in check.what:
            continue
        start = answer.answer.find(check.what, at)
        end = start + len(check.what)
        if start < 0 or any(low < end and start < high for low, high in marks):
            continue
        source = texts.get(check.by, "") if isinstance(check.by, int) else ""
        told = f"原文[{check.by}]：{source}" if source else "由所引数字算出" if check.by == "computed" else "已核对"
        yield start, end, check.ok, told if check.ok else "未能在所引原文中核对到"
        at = end
