"""What a measure pays on top of its first sum, and a case -> further parts, or a remark on what is not told."""

import re
from decimal import Decimal

from facts.bases import MORE, base_told
from facts.case import Case
from facts.counted_sums import counted
from facts.likeness import overlap
from facts.payment import Payment
from facts.received import was_had
from facts.sums import plain_sum
from facts.term import Term
from facts.verdict import Verdict

SPOKEN_OF = 0.3  # share of whom more is paid to that a profile must hold to leave it open
WHO = re.compile(r"(?:的|，)+$")
LABEL = re.compile(r"^[\u4e00-\u9fff]{2,6}：|(?:再|另)?(?:增加|加|补)$")  # 加一点：持证残疾人再增加
LATER = re.compile(r"次年|第二年|翌年|满[一1两二2]年后")  # it is paid in a year after that of the first sum


def added_by(case: Case, one: Payment) -> tuple[list[Term], list[str]]:
    """What comes on top: a part where the profile has it, a remark where that is not told."""
    words = f"{one.when}{'每' + '每'.join(one.per) + one.noun if one.per else ''}另加"
    if one.per:
        if one.low is None and case.judge.verdict(WHO.sub("", one.when)) == "not_met":
            return [], []  # 寄递本县农产品的，每件再补: who sends others gets the first alone
        term = counted(case, [one])[0]
        return ([term], []) if term.value is not None else ([], [f"未计：{term.formula}"])
    when = LABEL.sub("", re.sub(r"^(?:(?:奖励|补助|补贴|资助)?[，、](?:其中)?)|(?:的|，)+$", "", one.when.split("的，")[0]))
    later = LATER.search(when)
    if later and _had_first(case):
        when, later = when[later.end() :], None
    verdict = case.judge.verdict(when) if when and not later else "unknown"
    if one.fixed is None:
        return _added_rate(case, one, verdict)
    paid = f"{plain_sum(one.fixed * 10_000)}元" if one.unit == "元" else f"{plain_sum(one.fixed)}万元"
    if verdict == "met":
        return [Term(paid, one.fixed)], []
    if verdict == "unknown" and not later and overlap(when, case.judge.profile.text) >= SPOKEN_OF:
        return [Term(f"{when}另加{paid}（是否符合未说明）", None)], []  # it may be one of them
    return [], [f"未计：{words}{paid}"] if verdict == "unknown" else []


def _had_first(case: Case) -> bool:
    """Tell whether a profile says to have had the sum that comes first, so that the year of the later one has come."""
    first = [one.fixed for one in case.terms.payments if one.fixed is not None and not one.added]
    return any(was_had(case.judge.profile, plain_sum(sum_), case.about) for sum_ in first)


def _added_rate(case: Case, one: Payment, verdict: Verdict) -> tuple[list[Term], list[str]]:
    """A share on top: of the rise of what the first share is taken of, or of a base of its own."""
    share = f"{plain_sum((one.rate or Decimal(0)) * 100)}%"
    if verdict == "not_met":
        return [], []
    first = next((other.base for other in case.terms.payments if other.base and other is not one), "")
    base = f"{first}增加额" if MORE.search(one.when) and not one.base else one.base or first
    told = base_told(case.judge.profile, case.measure, base)
    if verdict == "unknown" or told is None:
        return [Term(f"{base}（未说明）×{share}", None)], []
    return [Term(f"{told.terms or plain_sum(told.value) + '万元'}×{share}", told.value * (one.rate or Decimal(0)))], []
