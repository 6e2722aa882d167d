"""What a question asks for, in its own words -> the facts that are of it, with how surely they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from answer.matter_groups import SPACE, Group, around, groups_of, levels_in, of_group
from answer.matter_words import LITERAL, WordReader, Words
from answer.readable import readable
from answer.telling import short_name
from answer.things import is_short_for
from answer.vocabulary import Vocabulary
from facts.asking import load_asking
from facts.fact import Fact
from facts.indicators import load_indicators
from facts.likeness import overlap
from facts.regions import Gazetteer
from index.embedder import Embedder
from retriever.concepts import Concept
from retriever.linking import IndicatorNames

APIECE = 4  # characters from which on those of a name may stand apart
HELD = 0.3  # share of a thing's words from which on a fact speaks of it
NAMED, WORDS, NAME, NEAR = 0.45, 0.4, 0.25, 0.35  # weights: linked by name, the question's words, the fact's name, the embedding
APART = 0.15  # taken off for a level that a name has and the question does not say
MOST = 8  # groups, the best by their words, whose names are embedded
NUMBERED = re.compile(r"\d+强|\d+[+][\dx]+", re.I)  # what a name holds as it stands: 500强
MEASURED = re.compile(r"(?:几|多少|几多)[百千万]*(台|亩|吨|千瓦|平方米|公里)")
GROWS = re.compile(r"增速|年均|每年(?:得|要)?(?:增|涨|长)|年增|一年(?:得|要)?(?:增|涨|长)|同比|比上年|比去年|涨")


@dataclass(frozen=True, slots=True)
class Fit:
    """A group with those of its facts that are asked for, and how well it fits: by a name of it, by words; the best a little above 1."""

    group: Group
    facts: tuple[Fact, ...]
    score: float
    named: bool


class MatterFits:
    """Finds the facts that words are of."""

    def __init__(
        self, facts: Sequence[Fact], vocabulary: Vocabulary, names: IndicatorNames, embedder: Embedder, gazetteer: Gazetteer
    ) -> None:
        """Take the facts, and what words are looked up in."""
        self.groups = groups_of(facts)
        self.words = WordReader(vocabulary, names, gazetteer, self.groups)
        self._index, self._embedder = vocabulary.index, embedder
        self._asked = lru_cache(MOST)(self._embedded)  # questions are answered by several threads at once
        self._names: dict[str, np.ndarray] = {}

    def fits(self, words: str, before: str, where: tuple[str, str], years: Sequence[int], kind: str) -> list[Fit]:
        """Return what fits, best first, at most MOST.

        Args:
            words: what names the thing.
            before: what was named before, to which the words may only add.
            where: region and body, "" for the whole region; for a body the region does not matter.
            years: those asked for, none for any.
            kind: of the figure, "" for any.
        """
        read = self.words.read(words)
        spoken_levels = read.levels | levels_in(before)
        found = []
        for group in self.groups:
            if group.scope != where[1] or (not where[1] and group.region != where[0]):
                continue
            if kind == "位" and not _is_among(group, words):
                continue
            named = group.indicator in read.named
            facts = _counted(of_group(group, years, kind, grows=bool(GROWS.search(words))), words)
            if facts and (named or read.levels <= group.levels) and all(number in group.names for number in NUMBERED.findall(words)):
                score = _by_words(group, read) + NAMED * named - APART * bool(group.own_levels - spoken_levels)
                found.append(Fit(group, facts, score, named))
        found = sorted(found, key=_order)[:MOST]
        near = self._near(read.asked, [fit.group.main for fit in found])
        return sorted((replace(fit, score=fit.score + NEAR * close) for fit, close in zip(found, near, strict=True)), key=_order)

    def speaks_of(self, fit: Fit, head: Concept) -> bool:
        """Tell whether a fact, its name or its sentence, speaks of a thing."""
        if head.key in load_indicators() and not fit.named:  # another thing of a name that is known
            written = "\n".join([fit.group.written, *(around(fact, self._index) for fact in fit.facts)])
            lines = [SPACE.sub("", line).lower() for line in written.split("\n")]
            return any(term in line or (len(term) > APIECE and is_short_for(term, line)) for term in head.terms for line in lines)
        beside = (readable(f"{fit.group.written}\n{around(fact, self._index)}") for fact in fit.facts)
        return any(head.found_in(f"{fit.group.names}\n{text}", own) >= HELD for text, own in beside)

    def _near(self, asked: str, names: Sequence[str]) -> list[float]:
        """How near names are to what is asked, cosines of their embeddings, at least 0."""
        if not names or not asked:
            return [0.0] * len(names)
        if new := [name for name in dict.fromkeys(names) if name not in self._names]:
            self._names.update(zip(new, self._embedder.embed_passages(new), strict=True))
        vector = self._asked(asked)
        return [max(0.0, float(self._names[name] @ vector)) for name in names]

    def _embedded(self, asked: str) -> np.ndarray:
        vector: np.ndarray = self._embedder.embed_queries([asked])[0]
        return vector


def _is_among(group: Group, words: str) -> bool:
    """Tell whether a rank is one among those that words name: in the province, in the nation."""
    among = next((terms for word, terms in load_asking().scopes.items() if word in words), ())
    return not among or any(term in name for term in among for name in (group.names, group.written))


def _counted(facts: tuple[Fact, ...], words: str) -> tuple[Fact, ...]:
    """The facts whose unit is that in which a question counts: machines and areas are told by it from enterprises."""
    asked = MEASURED.findall(words)
    return tuple(fact for fact in facts if fact.unit.startswith(tuple(asked))) if len(set(asked)) == 1 else facts


def _by_words(group: Group, read: Words) -> float:
    """How much of the words a group's names hold, and how much of its first name they hold."""
    own = readable(group.written)[1]
    total = sum(concept.weight for concept in read.concepts)
    covered = sum(concept.weight * concept.found_in(group.names, own) for concept in read.concepts) / total if total else 0.0
    if len(read.name) >= LITERAL and read.name in group.names:
        covered = 1.0
    return WORDS * covered + NAME * overlap(short_name(group.facts[0].name), read.asked)


def _order(fit: Fit) -> tuple[float, str, int]:
    return (-fit.score, fit.facts[0].doc, fit.facts[0].spans[0].start)
