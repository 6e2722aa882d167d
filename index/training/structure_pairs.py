"""Documents' own structure -> pairs of a heading, or a row's name, and the text that stands under it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from index.errors import CewenError
from index.passages import Passage, chunk_document
from index.structure import parse_document
from index.training.questions import Judged

NUMBERING = re.compile(r"^(?:第?[一二三四五六七八九十百\d]+[章节条、.．)）]?|[（(][一二三四五六七八九十\d]+[）)])\s*")
FEWEST = 4
"""Characters of a heading that says something."""


def read_structure(name: str, texts: Iterable[str], synonyms: Mapping[str, Sequence[str]], rng: np.random.Generator) -> Judged:
    """Return headings and row names as questions over the passages under them.

    Half of the headings that hold a term of the field are asked in other words for it, as people do.

    Args:
        name: given to the set.
        texts: documents as received; one that cannot be parsed is left out.
        synonyms: how people say it -> the terms that plans use.
        rng: source of chance.
    """
    spoken = {term: said for said, terms in synonyms.items() for term in terms}
    number: dict[str, int] = {}
    found: dict[str, set[int]] = {}
    for text in texts:
        for passage in _passages(text):
            title = _title(passage)
            body = passage.text.replace("\n", " ")
            if len(title) < FEWEST or title in body:
                continue
            if rng.random() < 0.5:
                title = _reword(title, spoken)
            found.setdefault(title, set()).add(number.setdefault(body, len(number)))
    return Judged(name, tuple(found), tuple(number), tuple(frozenset(places) for places in found.values()))


def read_synonyms(path: Path) -> dict[str, list[str]]:
    """Return the Chinese part of a synonym lexicon: how people say it -> the terms that plans use."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {str(said): [str(term) for term in terms] for said, terms in tables["synonyms"].items()}


def _passages(text: str) -> list[Passage]:
    try:
        return list(chunk_document("text", parse_document(text)))
    except CewenError:
        return []


def _title(passage: Passage) -> str:
    """What a passage is about: a row's name with its caption, else the nearest heading without its number."""
    if passage.row:
        return f"{passage.row.caption} {passage.row.label}".strip()
    return NUMBERING.sub("", passage.headings[-1]).strip(" *#。：:") if passage.headings else ""


def _reword(title: str, spoken: Mapping[str, str]) -> str:
    for term in sorted(spoken, key=len, reverse=True):
        if term in title:
            return title.replace(term, spoken[term])
    return title
