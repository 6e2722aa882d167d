"""Question for a figure -> of which kind it must be, and the things that it must be of."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from answer.vocabulary import Vocabulary, objects
from facts.indicators import folded, link, load_indicators
from facts.terms import LEXICON, load_synonyms
from index.lexical import frequency, is_noun, words
from retriever.concepts import Concept
from retriever.question import Question

CLAUSE = re.compile(r"[，,。；;？?！!：:]")
ASKS = re.compile(
    r"how (?:many|much|large|big)|what (?:is|was|will be) the (?:target|number|share|ratio|percentage)|多少|几(?!年前|乎|何)|百分之|(?:占比|比重|比例|规模)(?:$|[？?是有定目要])|多大|多高|(?:[产总原]值|投资|面积|收入|人数|数量|[额率量])[？?]?$",
    re.I,
)
SHARE = re.compile(
    r"百分之(?:多少|几)|占(?!地)[^，。？?]{0,8}(?:(?:多少|几)(?![名家个人位])|多大)|(?:占比|比重|比例)[^，。？?]{0,6}(?:多少|几|多大|多高)|多大(?:比例|比重)|几个百分点|几成"
)
MONEY = re.compile(r"(?:多少|几)(?:十|百|千)?(?:万亿|亿|万)?(?:元|块)|(?:多少|几)(?:个)?亿|多少(?:资金|经费|钱)")
AREA = re.compile(r"(?:多少|几)(?:万)?(?:平方|平米|亩|公顷)|面积")
RATE = re.compile(r"(?<!生产)[\u4e00-\u9fff](?<!生产)率(?:目标)?(?:现在|目前|各)?(?:是|要|有|达|做|为|定)?(?:到|的)?(?:多少|多高|几)")
UNIT = re.compile(r"(?:多少|几)(?:十|百|千|万|亿)*(?P<unit>吨|小时|公里|千米|篇|辆|岁|分钟|千瓦|兆瓦|艘|架|颗|枚)(?!数)")
CALLED = "个家项座台套条所支件名位处片辆艘亩只批类种场吨篇张本部趟架颗枚人"
COUNTED = re.compile(rf"(?:多少|几)(?:十|百|千|万|亿)*[{CALLED}](?P<thing>[\u4e00-\u9fffa-z0-9&+-]{{2,8}})")
COUNT = re.compile(r"how many|(?:多少|几)(?:十|百|千|万)?(?:个|家|名|人|位|项|件|台|套|所|座|支|条)(?!百分点)")
RANKED = re.compile(r"(?:排|居|位列|名列)[^，。？?]{0,10}第几|第几[名位]?(?:$|[？?])|(?:名次|排名)[^，。？?]{0,4}多少")
KINDS = (("位", RANKED), ("%", SHARE), ("%", RATE), ("元", MONEY), ("m2", AREA), ("个", COUNT))
RARE = 20  # a noun that documents do not have counts only from this frequency on: rarer ones are mostly cut wrongly
SHORTEST = 2
KNOWN = 0.9
COMMON = 2.3  # rarity below which a word stands in more than one passage of ten


@dataclass(frozen=True, slots=True)
class Sought:
    """What a figure must be.

    Attributes:
        kind: "%", "元", "m2", "个", "位", or "" where any will do.
        unit: one that no other can stand for (吨), or "".
        heads: what it must be of.
        years: the years that it must be of.
        several: more than one figure is asked for, so that they may stand apart.
    """

    kind: str
    unit: str
    heads: tuple[Concept, ...]
    years: tuple[int, ...]
    several: bool


def sought(question: Question, concepts: Sequence[Concept], years: Sequence[int], vocabulary: Vocabulary) -> Sought:
    """Return what a question for a figure seeks.

    Args:
        question: one that wants a number.
        concepts: what it asks about.
        years: those that the figure must be of.
        vocabulary: the words of the documents.
    """
    clauses = [clause for clause in CLAUSE.split(question.text) if clause.strip()]
    body = "\n".join([clause for clause in clauses if ASKS.search(clause)] or clauses[-1:]).lower()
    named = things(concepts, question, vocabulary)
    heads = [concept for concept in named if concept.key in body] or named
    heads = [*named_indicators(body), *(head for head in heads if not _in_name(head, body))]
    several = len(ASKS.findall(body)) > 1 or bool(re.search(r"各|分别|和|与|、", body))
    kind = kind_sought(body)
    scope = [Concept(word, terms, 0.0) for word, terms in asking().scopes.items() if kind == "位" and word in body]
    heads = [*heads, *narrowing(body), *scope, *counted(body, heads)]
    return Sought(kind, unit_sought(body), tuple(heads), tuple(years), several)


def counted(body: str, heads: Sequence[Concept]) -> list[Concept]:
    """Return what stands behind a counter and no head holds (几家电商企业: 电商), and what is done that makes another figure (入驻)."""
    new: list[str] = []
    for match in COUNTED.finditer(body):
        for word in words(match["thing"]):
            if word in asking().frame:
                continue
            if not is_noun(word, listed=True) and word not in asking().nouns:
                break
            new.append(word)
    new = [word for word in new if len(word) >= SHORTEST and not any(word in head.key or head.key in word for head in heads)]
    new += [word for word in asking().relations if word in body]
    return [widened(Concept(word, (word, *load_synonyms().expand(word)), 0.0)) for word in dict.fromkeys(new)]


def unit_sought(body: str) -> str:
    """Return a unit that a question wants and that no other can stand for, "" where it wants none.

    >>> unit_sought("要减掉几万吨碳排放"), unit_sought("有几家企业")
    ('吨', '')
    """
    found = UNIT.search(body)
    return found["unit"] if found else ""


def named_indicators(body: str) -> list[Concept]:
    """Return the indicators that words name, each as all the ways of naming it."""
    return [Concept(one, _names(one), 0.0, technical=True) for one in link(body)]


@lru_cache(maxsize=256)
def _names(indicator: str) -> tuple[str, ...]:
    """The names of an indicator as they stand in texts and in tables, units left out, in lower case."""
    known = load_indicators()[indicator]
    return tuple(dict.fromkeys(re.sub(r"\s", "", name.lower()) for name in (*known.aliases, *map(folded, known.aliases))))


def _in_name(head: Concept, body: str) -> bool:
    """Tell whether a thing is but a part of the name of an indicator that words give."""
    inside = folded(body)
    return any(head.key in name and name in inside for one in link(body) for name in map(folded, load_indicators()[one].aliases))


def narrowing(body: str) -> tuple[Concept, ...]:
    """Return what narrows down the things that words ask for: of the nation's rank, from abroad, above a sum."""
    return tuple(Concept(key, (key, *terms), 0.0) for key, terms in asking().narrow.items() if key in body)


