"""Reference enterprises and what a run offered each -> the share of what each must be told, and what none may be.

The reference judges some measures of the many that a corpus holds; offers of others are neither right nor wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.extraction.found import FoundMeasure
from eval.extraction.gold_measures import GoldMeasure, GoldProfile
from eval.metrics.measured import holds, measure_spans
from eval.placing import PlaceFinder

DEPTH = 10  # offers that a reader looks at


@dataclass(frozen=True, slots=True)
class ProfileScore:
    """How one enterprise was served.

    Attributes:
        profile: the enterprise.
        ranks: 1-based place of the first offer of each judged measure that was offered, by measure id.
    """

    profile: GoldProfile
    ranks: dict[str, int]

    @property
    def missed(self) -> tuple[str, ...]:
        """Ids of `must` that were not offered."""
        return tuple(name for name in self.profile.must if name not in self.ranks)

    @property
    def wrong(self) -> tuple[str, ...]:
        """Ids of `must_not` that were offered."""
        return tuple(name for name in self.profile.must_not if name in self.ranks)

    def recall(self, depth: int | None = None) -> float | None:
        """Return the share of `must` among the first offers, among all without a depth; None where nothing must be offered."""
        if not self.profile.must:
            return None
        found = [name for name in self.profile.must if name in self.ranks and (depth is None or self.ranks[name] <= depth)]
        return len(found) / len(self.profile.must)

    @property
    def wrong_share(self) -> float | None:
        """Share of `must_not` that was offered; None where nothing is ruled out."""
        return len(self.wrong) / len(self.profile.must_not) if self.profile.must_not else None

    @property
    def precision(self) -> float | None:
        """Share of the judged measures offered that may be; None where none of them was offered."""
        right = sum(name in self.ranks for name in (*self.profile.must, *self.profile.may))
        judged = right + len(self.wrong)
        return right / judged if judged else None

    @property
    def order(self) -> float | None:
        """Share of the pairs of `must` and `must_not` of which the right one stands first; what is not offered stands last.

        0.5 is chance. Source: Hanley & McNeil, The meaning and use of the area under a ROC curve, Radiology 143, 1982.
        """
        last = 10**9
        pairs = [(self.ranks.get(good, last), self.ranks.get(bad, last)) for good in self.profile.must for bad in self.profile.must_not]
        return sum((good < bad) + 0.5 * (good == bad) for good, bad in pairs) / len(pairs) if pairs else None


def score_profiles(
    profiles: Sequence[GoldProfile],
    measures: Sequence[GoldMeasure],
    offered: Mapping[str, Sequence[FoundMeasure]],
    texts: Mapping[str, PlaceFinder],
) -> list[ProfileScore]:
    """Score what each enterprise was offered, best first; what was listed only to say no is not among `offered`.

    An offer that holds a measure of `must` or `may` is no wrong one, whatever else its sentence holds.
    """
    by_id = {measure.id: measure for measure in measures}
    spans = {measure.id: measure_spans(measure, texts) for measure in measures}

    def held(name: str, offers: Sequence[FoundMeasure]) -> list[int]:
        doc = by_id[name].doc
        return [rank for rank, offer in enumerate(offers, 1) if offer.doc == doc and holds(offer.span, spans[name])]

    scores = []
    for profile in profiles:
        offers = offered.get(profile.id, ())
        places = {name: held(name, offers) for name in (*profile.must, *profile.may, *profile.must_not)}
        right = {rank for name in (*profile.must, *profile.may) for rank in places[name]}
        for name in profile.must_not:
            places[name] = [rank for rank in places[name] if rank not in right]
        scores.append(ProfileScore(profile, {name: min(ranks) for name, ranks in places.items() if ranks}))
    return scores
