"""Sentences of running text -> facts: each quantity with the indicator, the year and the scope that its words give it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from facts.carried import Carried
from facts.clauses import name_quantities
from facts.fact import Fact, Kind, Span
from facts.held_years import dates_of, period_year, year_beside, year_of
from facts.identity import comparator_of, identify
from facts.indicators import load_indicators
from facts.jurisdictions import places_in
from facts.listed_names import names_before
from facts.named import Named
from facts.periods import FORECAST, YearMention, kind_of
from facts.quantities import Quantity, find_quantities, find_worded, plain_decimal
from facts.scope import KIND_OF_PLACE
from facts.subjects import built_in, chain_of, heading_subject, lead_of, opening_body, opens_anew, sentence_subject
from facts.worded_facts import worded_facts
from index.catalog import DocumentInfo
from index.passages import Passage
from index.sentences import sentence_spans

CUMULATIVE = re.compile(r"累计|五年|共计|总计")
EXTENT = re.compile(r"(?:规划|建成|占地|总|建筑|核心区)?面积$|总投资$|投资额$")  # what a body has without a year
PLANNED = re.compile(r"规划|投资")
YEARLY = re.compile(r"每年")
OPENING = 12  # characters of a sentence that name the place it is about
NEAR = 14  # characters before a figure whose words are of it
CLAUSE = re.compile(r"[，。；：]")
INCLUDED = re.compile(r"\s*[（(]((?:不?含|不?包[含括])[^（()）\d]{2,20})[)）]")  # what a figure is with or without
SEMICOLONS = ("；", ";")
SIZE = re.compile(
    r"(?:主营业务|营业|工业|技工贸|经营)?总?(?:收入|产值|营收|税收|规模|增加值|面积)|(?:入驻|集聚)?企业"
)  # of what is not said
CLASS_ABOVE = re.compile(r"[超过达]\s*$")  # 超10亿元企业: whom is counted, no figure
AIMED = ("不低于", "超过", "力争")
KIND_OF_CHAIN = re.compile(r"(?:产业集群|产业链|集群|全链|产业)(?=规模|产值|营收|营业收入|销售收入|增加值)")
OF_CHAIN = re.compile(r"(?:年|总|工业|产业链?|全链|规上|集群)*(?:产值|营收|营业收入|销售收入|增加值|规模|企业数量?)")
TOTAL_OF = re.compile(r"[\u4e00-\u9fff]{1,12}(?:合计|总计|之和)[^，。；\d]{0,3}\d")  # 4条产业链产值合计610亿元
CLASS_BEHIND = re.compile(r"\s*及?以[上下内](?:的\s*\d|的?[\u4e00-\u9fff]{0,4}(?:企业|项目))")  # 10亿元以上的90家
CLASS = re.compile(r"(?:、超?\d*[百千万亿]*\d*[百千万亿]*元|[和及]超?\d*[百千万亿]+元)*(?:以上)?的?(?:[\u4e00-\u9fff]{0,4}企业|项目)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its span, and the body that it is about as a whole, or ""."""

    info: DocumentInfo
    passage: Passage
    start: int
    end: int
    scope: str


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
    box = passage.kind == "box"
    lead = _lead_before(text, span[0], box=box)
    for start, end in sentence_spans(text, *span):
        if start and "\n" in text[max(0, start - 2) : start]:
            carried.end_paragraph()
            lead = ""
        lead = lead_of(text, start, box=box) or ("" if opens_anew(text, start) else lead)
        held = "" if places_in(text[start : start + OPENING], info.region) else held  # another county's turn
        quantities = _quantities(text, start, end)
        sentence = Sentence(info, passage, start, end, lead or heading_subject(passage) or held)
        pairs = list(zip(quantities, name_quantities(text, start, end, quantities, info.region), strict=True))
        dates = dates_of(text, start, end, pairs)
        for quantity, named in pairs:
            if named is None:
                continue
            mention = year_of(quantity, named, dates, carried, year_beside(text, quantity)) or period_year(
                info, passage, text[start:end], named, carried
            )
            mention = mention or carried.goal(passage)
            if mention is None and not EXTENT.search(named.name):
                continue
            for one in (*names_before(text, start, quantity, named), named):
                fact = _fact(sentence, text, quantity, one, mention)
                if fact is None or (mention is None and not fact.scope):
                    continue
                if KIND_OF_PLACE.search(fact.scope):  # what follows in the sentence has the same subject
                    held = sentence.scope or fact.scope
                    sentence = replace(sentence, scope=held)
                yield fact
        yield from worded_facts(info, passage, text, (start, end), [one for one, _ in dates], carried, sentence.scope)
        goes_on = text[start:end].rstrip().endswith(SEMICOLONS)
        held = held if goes_on else ""
        carried.go_on(text, start, dates, first, chained=goes_on)


