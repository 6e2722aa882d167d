"""The text of a made notice -> the support measures read from it, for the tests of rules and of whole notices."""

from facts.measure import Measure
from facts.measures import extract_measures
from index.passages import chunk_document
from index.structure import parse_document
from tests.small_index import SmallIndex


def made_measures(doc: str, title: str, place: str, text: str) -> tuple[list[Measure], str]:
    """Return the measures of a notice of a place, and its normalised text."""
    parsed = parse_document(text)
    info = SmallIndex.info(doc, title, file=f"{doc}.txt", region=place, status="final")
    return list(extract_measures(info, chunk_document(doc, parsed), parsed.text)), parsed.text
