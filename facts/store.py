"""The facts and measures that were published with an index."""

from facts.fact import Fact
from facts.measure import Measure
from index.errors import IndexDamagedError
from index.store import PassageIndex


def facts_of(index: PassageIndex) -> tuple[Fact, ...]:
    """Return all facts of an index, by document and place.

    Raises:
        IndexDamagedError: its rows are not those of facts.
    """
    try:
        return tuple(Fact.from_dict(row) for row in index.extras.get("facts", ()))
    except (TypeError, KeyError) as error:
        raise IndexDamagedError(f"expected facts in the index, came: {error!r}; rebuild: python -m index.build") from error


def measures_of(index: PassageIndex) -> tuple[Measure, ...]:
    """Return all support measures of an index, by document and place.

    Raises:
        IndexDamagedError: its rows are not those of measures.
    """
    try:
        return tuple(Measure.from_dict(row) for row in index.extras.get("measures", ()))
    except (TypeError, KeyError) as error:
        raise IndexDamagedError(f"expected measures in the index, came: {error!r}; rebuild: python -m index.build") from error
