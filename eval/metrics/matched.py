"""Reference enterprises and what a run offered each -> the share of what each must be told, and what none may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.extraction.found import FoundMeasure
from eval.extraction.gold_measures import GoldMeasure, GoldProfile
from eval.metrics.measured import holds, measure_spans
from eval.placing import PlaceFinder


@dataclass(frozen=True, slots=True)
class ProfileScore:
    """How one enterprise was served.

    Attributes:
        profile: the enterprise.
        missed: ids of `must` that nothing offered holds.
        wrong: ids of `must_not` that something offered holds and that no right offer shares.
        precision: share of the offers that hold a measure of `must` or `may`; None where nothing was offered.
    """

    profile: GoldProfile
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    precision: float | None

    @property
    def recall(self) -> float | None:
        """Share of `must` that was offered; None where nothing must be."""
        must = self.profile.must
        return 1 - len(self.missed) / len(must) if must else None


def score_profiles(
    profiles: Sequence[GoldProfile],
    measures: Sequence[GoldMeasure],
    offered: Mapping[str, Sequence[FoundMeasure]],
    texts: Mapping[str, PlaceFinder],
) -> list[ProfileScore]:
    """Score what each enterprise was offered; offers that its conditions exclude are no offers and not among `offered`."""
    by_id = {measure.id: measure for measure in measures}
    spans = {measure.id: measure_spans(measure, texts) for measure in measures}

    def held(name: str, offers: Sequence[FoundMeasure]) -> list[FoundMeasure]:
        return [offer for offer in offers if offer.doc == by_id[name].doc and holds(offer.span, spans[name])]

    scores = []
    for profile in profiles:
        offers = offered.get(profile.id, ())
        right = [offer for name in (*profile.must, *profile.may) for offer in held(name, offers)]
        wrong = [name for name in profile.must_not if any(offer not in right for offer in held(name, offers))]
        missed = tuple(name for name in profile.must if not held(name, offers))
        precision = sum(offer in right for offer in offers) / len(offers) if offers else None
        scores.append(ProfileScore(profile, missed, tuple(wrong), precision))
    return scores
