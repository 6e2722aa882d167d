"""Sentences of running text -> facts: each quantity with the indicator, the year and the scope that its words give it."""

import re
from collections.abc import Iterator, Sequence

from facts.clauses import Named, name_quantities
from facts.fact import Fact, Span
from facts.held_years import Carried, dates_of, holds_on, period_year, year_of
from facts.indicators import match_name, own_name
from facts.periods import FORECAST, YearMention, kind_of
from facts.quantities import Quantity, find_quantities, find_worded, plain_decimal
from facts.regions import stem_of
from facts.scope import KIND_OF_PLACE, entity_of, is_whole, subject_of
from facts.worded_facts import worded_targets
from index.catalog import DocumentInfo
from index.passages import Passage
from index.sentences import sentence_spans

ADDED = re.compile(r"新增|新引进|新建|新引育|新培育|新集聚|净增|新认定|新设|再增|每年|年均|年新增|其中")
RATE = re.compile(r"年均(?:增长|增速|增幅|提高)?|增长|增速|增幅|同比增长|翻")
CUMULATIVE = re.compile(r"累计|五年|共计|总计")
SHARED = re.compile(r"(?:^|[，。；：])(?P<names>[^，。；：]*?、[^，。；：]*?)(?:分别|均|各)(?:力争)?(?:达到?|突破|超过)?\s*$")
KIND_ALONE = re.compile(r"(?:该|本|各)?(?:园区|小镇|走廊|街区|新区|开发区|高新区|区内|园内|镇内)")
NEAR = 14  # characters before a figure whose words are of it


def text_facts(info: DocumentInfo, passage: Passage, text: str, span: tuple[int, int], carried: Carried) -> Iterator[Fact]:
    """Yield the facts of a stretch of running text.

    Args:
        info: the document.
        passage: the passage that holds it.
        text: the document's text.
        span: the stretch, within the passage.
        carried: what holds on from the text before; changed in place.
    """
    first = info.years[0] if info.years else 0
    held = ""  # the park or area that a sentence is about, up to its full stop
    for start, end in sentence_spans(text, *span):
        if start and "\n" in text[max(0, start - 2) : start]:
            carried.years.clear()
        quantities = _quantities(text, start, end)
        scope = _lead_scope(passage, text, start) or _heading_scope(passage) or held
        pairs = list(zip(quantities, name_quantities(text, start, end, quantities), strict=True))
        dates = dates_of(text, start, end, pairs)
        for quantity, named in pairs:
            if named is None:
                continue
            mention = year_of(quantity, named, dates, carried.years) or period_year(info, passage, text[start:end], named, carried)
            mention = mention or carried.goal(passage)
            if mention is None:
                continue
            yield from _shared(info, passage, text, (start, end), quantity, named, mention, scope)
            fact = _fact(info, passage, text, (start, end), quantity, named, mention, scope)
            if KIND_OF_PLACE.search(fact.scope):
                scope = held = scope or fact.scope  # what follows in the sentence has the same subject
            yield fact
        yield from _worded(info, passage, text, (start, end), [one for one, _ in dates], carried, scope)
        held = held if text[start:end].rstrip().endswith(("；", ";")) else ""
        carried.years.extend(mention for mention, at in dates if at < 0 and holds_on(text, mention, first))


def _quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of a sentence, those without digits or unit among them, in order."""
    found = list(find_quantities(text, start, end))
    taken = [(one.start, one.end) for one in found]
    found += [one for one in find_worded(text, start, end) if not any(one.start < high and low < one.end for low, high in taken)]
    return sorted(found, key=lambda one: one.start)


def _shared(
    info: DocumentInfo,
    passage: Passage,
    text: str,
    sentence: tuple[int, int],
    quantity: Quantity,
    named: Named,
    mention: YearMention,
    scope: str,
) -> Iterator[Fact]:
    """The figure of the earlier names of a list that shares one: 甲、乙、丙分别达到2000亿元."""
    lead = SHARED.search(text[sentence[0] : quantity.start])
    if not lead or re.match(r"\s*(?:以上)?\s*[、和及]", text[quantity.end : quantity.end + 6]):
        return
    for piece in list(re.finditer(r"[^、和]+", lead["names"]))[:-1]:
        at = sentence[0] + lead.start("names") + piece.start()
        name = re.sub(r"^(?:其中|全市|全区|力争|预计)+", "", piece.group().strip())
        if len(name) > 2:
            yield _fact(
                info,
                passage,
                text,
                sentence,
                quantity,
                Named(name, at, at + len(piece.group()), named.words, named.subject),
                mention,
                scope,
            )


def _worded(
    info: DocumentInfo,
    passage: Passage,
    text: str,
    sentence: tuple[int, int],
    mentions: Sequence[YearMention],
    carried: Carried,
    scope: str,
) -> Iterator[Fact]:
    """Targets in words, where a year of the plan's period holds."""
    start, end = sentence
    first = info.years[0] if info.years else 0
    for name, low, high, word, left, right in worded_targets(text[start:end]):
        before = [one for one in mentions if one.end <= start + left]
        mention = before[-1] if before else (carried.years[-1] if carried.years else carried.goal(passage))
        mention = mention or period_year(info, passage, text[start:end], Named(name, low, high, ""), carried)
        if mention is None or mention.year < first:
            continue
        found = match_name(name)
        yield Fact(
            doc=info.id,
            region=info.region,
            indicator=found.indicator.id if found and not found.before else own_name(name),
            name=name,
            year=mention.year,
            value=word,
            value_high=None,
            unit="",
            comparator="",
            kind="target",
            scope="" if scope == info.region else scope,
            note="",
            spans=(Span(start + left, start + right), Span(start + low, start + high)),
            passage_id=passage.passage_id,
        )


