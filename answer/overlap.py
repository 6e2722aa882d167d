"""A sentence and the spans cited for it -> which of its words none of them says."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache

from answer.plain import bare, plain
from answer.support import Support
from answer.units import UNIT
from facts.indicators import Indicator, aliases, english_names, folded, load_indicators
from facts.terms import LEXICON, load_synonyms
from index.lexical import words
from index.numerals import CHARS

NUMERAL_WORD = re.compile(rf"[\d.]+|[{CHARS}]+(?:{UNIT})?")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
CLAUSE = re.compile(r"[，,；;：:。！？!?\n|]|\. ")
MOST_MISSING = 0.45  # share of a clause's words that may be the answer's own
MOST_MISSING_AT_FIGURE = 0.34  # the same where the clause states a figure: there the words say what it is of
LONGEST_STRANGE = 6  # characters in one stretch that no span says, however long the clause around them
SHORTEST_NAME = 4  # characters of an indicator's name that is no word of any other use
SHORTEST_TERM = 0.6  # share of a Chinese term's words from which on a text speaks of it


def missing_share(clause: str, readable: Sequence[str]) -> tuple[float, list[str]]:
    """Return the share of a clause's content words that none of some bare texts holds, and those words."""
    telling = [word for word in _content(_without_other_names(clause, tuple(readable))) if word not in _telling()]
    if not telling:
        return 0.0, []
    missing = [word for word in telling if not any(_held(word, text) for text in readable)]
    return sum(map(len, missing)) / sum(map(len, telling)), missing


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words an answer may use to tell what a document says."""
    lists = tomllib.loads((LEXICON / "telling.toml").read_text(encoding="utf-8"))
    return frozenset((*lists["chinese"], *lists["english"]))


def unsupported_clause(sentence: str, supports: Sequence[Support]) -> str:
    """Return the first clause of a sentence that says what no cited span says, or ""."""
    readable = [support.readable for support in supports]
    for clause in CLAUSE.split(plain(sentence)):
        share, missing = missing_share(clause, readable)
        limit = MOST_MISSING_AT_FIGURE if re.search(r"\d", clause) else MOST_MISSING
        if missing and (share > limit or _longest_run(clause, missing) >= LONGEST_STRANGE):
            return clause
    return ""


def _longest_run(clause: str, missing: Sequence[str]) -> int:
    """Return the length of the longest stretch of a clause that missing words fill, a character between two of them allowed."""
    stretches = re.finditer(rf"(?:{'|'.join(map(re.escape, missing))})(?:.?(?:{'|'.join(map(re.escape, missing))}))*", clause)
    return max((len(stretch.group()) for stretch in stretches), default=0)


@lru_cache(maxsize=4096)
def _without_other_names(clause: str, readable: tuple[str, ...]) -> str:
    """A clause without names of indicators that one of the texts calls by another of their names, Chinese or English."""
    body = folded(clause)
    found = [(alias, indicator) for alias, indicator in aliases() if len(alias) >= SHORTEST_NAME and alias in body]
    texts = [folded(text) for text in readable] if found else []
    for alias, indicator in found:
        if alias in body and not any(alias in text for text in texts) and any(_called(indicator, text) for text in texts):
            clause = body = body.replace(alias, " ")
    return _without_translated(clause, readable)


def _called(indicator: Indicator, text: str) -> bool:
    return any(len(alias) >= SHORTEST_NAME and alias in text for alias in map(folded, indicator.aliases))


@lru_cache(maxsize=4096)
def _without_translated(clause: str, readable: tuple[str, ...]) -> str:
    """A clause without the English words whose Chinese, as the lexicon has it, stands in one of the texts."""
    if not LATIN_WORD.search(clause):
        return clause
    body = clause.lower()
    for one, name in english_names().items():
        if name.lower() in body and any(_called(load_indicators()[one], folded(text)) for text in readable):
            body = body.replace(name.lower(), " ")
    for key, terms in sorted(load_synonyms().english.items(), key=lambda item: -len(item[0])):
        if key in body and any(_speaks_of(text, term) for text in readable for term in terms):
            body = re.sub(rf"\b{re.escape(key)}[a-z]*", " ", body)
    return body


def _speaks_of(text: str, term: str) -> bool:
    """Tell whether most words of a Chinese term stand in a bare text."""
    pieces = [word for word in words(term) if len(word) > 1] or [term]
    return sum(len(word) for word in pieces if bare(word) in text) >= SHORTEST_TERM * sum(map(len, pieces))


@lru_cache(maxsize=4096)
def _content(clause: str) -> tuple[str, ...]:
    """Words of a clause that are longer than a character, no figures; of a long word and its parts only the parts."""
    found = [word for word in words(re.sub("个?百分点", "", clause)) if not NUMERAL_WORD.fullmatch(word)]
    return tuple(word for word in dict.fromkeys(found) if len(word) > 1)


@lru_cache(maxsize=65536)
def _held(word: str, readable: str) -> bool:
    if word in readable or any(bare(term) in readable for term in load_synonyms().expand(word)):
        return True
    return bool(LATIN_WORD.fullmatch(word)) and _is_in_other_name(word, readable)


def _is_in_other_name(word: str, readable: str) -> bool:
    """Tell whether a text calls an indicator by a name of which another one holds a Latin word: 研发投入强度, the share of GDP."""
    own = [one for one in load_indicators().values() if any(word in folded(alias) for alias in one.aliases)]
    return any(_called(one, folded(readable)) for one in own)
