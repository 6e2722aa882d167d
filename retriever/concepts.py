"""Words of a question -> concepts: what it asks about, each with all the ways a plan may say it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import load_synonyms
from index.lexical import words

MAX_RARITY = 4.5  # a word that plans never use tells less than its rarity: people have words of their own
QUOTED = re.compile(
    r"[“\"'‘](?P<name>(?![一-龥]*[一二三四五六七八九十])[\u4e00-\u9fff]{2,6})[”\"'’]"
)  # a name of its own, whatever words it is made of
PART = 0.75  # credit for a term whose words are all there, but not in one piece


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked about.

    Attributes:
        key: as the question says it.
        terms: as a text may say it, the key included.
        weight: how rare and so how telling it is; all concepts of a question add up to 1.
        technical: a term of the field, known to the lexicon; other words may be the asker's own.
    """

    key: str
    terms: tuple[str, ...]
    weight: float
    technical: bool = False

    def found_in(self, text: str, text_words: frozenset[str]) -> float:
        """Return 1 where a term stands in a text (NFKC, lower case), less where only its words do, 0 where nothing does."""
        best = 0.0
        for term in self.terms:
            if term in text:
                return 1.0
            parts = _parts(term)
            if len(parts) > 1:
                best = max(best, PART * (sum(part in text_words for part in parts) / len(parts)) ** 2)
        return best


@lru_cache(maxsize=4096)
def _parts(term: str) -> tuple[str, ...]:
    return tuple(words(term))


def find_concepts(text: str, keys: Sequence[str], rarity: Callable[[str], float]) -> tuple[Concept, ...]:
    """Return the concepts of a question.

    Args:
        text: the question, NFKC.
        keys: its content words.
        rarity: inverse document frequency of a word, 0 or more.
    """
    synonyms = load_synonyms()
    longest = synonyms.keys_in(text.lower())
    field = {*synonyms.chinese, *synonyms.english}
    found: list[tuple[str, tuple[str, ...], float]] = []
    for key in longest:
        terms = synonyms.terms_of(key)
        said = (key,) if key in synonyms.chinese or key in synonyms.everyday else ()
        rarities = [max((rarity(word) for word in words(term)), default=1.0) for term in (*said, *terms)]
        weight = max(rarities, default=1.0) if key in field else min(*rarities, MAX_RARITY)
        found.append((key, tuple(dict.fromkeys(term.lower() for term in (*said, *terms))), weight))
    names = dict.fromkeys(match["name"].lower() for match in QUOTED.finditer(text))
    own = [name for name in names if max(map(len, words(name)), default=0) == 1 and not any(key in name or name in key for key in longest)]
    found += [(name, (name,), MAX_RARITY) for name in own]
    covered = "\n".join([*longest, *own])
    for word in keys:
        inflected = word.isascii() and any(word.startswith(key) for key in longest)  # talents, where talent is known
        if word not in covered and not inflected and not any(word != other and word in other for other in keys):
            found.append((word, (word,), min(rarity(word), MAX_RARITY)))
    total = sum(weight for _, _, weight in found) or 1.0
    return tuple(Concept(key, terms, weight / total, key in longest and key in field) for key, terms, weight in found)


def coverage(concepts: Sequence[Concept], text: str, text_words: frozenset[str]) -> float:
    """Return the share of a question's concepts, by weight, that a text holds; 0 where there are no concepts."""
    return sum(concept.weight * concept.found_in(text, text_words) for concept in concepts)
