"""Question -> the indicators surely asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answer.evidence import Evidence
from answer.interrogatives import COUNTERS
from answer.series import LONGEST_WORDS, is_level
from facts.fact import Fact
from facts.indicators import folded, load_indicators
from facts.regions import Gazetteer
from facts.terms import load_synonyms
from index.embedder import Embedder
from index.lexical import is_noun, word_spans
from retriever.linking import CLEARLY, LOCAL, NEAR_ENOUGH, IndicatorNames, Link
from retriever.operations import Operation
from retriever.question import Question
from retriever.slots import Slots

HOW = re.compile(r"怎么(?!排|变|样|回事|写的?(?:$|[，。？?,]))|如何(?!排|变)|提法|措施|办法|how (?:can|to) ", re.I)
REQUIRED = re.compile(r"多少.*(?:怎么|如何)(?:要求|规定|定)")  # a figure, and what is required of it later
SEVERAL: tuple[Operation, ...] = ("rank", "difference", "change", "growth", "average_annual", "multiple", "share", "sum", "timeline")
CALCULATED: tuple[Operation, ...] = ("change", "growth", "average_annual", "multiple", "share", "sum")
WIDER_AVERAGE = re.compile(r"(?:全省|全国|省里|国家)的?平均")  # which no facts hold
SHARE_TOO = re.compile(r"(?:多少|几)[家个名项人][^？?]*占比(?:是|为)?(?:多少|几)")  # a count and a share of it
REVENUE = re.compile(r"(?:主营)?营业(?:总)?收入")  # 营收, as people say it
COUNTED = re.compile(r"多少(?!人年|人次|家次|个?百分点)(?:[万亿]?[个家项名人件条位篇元])?(?P<thing>[\u4e00-\u9fff]{2})")
EACH = re.compile(r"各(?:是|为|要|定|有)?到?(?:多少|几|定|哪)|分别(?:是|为|要|有)?(?:多少|几)")
WITHIN = re.compile(r"[\u4e00-\u9fff]{2}(?<![市区县省全国手这那])(?:里|当中|之中)")  # a part of something named: 母基金里市级出的
SHORT_REST = 3
SHORT_WORD = 2  # characters of a name that is one word
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

    def is_named(self, slots: Slots, question: Question) -> bool:
        """Tell whether an indicator is named, in the question or in one that it goes on with, rather than described."""
        turns = ((turn, self._gazetteer.places(turn)) for turn in slots.earlier)
        return any(self.names.link(*turn).mentions for turn in ((slots.text, question.places), *turns))

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
