"""Words about a fair -> whether it is abroad or at home, by the places that they name (facts/lexicon/regions.toml)."""

import re
from functools import lru_cache

from facts.regions import load_places

ABROAD, HOME = FAIRS = ("境外", "境内")


def fair_grade(words: str) -> str:
    """Return where a fair is: 境外 where some words name a place abroad, else 境内 where they name one at home, else "".

    >>> fair_grade("去了瑞典的展会"), fair_grade("去了广交会"), fair_grade("去了中东欧博览会")
    ('境外', '境内', '')
    """
    abroad, home = _patterns()
    return ABROAD if abroad.search(words) else HOME if home.search(words) else ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What names a place abroad, and what names one at home."""
    places = load_places()
    return re.compile("|".join((*places.countries, *places.abroad))), re.compile("|".join(places.home))
