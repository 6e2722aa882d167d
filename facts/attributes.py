"""A question -> the kind of fact it wants, and whether a text states one (facts/lexicon/attributes.toml)."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON


@dataclass(frozen=True, slots=True)
class Attribute:
    """A kind of fact: its name, how it is asked for, and what states it (None: no plan does)."""

    name: str
    asked: re.Pattern[str]
    stated: re.Pattern[str] | None

    def stated_in(self, text: str) -> bool:
        """Tell whether a text states such a fact."""
        return self.stated is not None and bool(self.stated.search(re.sub(r"(?<=[^0-9a-z.]) | (?=[^0-9a-z.])", "", _plain(text))))


@lru_cache(maxsize=1)
def load_attributes() -> tuple[Attribute, ...]:
    """Read the lexicon once."""
    rows = tomllib.loads((LEXICON / "attributes.toml").read_text(encoding="utf-8"))["attribute"]
    return tuple(Attribute(row["name"], re.compile(row["asked"]), re.compile(row["stated"]) if row["stated"] else None) for row in rows)


def wanted(question: str) -> tuple[Attribute, ...]:
    """Return the kinds of fact a question asks for.

    >>> [attribute.name for attribute in wanted("科技局电话是多少")]
    ['联系方式']
    """
    text = _plain(question)
    return tuple(attribute for attribute in load_attributes() if attribute.asked.search(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).lower()
