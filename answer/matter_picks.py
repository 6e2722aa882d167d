"""A question about figures -> what it asks for one by one, each with the facts that surely are of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.matter_bodies import ANCHOR, BLANK, LEFT_OUT, Called, bodies_called, bodies_of_kind, chains_called, university
from answer.matter_fit import Fit, MatterFits
from answer.matter_sure import SHORTEST, Pick, SureFits
from answer.matter_words import BARE
from answer.matters import AFTERWARDS, PRESENT, Matter, matters_of
from facts.regions import Gazetteer
from facts.subjects import chain_of
from retriever.wanted import EVERYWHERE

ANYWHERE = re.compile(r"有没有(?:哪|文件|规划)|哪(?:个|几|一)?(?:个|份|些)?(?:地方|文件|规划|方案)|谁")
THAT = re.compile(r"那一?(?:个|条|片|家|座|块|所)(?=[\u4e00-\u9fff])")
SHARE_OF = re.compile(r"占(?:了|到|全部|总数|总量|合计|总共|其中|里头|其|整个)*的?(?:几成|多少|百分之|多大)")
PAST = re.compile(r"(?:上一?个?|过去|前)(?:的)?[五几](?:个)?年|这几年(?:已|来)")
AIMS = re.compile(r"目标|要(?!求)|打算|计划|20\d\d年")
MOST = re.compile(r"最[大小高低多少]")  # ranked among themselves, so that another body only says where they are
SIZE, SOLD = "规模", ("营业收入", "产值")
FEWEST = 3  # bodies of a kind that are told together
BESIDE = 8  # characters beyond a stretch in which names of bodies may end


class MatterPicks:
    """Picks the facts that a question asks for."""

    def __init__(self, fits: MatterFits, gazetteer: Gazetteer) -> None:
        """Take what finds facts by words, and what knows places."""
        self._fits, self._sure, self._gazetteer = fits, SureFits(fits, gazetteer), gazetteer
        self._scopes = tuple(dict.fromkeys(group.scope for group in fits.groups if group.scope))
        self._regions = tuple(dict.fromkeys(group.region for group in fits.groups))

    def asks_one(self, text: str, regions: Sequence[str]) -> bool:
        """Tell whether a question plainly asks for one figure of one place, without looking any up."""
        matters = matters_of(THAT.sub("", text), self._gazetteer, self._fits.words.names_thing)
        if len(matters) != 1 or len(matters[0].kinds) > 1 or len(matters[0].regions or regions) > 1 or ANYWHERE.search(text):
            return False
        return not (self.called(text) or bodies_of_kind(text, self._scopes)[1] or len(self._sure.parts(matters[0])) > 1)

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
        for matter in matters_of(body, self._gazetteer, self._fits.words.names_thing):
            said = _said(matter, text, body)
            own = tuple(one.scope for one in called if text[one.start : one.end] in said and not (alike and LEFT_OUT.search(said)))
            carried = own or carried
            if SHARE_OF.search(matter.said) and (fits := self._told_before(found, matter, own)):
                found.append(Pick(matter, fits))
            elif alike and (not own or (MOST.search(text) and not set(own) & set(alike))):
                found.append(self._of_kind(matter, alike, next((pick for pick in reversed(found) if pick.kind), None)))
            else:
                found += self._placed(matter, text, found, carried, self._where(matter, text, regions))
        past = bool(PAST.search(text) or (PRESENT.search(text) and not AFTERWARDS.search(text)))
        return [_reached(pick) for pick in found] if past and not AIMS.search(text) else found

    def called(self, text: str) -> tuple[Called, ...]:
        """Return the bodies that a question calls by their names, in full or in short."""
        return (*bodies_called(text, self._scopes), *university(text, self._scopes), *chains_called(text, self._scopes))

    def _placed(self, matter: Matter, text: str, found: Sequence[Pick], bodies: Sequence[str], where: Sequence[str]) -> list[Pick]:
        """The picks of a matter in the bodies named, or in the regions meant; of all regions those that have it are enough."""
        places = [("", scope) for scope in dict.fromkeys(bodies)] if bodies else [(region, "") for region in where]
        last = found[-1] if found and found[-1].fits and found[-1].matter.words == matter.words else None
        new = self._sure.again(last, matter, places) if last else self._sure.of(matter, places)
        anywhere = not matter.regions and not bodies and len(where) > 1 and bool(ANYWHERE.search(text))
        return [replace(pick, missing=()) if anywhere and pick.fits else pick for pick in new]

    def _told_before(self, found: Sequence[Pick], matter: Matter, own: Sequence[str]) -> tuple[Fit, ...]:
        """Those of the things found before that a share is asked of: 北仑一家占几成."""
        every = [fit for pick in found for fit in pick.fits]
        if own:
            return tuple(dict.fromkeys(fit for fit in every if fit.group.scope in own))
        scopes = tuple(fit.group.scope for fit in every if fit.group.scope)
        begun = tuple(fit for fit in every if fit.group.scope and self._begins(fit.group.scope, scopes, matter.said))
        name = BARE.sub("", self._sure.rest(matter.said.partition("占")[0]))
        named = tuple(fit for fit in every if len(name) >= SHORTEST and name in fit.group.names)
        return tuple(dict.fromkeys(begun or (named if len(named) < len(every) else ())))

    def _of_kind(self, matter: Matter, alike: tuple[str, ...], last: Pick | None) -> Pick:
        """The pick of all bodies of a kind, the same as before where the words go on with it."""
        if last and last.matter.words == matter.words:
            return Pick(matter, last.fits, kind=alike)
        asking = next((piece for piece in matter.words.split("，")[::-1] if self._fits.words.names_thing(piece)), matter.words)
        every = [("", scope) for scope in alike]
        pick = self._sure.pick(replace(matter, words=asking), every)
        if (
            not pick.fits and SIZE in asking and all(chain_of(scope) == scope for scope in alike)
        ):  # how large industries are: by what they sell
            others = (self._sure.pick(replace(matter, words=asking.replace(SIZE, name)), every) for name in SOLD)
            pick = next((other for other in others if other.fits), pick)
        same = {fit.group.indicator for fit in pick.fits}
        enough = len(same) == 1 and 2 * len(pick.fits) > len(alike)
        return Pick(matter, pick.fits if enough else (), () if enough else alike, kind=alike)

    def _begins(self, scope: str, alike: Sequence[str], said: str) -> bool:
        """Tell whether words name a body by the beginning that it has alone."""
        start = scope[:ANCHOR]
        alone = sum(other.startswith(start) for other in alike) == 1
        return start in said and alone and not any(scope.startswith(region) for region in self._regions)

    def _where(self, matter: Matter, text: str, regions: Sequence[str]) -> Sequence[str]:
        if matter.regions:
            return matter.regions
        return self._regions if not regions or ANYWHERE.search(text) or EVERYWHERE.search(text) else regions


def _reached(pick: Pick) -> Pick:
    """A pick without what is only aimed at, where what was reached is asked for."""
    fits = tuple(fit for fit in pick.fits if any(fact.kind != "target" for fact in fit.facts))
    return pick if len(fits) == len(pick.fits) else replace(pick, fits=fits, partly=True)


def _said(matter: Matter, text: str, body: str) -> str:
    """The stretch of the question that a matter was read from, names of bodies in it."""
    first = body.find(matter.said[:4].strip("，"))
    return text[first : first + len(matter.said) + BESIDE] if first >= 0 else text
