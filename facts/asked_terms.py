"""Sentences that ask for something of what is paid elsewhere by name (申请设备补助的，应当…) -> those conditions, with the titles meant."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from facts.grounds import grounds_of, stripped
from facts.measure import Condition
from facts.sentences import Sentence, signs

ASKS = re.compile(
    r"^(?:申请|申报|申领|享受)(?P<names>[^，。；：]{3,40}?)(?:支持|扶持)?"
    r"(?:的(?:企业|单位|机构|项目|个人|人员)?，|的?(?:企业|单位|机构|项目|个人|人员|人才)?(?=(?:还)?(?:应当?|须|需|必须)))"
)
SUM_PAID = re.compile(r"给予[^。；]{0,12}\d|奖励\d|补[助贴][^。；]{0,6}\d")
PAID = re.compile(r"(?:补助|补贴|奖励|奖补|贴息|资助|津贴|补偿|券)$")
LEADING = re.compile(r"^(?:且|并且?|同时|还)?(?:应当?|必须|须|需)?(?:为(?=[\u4e00-\u9fff]{2}))?")
DUTY = re.compile(r"(?:应当|必须|须|需)(?=.)|应(?=[在于具为])")
LISTING = re.compile(r"(?:条件|要求)[：:]$")
TABLE = re.compile(r"^表\s?[一二三四五六七八九十\d]+\s*|标准$|\s")
LEAST = 4  # characters of a condition


@dataclass(slots=True)
class Asking:
    """The titles of a document, and what the sentence before asked: for which of them, in which article."""

    titles: Collection[str]
    article: str = ""
    meant: tuple[str, ...] = ()
    listing: bool = False

    def read(self, sentence: Sentence, words: str) -> list[tuple[tuple[str, ...], Condition]] | None:
        """Return the conditions of a sentence with the titles that they are of, None where it asks for nothing by name."""
        whole = stripped(sentence, "clause")
        item = signs()["item"].match(sentence.text) is not None
        if SUM_PAID.search(words):
            self.meant = ()
            return None
        if (asks := ASKS.match(whole.reading)) and (meant := self._titles(asks["names"])):
            self.article, self.meant, self.listing = sentence.article, meant, bool(LISTING.search(words))
            pieces = [] if self.listing else list(pieces_of(whole, asks.end()))
            return [(meant, piece) for piece in pieces]
        if not self.meant or not sentence.article or sentence.article != self.article:
            self.meant = ()
            return None
        if item and self.listing:
            return [(self.meant, piece) for piece in pieces_of(whole, 0)]
        if barred := signs()["excludes"].search(words):
            return [(self.meant, ground) for ground in grounds_of(sentence, words[: barred.start()])]
        return None

    def _titles(self, names: str) -> tuple[str, ...]:
        """The titles that all of some names mean: those that are the same, else those that hold them."""
        found: list[str] = []
        for name in re.split(r"、|和|及|或者?", names):
            if not PAID.search(name):
                return ()
            same = [title for title in self.titles if TABLE.sub("", title) == name]
            same = same or [title for title in self.titles if len(name) >= LEAST and name in title]
            if not same:
                return ()
            found += same
        return tuple(found)


def pieces_of(whole: Condition, low: int) -> Iterator[Condition]:
    """Yield the single conditions in the words of a sentence from a place on: behind those that name what is applied for."""
    offsets = [place for place, mark in enumerate(whole.text) if not mark.isspace()]
    at = low
    for piece in re.split(r"(，|；)", whole.reading[low:]):
        lead = LEADING.match(piece)
        start, end = at + (lead.end() if lead else 0), at + len(piece)
        at = end
        if end - start >= LEAST:
            first, last = offsets[start], offsets[end - 1] + 1
            reading = DUTY.sub("", whole.reading[start:end])
            yield Condition(whole.text[first:last], whole.start + first, whole.start + last, "clause", reading)


def of_titles(asked: Sequence[tuple[tuple[str, ...], Condition]], stands: str) -> Iterator[Condition]:
    """Yield the conditions of what stands under some headings."""
    for titles, condition in asked:
        if any(f" {title} " in f" {stands} " for title in titles):
            yield condition
