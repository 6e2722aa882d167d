"""Rules of a document without articles -> the words by which other rules name them: the running number of each, the group it stands in."""

import re
from collections.abc import Sequence

from facts.keys import place_of
from facts.sentences import Sentence

NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})[.、．](?!\d)")
GROUP = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
FEWEST = 2


def numbers_of(groups: Sequence[Sequence[Sentence]]) -> dict[int, str]:
    """Return, by where a rule starts, the words that name it; numbers only where they run on from 1 through the whole document.

    Args:
        groups: the sentences of each rule.
    """
    firsts = [group[0] for group in groups]
    numbered = [(int(match["number"]), first.start) for first in firsts if (match := NUMBERED.match(first.text))]
    runs_on = len(numbered) >= FEWEST and [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
    places = {start: place_of("", number) for number, start in numbered} if runs_on else {}
    headings = {heading for first in firsts for heading in first.passage.headings if GROUP.match(heading)}
    marks = [match.group() for heading in headings if (match := GROUP.match(heading))]
    for first in firsts:
        for heading in first.passage.headings:
            match = GROUP.match(heading)
            if match and marks.count(match.group()) == 1:
                places[first.start] = f"{places.get(first.start, '')} {match.group()}类".strip()
    return places
