"""Lines under a header of years, kept in the look of a page, whose rows end in as many figures -> rows.

A long name stands on two lines or more, of which one holds the figures: the parts above it, or those below it, are of the same
name. Which of both holds is told by the table: the first part of a broken name fills its column, the rest seldom does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.lines import Line
from index.signs import is_caption, is_note
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.values import YEAR, is_value

TOKEN = re.compile(r"\S+")
GAP = re.compile(r"\S(?: {2,}|\u3000)\S")
NATURE = re.compile(r"预期性?|约束性?|指导性?|引导性?|参考性?")
HEAD = re.compile(
    r"(?P<group>类\s*别|领\s*域|维\s*度|方\s*面|分\s*类)?\s*(?P<number>序\s*号?|编\s*号?)?\s*(?P<name>(?:主\s*要)?指\s*标(?:\s*名\s*称)?|名\s*称)\s*(?P<unit>单\s*位)?\s*$"
)
BELOW_HEAD = re.compile(r"(?:号|标|名称|位|实绩|实际|实现|完成|中期|目标|预计|基期|现状|值|数|[（(][^（()）]{1,8}[)）])+")
PROSE = re.compile(r"[。；，]")
LONGEST = 30  # characters of a part of a name
FEWEST_ROWS, FEWEST_YEARS = 3, 2
GROUP, NUMBER, NAME, UNIT, FIGURES = range(5)  # columns


@dataclass(slots=True)
class _Row:
    """A line with figures, or one of a name alone: its pieces, how long its part of the name is, and whether a page begins with it."""

    pieces: list[Piece]
    length: int
    full: bool
    continued: bool
    parts: list["_Row"] = field(default_factory=list)


def figured_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where the header names no years, or no name is broken over lines.

    Args:
        lines: lines that may belong to the table, the header first.
    """
    header = _header(lines[0].text)
    if header is None:
        return [], 0
    pieces, years, natured = header
    taken = 1
    if len(lines) > 1 and (below := _below(lines[1].text)):
        pieces, taken = [*pieces, *below], 2
    found: list[_Row] = []
    for line in lines[taken:]:
        row = _row(line, years, natured=natured)
        if row is None:
            break
        found.append(row)
    while found and not found[-1].full and not _ends_below(found):
        found.pop()
    full = [row for row in found if row.full]
    if len(full) < FEWEST_ROWS or len(full) == len(found) or not all(row.length for row in full):
        return [], 0  # figures between the halves of a name are read elsewhere
    _join(found)
    rows = [RawRow(tuple(_in_order(row)), row.continued) for row in full]
    return [RawRow(tuple(pieces)), *rows], taken + len(found)


def _header(text: str) -> tuple[list[Piece], int, bool] | None:
    """The pieces of the header line, how many years it names, and whether it names a column of natures behind them."""
    if not GAP.search(text.strip()):
        return None
    tokens = list(TOKEN.finditer(text))
    first = next((at for at, token in enumerate(tokens) if YEAR.fullmatch(token.group())), len(tokens))
    years = 0
    while first + years < len(tokens) and YEAR.fullmatch(tokens[first + years].group()):
        years += 1
    rest = [token.group() for token in tokens[first + years :]]
    natured = bool(rest) and re.fullmatch(r"属性|性质|类型", "".join(rest)) is not None
    lead = text[: tokens[first].start()] if first < len(tokens) else ""
    named = HEAD.match(lead.strip())
    if years < FEWEST_YEARS or (rest and not natured) or named is None:
        return None
    offset = len(lead) - len(lead.lstrip())
    pieces = []
    for token in tokens[:first]:
        at = token.start() - offset
        column = next(
            (
                place
                for place, name in ((GROUP, "group"), (NUMBER, "number"), (NAME, "name"), (UNIT, "unit"))
                if named.start(name) <= at < named.end(name)
            ),
            NO_CELL,
        )
        pieces.append(Piece(token.group(), column))
    pieces += [Piece(token.group(), FIGURES + place) for place, token in enumerate(tokens[first : first + years])]
    pieces += [Piece(word, FIGURES + years) for word in rest]
    return pieces, years, natured


