"""Facts -> candidates: one figure, a figure then and now, one indicator of several places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import groupby

from eval.proposing.candidate import Candidate, Quote, quote_around
from facts.fact import Fact
from facts.regions import stem_of
from index.store import PassageIndex

SCALES = (("亿", 10**8), ("万", 10**4))
MOST_PLACES = 3
WORDS = {"target": "目标", "forecast": "预计", "actual": "", "baseline": ""}


def figure_candidates(facts: Iterable[Fact], index: PassageIndex) -> Iterator[Candidate]:
    """Yield a question for every figure that has a year."""
    for fact in facts:
        quote = _quote(fact, index)
        if quote is None or fact.year is None or not _is_number(fact.value):
            continue
        kind = "table" if fact.origin == "table" else "target" if fact.kind == "target" else "baseline"
        question = f"{_place(fact)}{fact.year}年{fact.name}{WORDS[fact.kind]}是多少？"
        hint = f"另说一遍，别用原文的词；查同一数字在别处是否也有（{fact.kind}，{fact.comparator or '正好'}）"
        yield Candidate(question, kind, _said(fact), (spellings(fact),), (quote,), (stem_of(fact.region),), hint)


def growth_candidates(facts: Sequence[Fact], index: PassageIndex) -> Iterator[Candidate]:
    """Yield a question about the difference where an indicator of one place has a past figure and a target in one unit."""
    for series in _series(facts, lambda fact: (fact.doc, fact.indicator, fact.unit, fact.scope)):
        past = [fact for fact in series if fact.kind in ("baseline", "actual")]
        aims = [fact for fact in series if fact.kind == "target"]
        if not past or not aims or (past[0].year or 0) >= (aims[0].year or 0):
            continue
        quotes = (_quote(past[0], index), _quote(aims[0], index))
        kept = tuple(dict.fromkeys(quote for quote in quotes if quote))  # one row may hold both
        if all(quotes):
            change = plain(Decimal(aims[0].value) - Decimal(past[0].value))
            unit = "百分点" if aims[0].unit == "%" else aims[0].unit
            question = f"{_place(aims[0])}{aims[0].name}{aims[0].year}年目标比{past[0].year}年多多少？"
            answer = f"{_said(past[0])}，{_said(aims[0])}，相差{change}{unit}"
            must = (spellings(past[0]), spellings(aims[0]), tuple(dict.fromkeys((f"{change}{unit}", change))))
            hint = "复核两个数是否同一口径，再算一遍"
            yield Candidate(question, "compute", answer, must, kept, (stem_of(aims[0].region),), hint)


def compare_candidates(facts: Sequence[Fact], index: PassageIndex) -> Iterator[Candidate]:
    """Yield a question where several places have a target for one indicator and year."""
    targets = [fact for fact in facts if fact.kind == "target" and not fact.scope]
    for series in _series(targets, lambda fact: (fact.indicator, fact.unit, str(fact.year))):
        by_region = {fact.region: fact for fact in reversed(series)}
        chosen = [by_region[region] for region in sorted(by_region)][:MOST_PLACES]
        quotes = [_quote(fact, index) for fact in chosen]
        if len(chosen) > 1 and all(quotes):
            question = f"{'、'.join(map(_place, chosen))}{chosen[0].year}年{chosen[0].name}目标各是多少，哪个更高？"
            answer = "；".join(map(_said, chosen))
            regions = tuple(stem_of(fact.region) for fact in chosen)
            kept = tuple(quote for quote in quotes if quote)
            yield Candidate(question, "compare", answer, tuple(map(spellings, chosen)), kept, regions, "复核各地是否同一口径")


def spellings(fact: Fact) -> tuple[str, ...]:
    """Return the ways in which an honest answer might write a fact's figure."""
    unit = "" if fact.unit in ("", "位") else fact.unit
    found = [f"{fact.value}{unit}"]
    number = Decimal(fact.value)
    for word, scale in SCALES:
        if unit and word not in unit and number >= scale and number % (scale // 100) == 0:
            found.append(f"{plain(number / scale)}{word}{unit}")
    return tuple(found)


def plain(number: Decimal) -> str:
    """Return a number without exponent and trailing zeros.

    >>> plain(Decimal("0.60")), plain(Decimal("13000"))
    ('0.6', '13000')
    """
    return f"{number.normalize():f}"


def _series(facts: Iterable[Fact], key: Callable[[Fact], tuple[str, ...]]) -> Iterator[list[Fact]]:
    """Yield the facts with a number and a year that share a key, earliest year first."""
    usable = [fact for fact in facts if fact.year is not None and _is_number(fact.value)]
    for _, group in groupby(sorted(usable, key=key), key=key):
        yield sorted(group, key=lambda fact: (fact.year or 0, fact.spans[0].start))


def _quote(fact: Fact, index: PassageIndex) -> Quote | None:
    return quote_around(index, fact.doc, fact.spans[0].start, fact.spans[0].end)


def _place(fact: Fact) -> str:
    return stem_of(fact.region) + (fact.scope if fact.scope and fact.scope not in fact.name else "")


def _said(fact: Fact) -> str:
    return (
        f"{fact.year}年{_place(fact)}{fact.name}{fact.comparator if fact.comparator in ('超过', '不低于') else ''}{fact.value}{fact.unit}"
    )


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False
