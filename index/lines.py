"""Text of a file -> lines without junk, and the list of what was dropped."""

import re
from collections import Counter
from dataclasses import dataclass

PAGE_NUMBER = re.compile(r"\s*(?:[-—–－―]{1,2}\s*\d{1,4}\s*[-—–－―]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*")
BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]")
TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*")
INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\x00-\x08\x0b\x0e-\x1f\x7f]")
ORNAMENT = re.compile(r"\s*(?:[-=_*~·.—]\s*){5,}")
HEADER_REPEATS = 3  # a running header stands on at least this many pages
HEADER_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file that holds text.

    Attributes:
        text: the line without its end, otherwise literal.
        number: 1-based line number in the file.
        after_blank: an empty line stood before it.
        after_page_break: a page number, running header or form feed was dropped before it.
    """

    text: str
    number: int
    after_blank: bool
    after_page_break: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the file that is no part of the text: kind, 1-based line, literal text."""

    kind: str
    line: int
    text: str


def running_headers(rows: list[str]) -> set[str]:
    """Return short lines that stand next to page numbers or form feeds on several pages."""
    content = [(position, row) for position, row in enumerate(rows) if row.strip()]
    beside: Counter[str] = Counter()
    for place, (_, row) in enumerate(content):
        if not (PAGE_NUMBER.fullmatch(row) or "\f" in row):
            continue
        for neighbour in content[max(0, place - 1) : place] + content[place + 1 : place + 2]:
            beside[neighbour[1].replace("\f", "").strip()] += 1
    return {
        row for row, count in beside.items()
        if count >= HEADER_REPEATS and 0 < len(row) <= HEADER_LENGTH and row[-1] not in "。；，、" and not PAGE_NUMBER.fullmatch(row)
    }  # fmt: skip


def clean_lines(text: str) -> tuple[list[Line], list[Dropped]]:
    """Split a file's text into lines that hold text, dropping page numbers, running headers and other rubbish.

    Args:
        text: the file's text with LF line ends.

    Returns:
        The lines in order, and everything dropped in order. The characters of the file that are no white space
        are those of the lines and of the dropped stretches, each exactly once.
    """
    rows = text.split("\n")
    headers = running_headers(rows)
    lines: list[Line] = []
    dropped: list[Dropped] = []
    blank = page_break = False
    for number, row in enumerate(rows, 1):
        kept = _without(BOOKMARK, "bookmark", row, number, dropped)
        kept = _without(INVISIBLE, "invisible", kept, number, dropped)
        page_break = page_break or "\f" in kept
        kept = kept.replace("\f", " ")
        kind = _junk_kind(kept, headers)
        if kind:
            dropped.append(Dropped(kind, number, kept))
            page_break = page_break or kind in ("page number", "running header")
        elif kept.strip():
            lines.append(Line(kept, number, blank or not lines, page_break))
            blank = page_break = False
        else:
            blank = True
    return lines, dropped


def _junk_kind(row: str, headers: set[str]) -> str:
    if not row.strip():
        return ""
    if PAGE_NUMBER.fullmatch(row):
        return "page number"
    if row.strip() in headers:
        return "running header"
    if TABLE_RULE.fullmatch(row):
        return "table rule"
    return "ornament" if ORNAMENT.fullmatch(row) else ""


def _without(pattern: re.Pattern[str], kind: str, row: str, number: int, dropped: list[Dropped]) -> str:
    dropped.extend(Dropped(kind, number, match.group()) for match in pattern.finditer(row))
    return pattern.sub("", row)
