"""Facts and what is asked -> the facts of each region, indicator and scope, by year, the one to tell first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answer.quantity import decimal, is_whole
from facts.conflicts import rounded_alike
from facts.fact import Fact
from facts.indicators import folded, load_indicators

RATE = re.compile(r"年均|增长|增速|增幅|增量|净增|增加|提高|提升|上升|下降|降低|前移|同比|翻番")
LEVEL = re.compile(r"国家级?(?!高新技术)|省级?|市级|区级|县级|百亿|十亿|亿元(?![)）])|上市|新增|新引|净增")
NOTE_YEAR = re.compile(r"((?:19|20)\d{2})\s*年?")
FROM_LEVEL = re.compile(r"[\u4e00-\u9fff]{0,4}(?:国家|省|市|区|县)级?(?:及以上|以上)?")  # before a name
UNIT_BEHIND = re.compile(r"\s*[（(][^（()）]{1,8}[)）]\s*$")  # of a name
LONGEST_WORDS = 30  # characters of a value in words; what is longer is a paragraph
EARLY_TARGET = re.compile(r"当初|当时|原定|原计划|定(?:了|的|过)?(?:多少|几|目标)?|目标值?(?!表|一览|那张|清单)|计划数", re.I)


@dataclass(frozen=True, slots=True)
class Series:
    """The facts of one indicator in one region and scope, all plans together.

    Attributes:
        region: the region.
        indicator: canonical id.
        scope: "" for the whole jurisdiction.
        facts: all of them.
    """

    region: str
    indicator: str
    scope: str
    facts: tuple[Fact, ...]

    @property
    def whose(self) -> str:
        """The body that the facts are of, else the region."""
        return self.scope or self.region

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a figure, ascending."""
        return tuple(sorted({year for fact in self.facts if decimal(fact.value) is not None for year in stated_years(fact)}))

    def at(self, year: int, targets: bool | None = None) -> tuple[Fact, ...]:
        """Return the facts of a year, the one to tell first in front.

        Args:
            year: the year.
            targets: only targets, only what was reached, or with None both, what was reached first.
        """
        found = [fact for fact in self.facts if year in stated_years(fact) and (targets is None or (fact.kind == "target") == targets)]
        ordered = sorted(found, key=lambda fact: (targets is None and fact.kind == "target", *_rank(fact)))
        finer = next((fact for fact in ordered[1:] if _finer(fact, ordered[0])), None)
        return (finer, *(fact for fact in ordered if fact is not finer)) if finer else tuple(ordered)

    def values(self, year: int, targets: bool | None = None) -> tuple[Fact, ...]:
        """Return one fact for each value of a year, the one to tell first in front."""
        first: dict[str, Fact] = {}
        for fact in self.at(year, targets):
            first.setdefault(_value_key(fact), fact)
        return tuple(first.values())

    def base(self, before: int) -> Fact | None:
        """Return the last figure reached before a year, None where there is none."""
        for year in reversed([year for year in self.years if year < before]):
            if reached := [fact for fact in self.values(year, targets=False) if decimal(fact.value) is not None]:
                return reached[0]
        return None


def stated_years(fact: Fact) -> tuple[int, ...]:
    """The year a figure stands under, and the one that a note says it is really of."""
    noted = NOTE_YEAR.search(fact.note)
    return tuple(dict.fromkeys(year for year in (fact.year, int(noted.group(1)) if noted else None) if year is not None))


def _rank(fact: Fact) -> tuple[bool, int, str, int]:
    """Figures of tables first, then those told more precisely, then the order of the text."""
    return (fact.origin != "table", -_digits(fact.value), fact.doc, fact.spans[0].start if fact.spans else 0)


def _finer(fact: Fact, first: Fact) -> bool:
    """Tell whether a fact tells the same figure of the same year more precisely."""
    same = (fact.kind == "target") == (first.kind == "target") and comparable(fact, first)
    return same and _digits(fact.value) > _digits(first.value) and rounded_alike(fact, first)


def _digits(value: str) -> int:
    number = decimal(value)
    return len(number.normalize().as_tuple().digits) if number is not None else 0


def _value_key(fact: Fact) -> str:
    number = decimal(fact.value)
    return format(number.normalize(), "f") if number is not None else fact.value


def is_aim(fact: Fact) -> bool:
    """Tell whether a fact states an aim; whether one reached is a baseline or not depends on where it stands only."""
    return fact.kind == "target"


def is_level(fact: Fact) -> bool:
    """Tell whether a fact states how much there is, not by how much it grows a year."""
    return not RATE.search(fact.comparator)


def gather_series(facts: Iterable[Fact], indicators: Sequence[str], regions: Sequence[str], scope: str = "") -> list[Series]:
    """Return the series of indicators in regions, in the order of the regions, then of the indicators.

    Args:
        facts: all facts.
        indicators: canonical ids.
        regions: regions of the corpus.
        scope: a park, institute or part of a jurisdiction that is asked about; "" for the whole.
    """
    held: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.indicator in indicators and fact.region in regions and is_level(fact):
            if (fact.scope == scope if scope else is_whole(fact, fact.region)) and len(fact.value) <= LONGEST_WORDS:
                held.setdefault((fact.region, fact.indicator), []).append(fact)
    for key, own in held.items():
        whole = [fact for fact in own if not LEVEL.search(fact.name)]  # a part of it is not it
        same = {fact.name for fact in own if LEVEL.search(fact.name) and any(_is_same(fact, other) for other in whole)}
        held[key] = [fact for fact in own if fact in whole or fact.name in same] or own
    ordered = [(region, indicator) for region in regions for indicator in indicators]
    return [
        Series(region, indicator, scope, tuple(held[region, indicator])) for region, indicator in ordered if (region, indicator) in held
    ]


def _is_same(one: Fact, other: Fact) -> bool:
    """Tell whether two figures are one and the same number of one year, so that both names are of one thing."""
    same = one.year == other.year and decimal(one.value) is not None and decimal(one.value) == decimal(other.value)
    return same and is_aim(one) == is_aim(other) and not RATE.search(f"{one.name}{other.name}")


def narrower_rows(facts: Iterable[Fact], indicator: str, region: str) -> list[Series]:
    """Return the rows of a region's tables that count an indicator from a level on (某市级以上…), where it has no figures itself.

    Args:
        facts: all facts.
        indicator: canonical id.
        region: the region.
    """
    known = load_indicators().get(indicator)
    own = [fact for fact in facts if fact.region == region and is_whole(fact, region)]
    if known is None or any(fact.indicator == indicator for fact in own):
        return []
    names = tuple(map(folded, known.aliases))
    found: dict[str, list[Fact]] = {}
    for fact in own:
        name = folded(UNIT_BEHIND.sub("", fact.name))
        before = next((name.removesuffix(alias) for alias in names if name.endswith(alias)), "")
        if fact.origin == "table" and is_level(fact) and FROM_LEVEL.fullmatch(before):
            found.setdefault(fact.indicator, []).append(fact)
    return [Series(region, name, "", tuple(rows)) for name, rows in found.items()]


def comparable(one: Fact, other: Fact) -> bool:
    """Tell whether two figures may be set against each other: both numbers, of one unit."""
    return decimal(one.value) is not None and decimal(other.value) is not None and same_unit(one.unit, other.unit)


COUNTERS = frozenset("个家户所支项")
PEOPLE = frozenset("人名位")


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units count the same.

    >>> same_unit("家", "个"), same_unit("名", "人"), same_unit("%", "家")
    (True, True, False)
    """
    return one == other or any({one, other} <= group for group in (COUNTERS, PEOPLE))
