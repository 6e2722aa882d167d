"""Passages of a table whose cells stand one a line, as it is copied from a page -> a row for every running number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facts.keyed_rows import COUNTER, KINDS
from index.numerals import numeral
from index.passages import Passage, RowView

LINE = re.compile(r"[^\n]*\S[^\n]*")
NUMBER = re.compile(r"[（(]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]?")
NUMBERED = re.compile(r"[（(]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．]?\t")
HEAD = 12  # characters that a header has at most
FEWEST = 3  # headers that make a table, and cells that a row of it must have
MOST = 10
LONGEST = 40  # characters of a caption


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    start: int
    end: int


def with_flat_rows(passages: Sequence[Passage], text: str) -> list[Passage]:
    """Return passages with a row in place of the lines of each row of such tables.

    Args:
        passages: those of the document, in order.
        text: its text.
    """
    found: list[Passage] = []
    at = 0
    rows = list(_rows(passages, text))
    for row in rows:
        while at < len(passages) and passages[at].start < row.start:
            found += _outside(passages[at], rows, text)
            at += 1
        found.append(row)
    for passage in passages[at:]:
        found += _outside(passage, rows, text)
    return found


def _outside(passage: Passage, rows: Sequence[Passage], text: str) -> Iterator[Passage]:
    """What is left of a passage before and behind the rows of tables."""
    if passage.row is not None:
        yield passage
        return
    inside = [row for row in rows if row.start < passage.end and passage.start < row.end]
    if not inside:
        yield passage
        return
    low, high = inside[0].scope[0], inside[-1].end
    for start, end in ((passage.start, min(low, passage.end)), (max(high, passage.start), passage.end)):
        if end > start and text[start:end].strip():
            yield replace(passage, start=start, end=end, text=text[start:end])


def _rows(passages: Sequence[Passage], text: str) -> Iterator[Passage]:
    lines = [_Line(match.group().strip(), match.start(), match.end()) for match in LINE.finditer(text)]
    cut_off = {end: (heads, number, above) for heads, number, above, end in _cut_off(passages)}
    place = 0
    while place < len(lines):
        if lines[place - 1].end in cut_off and place:
            heads, number, above = cut_off[lines[place - 1].end]
            first = place
        elif width := _width(lines, place):
            heads, number, above = [line.words for line in lines[place : place + width]], 1, _before(passages, lines[place].start)
            first, place = place, place + width
        else:
            place += 1
            continue
        start, width = place, len(heads)
        while place + width <= len(lines) and _counts(lines[place].words) == number and _whole(lines, place, width, number):
            yield _row(passages, text, heads, lines[place : place + width], above, lines[first].start)
            place, number = place + width, number + 1
        place = max(place, start + (first == start))


def _cut_off(passages: Sequence[Passage]) -> Iterator[tuple[list[str], int, Passage, int]]:
    """Headers, next number, row and end of tables whose rows go on in lines that were not taken for rows: those of long cells."""
    for passage in passages:
        lines = [line for line in passage.context.splitlines() if " | " in line] if passage.row else []
        heads = lines[0].split(" | ") if lines else []
        number = NUMBERED.match(passage.text)
        if len(heads) >= FEWEST and COUNTER.fullmatch(heads[0]) and number:
            yield heads, int(numeral(number[1])) + 1, passage, passage.end


def _width(lines: Sequence[_Line], place: int) -> int:
    """How many headers stand at a place, a counter first, with the row number one below them; 0 where it is no table."""
    if not COUNTER.fullmatch(lines[place].words) or (place and lines[place - 1].words.endswith("，")):
        return 0
    for width in range(FEWEST, min(MOST, len(lines) - place)):
        if _counts(lines[place + width].words) == 1:
            heads = [line.words for line in lines[place : place + width]]
            kinds = {name for head in heads for name, pattern in KINDS if pattern.search(head)}
            plain = all(len(head) <= HEAD and not re.search(r"[，。；：]", head) for head in heads)
            return width if plain and "gives" in kinds and kinds & {"who", "terms"} else 0
    return 0


def _counts(words: str) -> int:
    """The running number that a line is, 0 where it is none."""
    match = NUMBER.fullmatch(words)
    return int(numeral(match[1])) if match else 0


def _whole(lines: Sequence[_Line], place: int, width: int, number: int) -> bool:
    """Tell whether a row has as many lines as there are headers: the next number stands behind it, or it is the last."""
    if place + width < len(lines) and _counts(lines[place + width].words) == number + 1:
        return True
    return not any(_counts(line.words) == number + 1 for line in lines[place : place + 2 * width])


def _before(passages: Sequence[Passage], start: int) -> Passage:
    """The last passage that begins before a place."""
    return next((passage for passage in reversed(passages) if passage.start < start), passages[0])


def _row(passages: Sequence[Passage], text: str, heads: Sequence[str], cells: Sequence[_Line], above: Passage, low: int) -> Passage:
    start, end = cells[0].start, cells[-1].end
    held = next((passage for passage in passages if passage.start < end and start < passage.end), above)
    caption = above.text.strip().splitlines()[-1] if above.row is None and above.end <= low and above.text.strip() else ""
    caption = above.row.caption if above.row else "" if len(caption) > LONGEST or "。" in caption else caption
    low = text.rfind(caption, 0, low) if caption and above.row is None else low
    view = RowView(
        cells[1].words, tuple((head, cell.words, "") for head, cell in zip(heads[2:], cells[2:], strict=True)), caption, "", heads[1]
    )
    return replace(
        held,
        start=start,
        end=end,
        text=text[start:end],
        kind="row",
        headings=above.headings,
        context="\n".join([caption, " | ".join(heads)]),
        scope=(low, end),
        row=view,
    )
