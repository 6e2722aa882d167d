"""Text of a file -> lines without junk, and the list of what was dropped."""

import re
from dataclasses import dataclass

from index.page_marks import glued_numbers, page_numbers, running_headers
from index.spaced_out import close_up

QUOTE = re.compile(r"^ {0,3}(?:(?:>(?: |$))+(?!\s*[\d.,]+\s*[%％]?\s*$)|>+(?=[^\s\d.>]))")  # of Markdown, not a cell that says ">60"
BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,200}\]")
INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\x00-\x08\x0b\x0e-\x1f\x7f]")
RULE_CHARACTERS = set("|:- \t\u3000")
ORNAMENT_CHARACTERS = set("-=_*~·.—━─═┄┅╌▬＝＿")
ORNAMENT_LENGTH = 5


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


def clean_lines(text: str) -> tuple[list[Line], list[Dropped]]:
    """Split a file's text into lines that hold text, dropping page numbers, running headers and other rubbish.

    Args:
        text: the file's text with LF line ends.

    Returns:
        The lines in order, and everything dropped in order. The characters of the file that are no white space
        are those of the lines and of the dropped stretches, each exactly once.
    """
    dropped: list[Dropped] = []
    rows: list[str] = []
    for number, row in enumerate(text.split("\n"), 1):
        kept = _without(BOOKMARK, "bookmark", row, number, dropped)
        kept = _without(INVISIBLE, "invisible", kept, number, dropped)
        rows.append(_without(QUOTE, "quote mark", kept, number, dropped))
    rows = close_up(rows)
    pages = page_numbers(rows)
    glued = glued_numbers(rows, pages)
    for place, start in glued.items():
        dropped.append(Dropped("page number", place + 1, rows[place][start:]))
        rows[place] = rows[place][:start]
    headers = running_headers(rows, pages)
    lines: list[Line] = []
    blank = page_break = False
    for place, row in enumerate(rows):
        page_break = page_break or "\f" in row
        kept = row.replace("\f", " ")
        kind = "page number" if place in pages else "running header" if place in headers else _ornament(kept.strip())
        if kind:
            dropped.append(Dropped(kind, place + 1, kept))
            page_break = page_break or kind in ("page number", "running header")
        elif kept.strip():
            lines.append(Line(kept, place + 1, blank or not lines, page_break))
            blank, page_break = False, place in glued
        else:
            blank = True
    return lines, sorted(dropped, key=lambda item: item.line)


def _ornament(body: str) -> str:
    """Return the kind of a row that is drawn, not written: "table rule", "ornament" or ""."""
    if "|" in body and "--" in body and set(body) <= RULE_CHARACTERS:
        return "table rule"
    drawn = [char for char in body if not char.isspace()] if body[:1] in ORNAMENT_CHARACTERS else []
    return "ornament" if len(drawn) >= ORNAMENT_LENGTH and set(drawn) <= ORNAMENT_CHARACTERS else ""


def _without(pattern: re.Pattern[str], kind: str, row: str, number: int, dropped: list[Dropped]) -> str:
    dropped.extend(Dropped(kind, number, match.group()) for match in pattern.finditer(row))
    return pattern.sub("", row)
