"""A sentence's formulas -> whether they are true: "(3400家-1692家)÷1692家≈101%"."""

import ast
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, DecimalException

from answer.dimensions import kind_of_unit, unit_fits

OPERAND = r"\d+(?:\.\d+)?"
SIGNS = r"[+\-×÷*/^]"
RIGHT = re.compile(rf"\s*(?P<number>-?{OPERAND})(?P<scale>万亿|[十百千]?[万亿])?(?P<unit>[^\d()=≈]*)$")
TERM = re.compile(rf"(?P<number>{OPERAND})(?P<scale>万亿|[十百千]?[万亿])?(?P<unit>%|[^\d+\-×÷*/^()=≈\s]+(?:/[\u4e00-\u9fff]+)?)?")
SCALES = {
    "": 1,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "万": 10**4,
    "亿": 10**8,
    "万亿": 10**12,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
}
OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
LARGEST_POWER = 100
EXACT = Decimal("1e-9")  # of the last digit told, where a formula says = and not ≈


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of a text.

    Attributes:
        start: first character, an opening bracket around the whole included.
        end: one past the last.
        text: the formula without such brackets.
        operands: values with a unit, 万 and 亿 multiplied out, and the kinds of their units: what the documents have to state.
        result: the value told, 万 and 亿 multiplied out.
        kind: kind of its unit.
        true: the left side comes to it, to the last digit told and in a unit it can have.
    """

    start: int
    end: int
    text: str
    operands: tuple[tuple[Decimal, str], ...]
    result: Decimal
    kind: str
    true: bool


def formulas(text: str) -> list[Formula]:
    """Return the formulas of a plain text (NFKC) in order.

    >>> [(one.text, one.true) for one in formulas("增加1708家(3400家-1692家=1708家),增幅((3400家-1692家)÷1692家≈101%)")]
    [('3400家-1692家=1708家', True), ('(3400家-1692家)÷1692家≈101%', True)]
    >>> [one.true for one in formulas("倒推(49家÷70%=70家),(49家÷70%=7家)")]
    [True, False]
    >>> [one.true for one in formulas("增长25%,前一年(5亿元÷(1+25%)=4亿元),(5亿元÷(1+25%)=0.2亿元)")]
    [True, False]
    >>> [one.true for one in formulas("高0.3个百分点(3.8%-3.6%=0.3个百分点),高0.2%(3.8%-3.6%=0.2%),(5家=9家-4家)")]
    [False, False, False]
    """
    found = []
    for start, end in _bracketed(text):
        left, sign, right = re.split("([=≈])", text[start + 1 : end - 1], maxsplit=1)
        told = RIGHT.fullmatch(right)
        value = _value(left)
        if told is None and value is not None and (turned := _value(right)) is not None:
            found.append(Formula(start, end, text[start + 1 : end - 1], (), turned, "", False))  # the result has to stand behind
        if told is None or value is None:
            continue
        scale = Decimal(SCALES[told["scale"] or ""])
        operands = tuple(
            (Decimal(term["number"]) * SCALES[term["scale"] or ""], kind_of_unit(term["unit"] or ""))
            for term in TERM.finditer(left)
            if term["scale"] or term["unit"]
        )
        true = _comes_to(value, Decimal(told["number"]), scale, sign, "%" in told["unit"] and not _shares_only(left))
        true = true and unit_fits(left, TERM, told["unit"])
        result, kind = Decimal(told["number"]) * scale, kind_of_unit(told["unit"])
        found.append(Formula(start, end, f"{left}{sign}{right}".strip(), operands, result, kind, true))
    return found


def _bracketed(text: str) -> list[tuple[int, int]]:
    """The spans of outermost brackets with an equals sign and an operator between them."""
    spans, depth, start = [], 0, 0
    for place, char in enumerate(text):
        if char == "(":
            start = start if depth else place
            depth += 1
        elif char == ")" and depth:
            depth -= 1
            if not depth and re.search(r"[=≈]", text[start:place]) and re.search(SIGNS, text[start:place]):
                spans.append((start, place + 1))
    return spans


def _shares_only(left: str) -> bool:
    return all(term["unit"] in ("%", "个百分点", None) for term in TERM.finditer(left)) and "%" in left and not re.search("[÷/^]", left)


def _comes_to(value: Decimal, right: Decimal, scale: Decimal, sign: str, in_percent: bool) -> bool:
    exponent = right.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    came = value * 100 if in_percent else value / scale
    return abs(came - right) <= step * (Decimal("0.501") if sign == "≈" else EXACT)


def _value(left: str) -> Decimal | None:
    # a share that something is multiplied with or divided by, or that is added to the whole, is a hundredth
    parts = bool(re.search(rf"[×^]|÷\s*{OPERAND}\s*%|\(1[+\-]{OPERAND}%\)", left))

    def number(term: re.Match[str]) -> str:
        figure = Decimal(term["number"]) * SCALES[term["scale"] or ""]
        return f"{figure / 100 if parts and term['unit'] == '%' else figure:f}"

    body = TERM.sub(number, left)
    body = body.replace("×", "*").replace("÷", "/").replace("^", "**")
    try:
        return _evaluate(ast.parse(body, mode="eval").body)
    except (SyntaxError, ValueError, DecimalException, ZeroDivisionError):
        return None


def _evaluate(node: ast.expr) -> Decimal:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Decimal(str(node.value))
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        left, right = _evaluate(node.left), _evaluate(node.right)
        if isinstance(node.op, ast.Pow) and abs(right) > LARGEST_POWER:
            raise ValueError(f"expected a power of at most {LARGEST_POWER}, came {right}")
        return OPERATIONS[type(node.op)](left, right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_evaluate(node.operand)
    raise ValueError("expected numbers and + - × ÷ ^")
