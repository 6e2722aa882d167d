"""Lines whose cells are parted by spaces and broken over lines -> rows.

The lines are read as one stream of tokens. A break inside a cell leaves two words that touch; white space at a line's
end or start parts cells. Rows are found by their running number or by their tail of figures; the tokens of a row are
then laid over the columns at the least cost, in a second pass where a page break tore the row in two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.layout import MAX_TEXTS, WORD_IN_VALUES, Columns, judge_columns, lay_texts
from index.tables.values import MAX_COLUMNS, YEAR, is_value, looks_like_header

MAX_SPLITS = 8  # places in a row where a page break is looked for
LAST_HEADERS = ("属性", "备注", "单位")
SHORT_WORD = 6  # characters of a word that ends a full line and is no torn one: 预期性, 超额完成
ABOUT = ("左右", "以上", "以下", "以内")
OPEN_BRACKET = re.compile(r"[（(][^（()）]*$")
CLOSED_SOON = re.compile(r"[^（(\d]{0,12}[)）]")
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
            if last and ((touches and not _is_whole(last) and not is_value(word)) or _belongs(last, word, after)):
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
    """Tell whether a word at a line's end is a cell of its own: a figure, or the last name of a header."""
    return is_value(text) or text in LAST_HEADERS or bool(YEAR.fullmatch(text))


def _belongs(last: str, word: str, after: str = "") -> bool:
    opened = OPEN_BRACKET.search(last)
    if (opened and is_value(last[: opened.start()])) or (is_value(last) and word in ABOUT):
        return True
    if is_value(last) and word.startswith(("（", "(")) and OPEN_BRACKET.search(word) and CLOSED_SOON.match(after):
        return True
    if word in ("*", "＊") or (word.startswith(("（", "(")) and (not is_value(last) or word.endswith((")", "）")))):
        return True
    return bool(YEAR_ONLY.fullmatch(last)) and word.startswith("年")


def spaced_rows(lines: Sequence[Line], *, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows of a table of space-separated cells, and how many lines they take; [] where there is none.

    Args:
        lines: lines that may belong to the table, the header first.
        first_number: the running number of the first row, where rows have one.
    """
    tokens = tokenize_lines(lines)
    width, bodies = _bodies(tokens, str(first_number))
    if len(bodies) < 2 or not 2 <= width <= MAX_COLUMNS:
        return [], 0
    columns = judge_columns([[token.text for token in body] for body in bodies], width)
    bodies[-1] = _without_trail(bodies[-1], width, columns)
    laid = [_lay(body, columns) for body in bodies]
    if sum(cost for cost, _ in laid) > len(bodies) or not any(columns.figures):
        return [], 0
    header = RawRow(tuple(_pieces(tokens[:width], list(range(width)))))
    rows = [RawRow(tuple(_pieces(body, places))) for body, (_, places) in zip(bodies, laid, strict=True)]
    return [header, *rows], bodies[-1][-1].last_line + 1


def _bodies(tokens: list[Token], first_number: str) -> tuple[int, list[list[Token]]]:
    """Return the number of columns and the tokens of each row."""
    first = next((place for place, token in enumerate(tokens) if place >= 2 and token.text == first_number and token.starts_line), 0)
    if first and looks_like_header([token.text for token in tokens[:first]]):
        return first, _numbered(tokens[first:], first, int(first_number))
    width = next((place for place, token in enumerate(tokens) if place and token.starts_line), 0)
    if not looks_like_header([token.text for token in tokens[:width]]):
        return 0, []
    return width, _tailed(tokens[width:], width)


def _numbered(tokens: list[Token], width: int, number: int) -> list[list[Token]]:
    """Rows that start with running numbers."""
    starts = [0]
    place = width - 1
    while place < len(tokens) - 1:
        token = tokens[place]
        named = token.text == str(number + len(starts)) and not is_value(tokens[place + 1].text)
        if named and (token.starts_line or place - starts[-1] >= width):
            starts.append(place)
            place += width - 1
        else:
            place += 1
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


def _without_trail(body: list[Token], width: int, columns: Columns) -> list[Token]:
    """Return the last row without the lines of words after its figures, where the last column holds figures."""
    end = len(body)
    while columns.figures[-1] and end > width and not is_value(body[end - 1].text):
        end -= 1
    while end < len(body) and not body[end].starts_line:  # what stands in the figures' own line is the table's
        end += 1
    return body[:end]


def _lay(body: list[Token], columns: Columns) -> tuple[float, list[int]]:
    """Return the least cost and the column of every token of a row; a page break may have torn its word cells in two."""
    texts = [token.text for token in body]
    best = lay_texts(texts, columns)
    words = [column for column, figures in enumerate(columns.figures) if not figures and column]
    if len(body) > MAX_TEXTS or not words:
        return best
    splits = [split for split in range(2, len(body)) if body[split].restarts]
    for split in splits[:MAX_SPLITS]:
        cost, places = lay_texts(texts[:split], columns)
        cost += sum(WORD_IN_VALUES for text in texts[split:] if is_value(text))
        if cost < best[0] - 1e-9:
            best = cost, places + _rest(len(body) - split, words)
    return best


def _rest(count: int, words: list[int]) -> list[int]:
    """Columns of the texts after a page break: the last ones of words, one each, the first of them taking what is over."""
    if count <= len(words):
        return words[len(words) - count :]
    over = count - len(words)
    return [words[min(max(0, place - over), len(words) - 1)] for place in range(count)]


def _pieces(tokens: Sequence[Token], columns: Sequence[int]) -> list[Piece]:
    pieces: list[Piece] = []
    for token, column in zip(tokens, columns, strict=True):
        for place, part in enumerate(token.parts):
            spaced = pieces and (not place or (part[0] in "*＊年" and _belongs("".join(token.parts[:place]), part)))
            pieces.append(Piece(part, column, " " if spaced else ""))
    return pieces
