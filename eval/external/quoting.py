"""A text and a place in it -> a quote that may stand in a gold file."""

from eval.faults import LONGEST_QUOTE, SHORTEST_QUOTE
from eval.matching import squeeze

SENTENCE_ENDS = "。！？!?；;\n"


def quote_around(text: str, start: int, end: int) -> str | None:
    """Return a quote that holds text[start:end], if possible the sentence around it, or None where none fits.

    A gold quote has SHORTEST_QUOTE to LONGEST_QUOTE characters without white space; a sentence that is too long is
    cut around the place, one that is too short grows beyond its ends.
    """
    if len(squeeze(text[start:end])) > LONGEST_QUOTE:
        return None
    left, right = start, end
    while left > 0 and text[left - 1] not in SENTENCE_ENDS:
        left -= 1
    while right < len(text) and text[right] not in SENTENCE_ENDS:
        right += 1
    while len(squeeze(text[left:right])) < SHORTEST_QUOTE and (left > 0 or right < len(text)):
        left, right = max(0, left - 1), min(len(text), right + 1)
    while len(squeeze(text[left:right])) > LONGEST_QUOTE:
        if start - left >= right - end:
            left += 1
        else:
            right -= 1
    quote = text[left:right].strip()
    return quote if len(squeeze(quote)) >= SHORTEST_QUOTE else None
