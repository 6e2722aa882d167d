"""A question -> the regions of the corpus that it is searched for in."""

import re
from collections.abc import Sequence

from facts.regions import Gazetteer, stem_of
from index.catalog import DocumentInfo
from retriever.question import Question

WHICH_PARTS = re.compile(r"哪(?:几个?|些|[二两三四五六]个)(?:区县市?|县区|县市区?|市县)")  # whose own documents may say it
AND_CITY, CITY_AND = r"(?:[和与跟同、]|以及|还有)(?:市里|市级|全市)", r"(?:市里|市级|全市)(?:的)?(?:[和与跟同、]|以及|还有)"
ONE_PLACE = re.compile(r"(?:在|到|去|于|放|落|搬)[^，。？?]{0,6}?(?:哪个(?:地方|区|市|县)|哪地|哪里)")  # asked within the place named


def regions_of(question: Question, gazetteer: Gazetteer, documents: Sequence[DocumentInfo]) -> tuple[str, ...]:
    """Return the regions of the corpus that are searched for, in order; none where none is named."""
    parts = WHICH_PARTS.search(question.text) and question.regions in ((), (gazetteer.top_region(),))
    if parts or (question.everywhere and len(question.regions) < 2 and not (question.regions and ONE_PLACE.search(question.text))):
        return tuple(dict.fromkeys(info.region for info in documents if info.region))
    return _with_above(question, gazetteer)


def _with_above(question: Question, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The regions named, and the city above the one of them where its level is named beside it: 乙区和市里各要求什么."""
    above = gazetteer.region(gazetteer.parent(stem_of(question.regions[0]))) if len(question.regions) == 1 else ""
    if not above:
        return question.regions
    name = rf"(?:{re.escape(stem_of(question.regions[0]))}[市区县]?|[区县]里)"
    if not re.search(rf"{name}(?:自己|这边)?{AND_CITY}|{CITY_AND}{name}", question.text):
        return question.regions
    return (*question.regions, above)
