"""A follow-up that names another row of a table and asks nothing else (那丙区呢) -> the question before, asked of that row."""

import re
from collections.abc import Sequence

from facts.regions import Gazetteer
from index.store import PassageIndex

ANOTHER = re.compile(r"^(?:那么?|而|换成)?(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,20}?)(?:的)?(?:又?是多少|怎么样|如何)?呢?$")
SHORTEST = 2


def of_other_row(text: str, earlier: Sequence[str], tables: Sequence[frozenset[str]], gazetteer: Gazetteer) -> str:
    """Return the last turn that names a row of a table, with another row of the same table in its place; "" where there is none.

    Args:
        text: the follow-up, as `normalise` returns it.
        earlier: the turns before, oldest first.
        tables: the names of the rows of each table.
        gazetteer: knows places; one that has a document of its own is asked about as a place.
    """
    found = ANOTHER.match(text)
    name = found["name"] if found else ""
    if not name or any(place.stem in name for place in gazetteer.places(text)):
        return ""
    own = [labels for labels in tables if name in labels]
    for turn in reversed(earlier) if own else ():
        named = [label for labels in own for label in labels if label in turn and label != name]
        if named:
            return turn.replace(max(named, key=len), name)
    return ""


def row_names(index: PassageIndex) -> tuple[frozenset[str], ...]:
    """Return the names of the rows of each table."""
    found: dict[tuple[str, str], set[str]] = {}
    for passage in index.passages:
        if passage.row and len(passage.row.label) >= SHORTEST:
            found.setdefault((passage.doc, passage.row.caption), set()).add(passage.row.label)
    return tuple(map(frozenset, found.values()))
