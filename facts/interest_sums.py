"""Interest on a loan that a measure pays, and a case -> a part of the whole."""

import re
from dataclasses import replace
from decimal import Decimal

from facts.case import Case
from facts.payment import Payment
from facts.spans_told import months_told
from facts.sums import plain_sum
from facts.term import Term

LOAN = re.compile(r"贷款|借款|本金")
LENT = re.compile(r"贷|借")
BY_MONTHS = re.compile(r"实际(?:计息|用款|贷款|付息)[^，。；]{0,6}(?:月|天|日|期)|按月计|计息期限自")
OF_RATE = re.compile(r"(?:贷款|借款|合同|实际)?(?:年化?)?利率$")  # a share of the rate itself
RATE_TOLD = re.compile(r"(?<!市场报价)利率[^,;。\d]{0,4}(?P<rate>\d+(?:\.\d+)?)%")
POINTS = re.compile(r"(?:不超过|不高于|最高)(?P<most>\d+(?:\.\d+)?)个百分点")
YEARLY = re.compile(r"年利率|年化|年利|利率|贴息")


def of_loan(case: Case, one: Payment) -> bool:
    """Tell whether a share is the rate of interest on a loan."""
    words = case.measure.paying or case.measure.text
    if _of_the_rate(one):
        return True
    return bool(
        YEARLY.search(words)
        and (one.rate or 1) <= Decimal("0.06")
        and LOAN.search(one.base + case.about)
        and not re.search("利息|担保|保费|评估", one.base)
    )


def _of_the_rate(one: Payment) -> bool:
    """Tell whether a share is one of the rate itself: 按贷款年利率的50%."""
    return bool(OF_RATE.search(one.base)) and (one.rate or 0) >= Decimal("0.1")


def interest(case: Case, one: Payment, share: str) -> Term:
    """Interest on a loan at a rate that the words state, on no more than the principal that counts."""
    if _of_the_rate(one):
        told = RATE_TOLD.search(case.judge.profile.text)
        if told is None:
            return Term(f"贷款本金×年利率（未说明）×{share}", None)
        rate, most_points = Decimal(told["rate"]) * (one.rate or 0) / 100, POINTS.search(case.measure.paying or case.measure.text)
        rate, share = rate, f"{told['rate']}%×{share}"
        if most_points and rate > Decimal(most_points["most"]) / 100:
            rate, share = Decimal(most_points["most"]) / 100, f"{most_points['most']}%"
        one = replace(one, rate=rate)
    loan = next((item for item in case.judge.profile.told if item.unit == "万元" and LENT.search(item.words)), None)
    if loan is None:
        return Term(f"贷款本金（未说明）×{share}", None)
    most = case.terms.limits.principal
    principal = min(loan.value, most) if most else loan.value
    months = months_told(case.judge.profile, case.about)
    if case.terms.limits.months and months is not None:
        months = min(months, case.terms.limits.months)
    words = f"{plain_sum(principal)}万元×{share}"
    if months is None and BY_MONTHS.search(case.measure.paying or case.measure.text):
        return Term(f"{words}×计息月数（未说明）÷12", None)
    value = principal * (one.rate or Decimal(0))
    if months is None or months == 12:
        return Term(words, value, "年" if months is None else "")
    return Term(f"{words}×{plain_sum(months)}个月÷12", value * months / 12)
