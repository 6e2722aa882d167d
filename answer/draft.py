"""Statements with their spans -> the answer's text with [n] marks, and its citations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from answer.answer import MAX_CITATION, MAX_CITATIONS, Citation
from answer.part_told import part_around, part_told
from answer.wording import finish
from index.passages import Passage
from index.store import PassageIndex

MARK = re.compile(r"\[(\d+)\]")
CLAUSE_END = re.compile(r"[，：；]")
LEAD = re.compile(r"^[^：，。]{2,8}：(?=.)")  # the place that a line begins with


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: the words shown, and the span of the document they come from.

    Attributes:
        words: what is shown.
        passage: the passage of the span.
        start: first code point of the cited span.
        end: one past the last.
        lead: put before the words where the statement is the first of its kind ("澄湾市").
    """

    words: str
    passage: Passage
    start: int
    end: int
    lead: str = ""


@dataclass(slots=True)
class Draft:
    """An answer in the making."""

    index: PassageIndex
    limit: int
    citations: list[Citation] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    region: str = ""  # that the last statement was of
    part: str = ""  # the part of it

    @property
    def text(self) -> str:
        """The text so far."""
        return "\n".join(self.lines)

    def say(self, words: str) -> None:
        """Add words that cite nothing: a lead, never a figure or a claim."""
        self.lines.append(words)

    def state(self, statement: Statement) -> bool:
        """Add a statement with its citation if there is room; say whether it was added."""
        number = self._number(statement)
        body = finish(statement.words)
        if not number or not body:
            return False
        lead, told = self._whose(statement)
        line = f"{lead}{'：' if lead else ''}{told}{'：' if told else ''}{body}[{number}]。"
        if len(self.text) + len(line) + 1 > self.limit:
            return False
        self.region, self.part = self._place(statement)
        self.lines.append(line)
        if number > len(self.citations):
            self.citations.append(self._citation(number, statement))
        return True

    def _whose(self, statement: Statement) -> tuple[str, str]:
        """The place and the part of it that a statement is led by, as far as the lines before and its own words do not tell them."""
        text, (region, part) = self.index.texts[statement.passage.doc], self._place(statement)
        told = "" if statement.passage.row else part_told(text, statement.start, statement.end)
        elsewhere = self.citations and (region != self.region or (self.part and self.part != part))
        lead = statement.lead or (region if elsewhere else "")
        return lead, "" if told and (told == self.part or told in lead) else told

    def _place(self, statement: Statement) -> tuple[str, str]:
        doc = statement.passage.doc
        return self.index.infos[doc].region, "" if statement.passage.row else part_around(self.index.texts[doc], statement.start)

    def tell(self, parts: Sequence[str | Statement]) -> bool:
        """Add a line of words and, where a statement stands among them, its mark, if there is room; say whether it was added."""
        known = list(self.citations)
        line = ""
        for part in parts:
            if isinstance(part, str):
                line += part
                continue
            number = self._number(part)
            if not number:
                self.citations = known
                return False
            if number > len(self.citations):
                self.citations = [*self.citations, self._citation(number, part)]
            line += f"[{number}]"
        if any(_clauses(line) <= _clauses(told) for told in self.lines):
            return True
        if len(self.text) + len(line) + 1 > self.limit:
            self.citations = known
            return False
        self.lines.append(line)
        return True

    def join(self, others: Sequence["Draft"]) -> None:
        """Add the lines of several drafts, each as far as its share of the room goes, then what still fits."""
        kept = [other.fitting(self.limit // len(others), MAX_CITATIONS // len(others)) for other in others]
        for place, other in enumerate(others):
            while kept[place] < len(other.lines) and self._fits(others, [*kept[:place], kept[place] + 1, *kept[place + 1 :]]):
                kept[place] += 1
        for other, count in zip(others, kept, strict=True):
            self.append(replace(other, lines=other.lines[:count]))

    def fitting(self, chars: int, citations: int) -> int:
        """Return how many of the lines stay within a number of characters and of citations, at least one."""
        for count in range(len(self.lines), 1, -1):
            text = "\n".join(self.lines[:count])
            if len(text) <= chars and len(set(MARK.findall(text))) <= citations:
                return count
        return min(1, len(self.lines))

    def _fits(self, others: Sequence["Draft"], kept: Sequence[int]) -> bool:
        lines = [(other, line) for other, count in zip(others, kept, strict=True) for line in other.lines[:count]]
        cited = {_key(other.citations[int(number) - 1]) for other, line in lines for number in MARK.findall(line)}
        return sum(len(line) + 1 for _, line in lines) <= self.limit and len(cited) <= MAX_CITATIONS

    def append(self, other: "Draft") -> None:
        """Add another draft's lines, its marks renumbered, as far as there is room."""
        known = {_key(citation): citation.n for citation in self.citations}
        for line in other.lines:
            if any(_said(line) in MARK.sub("", told) or _clauses(line) <= _clauses(told) for told in self.lines):
                continue
            wanted = [other.citations[int(number) - 1] for number in MARK.findall(line)]
            new = [citation for citation in dict.fromkeys(wanted) if _key(citation) not in known]
            if len(self.citations) + len(new) > MAX_CITATIONS or len(self.text) + len(line) + 1 > self.limit:
                break
            for citation in new:
                self.citations.append(replace(citation, n=len(self.citations) + 1))
                known[_key(citation)] = len(self.citations)
            renumbered = MARK.sub(lambda found: f"[{known[_key(other.citations[int(found.group(1)) - 1])]}]", line)
            self.lines.append(renumbered)

    def cite(self, statement: Statement) -> None:
        """Add a citation under the next number, for a mark that a line is given."""
        self.citations = [*self.citations, self._citation(len(self.citations) + 1, statement)]

    def renumber(self) -> None:
        """Number the citations in the order in which the text first names them."""
        cited = {citation.n: citation for citation in self.citations}
        order = [int(number) for number in MARK.findall(self.text) if int(number) in cited]
        numbers = {old: new for new, old in enumerate(dict.fromkeys([*order, *cited]), 1)}
        self.lines = [MARK.sub(lambda found: f"[{numbers.get(int(found[1]), found[1])}]", line) for line in self.lines]
        self.citations = [replace(cited[old], n=new) for old, new in numbers.items()]

    def room(self) -> int:
        """Return how many characters are left."""
        return self.limit - len(self.text)

    def _number(self, statement: Statement) -> int:
        for citation in self.citations:
            if citation.doc == statement.passage.doc and citation.start <= statement.start and statement.end <= citation.end:
                return citation.n
        return len(self.citations) + 1 if len(self.citations) < MAX_CITATIONS else 0

    def _citation(self, number: int, statement: Statement) -> Citation:
        passage = statement.passage
        info = self.index.infos[passage.doc]
        end = min(statement.end, statement.start + MAX_CITATION)
        text = self.index.texts[passage.doc][statement.start : end]
        heading = " > ".join(passage.headings)
        return Citation(number, passage.doc, info.title, heading, None, passage.passage_id, statement.start, end, text, passage.context)


def _said(line: str) -> str:
    """A line without the place that it begins with and without its marks."""
    return LEAD.sub("", MARK.sub("", line))


def _clauses(line: str) -> frozenset[str]:
    """What a line says, clause by clause, in whatever order."""
    return frozenset(CLAUSE_END.split(MARK.sub("", line).rstrip("。")))


def _key(citation: Citation) -> tuple[str, int, int]:
    return citation.doc, citation.start, citation.end
