"""Rows and sentences of a document -> its parts that a code, a number, an article or a name tells apart, and what is of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facts.keyed_lines import Lines, lines_by_item, lines_by_key, lines_by_name, lines_by_reference
from facts.keyed_rows import KeyedRow, keyed_rows
from facts.keys import key_of
from facts.parts import parts_in
from facts.sentences import Sentence
from index.passages import Passage

FEWEST = 2  # parts that make codes of what lines open with


@dataclass(slots=True)
class Part:
    """What shares one code, number, article or name.

    Attributes:
        key: its code, or "".
        number: its running number, or 0.
        name: its name in a table, or "".
        rows: the rows that pay.
        lines: the sentences that ask.
        terms: the rows that ask, where no sentences do.
        paid: the sentences that pay, where no rows do.
    """

    key: str
    number: int
    name: str
    rows: list[KeyedRow]
    lines: Lines = field(default_factory=Lines)
    terms: list[KeyedRow] = field(default_factory=list)
    paid: Lines = field(default_factory=Lines)


def keyed_parts(passages: Sequence[Passage], sentences: Sequence[Sentence]) -> list[Part]:
    """Return the parts whose sums stand in one place and whose conditions stand in another.

    Args:
        passages: those of the document.
        sentences: its sentences.
    """
    rows = keyed_rows(passages)
    parts = list(_parts(rows))
    by_key = lines_by_key(sentences, {part.key for part in parts if part.key})
    by_name = lines_by_name(sentences, {part.name for part in parts if part.name})
    by_reference = lines_by_reference(sentences, rows)
    found = []
    for part in parts:
        table = part.rows[0].table
        numbers = [row.number for row in rows if row.table == table and row.number]
        referred = next((lines for place, lines in by_reference.items() if place[:-1] == table and place[-1] == str(part.number)), None)
        part.lines = (
            by_key.get(part.key)
            or referred
            or by_name.get(part.name)
            or _of_article(sentences, part.name)
            or (lines_by_item(sentences, numbers).get(part.number) if part.number else None)
            or Lines()
        )
        if not part.lines.sentences:
            part.terms = [row for row in rows if _asks(row, part)]
        if (part.lines.sentences or part.terms) and not part.lines.paying():
            found.append(part)
    return found + _of_lines(sentences, {part.key for part in parts})


def _parts(rows: Sequence[KeyedRow]) -> Iterator[Part]:
    """The rows that pay, by table and code, number or name."""
    groups: dict[tuple[object, ...], Part] = {}
    for row in rows:
        if "gives" not in row.cells or not (row.keys or row.number or row.name):
            continue
        key = row.keys[0] if row.keys else ""
        place = (row.table, key, row.number, "" if key or row.number else row.name)
        groups.setdefault(place, Part(key, row.number, row.name, [])).rows.append(row)
    yield from groups.values()


def _asks(row: KeyedRow, part: Part) -> bool:
    """Tell whether a row of another table asks for something of a part."""
    if "gives" in row.cells or not {"who", "terms"} & set(row.cells) or {"who", "terms"} & set(part.rows[0].cells):
        return False
    return part.key in row.keys if part.key else bool(part.name) and row.name == part.name


def _of_article(sentences: Sequence[Sentence], label: str) -> Lines | None:
    """The sentences of the article that a row is of, by its label: 第二条."""
    named = parts_in(label) if re.fullmatch(r"第[一二三四五六七八九十百\d]+条", label) else frozenset()
    own = [sentence for sentence in sentences if sentence.article and named & parts_in(sentence.article)]
    return Lines(own) if named and own else None


def _of_lines(sentences: Sequence[Sentence], known: set[str]) -> list[Part]:
    """Parts of lines alone: under one heading they ask, under another, with the same codes, they pay."""
    codes = {key for sentence in sentences if (key := key_of(sentence.text))} - known
    found = []
    for key, lines in lines_by_key(sentences, codes).items():
        sections: dict[tuple[str, ...], Lines] = {}
        for sentence in lines.sentences:
            sections.setdefault(sentence.passage.headings, Lines()).sentences.append(sentence)
        paid = [section for section in sections.values() if section.paying()]
        asks = [section for section in sections.values() if not section.paying()]
        if len(paid) == 1 and asks:
            found.append(Part(key, 0, "", [], Lines([item for section in asks for item in section.sentences]), [], paid[0]))
    return found if len(found) >= FEWEST else []
