"""Lines whose cells are parted by spaces and broken over lines -> rows.

Rows are found in the stream of tokens by their running number or by their tail of figures; the tokens of a row are then
laid over the columns at the least cost, in a second pass where a page break tore the row in two.
"""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import RawRow
from index.tables.layout import MAX_TEXTS, WORD_IN_VALUES, Columns, judge_columns, lay_texts
from index.tables.tokens import Token, parted, token_pieces, tokenize_lines
from index.tables.values import MAX_COLUMNS, is_value, looks_like_header

MAX_SPLITS = 8  # places in a row where a page break is looked for


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
    bodies = [parted(part, columns.figures) for body in bodies for part in _with_below(body, columns)]
    laid = [_lay(body, columns) for body in bodies]
    if sum(cost for cost, _ in laid) > len(bodies) or not any(columns.figures):
        return [], 0
    header = RawRow(tuple(token_pieces(tokens[:width], list(range(width)))))
    rows = [RawRow(tuple(token_pieces(body, places))) for body, (_, places) in zip(bodies, laid, strict=True)]
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


def _with_below(body: list[Token], columns: Columns) -> list[list[Token]]:
    """The tokens of a row, and those of a row without a number (其中：…) that stands below it: all cells but the number, like its own."""
    width = len(columns.figures)
    own, below = body[:width], body[width:]
    alike = [is_value(token.text) for token in below] == [is_value(token.text) for token in own[1:]]
    if len(below) != width - 1 or not below[0].starts_line or not alike or not own[0].text.isdecimal():
        return [body]
    return [own, below]


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
