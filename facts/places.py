"""What a profile says of places -> the regions whose measures hold for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facts.regions import Gazetteer, stem_of

RANKED = re.compile(r"([市县区])级")  # 澄湾市级龙头企业 is in 澄湾


@dataclass(frozen=True, slots=True)
class Where:
    """Regions of the corpus whose measures hold, one's own first, then those above it."""

    regions: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def where(text: str, gazetteer: Gazetteer, every: Sequence[str]) -> Where:
    """Return where an enterprise is.

    A place that the corpus lacks counts as the city it belongs to; where no place is named, the region above all others
    is assumed, or the only one.

    Args:
        text: what the enterprise tells.
        gazetteer: knows the corpus's regions.
        every: all regions of the corpus.
    """
    places = gazetteer.places(RANKED.sub(r"\1", text))
    own = [place.region for place in places if place.region]
    above = [
        gazetteer.region(gazetteer.parent(stem))
        for stem in [*(stem_of(region) for region in own), *(place.stem for place in places if not place.region)]
    ]
    unknown = tuple(place.stem for place in places if not place.region)
    found = tuple(dict.fromkeys(region for region in [*own, *above] if region))
    if found or places:
        return Where(found, unknown=unknown)
    top = gazetteer.top_region() or (every[0] if len(set(every)) == 1 else "")
    return Where((top,) if top else ())
