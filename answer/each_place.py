"""A question for what an amount comes to for each (平均每家) in several places -> the same question of each place."""

import re
from collections.abc import Sequence

from answer.numbers_per import PER
from answer.pointing import PLACE_FIRST
from answer.replied import Reply
from facts.regions import Gazetteer

BETWEEN = re.compile(r"(?:市|县|区)?(?:、|和|与|跟|同|，|,|还有|以及)")
WHICH = re.compile(r"[，,？?。](?:哪[边个里家]|谁)(?!来|牵|负|管)[^，。？?]*[？?]?$")


def of_each_place(question: str, asked: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """Return the questions, one a place; none where it spreads no amount, or names fewer than two places side by side.

    Args:
        question: what was asked, as it is meant.
        asked: the questions that it holds.
        gazetteer: knows places.
    """
    if not all(WHICH.search(f"，{PLACE_FIRST.sub('', one)}") for one in asked[1:]):
        return []
    places = [place for place in gazetteer.places(question) if place.region]
    if len(places) < 2 or not PER.search(question):
        return []
    ordered = sorted(places, key=lambda place: place.start)
    gaps = [question[one.end : other.start] for one, other in zip(ordered, ordered[1:], strict=False)]
    if not all(BETWEEN.fullmatch(gap) for gap in gaps):
        return []
    head, tail = question[: ordered[0].start], WHICH.sub("", question[ordered[-1].end :])
    return [f"{head}{place.stem}{tail}" for place in ordered]


def all_computed(replies: Sequence[Reply]) -> bool:
    """Tell whether each of some replies computed a figure."""
    return all(reply.numbers and reply.numbers.computed and not reply.refusal for reply in replies)
