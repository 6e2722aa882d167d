"""A question that names one phase of a project (二期) and a piece of evidence -> what of it is said of that phase."""

import re
from dataclasses import replace

from answer.evidence import Evidence

PHASE = re.compile(r"(?:首|[一二三四五])期(?![间末内货初中])")
FIRST = {"首期": "一期"}


def of_phase(item: Evidence, text: str) -> Evidence | None:
    """Return evidence with nothing but what it says of the one phase that a question names; whole where either names none.

    Args:
        item: a piece of evidence.
        text: the question.

    Returns:
        None where the evidence speaks of other phases only.
    """
    asked = {_plain(found) for found in PHASE.findall(text)}
    told = list(PHASE.finditer(item.text))
    if len(asked) != 1 or not told:
        return item
    ends = [*(one.start() for one in told[1:]), len(item.text)]
    own = [item.text[one.start() : end] for one, end in zip(told, ends, strict=True) if _plain(one.group()) in asked]
    return replace(item, text="".join(own)) if own else None


def _plain(phase: str) -> str:
    return FIRST.get(phase, phase)
