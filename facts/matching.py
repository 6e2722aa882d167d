"""An enterprise's own words -> what fits it, in the regions that they name."""

from collections.abc import Sequence
from datetime import date

from facts.match import match_profile
from facts.matched import Matching
from facts.measure import Measure
from facts.places import where
from facts.profile import read_profile
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from index.embedder import Embedder
from index.errors import InputError


def match_text(
    text: str, documents: Sequence[DocumentInfo], measures: Sequence[Measure], today: date, embedder: Embedder | None = None
) -> Matching:
    """Return what fits the words of an enterprise.

    Args:
        text: what it tells of itself.
        documents: the catalog.
        measures: all measures.
        today: the day to judge for.
        embedder: by whose embeddings measures near the words come first; None leaves that out.

    Raises:
        InputError: nothing is told, or it is in no region of the corpus.
    """
    if not text.strip():
        raise InputError("请写出企业的情况：地区、规模、资质、研发投入等")
    every = [info.region for info in documents if info.region]
    place = where(text, Gazetteer(documents), every)
    if not place.regions:
        named = "、".join(place.unknown) or "没有写明"
        raise InputError(f"资料库没有这个地区的文件（{named}）；现有：{'、'.join(dict.fromkeys(every))}")
    own = [measure for measure in measures if measure.region in place.regions]
    near = _closeness(text, own, embedder) if embedder and own else {}
    return match_profile(read_profile(text, today), own, place.regions, near)


def _closeness(text: str, measures: Sequence[Measure], embedder: Embedder) -> dict[str, float]:
    """Cosine of the profile and each measure's words."""
    words = list(dict.fromkeys(measure.text for measure in measures))
    return dict(zip(words, map(float, embedder.embed_passages(words) @ embedder.embed_queries([text])[0]), strict=True))
