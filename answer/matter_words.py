"""Words by which a question names what figures are to be of -> what they name, what they must not miss, how they are looked up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from answer.matter_groups import LEVELS, Group, levels_in
from answer.things import is_in_name, named_indicators, things, widened, without_year
from answer.vocabulary import Vocabulary
from facts.asking import load_asking
from facts.regions import Gazetteer
from facts.terms import load_synonyms
from retriever.concepts import Concept, find_concepts
from retriever.linking import IndicatorNames
from retriever.question import read_question
from retriever.rest import plain_rest, spoken

ROUGHLY = re.compile(r"之类|这类|那类|等等|什么的")  # the asker's own word for it
BARE = re.compile(r"(?:占|一家|一个|单独|自己|几成|[^\u4e00-\u9fffa-z0-9&])+$")
ADDED = re.compile(r"\s|其中|以上|的|呢|又|还")
LITERAL = 3  # characters from which on words that stand in a name name it
KNOWN = 0.5  # share of a word's parts from which on documents have it
KEPT = 512  # readings kept


@dataclass(frozen=True, slots=True)
class Words:
    """What some words of a question name.

    Attributes:
        named: ids of the indicators that they name; none where they may mean something narrower.
        mentioned: whether they name an indicator at all.
        asked: the words without places, years and words of asking, and what plans write for them.
        name: the same as it would stand in a name.
        concepts: the words that documents have, each with the ways of saying it.
        heads: the things that facts must speak of.
        heads_beside: the same beside the names of indicators.
        levels: levels and sizes that they speak of.
    """

    named: frozenset[str]
    mentioned: bool
    asked: str
    name: str
    concepts: tuple[Concept, ...]
    heads: tuple[Concept, ...]
    heads_beside: tuple[Concept, ...]
    levels: frozenset[int]


class WordReader:
    """Reads words, each only once."""

    def __init__(self, vocabulary: Vocabulary, names: IndicatorNames, gazetteer: Gazetteer, groups: Sequence[Group]) -> None:
        """Take what words are looked up in."""
        self._vocabulary, self._names, self._gazetteer = vocabulary, names, gazetteer
        self._called = "\n".join(group.names for group in groups)
        self._known = lru_cache(KEPT)(self._read)  # questions are answered by several threads at once

    def read(self, words: str) -> Words:
        """Return what words name."""
        return self._known(words)

    def names_thing(self, words: str) -> bool:
        """Tell whether words of a question name a thing that figures can be of."""
        found = self.read(words)
        literal = len(found.name) >= LITERAL and found.name in self._called
        return found.mentioned or literal or bool(found.heads or found.concepts)

    def _read(self, words: str) -> Words:
        question = read_question(words, (), self._gazetteer)
        link = self._names.link(words, question.places)
        rest = plain_rest(spoken(words), question.places).replace(" ", "")
        concepts = [without_year(one) for one in find_concepts(question.text, question.keys, self._vocabulary.index.lexical.rarity)]
        body = question.text.lower()
        found = [head for head in things(concepts, question, self._vocabulary) if not is_in_name(head, body)]
        heads = (*named_indicators(body), *(head for head in found if not ROUGHLY.match(body, body.find(head.key) + len(head.key))))
        return Words(
            named=frozenset() if link.narrowed else frozenset(link.ids),
            mentioned=bool(link.mentions),
            asked=" ".join([rest, *load_synonyms().expand(words)]),
            name=BARE.sub("", rest),
            concepts=tuple(widened(concept) for concept in concepts if self._is_word(widened(concept))),
            heads=heads,
            heads_beside=tuple(head for head in heads if head.key in link.rest),
            levels=levels_in(words),
        )

    def _is_word(self, concept: Concept) -> bool:
        """Tell whether documents have a word, other than those by which questions ask."""
        if concept.key in load_asking().frame or len(concept.key) < 2 or re.fullmatch(r"[\d.]+年?", concept.key):
            return False
        if any(concept.key in place.region for place in self._gazetteer.places(concept.key)):
            return False
        return self._vocabulary.share(concept) > KNOWN


def only_level(words: str) -> bool:
    """Tell whether words are but a level or a size of what was named before.

    >>> only_level("其中国家级几个"), only_level("亿元以上的呢"), only_level("累计研究项目多少个")
    (True, True, False)
    """
    rest = plain_rest(spoken(words), ())
    for level in sorted((word for group in LEVELS for word in group), key=len, reverse=True):
        rest = rest.replace(level, "")
    return len(ADDED.sub("", rest)) < 2
