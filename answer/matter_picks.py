"""The figures a question asks for -> the facts that surely are of each, region by region or body by body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.matter_bodies import ANCHOR, LEFT_OUT, Called, bodies_called, bodies_of_kind, university
from answer.matter_fit import BARE, Fit, MatterFits, of_group, only_level
from answer.matters import Matter, matters_of
from facts.regions import Gazetteer
from answer.series import stated_years
from facts.likeness import overlap
from retriever.linking import plain_rest, spoken
from retriever.question import EVERYWHERE

NAMED, SURE, CLEARLY = 0.55, 0.42, 0.08  # scores from which on a fit is sure: linked by name, or by its words; and how far ahead
TOGETHER = re.compile(r"[，、]|(?<=[\u4e00-\u9fff])(?:和|跟|与|以及|还有|(?<!增)加上?(?!计|值))(?=[\u4e00-\u9fff])")
ANYWHERE = re.compile(r"有没有(?:哪|文件|规划)|哪(?:个|几|一)?(?:个|份|些)?(?:地方|文件|规划|方案)|谁")
THAT = re.compile(r"那一?(?:个|条|片|家|座|块|所)(?=[\u4e00-\u9fff])")
SHARE_OF = re.compile(r"占(?:了|到|全部|总数|总量|合计|总共|其中|里头|其|整个)*的?(?:几成|多少|百分之|多大)")
IN_BODY, FAR, FAR_LEAST = 0.28, 0.2, 0.36  # the least score of a fact of a body that is named; what is far ahead of all others, and then the least score
MOSTLY = 0.5  # share of a part's words that one name holds, so that it tells all parts together
BLANK = "　"
SHORTEST, FEWEST = 2, 3


@dataclass(frozen=True, slots=True)
class Pick:
    """One figure asked for, with what is surely of it, the regions or bodies in the order of the question.

    Attributes:
        matter: what is asked for.
        fits: those found, one a place and kind.
        missing: regions or bodies of which no fact surely is of it.
        kind: the bodies of a kind that are asked about as a whole.
        partly: its words put several things side by side, of which not each was found.
    """

    matter: Matter
    fits: tuple[Fit, ...]
    missing: tuple[str, ...]
    partly: bool = False
    kind: tuple[str, ...] = ()


class MatterPicks:
    """Picks the facts that a question asks for."""

    def __init__(self, fits: MatterFits, gazetteer: Gazetteer) -> None:
        """Take what finds facts by words, and what knows places."""
        self._fits, self._gazetteer = fits, gazetteer
        self._scopes = tuple(dict.fromkeys(group.scope for group in fits.groups if group.scope))
        self._regions = tuple(dict.fromkeys(group.region for group in fits.groups))

    def picks(self, text: str, regions: Sequence[str]) -> list[Pick]:
        """Return what a question asks for, each with the facts that surely are of it.

        Args:
            text: the question, as `normalise` returns it.
            regions: those meant where a part of the question names none.
        """
        text = THAT.sub("", text)
        called = self.called(text)
        word, alike = bodies_of_kind(text, [group.scope for group in self._fits.groups if group.scope and group.region in regions])
        alike = alike if len(alike) >= FEWEST else ()
        blanks = [*(one.said for one in called), *([word] if alike else [])]
        body = re.sub("|".join(map(re.escape, blanks)) or "$^", lambda match: BLANK * len(match.group()), text)
        found: list[Pick] = []
        carried: tuple[str, ...] = ()
        for matter in matters_of(body, self._gazetteer, self._fits.names_thing):
            where = self._where(matter, text, regions)
            said = self._said(matter, text, body)
            own = tuple(one.scope for one in called if text[one.start : one.start + len(one.said)] in said and not (alike and LEFT_OUT.search(said)))
            carried = own or carried
            last = next((pick for pick in reversed(found) if pick.kind), None)
            if SHARE_OF.search(matter.said) and (fits := self._told_before(found, matter, own)):
                found.append(Pick(matter, fits, ()))
                continue
            if alike and not own:
                found.append(self._of_kind(matter, alike, last))
                continue
            anywhere = not matter.regions and not carried and len(where) > 1 and bool(ANYWHERE.search(text))
            places = [("", scope) for scope in dict.fromkeys(carried)] if carried else [(region, "") for region in where]
            again = found[-1] if found and found[-1].fits and found[-1].matter.words == matter.words else None
            new = self._again(again, matter, places) if again else self._of(matter, places)
            found += [replace(pick, missing=()) if anywhere and pick.fits else pick for pick in new]
        return found

    def _told_before(self, found: Sequence[Pick], matter: Matter, own: Sequence[str]) -> tuple[Fit, ...]:
        """Those of the things found before that a share is asked of: 北仑一家占几成."""
        every = [fit for pick in found for fit in pick.fits]
        if own:
            return tuple(dict.fromkeys(fit for fit in every if fit.group.scope in own))
        scopes = tuple(fit.group.scope for fit in every if fit.group.scope)
        begun = tuple(fit for fit in every if fit.group.scope and self._begins(fit.group.scope, scopes, matter.said))
        name = BARE.sub("", self._rest(matter.said.partition("占")[0]))
        named = tuple(fit for fit in every if len(name) >= SHORTEST and name in fit.group.names)
        return tuple(dict.fromkeys(begun or (named if len(named) < len(every) else ())))

    def _of_kind(self, matter: Matter, alike: tuple[str, ...], last: Pick | None) -> Pick:
        """The pick of all bodies of a kind, the same as before where the words go on with it."""
        if last and last.kind and last.matter.words == matter.words:
            return Pick(matter, last.fits, (), kind=alike)
        asking = next((piece for piece in matter.words.split("，")[::-1] if self._fits.names_thing(piece)), matter.words)
        pick = self._pick(replace(matter, words=asking), [("", scope) for scope in alike])
        same = {fit.group.indicator for fit in pick.fits}
        enough = len(same) == 1 and 2 * len(pick.fits) > len(alike)
        return Pick(matter, pick.fits if enough else (), () if enough else alike, kind=alike)

    def _begins(self, scope: str, alike: tuple[str, ...], said: str) -> bool:
        """Tell whether words name a body by the beginning that it has alone."""
        start = scope[:ANCHOR]
        alone = sum(other.startswith(start) for other in alike) == 1
        return start in said and (alone or len(alike) == 1) and not any(scope.startswith(region) for region in self._regions)

    def called(self, text: str) -> tuple[Called, ...]:
        """Return the bodies that a question calls by their names, in full or in short."""
        return (*bodies_called(text, self._scopes), *university(text, self._scopes))

    def _said(self, matter: Matter, text: str, body: str) -> str:
        """The stretch of the question that a matter was read from, names of bodies in it."""
        first = body.find(matter.said[:4].strip("，"))
        return text[max(0, first) : max(0, first) + len(matter.said) + 8] if first >= 0 else text

    def _where(self, matter: Matter, text: str, regions: Sequence[str]) -> Sequence[str]:
        if matter.regions:
            return matter.regions
        return self._regions if not regions or ANYWHERE.search(text) or EVERYWHERE.search(text) else regions

    def _of(self, matter: Matter, places: Sequence[tuple[str, str]]) -> list[Pick]:
        """The picks of a matter: one for each thing that its words put side by side, or one for all of them."""
        parts = [part for part in TOGETHER.split(matter.words) if len(self._rest(part)) >= SHORTEST]
        whole = self._pick(matter, places)
        if len(parts) < 2 or any(all(overlap(self._rest(part), fit.group.names) >= MOSTLY for part in parts) for fit in whole.fits):
            return [whole]
        tail = f"{matter.before}，{parts[-1]}"
        several = [self._pick(replace(matter, words=part, before=tail), places) for part in parts]
        first = {pick.fits[0].group.main for pick in several if pick.fits}
        if all(pick.fits for pick in several) and len(first) == len(several):
            return several
        return [replace(whole, partly=True)]

    def _rest(self, part: str) -> str:
        """What a part of a question says besides places, years and how figures are asked for."""
        return plain_rest(spoken(part.replace(BLANK, "")), self._gazetteer.places(part)).replace(" ", "")

    def _again(self, last: Pick, matter: Matter, places: Sequence[tuple[str, str]]) -> list[Pick]:
        """The picks of a matter that goes on with the thing of the one before: of the same facts, where they have what it asks for."""
        groups = {(fit.group.region, fit.group.scope): fit.group for fit in last.fits}
        own = [groups.get(place) or next((group for key, group in groups.items() if place[1] and key[1] == place[1]), None) for place in places]
        fits = [
            Fit(group, facts, 1.0, True) for group in own if group for kind in matter.kinds if (facts := of_group(group, matter.years, kind))
        ]
        return [Pick(matter, tuple(fits), ())] if len(fits) == len(places) else self._of(matter, places)

    def _pick(self, matter: Matter, places: Sequence[tuple[str, str]]) -> Pick:
        fits, missing, partly = [], [], False
        for region, scope in places:
            own = [fit for kind in matter.kinds if (fit := self._sure(matter, (region, scope), kind))]
            fits += [fit for place, fit in enumerate(own) if fit.facts not in [other.facts for other in own[:place]]]
            partly |= len(own) < len(matter.kinds)
            if not own:
                missing.append(scope or region)
        years = {year for fit in fits for fact in fit.facts for year in stated_years(fact)}
        return Pick(matter, tuple(fits), tuple(missing), partly or not set(matter.years) <= years)

    def _sure(self, matter: Matter, where: tuple[str, str], kind: str) -> Fit | None:
        """The facts that words surely are of: those words alone, or with what was named before them."""
        words = _without_lead(matter.words) if where[1] else matter.words
        found = self._clear(words, matter, where, kind)
        if found or not matter.before or not only_level(words.replace(BLANK, "")):
            return found
        return self._clear(f"{words} {matter.before}", matter, where, kind, own=words)

    def _clear(self, words: str, matter: Matter, where: tuple[str, str], kind: str, own: str = "") -> Fit | None:
        ranked = self._fits.fits(words, matter.before, where, matter.years, kind)
        if not ranked:
            return None
        best = ranked[0]
        others = [fit for fit in ranked[1:] if fit.group.indicator != best.group.indicator and not _says_the_same(fit, best)]
        ahead = best.score - others[0].score if others else best.score
        least = NAMED if best.named else IN_BODY if where[1] else SURE
        heads = self._fits.heads(own or words, named=best.named)
        held = [self._fits.speaks_of(best, head) for head in heads]
        return best if all(held) and ahead >= CLEARLY and best.score >= (least if ahead < FAR else min(least, FAR_LEAST)) else None


def _says_the_same(one: Fit, other: Fit) -> bool:
    """Tell whether two groups give the same figure of the same year: one thing that is written in two ways."""
    return bool({(fact.year, fact.value) for fact in one.facts} & {(fact.year, fact.value) for fact in other.facts})


def _without_lead(words: str) -> str:
    """Words without the pieces that only tell which body is meant, its name blank in them."""
    pieces = words.split("，")
    rest = [piece for piece in pieces if BLANK not in piece]
    return "，".join(rest) if rest and len(rest) < len(pieces) else words
