"""A case of several places -> what each of them lacks, judged as if it were asked of that place alone."""

from collections.abc import Callable
from dataclasses import replace

from answer.case import Case
from answer.lacking import Lack
from facts.fact import Fact


def of_region(case: Case, region: str) -> Case:
    """Return a case as it would be if only one of its regions were asked about, with the evidence of that region's documents."""
    places = tuple(place for place in case.question.places if place.region == region)
    question = replace(case.question, places=places, everywhere=False)
    evidence = [item for item in case.evidence if case.index.infos[item.doc].region == region]
    return replace(case, retrieval=replace(case.retrieval, question=question, regions=(region,)), evidence=evidence)


def lacking_in_all(case: Case, lacking: Callable[[Case], Lack | None]) -> Lack | None:
    """Return what a case of several regions asks for and none of them states, with the facts that come nearest; None where one does.

    Args:
        case: asked of two regions or more.
        lacking: tells what a case of one region lacks.
    """
    nearest: list[Fact] = []
    words = ""
    for region in case.regions:
        own = of_region(case, region)
        lack = lacking(own) if own.evidence else Lack("")
        if lack is None:
            return None
        words = words or lack.words.removeprefix(region)
        nearest += lack.nearest
    return Lack(words, tuple(nearest)) if words else None
