"""Hits -> how an answer shows them."""

from collections.abc import Sequence

from answer.answer import ShownHit
from index.store import PassageIndex
from retriever.windows import Hit


def shown_hits(hits: Sequence[Hit], index: PassageIndex) -> tuple[ShownHit, ...]:
    """Return hits as they are shown, each with its document and its words."""
    found = []
    for hit in hits:
        info = index.infos[hit.passage.doc]
        text = index.texts[info.id][hit.start : hit.end]
        place = (hit.passage.passage_id, " > ".join(hit.passage.headings), hit.passage.context)
        found.append(ShownHit(hit.rank, info.id, info.title, *place, text, hit.start, hit.end, round(hit.score, 6)))
    return tuple(found)
