"""The title that a measure stands under -> whom the brackets behind it say that it is for: 【扩岗补助】（面向小微企业）."""

import re
from collections.abc import Iterator

from facts.measure import Condition
from index.passages import Passage

BRACKET = re.compile(
    r"[（(](?:仅?面向|仅限于?|只限|限(?![额时量前期定\d])于?|仅?适用于|仅支持|针对|(?:适用|支持|申报|补贴)?(?:对象|条件|主体)(?:为|是|[：:]))(?P<what>[^（()）]{2,40})[)）]"
)
NEAREST = 2  # titles above a measure that say it


def of_brackets(passage: Passage, text: str) -> Iterator[Condition]:
    """Yield what the titles of a passage ask for in brackets.

    Args:
        passage: the one that holds the measure.
        text: the document's normalised text.
    """
    for title in passage.headings[-NEAREST:]:
        for match in BRACKET.finditer(title):
            start = text.rfind(match["what"], 0, passage.end)
            if start >= 0:
                yield Condition(match["what"], start, start + len(match["what"]), "clause", re.sub(r"\s+", "", match["what"]))
