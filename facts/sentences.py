"""Passages of a document -> its sentences, each with the question it answers; and the words by which articles govern measures."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON
from index.passages import Passage
from index.sentences import sentence_spans

COUNTED = re.compile(r"^[\s*]*问\s*(\d{1,3})")
NUMBERED = re.compile(r"^(\d{1,2})\s*[.．、]\s*(?=[\u4e00-\u9fff])")  # a heading that documents without articles refer to as one: 第10条
PARTED = re.compile(r"^\s*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]")


@lru_cache(maxsize=1)
def signs() -> dict[str, re.Pattern[str]]:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "articles.toml").read_text(encoding="utf-8"))
    return {name: re.compile(words) for name, words in tables.items()}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its span in the document, the passage that holds it, the words of a question just above it, its article.

    `number` is the running number of a titled part that documents without articles refer to as one: 第（三）条.
    `role` is what the label that it opens with says of what follows it, `lead` where that starts, `sums` that it is sums.
    """

    text: str
    start: int
    end: int
    passage: Passage
    asked: str = ""
    article: str = ""
    number: str = ""
    role: str = ""
    lead: int = 0
    sums: bool = False


def sentences_of(passages: Sequence[Passage], text: str) -> Iterator[Sentence]:
    """Yield the sentences of a document's passages, rows and titles left out."""
    last = 0
    carried = article = number = ""
    under: tuple[str, ...] = ()
    numbers = _numbers(passages)
    for passage in passages:
        if passage.kind in ("title", "row"):
            last, carried = passage.end, ""
            continue
        above = text[last : passage.start].strip()
        asked = above if signs()["question"].search(above) else carried
        last, carried = passage.end, ""
        if passage.headings and is_question(passage.headings[-1]):  # 问1：哪些人可以申请？
            asked = asked or passage.headings[-1]
            article = f"问{count[1]}" if (count := COUNTED.match(passage.headings[-1])) else ""
        for start, end in sentence_spans(text, passage.start, passage.end):
            piece = text[start:end]
            if signs()["question"].match(piece):
                asked = carried = piece
                article = f"问{count[1]}" if (count := COUNTED.match(piece)) else article
                continue
            if carried and piece.endswith(("？", "?")):
                asked = carried = carried + piece  # 生活补贴怎么发？哪些人可以领？
                continue
            carried = ""
            opens = not (before := text[passage.start : start].rstrip(" \u3000")) or before.endswith("\n")
            numbered = signs()["article"].match(piece) if opens else None  # ；第二条常年受理 names an article, and opens none
            article = numbered["number"] if numbered else article
            if opening := PARTED.match(piece):
                number = f"第（{opening['number']}）条" if _titles(passage, piece[opening.end() :]) else ""
                under = passage.headings
            of = numbers.get(passage.headings[-1:], "") if not article else ""
            yield Sentence(piece, start, end, passage, asked, article, of or (number if passage.headings == under else ""))


def is_question(title: str) -> bool:
    """Tell whether a heading is the question that the text below it answers."""
    return title.endswith(("？", "?"))


def _numbers(passages: Sequence[Passage]) -> dict[tuple[str, ...], str]:
    """The running numbers of headings, as articles, where no two headings have the same."""
    headings = {passage.headings[-1:] for passage in passages if passage.headings}
    found = {title: f"第{match[1]}条" for title in headings if (match := NUMBERED.match(title[0]))}
    return found if len(set(found.values())) == len(found) else {}


def _titles(passage: Passage, words: str) -> bool:
    """Tell whether some words are the heading above their passage."""
    return bool(passage.headings) and words.strip().rstrip("。") == passage.headings[-1]
