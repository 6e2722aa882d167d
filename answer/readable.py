"""Text -> the form in which concepts are looked up in it, with its words."""

import re
import unicodedata
from functools import lru_cache

from index.lexical import words

READ_TEXTS = 16384  # sentences and the words around them, of several large plans
READ_BODIES = 1024


@lru_cache(maxsize=READ_TEXTS)
def readable(text: str) -> tuple[str, frozenset[str]]:
    """Return a text as concepts are looked up in it (NFKC, lower case, no white space), and its words."""
    return read(text)


def read(text: str) -> tuple[str, frozenset[str]]:
    """Return the same of a text too long to be kept beside the sentences."""
    body = body_of(text)
    return body, frozenset(words(body))


@lru_cache(maxsize=READ_BODIES)
def body_of(text: str) -> str:
    """Return a text as concepts are looked up in it, where its words are not wanted: of whole documents they take long."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
