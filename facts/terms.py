"""Words of a question -> the words plans use for them (facts/lexicon/synonyms.toml, everyday.toml)."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from index.lexical import word_spans

LEXICON = Path(__file__).resolve().parent / "lexicon"


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The parts of the lexicon, keys in lower case.

    Attributes:
        chinese: terms of the field -> those that plans use, by word.
        english: the same for English, by the beginning of a word.
        said: ways of speaking -> as it is written, to be put in their place.
        kinds: short names of kinds of places -> the full ones (经开区: 经济开发区, 经济技术开发区).
        everyday: words of everyday speech -> those that plans use, by word; no word of the field is among them.
    """

    chinese: dict[str, tuple[str, ...]]
    english: dict[str, tuple[str, ...]]
    said: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    everyday: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def expand(self, text: str) -> tuple[str, ...]:
        """Return the terms that plans use for what a text says, in the order of the lexicon, each once.

        A key counts where it stands in the text and no longer key that holds it does.

        >>> load_synonyms().expand("高企有多少")
        ('高新技术企业',)
        """
        body = unicodedata.normalize("NFKC", text).lower()
        return tuple(dict.fromkeys(term for key in self.keys_in(body) for term in self.terms_of(key)))

    def terms_of(self, key: str) -> tuple[str, ...]:
        """Return the terms of one key, none where the lexicon has it not."""
        return self.chinese.get(key, ()) + self.english.get(key, ()) + self.everyday.get(key, ())

    def keys_in(self, body: str) -> list[str]:
        """Return the keys that stand in a text (NFKC, lower case), Latin ones at the start of a word; none within a longer one."""
        found = [key for key in (*self.chinese, *self.english) if key in body and (not key[0].isascii() or _begins_word(key, body))]
        found += [key for key in self.everyday if key in body and _stands_apart(key, body)]
        return [key for key in dict.fromkeys(found) if not any(key != other and key in other for other in found)]


def as_written(text: str) -> str:
    """Return a text with ways of speaking put as they are written.

    >>> as_written("市级往上的平台")
    '市级以上的平台'
    """
    for said, written in load_synonyms().said.items():
        text = text.replace(said, written)
    return text


def _begins_word(key: str, body: str) -> bool:
    return bool(re.search(rf"(?<![a-z0-9]){re.escape(key)}", body))


def _stands_apart(key: str, body: str) -> bool:
    """Tell whether a word stands in a text by itself somewhere, not across two words (地铁 in 各地铁路)."""
    borders = {border for _, start, end in word_spans(body) for border in (start, end)}
    starts = (match.start() for match in re.finditer(re.escape(key), body))
    return any({start, start + len(key)} <= borders for start in starts)


@lru_cache(maxsize=1)
def load_synonyms() -> Synonyms:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "synonyms.toml").read_text(encoding="utf-8"))
    everyday = tomllib.loads((LEXICON / "everyday.toml").read_text(encoding="utf-8"))["everyday"]
    return Synonyms(
        {key.lower(): tuple(terms) for key, terms in tables["synonyms"].items()},
        {key.lower(): tuple(terms) for key, terms in tables["english"].items()},
        tables["said"],
        {short: tuple(full) for short, full in tables["kinds"].items()},
        {key.lower(): tuple(terms) for key, terms in everyday.items()},
    )
