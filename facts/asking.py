"""Words by which questions ask and frame what they ask -> the lexicon of them (facts/lexicon/asking.toml)."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from facts.regions import load_places
from facts.terms import LEXICON

COUNTRY = "国家?"  # the kind whose names are those of countries


@dataclass(frozen=True, slots=True)
class Asking:
    """The parts of the lexicon.

    Attributes:
        frame: words by which questions ask and frame what they ask, never what is asked about.
        filler: words that put a question or keep a conversation going.
        listing: words that only ask, in questions for a list.
        tables: words that only ask, in questions for the units and times of a table.
        same: everyday words -> what plans write, looser than the synonyms.
        narrow: what narrows a thing down -> other ways of saying so.
        scopes: among whom a place is ranked -> other ways of saying so.
        nouns: what is measured, though dictionaries take it for a verb or an adjective.
        called: kinds of bodies and places -> how their names end, or what they are called.
        relations: what is done with things, so that a figure of the things alone does not tell it.
    """

    frame: frozenset[str]
    filler: frozenset[str]
    listing: frozenset[str]
    tables: frozenset[str]
    same: dict[str, tuple[str, ...]]
    narrow: dict[str, tuple[str, ...]]
    scopes: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    relations: frozenset[str]
    called: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def load_asking() -> Asking:
    """Read the lexicon once."""
    table = tomllib.loads((LEXICON / "asking.toml").read_text(encoding="utf-8"))
    parts = ("same", "narrow", "scopes", "called")
    same, narrow, scopes, called = ({key: tuple(terms) for key, terms in table[part].items()} for part in parts)
    called[COUNTRY] = (*load_places().countries, *called[COUNTRY])
    words = {part: frozenset(table[part]) for part in ("frame", "filler", "listing", "tables", "nouns", "relations")}
    return Asking(same=same, narrow=narrow, scopes=scopes, called=called, **words)
