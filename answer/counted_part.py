"""An outline whose title counts more than stands below it alone (三、做强四条产业链, with a fifth part on safeguards) -> what it counts."""

import re
from dataclasses import replace

from answer.list_fit import COUNT, plain_name
from index.numerals import numeral
from index.outlines import Outline

ENDING = 2  # last characters of what a title counts, by which its items are called
KIND = re.compile(r"[\u4e00-\u9fff]{2,10}")


def counted_part(outline: Outline) -> Outline:
    """Return an outline with those of its items that its title counts, where as many are called so; else as it is.

    Args:
        outline: what a heading holds.
    """
    title = plain_name(outline.title)
    for match in COUNT.finditer(title):
        kind = KIND.match(title[match.end() :])
        own = tuple(item for item in outline.items if kind and kind.group()[-ENDING:] in plain_name(item.name))
        if len(own) == numeral(match[1]) < len(outline.items):
            return replace(outline, items=own)
    return outline