def _lead_scope(passage: Passage, text: str, start: int) -> str:
    """The body that a paragraph opens with, as in a list of parks: "甲科创走廊：…"."""
    opens = text.rfind("\n", 0, start) + 1
    lead = re.match(r"([^：:。；，\n]{3,40})[：:]", text[opens : opens + 42])
    if not lead:
        return ""
    words = lead.group(1).strip(" *#")
    return entity_of(words) or (words if passage.kind == "box" and KIND_OF_PLACE.search(words) else "")


def _fact(
    info: DocumentInfo,
    passage: Passage,
    text: str,
    sentence: tuple[int, int],
    quantity: Quantity,
    named: Named,
    mention: YearMention,
    heading_scope: str,
) -> Fact:
    indicator, scope = _identified(info, quantity, named, heading_scope)
    lead = text[max(sentence[0], quantity.start - NEAR) : quantity.start]
    spans = (Span(quantity.start, quantity.end), Span(named.start, named.end))
    first = info.years[0] if info.years else None
    return Fact(
        doc=info.id,
        region=info.region,
        indicator=indicator,
        name=named.name,
        year=mention.year,
        value=plain_decimal(quantity.value),
        value_high=plain_decimal(quantity.high) if quantity.high is not None else None,
        unit=quantity.unit,
        comparator=_comparator(quantity, named),
        kind=kind_of(mention.year, lead if mention.year < (first or 0) else "", first),
        scope="" if scope == info.region else scope,  # a plan of a new area or park is about the whole of it
        note="预计" if FORECAST.search(lead) else "",
        spans=(*spans, Span(mention.start, mention.end)) if mention.end else spans,
        passage_id=passage.passage_id,
        origin="text",
        cumulative=True if CUMULATIVE.search(named.words) else None,
    )


def _identified(info: DocumentInfo, quantity: Quantity, named: Named, heading_scope: str) -> tuple[str, str]:
    """The indicator's id, or its own words where they say more than the lexicon; and the part of the jurisdiction."""
    found = match_name(named.name)
    scope = heading_scope or named.subject
    if found is None or RATE.search(named.words) or not _same_measure(found.indicator.unit, quantity.unit):
        return own_name(named.name), scope
    before = found.before
    if ADDED.search(before + named.words):
        return own_name(named.name), scope
    if not before or is_whole(before) or before in (info.region, stem_of(info.region), f"{info.level}级", "市级", "区级", "县级"):
        return found.indicator.id, scope
    if entity_of(before) or KIND_OF_PLACE.search(before):
        return found.indicator.id, entity_of(before) or (scope if KIND_ALONE.fullmatch(before) and scope else before)
    return own_name(named.name), scope


def _same_measure(one: str, other: str) -> bool:
    """Tell whether two units measure the same kind of thing: shares, money, or counts."""
    kinds = [("%" if unit in ("%", "百分点", "‰") else "元" if "元" in unit else "位" if unit == "位" else "n") for unit in (one, other)]
    return kinds[0] == kinds[1]


def _comparator(quantity: Quantity, named: Named) -> str:
    rate = RATE.search(named.words)
    if rate and quantity.unit in ("%", "倍"):
        return f"{rate.group()}{quantity.comparator}" if quantity.comparator in ("以上", "左右") else rate.group()
    return quantity.comparator


def _heading_scope(passage: Passage) -> str:
    """The body that a row or the nearest heading is about."""
    if passage.row:
        return "" if match_name(passage.row.label) else passage.row.label
    return subject_of(passage.headings[-1]) if passage.headings else ""
