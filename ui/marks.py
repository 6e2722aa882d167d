"""An answer's text and its checks -> HTML: every number with what it was held against, every [n] a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from answer.answer import Answer
from answer.figures import figures
from answer.plain import plain
from answer.years import year_mentions
from ui.flat import flat

MARK = re.compile(r"\[(\d{1,2})\]")
NUMBER = re.compile(r"第?\d|百分之")
FORMULA = re.compile(r"[\d(][^,，。:：]*[=≈]")
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

    def between(start: int, end: int) -> str:
        return MARK.sub(link, escape(answer.answer[start:end]))

    pieces, at = [], 0
    for start, end, ok, title in sorted(_spans(answer)):
        name = "cw-ok" if ok else "cw-doubt"
        shown = escape(answer.answer[start:end])
        pieces.append(f'{between(at, start)}<span class="{name}" title="{escape(title)}">{shown}</span>')
        at = end
    return "".join(pieces) + between(at, len(answer.answer))


def _spans(answer: Answer) -> Iterator[tuple[int, int, bool, str]]:
    """Yield where numbers stand that were checked, with the outcome and the words to show; none overlap."""
    texts = {citation.n: " ".join(citation.text.split())[:QUOTED] for citation in answer.citations}
    shown = flat(answer.answer)
    taken = [match.span() for match in MARK.finditer(shown.text)]
    low, high = 0, len(shown.text)
    for check in answer.checks:
        words = flat(check.what).text
        number = _is_number(check.what)
        if FORMULA.match(words) or (number and not NUMBER.match(words)):
            continue  # a formula's numbers are told beside it; 一批, 每万人 bear no mark
        if not number:
            low, high = _sentence(shown.text, words, low, high)
            continue
        for match in re.finditer(re.escape(words), shown.text[low:high]):
            start, end = low + match.start(), low + match.end()
            if not any(one < end and start < other for one, other in taken) and not _in_number(shown.text, start, end):
                taken.append((start, end))
                source = texts.get(check.by, "") if isinstance(check.by, int) else ""
                told = f"原文[{check.by}]：{source}" if source else "由所引数字算出" if check.by == "computed" else "已核对"
                yield *shown.span(start, end), check.ok, told if check.ok else "未能在所引原文中核对到"
                break


def _sentence(text: str, words: str, low: int, high: int) -> tuple[int, int]:
    """Return where the next sentence stands that numbers are checked in, behind the last one; the same stretch where it is not found."""
    for begin in (text.find(words, high if low else 0), text.find(words[:SENTENCE], low)):
        if begin >= 0:
            return begin, begin + len(words)
    return low, high


def _is_number(words: str) -> bool:
    """Tell whether the words of a check are one figure or year and nothing else."""
    words = plain(words)
    spans = [(one.start, one.end) for one in figures(words)] + [(one.start, one.end) for one in year_mentions(words)]
    return (0, len(words)) in spans


def _in_number(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is a part of a longer number."""
    return bool(re.search(r"[\d.]$", text[:start]) or (text[end - 1].isdigit() and re.match(r"[\d.]\d?", text[end:])))
