"""Sentences of a document -> those that only list what papers are to be handed in."""

import re
from collections.abc import Sequence

from facts.reaches import BULLET
from facts.sentences import Sentence

ANNOUNCED = re.compile(r"(?:材料|资料|附件|证件)(?:清单|如下|包括|有)?[：:]$")


def handed_in(sentences: Sequence[Sentence]) -> set[int]:
    """Return where the sentences start that say that papers are to be handed in and, a bullet each, which.

    Args:
        sentences: those of a document, in order.
    """
    found: set[int] = set()
    listing = False
    for sentence in sentences:
        announced = ANNOUNCED.search(re.sub(r"\s+", "", sentence.text)) is not None
        listing = announced or (listing and BULLET.match(sentence.text) is not None)
        if listing:
            found.add(sentence.start)
    return found
