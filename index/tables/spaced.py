"""Lines whose cells are parted by spaces, or broken over lines -> rows.

The lines are read as one stream of tokens. A break inside a cell leaves two words that touch; white space at a line's
end or start parts cells. Rows are found by their running number or by their tail of figures; the tokens of a row are
then laid over the columns at the least cost, in a second pass where a page break tore the row in two.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from index.lines import Line
from index.markers import is_caption, parse_marker
from index.tables.grid import Piece, RawRow, squeeze
from index.tables.values import YEAR, is_value, looks_like_header

MAX_ROWS_WITHOUT = 3  # tokens a row may lack before the reading is given up
NOTE = re.compile(r"\s*(?:注|备\s*注|说\s*明|数据来源|资料来源)\s*[:：]")
EMPTY, WORD_IN_VALUES, VALUE_IN_WORDS, CROWDED = 2.0, 1.0, 0.3, 1.5


@dataclass(frozen=True, slots=True)
class Token:
    """Stretches of text that belong together: `starts_line` and `restarts` say how its first one stands in the file."""

    parts: tuple[str, ...]
    starts_line: bool
    restarts: bool  # first on a line that is set off without a blank line: a row may go on in its first column here
    line: int

    @property
    def text(self) -> str:
        """The token's text, parts joined."""
        return "".join(self.parts)


def region(lines: list[Line], at: int) -> list[Line]:
    """Return the lines from `at` on that may belong to a table: up to a note, caption, heading or sentence."""
    end = at
    while end < len(lines):
        text = lines[end].text
        marker = parse_marker(text)
        if NOTE.match(text) or is_caption(text) or "。" in text or text.strip().startswith("——"):
            break
        if marker and marker.style in ("part", "chapter", "section", "article", "comma", "bracket", "appendix"):
            break
        end += 1
    if end < len(lines) and "。" in lines[end].text:
        while end > at and len(lines[end - 1].text.strip()) >= 20 and not lines[end - 1].text[-1:].isspace() and not is_value(lines[end - 1].text.split()[-1]):
            end -= 1
    return lines[at:end]


def tokenize_lines(lines: list[Line]) -> list[Token]:
    """Return the tokens of a region, words broken over lines and stars, brackets and 年 after figures put together."""
    tokens: list[Token] = []
    for index, line in enumerate(lines):
        words = line.text.split()
        for place, word in enumerate(words):
            touches = not place and tokens and not line.text[0].isspace() and not lines[index - 1].text[-1:].isspace()
            last = tokens[-1].text if tokens else ""
            if tokens and ((touches and not is_value(last) and not is_value(word)) or _belongs(last, word)):
                tokens[-1] = replace(tokens[-1], parts=(*tokens[-1].parts, word))
            else:
                restarts = not place and line.text[0].isspace() and (line.after_page_break or not line.after_blank)
                tokens.append(Token((word,), not place, restarts or (not place and line.after_page_break), index))
    return tokens


def _belongs(last: str, word: str) -> bool:
    if word in ("*", "＊") or (word.startswith(("（", "(")) and (not is_value(last) or word.endswith((")", "）")))):
        return True
    return bool(re.fullmatch(r"(?:19|20)\d{2}", last)) and word.startswith("年")


def spaced_rows(lines: list[Line], at: int) -> tuple[list[RawRow], int]:
    """Return header and rows of a table of space-separated cells that starts at `at`, and the index after it; [] where none."""
    block = region(lines, at)
    tokens = tokenize_lines(block)
    first = next((place for place, token in enumerate(tokens) if place >= 2 and token.text == "1" and token.starts_line), 0)
    if first and looks_like_header([token.text for token in tokens[:first]]):
        width = first
        bodies = _numbered(tokens[first:], width)
    else:
        width = next((place for place, token in enumerate(tokens) if place and token.starts_line), 0)
        if not looks_like_header([token.text for token in tokens[:width]]):
            return [], at
        bodies = _tailed(tokens[width:], width)
    if width < 2 or len(bodies) < 2:
        return [], at
    kinds, merging = _column_kinds(bodies, width)
    if kinds[-1]:
        while len(bodies[-1]) > width and not is_value(bodies[-1][-1].text):
            bodies[-1] = bodies[-1][:-1]
    laid = [_lay(body, kinds, merging) for body in bodies]
    if sum(cost for cost, _ in laid) > len(bodies) or not any(kinds):
        return [], at
    header = RawRow(tuple(_pieces(tokens[:width], list(range(width)))))
    rows = [RawRow(tuple(_pieces(body, columns))) for body, (_, columns) in zip(bodies, laid, strict=True)]
    return [header, *rows], at + bodies[-1][-1].line + 1 + _broken_lines(bodies[-1][-1])


