"""A condition's words and a profile -> met, not met, or not known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facts.likeness import overlap, pairs
from facts.numerals import arabic
from facts.profile import Profile
from facts.thresholds import ENOUGH, Verdict, amounts, lengths, moments
from facts.traits import CLAUSE, Said, load_traits, plain, said_in

ALSO = {"graduate": ("master", "doctor"), "specialised": ()}
DEGREES = ("doctor", "master")
WHO = re.compile(r"(?:企业|单位|人员|机构|个人|人才|空间|主体|经营户)(?:，[^，]*除外)?$")  # a definition of somebody, not of a quantity
EITHER = re.compile(r"或者|或|之一|任一|任意")
FIELDS = re.compile(r"(?:等)?(?:[一二三四五六七八九十\d]大)?(?:重点)?(?:领域|产业|行业)$")
LISTED = re.compile(r"、|以及|或者?|和|及")
SERVED = re.compile(r"为[^，。；]{2,16}?(?:提供|开展|引进|培育)")
DENIED = re.compile(r"(?:没有?|未|不)(?:做过?|开展|用过?|办过?|搞|进)(?P<term>[\u4e00-\u9fff]{3,10})$")
NAMED = re.compile(r"(?:(?:国家|省|市|区|县)级(?:、|和|及|或)?)+(?P<noun>[\u4e00-\u9fff]{4,10}?)(?=所属|的|企业$|$)")
GIVER = re.compile(r"^[^，。；]{2,12}?(?:银行|机构|公司)向")
RANKS = {"国家级": 4, "国际级": 5, "省级": 3, "市级": 2, "区级": 1, "县级": 1}


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges words against one profile; `definitions` are those of the document: term -> its meaning."""

    profile: Profile
    definitions: Mapping[str, str]

    def verdict(self, words: str, subject: str = "") -> Verdict:
        """Return whether the words hold of the profile.

        Args:
            words: a condition, or the grounds of an exclusion.
            subject: what the measure is for, where a condition speaks of the day of a recognition.
        """
        body = arabic(plain(words))
        body = SERVED.sub("", GIVER.sub("", body)).replace("周岁", "岁")
        if self._denied(body):
            return "not_met"
        parts = LISTED.split(body)
        if len(parts) > 1 and not re.search(r"\d|且|并", body) and all(said_in(part) for part in parts):
            verdicts = [self.verdict(part) for part in parts]
            return "met" if "met" in verdicts else "unknown" if "unknown" in verdicts else "not_met"
        if FIELDS.search(body) and "、" in body:
            return self._field(body)
        defined = [
            Judge(self.profile, {}).verdict(meaning)
            for term, meaning in self.definitions.items()
            if plain(term) in body and WHO.search(meaning)
        ]
        found = [
            *defined,
            *lengths(self.profile, body),
            *amounts(self.profile, body),
            *moments(self.profile, body, plain(subject)),
            *(list(self._traits(body)) or self._named(body)),
        ]
        found = found or list(self._standing(body))
        if not found:
            return self._told(body)
        if EITHER.search(body) and len(found) > 1:
            return "met" if "met" in found else "unknown" if "unknown" in found else "not_met"
        return "not_met" if "not_met" in found else "unknown" if "unknown" in found else "met"

    def _denied(self, body: str) -> bool:
        """Tell whether the profile says in as many words that there is nothing of the kind."""
        terms = (match["term"] for clause in CLAUSE.finditer(self.profile.text) if (match := DENIED.search(clause.group())))
        return any(term in body and not re.search(r"(?:未|没有?|不)[^，。；]{0,8}" + re.escape(term), body) for term in terms)

    def _named(self, body: str) -> Iterator[Verdict]:
        """A recognition that no list knows, with its grades: 国家级、省级工业设计中心."""
        match = NAMED.search(body)
        told = match and next((item.group() for item in CLAUSE.finditer(self.profile.text) if match["noun"] in item.group()), "")
        if not match or not told:
            return
        asked, held = set(re.findall(r"国家级|省级|市级|区级|县级", match.group())), set(re.findall(r"国家级|省级|市级|区级|县级", told))
        yield "unknown" if not held else "met" if asked & held else "not_met"

    def _field(self, body: str) -> Verdict:
        """A list of fields of work: one of them told is enough; none told decides nothing."""
        parts = re.split(r"、|和|与|及", FIELDS.sub("", body))
        return "met" if any(len(part) > 1 and overlap(part, self.profile.text) >= ENOUGH for part in parts) else "unknown"

    def _traits(self, body: str) -> Iterator[Verdict]:
        """What the applicant must be or have."""
        lexicon = load_traits()
        said = said_in(body)
        bodies = [item for item in said if lexicon.traits[item.id].entity]
        degrees = [item for item in said if item.id in DEGREES]
        if len({item.id for item in degrees}) > 1:
            verdicts = [self._trait(item, body) for item in degrees]
            yield "met" if "met" in verdicts else "unknown" if "unknown" in verdicts else "not_met"
            said = tuple(item for item in said if item not in degrees)
        open_to_all = bool(re.search(r"(?:^|[、和与及对向])企业", body))
        for item in said:
            if item in bodies and (open_to_all or len({other.id for other in bodies}) > 1):
                continue
            if item.id not in lexicon.standing:
                yield self._trait(item, body)
            elif (verdict := self._trait(item, body)) != "unknown":
                yield verdict
        if len({other.id for other in bodies}) > 1 and not open_to_all:
            verdicts = [self._trait(item, body) for item in bodies]
            yield "met" if "met" in verdicts else "unknown" if "unknown" in verdicts else "not_met"

    def _standing(self, body: str) -> Iterator[Verdict]:
        """Words of good standing alone: not known where nothing is told."""
        if any(item.id in load_traits().standing for item in said_in(body)):
            yield "unknown"

    def _trait(self, asked: Said, body: str) -> Verdict:
        lexicon = load_traits()
        told = [said for said in self.profile.traits if said.id == asked.id or said.id in ALSO.get(asked.id, ())]
        if not told and asked.id in DEGREES and any(said.id in DEGREES for said in self.profile.traits):
            return "not_met" if asked.holds else "met"
        if not told:
            if lexicon.traits[asked.id].entity or (asked.id == "moved_in" and self.profile.founded):
                return "not_met" if asked.holds else "met"
            for term, meaning in self.definitions.items():
                if lexicon.traits[asked.id].words.search(plain(term)):
                    return Judge(self.profile, {}).verdict(meaning)  # a definition may name its own term
            return "unknown"
        if asked.grades and any(said.grades for said in told):
            told = [said for said in told if said.grades]
        if asked.modifier and any(said.modifier for said in told):
            told = [said for said in told if said.modifier]
        verdicts = [_against(asked, said, body) for said in told]
        best: Verdict = "met" if "met" in verdicts else "unknown" if "unknown" in verdicts else "not_met"
        if asked.holds or best == "unknown":
            return best
        return "not_met" if best == "met" else "met"

    def _told(self, body: str) -> Verdict:
        """Words that no list knows: something told must say the same."""
        best = max((overlap(body, match.group()) for match in CLAUSE.finditer(self.profile.text)), default=0.0)
        if best < ENOUGH:
            return "unknown"
        clause = max((match.group() for match in CLAUSE.finditer(self.profile.text)), key=lambda text: overlap(body, text))
        first = min((at for pair in pairs(body) if (at := clause.find(pair)) >= 0), default=0)
        return "not_met" if load_traits().denied_before.search(clause[:first]) else "met"


def _against(asked: Said, told: Said, body: str) -> Verdict:
    if not told.holds:
        return "not_met"
    if asked.grades:
        if not told.grades:
            return "unknown"
        high = max((RANKS.get(grade, 0) for grade in told.grades), default=0)
        least = min((RANKS.get(grade, 0) for grade in asked.grades), default=0)
        upward = re.search(r"级(?:及)?以上", body) is not None
        if not set(asked.grades) & set(told.grades) and not (upward and high >= least > 0):
            return "not_met"
    if asked.modifier in ("first", "renewed"):
        if not told.modifier:
            return "unknown"
        return "met" if asked.modifier == told.modifier else "not_met"
    return "met"
