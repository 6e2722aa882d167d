"""Evidence of a policy that opens a list with a colon -> the same with the items of the list: alone it tells nothing."""

from collections.abc import Sequence
from dataclasses import replace

from answer.answer import MAX_CITATION
from answer.evidence import Evidence
from index.markers import parse_marker
from index.passages import Passage
from index.store import PassageIndex

COLONS = ("：", ":")


def with_items(items: Sequence[Evidence], index: PassageIndex) -> list[Evidence]:
    """Return evidence in its order; what opens a list of lines with its items, which are not told once more.

    Args:
        items: what is to be told.
        index: where it comes from.
    """
    found: list[Evidence] = []
    for item in items:
        end = _end(item, index)
        told = replace(item, end=end, text=index.texts[item.doc][item.start : end]) if end > item.end else item
        found.append(told)
    return [one for one in found if not any(other.holds(one) and not one.holds(other) for other in found)]


def list_end(passages: Sequence[Passage], at: int, text: str) -> int:
    """Return where the list of marked lines ends that a passage opens with a colon, of one kind and below the passage's own mark.

    Args:
        passages: of one document, in its order.
        at: which of them opens it.
        text: the document's.
    """
    opening, end = passages[at], passages[at].end
    if not text[opening.start : opening.end].rstrip().endswith(COLONS):
        return end
    own, style, last = parse_marker(text[opening.start : opening.end].lstrip()), "", 0
    for item in passages[at + 1 :]:
        marker = parse_marker(text[item.start : item.end].lstrip())
        if marker is None or (own and marker.style == own.style) or (style and marker.style != style) or marker.number <= last:
            break
        style, end, last = marker.style, item.end, marker.number
    return end


def _end(item: Evidence, index: PassageIndex) -> int:
    """Where the list ends that a piece of evidence opens, its own end where it opens none that a citation holds."""
    if not index.infos[item.doc].is_policy or item.passage.row or not item.text.rstrip().endswith(COLONS):
        return item.end
    own = [one for one in index.passages if one.doc == item.doc and one.kind in ("clause", "note")]
    at = next((place for place, one in enumerate(own) if one.start <= item.start < one.end), -1)
    end = list_end(own, at, index.texts[item.doc]) if at >= 0 else item.end
    return end if end - item.start <= MAX_CITATION else item.end
