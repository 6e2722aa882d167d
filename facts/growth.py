"""That something has grown or fallen, by no stated share, held against a profile."""

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.figures import FELL
from facts.likeness import overlap
from facts.profile import Profile
from facts.traits import CLAUSE
from facts.verdict import Verdict

GROWS = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收)(?:(?:较|比|同比|实现|保持|正)[^,，;；。]{0,10}?增?长(?:的)?|(?:高于|多于)(?:前|上)[1一]?年度?)$"
)
FALLEN = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收)(?:较|比|同比)[^,，;；。]{0,10}?(?:下降|减少|降低)(?:的)?$"
)
FALLEN_BY = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收)(?:较|比|同比)[^,，;；。\d]{0,10}?(?:下降|减少|降低)[^,，;；。\d]{0,4}(?P<by>\d+(?:\.\d+)?)%"
)
HELD_UP = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收|零售额|进出口额?)[^,，;；。\d]{0,10}?(?:不|未|没有?)(?:出现)?(?:下降|减少|降低|下滑)"
)
ROSE = re.compile(r"(?:比|较)(?:前|去|上)[1一]?年[^,;。]{0,3}(?:多|高|涨|增)")
GREW = re.compile(r"(?:连年|逐年|年年|一直)(?:在)?(?:上涨|增长|递增|增加|上升)|(?:同比|去年)[^,;。]{0,3}(?:增长|上涨)")
UNSURE = re.compile(r"还是|有没有|没说|没算|不清|不知|多少|说不准|记不")


def growth(profile: Profile, body: str) -> Iterator[Verdict]:
    """That something has grown, by no stated share: 研发费用较前一年度增长."""
    if by := FALLEN_BY.search(body):
        yield from _fallen_by(profile, Decimal(by["by"]))
        return
    held = HELD_UP.search(body)  # that it did not fall
    match = held or GROWS.search(body) or FALLEN.search(body)
    if not match:
        return
    falls = match.re is FALLEN
    told = next(
        (item for item in profile.told if item.unit == "%" and "增长" in item.words and overlap(match["noun"], item.words) > 0), None
    )
    if told:
        yield "met" if (told.value < 0 if falls else told.value > 0 or (held and not told.value)) else "not_met"
        return
    clauses = [clause.group() for clause in CLAUSE.finditer(profile.text)]
    for at, clause in enumerate(clauses):
        about = clause + (clauses[at - 1] if at else "") + (clauses[at - 2] if at > 1 else "")
        if UNSURE.search(clause):
            continue
        if (more := ROSE.search(clause) or FELL.search(clause)) and overlap(match["noun"], about) > 0:
            yield "met" if (more.re is FELL) == falls else "not_met"
            return


def is_fall(body: str) -> bool:
    """Tell whether words ask that something has fallen by more than a stated share: 研发费用同比下降超过10%."""
    return bool(FALLEN_BY.search(body))


def _fallen_by(profile: Profile, by: Decimal) -> Iterator[Verdict]:
    """That it has fallen by more than a stated share; nothing where neither a fall nor a rise is told."""
    fall = next((item.value for item in profile.told if item.unit == "%" and re.search(r"[掉降减跌少]", item.words)), None)
    if fall is not None:
        yield "met" if abs(fall) > by else "not_met"
    elif ROSE.search(profile.text) or GREW.search(profile.text):
        yield "not_met"
