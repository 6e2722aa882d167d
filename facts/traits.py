"""Words of a condition or of an enterprise -> the traits they speak of (facts/lexicon/traits.toml)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON

CLAUSE = re.compile(r"[^，。；,;\n]+")
FAIRS = ("境外", "境内")
MORE_GRADES = 12  # characters before a trait in which several grades can be listed


@dataclass(frozen=True, slots=True)
class Trait:
    """A kind of trait: id, label, its words, the words that say the opposite, and whether it is a kind of body."""

    id: str
    label: str
    words: re.Pattern[str]
    contrary: re.Pattern[str] | None
    entity: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A trait named in a text.

    Attributes:
        id: of the trait.
        grades: 国家级, 省级, A … as named with it.
        holds: False where the words deny it.
        modifier: first, renewed, held or "".
        clause: the stretch between commas that names it.
        start: where its words begin.
    """

    id: str
    grades: tuple[str, ...]
    holds: bool
    modifier: str
    clause: str
    start: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lexicon."""

    traits: dict[str, Trait]
    grade: re.Pattern[str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    modifiers: dict[str, re.Pattern[str]]
    standing: frozenset[str]


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
    )


def plain(text: str) -> str:
    """Return a text in NFKC, lower case, without the white space that line breaks and tables left in it."""
    return re.sub(r"(?<=[^a-z0-9])\s+|\s+(?=[^a-z0-9])", "", unicodedata.normalize("NFKC", text).lower())


def said_in(text: str) -> tuple[Said, ...]:
    """Return the traits a text names, clause by clause; where two fit the same words the lexicon's first has them.

    >>> [(item.id, item.grades, item.holds) for item in said_in("我们是省级专精特新,没有高企证")]
    [('specialised', ('省级',), True), ('high_tech', (), False)]
    """
    body = plain(text)
    return tuple(item for match in CLAUSE.finditer(body) for item in _of_clause(match.group(), match.start()))


def _of_clause(clause: str, offset: int) -> Iterator[Said]:
    lexicon = load_traits()
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Said]] = []
    for trait in lexicon.traits.values():
        for match in trait.words.finditer(clause):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append((match.start(), match.end()))
            before, after = clause[: match.start()], clause[match.end() :]
            near = before[max((end for _, end in taken if end <= match.start()), default=0) :][-MORE_GRADES:]
            scope = before.rpartition("的")[2]  # 没有研发投入的企业 denies the spending, not the enterprise
            denied = bool(lexicon.denied_before.search(scope) or lexicon.denied_after.match(after))
            if trait.contrary and trait.contrary.search(clause[max(0, match.start() - 4) :]):
                denied = not denied
            modifier = next((name for name, words in lexicon.modifiers.items() if words.search(clause)), "")
            grades = tuple(grade for grade in _grades(lexicon, near, after) if (grade in FAIRS) == (trait.id == "fair"))
            found.append((match.start(), Said(trait.id, grades, not denied, modifier, clause, offset + match.start())))
    for trait in lexicon.traits.values():
        if trait.contrary and not any(said.id == trait.id for _, said in found) and (against := trait.contrary.search(clause)):
            denied = bool(lexicon.denied_before.search(clause[: against.start()]))
            found.append((against.start(), Said(trait.id, (), denied, "", clause, offset + against.start())))
    yield from (said for _, said in sorted(found, key=lambda item: item[0]))


def _grades(lexicon: Lexicon, before: str, after: str) -> tuple[str, ...]:
    found = [match.group() for match in re.finditer(lexicon.grade.pattern, before + "\n" + after[:4], re.I)]
    return tuple(dict.fromkeys(word.upper() for word in found))
