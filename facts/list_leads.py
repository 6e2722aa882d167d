"""An item of a list that pays by itself -> the sentence above the list that says for whom all of it is: 对…的企业，按下列标准给予补助：."""

import re
from collections.abc import Sequence

from facts.sentences import Sentence, signs

ANNOUNCES = re.compile(r"[：:]\s*$")
WHOM = re.compile(
    r"(?:^|[。；]|条\s*)\s*(?:对|凡|面向)[^。；]{4,}|[^，。；]{6,60}的，按[^，。；]{2,16}(?:给予|予以)[^，。；]{0,8}[：:]\s*$"
    r"|[^。；]{6,}的下列[^，。；]{2,12}可以?(?:申[请领]|享受)[^，。；]{0,4}[：:]\s*$"
)


def lead_of(first: Sentence, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentence that a list opens with and that says whom it is for; none where an item has none.

    Args:
        first: the first sentence of a measure.
        sentences: those of its document, in order.
    """
    if not signs()["item"].match(first.text):
        return []
    at = next((place for place, one in enumerate(sentences) if one.start == first.start), 0)
    for one in reversed(sentences[:at]):
        if (one.article, one.passage.headings) != (first.article, first.passage.headings):
            return []
        if ANNOUNCES.search(one.text):
            return [one] if WHOM.search(one.text) and not signs()["item"].match(one.text) else []
    return []
