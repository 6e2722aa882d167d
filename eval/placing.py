"""Document text and quote -> the spans where the quote stands, white space left out of the comparison."""

Span = tuple[int, int]


class PlaceFinder:
    """One text in which many quotes are looked for."""

    def __init__(self, text: str) -> None:
        self._kept = [at for at, char in enumerate(text) if not char.isspace()]
        self._squeezed = "".join(text[at] for at in self._kept)

    def spans(self, quote: str) -> list[Span]:
        """Return every place where the quote stands, in order; none for a quote of white space alone.

        >>> PlaceFinder("达到 3.8 %，3.8%。").spans("3.8%")
        [(3, 8), (9, 13)]
        """
        wanted = "".join(quote.split())
        found: list[Span] = []
        start = self._squeezed.find(wanted) if wanted else -1
        while start >= 0:
            found.append((self._kept[start], self._kept[start + len(wanted) - 1] + 1))
            start = self._squeezed.find(wanted, start + 1)
        return found


def overlap(one: Span, other: Span) -> int:
    """Return how many code points two spans share.

    >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
    (2, 0)
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
