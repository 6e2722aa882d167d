"""Parts of a document that share a code, a number or a name -> one measure each, whichever part states what of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from facts.amounts import read_amounts
from facts.articles import Articles
from facts.benefits import OTHER, benefit_of, kind_of
from facts.conditions import has_test
from facts.governing import governed
from facts.keyed_lines import Lines, lines_by_item, lines_by_key, lines_by_name, lines_by_reference
from facts.keyed_rows import KeyedRow, keyed_rows
from facts.keyed_terms import Asked, asked_in
from facts.keys import key_of, place_of
from facts.likeness import overlap
from facts.measure import Amount, Condition, Measure
from facts.row_words import rule_words
from facts.sentences import Sentence
from index.catalog import DocumentInfo
from index.passages import Passage

SAID = 0.6  # share of the words of a case that its conditions say already
NAME_WORDS = 30


@dataclass(slots=True)
class Part:
    """What shares one code, number or name: the rows that pay, the sentences that ask, and further rows."""

    key: str
    number: int
    name: str
    rows: list[KeyedRow]
    lines: Lines = field(default_factory=Lines)


def keyed_parts(passages: Sequence[Passage], sentences: Sequence[Sentence]) -> list[Part]:
    """Return the parts whose sums stand in a table and whose conditions stand in sentences elsewhere.

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
            or (lines_by_item(sentences, numbers).get(part.number) if part.number else None)
            or Lines()
        )
        if part.lines.sentences and not part.lines.paying():
            found.append(part)
    return found


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


def keyed_measures(info: DocumentInfo, parts: Sequence[Part], text: str, articles: Articles) -> Iterator[Measure]:
    """Yield the measure of each part, with what governs it."""
    for part in parts:
        if measure := _measure(info, part, text):
            first = part.lines.sentences[0]
            lead = " ".join(first.passage.headings[-1:])
            place = " ".join([*first.passage.headings, place_of(part.key, part.number)])
            yield governed(measure, articles, lead, first.article if not part.key else "", place)


def _measure(info: DocumentInfo, part: Part, text: str) -> Measure | None:
    asked = asked_in(part.lines.sentences, text, part.key, several=len(part.rows) > 1)
    if not asked.conditions:
        return None
    name = _name(part)
    paid = [(row, rule_words(row)) for row in part.rows]
    paying = "；".join(f"{row.case}的，{words}" if len(paid) > 1 and row.case else words for row, words in paid if words)
    amounts = _amounts(paid)
    start, end = asked.start, asked.end
    words = re.sub(r"\s", "", text[start:end])
    benefit = benefit_of(words)
    kind, label = kind_of(name + paying)
    if not amounts and (benefit is None and (kind, label) == OTHER):
        return None
    notes = tuple(
        Condition(row.passage.text, row.passage.start, row.passage.end, "general", _squeezed(row.passage.text)) for row in part.rows
    )
    case = [_case(row, asked) for row in part.rows if amounts and len(part.rows) == 1]
    return Measure(
        info.id,
        info.region,
        name,
        kind,
        label,
        bool(amounts),
        text[start:end],
        start,
        end,
        part.lines.sentences[0].passage.passage_id,
        conditions=(*asked.conditions, *(item for item in case if item), *asked.exclusions),
        amounts=amounts,
        duty=asked.duty or next((row.cells["duty"][1] for row in part.rows if "duty" in row.cells), ""),
        upgrade="差额" in paying or "补差" in paying,
        opens=asked.opens,
        closes=asked.closes,
        notes=notes,
        paying=paying if amounts else "",
    )


def _amounts(paid: Sequence[tuple[KeyedRow, str]]) -> tuple[Amount, ...]:
    """The tiers of one row, or those of several, each opened by its case and with its own words."""
    if len(paid) == 1:
        return read_amounts(paid[0][1], cell=True)
    found: list[Amount] = []
    for row, words in paid:
        for one in read_amounts(words, cell=True):
            found.append(replace(one, when=row.case + one.when, words=words))
    return tuple(found)


def _case(row: KeyedRow, asked: Asked) -> Condition | None:
    """What a single row is of, where that asks for more than the conditions say."""
    said = "".join(item.reading for item in asked.conditions)
    if not row.case or not has_test(row.case) or overlap(row.case, said) >= SAID:
        return None
    return Condition(row.passage.text, row.passage.start, row.passage.end, "clause", row.case)


def _name(part: Part) -> str:
    """The heading that bears the code, with it; else the name in the table, else the first words that pay."""
    sentence = part.lines.sentences[0]
    heading = sentence.passage.headings[-1] if sentence.passage.headings else ""
    if part.key and key_of(heading) == part.key:
        return re.sub(r"\s+", " ", heading)
    return " ".join(word for word in (part.key, part.name or part.rows[0].case[:NAME_WORDS]) if word)


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)
