"""A list of names that share one figure (甲、乙、丙分别达到2000亿元) -> the name of each but the last."""

import re
from collections.abc import Iterator

from facts.named import Named, clean_name
from facts.quantities import Quantity
from facts.shared_ends import with_shared_end

SHARED = re.compile(r"(?:^|[，。；：])(?P<names>[^，。；：]*?、[^，。；：]*?)(?:分别|均|各)(?:力争)?(?:达到?|突破|超过)?\s*$")


def names_before(text: str, start: int, quantity: Quantity, named: Named) -> Iterator[Named]:
    """Yield the earlier names of the list that a figure ends.

    Args:
        text: the document's text.
        start: first code point of the sentence.
        quantity: the figure.
        named: the last name.
    """
    lead = SHARED.search(text[start : quantity.start])
    if not lead or named.place or named.year or re.match(r"\s*(?:以上)?\s*[、和及]", text[quantity.end : quantity.end + 6]):
        return
    pieces = list(re.finditer(r"[^、和]+", lead["names"]))
    names = with_shared_end([piece.group() for piece in pieces])
    for piece, name in list(zip(pieces, names, strict=True))[:-1]:
        at = start + lead.start("names") + piece.start()
        if one := clean_name(name, 0, len(name), named.words):
            yield Named(one.name, at, at + len(piece.group()), named.words, named.subject)
