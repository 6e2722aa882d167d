"""A list of names that share one figure (甲、乙、丙分别达到2000亿元) -> the name of each but the last."""

import re
from collections.abc import Iterator

from facts.named import Named
from facts.quantities import Quantity

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
    for piece in list(re.finditer(r"[^、和]+", lead["names"]))[:-1]:
        at = start + lead.start("names") + piece.start()
        name = re.sub(r"^(?:其中|全市|全区|力争|预计)+", "", piece.group().strip())
        if len(name) > 2:
            yield Named(name, at, at + len(piece.group()), named.words, named.subject)
