"""A measure that pays for every stage by itself (完成辅导备案的奖励50万元，成功上市的再奖励200万元), and a profile -> what is due."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.judging import Judge
from facts.likeness import overlap, pairs
from facts.measure import Amount, Measure
from facts.numerals import arabic
from facts.received import NONE_HAD, PAID_ALREADY, was_had
from facts.states import state
from facts.sums import plain_sum
from facts.term import Term
from facts.tiers import is_reached
from facts.told import in_ten_thousands
from facts.traits import CLAUSE
from facts.verdict import Verdict

FEWEST = 2  # sums that make stages
SPOKEN_OF = 0.3  # share of a stage's pairs of characters that a profile must hold to speak of it
STAGED = re.compile(r"分(?:阶段|步|环节|节点)(?:给予|进行|予以|实行)?(?:奖励|补助|奖补|资助|支持|兑现)")
AGAIN = re.compile(r"再(?:奖励|给予|补助)[\d一二三四五六七八九十百]")
FIRST = re.compile(r"(?:^|[：:，；])(?:对)?(?P<when>[^，：:；。\d]{2,30}?)的?，?(?:一次性)?(?:给予|奖励|补助|资助)\d")
BEFORE = re.compile(r"前(?P<n>\d|面|头)?几?[笔个次]|前面的?")  # the sums that came first: 前2笔都拿到手了


def stages_of(measure: Measure) -> tuple[Amount, ...]:
    """Return the stages that a measure pays for, each with the words that name it; none where it does not pay by stages."""
    amounts, words = measure.amounts, arabic(re.sub(r"\s", "", measure.text))
    if len(amounts) < FEWEST or any(not one.fixed or one.per for one in amounts):
        return ()
    again = [one for one in amounts[1:] if re.search(rf"再(?:奖励|给予|补助){re.escape(one.fixed)}(?![\d.])", words)]
    amounts = (amounts[0], *again) if len(again) >= FEWEST else amounts  # 仅在新三板挂牌的另计
    if not (STAGED.search(words) or "依次" in words or "各阶段" in measure.after or len(AGAIN.findall(words)) == len(amounts) - 1):
        return ()
    if not amounts[0].when and STAGED.search(words) and (first := FIRST.search(words)):
        amounts = (replace(amounts[0], when=first["when"]), *amounts[1:])
    return amounts if all(one.when for one in amounts) else ()


def due_for(measure: Measure, stages: Sequence[Amount], judge: Judge) -> Term | None:
    """Return the stages that are due, None where it is not plain which were reached or which have been paid."""
    reached = _reached(measure, stages, judge)
    if not reached or len({one.unit for one in reached}) > 1:
        return None
    had = _had(measure, reached, judge)
    if had is None or len(had) == len(reached):
        return None
    due = [one for place, one in enumerate(reached) if place not in had]
    total = sum((in_ten_thousands(Decimal(one.fixed), one.unit) for one in due), Decimal(0))
    return Term(f"{'+'.join(f'{one.fixed}{one.unit}' for one in due)}={plain_sum(total)}万元" if len(due) > 1 else "", total)


def _reached(measure: Measure, stages: Sequence[Amount], judge: Judge) -> Sequence[Amount]:
    """The stages up to the last that was reached; none where it is not told whether the next one was."""
    verdicts = [_told(stage, stages, judge) or is_reached(measure, stage, judge) for stage in stages]
    number = max((place + 1 for place, verdict in enumerate(verdicts) if verdict == "met"), default=0)
    if number < len(stages) and verdicts[number] == "unknown" and overlap(stages[number].when, judge.profile.text) >= SPOKEN_OF:
        return ()
    return stages[:number]


def _told(stage: Amount, stages: Sequence[Amount], judge: Judge) -> Verdict | None:
    """Whether a profile tells to have reached a stage, by the words that name it and no other."""
    text = judge.profile.text
    own = _own(stage, stages)
    clauses = [{state(text, at, at + 2) for pair in own if (at := text.find(pair, *match.span())) >= 0} for match in CLAUSE.finditer(text)]
    found = [clause for clause in clauses if clause]
    return "met" if {"met"} in found else "not_met" if any("not_met" in clause for clause in found) else None


def _own(stage: Amount, stages: Sequence[Amount]) -> frozenset[str]:
    """The pairs of characters by which a stage is told apart from the others."""
    return pairs(stage.when).difference(*(pairs(other.when) for other in stages if other is not stage))


def _had(measure: Measure, reached: Sequence[Amount], judge: Judge) -> set[int] | None:
    """Which of the stages that were reached a profile says to have been paid for; None where it says so without saying for which."""
    text, about = judge.profile.text, measure.name + measure.text
    had = {place for place, one in enumerate(reached) if was_had(judge.profile, one.fixed, about)}
    if had:
        return had
    for match in CLAUSE.finditer(text):
        clause = match.group()
        if not PAID_ALREADY.search(clause) or NONE_HAD.search(clause):
            continue
        if before := BEFORE.search(clause):
            number = int(before["n"]) if (before["n"] or "").isdigit() else len(reached) - 1
            return set(range(min(number, len(reached))))
        return {place for place, one in enumerate(reached) if _own(one, reached) & pairs(clause)} or None
    return set()
