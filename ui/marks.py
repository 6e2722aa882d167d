"""An answer's text and its checks -> HTML: every number with what it was held against, every [n] a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from answer.answer import Answer

MARK = re.compile(r"\[(\d{1,2})\]")
LONGEST = 24  # characters of a number with its unit
SENTENCE = 12  # characters by which a sentence is found again
QUOTED = 120  # characters of the source shown on hovering


def marked_html(number: int, answer: Answer) -> str:
    """Return the text of an answer, escaped; a bracketed number that cites nothing stays text.

    Args:
        number: of the turn, for the links to its sources.
        answer: the answer.
    """
    cited = {citation.n for citation in answer.citations}

    def link(match: re.Match[str]) -> str:
        n = int(match[1])
        if n not in cited:
            return match[0]
        return f'<a class="cw-cite" href="#cw-source-{number}-{n}" aria-label="查看来源 {n}">[{n}]</a>'

    def plain(start: int, end: int) -> str:
        return MARK.sub(link, escape(answer.answer[start:end]))

    pieces, at = [], 0
    for start, end, ok, title in sorted(_spans(answer)):
        name = "cw-ok" if ok else "cw-doubt"
        shown = escape(answer.answer[start:end])
        pieces.append(f'{plain(at, start)}<span class="{name}" title="{escape(title)}">{shown}</span>')
        at = end
    return "".join(pieces) + plain(at, len(answer.answer))


def _spans(answer: Answer) -> Iterator[tuple[int, int, bool, str]]:
    """Yield where numbers stand that were checked, with the outcome and the words to show; none overlap."""
    texts = {citation.n: " ".join(citation.text.split())[:QUOTED] for citation in answer.citations}
    taken = [match.span() for match in MARK.finditer(answer.answer)]
    low, high = 0, len(answer.answer)
    for check in answer.checks:
        if not re.match(r"\d", check.what) or len(check.what) > LONGEST or "=" in check.what:
            begin = answer.answer.find(check.what[:SENTENCE], low)  # the sentence that the next numbers stand in
            if begin >= 0 and "=" not in check.what[:SENTENCE]:
                low, high = begin, begin + len(check.what) + SENTENCE
            continue
        for match in re.finditer(re.escape(check.what), answer.answer[low:high]):
            start, end = low + match.start(), low + match.end()
            if not any(one < end and start < other for one, other in taken) and not _in_number(answer.answer, start, end):
                taken.append((start, end))
                source = texts.get(check.by, "") if isinstance(check.by, int) else ""
                told = f"原文[{check.by}]：{source}" if source else "由所引数字算出" if check.by == "computed" else "已核对"
                yield start, end, check.ok, told if check.ok else "未能在所引原文中核对到"
                break


def _in_number(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is a part of a longer number."""
    return bool(re.search(r"[\d.]$", text[:start]) or (text[end - 1].isdigit() and re.match(r"[\d.]\d?", text[end:])))
