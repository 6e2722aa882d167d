"""Interest on a loan that a measure pays, and a case -> a part of the whole."""

import re
from dataclasses import replace
from decimal import Decimal

from facts.case import Case
from facts.loans import Loan, loan_told
from facts.payment import Payment
from facts.sums import plain_sum
from facts.term import Term

LOAN = re.compile(r"贷款|借款|本金")
BY_MONTHS = re.compile(r"实际(?:计息|用款|贷款|付息)[^，。；]{0,6}(?:月|天|日|期)|按月计|计息期限自")
OF_RATE = re.compile(r"(?:贷款|借款|合同|实际)?(?:年化?)?利率$")  # a share of the rate itself
INTEREST = re.compile(r"利息$")
HIGHEST = re.compile(r"利率(?:最高)?(?:高于|超过|不超过|不高于|上限为?)(?P<most>\d+(?:\.\d+)?)[%％](?:的?部分[^，。；]{0,4}不|[，。；]|$)")
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
    loan = loan_told(case.judge.profile, case.about)
    if _of_the_rate(one):
        if loan.rate is None:
            return Term(f"贷款本金×年利率（未说明）×{share}", None)
        rate, most_points = loan.rate * (one.rate or 0) / 100, POINTS.search(case.measure.paying or case.measure.text)
        share = f"{plain_sum(loan.rate)}%×{share}"
        if most_points and rate > Decimal(most_points["most"]) / 100:
            rate, share = Decimal(most_points["most"]) / 100, f"{most_points['most']}%"
        one = replace(one, rate=rate)
    if loan.principal is None:
        return Term(f"贷款本金（未说明）×{share}", None)
    return _on_principal(case, loan.principal, one.rate or Decimal(0), share, loan)


def interest_share(case: Case, one: Payment, share: str) -> Term | None:
    """A share of the interest, where loan, rate and time are told instead of it; None where it is not so."""
    loan = loan_told(case.judge.profile, case.about)
    if not INTEREST.search(one.base) or loan.principal is None or loan.rate is None or loan.months is None:
        return None
    highest = HIGHEST.search(re.sub(r"\s", "", case.measure.paying or case.measure.text))
    rate = min(loan.rate, Decimal(highest["most"])) if highest else loan.rate
    return _on_principal(case, loan.principal, rate / 100 * (one.rate or Decimal(0)), f"{plain_sum(rate)}%×{share}", loan)


def _on_principal(case: Case, principal: Decimal, rate: Decimal, share: str, loan: Loan) -> Term:
    """A rate of no more than the principal that counts, for no longer than is paid for."""
    limits = case.terms.limits
    principal = min(principal, limits.principal) if limits.principal else principal
    months = min(loan.months, limits.months) if loan.months is not None and limits.months else loan.months
    words = f"{plain_sum(principal)}万元×{share}"
    if months is None and BY_MONTHS.search(case.measure.paying or case.measure.text):
        return Term(f"{words}×计息月数（未说明）÷12", None)
    value = principal * rate
    if months is None or months == 12:
        return Term(words, value, "年" if months is None else "")
    return Term(f"{words}×{plain_sum(months)}个月÷12", value * months / 12)
