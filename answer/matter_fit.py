"""What a question asks for, in its own words -> the facts that are of it, with how surely they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from answer.figure_kinds import kind_of_unit
from answer.quantity import decimal
from answer.readable import readable
from answer.series import LONGEST_WORDS, is_level, stated_years
from answer.telling import short_name
from answer.things import is_in_name, named_indicators, things, widened
from answer.vocabulary import Vocabulary
from facts.asking import load_asking
from facts.fact import Fact
from facts.indicators import load_indicators
from facts.likeness import overlap
from facts.regions import Gazetteer
from facts.terms import load_synonyms
from index.embedder import Embedder
from retriever.concepts import Concept, find_concepts
from retriever.linking import IndicatorNames, plain_rest, spoken
from retriever.question import read_question

HELD = 0.3  # share of a thing's words from which on a fact speaks of it
NAMED, WORDS, NAME, NEAR = 0.45, 0.4, 0.25, 0.35  # weights: linked by name, the question's words, the fact's name, the embedding
ROUGHLY = re.compile(r"之类|这类|那类|等等|什么的")  # the asker's own word for it
LITERAL = 3  # characters from which on words that stand in a name name it
BARE = re.compile(r"(?:占|一家|一个|单独|自己|几成|[^\u4e00-\u9fffa-z0-9&])+$")
WITHIN = 120  # characters between a name and its value
APART = 0.15  # taken off for a level that a name has and the question does not say
KNOWN = 0.5
NUMBERED = re.compile(r"\d+强|\d+[+][\dx]+", re.I)  # what a name holds as it stands: 500强
GROWS = re.compile(r"增速|年均|每年(?:得|要)?(?:增|涨|长)|年增|一年(?:得|要)?(?:增|涨|长)|同比|比上年|比去年|涨")
LEVELS = (
    ("国家级", "国字号", "国家"), ("省级", "省部级", "省里", "省市级"), ("市级", "宁波级", "地市级"), ("区级", "县级"), ("百亿",), ("10亿", "十亿"), ("亿元", "上亿", "过亿"),
    ("上市",), ("海外", "境外", "国外"), ("拔尖",), ("顶尖",), ("领军",), ("高层次",), ("占", "比重", "比例", "份额", "率"), ("排名", "位次"),
    ("每万", "一万", "每一万", "万人", "万名", "万亩"), ("每家", "每户", "单户", "人均", "户均"), ("最高", "上限", "封顶", "最多", "单个", "单笔"), ("产值",), ("增加值",), ("投资",), ("面积",),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one thing: one indicator of one region or body."""

    region: str
    scope: str
    indicator: str
    facts: tuple[Fact, ...]
    names: str

    @property
    def main(self) -> str:
        """The name it is embedded by."""
        return f"{self.scope}{short_name(self.facts[0].name).removeprefix(self.scope)}"


