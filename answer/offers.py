"""What an enterprise may get: one clause of each kind of support that fits it, what is granted before what is only intended."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER
from answer.draft import Draft, Statement
from answer.evidence import SentenceEmbeddings, readable
from answer.wording import sentence_words, shorten
from facts.benefits import Benefit, benefit_of, is_review, load_benefits
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieve import Retrieval

GENERAL = re.compile(
    r"(?:哪些|什么|啥|哪几项|怎样的|多少种)[^，。？?]{0,6}(?:政策|支持|补贴|优惠|扶持|好处|帮助|奖励|补助|红利|资金)|"
    r"能(?:拿|享受|得|申请|领|争取)(?:到|着|上)?(?:哪些|什么|啥|多少)|有(?:没有)?(?:什么|哪些|啥)[^，。？?]{0,4}(?:政策|支持|补贴|优惠|扶持)|"
    r"what (?:support|subsid\w+|policies|incentives)",
    re.I,
)
SELF = re.compile(r"我们?|咱们?|本公司|公司|企业|厂|we |our |i ", re.I)
TOLD_OR_AIMED = re.compile(r"(?:19|20)\d{2}\s*年|当前|目前|亟需|十[二三]五")  # results and targets are no offer
CAVEAT = "能否享受，以当年的实施细则和申报通知为准。"
MOST = 7
LONGEST = 105
GRANTED, CLOSE = 0.25, 0.6
LEAST = 0.4  # share of the best score that a clause needs


def offers(
    retrieval: Retrieval, concepts: Sequence[Concept], index: PassageIndex, sentences: SentenceEmbeddings, region: str, above: str
) -> Draft | None:
    """Return the answer to an enterprise that asks in general what it can get, None where it asks for something particular.

    Args:
        retrieval: question and hits.
        concepts: what the question asks about.
        index: the index.
        sentences: embeddings of sentences.
        region: the region to answer for.
        above: the region it belongs to, whose measures hold there too; "" for none.
    """
    question = retrieval.question
    if not GENERAL.search(question.text) or not SELF.search(question.text) or _particular(question.text):
        return None
    found = [item for place in (region, above) if place for item in _clauses(index, place)]
    if not found:
        return None
    closeness = sentences.of([words for words, *_ in found]) @ retrieval.embedding
    ranked: list[tuple[float, str, Passage, int, int, Benefit]] = []
    for (words, passage, start, end, benefit), close in zip(found, closeness, strict=True):
        own = index.infos[passage.doc].region == region
        score = coverage(concepts, *readable(words)) + CLOSE * float(close) + GRANTED * benefit.granted + 0.1 * own
        ranked.append((score, words, passage, start, end, benefit))
    ranked.sort(key=lambda item: (-item[0], item[2].doc, item[3]))
    draft = Draft(index, MAX_ANSWER - len(CAVEAT) - 1)
    told: set[str] = set()
    for score, words, passage, start, end, benefit in ranked:
        if benefit.kind in told or len(draft.citations) >= MOST:
            continue
        if score < LEAST * ranked[0][0]:
            break
        lead = f"{index.infos[passage.doc].region}（{benefit.label}，{'明确' if benefit.granted else '方向'}）"
        if draft.state(Statement(shorten(words, LONGEST), passage, start, end, lead)):
            told.add(benefit.kind)
    if len(told) < 2:
        return None
    draft.say(CAVEAT)
    return draft


def _particular(text: str) -> bool:
    """Tell whether a question names the kind of support it wants."""
    asked = re.sub(r"高新技术企业|高企|专精特新|人才|研发|专利|企业", "", text)
    return any(words.search(asked) for _, _, words in load_benefits().kinds)


def _clauses(index: PassageIndex, region: str) -> list[tuple[str, Passage, int, int, Benefit]]:
    """The clauses of a region's documents that give support, what they tell of the past left out."""
    found = []
    for passage in index.passages:
        if index.infos[passage.doc].region != region or passage.kind in ("title", "row", "note") or is_review(passage.headings):
            continue
        text = index.texts[passage.doc]
        for start, end in sentence_spans(text, passage.start, passage.end):
            benefit = benefit_of(text[start:end]) if not TOLD_OR_AIMED.search(text[start:end]) else None
            if benefit and benefit.scheme and end - start <= 300:
                found.append((sentence_words(text[start:end]), passage, start, end, benefit))
    return found
