"""Words of a question -> the words plans use for them (facts/lexicon/synonyms.toml, everyday.toml)."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from index.lexical import frequency, word_spans

LEXICON = Path(__file__).resolve().parent / "lexicon"
LONG = 3  # characters of a word that is made of others


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
        """Return the keys that stand in a text (NFKC, lower case), none within a longer one.

        Latin ones stand at the start of a word. A Chinese one that both begins and ends inside words was cut out of them:
        技工 in 科技|工程. A word of everyday speech both begins and ends at the edge of one.
        """
        found = [key for key in (*self.chinese, *self.english) if key in body and (_begins_word if key[0].isascii() else _meets)(key, body)]
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


def _meets(key: str, body: str) -> bool:
    """Tell whether a key stands in a text with its first or its last character at the edge of a word, or of a part of one."""
    edges = _edges(body) | _inner_edges(body)
    return any(place in edges or place + len(key) in edges for place in _places(key, body))


def _stands_apart(key: str, body: str) -> bool:
    """Tell whether a word stands in a text by itself somewhere, not across two words (地铁 in 各地铁路)."""
    return any({place, place + len(key)} <= _edges(body) for place in _places(key, body))


def _places(key: str, body: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(key), body)]


@lru_cache(maxsize=4096)
def _edges(body: str) -> frozenset[int]:
    """Where words of a text begin or end."""
    return frozenset(edge for _, start, end in word_spans(body) for edge in (start, end))


@lru_cache(maxsize=4096)
def _inner_edges(body: str) -> frozenset[int]:
    """Where the commonest words begin or end that its long ones are made of: 高|技能|人才, no 能人."""
    edges: set[int] = set()
    for word, start, _ in word_spans(body):
        parts = [(at, to) for at in range(len(word)) for to in (at + 2, at + 3) if to <= len(word) > LONG and frequency(word[at:to])]
        taken: list[tuple[int, int]] = []
        for at, to in sorted(parts, key=lambda part: (-frequency(word[part[0] : part[1]]), part)):
            if all(to <= low or high <= at for low, high in taken):
                taken.append((at, to))
        edges |= {start + edge for part in taken for edge in part}
    return frozenset(edges)


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
