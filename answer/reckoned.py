"""The formulas of a sentence -> whether they hold: true, of stated figures, and told as what they come to."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from answer.answer import Check
from answer.arithmetic import Formula, formulas
from answer.figures import Figure, figures
from answer.plain import plain
from answer.support import Support
from answer.units import same_kind

PLACES = re.compile(r"\d位")  # 第9位, told in a formula as 9位
CAPPED = re.compile(r"[^。；;]{0,40}?[,，]以上限为准")
Value = tuple[Decimal, str]  # with the kind of its unit


def reckoned(sentence: str, cited: Sequence[Support], computed: Collection[Value]) -> Iterator[Check]:
    """Check every formula of a sentence.

    Args:
        sentence: a sentence of an answer.
        cited: the spans it cites.
        computed: what other formulas of the answer come to, and what the asker told.

    Yields:
        A check a formula: it is true, the cited spans state what it is computed from, and the figure before it is its result.
    """
    text = plain(sentence)
    told = figures(text)
    stated = {(value, figure.kind) for support in cited for figure in support.figures for value in (figure.low, figure.high)}
    for formula in formulas(text):
        ranks = {(value, "any") for value, kind in stated if kind == "rank" and PLACES.search(formula.text)}
        known = stated | ranks | {value for value in computed if not (value[0] == formula.result and same_kind(value[1], formula.kind))}
        from_stated = all(is_among(operand, known) for operand in formula.operands)
        right = _told_right(formula, text, told) or _capped(formula, text, told, stated)
        yield Check(formula.text, formula.true and from_stated and right, "computed")


def is_among(value: Value, known: Collection[Value]) -> bool:
    """Tell whether a value is one of those known, in a unit of the same kind; a bare number can be of any."""
    return any(value[0] == number and (same_kind(value[1], kind) or not kind or not value[1]) for number, kind in known)


def without_formulas(sentence: str) -> str:
    """Return a sentence, plain, without its formulas."""
    text = plain(sentence)
    for formula in reversed(formulas(text)):
        text = text[: formula.start] + text[formula.end :]
    return text


def _capped(formula: Formula, text: str, told: Sequence[Figure], stated: Collection[Value]) -> bool:
    """Tell whether a formula comes to more than the cap that is told in its place, which a cited span states."""
    before = next((figure for figure in told if figure.end <= formula.start and not text[figure.end : formula.start].strip()), None)
    if before is None or not CAPPED.match(text, formula.end):
        return False
    return before.low < formula.result and is_among((before.low, before.kind), stated)


def _told_right(formula: Formula, text: str, told: Sequence[Figure]) -> bool:
    """Tell whether the figure right before a formula, where there is one, is what the formula comes to."""
    before = next((figure for figure in told if figure.end <= formula.start and not text[figure.end : formula.start].strip()), None)
    return before is None or (before.low == before.high == formula.result and same_kind(before.kind, formula.kind))
