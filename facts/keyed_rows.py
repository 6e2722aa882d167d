"""Rows of a document's tables -> what each says of a part that a code, a number or a name tells apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facts.keys import key_of, keys_in
from facts.reward_columns import SUFFIX
from index.numerals import numeral
from index.passages import Passage
from index.tables.heads import kind_of_head

COUNTER = re.compile(r"编号|代码|序号|编码|^(?:项目|事项|专项)?号$")
NAME = re.compile(r"事项|名称|项目|政策|专项|条目")
KINDS = ("window", "limit", "who", "terms", "gives", "duty")
NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
NUMBER = re.compile(rf"(?:[（(](?P<bracketed>{NUMERAL})[）)]|(?P<bare>{NUMERAL})(?:[.、]?(?=\s|$)|[.、．](?!\d)))")
EMPTY = re.compile(r"[—－\-/无\s]*")
SIDE = re.compile(r"备注|说明$")


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row of a table.

    Attributes:
        passage: the row.
        table: what tells its table from others: headings and headers.
        keys: the codes that its first column holds, "" left out.
        number: its running number, 0 without one.
        name: what it is called, or "".
        case: what within its part it is of: 国家级, 首次认定, or "".
        cells: header, words and unit by kind: gives, limit, who, terms, window, duty.
    """

    passage: Passage
    table: tuple[str, ...]
    keys: tuple[str, ...]
    number: int
    name: str
    case: str
    cells: dict[str, tuple[str, str, str]]


def keyed_rows(passages: Sequence[Passage]) -> list[KeyedRow]:
    """Return the rows of a document, each with the code, number and name that it or the row above it bears."""
    return [_named(row) for row in _rows(passages)]


def _rows(passages: Sequence[Passage]) -> Iterator[KeyedRow]:
    last: KeyedRow | None = None
    for passage in passages:
        if passage.kind != "row" or passage.row is None:
            continue
        lines = [line.strip() for line in passage.context.splitlines()]
        at = next((place for place, line in enumerate(lines) if " | " in line), -1)
        heads = lines[at].split(" | ") if at >= 0 else []
        if not heads:
            continue
        row = _row(passage, heads, [line for line in lines[at + 1 :] if not re.match(r"注|说明|备注", line)])
        if last and last.table == row.table and not row.keys and not row.number:
            row = replace(row, keys=last.keys, number=last.number, name=row.name or last.name)
        last = row
        yield row


def _row(passage: Passage, heads: Sequence[str], above: Sequence[str]) -> KeyedRow:
    """A row by itself; `above` holds the labels that it shares with rows before it."""
    view = passage.row
    assert view is not None
    counter = bool(COUNTER.search(SUFFIX.sub("", heads[0])))
    opening = passage.text.lstrip("| \t") if counter else ""
    carried = next((line for line in above if key_of(line)), "")
    first = next((cell for cell in (view.label, opening) if key_of(cell)), "") or carried
    listed = keys_in(view.label) if view.head == SUFFIX.sub("", heads[0]) else frozenset()
    keys = tuple(sorted(listed)) if len(listed) > 1 else (key_of(first),) if first else ()
    number = NUMBER.match(opening)
    cells: dict[str, tuple[str, str, str]] = {}
    heading = SUFFIX.sub("", view.head)
    own = kind_of_head(heading) if not NAME.search(heading) else ""
    if own in KINDS and not COUNTER.search(heading):
        cells[own] = (heading, view.label, "")
    names: list[tuple[str, str]] = [] if own in KINDS or key_of(view.label) or COUNTER.search(view.head) else [(view.head, view.label)]
    for cell in view.cells:
        head = SUFFIX.sub("", cell[0])
        kind = kind_of_head(head)
        kind = kind if kind in KINDS else ""
        if EMPTY.fullmatch(cell[1]) or SIDE.search(head):
            continue
        if kind and kind not in cells:
            cells[kind] = cell
        elif kind == "gives":
            cells[kind] = (cells[kind][0], f"{cells[kind][1]}，{cell[1]}", cells[kind][2])
        elif not key_of(cell[1]):
            names.append((head, cell[1]))
    kept = [(head, re.sub(r"\s", "", words)) for head, words in names if not EMPTY.fullmatch(words)]
    name = next((words for head, words in kept if NAME.search(head)), "")
    case = "".join(words for _, words in kept if words != name)
    table = (*passage.headings, *heads, view.caption)
    return KeyedRow(
        passage, table, keys, int(numeral(number["bracketed"] or number["bare"])) if number and not keys else 0, name, case, cells
    )


def _named(row: KeyedRow) -> KeyedRow:
    """A row whose only words name its part: they are its name where no code does so, else its case."""
    if row.keys or row.name or not row.case:
        return row
    return replace(row, name=row.case, case="")
