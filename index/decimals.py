"""Lines of a text with decimal numbering (3.1, 3.1.2) -> the chapters above it (3 …, 3. …), whose number alone may be an item's."""

import re
from collections.abc import Sequence

from index.markers import DECIMALS, Marker, parse_marker
from index.signs import BARE_LENGTH, STOPS

CHAPTER = re.compile(r"\s*(?P<number>(?![0０])\d{1,2})(?:\s?[.．、]|(?=[ \t\u3000]))[ \t\u3000]*(?P<title>[\u4e00-\u9fff“《].*)")
FIRST_PART = re.compile(r"\s*(?P<chapter>(?![0０])\d{1,2})\s?[.．]\s?[1１](?!\d)")

REACH = 60  # characters of a line that can matter


def decimal_chapters(texts: Sequence[str]) -> dict[int, Marker]:
    """Return the numbering of each short line below which the first decimal number is its own with .1, by the line's place.

    Args:
        texts: lines or joined paragraphs of a file in order; "" for what is no text.
    """
    found: dict[int, Marker] = {}
    below = 0  # the chapter that the next decimal number is the first part of, else 0
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at][:REACH]
        marker = parse_marker(text)
        if marker and marker.style in DECIMALS:
            first = FIRST_PART.match(text)
            below = int(first["chapter"]) if first and marker.style == "decimal" else 0
        elif below and (match := CHAPTER.fullmatch(text)) and int(match["number"]) == below:
            title = match["title"].strip()
            if len(title) <= BARE_LENGTH and not any(stop in title for stop in STOPS):
                found[at] = Marker("chapter", below, match.start("title"))
                below = 0
    return found
