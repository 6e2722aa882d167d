"""Question for the units in charge -> the one clause headed by what is asked about, where no clause found names any."""

from collections.abc import Sequence

from answer.charge import RESPONSIBLE, Charge, find_charge, matter_of, share_of
from answer.table_rows import docs_asked
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.retrieval import Retrieval


def units_in_charge(retrieval: Retrieval, concepts: Sequence[Concept], index: PassageIndex) -> Charge | None:
    """Return the units in charge of the clause found, else of the one clause whose heading holds all that is asked about; else None.

    Args:
        retrieval: question and hits.
        concepts: what the question asks about.
        index: where the hits come from.
    """
    if charge := find_charge(retrieval, concepts, index):
        return charge
    matter = matter_of(concepts)
    docs = docs_asked(retrieval, index)
    found: dict[int, Charge] = {}
    for passage in index.passages if matter else ():
        if passage.doc in docs and passage.headings and share_of(matter, passage.headings[-1]) >= 1:
            text = index.texts[passage.doc]
            if named := RESPONSIBLE.search(text, *passage.scope):
                words = named.group().strip("（）()")
                found[named.start()] = Charge(words, passage.headings[-1], passage, named.start(), named.end())
    return next(iter(found.values())) if len(found) == 1 else None
