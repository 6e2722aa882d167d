"""Measures held against a profile -> how much each is worth to it, and those that say something of their own."""

from collections.abc import Iterable, Mapping, Sequence

from facts.benefits import load_benefits
from facts.likeness import overlap
from facts.matched import Match
from facts.profile import Profile

FIT, NEAR, WISHED, GRANTED = 0.3, 1.0, 0.25, 0.15
RELIEF = 30  # characters of a relief named by itself
SAME = 0.8  # share of pairs of characters from which two texts say the same


def fitness(item: Match, profile: Profile, closeness: Mapping[str, float]) -> float:
    """How much a measure is worth and how surely it is meant: its sum, conditions met, words, wishes told, what is granted."""
    paid = float(item.worth.value) * (0.0001 if item.worth.unit == "元" else 1) if item.worth and item.worth.value else 0.0
    met = min(2, sum(judged.verdict == "met" for judged in item.judged if judged.condition.kind == "clause"))
    wished = next((bool(words.search(profile.text)) for kind, _, words in load_benefits().kinds if kind == item.measure.kind), False)
    return paid + FIT * met + NEAR * closeness.get(item.measure.text, 0.0) + WISHED * wished + GRANTED * item.measure.granted


def distinct(ranked: Sequence[Match]) -> Iterable[Match]:
    """Leave out what another plan says in the same words."""
    kept: list[Match] = []
    for item in ranked:
        words = item.measure.text
        same = (other for other in kept if other.measure.kind == item.measure.kind and other.measure.doc != item.measure.doc)
        least = max if item.measure.kind == "tax" and len(words) <= RELIEF else min  # a national relief is the same in fewer words
        if not item.measure.amounts and any(
            least(overlap(words, other.measure.text), overlap(other.measure.text, words)) >= SAME for other in same
        ):
            continue
        kept.append(item)
        yield item
