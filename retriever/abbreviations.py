"""Short names of institutes, parks and the like in a question -> the full names that the documents write (阳明工研院)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from facts.scope import PLACE, entity_of
from facts.terms import load_synonyms
from index.lexical import word_spans, word_starts

BODY = re.compile(rf"(?:{PLACE}|[院所园区城廊])$")
KIND_ONLY = re.compile(rf"{PLACE}|中心|[院所园区城廊]")
SHORT = re.compile(rf"(?:{BODY.pattern})|中心$")  # how a short name ends
FIRM = re.compile(r"(?:股份|集团)?有限(?:责任)?公司$")
ASIDE = re.compile(r"[（(].*?[)）]")
LATIN = re.compile(r"[A-Za-z]{2,}")
SHORTEST, LONGEST = 4, 24  # characters of a short name
ANCHOR = 2  # characters at its start that stand together in the full name


@dataclass(frozen=True, slots=True)
class Named:
    """A body that a question names: as documents write it, as the question does, and where."""

    name: str
    said: str
    start: int

    @property
    def end(self) -> int:
        """One past its last character in the question."""
        return self.start + len(self.said)


def is_body(name: str) -> bool:
    """Tell whether a name is that of an institute, a park or the like.

    >>> is_body("阳明工业技术研究院有限公司"), is_body("新能源汽车")
    (True, False)
    """
    return bool(BODY.search(FIRM.sub("公司", name)) and entity_of(name))


class Abbreviations:
    """Finds bodies that a question names in short.

    A short name keeps some characters of the full one in their order: the first two of it stand together there, and it ends
    as the full name does. It counts where it fits one name alone, and where documents do not write it of anything else.
    """

    def __init__(self, names: Iterable[str], texts: Iterable[str], stems: Iterable[str] = ()) -> None:
        """Take the full names, the documents' texts, and the stems of places, which tell no body from another."""
        self._stems = tuple(stems)
        self._forms = {name: _forms(name) for name in names if is_body(name)}
        self._corpus = re.sub(r"\s+", "", "\n".join(texts))
        self._known: dict[str, str] = {}

    def find(self, text: str) -> tuple[Named, ...]:
        """Return the bodies named in short, in order, none within another."""
        found: list[Named] = []
        starts = word_starts(text)
        at = 0
        while at + SHORTEST <= len(text):
            body = self._longest(text, at) if at in starts else None
            if body:
                found.append(body)
            at = body.end if body else at + 1
        return tuple(found)

    def begun(self, text: str) -> tuple[str, ...]:
        """Return the bodies whose names begin with words of a text that documents write of nothing else (甲江科创: 走廊, 区)."""
        found: dict[str, list[str]] = {}
        for name in self._forms:
            own = next((name.removeprefix(stem) for stem in self._stems if name.startswith(stem)), name)
            lead = next((own[:size] for size in range(len(own) - 1, SHORTEST - 1, -1) if own[:size] in text), "")
            if lead:
                found.setdefault(lead, []).append(name)
        only = {lead: names for lead, names in found.items() if self._corpus.count(lead) == sum(map(self._corpus.count, names))}
        return tuple(only[max(only, key=lambda lead: (len(lead), lead))]) if only else ()

    def _longest(self, text: str, start: int) -> Named | None:
        """The longest short name that begins at a place."""
        ends = range(min(len(text), start + LONGEST), start + SHORTEST - 1, -1)
        found = next((Named(name, text[start:end], start) for end in ends if (name := self._full(text[start:end]))), None)
        return found if found and (is_body(found.said) or self._stands_alone(text[:start])) else None

    def _stands_alone(self, before: str) -> bool:
        """Tell whether what stands before a kind of body does not name one of another place: 望湖|经济开发区."""
        own = any(before.endswith((stem, f"{stem}市", f"{stem}区", f"{stem}县")) for stem in self._stems)
        return own or not re.search(r"[\u4e00-\u9fff]$", before) or before.endswith(tuple("的和与跟同在到是去把从对给问那这条个座家所片处"))

    def _full(self, said: str) -> str:
        """The one name that words are short for, "" where there is none or there are several."""
        if not SHORT.search(said):
            return ""
        if said not in self._known:
            self._known[said] = self._look_up(said)
        return self._known[said]

    def _look_up(self, said: str) -> str:
        full = [name for name in _with_full_kind(said) if name in self._forms]
        if len(full) == 1:
            return full[0]
        words = LATIN.sub(lambda match: _in_chinese(match.group()), said)
        own = next((words.removeprefix(stem).lstrip("市区县") for stem in self._stems if words.startswith(stem)), words)
        names = [name for name, forms in self._forms.items() if any(_keeps(words, form) for form in forms)]
        if len(names) != 1:
            return ""
        if own != words and words not in names and (len(own) < SHORTEST or not any(_keeps(own, form) for form in self._forms[names[0]])):
            return ""  # nothing but the place tells it from others
        if KIND_ONLY.fullmatch(words[ANCHOR:]) and all(_cuts(words, form) for form in self._forms[names[0]]):
            return ""  # the beginning of a word of it, and what it is: 工程中心, of engineers
        before = [f"{stem}{rank}" for stem in self._stems for rank in ("", "市")] if is_body(words) else []
        if any(form == f"{place}{words}" for form in self._forms[names[0]] for place in ("", *before)):
            return names[0]  # all of it but the legal form, or the place before it
        elsewhere = self._corpus.replace(names[0], "")
        return "" if said in elsewhere else names[0]


def _with_full_kind(said: str) -> tuple[str, ...]:
    """The names that one with a short name of its kind may stand for: 某市经开区 -> 某市经济开发区 and 某市经济技术开发区."""
    kinds = load_synonyms().kinds
    return tuple(said.removesuffix(short) + one for short, full in kinds.items() if said.endswith(short) for one in full)


def _in_chinese(word: str) -> str:
    """A Latin word by the term it stands for, if there is one: AI -> 人工智能."""
    return next((term for term in load_synonyms().expand(word) if not term.isascii()), word)


def _forms(name: str) -> tuple[str, ...]:
    """The name with what stands in brackets, without it, and without the legal form."""
    plain = re.sub(r"\s+", "", name)
    forms = (plain, re.sub(r"[（()）]", "", plain), ASIDE.sub("", plain))
    return tuple(dict.fromkeys(form for one in forms for form in (one, FIRM.sub("", one))))


def _cuts(said: str, full: str) -> bool:
    """Tell whether a short name begins with part of a word of the full one.

    >>> _cuts("工程中心", "海外工程师创新中心"), _cuts("光电中心", "城西光电创新中心")
    (True, False)
    """
    at = full.find(said[:ANCHOR])
    word, start, end = next(((word, start, end) for word, start, end in word_spans(full) if start <= at < end), ("", at, at))
    return (start < at or end > at + ANCHOR) and not said.startswith(word)


def _keeps(said: str, full: str) -> bool:
    """Tell whether words keep characters of a name in order, its beginning in one piece and its end.

    >>> _keeps("阳明工研院", "宁波阳明工业技术研究院"), _keeps("工业研究所", "宁波阳明工业技术研究院")
    (True, False)
    """
    if said[-1] != full[-1] or said[:ANCHOR] not in full:
        return False
    at = full.index(said[:ANCHOR]) + ANCHOR
    for mark in said[ANCHOR:]:
        at = full.find(mark, at) + 1
        if not at:
            return False
    return True
