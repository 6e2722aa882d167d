"""A question -> the kind of fact it wants, and whether a text states one (facts/lexicon/attributes.toml)."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from facts.terms import LEXICON

SENTENCE = re.compile(r"[；;。]")
CLAUSE = re.compile(r"[，,。；;？?！!]")
ASKED = re.compile(r"[。？?！!]")
Words = tuple[tuple[re.Pattern[str], ...], ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A kind of fact.

    Attributes:
        name: what it is called.
        asked: how it is asked for.
        stated: what states it; None: no plan does.
        apart: what tells of another matter.
        with_apart: by what a question asks for that other matter too.
        headed: the headings under which it is stated in whatever words.
        together: words that ask for it where they stand in one clause, each of them there.
        across: the same in one sentence.
        no: what a clause must not hold with them.
    """

    name: str
    asked: re.Pattern[str]
    stated: re.Pattern[str] | None
    apart: re.Pattern[str] | None = None
    with_apart: re.Pattern[str] | None = None
    headed: re.Pattern[str] | None = None
    together: Words = ()
    across: Words = ()
    no: re.Pattern[str] | None = None

    def asked_in(self, question: str) -> bool:
        """Tell whether a question, NFKC and in lower case, asks for such a fact."""
        if self.asked.search(question):
            return True
        parts = [(self.together, clause) for clause in CLAUSE.split(question)] + [(self.across, one) for one in ASKED.split(question)]
        return any(
            all(word.search(part) for word in words) and not (self.no and self.no.search(part))
            for groups, part in parts
            for words in groups
        )

    def left_of(self, question: str) -> str:
        """Return a question without the words by which it asks for such a fact."""
        for words in ((self.asked,), *self.together, *self.across):
            for word in words:
                question = word.sub(" ", question)
        return question

    def stated_in(self, text: str, question: str = "") -> bool:
        """Tell whether a text states such a fact, sentences that tell of another matter than the question left out."""
        if self.stated is None:
            return False
        body = re.sub(r"(?<=[^0-9a-z.]) | (?=[^0-9a-z.])", "", _plain(text))
        wanted_too = [pattern for pattern in (self.apart, self.with_apart) if pattern and pattern.search(_plain(question))]
        if self.apart and not wanted_too:
            body = "。".join(part for part in SENTENCE.split(body) if not self.apart.search(part))
        return bool(self.stated.search(body))


def load_attributes() -> tuple[Attribute, ...]:
    """Return what a question may want to know of a thing."""
    return _load("attribute")


def load_provisions() -> tuple[Attribute, ...]:
    """Return what articles for all measures of a policy rule (facts/lexicon/provisions.toml)."""
    return _load("provision")


@lru_cache(maxsize=2)
def _load(table: str) -> tuple[Attribute, ...]:
    read = tomllib.loads((LEXICON / f"{table}s.toml").read_text(encoding="utf-8"))
    rows, words = read[table], {name: re.compile(form) for name, form in read.get("words", {}).items()}
    return tuple(_attribute(row, words) for row in rows)


def _attribute(row: dict[str, Any], words: dict[str, re.Pattern[str]]) -> Attribute:
    stated, apart, with_apart, headed = (
        re.compile(row[key]) if row.get(key) else None for key in ("stated", "apart", "with_apart", "headed")
    )
    together, across = (tuple(tuple(words[name] for name in group) for group in row.get(key, ())) for key in ("together", "with"))
    no = words.get(row.get("not", ""))
    return Attribute(row["name"], re.compile(row["asked"]), stated, apart, with_apart, headed, together, across, no)


def wanted(question: str) -> tuple[Attribute, ...]:
    """Return the kinds of fact a question asks for.

    >>> [attribute.name for attribute in wanted("科技局电话是多少")]
    ['联系方式']
    """
    return _asked(question, load_attributes())


def provisions_asked(question: str) -> tuple[Attribute, ...]:
    """Return the rules for all measures of a policy that a question asks for.

    >>> [provision.name for provision in provisions_asked("补贴几月份报，搬走了要退钱吗")]
    ['申报时间', '追回与退回']
    """
    return _asked(question, load_provisions())


def _asked(question: str, kinds: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    text = _plain(question)
    return tuple(kind for kind in kinds if kind.asked_in(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).lower()
