"""Words typed with a wrong character of the same sound or shape -> the names and terms that were meant."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

from index.lexical import frequency

HAN = re.compile(r"[\u4e00-\u9fff]+")
SHORTEST = 3  # characters of a term that is looked for; places may be shorter
MOST_WRONG = 0.5  # share of a term's characters that may be wrong
# Characters that are taken for one another because they look alike.
ALIKE = tuple("人入 末未 己已 土士 问间 券卷劵 析折 侯候 拨拔 级极 创刨 科料 技枝 值植 标际 波坡".split())
SHAPES = str.maketrans({one: group[0] for group in ALIKE for one in group})
SOUNDS = ((re.compile("^([zcs])h"), r"\1"), (re.compile("^l"), "n"), (re.compile("([ie]n)g$"), r"\1"))  # told apart by few when typing


@dataclass(frozen=True, slots=True)
class Typo:
    """What was typed, and what is taken to be meant."""

    said: str
    meant: str


class Typos:
    """Terms that questions may misspell."""

    def __init__(self, terms: Iterable[str], places: Iterable[str], known: Iterable[str], texts: Iterable[str]) -> None:
        """Take what can be meant.

        Args:
            terms: names and terms of the field; their Chinese parts of three characters and more are kept.
            places: names of the corpus's places, of two characters and more.
            known: names of other places, which are never taken for typos.
            texts: the documents; what they write is no typo.
        """
        self._corpus = "\n".join(re.sub(r"\s+", "", text) for text in texts)
        self._by_sound: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_shape: dict[str, set[str]] = defaultdict(set)
        parts = {part for term in terms for part in HAN.findall(term) if len(part) >= SHORTEST}
        meant = parts | set(places)
        for term in meant:
            self._by_sound[sounds(term)].add(term)
            self._by_shape[_shape(term)].add(term)
        self._known = meant | set(known)
        self._lengths = sorted({len(term) for term in self._known}, reverse=True)

    def correct(self, text: str) -> tuple[str, tuple[Typo, ...]]:
        """Return a text with its typos put right, and what they were."""
        found: list[Typo] = []
        for run in HAN.findall(text):
            heard = sounds(run)
            taken = [False] * len(run)
            for length in self._lengths:
                for start in range(len(run) - length + 1):
                    said = run[start : start + length]
                    if any(taken[start : start + length]):
                        continue
                    if said in self._known:
                        taken[start : start + length] = [True] * length
                    elif meant := self._meant(said, heard[start : start + length]):
                        taken[start : start + length] = [True] * length
                        found.append(Typo(said, meant))
        for typo in found:
            text = text.replace(typo.said, typo.meant)
        return text, tuple(dict.fromkeys(found))

    def _meant(self, said: str, heard: tuple[str, ...]) -> str:
        """The one term that sounds or looks like a word which is none itself."""
        meant = {term for term in self._by_sound.get(heard, set()) | self._by_shape.get(_shape(said), set()) if _near(said, term)}
        return meant.pop() if len(meant) == 1 and not frequency(said) and said not in self._corpus else ""


def sounds(text: str) -> tuple[str, ...]:
    """Return the syllables of a Chinese text without tones, those alike that many take for one another.

    >>> sounds("高企") == sounds("搞起"), sounds("慈溪") == sounds("吃西"), sounds("余姚") == sounds("余杭")
    (True, True, False)
    """
    return tuple(_plain(syllable) for syllable in lazy_pinyin(text))


@lru_cache(maxsize=1024)
def _plain(syllable: str) -> str:
    for pattern, put in SOUNDS:
        syllable = pattern.sub(put, syllable)
    return syllable


def _shape(text: str) -> str:
    return text.translate(SHAPES)


def _near(said: str, term: str) -> bool:
    return 0 < sum(one != other for one, other in zip(said, term, strict=True)) <= MOST_WRONG * len(term)
