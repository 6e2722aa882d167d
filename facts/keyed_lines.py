"""Sentences of a document -> those under each code, name or referred-to number, with what each of them says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from facts.amounts import read_amounts
from facts.keyed_rows import KeyedRow
from facts.keys import key_of
from facts.sentences import Sentence, signs
from index.numerals import numeral

CLASS_TITLE = re.compile(r"^[A-Z]类[：:]")
REFERS = re.compile(
    r"(?P<table>(?:附件|附表|附录|表)\s?[一二三四五六七八九十\d]{0,2})[^，。；（）]{0,10}?第\s?[（(]?(?P<number>[一二三四五六七八九十\d]{1,3})[）)]?\s?(?:项|款|条|行)"
)
CHAPTER = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[条章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])\s*"
)
LISTED = re.compile(r"条件|对象|要求|范围|情形|事项|内容")
NOT_LISTED = re.compile(r"材料|流程|程序|附则|共同|通用|一般|基本")
ITEM = re.compile(r"^\s*[（(]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[）)]|[.、．](?!\d))")
FEWEST = 3  # items that make two lists one by their numbers alone


@dataclass(slots=True)
class Lines:
    """The sentences of one part, in order."""

    sentences: list[Sentence] = field(default_factory=list)

    def paying(self) -> bool:
        """Tell whether they state a sum by themselves."""
        return any(read_amounts(sentence.text) for sentence in self.sentences)


def lines_by_key(sentences: Sequence[Sentence], known: Iterable[str]) -> dict[str, Lines]:
    """Return the sentences under each of some codes: those after a line that opens with it, or under a heading that does."""
    found: dict[str, Lines] = {}
    codes, current = frozenset(known), ""
    scope: tuple[str, ...] = ()
    for sentence in sentences:
        headings = sentence.passage.headings
        own, above = key_of(sentence.text), key_of(headings[-1]) if headings else ""
        if own in codes:
            current, scope = own, headings
        elif above in codes and headings != scope:
            current, scope = above, headings
        elif headings != scope or CLASS_TITLE.match(sentence.text) or own or signs()["article"].match(sentence.text):
            current = ""
        if current:
            found.setdefault(current, Lines()).sentences.append(sentence)
    return found


def lines_by_name(sentences: Sequence[Sentence], names: Iterable[str]) -> dict[str, Lines]:
    """Return the sentences of the paragraph that each of some names is the title of."""
    wanted = frozenset(names)
    found: dict[str, Lines] = {}
    for sentence in sentences:
        heading = re.sub(r"\s", "", CHAPTER.sub("", sentence.passage.headings[-1])) if sentence.passage.headings else ""
        name = heading if heading in wanted else title_of(sentence)
        if name in wanted:
            found.setdefault(name, Lines()).sentences.append(sentence)
    return found


def title_of(sentence: Sentence) -> str:
    """Return the short title that a paragraph opens with, "" where it has none: 第四条 设备更新补助。…"""
    opening = re.sub(r"\s", "", re.split(r"[。：:，]", CHAPTER.sub("", sentence.passage.text.strip()), maxsplit=1)[0])
    return CHAPTER.sub("", opening)


def lines_by_reference(sentences: Sequence[Sentence], rows: Sequence[KeyedRow]) -> dict[tuple[str, ...], Lines]:
    """Return the sentences of paragraphs that refer to a row by its number: 标准详见附件1第3项; by table and number."""
    found: dict[tuple[str, ...], Lines] = {}
    for sentence in sentences:
        words = re.sub(r"\s", "", sentence.passage.text)
        if (match := REFERS.search(words)) and not signs()["waives"].search(words):  # what is not asked of a row is said elsewhere
            for table in _tables(match["table"], int(numeral(match["number"])), rows):
                found.setdefault((*table, match["number"]), Lines()).sentences.append(sentence)
    return found


def _tables(named: str, number: int, rows: Sequence[KeyedRow]) -> set[tuple[str, ...]]:
    """The table that words name, else the only one that has a row with the number."""
    fits = {row.table for row in rows if row.number == number and "gives" in row.cells}
    own = {table for table in fits if any(re.sub(r"\s", "", part).startswith(named) for part in table)}
    return own or (fits if len(fits) == 1 else set())


def lines_by_item(sentences: Sequence[Sentence], numbers: Sequence[int]) -> dict[int, Lines]:
    """Return the items of the list that has exactly as many as a table has numbered rows; none where there is not one such list."""
    lists = [items for items in _lists(sentences) if sorted(items) == sorted(set(numbers)) and len(items) >= FEWEST]
    fits = [items for items in lists if not any(lines.paying() for lines in items.values())]
    return fits[0] if len(fits) == 1 else {}


def _lists(sentences: Sequence[Sentence]) -> Iterator[dict[int, Lines]]:
    """Numbered lists, each under headings that say that they tell who or what something is for."""
    items: dict[int, Lines] = {}
    scope: tuple[str, ...] = ()
    for sentence in sentences:
        match = ITEM.match(sentence.text)
        number = int(numeral(match["number"])) if match else 0
        headings = _above(sentence)
        if headings != scope or (number == 1 and items):
            if items:
                yield items
            items, scope = {}, headings
        title = scope[-1] if scope else ""
        if not LISTED.search(title) or NOT_LISTED.search(title):
            continue
        if number:
            items.setdefault(number, Lines()).sentences.append(sentence)
        elif items:
            items[max(items)].sentences.append(sentence)
    if items:
        yield items


def _above(sentence: Sentence) -> tuple[str, ...]:
    """The headings above a sentence, without that of its own passage."""
    opening = re.sub(r"\s", "", sentence.passage.text)
    return tuple(title for title in sentence.passage.headings if re.sub(r"\s", "", title) not in opening)
