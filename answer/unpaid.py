"""A sum that somebody asks for -> the thing that it would be paid for, where nothing that is paid is paid for it; "" elsewhere."""

import re
from collections.abc import Collection, Iterator

from answer.case import Case
from answer.readable import readable
from answer.reckon import asks_support
from answer.things import is_framing
from answer.vocabulary import objects
from facts.attributes import load_attributes
from facts.traits import said_in
from index.passages import Passage
from index.sentences import sentence_spans
from retriever.concepts import Concept

PAYMENT = re.compile(r"评[上定为]|认定|获评|补贴|补助|奖[励补金]|资助|扶持|政策|资金|支持|金额|比例")
IN_POLICY = re.compile(r"(?:指南|办法|细则|通知|政策|措施|意见)(?:里|中|上|内|规定|写)")  # and not what a plan intends
MEASURED = re.compile(
    r"投入|占比|比重|强度|营收|收入|产值|销售额|税收|纳税|利润|投资额|增速"
)  # what a condition measures; no sum is for it
APPLICANT = re.compile(r"企业$|公司$|^(?:厂|高企|规上|营收|小巨人|专精特新)")
SUMS = ("金额", "比例")
HELD = 0.6  # share of a term from which on words speak of it
LEAST = 0.12  # weight from which on a term is what a sum is asked for


def unpaid(case: Case) -> str:
    """Return what a sum is asked for, where the documents of the one place asked about speak of it and pay nothing for it."""
    if len(case.regions) > 1 or case.question.english or not asks_support(case.text):
        return ""
    own = [info for info in case.index.documents if not case.regions or info.region in case.regions]
    if not any(info.is_policy for info in own):
        return ""  # plans intend: whether they pay is told by what they say
    denied = {said.id for said in said_in(case.text, contraries=True) if not said.holds}
    asked = [one for one in case.concepts if _is_object(one, case, denied)]
    if not asked or any(_is_paid(passage, asked, case) for passage in case.index.passages if _is_meant(passage, case)):
        return ""
    return f"对“{max(asked, key=lambda one: one.weight).key}”给多少"


def _is_object(concept: Concept, case: Case, denied: Collection[str]) -> bool:
    """Tell whether a concept is a thing that support is given for: a term that names neither the support nor who asks."""
    known = objects() & {concept.key, *concept.terms}
    if not known or concept.weight < LEAST or is_framing(concept.key, case.question):
        return False
    if any(PAYMENT.search(term) or APPLICANT.search(term) for term in concept.terms) or MEASURED.search(concept.key):
        return False
    return not any(said.id in denied for term in concept.terms for said in said_in(term))  # 没上规模: who asks


def _is_meant(passage: Passage, case: Case) -> bool:
    """Tell whether a passage is one of the place asked about, and of a policy where the question asks what a policy says."""
    info = case.index.infos[passage.doc]
    return (not case.regions or info.region in case.regions) and (info.is_policy or not IN_POLICY.search(case.text))


def _is_paid(passage: Passage, asked: list[Concept], case: Case) -> bool:
    """Tell whether a passage states a sum or a rate beside one of some things: in a sentence of it, or under a heading of it."""
    above = "\n".join([*passage.headings[-2:], passage.context])
    for words in _sentences(passage, case):
        body = readable(f"{above}\n{words}")
        if any(one.found_in(*body) >= HELD for one in asked) and any(
            kind.stated_in(words, case.text) for kind in load_attributes() if kind.name in SUMS
        ):
            return True
    return False


def _sentences(passage: Passage, case: Case) -> Iterator[str]:
    if passage.row:
        yield f"{passage.row.label}，" + "，".join(f"{header}{cell}{unit}" for header, cell, unit in passage.row.cells)
        return
    text = case.index.texts[passage.doc]
    for start, end in sentence_spans(text, passage.start, passage.end):
        yield text[start:end]
