"""A measure for whoever meets the conditions of another provision (符合第六条条件的, 符合附件1第2项的) -> the conditions stated there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.atoms import completed
from facts.conditions import read_conditions
from facts.demands import asks
from facts.measure import Condition, Measure
from facts.reaches import pays
from facts.sentences import Sentence, signs
from index.numerals import numeral

NUMERAL = r"[一二三四五六七八九十百]+"
REFERS = re.compile(
    rf"(?:符合|满足|具备|达到)(?:(?P<own>本条|前款|前述|上款)|(?P<article>第(?:{NUMERAL}|[（(]{NUMERAL}[）)])条)|"
    rf"附件(?P<annex>[一二三四五六七八九十\d]*)第?[（(]?(?P<item>[一二三四五六七八九十\d]{{1,3}})[）)]?项)"
    r"(?:所?(?:规定|列))?[^，。；、]{0,6}?(?:(?:条件|要求|规定)|(?<=项))的?(?P<who>[^，。；、\s])?"
)
ITEM = re.compile(
    r"^\s*(?:第(?P<one>[一二三四五六七八九十\d]{1,3})项|[（(]?(?P<two>[一二三四五六七八九十\d]{1,3})[）)、.．])\s*", re.MULTILINE
)
COUNTED = re.compile(r"\s*[一二三四五六七八九十]{1,3}[、．]\s*")  # 一、新建冷库的，按…: a rule, no heading
ANNEX = re.compile(r"^\s*附件\s*(?P<number>[一二三四五六七八九十\d]*)\s*(?:[：:]|$)", re.MULTILINE)


def articles_referred_to(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the articles by whose conditions some sentences pay: what those ask for they ask of nobody else."""
    found = (REFERS.finditer(re.sub(r"\s", "", one.text)) for one in sentences if pays(one))
    paying = {one.article for one in sentences if pays(one)}
    return frozenset(match["article"] for matches in found for match in matches if match["article"]) - paying


def with_referred(measure: Measure, sentences: Sequence[Sentence], text: str) -> Measure:
    """Return a measure with the conditions of the provision by which it says whom it is for.

    Args:
        measure: the measure by itself.
        sentences: those of its document, in order.
        text: the document's text.
    """
    found = [one for match in REFERS.finditer(re.sub(r"\s", "", measure.text)) for one in _stated(match, measure, sentences, text)]
    return replace(measure, conditions=(*dict.fromkeys(found), *measure.conditions)) if found else measure


def _stated(match: re.Match[str], measure: Measure, sentences: Sequence[Sentence], text: str) -> Iterator[Condition]:
    """What the provision states that words refer to: the article named, what stands before in the own one, or an item of an annex."""
    if match["item"]:
        span = _annexed(text, match["annex"], numeral(match["item"]))
        yield from clauses_in(text, *span) if span else ()
        return
    if match["own"]:
        if not match["who"]:
            return
        first = next((one for one in sentences if one.start <= measure.start < one.end), None)
        paragraph = [one for one in sentences if first and one.passage is first.passage and one.start < first.start]
    else:
        paragraph = [one for one in sentences if match["article"] in (one.article, _numbered(one))]
        paragraph = [one for one in paragraph if not one.start <= measure.start < one.end]
    if paid := [one for one in paragraph if pays(one)]:
        if match["who"]:
            yield from read_conditions(text, paid[0].start + lead_in(paid[0].text), paid[0].end, measure.region)
        return
    for one in paragraph if match["article"] else ():
        yield from clauses_in(text, one.start + lead_in(one.text), one.end)


def clauses_in(text: str, start: int, end: int) -> Iterator[Condition]:
    """Yield what each clause of text[start:end] asks for, where all that stands there are conditions."""
    before = ""
    for match in re.finditer(r"[^，。；：]+", text[start:end]):
        words = match.group().strip()
        reading = asks(re.sub(r"\s+", "", words))
        if reading:
            at = start + match.start() + match.group().find(words)
            before = completed(reading, before)
            yield Condition(words, at, at + len(words), "clause", before)


def lead_in(words: str) -> int:
    """Return how many characters of a sentence are its article and its number."""
    lead = 0
    for name in ("article", "item", "reply", "title"):
        match = (COUNTED.match(words) if name == "item" and not lead else None) or signs()[name].match(words[lead:])
        lead += match.end() if match else 0
    return lead


def _annexed(text: str, annex: str, number: int) -> tuple[int, int] | None:
    """Where an item of an annex stands: from behind its number to the next one."""
    opens = [match for match in ANNEX.finditer(text) if not annex or numeral(match["number"] or "1") == numeral(annex)]
    if not opens:
        return None
    low = opens[-1].end()
    after = ANNEX.search(text, low)
    items = list(ITEM.finditer(text, low, after.start() if after else len(text)))
    for place, item in enumerate(items):
        if numeral(item["one"] or item["two"]) == number:
            return item.end(), items[place + 1].start() if place + 1 < len(items) else after.start() if after else len(text)
    return None


def _numbered(sentence: Sentence) -> str:
    """The item that a sentence opens as an article of its own: 第（三）条."""
    item = signs()["item"].match(sentence.text)
    return f"第{item.group().strip()}条" if item else ""
