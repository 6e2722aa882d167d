"""Sentences of a document -> how far in it what each of them rules holds: in its own provision, or everywhere."""

import re
from collections.abc import Callable, Sequence
from math import inf

from facts.numerals import arabic
from facts.sentences import Sentence, signs

# A sentence with such words is a measure, whatever else it says.
PAYS = re.compile(r"给予[^。；]{0,12}\d|奖励[^，。；\d差]{0,6}\d|按[^，。；]{2,24}[%％]")
RATED = re.compile(r"\d[^，。；]{0,3}元[^，。；]{0,8}(?:给予|奖励|补助|补贴|资助)")
PAID = re.compile(r"补[贴助]\d|奖\d")
EACH = re.compile(r"每(?:人每)?[月年人天亩][^，。；\d]{0,4}\d[\d.]*万?元")  # 博士每月3000元
LOCAL = re.compile(
    r"^\W*(?:第?[一二三四五六七八九十\d]+\W+)?(?:申[请报])?本(?:部分|章|节|类|部|篇|专题|板块|方向)"
)  # of its own chapter, it says
BULLET = re.compile(r"\s*[-*•·●◆○]\s*[^\s*]")

TITLED = re.compile(r"\s*[-*•·●◆○]\s*(?:\*\*|__)")  # a bullet with a title of its own; those without are of the titled one before

Reach = tuple[float, float]


class Reaches:
    """Tells how far a sentence rules: behind a sum in its paragraph, or beside sums in its article or section, it is of these alone."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Find out which of some sentences pay."""
        self._sentences = sentences
        self._at = {sentence.start: place for place, sentence in enumerate(sentences)}
        self._pays = [pays(sentence) for sentence in sentences]

    def of(self, start: int) -> Reach | None:
        """Return where what a sentence rules holds, by where it starts: None for the whole document."""
        at = self._at[start]
        sentence = self._sentences[at]
        low, high = self._run(at, _same_paragraph)
        if any(self._pays[low : at + 1]):
            return self._span(low, high)
        if BULLET.match(self._sentences[low].text) and (titled := self._titled(low)):
            return titled
        if sentence.passage.headings and LOCAL.match(sentence.text):
            return self._span(*self._under(at))
        if signs()["item"].match(sentence.text) or BULLET.match(sentence.text) or not any(_section(sentence)):
            return None
        low, high = self._run(at, lambda one, other: _section(one) == _section(other))
        if any(self._pays[low:high]):
            return self._span(low, high)
        return self._chapter(at)

    def _chapter(self, at: int) -> Reach | None:
        """The chapter of a sentence that stands above its first item, where the items pay; None where it does not."""
        low, high = self._under(at)
        headings = self._sentences[at].passage.headings
        lead = all(one.passage.headings == headings for one in self._sentences[low : at + 1]) and not any(self._pays[low:at])
        whole = (low, high) == (0, len(self._sentences))
        return self._span(low, high) if lead and any(self._pays[at:high]) and not whole else None

    def _under(self, at: int) -> tuple[int, int]:
        """The sentences around a place that stand under its headings, whatever headings stand below these."""
        headings = self._sentences[at].passage.headings
        return self._run(at, lambda one, other: all(each.passage.headings[: len(headings)] == headings for each in (one, other)))

    def _titled(self, at: int) -> Reach | None:
        """From the titled bullet that an untitled one at a place stands below to the next titled one; None where there is none."""
        low = high = at
        while low and not TITLED.match(self._sentences[low].text):
            if _section(self._sentences[low - 1]) != _section(self._sentences[low]):
                return None
            low -= 1
        if low == at or not TITLED.match(self._sentences[low].text):
            return None
        while high + 1 < len(self._sentences) and not TITLED.match(self._sentences[high + 1].text):
            if _section(self._sentences[high]) != _section(self._sentences[high + 1]):
                break
            high += 1
        return self._span(low, high + 1)

    def _run(self, at: int, same: Callable[[Sentence, Sentence], bool]) -> tuple[int, int]:
        """The sentences around a place of which each belongs with the next."""
        low, high = at, at + 1
        while low and same(self._sentences[low - 1], self._sentences[low]):
            low -= 1
        while high < len(self._sentences) and same(self._sentences[high - 1], self._sentences[high]):
            high += 1
        return low, high

    def _span(self, low: int, high: int) -> Reach:
        """From where sentences start to where the next one does: a table between them belongs to them."""
        return self._sentences[low].start, self._sentences[high].start if high < len(self._sentences) else inf


def pays(sentence: Sentence) -> bool:
    """Tell whether a sentence pays."""
    words = arabic(re.sub(r"\s+", "", sentence.text))
    return bool(PAYS.search(words) or RATED.search(words) or PAID.search(words) or EACH.search(words))


def _same_paragraph(one: Sentence, other: Sentence) -> bool:
    if one.passage is not other.passage or BULLET.match(other.text):
        return False
    between = one.text[len(one.text.rstrip()) :] + one.passage.text[one.end - one.passage.start : other.start - one.passage.start]
    return "\n" not in between


def _section(sentence: Sentence) -> tuple[str, ...]:
    return (sentence.article,) if sentence.article else sentence.passage.headings