def _below(text: str) -> list[Piece]:
    """The pieces of a second line of the header (号 … 实绩 实绩 中期 目标); [] for a line that is none."""
    words = [token.group() for token in TOKEN.finditer(text)]
    if not words or not all(BELOW_HEAD.fullmatch(word) for word in words):
        return []
    return [Piece(word, NO_CELL, " ") for word in words]  # a header that comes again has no such line


def _row(line: Line, years: int, *, natured: bool) -> _Row | None:
    """A line of the table; None for one that is none."""
    if is_note(line.text) or is_caption(line.text) or PROSE.search(line.text):
        return None
    tokens = [token.group() for token in TOKEN.finditer(_parted(line.text))]
    nature = [tokens.pop()] if natured and tokens and NATURE.fullmatch(tokens[-1]) else []
    figures = tokens[-years:]
    if len(tokens) > years and all(map(is_value, figures)):
        words = tokens[:-years]
        unit = [words.pop()] if len(words) > 1 else []
        lead = _lead(words)
        values = [Piece(value, FIGURES + place, " ") for place, value in enumerate(figures)]
        pieces = [*lead, *(Piece(word, UNIT, " ") for word in unit), *values, *(Piece(word, FIGURES + years, " ") for word in nature)]
        return _Row(pieces, _length(lead), True, line.after_page_break)
    if nature or not tokens or any(map(is_value, tokens)) or len("".join(tokens)) > LONGEST or line.after_blank:
        return None
    lead = _lead(tokens)
    return _Row(lead, _length(lead), False, line.after_page_break)


def _parted(text: str) -> str:
    """A line with figures in brackets that touch each other parted: 〔15.8〕〔17.3〕."""
    return re.sub(r"(?<=[〕\]）)])(?=[〔\[（(][\d.])", " ", text)


def _lead(words: Sequence[str]) -> list[Piece]:
    """The pieces before unit and figures: a group's word, a running number, a name."""
    at = next((place for place, word in enumerate(words) if word.isdecimal() and len(word) <= 3), -1)
    group = words[:at] if at > 0 else words[:1] if at < 0 and len(words) > 1 and len(words[0]) <= 2 else []  # noqa: PLR2004
    pieces = [Piece(word, NO_CELL) for word in group]
    if at >= 0:
        pieces.append(Piece(words[at], NUMBER, " "))
    rest = words[at + 1 :] if at >= 0 else words[len(group) :]
    gap = [Piece(" ", NO_CELL)] if pieces and rest else []
    return [*pieces, *gap, *(Piece(word, NAME) for word in rest)]


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces if piece.column == NAME)


def _ends_below(found: Sequence[_Row]) -> bool:
    """Tell whether a last line without figures may be the rest of the name above it: names go on below elsewhere, never above."""
    return len(found) > 1 and found[-2].full and not _goes_before(found[:-1])


def _goes_before(found: Sequence[_Row]) -> bool:
    """Tell whether lines of a name alone are of the row below them: they fill the column as first parts do."""
    before = after = 0
    for place, row in enumerate(found):
        if row.full:
            continue
        above = found[place - 1] if place and found[place - 1].full else None
        below = found[place + 1] if place + 1 < len(found) and found[place + 1].full else None
        before += row.length - below.length if below else 0
        after += above.length - row.length if above else 0
        if above is None and place == 0:
            return True  # it stands above the first row
    return before >= after


def _join(found: Sequence[_Row]) -> None:
    """Give every line of a name alone to the row that it is of."""
    before = _goes_before(found)
    for place, row in enumerate(found):
        if row.full:
            continue
        order = range(place + 1, len(found)) if before else range(place - 1, -1, -1)
        own = next((found[at] for at in order if found[at].full), None)
        if own is not None:
            own.parts.append(row)
            row.continued = before


def _in_order(row: _Row) -> list[Piece]:
    """The pieces of a row in the file's order, with the parts of its name above or below."""
    above = [piece for part in row.parts if part.continued for piece in part.pieces]
    below = [piece for part in row.parts if not part.continued for piece in part.pieces]
    return [*above, *row.pieces, *below]
