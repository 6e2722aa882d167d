"""Parts of a sum, and what is paid on top to some -> the parts as they are raised."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.case import Case
from facts.likeness import overlap
from facts.payment import Payment
from facts.premiums import Premium, premiums
from facts.sums import plain_sum
from facts.term import Term


def raised(case: Case, terms: Sequence[Term], payments: Sequence[Payment]) -> tuple[list[Term], list[str]]:
    """The parts with what is paid on top to some, and remarks on what is not reckoned."""
    remarks: list[str] = []
    found = list(terms)
    points = Decimal(0)  # by which the rate has been raised so far
    for premium in premiums(re.sub(r"[\s|]", "", case.measure.paying or case.measure.text), case.judge):
        if premium.verdict == "met":
            found = [_raise(term, premium, payments, points) for term in found]
            points += premium.share if premium.points else 0
        elif premium.verdict == "unknown":
            if overlap(premium.who, case.judge.profile.text) > 0:
                found = [replace(term, value=None) for term in found]  # it may be one of them
            remarks.append(f"未计：{premium.words.strip('，；')}")
    return found, remarks


def _raise(term: Term, premium: Premium, payments: Sequence[Payment], points: Decimal) -> Term:
    if premium.points:
        stated = next((one.rate for one in payments if one.rate), None)
        if not stated:
            return term
        rate = stated + points
        more = rate + premium.share
        old, new = f"×{plain_sum(rate * 100)}%", f"×{plain_sum(more * 100)}%"
        return replace(term, formula=term.formula.replace(old, new), value=term.value / rate * more if term.value is not None else None)
    factor = 1 + premium.share
    formula = f"({term.formula})" if "+" in term.formula or "-" in term.formula.split("×")[0] else term.formula
    value = term.value * factor if term.value is not None else None
    return Term(f"{formula}×{plain_sum(factor * 100)}%", value, term.time, term.note)
