"""The notes below a table of measures and the rules below titles between its rows -> what they ask of the rows they are for.

A note that names rows by number, or a group of rows, is for these; one that names none is for all rows of its table, and where
the document has no other table of measures it is left to the general articles, as far as these read it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facts.demands import demanded, is_other, speaks_of_applicants
from facts.keyed_rows import keyed_rows
from facts.keys import keys_in
from facts.measure import Condition
from facts.numerals import arabic
from facts.parts import BUT
from facts.sentences import Sentence, signs
from index.numerals import numeral
from index.passages import Passage
from index.signs import is_note
from index.tables.heads import kind_of_head

COUNTED = re.compile(r"\s*[（(]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）).、．](?!\d)")
OPENS = re.compile(r"^\s*(?:[>*＊※★•·-]\s*)*(?:注|备注|说明)\s*\d?[:：]|^\s*(?:[>*＊※★•·-]\s*)+")
MARKED = re.compile(r"\s*[*＊※★]")
NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[类部]分?[:：、]?)\s*")
OF_KIND = r"(?:类|方向|项目|事项|政策|部分|领域|环节|条目)"
ITEMS = re.compile(r"序号\s?为?(?P<numbers>\d{1,2}(?:[、，和及至\-—~]\d{1,2})*)")
NUMBERS = r"第?\d{1,2}(?:[、，和及至\-—~]第?\d{1,2})*项"
NUMBERED = re.compile(rf"(?:对|申[报请]|除)?{NUMBERS}(?:[、和及]{NUMBERS})*的?(?:事项|项目|政策)?的?")
PREDICATE = re.compile(r"[应须需]|要求|不得|不低于|不少于|必须|方可|限于|[近未无满已]|不存在")
LEFT = re.compile(r"^(?:(?:申[报请]|享受)(?=的|，)|对于?|凡|除)?的?[，：:]?")
BETWEEN = re.compile("[；。]")
RULED = re.compile(r"[（(](?P<words>[^（()）]{6,60})[)）]")
LONGEST_TITLE = 24


@dataclass(slots=True)
class _Row:
    """A row, its number, and the names by which notes may call it or its group."""

    passage: Passage
    number: int
    names: list[str] = field(default_factory=list)
    asked: list[Condition] = field(default_factory=list)


@dataclass(slots=True)
class TableNotes:
    """What is asked of rows, and where the sentences start that ask it."""

    rows: list[_Row]
    starts: set[int]

    def of(self, start: int) -> tuple[Condition, ...]:
        """Return what is asked of the row that stands at a place."""
        return tuple(item for row in self.rows if row.passage.start <= start < row.passage.end for item in row.asked)


def table_notes(passages: Sequence[Passage], sentences: Sequence[Sentence], text: str) -> TableNotes:
    """Return what the notes of a document's tables of measures ask of their rows.

    Args:
        passages: those of the document; its rows are of measures, whatever pays nothing aside.
        sentences: its sentences.
        text: its text.
    """
    numbers = {row.passage.start: row.number for row in keyed_rows(passages)}
    tables: dict[tuple[int, int], list[_Row]] = {}
    for passage in passages:
        if passage.row and any(kind_of_head(head) == "gives" for head, _, _ in passage.row.cells):
            tables.setdefault(passage.scope, []).append(_Row(passage, numbers.get(passage.start, 0)))
    starts = [passage.start for passage in passages if passage.row]
    found = TableNotes([row for rows in tables.values() for row in rows], set())
    for rows in tables.values():
        _name(rows, text)
        if not any(row.number for row in rows):
            for number, row in enumerate(rows, 1):
                row.number = number
        low = rows[-1].passage.end
        high = _end(text, low, min((start for start in starts if start > low), default=len(text)))
        for sentence in sentences:
            if low <= sentence.start < high and _notes(sentence, rows, alone=len(tables) == 1):
                found.starts.add(sentence.start)
    return found


def _name(rows: Sequence[_Row], text: str) -> None:
    """Give rows their names: labels, what they are grouped under, and titles above them; what is said below a title is asked of them."""
    low = rows[0].passage.scope[0]
    title, ruled = "", list[Condition]()
    for row in rows:
        view = row.passage.row
        assert view is not None
        heads = {re.sub(r"[\s|]", "", line) for line in row.passage.context.splitlines()}
        at = low
        for line in text[low : row.passage.start].splitlines(keepends=True):
            words = re.sub(r"\s", "", line)
            if (match := RULED.fullmatch(words)) and (asked := _asked(match["words"], [title])):
                ruled = [Condition(line.strip(), at, at + len(line.rstrip()), "clause", asked)]
            elif words.replace("|", "") not in heads and (COUNTED.match(words) or (row is not rows[0] and 0 < len(words) <= LONGEST_TITLE)):
                title, ruled = NUMBERING.sub("", words), []
            at += len(line)
        low = row.passage.end
        cells = [cell for head, cell, _ in view.cells if kind_of_head(head) in ("name", "") and cell]
        row.names = [name for name in (_core(word) for word in (title, view.label, *cells)) if len(name) > 1]
        row.asked += ruled


def _core(name: str) -> str:
    """A name without its number and without the word for what it is."""
    return re.sub(rf"{OF_KIND}$", "", NUMBERING.sub("", re.sub(r"\s|[（(][^（()）]*[)）]", "", name)))


def _end(text: str, low: int, high: int) -> int:
    """Where the notes below a table end: behind the line of the note, and the lines numbered on from it."""
    at, number, end = low, 0, low
    for line in text[low:high].splitlines(keepends=True):
        at += len(line)
        if not line.strip():
            continue
        bare = OPENS.sub("", line) if end == low or MARKED.match(line) else line
        counted = COUNTED.match(bare)
        if end == low and not (is_note(line) or MARKED.match(line)):
            return low
        if end > low and not MARKED.match(line) and not (counted and numeral(counted[1]) == number + 1):
            return end
        number = int(numeral(counted[1])) if counted else number
        end = at
    return end


def _notes(sentence: Sentence, rows: Sequence[_Row], *, alone: bool) -> bool:
    """Give rows what a sentence asks of them; tell whether it asks anything that the general articles are not to read."""
    parts = [part for part in BETWEEN.split(re.sub(r"\s+", "", OPENS.sub("", sentence.text))) if part]
    meant = [_meant(part, rows) for part in parts]
    if (
        not any(meant)
        and alone
        and not OPENS.match(sentence.text)
        and all(speaks_of_applicants(part) or not _asked(part, []) for part in parts)
    ):
        return False
    taken = False
    for part, named in zip(parts, meant, strict=True):
        names = [name for row in named for name in row.names]
        barred = signs()["excludes"].search(part)
        words = _bare(part[: barred.start()] if barred else part, names) if barred else _asked(part, names)
        if not words or (barred and not named and alone):
            continue
        taken = True
        item = Condition(sentence.text, sentence.start, sentence.end, "exclusion" if barred else "clause" if named else "general", words)
        for row in named or rows:
            row.asked.append(item)
    return taken


def _meant(part: str, rows: Sequence[_Row]) -> list[_Row]:
    """The rows that a note names; [] where it names none."""
    words = ITEMS.sub(lambda match: "、".join(f"第{number}项" for number in _numbers(match["numbers"])), arabic(part))
    numbers = {int(key[1:]) for key in keys_in(words) if re.fullmatch(r"项\d+", key)}
    bare = NUMBERING.sub("", part)
    found = [row for row in rows if row.number in numbers or any(_names(bare, name) for name in row.names)]
    if BUT.search(part) and found:
        return [row for row in rows if row not in found]
    return found


def _numbers(words: str) -> Iterator[int]:
    for piece in re.split("[、，和及]", words):
        ends = [int(number) for number in re.findall(r"\d+", piece)]
        yield from range(ends[0], ends[-1] + 1)


def _names(part: str, name: str) -> bool:
    """Tell whether a note calls something by a name: in quotes, as a kind, or as its first words."""
    word = re.escape(name)
    return re.search(rf"[“\"「]{word}[^”\"」]{{0,4}}[”\"」]|(?:^|[，、和及对报除]){word}(?:{OF_KIND}|的|[须应需])", part) is not None


def _bare(part: str, names: Sequence[str]) -> str:
    """A note's words without its number and without what it names rows by."""
    words = NUMBERING.sub("", part)
    words = NUMBERED.sub("", ITEMS.sub("", arabic(words)))
    for name in sorted(set(filter(None, names)), key=len, reverse=True):
        called = rf"[“\"「]?{re.escape(name)}[^”\"」，]{{0,4}}?[”\"」]?{OF_KIND}*(?:[一二两三四五六七八九十\d]+项)?的?"
        words = re.sub(rf"{called}(?=，|[\u4e00-\u9fff])", "", words, count=1)
    return re.sub(r"^[、和及]+", "", LEFT.sub("", words))


def _asked(part: str, names: Sequence[str]) -> str:
    """What a note asks for, "" where it is of papers, procedure, offices, sums or days, or asks nothing."""
    words = re.sub(rf"^本{OF_KIND}", "", _bare(part, names))
    words = re.sub(r"^(?:事项|项目)?要求(?=[^，。；]{4})", "", words)
    if is_other(words.split("，")[0]) or not PREDICATE.search(part):
        return ""
    return demanded(words)
