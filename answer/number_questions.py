"""A question about figures -> its answer from facts, or None where it is not sure what is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from answer.answer import MAX_ANSWER, MAX_FACT
from answer.draft import Draft
from answer.evidence import Evidence
from answer.numbers_many import tell_many
from answer.numbers_one import tell_one
from answer.quantity import decimal
from answer.refuse import ACTUAL
from answer.series import LONGEST_WORDS, Series, gather_series
from answer.telling import Teller
from facts.fact import Fact
from facts.indicators import load_indicators
from facts.regions import Gazetteer
from facts.terms import load_synonyms
from index.embedder import Embedder
from index.store import PassageIndex
from retriever.linking import CLEARLY, LOCAL, MONEY, NEAR_ENOUGH, IndicatorNames, Link
from retriever.retrieve import Retrieval
from retriever.slots import Operation, Slots, read_slots

HOW = re.compile(r"怎么(?!排|变|样)|如何(?!排|变)|提法|措施|办法|how (?:do|does|can|to) ", re.I)
SEVERAL: tuple[Operation, ...] = (
    "compare",
    "rank",
    "difference",
    "change",
    "growth",
    "average_annual",
    "multiple",
    "share",
    "sum",
    "timeline",
)
READ = 3  # pieces of evidence that must speak of an indicator which is not named


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """An answer from facts: its text, the facts it used, what was computed from them."""

    draft: Draft
    facts: tuple[Fact, ...]
    computed: tuple[dict[str, Any], ...]


class NumberQuestions:
    """Answers questions about figures from the facts of an index."""

    def __init__(self, index: PassageIndex, facts: Sequence[Fact], embedder: Embedder, gazetteer: Gazetteer) -> None:
        self._index = index
        self._facts = tuple(facts)
        self._gazetteer = gazetteer
        self._names = IndicatorNames(called(facts), index.texts.values(), embedder)
        self._tabled = frozenset(fact.indicator for fact in facts if fact.origin == "table" and len(fact.value) <= LONGEST_WORDS)
        self._by_passage: dict[str, list[Fact]] = {}
        for fact in facts:
            self._by_passage.setdefault(fact.passage_id, []).append(fact)

    def answer(self, retrieval: Retrieval, history: Sequence[str], evidence: Sequence[Evidence]) -> NumberAnswer | None:
        """Return the answer, or None where the facts do not surely give it."""
        slots = read_slots(retrieval.question, history, self._gazetteer)
        if not retrieval.question.wants_number and slots.operations == {"lookup"}:
            return None
        ids = self._indicators(slots, retrieval, evidence)
        if not ids:
            return None
        regions = slots.regions or (retrieval.regions if retrieval.question.everywhere else ())
        return self._told(ids, regions, slots)

    def _told(self, ids: tuple[str, ...], regions: tuple[str, ...], slots: Slots) -> NumberAnswer | None:
        top = self._gazetteer.top_region()
        asked = regions or ((top,) if top else tuple(dict.fromkeys(info.region for info in self._index.documents if info.region)))
        series = gather_series(self._facts, ids, asked)
        if not series:
            return None
        teller = Teller(self._index, MAX_FACT if len(asked) == 1 and slots.operations == {"lookup"} else MAX_ANSWER)
        if len(asked) == 1:
            done = all(tell_one(teller, one, slots) for one in series)
        else:
            done = self._compare(teller, series, asked, slots)
        if not done or not teller.draft.citations:
            return None
        return NumberAnswer(teller.draft, tuple(teller.facts), tuple(teller.computed))

    def _compare(self, teller: Teller, series: Sequence[Series], asked: Sequence[str], slots: Slots) -> bool:
        chosen: list[tuple[Series, Fact]] = []
        for region in asked:
            own = [one for one in series if one.region == region]
            fact = next((fact for one in own if (fact := self._figure(one, slots, series))), None)
            if fact:
                chosen.append((next(one for one in own if fact in one.facts), fact))
        missing = [region for region in asked if region not in {one.region for one, _ in chosen}]
        if not chosen or (len(chosen) == 1 and slots.asks("sum", "share", "multiple", "difference")):
            return False
        return tell_many(teller, chosen, slots, missing, self._gazetteer.top_region())

    def _figure(self, series: Series, slots: Slots, others: Sequence[Series]) -> Fact | None:
        """The fact of a series that is compared: of the year asked for, else of the year that most plans set targets for."""
        own = dict(slots.aims)
        if series.region in own:
            year = own[series.region]
        elif slots.years:
            year = slots.years[-1] if len(slots.years) == 1 or slots.over_time else slots.years[0]
        else:
            targets = [fact.year for one in others for fact in one.facts if fact.kind == "target" and fact.year]
            year = max(sorted(set(targets)), key=targets.count, default=0)
        found = series.values(year)
        return next((fact for fact in found if decimal(fact.value) is not None), found[0] if found else None)

    def _indicators(self, slots: Slots, retrieval: Retrieval, evidence: Sequence[Evidence]) -> tuple[str, ...]:
        """The indicators asked for; none where the words may mean something narrower or something else."""
        link = self._names.link(slots.text, retrieval.question.places)
        if not link.mentions and not link.rest and slots.earlier:
            link = self._names.link(slots.earlier[-1], self._gazetteer.places(slots.earlier[-1]))
        if (
            link.narrowed
            or LOCAL.search(link.rest)
            or HOW.search(slots.text)
            or (slots.asked_values > 1 and link.rest and not slots.asks(*SEVERAL))
        ):
            return ()
        if link.mentions:
            ids = tuple(one for one in link.ids if slots.operations != {"lookup"} or one in load_indicators() or one in self._tabled)
            return ids if self._surely(link) else ()
        return () if slots.english else self._paraphrased(link, slots, evidence)

    def _surely(self, link: Link) -> bool:
        return len(link.mentions) == 1 or len({mention.ids for mention in link.mentions}) == 1

    def _paraphrased(self, link: Link, slots: Slots, evidence: Sequence[Evidence]) -> tuple[str, ...]:
        """An indicator that is described in other words: the nearest name, where the best evidence is of it too."""
        near = self._names.nearest(" ".join([link.rest, *load_synonyms().expand(slots.text)]))
        spoken = {fact.indicator for item in evidence[:READ] for fact in self._by_passage.get(item.passage.passage_id, ())}
        if not near or (near[0][0] not in load_indicators() and near[0][0] not in self._tabled and slots.operations == {"lookup"}):
            return ()
        if near[0][1] >= NEAR_ENOUGH and near[0][0] in spoken and (len(near) == 1 or near[0][1] - near[1][1] >= CLEARLY):
            return (near[0][0],)
        return ()


def called(facts: Sequence[Fact]) -> dict[str, list[str]]:
    """Return the names of the indicators that the facts are of: those of the lexicon, then as documents write them."""
    names = {one: list(indicator.aliases) for one, indicator in load_indicators().items()}
    for fact in facts:
        names.setdefault(fact.indicator, []).append(fact.name)
    return names


def may_answer(text: str) -> bool:
    """Tell whether figures of a plan may answer although no sentence was found to: not for results or sums of money to be had.

    >>> may_answer("每万个上班的人里搞研发的各多少"), may_answer("2025年高企实际达到多少"), may_answer("高企奖多少")
    (True, False, False)
    """
    return not (ACTUAL.search(text) or MONEY.search(text))


def merged(answers: Sequence[NumberAnswer]) -> tuple[tuple[dict[str, Any], ...], tuple[dict[str, Any], ...]]:
    """Return the facts and computations of several answers as plain types, each computation pointing at its facts."""
    facts: list[Fact] = []
    computed: list[dict[str, Any]] = []
    for answer in answers:
        facts.extend(fact for fact in answer.facts if fact not in facts)
        for one in answer.computed:
            computed.append({**one, "from": [facts.index(answer.facts[place]) for place in one["from"]]})
    return tuple(fact.as_dict() for fact in facts), tuple(computed)