@dataclass(frozen=True, slots=True)
class Fit:
    """A group with those of its facts that are asked for, and how well it fits, the best at most a little above 1."""

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
        self._vocabulary, self._names, self._embedder, self._gazetteer = vocabulary, names, embedder, gazetteer
        held: dict[tuple[str, str, str], list[Fact]] = {}
        for fact in facts:
            if len(fact.value) <= LONGEST_WORDS:
                held.setdefault((fact.region, fact.scope, fact.indicator), []).append(fact)
        self.groups = tuple(Group(*key, tuple(own), _names(key[1], key[2], own)) for key, own in held.items())
        self._seen: dict[str, np.ndarray] = {}

    @cached_property
    def _matrix(self) -> np.ndarray:
        return self._embedder.embed_passages([group.main for group in self.groups])

    def names_thing(self, words: str) -> bool:
        """Tell whether words of a question name a thing that figures can be of."""
        question = read_question(words, (), self._gazetteer)
        if self._names.link(words, question.places).mentions or self.heads(words):
            return True
        name = BARE.sub("", plain_rest(spoken(words), question.places).replace(" ", ""))
        if len(name) >= LITERAL and any(name in group.names for group in self.groups):
            return True
        return any(self._is_word(concept) for concept in self._concepts(words))

    def heads(self, words: str, *, named: bool = False) -> list[Concept]:
        """Return the things that words name, which facts must speak of; where an indicator is named, those beside its name."""
        question = read_question(words, (), self._gazetteer)
        if named:
            rest = self._names.link(words, question.places).rest
            return [head for head in self.heads(words) if head.key in rest]
        concepts = find_concepts(question.text, question.keys, self._vocabulary.index.lexical.rarity)
        body = question.text.lower()
        found = [head for head in things(concepts, question, self._vocabulary) if not is_in_name(head, body)]
        return [*named_indicators(body), *(head for head in found if not ROUGHLY.match(body, body.find(head.key) + len(head.key)))]

    def fits(self, words: str, before: str, where: tuple[str, str], years: Sequence[int], kind: str) -> list[Fit]:
        """Return what fits, best first.

        Args:
            words: what names the thing.
            before: what was named before, to which the words may only add.
            where: region and body, "" for the whole region.
            years: those asked for, none for any.
            kind: of the figure, "" for any.
        """
        question = read_question(words, (), self._gazetteer)
        link = self._names.link(words, question.places)
        named = set(link.ids) if not link.narrowed else set()
        rest = plain_rest(spoken(words), question.places).replace(" ", "")
        asked = " ".join([rest, *load_synonyms().expand(words)])
        near = self._nearness(asked)
        name = BARE.sub("", rest)
        concepts = [one for one in self._concepts(words) if self._is_word(one)]
        found = []
        for place, group in enumerate(self.groups):
            if (group.region, group.scope) != where and (not where[1] or group.scope != where[1]):
                continue
            facts = of_group(group, years, kind, grows=bool(GROWS.search(words)))
            held = group.indicator in named or set(_levels(words)) <= set(_levels(group.names))
            if not facts or not held or not all(number in group.names for number in NUMBERED.findall(words)):
                continue
            body = readable(group.names)
            total = sum(one.weight for one in concepts)
            covered = sum(one.weight * one.found_in(*body) for one in concepts) / total if total else 0.0
            if len(name) >= LITERAL and name in body[0]:
                covered = 1.0
            missing = set(_levels(group.facts[0].name)) - set(_levels(words + before))
            score = WORDS * covered + NAME * overlap(short_name(group.facts[0].name), asked + rest) + NEAR * max(0.0, float(near[place]))
            score += NAMED * (group.indicator in named) - APART * bool(missing)
            found.append(Fit(group, facts, score, group.indicator in named))
        return sorted(found, key=lambda fit: (-fit.score, fit.facts[0].doc, fit.facts[0].spans[0].start))

    def speaks_of(self, fit: Fit, head: Concept) -> bool:
        """Tell whether a fact, its name or its sentence, speaks of a thing."""
        return any(head.found_in(*readable(f"{fit.group.names}\n{self._around(fact)}")) >= HELD for fact in fit.facts)

    def _around(self, fact: Fact) -> str:
        """The words from a fact's name to its value, or what stands around its row."""
        index = self._vocabulary.index
        passage = index.passage_at(fact.doc, fact.spans[0].start)
        if passage and passage.row:
            return "\n".join([passage.row.label, passage.context, *passage.headings[-1:]])
        ends = [span for span in fact.spans[:2] if abs(span.start - fact.spans[0].start) < WITHIN]
        start, end = min(span.start for span in ends), max(span.end for span in ends)
        text = index.texts[fact.doc]
        return text[max(text.rfind(mark, 0, start) for mark in "，。；、\n") + 1 : end]

    def _nearness(self, words: str) -> np.ndarray:
        if words not in self._seen:
            if len(self._seen) > 64:
                self._seen.clear()
            self._seen[words] = np.asarray(self._matrix @ self._embedder.embed_queries([words])[0])
        return self._seen[words]

    def _concepts(self, words: str) -> tuple[Concept, ...]:
        question = read_question(words, (), self._gazetteer)
        return tuple(map(widened, find_concepts(question.text, question.keys, self._vocabulary.index.lexical.rarity)))

    def _is_word(self, concept: Concept) -> bool:
        """Tell whether documents have a word, other than those by which questions ask."""
        if concept.key in load_asking().frame or len(concept.key) < 2 or re.fullmatch(r"[\d.]+年?", concept.key):
            return False
        if any(concept.key in place.region for place in self._gazetteer.places(concept.key)):
            return False
        return self._vocabulary.share(concept) > KNOWN


def _names(scope: str, indicator: str, facts: Sequence[Fact]) -> str:
    known = load_indicators().get(indicator)
    names = [*(fact.name for fact in facts), scope, indicator, *(known.aliases if known else ())]
    return "\n".join(dict.fromkeys([*names, *load_synonyms().expand("\n".join(names[: len(facts)]))])).lower()


def of_group(group: Group, years: Sequence[int], kind: str, *, grows: bool = False) -> tuple[Fact, ...]:
    """Return those of a group's facts that are of the years and of the kind asked for; rates of growth only where they are."""
    own = [fact for fact in group.facts if not years or fact.year is None or set(stated_years(fact)) & set(years)]
    own = [fact for fact in own if is_level(fact) or grows]
    return tuple(fact for fact in own if not kind or (decimal(fact.value) is not None and kind_of_unit(fact.unit) == kind))


def only_level(words: str) -> bool:
    """Tell whether words are but a level or a size of what was named before: 国家级几个, 亿元以上的呢."""
    rest = plain_rest(spoken(words), ())
    for level in sorted((word for group in LEVELS for word in group), key=len, reverse=True):
        rest = rest.replace(level, "")
    return len(re.sub(r"\s|其中|以上|的|呢|又|还", "", rest)) < 2


def _levels(text: str) -> list[int]:
    """The levels and kinds that words speak of, by their places in the list of them."""
    return [place for place, words in enumerate(LEVELS) if any(word in text for word in words)]
