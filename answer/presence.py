"""A sentence that documents mention a word, or do not -> whether that is so, looked up in their texts."""

import re

from answer.support import Source

TOLD = re.compile(r"(?P<titles>(?:、?《[^《》]+(?:《[^《》]*》[^《》]*)*》)+)(?P<not>没有)?提到(?:了)?“(?P<term>[^”]+)”[：:。]?")


def written(term: str, text: str) -> re.Pattern[str] | None:
    """Return the pattern that finds a word in a text, whatever line breaks or quotes it; None where the text does not hold it."""
    pattern = re.compile(r"[\s“”]*".join(map(re.escape, term)), re.I)
    return pattern if pattern.search(text) else None


def presence_stated(sentence: str, source: Source) -> bool:
    """Tell whether a sentence of this kind names documents of the source and is true of every one of them.

    Args:
        sentence: one sentence of an answer.
        source: the documents.
    """
    match = TOLD.fullmatch(sentence.strip())
    if not match:
        return False
    named = [info for info in source.infos.values() if f"《{info.title}》" in match["titles"]]
    told = "、".join(f"《{info.title}》" for info in named)
    if len(told) != len(match["titles"]):
        return False  # a title that no document has
    return all((written(match["term"], source.texts[info.id]) is None) == bool(match["not"]) for info in named)
