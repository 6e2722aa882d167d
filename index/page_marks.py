"""Rows of a file -> the places of page numbers and running headers among them."""

import re
from collections import defaultdict
from itertools import pairwise

from index.bare_numbers import alternate_numbers, lone_numbers, page_apart_numbers, set_in_numbers
from index.markers import parse_marker
from index.tables.values import looks_like_header

PAGE_NUMBER = re.compile(
    r"[-—–－―·~]{1,2}\s*\d{1,4}\s*[-—–－―·~]{1,2}"
    r"|第\s*\d{1,4}\s*页(?:\s?[,，/]?\s?共\s*\d{1,4}\s*页)?"
    r"|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?"
)
GLUED = re.compile(r"\s+[-—–－―]\s?(?P<number>\d{1,4})\s?[-—–－―]\s*$")  # behind the last words of a page
FEWEST_GLUED = 2
HEADER_REPEATS = 3  # a running header stands on at least this many pages
HEADER_LENGTH = 40
HEADER_LINES = 2  # lines of a running header, at most
PAGE_MARK_LENGTH = 30


def page_numbers(rows: list[str]) -> set[int]:
    """Return the places of rows that are a page number; a bare figure is one beside a form feed, or where it counts pages."""
    found = set()
    content = [place for place, row in enumerate(rows) if row.strip() or "\f" in row]
    for rank, place in enumerate(content):
        body = rows[place].strip()
        if not body or len(body) > PAGE_MARK_LENGTH:
            continue
        following = rows[content[rank + 1]] if rank + 1 < len(content) else ""
        at_break = "\f" in rows[place] or "\f" in following
        if PAGE_NUMBER.fullmatch(body) or (at_break and len(body) <= 4 and body.isdecimal()):
            found.add(place)
    marked = {place: int(number[0]) for place in found if (number := re.search(r"\d+", rows[place]))}
    return found | set_in_numbers(rows) | (alternate_numbers(rows, marked) if found else page_apart_numbers(rows) or lone_numbers(rows))


def glued_numbers(rows: list[str], pages: set[int]) -> dict[int, int]:
    """Return where page numbers begin that stand behind a row's last words, by row; they count up with the others of the file.

    Args:
        rows: rows of a file.
        pages: places of rows that are a page number.
    """
    found = {place: match for place, row in enumerate(rows) if place not in pages and (match := GLUED.search(row)) and match.start()}
    numbers = {place: int(match["number"]) for place, match in found.items()}
    numbers |= {place: int(number[0]) for place in pages if (number := re.search(r"\d+", rows[place]))}
    counted = [numbers[place] for place in sorted(numbers)]
    if len(found) < FEWEST_GLUED or any(one >= other for one, other in pairwise(counted)):
        return {}
    return {place: match.start() for place, match in found.items()}


def running_headers(rows: list[str], pages: set[int]) -> set[int]:
    """Return the places of short rows that stand beside a page number or form feed, the same on several pages."""
    content = [place for place, row in enumerate(rows) if row.strip() or "\f" in row]
    marks = {rank for rank, place in enumerate(content) if place in pages or "\f" in rows[place]}
    headers: set[int] = set()
    names: set[str] = set()
    for _ in range(HEADER_LINES):
        beside: dict[str, set[int]] = defaultdict(set)
        near = {rank + step for rank in marks for step in (-1, 0, 1)}
        for rank in sorted(near):
            if _is_free(rank, content, pages, headers):
                beside[_header_name(rows, content, rank)].add(rank)
        found = {name: ranks for name, ranks in beside.items() if name and name not in names and len(ranks) >= HEADER_REPEATS}
        names |= set(found)
        for ranks in found.values():
            first = min(ranks)
            keeps_first = parse_marker(rows[content[first]]) is not None  # a chapter's heading, before it runs on
            taken = ranks - {first} if keeps_first else ranks
            headers |= {content[rank] for rank in taken}
            marks |= taken
    return headers


def _is_free(rank: int, content: list[int], pages: set[int], headers: set[int]) -> bool:
    return 0 <= rank < len(content) and content[rank] not in pages and content[rank] not in headers


def _header_name(rows: list[str], content: list[int], rank: int) -> str:
    """Return a row, beside a form feed without the page number at its ends; "" where it can be no running header."""
    row = rows[content[rank]]
    if len(row) > 4 * HEADER_LENGTH or "\t" in row or "|" in row:
        return ""
    body = row.strip()
    words = body.split()
    if not body or len(body) > HEADER_LENGTH or body[-1] in "。；，、：" or (len(words) >= 3 and looks_like_header(words)):
        return ""
    following = rows[content[rank + 1]] if rank + 1 < len(content) else ""
    return body.strip("0123456789 -—–－―·/") if "\f" in row or "\f" in following else body
