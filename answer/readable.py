"""Text -> the form in which concepts are looked up in it, with its words."""

import re
import unicodedata
from functools import lru_cache

from index.lexical import words


@lru_cache(maxsize=4096)
def readable(text: str) -> tuple[str, frozenset[str]]:
    """Return a text as concepts are looked up in it (NFKC, lower case, no white space), and its words."""
    body = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    return body, frozenset(words(body))
