"""An English question -> the same with the bodies it names in English put as the documents write them (Sino-Italian Park: 中意园)."""

import re
from collections.abc import Iterable
from itertools import product

from facts.terms import load_synonyms

BEGINS = re.compile(r"(?<![a-z])[a-z]")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FEWEST, LONGEST = 2, 6  # terms that a name is made of
MOST_WAYS = 64  # ways of saying it that are tried


class Translated:
    """Finds names of bodies that a question puts together from English words of the lexicon."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names that documents list."""
        self._names = frozenset(names)
        self._english = {key: terms for key, terms in load_synonyms().english.items() if key.isascii()}

    def in_chinese(self, text: str) -> str:
        """Return a text with each run of English words that says a listed name replaced by that name, the longest first."""
        found = self._terms(text)
        for size in range(LONGEST, FEWEST - 1, -1):
            for at in range(len(found) - size + 1):
                run = found[at : at + size]
                if any(text[one[1] : two[0]].strip(" -") for one, two in zip(run, run[1:], strict=False)):
                    continue
                if name := self._name([terms for _, _, terms in run]):
                    return f"{text[: run[0][0]]}{name}{self.in_chinese(text[run[-1][1] :])}"
        return text

    def _terms(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """The terms of the lexicon that a text says in English, each with its place, the longest where one begins."""
        body = text.lower()
        found: list[tuple[int, int, tuple[str, ...]]] = []
        at = 0
        while match := BEGINS.search(body, at):
            key = max((one for one in self._english if body.startswith(one, match.start())), key=len, default="")
            at = len(body) - len(body[match.start() + len(key) :].lstrip(LETTERS))
            if key:
                found.append((match.start(), at, self._english[key]))
        return found

    def _name(self, terms: list[tuple[str, ...]]) -> str:
        """The listed name that terms make in their order, "" where they make none."""
        ways = ["".join(way) for _, way in zip(range(MOST_WAYS), product(*terms), strict=False)]
        return next((way for way in ways if way in self._names), "")
