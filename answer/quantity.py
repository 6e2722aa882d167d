"""Fact -> the words that tell its value, and the stretch of its document that is cited for it."""

import re
from decimal import Decimal, InvalidOperation

from answer.answer import MAX_CITATION
from facts.fact import Fact
from facts.quantities import TENTHS
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex

SCALES = {Decimal(1): "", Decimal(10) ** 3: "千", Decimal(10) ** 4: "万", Decimal(10) ** 8: "亿"}
AFTER = ("以上", "以下", "左右", "以内", "上下", "多", "余")  # comparators that stand after the figure
SILENT = ("", "=", "达到", "达", "为", "是", "完成", "累计")  # comparators that need not be told
ALL_OF_IT = re.compile(r"全(?:市|区|县|省|镇|域|社会)?|本(?:市|区|县)|")
NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")


def decimal(value: str | None) -> Decimal | None:
    """Return a fact's value as a number, None where it is words.

    >>> decimal("3.80"), decimal("增速高于固定资产投资增速")
    (Decimal('3.80'), None)
    """
    try:
        return Decimal(value) if value else None
    except InvalidOperation:
        return None


def plain_number(value: Decimal) -> str:
    """Return a number without superfluous zeros and never in powers of ten.

    >>> plain_number(Decimal("33.0")), plain_number(Decimal("1E+3"))
    ('33', '1000')
    """
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_words(fact: Fact, text: str) -> str:
    """Return a value as its document writes it, with unit and comparator.

    Args:
        fact: the fact.
        text: its document's text.
    """
    low = decimal(fact.value)
    if low is None:
        return fact.value
    body = _in_tenths(fact, text) or f"{_written(low, fact, text)}{_scaled_unit(low, fact, text)}"
    high = decimal(fact.value_high)
    if high is not None and high != low:
        scale = _scale(low, fact, text)
        body = f"{plain_number(low / scale)}-{plain_number(high / scale)}{SCALES[scale]}{fact.unit}"
    if fact.unit.startswith("第") or fact.unit == "位":
        body = f"第{plain_number(low)}位" if fact.unit in ("位", "第") else body
    after = next((word for word in AFTER if fact.comparator.endswith(word)), "")
    before = fact.comparator.removesuffix(after)
    return f"{'' if before in SILENT else before}{body}{after}"


def number_words(fact: Fact, text: str) -> str:
    """Return the bare figure of a fact with its unit, as it stands in a formula."""
    low = decimal(fact.value)
    return fact.value if low is None else f"{_written(low, fact, text)}{_scaled_unit(low, fact, text)}"


def _in_tenths(fact: Fact, text: str) -> str:
    """The figure as the document writes it where it counts in tenths (四成), else ""."""
    written = text[fact.spans[0].start : fact.spans[0].end] if fact.spans else ""
    return written if TENTHS.fullmatch(written) else ""


def _literal(fact: Fact, text: str) -> Decimal | None:
    """The figure as the document writes it, before it was normalised."""
    if not fact.spans:
        return None
    found = NUMBER.search(text[fact.spans[0].start : fact.spans[0].end])
    return decimal(re.sub("[,，]", "", found.group())) if found else None


def scale_of(fact: Fact, text: str) -> Decimal:
    """Return what a value was multiplied by when it was read: 10000 where the document writes 万."""
    low = decimal(fact.value)
    return _scale(low, fact, text) if low is not None else Decimal(1)


def _scale(low: Decimal, fact: Fact, text: str) -> Decimal:
    literal = _literal(fact, text)
    if not literal:
        return Decimal(1)
    ratio = low / literal
    return ratio if ratio in SCALES else Decimal(1)


def _written(low: Decimal, fact: Fact, text: str) -> str:
    scale = _scale(low, fact, text)
    literal = _literal(fact, text)
    if literal is not None and literal * scale == low:
        return format(literal, "f")
    return plain_number(low)


def _scaled_unit(low: Decimal, fact: Fact, text: str) -> str:
    return SCALES[_scale(low, fact, text)] + fact.unit


def is_whole(fact: Fact, region: str) -> bool:
    """Tell whether a fact is of the whole jurisdiction, not of a park, an institute or a part of it."""
    scope = fact.scope.strip()
    return bool(ALL_OF_IT.fullmatch(scope)) or scope == region or scope == f"全{region[-1:]}"


def cited_span(fact: Fact, index: PassageIndex) -> tuple[Passage, int, int] | None:
    """Return the passage that states a fact, and its row or sentence, at most MAX_CITATION characters; None without one."""
    if not fact.spans:
        return None
    at = fact.spans[0]
    passage = index.passage_at(fact.doc, at.start)
    if passage is None:
        return None
    if passage.end - passage.start <= MAX_CITATION and passage.kind == "row":
        return passage, passage.start, passage.end
    sentences = sentence_spans(index.texts[fact.doc], passage.start, passage.end)
    start, end = next(((left, right) for left, right in sentences if left <= at.start < right), (passage.start, passage.end))
    if end - start > MAX_CITATION:
        start, end = _window(index.texts[fact.doc], start, end, at.start, at.end)
    return passage, start, end


def _window(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """A stretch of a long sentence around a value, from a clause border."""
    left = max(start, last - MAX_CITATION * 2 // 3)
    border = max(text.find(mark, left, first) for mark in "，；。,;")
    left = border + 1 if border >= left > start else left
    return left, min(end, left + MAX_CITATION)
