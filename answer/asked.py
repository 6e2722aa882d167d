"""Question -> the indicators surely asked for, and the years meant by the plans it speaks of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answer.evidence import Evidence
from answer.interrogatives import COUNTERS
from answer.series import LONGEST_WORDS, is_level
from facts.fact import Fact
from facts.indicators import folded, load_indicators
from facts.regions import Gazetteer, stem_of
from facts.terms import load_synonyms
from index.catalog import DocumentInfo
from index.embedder import Embedder
from index.lexical import is_noun, word_spans
from retriever.linking import CLEARLY, LOCAL, NEAR_ENOUGH, IndicatorNames, Link
from retriever.names import named_documents, title_marks
from retriever.operations import Operation
from retriever.plans import plan_named, plans_told_apart
from retriever.question import Question
from retriever.slots import Slots
from retriever.years import years_named

HOW = re.compile(r"怎么(?!排|变|样|回事)|如何(?!排|变)|提法|措施|办法|how (?:can|to) ", re.I)
REQUIRED = re.compile(r"多少.*(?:怎么|如何)(?:要求|规定|定)")  # a figure, and what is required of it later
SEVERAL: tuple[Operation, ...] = ("rank", "difference", "change", "growth", "average_annual", "multiple", "share", "sum", "timeline")
CALCULATED: tuple[Operation, ...] = ("change", "growth", "average_annual", "multiple", "share", "sum")
PLAN_OF = re.compile(r"((?:19|20)\d{2})\s*年?的?(?:那[份个]|这[份个]|版)?的?(?:实施)?(?:方案|规划|计划|文件|plan)", re.I)
WIDER_AVERAGE = re.compile(r"(?:全省|全国|省里|国家)的?平均")  # which no facts hold
SHARE_TOO = re.compile(r"(?:多少|几)[家个名项人][^？?]*占比(?:是|为)?(?:多少|几)")  # a count and a share of it
WHOLE_PERIOD = re.compile(r"(?P<years>[三五])年(?!前|后)")  # 三年要提高几个点, of a plan of three years
LENGTHS = {"三": 3, "五": 5}
CHANGED: tuple[Operation, ...] = ("change", "growth", "average_annual", "multiple")
REVENUE = re.compile(r"(?:主营)?营业(?:总)?收入")  # 营收, as people say it
COUNTED = re.compile(r"多少(?!人年|人次|家次|个?百分点)(?:[万亿]?[个家项名人件条位篇元])?(?P<thing>[\u4e00-\u9fff]{2})")
EACH = re.compile(r"各(?:是|为|要|定|有)?到?(?:多少|几|定|哪)|分别(?:是|为|要|有)?(?:多少|几)")
WITHIN = re.compile(r"[\u4e00-\u9fff]{2}(?<![市区县省全国手这那])(?:里|当中|之中)")  # a part of something named: 母基金里市级出的
SHORT_REST = 3
SHORT_WORD = 2  # characters of a name that is one word
SET_APART: tuple[Operation, ...] = ("difference", "rank", "compare", "multiple")
MEASURED = frozenset(f"{COUNTERS}元钱万亿倍")  # what an indicator may be counted in
MOST_INDICATORS = 4
READ = 3  # pieces of evidence that must speak of an indicator which is not named


class AskedIndicators:
    """Links questions to the indicators of the facts."""

    def __init__(self, facts: Sequence[Fact], texts: Mapping[str, str], embedder: Embedder, gazetteer: Gazetteer) -> None:
        self.names = IndicatorNames(called(facts), texts.values(), embedder)
        self._known = {
            *load_indicators(),
            *(fact.indicator for fact in facts if fact.origin == "table" and len(fact.value) <= LONGEST_WORDS),
        }
        self._gazetteer = gazetteer
        self._by_passage: dict[str, list[Fact]] = {}
        for fact in facts:
            self._by_passage.setdefault(fact.passage_id, []).append(fact)

    def indicators(self, slots: Slots, question: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
        """Return the ids asked for; none where the words may mean something narrower or something else."""
        link, said = self.names.link(slots.text, question.places), slots
        if not link.mentions and (not link.rest or slots.asks("conflict")):
            for turn in reversed(slots.earlier):
                link = self.names.link(turn, self._gazetteer.places(turn))
                if link.mentions:
                    said = replace(slots, text=turn)  # what was asked of it then is asked of it now
                    break
        if not self._is_clear(link, said):
            return ()
        if link.mentions:
            between = len(slots.regions) > 1 or slots.asks(*CALCULATED)
            ids = _but_aliases([one for one in link.ids if between or one in self._known])
            return ids if len({mention.ids for mention in link.mentions}) == 1 else self._several(link, slots)
        return () if slots.english else self._paraphrased(link, slots, evidence)

    def _several(self, link: Link, slots: Slots) -> tuple[str, ...]:
        """Several indicators of one region, each named by a name of its own, with nothing else in the question."""
        ids = link.ids
        plain = all(len(mention.ids) == 1 for mention in link.mentions) and not link.rest
        return ids if plain and len(slots.regions) < 2 and len(ids) <= MOST_INDICATORS and all(one in self._known for one in ids) else ()

    def is_bare(self, slots: Slots, question: Question) -> bool:
        """Tell whether a question is nothing but places and the name of one indicator."""
        link = self.names.link(slots.text, question.places)
        return len(link.mentions) == 1 and not link.rest and not link.narrowed and not slots.earlier

    def named(self, text: str, question: Question) -> tuple[tuple[str, ...], ...]:
        """Return the indicators that words name, each as the ids it may be; none where something narrower is meant, or more is said."""
        link = self.names.link(text, question.places)
        found = tuple(dict.fromkeys(mention.ids for mention in link.mentions))
        return () if link.narrowed or (len(found) > 1 and link.rest) else found

    def _is_clear(self, link: Link, slots: Slots) -> bool:
        """Tell whether nothing in the question speaks of a part, of one body, of measures, or of several matters."""
        several = slots.asked_values > 1 and link.rest and not slots.asks(*SEVERAL)
        several = several or (
            bool(EACH.search(slots.text)) and len(link.mentions) == 1 and len(link.rest) > SHORT_REST and self._one(slots)
        )
        counted = COUNTED.search(slots.text)  # 少交了多少所得税: of that, not of the indicator named on the way
        if counted and any(piece.startswith(counted["thing"]) and self.names.written(piece) for piece in link.rest.split()):
            return False
        if (
            _counts_a_noun(slots.text, link)
            or WIDER_AVERAGE.search(slots.text)
            or (SHARE_TOO.search(slots.text) and len(link.mentions) < 2)
        ):
            return False
        return not (link.narrowed or LOCAL.search(link.rest) or (HOW.search(slots.text) and not REQUIRED.search(slots.text)) or several)

    def _one(self, slots: Slots) -> bool:
        """Tell whether there are neither two places nor two years that 各 can be of."""
        return len(slots.regions) < 2 and len(slots.years) < 2 and not slots.asks(*SEVERAL, "baseline")

    def _paraphrased(self, link: Link, slots: Slots, evidence: Sequence[Evidence]) -> tuple[str, ...]:
        """An indicator that is described in other words: the nearest name, where the best evidence is of it too."""
        if WITHIN.search(link.rest):
            return ()
        near = self.names.nearest(" ".join([link.rest, *load_synonyms().expand(slots.text)]))
        spoken = {fact.indicator for item in evidence[:READ] for fact in self._by_passage.get(item.passage.passage_id, ())}
        if not near or (near[0][0] not in self._known and not slots.asks(*CALCULATED)):
            return ()
        if near[0][1] >= NEAR_ENOUGH and near[0][0] in spoken and (len(near) == 1 or near[0][1] - near[1][1] >= CLEARLY):
            return (near[0][0],)
        return ()


def _but_aliases(ids: Sequence[str]) -> tuple[str, ...]:
    """Ids without those that are but another name of one of the lexicon among them, of figures that a sentence calls so (新认定…500家)."""
    names = {folded(alias) for one in ids if one in load_indicators() for alias in load_indicators()[one].aliases}
    return tuple(one for one in ids if one in load_indicators() or folded(one) not in names)


def _counts_a_noun(text: str, link: Link) -> bool:
    """Tell whether 多少 stands before a noun of one character (减了多少税), which is counted instead of the indicator named on the way."""
    spans = word_spans(text)
    behind = (after for before, after in zip(spans, spans[1:], strict=False) if before[0] == "多少")
    return any(
        end - start == 1
        and word not in MEASURED
        and is_noun(word, listed=True)
        and not any(one.start <= start < one.end for one in link.mentions)
        for word, start, end in behind
    )


def called(facts: Sequence[Fact]) -> dict[str, list[str]]:
    """Return the names of the indicators that the facts are of: those of the lexicon, then as documents write them."""
    names = {one: list(indicator.aliases) for one, indicator in load_indicators().items()}
    for fact in filter(is_level, facts):
        own = fact.name.removeprefix(fact.scope)
        if fact.origin != "table" and len(own) <= SHORT_WORD and not is_noun(own):
            continue  # 支持6970万元: what is done
        names.setdefault(fact.indicator, []).extend((fact.name, own, REVENUE.sub("营收", own)))
    return names


def with_named_plan(slots: Slots, documents: Sequence[DocumentInfo]) -> Slots:
    """Return the slots with the region of a plan that the question sets against the figure of one other place, each with its year.

    Args:
        slots: as read from the words.
        documents: the catalog.
    """
    if len(slots.regions) > 1:
        return _with_own_plans(slots, documents)
    plans = [info for info in named_documents(slots.text, documents) if info.region and info.region not in slots.regions and info.years]
    if len(slots.regions) != 1 or len(plans) != 1 or len(slots.years) > 1 or not slots.asks(*SET_APART):
        return slots
    plan = plans[0]
    ends = [info.years[1] for info in documents if info.region == slots.regions[0] and info.years]
    own = slots.years or tuple(ends[:1])
    first = slots.text.find(stem_of(slots.regions[0])) < min(slots.text.find(mark) for mark in title_marks(plan) if mark in slots.text)
    pairs = [(slots.regions[0], own[0]), (plan.region, plan.years[1])] if own and plan.years else []
    ordered = tuple(pairs if first else pairs[::-1])
    return replace(slots, regions=tuple(region for region, _ in ordered), aims=ordered) if ordered else slots


def _with_own_plans(slots: Slots, documents: Sequence[DocumentInfo]) -> Slots:
    """Return the slots with a year for each of several places, where one of them is named with the plan that is meant (甲市新方案里的)."""
    at = sorted((place, region) for region in slots.regions if (place := slots.text.find(stem_of(region))) >= 0)
    if slots.aims or len(at) < len(slots.regions):
        return slots
    ends = [*(place for place, _ in at[1:]), len(slots.text)]
    aims, named = [], False
    for (start, region), end in zip(at, ends, strict=True):
        own, said = [info for info in documents if info.region == region and info.years], slots.text[start:end]
        plan = plan_named(said, own)
        year = next(
            iter([plan.years[1]] if plan and plan.years else years_named(said) or [info.years[1] for info in own if info.years]), None
        )
        if year is None or (len(own) > 1 and not plan):
            return slots
        named |= plan is not None
        aims.append((region, year))
    return replace(slots, aims=tuple(aims)) if named else slots


def with_plan_years(slots: Slots, regions: Sequence[str], documents: Sequence[DocumentInfo]) -> Slots:
    """Return the slots with the last years of the plans that the question names instead of years.

    Args:
        slots: as read from the words.
        regions: regions of the corpus that are meant.
        documents: the catalog.
    """
    own = [info for info in documents if info.years and info.region in regions]
    ends = tuple(sorted({info.years[1] for info in own if info.years}))
    bounds = {year for info in own for year in info.years or ()}
    if len(regions) == 1 and len(ends) > 1 and bounds.issuperset(slots.years) and plans_told_apart(slots.text, own):
        return replace(slots, years=ends, since=None)
    years = list(slots.years)
    if not years and (whole := WHOLE_PERIOD.search(slots.text)) and slots.asks(*CHANGED):
        long = {info.years for info in own if info.years and LENGTHS[whole["years"]] == info.years[1] - info.years[0] + 1}
        years = [last for _, last in long] if len(long) == 1 else []  # a notice beside the plan runs for other years
    for found in PLAN_OF.finditer(slots.text):
        starts = [info.years[1] for info in own if info.years and info.years[0] == int(found.group(1))]
        years = [starts[0] if starts and year == int(found.group(1)) else year for year in years]
    named = named_documents(slots.text, own)
    if not years and named:
        years = [info.years[1] for info in named if info.years]
    return replace(slots, years=tuple(dict.fromkeys(years)))