def _broken_lines(token: Token) -> int:
    return len(token.parts) - 1 if len(token.parts) > 1 and not _belongs(token.parts[0], token.parts[1]) else 0


def _numbered(tokens: list[Token], width: int) -> list[list[Token]]:
    """Rows that start with 1, 2, 3 …"""
    starts = [0]
    while True:
        wanted = str(len(starts) + 1)
        found = next(
            (
                place
                for place in range(starts[-1] + width - 1, len(tokens) - 1)
                if tokens[place].text == wanted and not is_value(tokens[place + 1].text) and (tokens[place].starts_line or place - starts[-1] >= width)
            ),
            None,
        )
        if found is None:
            break
        starts.append(found)
    return [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]


def _tailed(tokens: list[Token], width: int) -> list[list[Token]]:
    """Rows that start with a word on a new line, after a row that is complete."""
    bodies: list[list[Token]] = []
    for token in tokens:
        complete = bodies and len(bodies[-1]) >= width
        if not bodies or (complete and token.starts_line and not is_value(token.text)):
            bodies.append([])
        bodies[-1].append(token)
    return bodies


def _column_kinds(bodies: list[list[Token]], width: int) -> tuple[tuple[bool, ...], tuple[float, ...]]:
    """For each column, whether it holds figures, and what it costs to merge words in it: less where cells are long.

    Judged by the rows that have just as many tokens as columns, else by the rows' tails.
    """
    exact = [body for body in bodies if len(body) == width] or [[body[0], *body[-(width - 1) :]] for body in bodies]
    columns = [[body[column].text for body in exact if column < len(body)] for column in range(width)]
    lengths = [sum(map(len, column)) / max(1, len(column)) for column in columns]
    kinds = tuple(sum(map(is_value, column)) * 2 > len(exact) for column in columns)
    return kinds, tuple(min(0.2, 1 / max(1.0, length)) for length in lengths)


def _lay(body: list[Token], kinds: tuple[bool, ...], merging: tuple[float, ...]) -> tuple[float, list[int]]:
    """Return the least cost and the column of every token of a row."""
    best = _one_pass([token.text for token in body], kinds, merging)
    for split in range(2, len(body)):
        if body[split].restarts:
            words = tuple(column for column, kind in enumerate(kinds) if not kind and column)
            tail = [token.text for token in body[split:]]
            if len(tail) > len(words):
                tail_columns = [words[min(max(0, place - (len(tail) - len(words))), len(words) - 1)] for place in range(len(tail))]
            else:
                tail_columns = list(words[len(words) - len(tail) :])
            head_cost, head = _one_pass([token.text for token in body[:split]], kinds, merging)
            cost = head_cost + sum(WORD_IN_VALUES for text in tail if is_value(text))
            if cost < best[0] - 1e-9:
                best = cost, head + tail_columns
    return best


def _one_pass(texts: list[str], kinds: tuple[bool, ...], merging: tuple[float, ...]) -> tuple[float, list[int]]:
    """Lay texts over columns from left to right."""

    @lru_cache(maxsize=None)
    def cost(token: int, column: int, crowd: int) -> tuple[float, tuple[int, ...]]:
        if token == len(texts):
            return EMPTY * (len(kinds) - column - (1 if crowd else 0)), ()
        options = []
        fit = (WORD_IN_VALUES if kinds[column] and not is_value(texts[token]) else 0.0) + (
            VALUE_IN_WORDS if not kinds[column] and is_value(texts[token]) and column else 0.0
        )
        extra = 0.0 if not crowd else CROWDED if kinds[column] else merging[column]
        rest, path = cost(token + 1, column, crowd + 1)
        options.append((fit + extra + rest, (column, *path)))
        if column + 1 < len(kinds):
            rest, path = cost(token, column + 1, 0)
            options.append((rest + (0.0 if crowd else EMPTY), path))
        return min(options)

    if len(texts) > 60:
        return EMPTY * len(texts), [min(place, len(kinds) - 1) for place in range(len(texts))]
    total, columns = cost(0, 0, 0)
    return total, list(columns)


def _pieces(tokens: list[Token], columns: list[int]) -> list[Piece]:
    pieces: list[Piece] = []
    for token, column in zip(tokens, columns, strict=True):
        for place, part in enumerate(token.parts):
            spaced = pieces and (not place or _belongs("".join(token.parts[:place]), part) and part[0] in "*＊年")
            pieces.append(Piece(part, column, " " if spaced else ""))
    return pieces


def is_spaced_header(text: str) -> bool:
    """Tell whether a line by itself looks like the header of a table of space-separated cells."""
    words = re.sub(r"((?:19|20)\d{2})\s+年", r"\1年", text).split()
    return len(words) >= 3 and looks_like_header(words) and any(YEAR.match(word) or squeeze(word) in ("单位", "指标", "指标名称", "序号") for word in words)
