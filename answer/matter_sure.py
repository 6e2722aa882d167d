"""One figure asked for -> the facts that surely are of it, in each region or body, or none where two things may be meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.matter_bodies import BLANK
from answer.matter_fit import Fit, MatterFits
from answer.matter_groups import of_group
from answer.matter_words import only_level
from answer.matters import Matter
from answer.series import stated_years
from facts.likeness import overlap
from facts.regions import Gazetteer
from retriever.rest import plain_rest, spoken

NAMED, SURE, CLEARLY = 0.55, 0.42, 0.08  # scores from which on a fit is sure: linked by name, or by its words; and how far ahead
IN_BODY, FAR, FAR_LEAST = 0.28, 0.2, 0.36  # the least score in a body that is named; what is far ahead of all others, and then the least
TOGETHER = re.compile(r"[，、]|(?<=[\u4e00-\u9fff])(?:和|跟|与|以及|还有|(?<!增)加上?(?!计|值))(?=[\u4e00-\u9fff])")
MOSTLY = 0.5  # share of a part's words that one name holds, so that it tells all parts together
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Pick:
    """One figure asked for, with what is surely of it, the regions or bodies in the order of the question.

    Attributes:
        matter: what is asked for.
        fits: those found, one a place and kind.
        missing: regions or bodies of which no fact surely is of it.
        partly: more is asked for than was found: other years, kinds, or things put side by side.
        kind: the bodies of a kind that are asked about as a whole.
    """

    matter: Matter
    fits: tuple[Fit, ...]
    missing: tuple[str, ...] = ()
    partly: bool = False
    kind: tuple[str, ...] = ()


class SureFits:
    """Finds what surely is asked for."""

    def __init__(self, fits: MatterFits, gazetteer: Gazetteer) -> None:
        """Take what finds facts by words, and what knows places."""
        self._fits, self._gazetteer = fits, gazetteer

    def of(self, matter: Matter, places: Sequence[tuple[str, str]]) -> list[Pick]:
        """Return the picks of a matter: one for each thing that its words put side by side, or one for all of them."""
        parts = self.parts(matter)
        whole = self.pick(matter, places)
        if len(parts) < 2 or any(all(overlap(self.rest(part), fit.group.names) >= MOSTLY for part in parts) for fit in whole.fits):
            return [whole]
        tail = f"{matter.before}，{parts[-1]}"
        several = [self.pick(replace(matter, words=part, before=tail), places) for part in parts]
        first = {pick.fits[0].group.main for pick in several if pick.fits}
        return several if all(pick.fits for pick in several) and len(first) == len(several) else [replace(whole, partly=True)]

    def again(self, last: Pick, matter: Matter, places: Sequence[tuple[str, str]]) -> list[Pick]:
        """Return the picks of a matter that goes on with the thing of the one before: of the same facts, where they have what is asked."""
        own = [
            next((one.group for one in last.fits if one.group.scope == scope and (scope or one.group.region == region)), None)
            for region, scope in places
        ]
        found = [(group, of_group(group, matter.years, kind)) for group in own if group for kind in matter.kinds]
        fits = tuple(Fit(group, facts, 1.0, True) for group, facts in found if facts)
        return [Pick(matter, fits)] if len(fits) == len(places) else self.of(matter, places)

    def pick(self, matter: Matter, places: Sequence[tuple[str, str]]) -> Pick:
        """Return the pick of a matter whose words name one thing."""
        fits: list[Fit] = []
        missing, partly = [], False
        for region, scope in places:
            own = [fit for kind in matter.kinds if (fit := self._sure(matter, (region, scope), kind))]
            fits += [fit for place, fit in enumerate(own) if fit.facts not in [other.facts for other in own[:place]]]
            partly |= len(own) < len(matter.kinds)
            if not own:
                missing.append(scope or region)
        years = {year for fit in fits for fact in fit.facts for year in stated_years(fact)}
        undated = any(fact.year is None for fit in fits for fact in fit.facts)
        return Pick(matter, tuple(fits), tuple(missing), partly or not (undated or set(matter.years) <= years))

    def parts(self, matter: Matter) -> list[str]:
        """Return the things that the words of a matter put side by side."""
        return [part for part in TOGETHER.split(matter.words) if len(self.rest(part)) >= SHORTEST]

    def rest(self, part: str) -> str:
        """Return what a part of a question says besides places, years and how figures are asked for."""
        return plain_rest(spoken(part.replace(BLANK, "")), self._gazetteer.places(part)).replace(" ", "")

    def _sure(self, matter: Matter, where: tuple[str, str], kind: str) -> Fit | None:
        """The facts that words surely are of: those words alone, or with what was named before them."""
        words = without_lead(matter.words) if where[1] else matter.words
        found = self._clear(words, matter, where, kind, words)
        if found or not matter.before or not only_level(words.replace(BLANK, "")):
            return found
        return self._clear(f"{words} {matter.before}", matter, where, kind, words)

    def _clear(self, words: str, matter: Matter, where: tuple[str, str], kind: str, own: str) -> Fit | None:
        """The best fit where it is good enough, ahead of all other things, and speaks of all that its own words name."""
        ranked = self._fits.fits(words, matter.before, where, matter.years, kind)
        if not ranked:
            return None
        best = ranked[0]
        others = [fit for fit in ranked[1:] if fit.group.indicator != best.group.indicator and not _says_the_same(fit, best)]
        ahead = best.score - others[0].score if others else best.score
        least = NAMED if best.named else IN_BODY if where[1] else SURE
        if ahead < CLEARLY or best.score < (least if ahead < FAR else min(least, FAR_LEAST)):
            return None
        read = self._fits.words.read(own)
        return best if all(self._fits.speaks_of(best, head) for head in (read.heads_beside if best.named else read.heads)) else None


def _says_the_same(one: Fit, other: Fit) -> bool:
    """Tell whether two groups give the same figure of the same year: one thing that is written in two ways."""
    return bool({(fact.year, fact.value) for fact in one.facts} & {(fact.year, fact.value) for fact in other.facts})


def without_lead(words: str) -> str:
    """Return words without the pieces that only tell which body is meant, its name blank in them."""
    pieces = words.split("，")
    rest = [piece for piece in pieces if BLANK not in piece]
    return "，".join(rest) if rest and len(rest) < len(pieces) else words
