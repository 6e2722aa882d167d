"""Short texts -> what they look like in a table: a figure, a year header, a name."""

import re

MAX_COLUMNS = 40  # wider "tables" are lists or drawings
LONGEST_VALUE = 40
LONGEST_HEADER = 20
VALUE = re.compile(
    r"(?:[>＞<＜≥≤≈~约]\s?)?[\[［〔【{｛]?[（(]?[+\-－]?\d[\d,，]*(?:\.\d+)?[)）]?[\]］〕】}｝]?\s*(?:[%％]|个百分点)?[*＊#△▲☆★①-⑨]*"
    r"(?:\s*[（(][^（()）]{1,10}[)）])?[*＊]?|[-—–－/]{1,4}|√|完成|超额完成|未完成"
)
QUANTITY = re.compile(r"(?:[>＞<＜≥≤≈~约超]\s?)?\d[\d,，]*(?:\.\d+)?\s?(?!年)[^\W\d_]{1,5}")  # with its unit in the cell
YEAR = re.compile(r"(?:19|20)\d{2}\s*年?")
FIGURE_HEAD = re.compile(  # what stands above figures of a year or of an aim
    r"(?<!\d)(?:19|20)\d{2}(?!\d)|十[一二三四五六七]五|现状|基期|基数|基准|基础值|初值|展望|远景|目标|实绩|实际|完成|预计|预期值|规划值|增[速幅量]|增长|年均|累计|期末"
)
HEADER_WORD = re.compile(
    r"序\s?号|编\s?号|指\s?标|单\s?位|名\s?称|项\s?目|内\s?容|类\s?[别型]|年|目\s?标|现\s?状|基\s?数|备\s?注|属\s?性"
    r"|增\s?[量幅速]|方\s?向|任\s?务|标\s?准|金\s?额|等\s?[级次]|级\s?别|对\s?象|条\s?件|措\s?施"
    r"|完\s?成|领\s?域|产\s?业|范\s?围|方\s?式|时\s?[限间]"
)


def is_value(text: str) -> bool:
    """Tell whether a cell holds a figure ("3.2", ">60", "166.7 (2019)", "[17]", "1.5 *", "---")."""
    return len(text) <= LONGEST_VALUE and bool(VALUE.fullmatch(text.strip()))


def is_quantity(text: str) -> bool:
    """Tell whether a cell holds a figure, bare or with a unit ("32平方公里", "380亿元")."""
    return is_value(text) or bool(QUANTITY.fullmatch(text.strip()))


def is_header_cell(text: str) -> bool:
    """Tell whether a short text could head a column."""
    body = text.strip()
    if not 0 < len(body) <= LONGEST_HEADER or any(mark in body for mark in "。；"):
        return False
    return bool(HEADER_WORD.search(body) or YEAR.fullmatch(body)) or not is_value(body)


def looks_like_header(cells: list[str]) -> bool:
    """Tell whether cells together look like a header: header words, no figure that is not a year."""
    named = [cell for cell in cells if cell.strip()]
    figures = [cell for cell in named if is_value(cell) and not YEAR.fullmatch(cell.strip())]
    if len(named) < 2 or figures or not all(map(is_header_cell, named)):
        return False
    return any(map(HEADER_WORD.search, named))


def column_width(cells: list[str]) -> int:
    """Return how many columns a run of cells, one after the other and header first, has; 0 where none fits.

    The width is right when every column but the first is all figures or all words, and the first is all words.
    """
    best, best_score = 0, 0.0
    for width in range(2, min(10, len(cells) // 3) + 1):
        if len(cells) % width or not looks_like_header(cells[:width]):
            continue
        columns = [cells[width + offset :: width] for offset in range(width)]
        shares = [sum(map(is_value, column)) / len(column) for column in columns]
        pure = sum(max(share, 1 - share) for share in shares) / width
        if shares[0] <= 0.1 or _counts(columns[0]):
            score = pure + (0.5 if max(shares[1:]) >= 0.7 else 0.0)
            if score > best_score + 1e-9:
                best, best_score = width, score
    return best if best_score >= 1.25 else 0


def _counts(column: list[str]) -> bool:
    return [cell.strip() for cell in column] == [str(number) for number in range(1, len(column) + 1)]
