"""The lexicon of traits (facts/lexicon/traits.toml) -> its compiled words."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON


@dataclass(frozen=True, slots=True)
class Trait:
    """A kind of trait: id, label, its words, the words that say the opposite, and whether it is a kind of body.

    Where `behind` is given, a rule names it only by words behind which that stands: 农产品质量 is no grower.
    """

    id: str
    label: str
    words: re.Pattern[str]
    contrary: re.Pattern[str] | None
    entity: bool
    behind: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lexicon."""

    traits: dict[str, Trait]
    grade: re.Pattern[str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    modifiers: dict[str, re.Pattern[str]]
    standing: frozenset[str]
    statuses: frozenset[str]
    ungraded: frozenset[str]
    wished: re.Pattern[str]
    wondered: re.Pattern[str]


@lru_cache(maxsize=1)
def load_traits() -> Lexicon:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))
    traits = {
        row["id"]: Trait(
            row["id"],
            row["label"],
            re.compile(row["words"], re.I),
            re.compile(row["contrary"]) if "contrary" in row else None,
            row.get("entity", False),
            re.compile(row["behind"]) if "behind" in row else None,
        )
        for row in tables["trait"]
    }
    return Lexicon(
        traits,
        re.compile(tables["grade"]["words"]),
        re.compile(tables["negation"]["before"]),
        re.compile(tables["negation"]["after"]),
        {name: re.compile(words) for name, words in tables["modifier"].items()},
        frozenset(tables["standing"]["ids"]),
        frozenset(tables["status"]["ids"]),
        frozenset(tables["grade"]["none"]),
        re.compile(tables["status"]["wished"]),
        re.compile(tables["status"]["asked"]),
    )