def _lead_before(text: str, start: int, *, box: bool) -> str:
    """The body that the paragraph's sentences before a place open with."""
    opens = text.rfind("\n", 0, start) + 1
    leads = [lead_of(text, at, box=box) for at, _ in sentence_spans(text, opens, start)]
    return next((lead for lead in reversed(leads) if lead), "")


def _quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of a sentence, those without digits or unit among them, in order."""
    found = [one for one in find_quantities(text, start, end) if not _names_a_class(text, start, end, one)]
    taken = [(one.start, one.end) for one in found]
    worded = (one for one in find_worded(text, start, end) if not _names_a_class(text, start, end, one))
    found += [one for one in worded if not any(one.start < high and low < one.end for low, high in taken)]
    return sorted(found, key=lambda one: one.start)


def _names_a_class(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Tell whether a quantity only says which enterprises or projects are spoken of, or how many a total is of."""
    if TOTAL_OF.match(text, quantity.end, end):
        return True
    if "元" not in quantity.unit:
        return False
    above = CLASS_ABOVE.search(text[start : quantity.start])
    return bool(above and CLASS.match(text, quantity.end, end)) or CLASS_BEHIND.match(text, quantity.end, end) is not None


def _fact(sentence: Sentence, text: str, quantity: Quantity, named: Named, mention: YearMention | None) -> Fact | None:
    info = sentence.info
    subject = sentence.scope or sentence_subject(info, text, sentence.start, quantity.start)
    if chain_of(subject) == subject and not OF_CHAIN.fullmatch(named.name):
        subject = ""  # 人工智能核心产业规模 below 人工智能产业 says itself what it is of
    if subject and chain_of(subject) == subject and (kind := KIND_OF_CHAIN.match(named.name)):
        named = replace(named, name=named.name[kind.end() :], start=named.start + kind.end())  # 产业链|规模 below a chain
    if SIZE.fullmatch(named.name):  # says nothing of what it is of
        subject = built_in(subject, text, sentence.start, quantity.start) or subject
    identified = identify(info, quantity, named, subject)
    if identified is None:
        return None
    indicator, scope = identified
    ahead = comparator_of(quantity, named) in AIMED and YEARLY.search(named.words)
    if ahead and mention and info.years and mention.year < info.years[0]:
        return None  # 在2025年的基础上，每年新认定不少于60家: of no past year
    if not scope and (indicator in load_indicators() or SIZE.fullmatch(named.name)):  # of the park that the sentence opens with
        scope = opening_body(text, sentence.start, quantity.start)
    clause = CLAUSE.split(text[sentence.start : quantity.start])[-1]
    lead = text[max(sentence.start, quantity.start - max(NEAR, len(clause))) : quantity.start]
    lead += text[max(0, mention.start - 4) : mention.start] if mention else ""
    remark = INCLUDED.match(text, quantity.end)
    spans = (Span(quantity.start, quantity.end), Span(named.start, named.end))
    return Fact(
        doc=info.id,
        region=info.region,
        indicator=indicator,
        name=named.name,
        year=mention.year if mention else None,
        value=plain_decimal(quantity.value),
        value_high=plain_decimal(quantity.high) if quantity.high is not None else None,
        unit=quantity.unit,
        comparator=comparator_of(quantity, named),
        kind=_kind(info, mention, lead, named.name),
        scope="" if scope == info.region else scope,  # a plan of a new area or park is about the whole of it
        note="，".join(filter(None, ("预计" if FORECAST.search(lead) else "", remark.group(1) if remark else ""))),
        spans=(*spans, Span(mention.start, mention.end)) if mention and mention.end else spans,
        passage_id=sentence.passage.passage_id,
        origin="text",
        cumulative=True if CUMULATIVE.search(named.words) else False if YEARLY.search(named.words) else None,
    )


def _kind(info: DocumentInfo, mention: YearMention | None, lead: str, name: str) -> Kind:
    """What a figure is by its year and the words before it; without a year, by its name."""
    if mention is None:
        return "target" if PLANNED.search(name) else "actual"
    first = info.years[0] if info.years else None
    return kind_of(mention.year, lead if mention.year < (first or 0) else "", first)
