"""Text -> the form in which answers and cited spans are compared: NFKC, without emphasis and needless white space."""

import re
import unicodedata
from functools import lru_cache

from index.markers import EMPHASIS

CIRCLED = re.compile(r"[①-⑳]")
DASHES = re.compile(r"[‐‑‒–—―－~～〜﹣−]+")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
KEPT = r"[A-Za-z0-9.%,'\"&)(\-]"  # between two of these white space parts words or figures
SPACE = re.compile(rf"(?<={KEPT})\s+(?={KEPT})")
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a text as it is compared; white space stays only where it parts Latin words or figures.

    >>> plain("R&D 经费支出占 GDP 比重力争达 ３.８％"), plain("1,200 家　**2.8** 3.6")
    ('R&D经费支出占GDP比重力争达3.8%', '1200家2.8 3.6')
    """
    body = unicodedata.normalize("NFKC", CIRCLED.sub(" ", INVISIBLE.sub("", EMPHASIS.sub("", text))))
    body = SPACE.sub("\0", THOUSANDS.sub("", DASHES.sub("-", body)))
    return re.sub(r"\s+", "", body).replace("\0", " ").strip()


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Return a plain text in lower case with letters, digits and signs of figures only.

    >>> bare("“十四五”期间，达到 3.8%。")
    '十四五期间达到3.8%'
    """
    return re.sub(r"(?<!\d)\.|\.(?!\d)|[^\w%.+\-<>≥≤&/]|_", "", plain(text)).lower()
