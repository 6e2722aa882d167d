"""A text as it is shown -> its characters as checks write them, each with the place it came from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from answer.plain import CIRCLED, DASHES, INVISIBLE
from index.markers import EMPHASIS


@dataclass(frozen=True, slots=True)
class Flat:
    """A text without white space, emphasis and marks of thousands, in NFKC.

    Attributes:
        text: the characters that are left.
        places: for each of them, where it stands in the text as it is shown.
    """

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the flat text, not empty, stands in the text as it is shown."""
        return self.places[start], self.places[end - 1] + 1


def flat(text: str) -> Flat:
    """Return a text as checks write it; a check's own words are flattened alike.

    >>> flat("达 48.6 万人，共 1,680 家").text, flat("达 48.6 万人").span(1, 7)
    ('达48.6万人,共1680家', (2, 9))
    """
    dropped = {place for pattern in (EMPHASIS, CIRCLED, INVISIBLE) for match in pattern.finditer(text) for place in range(*match.span())}
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if place in dropped or letter.isspace() or _parts_thousands(text, place):
            continue
        for one in DASHES.sub("-", unicodedata.normalize("NFKC", letter)):
            if one == "-" and letters[-1:] == ["-"]:
                continue
            letters.append(one)
            places.append(place)
    return Flat("".join(letters), tuple(places))


def _parts_thousands(text: str, place: int) -> bool:
    """Tell whether a comma stands between a digit and three more."""
    after = text[place + 1 : place + 5]
    parts = text[place] in ",，" and text[max(place - 1, 0)].isdigit()
    return parts and len(after) >= 3 and after[:3].isdigit() and not after[3:].isdigit()
