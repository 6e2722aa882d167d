"""Two texts -> whether one states the other, as the contract on answers.jsonl compares them.

Both sides lose white space and [n] marks, after NFKC, and are lower-cased. White space goes first, so two numbers
parted only by a space become one: "2.8 3.6" states neither 2.8 nor 3.6.
"""

import re
import unicodedata

MARK = re.compile(r"\[\d+(?:[,、]\d+)*\]")


def normal(text: str) -> str:
    """Return the text as it is compared.

    >>> normal("达到 ３.８％[1， 2]。")
    '达到3.8%。'
    """
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    return MARK.sub("", squeezed).lower()


def squeeze(text: str) -> str:
    """Return the text without white space, otherwise literal."""
    return "".join(text.split())


def states(text: str, point: str) -> bool:
    """Tell whether a normal text holds a normal string that is not a piece of a longer number.

    >>> states("达到13.8%", "3.8%"), states("达到3.8%", "3.8%")
    (False, True)
    """
    if not point:
        return False
    start = text.find(point)
    while start >= 0:
        if not (_goes_on_left(text, start) or _goes_on_right(text, start + len(point))):
            return True
        start = text.find(point, start + 1)
    return False


def _goes_on_left(text: str, start: int) -> bool:
    """Tell whether the number that begins at start has more digits before it."""
    if not text[start].isdecimal() or start == 0:
        return False
    before = text[start - 1]
    return before.isdecimal() or (before == "." and start > 1 and text[start - 2].isdecimal())


def _goes_on_right(text: str, end: int) -> bool:
    """Tell whether the number that ends at end has more digits after it; a full stop is no decimal point."""
    if not text[end - 1].isdecimal() or end == len(text):
        return False
    after = text[end]
    return after.isdecimal() or (after == "." and end + 1 < len(text) and text[end + 1].isdecimal())
