"""Lines -> the same with each heading parted from the text that runs on in its line, where the contents or quotation marks end it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.contents import LEADER, Contents
from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption
from index.tables.grid import squeeze

PAGE = re.compile(r"\s?[.．·…\s]{2,}\d{1,4}\s*$|\s+\d{1,4}\s*$")
QUOTED_CAPTION = re.compile(r"\s*专\s?栏\s?\d{1,2}\s*[：:]?\s*“[^”“]{2,24}”(?=[\u4e00-\u9fff]{4})")
SHORTEST, LONGEST = 4, 80  # characters of a title, and of a line in which one is looked for
LEAST_TEXT = 10  # characters behind a heading that are text, not more of the heading
STOPS = tuple("。，、；：:,;.．·…（(）)")


def part_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those cut in two that open with a numbered title of the contents which has no line of its own, or a quoted caption.

    Args:
        lines: lines that hold text, with the table of contents among them.
    """
    titles, end = _titles(lines)
    opening: dict[str, list[int]] = defaultdict(list)
    for place in range(end, len(lines)) if titles else ():
        opening[squeeze(lines[place].text[:LONGEST])[:SHORTEST]].append(place)
    glued: dict[int, int] = {}
    for title in sorted(titles, key=len, reverse=True):
        places = [place for place in opening[title[:SHORTEST]] if squeeze(lines[place].text[:LONGEST]).startswith(title)]
        rests = [squeeze(lines[place].text)[len(title) :] for place in places]
        if len(places) == 1 and places[0] not in glued and len(rests[0]) >= LEAST_TEXT and not rests[0].startswith(STOPS):
            glued[places[0]] = len(title)
    parted: list[Line] = []
    for place, line in enumerate(lines):
        cut = _place_behind(line.text, glued[place]) if place in glued else _caption_end(line.text)
        if cut:
            parted.append(replace(line, text=line.text[:cut]))
            parted.append(replace(line, text=line.text[cut:], after_blank=False, after_page_break=False))
        else:
            parted.append(line)
    return parted


def _caption_end(text: str) -> int:
    """The offset behind a box's number and quoted title where text runs on in the line (专栏2 “十大专项”为突破卡点，…), else 0."""
    match = QUOTED_CAPTION.match(text)
    return match.end() if match and not is_caption(text) else 0


def _titles(lines: Sequence[Line]) -> tuple[set[str], int]:
    """The numbered titles of the table of contents, without white space, and the place behind it."""
    contents = Contents(lines)
    start = next((at for at in range(len(lines)) if contents.end(at) > at), len(lines))
    end = contents.end(start) if start < len(lines) else start
    entries = [line.text for line in lines[start:end] if LEADER.fullmatch(line.text.strip()) or PAGE.search(line.text)]
    named = {squeeze(PAGE.sub("", entry)) for entry in entries if parse_marker(entry)}
    return {title for title in named if SHORTEST <= len(title) <= LONGEST // 2}, end


def _place_behind(text: str, count: int) -> int:
    """The offset behind a number of characters that are no white space."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    return places[count]
