"""A whole and its parts told in one sentence (465家，其中省级64家、市级155家) -> the share of a part, the sum of some, the gap of two."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from answer.figure_words import BORDER, own_words, words_behind
from answer.formula import Result, difference, multiple, share, total
from answer.numbers_outcomes import RATE, tell_rate
from answer.quantity import decimal
from answer.sentence_figures import year_in
from answer.series import same_unit
from answer.telling import Teller
from facts.fact import Fact
from facts.likeness import overlap
from retriever.rest import spoken
from retriever.slots import Slots

AMONG = re.compile(r"(?:以上|左右|余)?[，,（(]?其中[，,：:]?")
SHARE = re.compile(r"几成|百分之|百分比|比例|比重|占[^，。？?]{0,12}(?:多少|多大|几)|份额")
NEAR, TAIL = 0.6, 6  # share of the end of a whole's name, in characters, that a question holds
MOSTLY = 0.8  # share of a part's own words that it holds
SHORTEST, HEAD = 2, 3  # characters of a part's words; of the end of a whole's name
NAMED = 4  # characters of a name that others end with


def tell_breakdown(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Tell what a question wants computed of the parts that one sentence tells of a whole; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        held: the figures of a sentence, in order.
    """
    if (
        not held
        or slots.asked_values > 1
        or not (SHARE.search(slots.text) or RATE.search(slots.text) or slots.asks("share", "sum", "difference", "multiple"))
    ):
        return False
    text = teller.index.texts[held[0].doc]
    if rate := RATE.search(slots.text):
        return tell_rate(teller, rate["of"], held, text)
    asked = spoken(slots.text).replace("本级", "级")
    for whole, parts in _broken_down(held, text):
        if (slots.years and whole.year not in slots.years) or not _is_named(whole, asked, text):
            continue
        named = _named([(own_words(part, text) or words_behind(part, text), part) for part in parts], asked)
        if result := _result(teller, slots, whole, [part for _, part in named]):
            facts = [part for _, part in named]
            said = "，".join(f"{words}{teller.value(part)}" for words, part in named)
            lead = f"{whole.scope or whole.region}{year_in(whole, text, (held[0].spans[0].start, held[-1].spans[0].end))}{said}"
            if SHARE.search(slots.text):
                about = f"{lead}，{own_words(whole, text)}{teller.value(whole)}，前者占后者的{result.told}（{result.formula}）"
                return teller.tell(about, [*facts, whole], [result])
            end = "合计" if "+" in result.formula else "相差" if "-" in result.formula else "前者是后者的"
            return teller.tell(f"{lead}，{end}{result.told}（{result.formula}）", facts, [result])
    return False


def _broken_down(held: Sequence[Fact], text: str) -> Iterator[tuple[Fact, list[Fact]]]:
    """Wholes with their parts: of one unit, right behind 其中, one as the other set off, and no more together than the whole."""
    for place, whole in enumerate(held[:-1]):
        kinds = [one for one in held if one is not whole and _is_kind_of(one, whole, text)]
        if kinds:
            yield whole, kinds
        if not AMONG.match(re.sub(r"\s+", "", text[whole.spans[0].end : held[place + 1].spans[0].start])):
            continue
        parts: list[Fact] = []
        left, marks = decimal(whole.value) or Decimal(0), set()
        for one in held[place + 1 :]:
            between = text[parts[-1].spans[0].end : one.spans[0].start] if parts else ""
            marks |= set(BORDER.findall(between)[:1])
            value = decimal(one.value)
            if not value or value > left or not same_unit(one.unit, whole.unit) or len(marks) > 1 or re.search("[。；;]", between):
                break
            parts.append(one)
            left -= value
        if parts:
            yield whole, parts


def _is_kind_of(one: Fact, whole: Fact, text: str) -> bool:
    """Tell whether a figure is of a kind of what another one counts, as its name says: 国家科技型中小企业 of 科技型中小企业."""
    name, general = own_words(one, text), own_words(whole, text)
    alike = one.unit == whole.unit and (one.year, one.scope) == (whole.year, whole.scope)
    less = (decimal(one.value) or Decimal(0)) < (decimal(whole.value) or Decimal(0))
    return alike and less and len(general) >= NAMED and name != general and name.endswith(general)


def _is_named(whole: Fact, asked: str, text: str) -> bool:
    """Tell whether a question names a whole, and the park or place that it is of."""
    tail = spoken(own_words(whole, text))[-TAIL:]
    longest = next((size for size in range(len(tail), 0, -1) if tail[-size:] in asked), 0)
    scoped = not whole.scope or overlap(whole.scope, asked) >= NEAR
    return scoped and len(tail) >= SHORTEST and (longest >= min(len(tail), HEAD) or overlap(tail, asked) >= NEAR)


def _named(parts: Sequence[tuple[str, Fact]], asked: str) -> list[tuple[str, Fact]]:
    """The parts that a question names, none by words that stand in those of another one named, in its order."""
    plain = [(spoken(words), words, part) for words, part in parts if len(spoken(words)) >= SHORTEST]
    found = [one for one in plain if one[0] in asked] or [one for one in plain if len(one[0]) > TAIL and overlap(one[0], asked) >= MOSTLY]
    own = [one for one in found if not any(one is not other and one[0] in other[0] for other in found)]
    return [(words, part) for key, words, part in sorted(own, key=lambda one: asked.find(one[0]))]


def _result(teller: Teller, slots: Slots, whole: Fact, parts: Sequence[Fact]) -> Result | None:
    if not parts:
        return None
    if SHARE.search(slots.text):
        return share(*teller.terms([parts[0], whole])) if len(parts) == 1 else None
    if len(parts) < 2:
        return None
    if slots.asks("sum"):
        return total(teller.terms(parts))
    if len(parts) > 2:
        return None
    if slots.asks("multiple"):
        return multiple(*teller.terms(parts))
    large, small = sorted(parts, key=lambda part: -(decimal(part.value) or Decimal(0)))
    return difference(*teller.terms([large, small])) if slots.asks("difference") else None
