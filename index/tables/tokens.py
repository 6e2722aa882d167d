"""Lines whose cells are parted by spaces -> one stream of tokens, and a row's tokens -> its pieces.

A break inside a cell leaves two words that touch; white space at a line's end or start parts cells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lines import Line
from index.tables.grid import Piece
from index.tables.layout import MAX_TEXTS
from index.tables.values import YEAR, is_value

LAST_HEADERS = ("属性", "备注", "单位")
SHORT_WORD = 6  # characters of a word that ends a full line and is no torn one: 预期性, 超额完成
ABOUT = ("左右", "以上", "以下", "以内")
OPEN_BRACKET = re.compile(r"[（(][^（()）]*$")
CLOSED_SOON = re.compile(r"[^（(\d]{0,12}[)）]")
PERIOD = re.compile(r"(?:19|20)\d{2}年?[-—–－~至](?:19|20)\d{2}年?")
YEAR_ONLY = re.compile(r"(?:19|20)\d{2}")


@dataclass(slots=True)
class Token:
    """Stretches of text that belong together.

    Attributes:
        parts: the stretches.
        starts_line: whether the first one opens a line.
        restarts: whether that line is set off without a blank line: a row may go on in its first column here.
        last_line: index of the line of the last part.
    """

    parts: list[str]
    starts_line: bool
    restarts: bool
    last_line: int

    @property
    def text(self) -> str:
        """The token's text, parts joined."""
        return "".join(self.parts)


def tokenize_lines(lines: Sequence[Line]) -> list[Token]:
    """Return the tokens of lines, words broken over lines and stars, brackets and 年 after figures put together."""
    tokens: list[Token] = []
    split = [line.text.split() for line in lines]
    for at, (line, line_words) in enumerate(zip(lines, split, strict=True)):
        full = at > 0 and _is_full(split[at - 1], len(split[0]), line_words, header=at == 1)
        for place, word in enumerate(line_words):
            last = tokens[-1].text if tokens and len(tokens[-1].parts) <= MAX_TEXTS else ""
            touches = not place and not full and last and not line.text[0].isspace() and not lines[at - 1].text[-1:].isspace()
            after = "".join([*line_words[place + 1 : place + 3], *(split[at + 1][:2] if at + 1 < len(split) else [])][:2])
            if last and ((touches and not (_is_whole(last) or _is_whole(word))) or _belongs(last, word, after)):
                tokens[-1].parts.append(word)
                tokens[-1].last_line = at
            else:
                restarts = not place and (line.after_page_break or (line.text[0].isspace() and not line.after_blank))
                tokens.append(Token([word], not place, restarts, at))
    return tokens


def _is_full(words: Sequence[str], width: int, after: Sequence[str], *, header: bool) -> bool:
    """Tell whether a line holds a row to its end: as many words as the header, the last one short, figures among them.

    The header itself has none; it is whole where the line after it is a row.
    """
    if width <= 2 or len(words) < width or len(words[-1]) > SHORT_WORD:
        return False
    return any(map(is_value, words)) or (header and len(after) >= width and any(map(is_value, after[1:])))


def _is_whole(text: str) -> bool:
    """Tell whether a word at a line's end or start is a cell of its own: a figure, a period, or the last name of a header."""
    return is_value(text) or text in LAST_HEADERS or bool(YEAR.fullmatch(text) or PERIOD.fullmatch(text))


def _belongs(last: str, word: str, after: str = "") -> bool:
    opened = OPEN_BRACKET.search(last)
    if (opened and is_value(last[: opened.start()])) or (is_value(last) and word in ABOUT):
        return True
    if is_value(last) and word.startswith(("（", "(")) and OPEN_BRACKET.search(word) and CLOSED_SOON.match(after):
        return True
    if word in ("*", "＊") or (word.startswith(("（", "(")) and (not is_value(last) or word.endswith((")", "）")))):
        return True
    return bool(YEAR_ONLY.fullmatch(last)) and word.startswith("年")


def parted(tokens: Sequence[Token], figures: Sequence[bool]) -> list[Token]:
    """Return a row's tokens, words that touch at a line's end apart where just these are the cells that it lacks.

    Args:
        tokens: those of the row.
        figures: for each column, whether it holds figures.
    """
    values = [is_value(token.text) for token in tokens]
    parts = [
        Token([part], bool(at) or token.starts_line, token.restarts, token.last_line)
        for token in tokens
        for at, part in enumerate(token.parts)
    ]
    whole = len(parts) == len(figures) and [is_value(part.text) for part in parts] == list(figures)
    blank_end = len(tokens) < len(figures) and values == list(figures[: len(values)])  # it may lack the cells of the last columns
    return parts if whole and len(tokens) < len(parts) and not blank_end else list(tokens)


def token_pieces(tokens: Sequence[Token], columns: Sequence[int]) -> list[Piece]:
    """Return the literal pieces of a row's tokens, each in the column of its token."""
    pieces: list[Piece] = []
    for token, column in zip(tokens, columns, strict=True):
        for place, part in enumerate(token.parts):
            spaced = pieces and (not place or (part[0] in "*＊年" and _belongs("".join(token.parts[:place]), part)))
            pieces.append(Piece(part, column, " " if spaced else ""))
    return pieces
