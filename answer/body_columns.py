"""Facts -> the columns of bodies of one kind (parks, institutes) that have the same figure each, and the one that words mean."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from answer.quantity import decimal
from facts.asking import load_asking
from facts.fact import Fact
from facts.indicators import folded
from facts.likeness import overlap
from facts.listed_facts import TOTAL
from facts.terms import load_synonyms
from index.store import PassageIndex
from retriever.linking import LOCAL, NARROWING
from retriever.rest import plain_rest, spoken

SPACE = re.compile(r"\s+")
KIND = re.compile(rf"{LOCAL.pattern}|产业链|产业集群")
FEWEST = 3  # bodies that make a kind
ALIKE = (("研究院", "研究中心", "研究所"), ("分园", "园"))  # kinds that people call by one name
ASIDE = re.compile(r"^(?:[要能会得该被须需]|累计|年度?)+|[定有得]$")  # around a thing, naming none
SHORTEST = 2  # signs of a name
HALF = 0.5  # share of a column's name that a question holds
CUES = (  # how the unit of a column is spoken of, and the unit
    (
        re.compile(
            r"(?:^|[的里内中各谁，、：,园镇区院廊块总]|规划)面积|占地|地盘|地(?=最|更|多|大)|几?平方|多少亩|(?:园区?|[镇廊])是?最[大小]"
        ),
        re.compile("平方|亩|公顷"),
    ),
    (re.compile(r"人(?=最|更|多|少|手)|几[名人]|多少[名人]"), re.compile("[名人]")),
)
MONEY, IN_MONEY = re.compile(r"钱|资金|经费|投入|投资|万元|亿元"), re.compile("元")
NARROWER = re.compile(rf"{NARROWING.pattern}|博士|硕士|层次|院士|团队")


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of several bodies of a region, in the order of the document.

    Attributes:
        name: what it is of.
        facts: one a body, all of one year.
    """

    name: str
    facts: tuple[Fact, ...]


def columns_of(facts: Iterable[Fact], text: str, regions: Sequence[str]) -> list[Column]:
    """Return the columns of the bodies of the kind that a question names last; none where it names none.

    Args:
        facts: all facts.
        text: the question.
        regions: the regions asked about; any where there are none.
    """
    own = [fact for fact in facts if fact.scope not in ("", TOTAL) and decimal(fact.value) is not None]
    own = [fact for fact in own if not regions or fact.region in regions]
    for kind in reversed([match.group() for match in KIND.finditer(text)]):
        fits = _fits(kind)
        groups: dict[tuple[str, str, int | None], dict[str, Fact]] = {}
        for fact in own:
            if fits(fact.scope):
                groups.setdefault((fact.doc, SPACE.sub("", fact.name).removeprefix(fact.scope), fact.year), {}).setdefault(fact.scope, fact)
        if found := [Column(name, tuple(held.values())) for (_, name, _), held in groups.items() if len(held) >= FEWEST]:
            return found
    return []


def whole_table(column: Column, facts: Iterable[Fact], index: PassageIndex) -> Column:
    """Return a column with the rows of its table that are called otherwise (研究院, and one 学院 among them), where it is one table's.

    Args:
        column: figures of bodies of one kind.
        facts: all facts.
        index: where they stand.
    """
    first = column.facts[0]
    tables = {_table_of(fact, index) for fact in column.facts}
    table = next(iter(tables))
    if len(tables) > 1 or table is None:
        return column
    known, name = {fact.scope for fact in column.facts}, SPACE.sub("", first.name).removeprefix(first.scope)
    others: dict[str, Fact] = {}
    for fact in facts:
        alike = (fact.doc, fact.year) == (first.doc, first.year) and SPACE.sub("", fact.name).removeprefix(fact.scope) == name
        if alike and fact.scope not in (*known, "", TOTAL) and decimal(fact.value) is not None and _table_of(fact, index) == table:
            others.setdefault(fact.scope, fact)
    return Column(column.name, (*column.facts, *others.values()))


def _table_of(fact: Fact, index: PassageIndex) -> tuple[str, tuple[int, int]] | None:
    """The table that a fact stands in, None where it stands in none."""
    passage = index.passage_at(fact.doc, fact.spans[0].start)
    return (fact.doc, passage.scope) if passage and passage.row else None


def _fits(kind: str) -> Callable[[str], bool]:
    alike = next((group for group in ALIKE if kind in group), (kind,))
    return lambda scope: any(scope.endswith(one) if len(one) == 1 else one in scope for one in alike)


def meant(columns: Sequence[Column], words: str) -> Column | None:
    """Return the one column that words mean, by its name or, where that is plain, by how its unit is spoken of; None else."""
    same = [term for key, terms in load_asking().same.items() if key in words for term in terms]
    asked = " ".join([spoken(words), *load_synonyms().expand(words), *same])
    scored = sorted(((_held(column, asked), place) for place, column in enumerate(columns)), key=lambda pair: (-pair[0], pair[1]))
    if scored and scored[0][0] >= HALF and (len(scored) == 1 or scored[0][0] > scored[1][0]):
        return columns[scored[0][1]]
    if len(named := [column for column in columns if _in_order(words, column)]) == 1:
        return named[0]
    for cue, unit in () if NARROWER.search(words) else CUES:
        near = [columns[place] for _, place in scored if unit.search(columns[place].facts[0].unit)]
        if cue.search(words) and len(near) == 1:
            return near[0]
    paid = [(score, columns[place]) for score, place in scored if score and IN_MONEY.search(columns[place].facts[0].unit)]
    if MONEY.search(words) and paid and (len(paid) == 1 or paid[0][0] > paid[1][0]):
        return paid[0][1]
    return None


def says_nothing(words: str, columns: Sequence[Column]) -> bool:
    """Tell whether a clause names nothing but bodies of the kind of some columns (最小的又是谁), so that what stands before it holds on."""
    kinds = {fact.scope[-2:] for column in columns for fact in column.facts}
    rest = [piece for piece in plain_rest(spoken(words), ()).split() if not any(kind in piece for kind in kinds)]
    return not rest


def _in_order(words: str, column: Column) -> bool:
    """Whether a column's name has all signs of what words name, in their order (累计项目: 累计开展研究项目)."""
    pieces = [ASIDE.sub("", piece) for piece in plain_rest(spoken(words), ()).split()]
    name = spoken(column.name)
    return any(len(piece) >= SHORTEST and _runs_through(piece, name) for piece in pieces)


def _runs_through(piece: str, name: str) -> bool:
    at = iter(name)
    return all(sign in at for sign in piece)


def _held(column: Column, asked: str) -> float:
    name = spoken(folded(column.name))
    return 1.0 if name in asked else overlap(name, asked)
