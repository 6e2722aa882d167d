"""Figures of parks, institutes and other parts of a region -> one body's, or several bodies' side by side."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from answer.body_columns import Column, whole_table
from answer.numbers_change import end_points, tell_change
from answer.numbers_columns import column_meant
from answer.numbers_districts import DISTRICTS, districts_named, listed_together, town_stems, without_towns
from answer.numbers_many import tell_many
from answer.numbers_one import CHANGES, tell_values, years_told
from answer.numbers_wholes import tell_against_whole, tell_share_of_whole
from answer.quantity import decimal
from answer.series import Series, gather_series
from answer.telling import Teller
from facts.fact import Fact
from facts.jurisdictions import PART
from facts.listed_facts import TOTAL
from retriever.abbreviations import Abbreviations
from retriever.linking import LOCAL
from retriever.question import Question
from retriever.rest import plain_rest, spoken
from retriever.slots import Slots

SHORTEST = 4  # characters of a part's name that stands in a question
ONLY_STATED = "以下只比较资料中写明这项数据的。"
FEWEST = 3  # bodies of a kind that are ranked
ALIKE = (("研究院", "研究中心", "研究所"), ("园区", "产业园", "工业园", "科技园", "创业园"))  # kinds that people call by one name
WIDE = ("园区", "产业园")
PLATFORM = re.compile(r"(?:创新|科创|研发|科研)?(?:平台|载体|机构)")  # what institutes of every kind are called together
INSTITUTES = ("研究院", "研究中心", "研究所", "实验室")
ADDED = re.compile(r"新增|净增")  # is a change by itself
LEFT_OUT = re.compile(r"不算|不含|不计|除了|除去|以外")
SPACE = re.compile(r"[\s（()）]")


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """Tells figures that are of a part of a region only.

    Attributes:
        facts: all facts.
        short: the names of the parts that they are of, found in short as well.
        named: words and the question -> the indicators that they name, each as the ids it may be; none where that is not plain.
    """

    facts: Sequence[Fact]
    short: Abbreviations
    named: Callable[[str, Question], tuple[tuple[str, ...], ...]]

    def scopes(self, question: Question, text: str, regions: Sequence[str]) -> tuple[str, ...]:
        """Return the parts that a question names, as the facts write them."""
        if districts := districts_named(text, self.facts, regions):
            return districts
        every = dict.fromkeys(fact.scope for fact in self.facts if fact.scope)
        plain = [SPACE.sub("", body.name) for body in question.bodies]
        found = [scope for body in plain for scope in every if body in SPACE.sub("", scope)]
        if found:
            return tuple(dict.fromkeys(found)) if len(found) == len(plain) else ()
        if len(short := tuple(dict.fromkeys(one.name for one in self.short.find(text)))) > 1:
            return short
        own = {fact.scope for fact in self.facts if fact.region in regions and len(fact.scope) >= SHORTEST}
        longest = max((scope for scope in own if spoken(scope) in spoken(text)), key=lambda scope: (len(scope), scope), default="")
        begun = self.short.begun(spoken(text))
        return (longest,) if longest and (len(question.years) < 2 or longest not in begun) else begun

    def of_kind(self, text: str, slots: Slots, regions: Sequence[str]) -> tuple[str, ...]:
        """Return all parts of the kind that a question ranks without naming one: 哪个研究院, 哪个小镇."""
        kind = max(LOCAL.finditer(text), key=lambda match: len(match.group()), default=None)
        if not slots.asks("rank", "sum") or len(regions) != 1 or LEFT_OUT.search(text):
            return ()
        if DISTRICTS.search(text) and (listed := listed_together(self.facts, regions[0], lambda scope: bool(PART.fullmatch(scope)))):
            return listed
        if not kind and not PLATFORM.search(text):
            return ()
        alike = next((group for group in ALIKE if kind.group() in group), (kind.group(),)) if kind else INSTITUTES
        found = dict.fromkeys(fact.scope for fact in self.facts if fact.region == regions[0] and any(one in fact.scope for one in alike))
        if len(found) >= FEWEST:
            return tuple(found)
        return listed_together(
            self.facts, regions[0], lambda scope: scope in found or (kind is not None and kind.group() in WIDE and scope.endswith("园"))
        )

    def tell(self, teller: Teller, scopes: Sequence[str], slots: Slots, question: Question) -> bool:
        """Tell the figure of one part, or of several one under the other with their order; say whether anything was told."""
        text = slots.text
        said = (*(body.said for body in question.bodies), *(one.said for one in self.short.find(text)), *scopes, *town_stems(scopes))
        for words in sorted(said, key=len, reverse=True):
            text = text.replace(words, "")
        named = self.named(LOCAL.sub("", DISTRICTS.sub("", text)) if not question.bodies and len(scopes) > 1 else text, question)
        named = named or column_meant(text, scopes, self.facts)
        if not named and slots.earlier and not plain_rest(text, question.places):  # 那某镇呢
            named = self.named(without_towns(slots.earlier[-1], self.facts), question)
        if len(scopes) == 1:
            plain = slots.operations <= {"lookup", "baseline"} and slots.asked_values <= max(1, len(named))
            plain = plain or (slots.operations <= {"change", "lookup"} and all(ADDED.match(one) for ids in named for one in ids))
            return self._tell_each(teller, scopes[0], named, slots) if plain else self._tell_computed(teller, scopes[0], named, slots)
        found = [(scope, one) for scope in scopes for one in self._series(scope, named[0])] if len(named) == 1 else []
        if slots.asked_values > 1 or not found or len({scope for scope, _ in found}) != len(found):
            return False
        years = tuple(dict.fromkeys(year for _, one in found for year in (years_told(one, slots) or one.years)[-1:]))
        figures = [
            (scope, one, _figure(one, (*slots.years[:1], *years)) or (None if slots.years else _undated(one))) for scope, one in found
        ]
        chosen = [(replace(one, region=scope), fact) for scope, one, fact in figures if fact]
        if not chosen or (len(chosen) < len(scopes) and not set(scopes) <= set(self.short.begun(spoken(slots.text)))):
            return False
        if len({fact.year for _, fact in chosen}) > 1:
            return all(tell_values(teller, one, (fact.year,), slots) for one, fact in chosen if fact.year)
        if slots.asks("rank") and not question.bodies:
            column = whole_table(Column("", tuple(fact for _, fact in chosen)), self.facts, teller.index)
            chosen += [(Series(fact.scope, fact.indicator, fact.scope, (fact,)), fact) for fact in column.facts[len(chosen) :]]
        if not question.bodies and len(chosen) > 1:
            teller.draft.say(ONLY_STATED)  # others of the kind may have none
        return tell_many(teller, chosen, slots, [], "")

    def lacking_year(self, teller: Teller, scope: str, slots: Slots, question: Question) -> str:
        """Tell the years that one part has a figure of where it has none of the one asked for; return what it lacks, "" for nothing."""
        named = self.named(slots.text.replace(scope, ""), question)
        found = self._series(scope, named[0]) if len(named) == 1 and len(slots.years) == 1 else []
        years = found[0].years if len(found) == 1 else ()
        if not years or slots.years[0] in years or any(fact.origin != "table" for fact in found[0].facts):
            return ""
        lacking = f"资料没有写明{scope}{slots.years[0]}年的这项数据。"
        teller.draft.say(lacking)
        return lacking if all(tell_values(teller, found[0], (year,), slots) for year in years) else ""

    def _tell_each(self, teller: Teller, scope: str, named: Sequence[Sequence[str]], slots: Slots) -> bool:
        """Tell the figure of each indicator that is named of one part."""
        found = [series[0] for ids in named if (series := self._series(scope, ids))]
        told = [tell_values(teller, one, years, slots) for one in found if (years := years_told(one, slots))]
        return bool(told) and len(told) == len(named) and all(told)

    def _tell_computed(self, teller: Teller, scope: str, named: Sequence[Sequence[str]], slots: Slots) -> bool:
        """Tell how one indicator of one part changes, what share of its whole it is, or how far from the whole's."""
        found = self._series(scope, named[0]) if len(named) == 1 else []
        if len({one.indicator for one in found}) != 1:
            return False
        region = found[0].region
        wholes = [one for whole in ("", TOTAL) for one in gather_series(self.facts, [found[0].indicator], [region], whole)]
        if slots.asks("share"):
            return bool(wholes) and tell_share_of_whole(teller, found[0], wholes[0], slots)
        if wholes and slots.asks("difference", "multiple", "rank") and tell_against_whole(teller, found[0], wholes[0], slots):
            return True
        if not slots.asks(*CHANGES) or not (pair := end_points(found[0], slots)):
            return False
        return tell_change(teller, replace(found[0], region=scope), pair, slots)

    def _series(self, scope: str, ids: Sequence[str]) -> list[Series]:
        own = [fact for fact in self.facts if fact.scope == scope]
        return gather_series(own, ids, [own[0].region], scope)


def _figure(series: Series, years: Sequence[int]) -> Fact | None:
    found = [fact for year in years for fact in series.values(year) if decimal(fact.value) is not None]
    return found[0] if found else None


def _undated(series: Series) -> Fact | None:
    """The figure that a part has without a year: its area, what is invested in it."""
    return next((fact for fact in series.facts if fact.year is None and decimal(fact.value) is not None), None)
