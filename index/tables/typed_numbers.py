"""Tokens of rows that their running numbers are glued to (1地区生产总值) -> number and name as tokens of their own."""

import re
from collections.abc import Sequence

from index.tables.typed_tokens import Token, width_of
from index.tables.values import is_quantity

OPENS = re.compile(r"[（(]?(?P<number>\d{1,3})[）)]?[.、．]?")
FIGURE = re.compile(r"\d+\s?(?:左右|以上|以下|以内|[%％倍]|个百分点)+")
FIRST = re.compile(r"(?P<number>\d{1,2})[.、．]?(?=[^\d\s.,，、．%％])")  # before a name without a blank


def number_of(text: str) -> int:
    """Return the running number that a token is (3, 3., （3）), 0 for any other."""
    match = OPENS.fullmatch(text)
    return int(match["number"]) if match else 0


def part_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with glued numbers parted from their names, where the numbers count on from row to row."""
    found: list[Token] = []
    last = 0
    for place, token in enumerate(tokens):
        second = place > 0 and tokens[place - 1].first and not tokens[place - 1].text[:1].isdigit()  # behind the word of a group
        if not (token.first or second):
            found.append(token)
        elif (match := _glued(token.text, last)) and not _is_figure(tokens, place):
            last = int(match["number"])
            found.append(Token(match.group(), token.line, token.place, token.leader, token.first))
            found.append(Token(token.text[match.end() :], token.line, token.place + width_of(match.group()), "", False))
        else:
            last = number_of(token.text) if number_of(token.text) == last + 1 else last
            found.append(token)
    return found


def _is_figure(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a token is a figure with words behind it: alone on its line (6左右, 12家), or before what it is of."""
    alone = place + 1 == len(tokens) or tokens[place + 1].first
    return bool(FIGURE.fullmatch(tokens[place].text)) or (alone and tokens[place].first and is_quantity(tokens[place].text))


def _glued(text: str, last: int) -> re.Match[str] | None:
    """The number that a text opens with: any where there is none yet, else the next, also before a name's own (55G基站 for the fifth)."""
    if not last:
        return FIRST.match(text)
    return re.match(rf"(?P<number>{last + 1})(?:[.、．]?(?=[^\d\s.,，、．%％])|(?=\d{{1,2}}[^\d\s.,，、．%％年]))", text)
