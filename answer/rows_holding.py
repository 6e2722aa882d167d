"""A question which rows of a table name a thing in a cell (哪些产业依托甲大学) -> the labels of those rows, counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.answer import MAX_ANSWER, MAX_CITATIONS
from answer.case import Case
from answer.draft import Draft, Statement
from answer.table_rows import docs_asked, tables
from index.passages import Passage

WHICH = r"(?:哪[些几]|几|多少|哪[两二三四五六七八九])(?:[个项类条家])?"
ROWS = re.compile(WHICH + r"(?:行|项|个)(?![\u4e00-\u9fff])")
PARTS = re.compile(r"[、，,；;\n]")
SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{1,3}大(?!学|学生|道|厦|桥|会|型|户|数)")  # 哈工大
SPACE = re.compile(r"\s+")
SHORTEST = 3  # characters of a thing


@dataclass(frozen=True, slots=True)
class Held:
    """A thing that a row names.

    Attributes:
        thing: as the cell writes it, without white space.
        label: of the row.
        column: the header of the cell that names it.
        passage: the row.
        start, end: where the cell names it, in the document.
    """

    thing: str
    label: str
    column: str
    passage: Passage
    start: int
    end: int


def rows_holding(case: Case) -> Draft | None:
    """Return the labels of the rows of one table that name what a question names, None where it does not ask for them."""
    best: tuple[str, list[Held]] = ("", [])
    for rows in tables(docs_asked(case.retrieval, case.index), case.index):
        if not any(row.row and _asks_labels(case.text, row.row.head, row.row.caption) for row in rows):
            continue
        things = dict.fromkeys(one.thing for row in rows for one in _things(row, case) if _named(one.thing, case.text))
        if len(things) > 1:
            things = dict.fromkeys(thing for thing in things if not any(thing != other and thing in other for other in things))
        if len(things) == 1:
            (thing,) = things
            every = [one for row in rows for one in _things(row, case) if one.thing == thing]
            held = list({one.label: one for one in reversed(every)}.values())[::-1]
            best = (thing, held) if len(held) > len(best[1]) and len({one.column for one in held}) == 1 else best
    return _told(*best, case) if 1 < len(best[1]) <= MAX_CITATIONS else None


def _asks_labels(text: str, head: str, caption: str) -> bool:
    """Whether a question asks for the rows of a table by what names them (产业名称: 哪些产业), or calls them rows."""
    kind = re.sub(r"\s|名称$|类[别型]$|领域$", "", head)
    asked = len(kind) > 1 and re.search(rf"{WHICH}[^，。？?\d]{{0,4}}{re.escape(kind)}", text)
    return bool(asked) or bool("表" in text and caption and ROWS.search(text))


def _things(row: Passage, case: Case) -> Iterator[Held]:
    """The things that the cells of a row list."""
    text = case.index.texts[row.doc]
    if row.row is None:
        return
    for column, cell, _ in row.row.cells:
        for part in PARTS.split(cell):
            thing = SPACE.sub("", part)
            if len(thing) < SHORTEST or any(sign.isdigit() for sign in thing):
                continue
            spaced = r"\s*".join(map(re.escape, thing))
            if found := re.compile(rf"(?<![^\s、，,；;|]){spaced}(?![^\s、，,；;。|])").search(text, row.start, row.end):
                yield Held(thing, row.row.label, column, row, found.start(), found.end())


def _named(thing: str, text: str) -> bool:
    """Whether a question names a thing, a university by its short name too."""
    if thing in text:
        return True
    if not thing.endswith("大学"):
        return False
    return any(_abbreviates(short, thing) for found in SHORT_NAME.finditer(text) for short in _ends(found.group()))


def _ends(words: str) -> list[str]:
    return [words[at:] for at in range(len(words) - 2)] or [words]


def _abbreviates(short: str, name: str) -> bool:
    """Whether a short name takes characters of a name in their order, the first one first.

    >>> _abbreviates("哈工大", "哈尔滨工业大学"), _abbreviates("西工大", "哈尔滨工业大学")
    (True, False)
    """
    at = iter(name)
    return len(short) >= SHORTEST and short[0] == name[0] and all(sign in at for sign in short)


def _told(thing: str, held: list[Held], case: Case) -> Draft | None:
    """The labels, below a line that counts them."""
    draft = Draft(case.index, MAX_ANSWER)
    first = held[0]
    caption = SPACE.sub("", first.passage.row.caption) if first.passage.row else ""
    of = f"“{caption}”" if caption else "表"
    draft.say(f"{case.index.infos[first.passage.doc].region}的{of}里，“{first.column}”一栏有“{thing}”的有{len(held)}项：")
    for one in held:
        if not draft.tell([one.label, Statement("", one.passage, one.passage.start, one.passage.end), "。"]):
            return None
    return draft
