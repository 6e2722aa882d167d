"""A case that asks what somebody gets -> the measures that hold most of what is told, by their clauses and all their conditions."""

import re

from answer.case import Case
from answer.missing_number import least_telling, matter_of
from answer.readable import readable
from answer.reckon import asks_sum
from facts.measure import Measure

PAYMENT = re.compile(r"[补奖贴给领拿]|补贴|补助|补偿|奖励|奖补|奖金|资助|扶持|支持|政策|资金|金额|比例")
HELD = 0.7  # share of a word from which on a measure has it
LEAST = 0.4  # share of what is told, by how telling its words are, from which on a measure is meant
WORDS = 2  # words of it at least
NEAR = 0.8  # share of the best measure's from which on another is meant too
SEVERAL = re.compile(r"[哪那]几|几[笔项种样]|哪些|什么钱|分别|各")
SEVERAL_NEAR = 0.45  # the same where several are asked for
MOST = 3


def meant_measures(case: Case) -> tuple[Measure, ...]:
    """Return the measures of the one place asked about that pay for what is told, best first; none where no sum is asked for.

    A measure that stands in a sentence of few words, its conditions elsewhere, holds little of a question by itself.
    """
    if len(case.regions) != 1 or case.question.english or case.question.about_document or not asks_sum(case.text):
        return ()
    matter = [(concept, weight) for concept, weight in matter_of(case) if not PAYMENT.fullmatch(concept.key)]
    total = sum(weight for _, weight in matter)
    if total < least_telling(case):
        return ()
    found = []
    for one in case.measures:
        if one.amounts and one.region == case.regions[0] and case.index.infos[one.doc].is_policy:
            body = readable("\n".join([one.name, one.text, *(term.text for term in one.conditions if term.kind == "clause")]))
            held = [weight for concept, weight in matter if concept.found_in(*body) >= HELD]
            found.append((sum(held) / total, len(held), one))
    best = max((share for share, count, _ in found if count >= WORDS), default=0.0)
    if best < LEAST:
        return ()
    near = SEVERAL_NEAR if SEVERAL.search(case.text) else NEAR
    meant = [(share, one) for share, _, one in found if share >= near * best]
    return tuple(one for _, one in sorted(meant, key=lambda pair: (-pair[0], pair[1].doc, pair[1].start))[:MOST])
