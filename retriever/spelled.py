"""English question -> the same with names that are spelled by their sound put as the documents write them (Yongjiang, 甬江)."""

import re
from collections import Counter
from collections.abc import Iterable

from pypinyin import lazy_pinyin

from facts.scope import ENTITY, VERBS

LATIN = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{4,}(?![A-Za-z]|\s+(?:District|City|County|Province))")
HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
LENGTHS = (2, 3)  # characters of the part of a name that is spelled
SEEN = 2  # times that such a part must stand in the documents


class Spelled:
    """How the beginnings of the documents' names of bodies and places sound."""

    def __init__(self, texts: Iterable[str], stems: Iterable[str]) -> None:
        """Read the names.

        Args:
            texts: the documents' texts.
            stems: names of regions; a name that begins with one goes on with a part of its own, and questions name them otherwise.
        """
        regions = frozenset(stems)
        seen: Counter[str] = Counter()
        for text in texts:
            for match in ENTITY.finditer(text):
                seen.update(_parts(VERBS.sub("", match.group()).strip("“”"), regions))
        self._written: dict[str, str] = {}
        for part, count in sorted(seen.items(), key=lambda pair: (pair[1], pair[0])):
            if count >= SEEN and part not in regions:
                self._written["".join(lazy_pinyin(part))] = part

    def in_chinese(self, text: str) -> str:
        """Return a text with the names that it spells in Chinese; others stay."""
        return LATIN.sub(lambda match: self._written.get(match.group().lower(), match.group()), text)


def _parts(name: str, regions: frozenset[str]) -> set[str]:
    """The first characters of a name, and those after the region that it begins with."""
    rest = next((name[len(stem) :] for stem in regions if name.startswith(stem)), "")
    return {part[:length] for part in (name, rest) for length in LENGTHS if HAN.fullmatch(part[:length]) and len(part) > length}
