"""Facts -> groups of those of one thing, with all that it is called, and the levels and sizes that tell near things apart."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from answer.figure_kinds import kind_of_unit
from answer.quantity import decimal
from answer.series import LONGEST_WORDS, is_level, stated_years
from answer.telling import short_name
from facts.fact import Fact
from facts.indicators import load_indicators
from facts.terms import load_synonyms
from index.store import PassageIndex

SPACE = re.compile(r"\s+")
WITHIN = 120  # characters between a name and its value
# Levels, sizes and kinds of figures: a thing that lacks one of a question's is another thing. Ways of saying one stand together.
LEVELS = tuple(
    tuple(words.split())
    for words in (
        "国家级 国字号 国家|省级 省部级 省里 省市级|市级 地市级|区级 县级|百亿|10亿 十亿|亿元 上亿 过亿|上市|海外 境外 国外|"
        "拔尖|顶尖|领军|高层次|占 比重 比例 份额 率|排名 位次|每万 一万 每一万 万人 万名 万亩|每家 每户 单户 人均 户均|"
        "最高 上限 封顶 最多 单个 单笔|产值|增加值|投资|面积"
    ).split("|")
)


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one thing: one indicator of one region or body.

    Attributes:
        region: the region.
        scope: the body or part of the region, "" for the whole.
        indicator: canonical id.
        facts: all of them.
        names: all ways in which it is called, as words are looked up in them: NFKC, lower case, no white space in a name.
        written: those that documents write, a line each.
        main: the name it is embedded by.
        levels: those that its names speak of.
        own_levels: those that the first of its names speaks of.
    """

    region: str
    scope: str
    indicator: str
    facts: tuple[Fact, ...]
    names: str
    written: str
    main: str
    levels: frozenset[int]
    own_levels: frozenset[int]


def groups_of(facts: Sequence[Fact]) -> tuple[Group, ...]:
    """Return the groups of facts in the order of their first ones; paragraphs that tables give for figures are left out."""
    held: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        if len(fact.value) <= LONGEST_WORDS:
            held.setdefault((fact.region, fact.scope, fact.indicator), []).append(fact)
    return tuple(_group(*key, own) for key, own in held.items())


def _group(region: str, scope: str, indicator: str, facts: Sequence[Fact]) -> Group:
    known = load_indicators().get(indicator)
    written = [fact.name for fact in facts]
    called = [*written, scope, indicator, *(known.aliases if known else ()), *load_synonyms().expand("\n".join(written))]
    names = "\n".join(dict.fromkeys(SPACE.sub("", unicodedata.normalize("NFKC", name)).lower() for name in called))
    main = f"{scope}{short_name(written[0]).removeprefix(scope)}"
    return Group(
        region,
        scope,
        indicator,
        tuple(facts),
        names,
        "\n".join(dict.fromkeys([*written, scope])),
        main,
        levels_in(names),
        levels_in(written[0]),
    )


def levels_in(text: str) -> frozenset[int]:
    """Return the levels that words speak of, by their places in the list of them."""
    return frozenset(place for place, words in enumerate(LEVELS) if any(word in text for word in words))


def of_group(group: Group, years: Sequence[int], kind: str, *, grows: bool = False) -> tuple[Fact, ...]:
    """Return those of a group's facts that are of the years and of the kind asked for; rates of growth only where they are."""
    own = [fact for fact in group.facts if not years or fact.year is None or set(stated_years(fact)) & set(years)]
    own = [fact for fact in own if is_level(fact) or grows]
    return tuple(fact for fact in own if not kind or (decimal(fact.value) is not None and kind_of_unit(fact.unit) == kind))


def around(fact: Fact, index: PassageIndex) -> str:
    """Return the words from a fact's name to its value, or what stands around its row."""
    passage = index.passage_at(fact.doc, fact.spans[0].start)
    if passage and passage.row:
        return "\n".join([passage.row.label, passage.context, *passage.headings[-1:]])
    near = [span for span in fact.spans[:2] if abs(span.start - fact.spans[0].start) < WITHIN]
    start, end = min(span.start for span in near), max(span.end for span in near)
    text = index.texts[fact.doc]
    return text[max(text.rfind(mark, 0, start) for mark in "，。；、\n") + 1 : end]
