"""Concepts of a question -> the things that it asks about, which evidence must speak of to answer it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from answer.vocabulary import Vocabulary, objects
from facts.asking import load_asking
from facts.indicators import folded, link, load_indicators
from facts.terms import load_synonyms
from index.lexical import frequency, is_noun, word_spans, words
from retriever.concepts import Concept
from retriever.question import Question

CALLED = "个家项座台套条所支件名位处片辆艘亩只批类种场吨篇张本部趟架颗枚人"
COUNTED = re.compile(rf"(?:多少|几)(?:十|百|千|万|亿)*[{CALLED}](?P<thing>[\u4e00-\u9fffa-z0-9&+-]{{2,8}})")
ASKING = re.compile(r"^[\d.]+$|^[年末底时多大高有]$|多少|[几啥哪谁]")
RARE = 20  # a noun that documents do not have counts only from this frequency on: rarer ones are mostly cut wrongly
SHORTEST = 2
KNOWN = 0.9


def things(concepts: Sequence[Concept], question: Question, vocabulary: Vocabulary) -> list[Concept]:
    """Return those of a question's concepts that are things asked about, with the everyday ways of saying them."""
    found: list[Concept] = []
    for concept in map(without_year, concepts):
        split = [one for one in _parts(concept) if names_thing(one, question, vocabulary)]
        foreign = split and vocabulary.share(concept) <= KNOWN  # a compound that no document writes: 企业职工
        found += [concept] if names_thing(concept, question, vocabulary) and not foreign else split
    return [widened(one) for one in found if not any(is_short_for(one.key, body.name) for body in question.bodies)]


def names_thing(concept: Concept, question: Question, vocabulary: Vocabulary) -> bool:
    """Tell whether a concept is a thing asked about that tells passages apart: a term, or a noun that frames nothing."""
    key = concept.key
    if len(key) < SHORTEST or key in load_asking().frame or key in load_asking().narrow or re.fullmatch(r"[\d.]+", key):
        return False
    if any(place.stem in key or key in place.region for place in question.places):
        return False
    known = vocabulary.share(concept) > KNOWN
    if known and vocabulary.is_common(key):
        return False
    if key in load_asking().nouns:
        return True
    if concept.technical:
        return key in objects() or is_noun(key, listed=True) or key.isascii()
    return is_noun(key) and (known or not frequency(key) or frequency(key) >= RARE or len(key) > SHORTEST)


def is_framing(key: str, question: Question) -> bool:
    """Tell whether a word of a question frames what is asked and names none of it: a place, a number, a word for asking."""
    if key in load_asking().frame or key in load_asking().filler or ASKING.search(key):
        return True
    return any(place.stem in key or key in place.stem for place in question.places)


def without_year(concept: Concept) -> Concept:
    """A word that begins with the 年 of a year before it (2020|年产值), without it."""
    key = concept.key
    if concept.technical or not key.startswith("年") or len(key) <= SHORTEST:
        return concept
    return Concept(key[1:], tuple(term.removeprefix("年") for term in concept.terms), concept.weight, concept.technical)


def widened(concept: Concept) -> Concept:
    """A concept with the everyday ways of saying it."""
    more = load_asking().same.get(concept.key, ())
    return replace(concept, terms=tuple(dict.fromkeys((*concept.terms, *more)))) if more else concept


def _parts(concept: Concept) -> list[Concept]:
    """The words that a word is made of; none of a term, of a word that frames, and of one known by another."""
    if concept.technical or concept.key in load_asking().frame or concept.key in load_asking().same:
        return []
    return [Concept(part, (part,), concept.weight) for part in parts_of(concept.key)]


def parts_of(word: str) -> list[str]:
    """Return the words that a word is put together of, none where they overlap and so were cut out of it by chance.

    >>> parts_of("企业职工"), parts_of("从业者")
    (['企业', '职工'], [])
    """
    found = [part for part in words(word) if part != word]
    return found if sum(map(len, found)) <= len(word) else []


def is_short_for(key: str, name: str) -> bool:
    """Tell whether a word is a name in short: its characters stand in the name, in their order (浙大: 浙江大学)."""
    rest = iter(name)
    return all(char in rest for char in key)


def counted(body: str, heads: Sequence[Concept]) -> list[Concept]:
    """Return what stands behind a counter and no head holds (几家电商企业: 电商), and what is done that makes another figure (入驻)."""
    new: list[str] = []
    for match in COUNTED.finditer(body):
        for word, _, _ in word_spans(match["thing"]):
            if word in load_asking().frame:
                continue
            if not is_noun(word, listed=True) and word not in load_asking().nouns:
                break
            new.append(word)
    new = [word for word in new if len(word) >= SHORTEST and not any(word in head.key or head.key in word for head in heads)]
    new += [word for word in load_asking().relations if word in body]
    return [widened(Concept(word, (word, *load_synonyms().expand(word)), 0.0)) for word in dict.fromkeys(new)]


def narrowing(body: str) -> tuple[Concept, ...]:
    """Return what narrows down the things that words ask for: of the nation's rank, from abroad, above a sum."""
    return tuple(Concept(key, (key, *terms), 0.0) for key, terms in load_asking().narrow.items() if re.search(rf"(?<![千百万]){key}", body))


def named_indicators(body: str) -> list[Concept]:
    """Return the indicators that words name, each as all the ways of naming it."""
    return [Concept(one, _names(one), 0.0, technical=True) for one in link(body)]


@lru_cache(maxsize=256)
def _names(indicator: str) -> tuple[str, ...]:
    """The names of an indicator as they stand in texts and in tables, units left out, in lower case."""
    known = load_indicators()[indicator]
    return tuple(dict.fromkeys(re.sub(r"\s", "", name.lower()) for name in (*known.aliases, *map(folded, known.aliases))))


def is_in_name(head: Concept, body: str) -> bool:
    """Tell whether a thing is but a part of the name of an indicator that words give."""
    inside = folded(body)
    return any(head.key in name and name in inside for one in link(body) for name in map(folded, load_indicators()[one].aliases))
