"""A document's sentences -> those beside a measure in its own item that ask for something: before it, behind it, in its list.

What stands in an item and is no sum, no title, no procedure, no paper and no office's duty, asks for something of whoever
gets what the item gives.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.asked_terms import pieces_of
from facts.demands import is_other
from facts.grounds import stripped
from facts.measure import Condition
from facts.numerals import arabic
from facts.reaches import BULLET
from facts.rule_groups import SUM
from facts.sentences import Sentence, signs

ANNOUNCES = re.compile(
    r"(?:(?:下列|以下|如下|下述)[^，。；：]{0,8}(?:条件|要求|情形|标准|之一)|条件|要求)[^。；：]*(?P<colon>[：:])(?P<first>\s*(?:[（(]?(?:\d+|[一二三四五六七八九十]+)[）)]|\d+[.、．]|[①-⑩]).*)?$",
    re.S,
)
TIERS = re.compile(r"(?:给予|奖励|补助|补贴|资助)[^，。；：]*[：:]\s*$")  # …的，按下列标准给予一次性奖励：
OR = re.compile(r"之一|任[一1]|任意(?![二两三四五2-5])|其中[一1]项")
SAYS_SO = re.compile(
    r"(?:同时|均|应当?|须|需)*(?:符合|满足|具备|达到)(?:下列|以下|如下|下述)[^，。；：]{0,8}(?:条件|要求|情形|标准)?(?:之一)?(?:的(?=$|企业|单位))?"
)
ANYONE = re.compile(r"^(?:的)?(?:企业|单位|机构|主体|项目|个人|申[报请](?:企业|单位|主体|人))?$")
ASKS = re.compile(
    r"须|对象(?:为|是)|(?<!相)应(?!用|急|届|收|付|税)|(?<!所|急|按)需(?!求|要求)|要求|仅限|限于|面向|适用于|不(?:得)?(?:低于|少于|超过|高于|小于|大于)|以上|以下|以内|达到?\d|满\d|未(?:被|曾|发生|列入|享受|获)|不属于|符合|具备|具有|取得"
)
NOT_ASKED = re.compile(
    r"所称|是指|的，?(?:不?属于|不?视为|不?算)|不(?:包括|包含|含|计入|纳入)|包括|[向报][^，。；]{2,16}(?:备案|报告)|备查|备案材料|核[定算]|兑[现付]|发放|办理|提交"
    r"|专款专用|解释|另行|配合|(?:奖金|补贴|补助|奖励)[^，。；]{0,6}(?:用于|不得用|由|从)|窗口|小程序|(?:上浮|上调|提高|加成)(?:到|至)?\d|不超过\d+个月|累计不超过|合计不超过|供[电水气]企业"
)  # of what the demands of general articles know nothing: a definition, a filing, what is reckoned
NOT_OVER = re.compile(r"不得(?=[少低高超小大])")
BACK = re.compile(
    r"^[“\"（(]?(?:本|该|上述|以上|前款)?(?:奖励|补助|补贴|政策|资金|条款?|项)(?:的)?(?:与|和|可|不|自|从|期限|金额|标准|一次)"
)
SHORTEST = 6  # characters of a sentence that asks


class ItemTerms:
    """Tells which sentences beside a measure ask for something of it alone."""

    def __init__(self, sentences: Sequence[Sentence], groups: Sequence[Sequence[Sentence]], ruled: Collection[int]) -> None:
        """Find out which sentences stand with which measures.

        Args:
            sentences: those of the document that stand behind no label, in order.
            groups: the sentences of each measure.
            ruled: where the sentences start that are read as general rules.
        """
        self._paid = {one.start: group[0].start for group in groups for one in group if any(_pays(item) for item in group)}
        self._ruled = ruled
        self.found: dict[int, list[Condition]] = {}
        for item in _items(sentences):
            self._read(item)

    def of(self, start: int) -> list[Condition]:
        """Return what is asked beside the measure that starts with a sentence."""
        return self.found.get(start, [])

    def _read(self, item: Sequence[Sentence]) -> None:
        """Give each sentence of an item that asks to the measures of the item that it is of."""
        paid: list[tuple[int, int]] = []  # the line and the start of each measure so far
        lead: list[Sentence] = []
        listing: list[Sentence] = []
        line = 0
        joined = False  # the list has begun
        for sentence in item:
            line += _opens_line(sentence)
            start = self._paid.get(sentence.start)
            if start is not None:
                if start not in [one for _, one in paid]:
                    paid.append((line, start))
                    self._add([start], [piece for one in lead for piece in _asked(one)])
                listing = [sentence] if ANNOUNCES.search(sentence.text) else []
                first = _first_of_list(sentence)
                self._add([start], first)
                joined = bool(first)
                continue
            if listing and (signs()["item"].match(sentence.text) or BULLET.match(sentence.text)):
                self._add(
                    [self._paid[listing[0].start]], [stripped(sentence, "clause")], joined=joined and bool(OR.search(listing[0].text))
                )
                joined = True
                continue
            listing = []
            if sentence.start in self._ruled or not asks(sentence):
                continue
            if not paid:
                lead.append(sentence)
                continue
            beside = [one for at, one in paid if at == line] or [one for _, one in paid]
            self._add(beside, list(_asked(sentence)))

    def _add(self, starts: Sequence[int], pieces: Sequence[Condition], *, joined: bool = False) -> None:
        for start in starts:
            known = self.found.setdefault(start, [])
            for piece in pieces:
                if joined and known:
                    last = known.pop()
                    piece = replace(last, reading=f"{last.reading}，或者{piece.reading}")
                known.append(replace(piece, kind="clause"))


def without_announcing(conditions: Sequence[Condition]) -> list[Condition]:
    """Return conditions without the words that only say that those of a list are asked: 符合下列条件的企业."""
    kept = [(one, SAYS_SO.sub("", one.reading)) for one in conditions]
    return [replace(one, reading=reading) for one, reading in kept if reading == one.reading or not ANYONE.match(reading)]


def asks(sentence: Sentence) -> bool:
    """Tell whether a sentence asks for something of whoever gets what its item gives."""
    words = stripped(sentence, "clause").reading
    words = re.sub(r"^(?:同时|其中|此外|另外)，?", "", arabic(words))
    if len(words) < SHORTEST or words.endswith(("：", ":", "？", "?")) or _pays(sentence) or signs()["excludes"].search(words):
        return False
    return bool(ASKS.search(words)) and not (is_other(NOT_OVER.sub("不", words)) or NOT_ASKED.search(words) or BACK.search(words))


def _asked(sentence: Sentence) -> Iterator[Condition]:
    """The single conditions of a sentence."""
    whole = stripped(sentence, "clause")
    opening = re.match(
        r"(?:具体)?条件(?:是|为)?[：:]?|要求|(?:本[^，。；]{1,4})?(?:仅|主要)?(?:面向|适用于|限于)|[^，。；]{0,4}对象(?:为|是)",
        whole.reading,
    )
    yield from pieces_of(whole, opening.end() if opening else 0)


def _first_of_list(sentence: Sentence) -> list[Condition]:
    """The first item of a list of conditions that stands in one sentence with its announcement: …奖励30万元：①年度投资2000万元以上."""
    match = ANNOUNCES.search(sentence.text)
    if not match or not match["first"]:
        return []
    at = match.start("first")
    return [stripped(replace(sentence, text=match["first"], start=sentence.start + at), "clause")]


def _items(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences of each item: of one heading, article or question, from one numbered line to the next, a list announced included."""
    item: list[Sentence] = []
    listing = False
    for sentence in sentences:
        numbered = bool(signs()["item"].match(sentence.text) or BULLET.match(sentence.text)) and _opens_line(sentence)
        goes_on = listing and numbered and not any((*_named(item[-1]), *_named(sentence)))  # an item of a list in no article
        if item and ((_place(item[-1]) != _place(sentence) and not goes_on) or (numbered and not listing)):
            yield item
            item = []
        announced = bool(ANNOUNCES.search(sentence.text)) if _pays(sentence) else TIERS.search(sentence.text) is not None
        listing = announced or (listing and (numbered or not _opens_line(sentence)))
        item.append(sentence)
    if item:
        yield item


def _named(sentence: Sentence) -> tuple[str, ...]:
    return (sentence.article, *sentence.passage.headings, sentence.asked)


def _place(sentence: Sentence) -> tuple[str, ...]:
    place = _named(sentence)
    return place if any(place) else (sentence.passage.passage_id,)


def _opens_line(sentence: Sentence) -> bool:
    before = sentence.passage.text[: sentence.start - sentence.passage.start].rstrip(" \u3000")
    return not before or before.endswith("\n")


def _pays(sentence: Sentence) -> bool:
    words = arabic(re.sub(r"\s+", "", sentence.text))
    return bool(SUM.search(words)) and bool(read_amounts(sentence.text))
