"""A sentence and the spans cited for it -> a clause that one of them holds word for word, with other digits."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from answer.plain import bare, plain
from answer.support import Support

CLAUSE = re.compile(r"[，,；;。！？!?\n|]")
NUMBER = r"\d+(?:\.\d+)*"
SHORTEST = 5  # characters beside the digits from which a clause is known again


def altered_clause(sentence: str, supports: Sequence[Support]) -> str:
    """Return the first clause that spans hold with other digits only, and none as it is; else "".

    What is told word for word must be told with its numbers, also where these are no figures (3+1+X, 2.0, the year that
    a clause of its own names).
    """
    held = tuple(text for support in supports for text in (*map(bare, support.lines), support.readable))
    spans = tuple(bare(support.lines[0]) for support in supports if support.lines)
    return next((clause for clause in _clauses(sentence) if _is_altered(clause, spans, held)), "")


def _clauses(sentence: str) -> Iterator[str]:
    """The bare clauses, one that hardly says more than a number together with the one behind it."""
    before = ""
    for clause in CLAUSE.split(plain(sentence)):
        yield before + bare(clause)
        before = bare(clause) if _letters(bare(clause)) < SHORTEST else ""


def _letters(clause: str) -> int:
    return len(re.sub(NUMBER, "", clause))


@lru_cache(maxsize=4096)
def _is_altered(clause: str, spans: tuple[str, ...], held: tuple[str, ...]) -> bool:
    if not re.search(r"\d", clause) or _letters(clause) < SHORTEST or any(clause in text for text in held):
        return False
    pattern = re.compile(NUMBER.join(map(re.escape, re.split(NUMBER, clause))))
    return any(pattern.search(text) for text in spans)
