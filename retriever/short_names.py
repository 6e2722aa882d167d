"""Short names of universities in a question -> their full names, as far as the documents write them (浙大 -> 浙江大学)."""

import re
from collections import Counter
from collections.abc import Iterable

from index.lexical import words
from retriever.abbreviations import Named

SHORT = re.compile(r"([\u4e00-\u9fff]{1,2})大(?!学|[院厅会力型量小幅面数脑])")
NO_NAME = frozenset("最多重加扩强壮做广很较巨放更远高宏伟庞极增变长老太不特两三四五六七八九十")
BETWEEN = "[\u4e00-\u9fff]{0,4}?"


class ShortNames:
    """Finds the universities that documents name by what people call them."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the documents' texts; a name counts that the dictionary knows, so that none is cut out of a longer one."""
        self._corpus = re.sub(r"\s+", "", "\n".join(texts))
        self._known: dict[str, str] = {}

    def expand(self, text: str) -> tuple[str, ...]:
        """Return the full names of the universities that a text names in short, each once."""
        return tuple(dict.fromkeys(one.name for one in self.find(text)))

    def find(self, text: str) -> tuple[Named, ...]:
        """Return the universities that a text names in short, in order."""
        found = []
        for match in SHORT.finditer(text):
            for start, short in ((match.start(), match[1]), (match.end() - 2, match[1][-1])):
                if short[-1] not in NO_NAME and short[0] not in NO_NAME and (full := self._full(short)):
                    found.append(Named(full, f"{short}大", start))
                    break
        return tuple(found)

    def _full(self, short: str) -> str:
        if short not in self._known:
            pattern = BETWEEN.join(map(re.escape, short)) + BETWEEN + "大学"
            names = Counter(match.group() for match in re.finditer(pattern, self._corpus) if match.group() in words(match.group()))
            self._known[short] = max(names, key=lambda name: (names[name], -len(name)), default="")
        return self._known[short]
