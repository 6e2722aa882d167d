"""Passages of a document -> its sentences, each with the question it answers; and the words by which articles govern measures."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON
from index.passages import Passage
from index.sentences import sentence_spans


@lru_cache(maxsize=1)
def signs() -> dict[str, re.Pattern[str]]:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "articles.toml").read_text(encoding="utf-8"))
    return {name: re.compile(words) for name, words in tables.items()}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its span in the document, the passage that holds it, the words of a question just above it, its article."""

    text: str
    start: int
    end: int
    passage: Passage
    asked: str = ""
    article: str = ""


def sentences_of(passages: Sequence[Passage], text: str) -> Iterator[Sentence]:
    """Yield the sentences of a document's passages, rows and titles left out."""
    last = 0
    carried = article = ""
    for passage in passages:
        if passage.kind in ("title", "row"):
            last, carried = passage.end, ""
            continue
        above = text[last : passage.start].strip()
        asked = above if signs()["question"].search(above) else carried
        last, carried = passage.end, ""
        for start, end in sentence_spans(text, passage.start, passage.end):
            piece = text[start:end]
            if signs()["question"].match(piece):
                asked = carried = piece
                continue
            carried = ""
            numbered = signs()["article"].match(piece)
            article = numbered.group().strip() if numbered else article
            yield Sentence(piece, start, end, passage, asked, article)
