"""Lines -> cells and parts of cells in their order, each with its place in the line."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from index.lines import Line
from index.tables.values import is_value

LEADERS = re.compile(r"(?:…|⋯|\.{3,}|·{3,}|-{5,}|_{3,})+")
WORD = re.compile(r"\S+")
BEHIND = re.compile(r"以上|以下|以内|左右|[*＊#①-⑤]|[（(][^（()）]{1,10}[)）]")
OPENING, CLOSING = "（([［【〔", "）)]］】〕"
UNMARKED = r"[^（(\[［【〔）)\]］】〕\d]"
CLOSED_SOON = re.compile(rf"{UNMARKED}{{0,20}}\d{{0,9}}{UNMARKED}{{0,12}}[)）\]］】〕]")  # a bracket that was open


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a line: its text, the line's index, where it stands in it, dots before it, whether it opens the line."""

    text: str
    line: int
    place: int
    leader: str
    first: bool


def tokens_of(lines: Sequence[Line]) -> list[Token]:
    """Return the tokens of lines, those of open brackets and of words behind a figure (以上) joined."""
    found: list[Token] = []
    for number, line in enumerate(lines):
        found += _line_tokens(line.text, number)
    return found


def _line_tokens(text: str, number: int) -> list[Token]:
    found: list[Token] = []
    for match in WORD.finditer(text):
        at, leader = match.start(), ""
        for dots in [*LEADERS.finditer(text, match.start(), match.end()), None]:
            end = dots.start() if dots else match.end()
            if end > at:
                token = Token(text[at:end], number, width_of(text[:at]), leader, not found)
                _add(found, token, closed_later=CLOSED_SOON.match(text, at) is not None)
                leader = ""
            if dots:
                at, leader = dots.end(), leader + dots.group()
        if leader:
            found.append(Token("", number, width_of(text), leader, not found))
    return found


def stands_glued(before: Token, token: Token) -> bool:
    """Tell whether no blank parts a token from the one before it."""
    return not token.first and not token.leader and before.line == token.line and before.place + width_of(before.text) == token.place


def is_open(text: str) -> bool:
    """Tell whether a bracket in a text is not closed."""
    return sum(text.count(mark) for mark in OPENING) > sum(text.count(mark) for mark in CLOSING)


def _add(found: list[Token], token: Token, *, closed_later: bool) -> None:
    """Add a token, to the one before it where that is a bracket that the line closes, or a figure that it goes with."""
    last = found[-1] if found else None
    if last and not token.leader:
        goes_on = (closed_later and is_open(last.text)) or (is_value(last.text) and BEHIND.fullmatch(token.text))
        if goes_on:
            found[-1] = Token(f"{last.text} {token.text}", last.line, last.place, last.leader, last.first)
            return
    found.append(token)


def width_of(text: str) -> int:
    """Return how many places a text takes, in widths of a Latin letter."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
