"""A condition's words and a profile -> met, not met, or not known."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from facts.days import DAY, days_in, later, moment_in, number
from facts.profile import Profile, Told, in_ten_thousands, load_gauges, unit_class
from facts.quantities import Quantity, find_quantities
from facts.terms import LEXICON
from facts.traits import CLAUSE, Said, load_traits, plain, said_in

Verdict = Literal["met", "not_met", "unknown"]
LENGTH = re.compile(
    r"(?P<noun>[^，。；、且并]{0,12}?)(?P<how>满|不超过|未满|不足|不满|超过|达到|在)?(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?P<unit>年|个月)(?P<side>以上|及以上|以内|之内|内|以下)?(?!\d|期)"
)
AGE_NOUN = re.compile(r"成立|注册|设立|创办|创立")
ABSENT = re.compile(r"(?:没有|无|未(?:发生|开展|有)?)[^，。；]{0,3}?(?P<noun>研发[^，。；的]{0,4})")
BETWEEN = re.compile(rf"{DAY.pattern}(?:起)?(?:至|到|-|—){DAY.pattern}")
SINCE = re.compile(rf"{DAY.pattern}(?:及)?(?:以后|之后|后|起|以来)")
AT_MOST = ("不超过", "以下")
ABOVE = ("超过",)
EITHER = re.compile(r"或者|或|之一|任一|任意")
FILLER = re.compile(r"[的了对向为按且并和与或在以及、，。；;,.\s（）()“”\"·|每个家企业获得取得完成新]")
ENOUGH = 0.6  # share of a condition's pairs of characters that one thing told must hold
PAST = re.compile(r"近$|过去$|连续$|最近$")
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
        body = plain(words)
        body = GIVER.sub("", body)
        found = [*self._lengths(body), *self._amounts(body), *self._moments(body, plain(subject)), *self._traits(body)]
        found = found or list(self._standing(body))
        if not found:
            return self._told(body)
        if EITHER.search(body) and len(found) > 1:
            return "met" if "met" in found else "unknown" if "unknown" in found else "not_met"
        return "not_met" if "not_met" in found else "unknown" if "unknown" in found else "met"

    def _lengths(self, body: str) -> Iterator[Verdict]:
        """How long ago something was: 登记注册满一年, 成立时间不超过3年, 缴纳社会保险满6个月."""
        for match in LENGTH.finditer(body):
            count = number(match["count"])
            if count is None or not (match["how"] or match["side"]) or PAST.search(match["noun"]):
                continue
            most = match["how"] in ("不超过", "未满", "不足", "不满", "在") or match["side"] in ("以内", "之内", "内", "以下")
            months = count * (12 if match["unit"] == "年" else 1)
            if AGE_NOUN.search(match["noun"]):
                if not self.profile.founded:
                    yield "unknown"
                    continue
                reached = later(self.profile.founded, months=months) <= self.profile.today
                yield "met" if reached != most else "not_met"
            else:
                around = match["noun"] + body[match.end() : match.end() + 6]
                yield self._compared(self._like(around, "月"), Decimal(months), "不超过" if most else "不低于")

    def _amounts(self, body: str) -> Iterator[Verdict]:
        """Thresholds: 研发费用500万元以上, 从业人数不超过50人; and what there must be none of."""
        for match in ABSENT.finditer(body):
            told = self._gauge(match["noun"], "元")
            yield "unknown" if told is None else "met" if told.value == 0 else "not_met"
        for quantity in find_quantities(body, 0, len(body)):
            unit = unit_class(quantity.unit)
            if unit in ("个", "年", "次") or body[quantity.end : quantity.end + 1] == "月":
                continue
            noun = re.split(r"[，。；、且并]", body[: quantity.start])[-1]
            noun = re.sub(r"(?:达到?|不低于|不少于|超过|高于|不超过|以上|及|大于|至少|为|在|\s)+$", "", noun) or body[: quantity.start]
            told = self._gauge(noun, unit) or self._like(noun, unit)
            yield self._compared(told, in_ten_thousands(quantity.value, quantity.unit), _comparator(quantity))

    def _moments(self, body: str, subject: str) -> Iterator[Verdict]:
        """Days between or since which something was done."""
        for pattern, wants in ((BETWEEN, 2), (SINCE, 1)):
            match = pattern.search(body)
            if match:
                limits = days_in(match.group())
                if len(limits) == wants:
                    yield self._done(limits, body[: match.start()] + body[match.end() :], subject)
                return

    def _done(self, limits: list[date], words: str, subject: str) -> Verdict:
        traits = {said.id for said in said_in(subject)}
        grades = {grade for said in said_in(subject) for grade in said.grades}
        for match in CLAUSE.finditer(self.profile.text):
            when = moment_in(match.group(), self.profile.today)
            about = [said for said in said_in(match.group()) if said.id in traits and (not grades or grades & set(said.grades))]
            said_so = overlap(_undated(match.group()), subject or words) >= ENOUGH
            if when and (about or (not about and said_so)):
                last = limits[1] if len(limits) > 1 else date.max
                latest = date(when.year, 12, 31) if (when.month, when.day) == (1, 1) else when  # a year alone: any day of it
                return "met" if limits[0] <= latest and when <= last else "not_met"
        return "unknown"

    def _traits(self, body: str) -> Iterator[Verdict]:
        """What the applicant must be or have."""
        lexicon = load_traits()
        said = said_in(body)
        bodies = [item for item in said if lexicon.traits[item.id].entity]
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
        told = [said for said in self.profile.traits if said.id == asked.id]
        if not told:
            if lexicon.traits[asked.id].entity or (asked.id == "moved_in" and self.profile.founded):
                return "not_met" if asked.holds else "met"
            for term, meaning in self.definitions.items():
                if lexicon.traits[asked.id].words.search(plain(term)):
                    return self.verdict(meaning)
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
        first = min((at for pair in _pairs(body) if (at := clause.find(pair)) >= 0), default=0)
        return "not_met" if load_traits().denied_before.search(clause[:first]) else "met"

    def _gauge(self, noun: str, unit: str) -> Told | None:
        gauge = next((item for item in load_gauges() if item.unit == unit and item.words.search(noun)), None)
        return self.profile.gauge(gauge.words, unit) if gauge else None

    def _like(self, noun: str, unit: str) -> Told | None:
        """The quantity told whose words are most like a noun, None where none is."""
        scored = [(overlap(item.words, noun), item) for item in self.profile.told if unit_class(item.unit) == unit]
        score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return best if score >= ENOUGH / 2 else None

    def quantity(self, words: str, unit: str = "元") -> Told | None:
        """Return the quantity told that some words of a text name, such as the base of a rate."""
        body = plain(words)
        return self._gauge(body, unit) or self._like(body, unit)

    def _compared(self, told: Told | None, limit: Decimal, comparator: str) -> Verdict:
        if told is None:
            return "unknown"
        if comparator in AT_MOST:
            return "met" if told.value <= limit else "not_met"
        if comparator in ABOVE:
            return "met" if told.value > limit else "not_met"
        return "met" if told.value >= limit else "not_met"


def _undated(clause: str) -> str:
    return re.sub(r"[\d年月日]|今|去年", "", clause)


def _comparator(quantity: Quantity) -> str:
    return quantity.comparator or "不低于"


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


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    return dict(tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))["short"])


@lru_cache(maxsize=8192)
def _pairs(words: str) -> frozenset[str]:
    for short, full in _short_forms().items():
        words = words.replace(short, full)
    body = FILLER.sub("", words)
    return frozenset(body[place : place + 2] for place in range(len(body) - 1))


def overlap(words: str, other: str) -> float:
    """Return the share of the pairs of characters of some words that others hold, little words left out."""
    mine = _pairs(words)
    return len(mine & _pairs(other)) / len(mine) if mine else 0.0
