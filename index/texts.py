"""Passage -> what is embedded and what is tokenised: its text with its place, never the text alone."""

import re

from index.catalog import DocumentInfo
from index.markers import EMPHASIS
from index.passages import Passage

SPACES = re.compile(r"[ \t\u3000]+")


def plain(text: str) -> str:
    """Return a text without emphasis marks, table bars and runs of white space."""
    return SPACES.sub(" ", EMPHASIS.sub("", text).replace("|", " ")).strip()


def embedded_text(passage: Passage, info: DocumentInfo) -> str:
    """Return what is embedded for a passage: region, the nearest headings, its table's caption and its text."""
    lines = [info.region, *passage.headings[-2:]]
    if passage.kind == "row":
        lines.append(passage.context.partition("\n")[0])
    return plain("\n".join([*dict.fromkeys(lines), passage.text]))


def tokenised_text(passage: Passage, info: DocumentInfo) -> str:
    """Return what BM25 reads of a passage: its headings, its table's words and its text."""
    return plain("\n".join([info.region, *passage.headings, passage.context, passage.text]))
