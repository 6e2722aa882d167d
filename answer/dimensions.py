"""The left side of a formula -> the kind of unit its result has to have."""

import ast
import re

from answer.units import kind_of, same_kind

RATIO = "ratio"  # of two figures in one unit: told as a share, a multiple or a bare number
AS_RATIO = frozenset({"percent", "times", "doublings", "成", ""})


def kind_of_unit(unit: str) -> str:
    """Return the kind of a unit, the unit itself where it belongs to none; of 元/人 that of 元, as figures are read.

    >>> kind_of_unit("元/人"), kind_of_unit("马力")
    ('yuan', '马力')
    """
    own = unit.partition("/")[0].strip()
    return kind_of(own) or own


def unit_fits(left: str, term: re.Pattern[str], unit: str) -> bool:
    """Tell whether the result of a formula is told in a unit that its left side can give.

    A difference of shares is told in points, a share of two figures never is. What cannot be told, such as a product of two
    units or a left side that names none, fits.

    Args:
        left: the left side, plain.
        term: matches its terms, with groups "number" and "unit".
        unit: the unit of the result as written.
    """
    units = [kind_of_unit(match["unit"] or "") for match in term.finditer(left)]
    if not any(units):
        return True
    counter = iter(range(len(units)))
    body = term.sub(lambda _: f"u{next(counter)}", left).replace("×", "*").replace("÷", "/").replace("^", "**")
    try:
        given = _kind(ast.parse(body, mode="eval").body, units)
    except SyntaxError:
        return True
    told = kind_of_unit(unit)
    if given is None:
        return True
    if given == RATIO or not given:
        return told in AS_RATIO
    return same_kind(given, told) or (given == "percent" and told == "points")


def _kind(node: ast.expr, units: list[str]) -> str | None:
    """Return the kind of a part of a formula: "" for a bare number, None where it cannot be told."""
    if isinstance(node, ast.Name):
        return units[int(node.id[1:])]
    if isinstance(node, ast.UnaryOp):
        return _kind(node.operand, units)
    if not isinstance(node, ast.BinOp):
        return None
    one, two = _kind(node.left, units), _kind(node.right, units)
    if one is None or two is None:
        return None
    if isinstance(node.op, ast.Add | ast.Sub):
        return _sum(one, two, isinstance(node.op, ast.Sub))
    if isinstance(node.op, ast.Pow):
        return RATIO if one == RATIO else None
    return _product(one, two, isinstance(node.op, ast.Div))


def _sum(one: str, two: str, less: bool) -> str | None:
    if RATIO in (one, two) and {one, two} <= {RATIO, ""}:
        return RATIO
    if one == two == "percent":
        return "points" if less else "percent"
    return one if same_kind(one, two) else None


def _product(one: str, two: str, divided: bool) -> str | None:
    if divided and one == two and one:
        return RATIO
    if two in ("", "percent", RATIO):
        return one
    return two if one in ("", "percent", RATIO) and not divided else None
