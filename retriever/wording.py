"""What was typed -> the text that is read: one script, one width, ways of speaking put as they are written."""

import re
import unicodedata

from facts.scope import PLACE
from facts.terms import as_written
from retriever.script import simplified

ENGLISH_PLANS = {"12th five-year": "十二五", "13th five-year": "十三五", "14th five-year": "十四五", "15th five-year": "十五五"}
# Says of a place or a body that it is one: 甬江那片科创区, 阳明那个研究院.
VAGUE = re.compile(rf"(?<=[\u4e00-\u9fff])那一?(?:[片块带](?=[\u4e00-\u9fff])|[个家条座所](?=(?:{PLACE}|中心|基地)))")

MUCH = re.compile(r"几多(?!倍)")  # as the south says 多少


def normalise(text: str) -> str:
    """Return a text as it is read: NFKC, in simplified characters, without white space at its ends or between Chinese characters."""
    body = as_written(MUCH.sub("多少", VAGUE.sub("", simplified(unicodedata.normalize("NFKC", text).strip()))))
    for said, name in ENGLISH_PLANS.items():
        body = re.sub(said, f"{said} ({name})", body, flags=re.I)
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", body)
