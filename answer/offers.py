"""What an enterprise may get: the measures that fit what it tells of itself, what is granted before what is only intended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from answer.denial import denial
from answer.draft import Draft
from answer.evidence import Evidence, SentenceEmbeddings
from answer.focus import focus_of
from answer.named_rows import named_in
from answer.named_support import headings_named
from answer.offer_told import tell_offers
from answer.readable import readable
from answer.reckon import asks_sum
from answer.tier_denial import tier_denial
from answer.wishes import SELF, wished_kinds
from answer.wording import sentence_words
from facts.benefits import load_benefits
from facts.match import match_profile
from facts.matched import Match, Matching
from facts.measure import Measure
from facts.profile import Profile, read_profile
from facts.traits import said_in
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieval import Retrieval

GENERAL = re.compile(
    r"(?:哪些|什么|啥|哪几项|怎样的|多少种)[^，。？?]{0,6}(?:政策|支持|补贴|优惠|扶持|好处|帮助|奖励|补助|红利|资金|照顾|便宜)|"
    r"能(?:拿|给|享受|得|申请|领|争取|捞|沾)(?:到|着|上)?(?:点)?(?:哪些|什么|啥|多少)|有(?:没有)?(?:什么|哪些|啥)[^，。；]{0,4}(?:政策|支持|补贴|优惠|扶持)|"
    r"what (?:support|subsid\w+|policies|incentives)",
    re.I,
)
SUMS = re.compile(r"多少|几[成万]|怎[么样][算补奖给资]|能[拿补领得]|标准|how much", re.I)
BARS = re.compile(r"不能?(?:再)?享受|不得享受|不予|不得申[请报]|不适用")
MOST_ROWS = 60
GRANTED, CLOSE, OWN, PAID = 0.25, 0.6, 0.1, 0.4
FITS = {"applies": 0.3, "conditional": 0.1, "direction": 0.0, "not_met": 0.0}
NEAR, MOST_MEANT = 0.8, 3
SPECIAL = 0.4  # coverage from which a measure is the one that a question means


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer about support, and what came of every measure that was judged."""

    draft: Draft
    measures: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What offers are made from: the index, its measures, and the embeddings of sentences."""

    index: PassageIndex
    measures: Sequence[Measure]
    sentences: SentenceEmbeddings

    def offer(
        self, retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], regions: Sequence[str], today: date
    ) -> Offer | None:
        """Return the answer to an enterprise that asks what it can get, None where it asks for something that no measure is about.

        Args:
            retrieval: question and hits.
            evidence: pieces found in the hits, best first.
            concepts: what the question asks about.
            regions: the region to answer for, then the one it belongs to, whose measures hold there too.
            today: the day asked.
        """
        text = retrieval.question.text
        asked = GENERAL.search(text)
        general = (
            bool(asked) and not _particular(_clause(text, asked.start(), asked.end()) if asked else "") and not _particular(_wish(text))
        )
        if general and headings_named(text, (self._title(one) for one in self.measures if one.region in regions)):
            general = False  # 生活补贴能拿多少: that one alone
        own = bool(SELF.search(text))
        profile = read_profile(text, today)
        focus = focus_of(evidence) if not asked or asked.group().endswith("多少") else None
        if (focus or not general) and (denied := denial(evidence, profile, self.measures, regions, self.index)):
            return Offer(denied[0], rows_of(denied[1]))
        if missed := tier_denial(evidence, profile, self.measures, self.index):
            return Offer(missed, ())
        barred = any(BARS.search(item.text) for item in evidence[:1])  # the clause that excludes tells more than what others get
        wished = frozenset() if general or barred else wished_kinds(text, profile)
        if not (general and own) and not wished and not (SUMS.search(text) and asks_sum(text)):
            return None
        if asked and asked.group().endswith("多少") and self._in_a_paying(evidence[:1]):
            return None  # how much one thing pays: its clause tells
        general = general and own and not focus
        matching = match_profile(profile, self.measures, regions)
        every = self._ranked(retrieval, concepts, matching.matches, regions)
        ranked = [pair for pair in every if pair[1].group != "not_met"]
        if focus:
            ranked = [pair for pair in ranked if pair[1].measure.amounts and focus.holds(pair[1].measure, self.index)][:MOST_MEANT]
        elif not general:
            ranked = (
                self._rows(ranked if own else every, profile, text)
                or self._meant(ranked, concepts, text)
                or [pair for pair in ranked if pair[1].measure.kind in wished]
            )
        draft = tell_offers(self.index, ranked, every_kind=general, own=own, profile=matching.profile)
        if draft is None:
            return None
        return Offer(draft, rows_of(matching))

    def _in_a_paying(self, evidence: Sequence[Evidence]) -> bool:
        """Tell whether evidence stands in a measure that pays a sum."""
        return any(
            one.amounts and one.doc == item.doc and one.start < item.end and item.start < one.end
            for item in evidence
            for one in self.measures
        )

    def _meant(self, ranked: Sequence[tuple[float, Match]], concepts: Sequence[Concept], text: str) -> list[tuple[float, Match]]:
        """The measures that pay a sum and are clearly those that a question for one kind of support means."""
        paying = [(self._covered(pair, concepts), pair) for pair in ranked if pair[1].measure.amounts]
        titles = [self._title(pair[1].measure) for _, pair in paying]
        if titled := headings_named(text, titles):
            paying = [one for one, title in zip(paying, titles, strict=True) if title in titled]
        best = max((score for score, _ in paying), default=0.0)
        return [pair for score, pair in paying if score >= max(SPECIAL, NEAR * best)][:MOST_MEANT]

    def _covered(self, pair: tuple[float, Match], concepts: Sequence[Concept]) -> float:
        """How much of a question a measure holds."""
        return coverage(concepts, *readable(pair[1].measure.name + pair[1].measure.text))

    def _rows(self, ranked: Sequence[tuple[float, Match]], profile: Profile, text: str) -> list[tuple[float, Match]]:
        """The measures of the rows that a question names, of one name those with the terms that it names, but not what the asker is."""
        rows = [(pair, row) for pair in ranked if pair[1].measure.amounts and (row := self._row(pair[1].measure))]
        held = {said.id for said in profile.traits if said.holds}
        named = named_in(text, {row for _, row in rows})
        named = {row for row in named if not ({said.id for said in said_in(row)} & held)} or named
        found = [pair for pair, row in rows if row in named]
        told = [pair for pair in found if any(term.text in text for term in pair[1].measure.conditions if term.kind == "clause")]
        kept = told if len(told) > 1 or (told and len(named) == 1) else found
        return sorted(kept, key=lambda pair: pair[1].measure.start)[:MOST_MEANT]

    def _title(self, measure: Measure) -> str:
        """The heading that a measure stands below, "" for none."""
        passage = self.index.passage_at(measure.doc, measure.start)
        return passage.headings[-1] if passage and passage.headings else ""

    def _row(self, measure: Measure) -> str:
        """What the row of a table is called that a measure stands in, "" for any other."""
        passage = self.index.passage_at(measure.doc, measure.start)
        return passage.row.label if passage and passage.row else ""

    def _ranked(
        self, retrieval: Retrieval, concepts: Sequence[Concept], matches: Sequence[Match], regions: Sequence[str]
    ) -> list[tuple[float, Match]]:
        """Sort by how near a measure is to the question, how sure it is, and whether its sum is known."""
        if not matches:
            return []
        words = [sentence_words(item.measure.text) for item in matches]
        closeness = self.sentences.of(words) @ retrieval.embedding
        ranked = []
        for item, said, close in zip(matches, words, closeness, strict=True):
            score = coverage(concepts, *readable(said)) + CLOSE * float(close) + GRANTED * item.measure.granted
            score += OWN * (item.measure.region == regions[0]) + FITS[item.group] + PAID * bool(item.worth and item.worth.value)
            ranked.append((score, item))
        return sorted(ranked, key=lambda pair: (-pair[0], pair[1].measure.doc, pair[1].measure.start))


def rows_of(matching: Matching) -> tuple[dict[str, Any], ...]:
    """Return what came of the measures judged, as plain rows."""
    return tuple(item.as_dict() for item in matching.matches[:MOST_ROWS])


def _clause(text: str, start: int, end: int) -> str:
    """The stretch between stops around a place."""
    low = max(text.rfind(mark, 0, start) for mark in "，。；！,") + 1
    high = min((at for mark in "，。；？,?" if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[low:high]


def _wish(text: str) -> str:
    """What an enterprise supposes or wants: 如果被选进准独角兽库, 想贷款."""
    return "".join(re.findall(r"(?:如果|要是|假如|想|打算|准备|计划)[^，。；？?]*", text))


def _particular(text: str) -> bool:
    """Tell whether a question names the kind of support it wants."""
    asked = re.sub(r"高新技术企业|高企|专精特新|人才|研发(?!费用|投入)(?!补)|专利(?!奖)|企业|规上|小巨人|单项冠军", "", text)
    return any(words.search(asked) for _, _, words in load_benefits().kinds)
