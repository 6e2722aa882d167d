"""Question how many of a thing there are -> the evidence that names them one by one, though it gives no number."""

import re
from collections.abc import Iterator, Sequence

from answer.choice import listed
from answer.evidence import Evidence
from answer.interrogatives import interrogatives
from answer.readable import readable
from index.lexical import word_spans
from retriever.question import Question

FEWEST = 3  # things that a sentence names
MOST = 0.6  # share of them that must be called as the question calls them
READ = 60  # pieces of evidence that are looked at
APART = 3  # characters that a name may have between those by which a question calls it


def counting_off(evidence: Sequence[Evidence], question: Question, body: str = "") -> list[Evidence]:
    """Return the pieces that name at least three things called as those which a question asks the number of.

    Args:
        evidence: pieces found in the hits, best first.
        question: one that asks how many of one thing there are; of others none is told.
        body: the park or corridor that they are of, in whose passage they must stand; "" for any.
    """
    asked = interrogatives(question.text)
    kind = _counted(asked[0].clause, asked[0].end) if len(asked) == 1 and asked[0].kind == "n" else ""
    if not kind:
        return []
    named = re.compile(f".{{0,{APART}}}".join(map(re.escape, body))) if body else None
    return [item for item in evidence[:READ] if (not named or named.search(_around(item))) and _names(item, kind)]


def _counted(clause: str, at: int) -> str:
    """The noun right behind an interrogative of number."""
    return next((word for word, start, _ in word_spans(clause) if start == at and len(word) > 1), "")


def _names(item: Evidence, kind: str) -> bool:
    """Tell whether a piece lists things most of which are called a kind."""
    return any(len(things) >= FEWEST and sum(one.endswith(kind) for one in things) >= MOST * len(things) for things in _lists(item))


def _lists(item: Evidence) -> Iterator[list[str]]:
    for things in listed(re.sub(r"\s+", "", item.text)):
        yield [re.sub(r"等.{0,6}$", "", one) for one in things]


def _around(item: Evidence) -> str:
    label = item.passage.row.label if item.passage.row else ""
    return readable("\n".join([item.passage.text, label, *item.passage.headings[-1:]]))[0]
