"""A follow-up that names only the place of a body (那乙市的多大), and the turn before -> the question with the body's kind."""

import re
from collections.abc import Sequence

from facts.regions import Gazetteer
from retriever.wording import normalise

KIND = re.compile(r"(?:市|区|县)?的?(?P<kind>分园|片区|园区|校区|分院|分中心)")
ON = re.compile(r"^(?:那么?)?(?P<place>[\u4e00-\u9fff]{2,6}?)(?=的|呢|多大|有多|那[个家块条边里])")


def with_body(typed: str, history: Sequence[str], gazetteer: Gazetteer) -> str:
    """Return a question with the kind of body that the turn before named with another place.

    Args:
        typed: what the person typed.
        history: earlier user turns, oldest first.
        gazetteer: knows places.
    """
    on = ON.match(normalise(typed))
    if not on or not history or not any(place.stem == on["place"] for place in gazetteer.places(on["place"])):
        return typed
    before = normalise(history[-1])
    for place in gazetteer.places(before):
        at = before.find(place.stem) + len(place.stem)
        if place.stem != on["place"] and (kind := KIND.match(before, at)):
            return typed.replace(on["place"], on["place"] + kind["kind"], 1)
    return typed
