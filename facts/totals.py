"""What applies under one document -> what an enterprise gets a year in all, held against the document's cap for one enterprise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from facts.conditions import shared
from facts.matched import Match
from facts.measure import Condition
from facts.sums import plain_sum
from facts.told import MONEY, in_ten_thousands
from facts.trait_lexicon import load_traits
from facts.traits import said_in

CAP = re.compile(r"(?:同一|每家|单个|单家|单户|每个|一家)[^。；]{0,36}(?:总额|合计|累计|总计|总和)[^。；]{0,14}(?:最高|不超过|不高于|上限)")
ONCE = re.compile(r"就高|不重复|择高|从高|不得重复")
EXCEPT = re.compile(
    r"(?:除(?P<before>[^，。；]{2,30}?)(?:以外|之外|外)|[，。；](?P<after>[^，。；]{2,30}?)(?:除外|不受此限|不计入|不在此限|不受限制))"
)
FEWEST = 2  # sums that make a total


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of what applies under a document.

    Attributes:
        doc: its id.
        formula: "10万元+220万元=230万元".
        value: what is paid at most, in 万元, the cap kept.
        cap: the most that one enterprise gets a year, in 万元, or None.
        capped: the sum is above the cap.
        note: the sentence that states the cap, or None.
        names: the measures that are added.
    """

    doc: str
    formula: str
    value: Decimal
    cap: Decimal | None
    capped: bool
    note: Condition | None
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        """The total in words."""
        cap = f"，同一企业年度最高{plain_sum(self.cap)}万元" if self.cap is not None else ""
        return f"{self.formula}{cap}{'，以上限为准' if self.capped else ''}"


def totals(matches: Sequence[Match]) -> tuple[Total, ...]:
    """Return what applies and has a sum, added up by document; what the cap leaves out is left out, and one recognition counts once."""
    docs = dict.fromkeys(item.measure.doc for item in matches)
    return tuple(total for doc in docs if (total := _total([item for item in matches if item.measure.doc == doc])))


def _total(matches: Sequence[Match]) -> Total | None:
    measure = matches[0].measure
    note = next((note for note in measure.notes if CAP.search(re.sub(r"\s", "", note.text))), None)
    counted = [item for item in matches if _sum(item) is not None and not (note and _excepted(item, note))]
    once = any(ONCE.search(other.text) for other in measure.notes)
    kept = list(_highest(counted)) if once else counted
    if len(kept) < FEWEST:
        return None
    sums = [value for item in kept if (value := _sum(item)) is not None]
    whole = sum(sums, Decimal(0))
    cap = Decimal(measure.year_cap) if measure.year_cap else None
    capped = cap is not None and whole > cap
    formula = "+".join(f"{plain_sum(value)}万元" for value in sums) + f"={plain_sum(whole)}万元"
    paid = cap if capped and cap is not None else whole
    return Total(measure.doc, formula, paid, cap, capped, note, tuple(item.measure.name for item in kept))


def _sum(item: Match) -> Decimal | None:
    """What a match pays, in 万元; None where it does not apply, is not reckoned, or is paid for each month or year."""
    if item.group != "applies" or item.worth is None or not item.worth.value or item.worth.unit not in MONEY:
        return None
    return in_ten_thousands(Decimal(item.worth.value), item.worth.unit)


def _excepted(item: Match, note: Condition) -> bool:
    """Tell whether the cap does not hold for a measure: 上市奖励除外."""
    found = (match["before"] or match["after"] for match in EXCEPT.finditer(re.sub(r"\s", "", note.text)))
    words = item.measure.name + item.measure.label + item.measure.text
    return any(shared(re.sub(r"第[^条项]{1,6}[条项]|[（）()的]|类|事项", "", name), words) for name in found)


def _highest(matches: Sequence[Match]) -> Iterator[Match]:
    """Of several measures for one recognition only the one that pays most."""
    statuses = load_traits().statuses
    best: dict[frozenset[str], Match] = {}
    for item in matches:
        ids = frozenset(said.id for said in said_in(item.measure.name + item.measure.text)) & statuses
        held = best.get(ids)
        if not ids:
            yield item
        elif held is None or (_sum(item) or 0) > (_sum(held) or 0):
            best[ids] = item
    yield from best.values()
