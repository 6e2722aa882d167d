"""Sentences of a document -> the blocks of those that stand behind labels, one block an item: 支持对象：… 申报条件：… 支持标准：…."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from facts.entry_labels import entry_label, heads_entry
from facts.labels import Label, Labels
from facts.reaches import BULLET
from facts.sentences import Sentence, signs

TITLED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?"
    r"(?:政策|事项|项目|条款|奖补|奖励)(?:名称|项目|事项)[：:]\s*(?P<name>[^\n。；]{2,30})"
)
NUMBER = re.compile(r"\s*(?:第)?(?P<number>\d{1,2})[.．、项]")
NUMBERED = re.compile(r"\s*\d+[.．、](?!\d)")  # an item that its own first words are the title of
LABELS = ("name", "who", "terms", "barred", "gives", "when", "other")
ALONE = re.compile(
    r"\s*(?:\d{1,2}\s*[.、．]?|第[一二三四五六七八九十\d]{1,3}[条项款])\s*$"
)  # a number on a line of its own, between two items
LINE = 60  # characters of a line that may say what must hold
NAMES = re.compile(r"[^。；：:]{2,24}[！!]?\s*$")  # a line that may be the title of what the labels below it are of


@dataclass(slots=True)
class Block:
    """The sentences of one block, by label, and the titles that it stands under; `beside` another one under the same titles."""

    titles: tuple[str, ...] = ()
    beside: bool = False
    name: list[Sentence] = field(default_factory=list)
    who: list[Sentence] = field(default_factory=list)
    terms: list[Sentence] = field(default_factory=list)
    barred: list[Sentence] = field(default_factory=list)
    gives: list[Sentence] = field(default_factory=list)
    when: list[Sentence] = field(default_factory=list)
    other: list[Sentence] = field(default_factory=list)


class _Reader:
    """Puts sentences into blocks, one after the other."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._block = Block()
        self._current = ""
        self._heading: tuple[str, ...] = ()  # of the block
        self._under: tuple[str, ...] = ()  # the headings of the sentence before
        self._above: list[Sentence] = []  # the sentence before, where it is of no label
        self._asked = ""  # the question that it answers
        self._loose: list[Sentence] = []  # short lines of no label since the heading above them
        self._openers: set[str] = set()  # the roles that blocks began with
        self.blocks: list[Block] = []

    def read(self, given: Sentence) -> None:
        """Put a sentence where it belongs."""
        under = given.passage.headings[-1] if given.passage.headings else ""
        label = self._labels.of(given.text) or entry_label(given.text, under, paid=bool(self._block.gives))
        sentence = replace(given, role=label.role, lead=label.end, sums=label.sums) if label else given
        titles = self._titles(sentence)
        if not label and titles != sentence.passage.headings != self._under:
            label = self._labels.of(sentence.passage.headings[-1])
        self._under = sentence.passage.headings
        below = bool(self._current and self._heading) and titles[:-1] == self._heading and bool(NUMBERED.match(sentence.passage.text))
        alone = ALONE.match(sentence.text) is not None
        moved = (titles != self._heading and not below) or given.asked != self._asked
        self._asked = given.asked
        if alone or moved:
            self._above, self._loose = [], []
        if alone or moved or self._again(label):
            self.close(beside=not moved)
        self._heading = self._block.titles = self._heading if below else titles
        if label and not self._current and not self._heading:
            self._block.name = self._above
        if label and label.role == "gives" and not self._current and heads_entry(under):
            self._block.terms += [one for one in self._loose if one not in self._block.name]
        self._current = label.role if label else "" if self._ends(sentence) else self._current
        self._above = [sentence] if not self._current and NAMES.match(sentence.text) and not alone else []
        if not label and not self._current and len(given.text) <= LINE and not given.text.rstrip().endswith("。"):
            self._loose.append(given)
        if label and not any(getattr(self._block, role) for role in LABELS):
            self._openers.add(label.role)
        if self._current in LABELS and not alone:
            getattr(self._block, self._current).append(sentence)

    def close(self, *, beside: bool = False) -> None:
        """Keep the block, where it says what is given, and begin another one."""
        if self._block.gives:
            self.blocks.append(self._block)
        self._block, self._current = Block(beside=beside), ""

    def _again(self, label: Label | None) -> bool:
        """Tell whether a label opens another block than the one before it."""
        if label is None:
            return False
        block, kind = self._block, label.role
        if block.gives and kind == "who" and (block.who or kind in self._openers):
            return True
        if block.gives and kind in ("terms", "gives") and getattr(block, kind) and self._current != kind:
            return True
        return kind == "name" or (kind == "who" and bool(block.when) and not block.gives)

    def _ends(self, sentence: Sentence) -> bool:
        """Tell whether a sentence without a label is of none: on a line of its own below one that said what its label is of."""
        told = self._current == "other" or (self._block.beside and self._current in LABELS)
        before = getattr(self._block, self._current)[-1:] if told else []
        if not before or not before[0].role or not before[0].text[before[0].lead :].strip():
            return False
        if signs()["item"].match(sentence.text) or BULLET.match(sentence.text):
            return False
        offset = sentence.start - sentence.passage.start
        return offset == 0 or sentence.passage.text[:offset].endswith("\n")

    def _titles(self, sentence: Sentence) -> tuple[str, ...]:
        """The headings above a sentence, without a label at their end."""
        headings = sentence.passage.headings
        label = self._labels.of(headings[-1]) if headings else None
        return headings[:-1] if label and label.end == len(headings[-1]) else headings


def labelled_blocks(sentences: Sequence[Sentence], labels: Labels) -> Iterator[Block]:
    """Yield the blocks that say what is given, each with whom it is for and what must hold."""
    reader = _Reader(labels)
    for sentence in sentences:
        reader.read(sentence)
    reader.close()
    yield from reader.blocks


def number_of(block: Block) -> int:
    """Return the running number that the passage of a block opens with, else that of the title above it, 0 where it has none."""
    first = (block.who or block.terms or block.gives)[0]
    match = NUMBER.match(first.passage.text) if TITLED.match(first.passage.text) else None
    match = match or NUMBER.match((block.titles or ("",))[-1])
    return int(match["number"]) if match else 0


def starts_of(blocks: Sequence[Block]) -> set[int]:
    """Return where the sentences of some blocks start."""
    return {sentence.start for block in blocks for label in LABELS for sentence in getattr(block, label)}
