"""What an enterprise may get: the measures that fit what it tells of itself, what is granted before what is only intended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.denial import denial
from answer.draft import Draft, Statement
from answer.evidence import Evidence, SentenceEmbeddings
from answer.focus import focus_of
from answer.readable import readable
from answer.reckon import asks_sum, sum_words
from answer.wishes import SELF, wished_kinds
from answer.wording import sentence_words, shorten
from facts.benefits import load_benefits
from facts.match import match_profile
from facts.matched import Match, Matching
from facts.measure import Condition, Measure
from facts.profile import Profile, labels, read_profile
from facts.sums import plain_sum
from facts.totals import totals
from facts.windows import AHEAD
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieve import Retrieval

GENERAL = re.compile(
    r"(?:哪些|什么|啥|哪几项|怎样的|多少种)[^，。？?]{0,6}(?:政策|支持|补贴|优惠|扶持|好处|帮助|奖励|补助|红利|资金)|"
    r"能(?:拿|给|享受|得|申请|领|争取)(?:到|着|上)?(?:哪些|什么|啥|多少)|有(?:没有)?(?:什么|哪些|啥)[^，。；]{0,4}(?:政策|支持|补贴|优惠|扶持)|"
    r"what (?:support|subsid\w+|policies|incentives)",
    re.I,
)
SUMS = re.compile(r"多少|几[成万]|怎[么样][算补奖给资]|能[拿补领得]|标准|how much", re.I)
BARS = re.compile(r"不能?(?:再)?享受|不得享受|不予|不得申[请报]|不适用")
NOT_YET = "这一项的申报尚未开始，时间以申报通知为准。"
CAVEAT = "能否享受，以当年的实施细则和申报通知为准。"
MOST = 7
MOST_ROWS = 60
LONGEST, ALONE = 105, 210  # characters of a measure among others, and of one of few
FEW = 2
MOST_HEARD = 8
SHORTEST = 24  # characters of a measure that is quoted by itself
GRANTED, CLOSE, OWN, PAID = 0.25, 0.6, 0.1, 0.4
FITS = {"applies": 0.3, "conditional": 0.1, "direction": 0.0}
LEAST = 0.4  # share of the best score that a measure needs
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
        own = bool(SELF.search(text))
        profile = read_profile(text, today)
        focus = focus_of(evidence) if not asked or asked.group().endswith("多少") else None
        if (focus or not general) and (denied := denial(evidence, profile, self.measures, regions, self.index)):
            return Offer(denied[0], tuple(_rows(denied[1])))
        barred = any(BARS.search(item.text) for item in evidence[:1])  # the clause that excludes tells more than what others get
        wished = frozenset() if general or barred else wished_kinds(text, profile)
        if not (general and own) and not wished and not (SUMS.search(text) and asks_sum(text)):
            return None
        if asked and asked.group().endswith("多少") and self._in_a_paying(evidence[:1]):
            return None  # how much one thing pays: its clause tells
        general = general and own and not focus
        matching = match_profile(profile, self.measures, regions)
        ranked = self._ranked(retrieval, concepts, [item for item in matching.matches if item.group != "not_met"], regions)
        if focus:
            ranked = [pair for pair in ranked if pair[1].measure.amounts and focus.holds(pair[1].measure, self.index)][:MOST_MEANT]
        elif not general:
            ranked = self._meant(ranked, concepts) or [pair for pair in ranked if pair[1].measure.kind in wished]
        draft = self._draft(ranked, every_kind=general, own=own, profile=matching.profile)
        if draft is None:
            return None
        return Offer(draft, tuple(_rows(matching)))

    def _in_a_paying(self, evidence: Sequence[Evidence]) -> bool:
        """Tell whether evidence stands in a measure that pays a sum."""
        return any(
            one.amounts and one.doc == item.doc and one.start < item.end and item.start < one.end
            for item in evidence
            for one in self.measures
        )

    def _meant(self, ranked: Sequence[tuple[float, Match]], concepts: Sequence[Concept]) -> list[tuple[float, Match]]:
        """The measures that pay a sum and are clearly those that a question for one kind of support means."""
        paying = [
            (coverage(concepts, *readable(item.measure.name + item.measure.text)), pair)
            for pair in ranked
            if (item := pair[1]).measure.amounts
        ]
        best = max((score for score, _ in paying), default=0.0)
        return [pair for score, pair in paying if score >= max(SPECIAL, NEAR * best)][:MOST_MEANT]

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

    def _draft(self, ranked: Sequence[tuple[float, Match]], *, every_kind: bool, own: bool, profile: Profile) -> Draft | None:
        """Tell one measure of each kind, and every one that applies; what is to be confirmed only to who tells of itself."""
        draft = Draft(self.index, MAX_ANSWER - len(CAVEAT) - 1)
        heard = "、".join(labels(profile, implied=False)[:MOST_HEARD])
        if own and heard:
            draft.say(f"按所述情况判断：{heard}。")
        told: set[str] = set()
        longest = LONGEST if every_kind or len(ranked) > FEW else ALONE
        for score, item in ranked:
            if len(draft.citations) >= MOST or score < LEAST * ranked[0][0]:
                break
            each = not every_kind or (item.measure.amounts and item.group == "applies")
            key = f"{item.measure.doc}:{item.measure.start}" if each else item.measure.kind
            if key not in told and self._tell(draft, item, longest, own=own):
                told.add(key)
        if own:
            self._tell_totals(draft, [item for _, item in ranked])
        if not told or (every_kind and len(told) < 2 and not any(":" in key for key in told)):
            return None
        draft.say(CAVEAT)
        return draft

    def _tell_totals(self, draft: Draft, matches: Sequence[Match]) -> None:
        """Tell what comes together under a document whose cap for one enterprise is reached."""
        for total in totals(matches):
            passage = self.index.passage_at(total.doc, total.note.start) if total.note else None
            if total.capped and total.note and passage:
                statement = Statement("", passage, total.note.start, min(total.note.end, total.note.start + MAX_CITATION))
                draft.tell([f"按所述情况可得{plain_sum(total.value)}万元（{total.words}）", statement, "。"])

    def _tell(self, draft: Draft, item: Match, longest: int, *, own: bool) -> bool:
        measure = item.measure
        passage = self.index.passage_at(measure.doc, measure.start)
        if passage is None:
            return False
        start, end = measure.start, measure.end
        if passage.kind != "row" and not measure.amounts:  # 研发投入后补助: the sentence says what is done about it
            spans = sentence_spans(self.index.texts[measure.doc], passage.start, passage.end)
            low, high = next(((low, high) for low, high in spans if low <= start and end <= high), (start, end))
            if end - start < SHORTEST or high - low <= LONGEST:
                start, end = low, high
            if any(citation.doc == measure.doc and citation.start == start for citation in draft.citations):
                return True  # the sentence was told for another measure that it names
        words = sentence_words(self.index.texts[measure.doc][start:end])
        if passage.kind == "row":
            words = f"{measure.name}：{measure.paying or (item.worth.words if item.worth else '')}"
        standing = "征求意见稿" if measure.draft else "明确" if measure.granted else "方向"
        lead = f"{measure.region}（{measure.label}，{standing}）"
        statement = Statement(shorten(words, longest), passage, start, min(end, start + MAX_CITATION), lead)
        if not draft.state(statement):
            return False
        if told := sum_words(item):
            draft.tell([told, statement, "。"])
        elif own and (open_ := _to_confirm(item)):
            draft.tell(["待确认：", *self._cited(open_, statement), "。"])
        if own and item.closed.startswith(AHEAD) and draft.room() > len(NOT_YET):
            draft.say(NOT_YET)
        return True

    def _cited(self, conditions: Sequence[Condition], beside: Statement) -> Iterator[str | Statement]:
        """The words of some conditions, each that stands outside a statement with a mark of its own."""
        inside = False
        for place, one in enumerate(conditions):
            yield ("；" if place else "") + " ".join(one.text.split())
            passage = self.index.passage_at(beside.passage.doc, one.start)
            row = passage == beside.passage and passage.kind == "row"
            if passage is None or row or (beside.start <= one.start and one.end <= beside.end):
                inside = True
            else:
                yield Statement("", passage, one.start, min(one.end, one.start + MAX_CITATION))
        if inside:
            yield beside


def _to_confirm(item: Match) -> list[Condition]:
    """What is still to be confirmed before a measure that pays applies."""
    open_ = [
        judged.condition
        for judged in item.judged
        if judged.verdict == "unknown" and judged.condition.kind == "clause" and judged.condition.text != item.measure.text
    ]
    return open_[:3] if item.measure.amounts else []


def _rows(matching: Matching) -> list[dict[str, Any]]:
    return [item.as_dict() for item in matching.matches[:MOST_ROWS]]


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
