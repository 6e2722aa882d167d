"""The first lines of a table -> the headers that they may be, each with the kinds of its columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from index.lines import Line
from index.tables.grid import NATURES, squeeze
from index.tables.kinds import Kind, is_known, kinds_of
from index.tables.placed_header import placed_columns
from index.tables.typed_tokens import Token, tokens_of, width_of
from index.tables.values import YEAR, is_header_cell, is_value

MOST_LINES = 16
LONGEST = 20
MOST_PLACED = 3  # lines of a header whose names are broken one part above the other
FAR = 40  # places between the parts of one header
CHARACTER = 1
UNFINISHED = ("/", "／", "、", "及", "与", "和")
OPENING = "（(〔［[【"
BARE_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Header:
    """A reading of a header: its tokens, the column of each, the kinds of the columns, the lines it takes."""

    tokens: tuple[Token, ...]
    columns: tuple[int, ...]
    kinds: tuple[Kind, ...]
    taken: int


def headers(lines: Sequence[Line]) -> Iterator[Header]:
    """Yield the headers of indicator tables that lines may begin with: cells in their order, or a second line below the first."""
    split = list(takewhile(_are_names, (tokens_of([line]) for line in lines[:MOST_LINES])))
    if not split or not (any(is_known(token.text) for token in split[0]) or _is_torn(split[:2])):
        return
    seen = set()
    for count in range(1, len(split) + 1):
        rows = [[Token(t.text, n, t.place, t.leader, t.first) for t in row] for n, row in enumerate(split[:count])]
        flat = [token for row in rows for token in row]
        readings = [_joined(flat, years=years, natures=natures) for years in (True, False) for natures in (False, True)]
        if count == 2 and len(rows[0]) >= 3:
            readings += [below for natures in (False, True) if (below := _below(*rows, natures=natures))]
        if 2 <= count <= MOST_PLACED and (placed := placed_columns(rows, [line.text for line in lines[:count]])):
            readings.append(placed)
        for columns in readings:
            kinds = kinds_of(names_of(flat, columns))
            if kinds and (count, tuple(columns)) not in seen:
                seen.add((count, tuple(columns)))
                yield Header(tuple(flat), tuple(columns), tuple(kinds), count)
                if "serial" not in kinds:
                    yield _with_numbers(flat, columns, kinds, count)


def _with_numbers(tokens: Sequence[Token], columns: Sequence[int], kinds: Sequence[Kind], count: int) -> Header:
    """A header whose rows have running numbers before their names, though nothing stands above these."""
    place = kinds.index("name")
    shifted = tuple(column + (column >= place) for column in columns)
    return Header(tuple(tokens), shifted, (*kinds[:place], "serial", *kinds[place:]), count)


def names_of(tokens: Sequence[Token], columns: Sequence[int]) -> list[str]:
    """Return the name of every column."""
    names = [""] * (max(columns, default=-1) + 1)
    for token, column in zip(tokens, columns, strict=True):
        names[column] += token.text
    return names


def _are_names(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(
        len(token.text) <= LONGEST
        and not token.leader
        and (YEAR.fullmatch(token.text) or (is_header_cell(token.text) and not is_value(token.text)))
        for token in tokens
    )


def _joined(tokens: Sequence[Token], *, years: bool, natures: bool) -> list[int]:
    """The columns of tokens that follow one another, parts of a name put together.

    `years`: also 2025年 and 现状 on two lines; `natures`: also 指标 and 属性.
    """
    columns: list[int] = []
    whole = ""
    spaced = _spaced(tokens)
    for place, token in enumerate(tokens):
        if place in spaced:
            whole += token.text
            columns.append(columns[-1])
        elif whole and _goes_on(whole, token, years=years, natures=natures):
            columns.append(columns[-1])
            whole += token.text
        else:
            columns.append(columns[-1] + 1 if columns else 0)
            whole = token.text
    return columns


def _spaced(tokens: Sequence[Token]) -> set[int]:
    """The places of single characters that go on with the name before them, as blanks between all characters leave them."""
    texts = [token.text for token in tokens]
    found: set[int] = set()
    at = 0
    while at < len(texts):
        run = at + len(list(takewhile(lambda text: len(text) == CHARACTER, texts[at : at + LONGEST])))
        end = next((end for end in range(run, at + 1, -1) if is_known("".join(texts[at:end]))), at + 1)
        found |= set(range(at + 1, end))
        at = end
    return found


def _goes_on(whole: str, token: Token, *, years: bool, natures: bool) -> bool:
    if BARE_YEAR.fullmatch(whole) and token.text[0] == "年" and not token.text.startswith("年均"):
        return True
    if natures and token.first and NATURES.fullmatch(whole + token.text):
        return True
    if token.text[0] in OPENING or (len(whole) == CHARACTER and len(token.text) == CHARACTER):
        return True
    if YEAR.fullmatch(whole):
        return years and token.first and not any(char.isdigit() for char in token.text) and _kind_alone(token.text) == "figure"
    return token.first and not is_known(whole) and is_known(whole + token.text) and len(whole + token.text) <= 6


@lru_cache(maxsize=256)
def _kind_alone(name: str) -> str:
    found = kinds_of(["指标", "2000年", name])
    return found[2] if found else ""


def _is_torn(rows: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the first line is a single character that makes a header's name with the one below it."""
    return len(rows) == 2 and len(rows[0]) == 1 and is_known(rows[0][0].text + rows[1][0].text)


def _below(above: Sequence[Token], second: Sequence[Token], *, natures: bool) -> list[int]:
    """The columns of a header of two lines, the second's cells each below one of the first, as near as may be; [] for none."""
    columns = _joined(above, years=False, natures=natures)
    names = names_of(above, columns)
    first = [Token(names[column], 0, above[columns.index(column)].place, "", not column) for column in range(len(names))]
    best: dict[int, tuple[float, list[int]]] = {-1: (0.0, [])}
    for token in second:
        after: dict[int, tuple[float, list[int]]] = {}
        for last, (cost, path) in best.items():
            for column in range(last + 1, len(first)):
                more = cost + _apart(first[column], token)
                if more < after.get(column, (float("inf"), []))[0]:
                    after[column] = (more, [*path, column])
        best = after
    if not best:
        return []
    cost, path = min(best.values())
    return [*columns, *path] if cost < FAR * len(second) else []


def _apart(above: Token, below: Token) -> float:
    """How far a cell of the second line stands from one of the first, far where the two make no name."""
    both = squeeze(above.text + below.text)
    figures = _kind_alone(above.text) == "figure"
    aimed = _kind_alone(below.text) == "figure" or below.text[0] in OPENING
    fits = aimed if figures else (is_known(both) and not is_known(above.text)) or below.text[0] in OPENING
    middles = abs(2 * above.place + width_of(above.text) - 2 * below.place - width_of(below.text)) / 2
    apart = min(abs(above.place - below.place), middles) if not above.text.endswith(UNFINISHED) else 0.0
    return apart + (0.0 if fits else FAR)