def things(concepts: Sequence[Concept], question: Question, vocabulary: Vocabulary) -> list[Concept]:
    """Return those of a question's concepts that are things asked about, with the everyday ways of saying them."""
    found: list[Concept] = []
    for concept in map(without_year, concepts):
        whole = names_thing(concept, question, vocabulary)
        parts = (
            []
            if whole or concept.technical or concept.key in asking().frame
            else [part for part in words(concept.key) if part != concept.key]
        )
        split = [Concept(part, (part,), concept.weight) for part in parts]
        found += [concept] if whole else [one for one in split if names_thing(one, question, vocabulary)]
    return [widened(one) for one in found if not any(_abbreviates(one.key, body.name) for body in question.bodies)]


def _abbreviates(key: str, name: str) -> bool:
    """Tell whether a word is a name in short: its characters stand in the name, in their order (浙大: 浙江大学)."""
    rest = iter(name)
    return all(char in rest for char in key)


def kind_sought(body: str) -> str:
    """Return the kind of figure that words ask for.

    >>> kind_sought("占财政支出百分之几"), kind_sought("一共要投几个亿"), kind_sought("有几家"), kind_sought("做到多少")
    ('%', '元', '个', '')
    """
    found = [kind for kind, pattern in KINDS if pattern.search(body)]
    return found[0] if len(set(found)) == 1 else ""


def without_year(concept: Concept) -> Concept:
    """A word that begins with the 年 of a year before it (2020|年产值), without it."""
    key = concept.key
    if concept.technical or not key.startswith("年") or len(key) <= SHORTEST:
        return concept
    return Concept(key[1:], tuple(term.removeprefix("年") for term in concept.terms), concept.weight, concept.technical)


def names_thing(concept: Concept, question: Question, vocabulary: Vocabulary) -> bool:
    """Tell whether a concept is a thing asked about that tells passages apart: a term, or a noun that frames nothing."""
    key = concept.key
    if len(key) < SHORTEST or key in asking().frame or key in asking().narrow or re.fullmatch(r"[\d.]+", key):
        return False
    if any(place.stem in key or key in place.region for place in question.places):
        return False
    known = vocabulary.share(concept) > KNOWN
    if known and vocabulary.index.lexical.rarity(key) < COMMON:
        return False
    if concept.technical:
        return key in objects() or is_noun(key, listed=True) or key.isascii()
    if key in asking().nouns:
        return True
    return is_noun(key) and (known or not frequency(key) or frequency(key) >= RARE or len(key) > SHORTEST)


@dataclass(frozen=True, slots=True)
class Asking:
    """Words by which questions ask for figures and frame them, and everyday words for what plans write otherwise."""

    frame: frozenset[str]
    same: dict[str, tuple[str, ...]]
    narrow: dict[str, tuple[str, ...]]
    scopes: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    relations: frozenset[str]


@lru_cache(maxsize=1)
def asking() -> Asking:
    """Read the lexicon once (facts/lexicon/asking.toml)."""
    table = tomllib.loads((LEXICON / "asking.toml").read_text(encoding="utf-8"))
    return Asking(
        frozenset(table["frame"]),
        *({key: tuple(terms) for key, terms in table[part].items()} for part in ("same", "narrow", "scopes")),
        *(frozenset(table[part]) for part in ("nouns", "relations")),
    )


def widened(concept: Concept) -> Concept:
    """A concept with the everyday ways of saying it."""
    more = asking().same.get(concept.key, ())
    return replace(concept, terms=tuple(dict.fromkeys((*concept.terms, *more)))) if more else concept
