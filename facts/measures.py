"""Passages of a document -> the support measures it states, each with its conditions, its sums and what governs it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.articles import read_articles
from facts.clause_measures import measures_of_rule, number_length
from facts.defined import letters_in
from facts.full_width import literal, widened, widened_passages
from facts.governing import governed
from facts.item_numbers import numbers_of
from facts.item_terms import ItemTerms
from facts.keyed_measures import keyed_measures
from facts.keyed_more import further, with_more
from facts.keyed_parts import keyed_parts
from facts.keyed_rows import keyed_rows
from facts.keys import place_of
from facts.label_blocks import labelled_blocks, number_of, starts_of
from facts.label_headings import with_labels_below
from facts.labelled_measures import in_time, labelled_measures
from facts.labels import labels_of
from facts.letter_classes import letters_of, spelled_out
from facts.measure import Condition, Measure
from facts.rest_of_rule import with_rest
from facts.rule_groups import rule_groups
from facts.sentences import Sentence, sentences_of
from facts.standard_shares import with_standards
from facts.table_measures import table_measures
from facts.table_notes import table_notes
from facts.title_terms import of_brackets
from index.catalog import DocumentInfo
from index.passages import Passage

THOSE = re.compile(
    r"\s*其中|\s*(?:对|凡)?(?:上述|前款|前述|以上|此类|上款|前项)(?:所?规定|所列|所述|所指|中)?的?[^，。；\d]{0,16}?(?:企业|单位|机构|人才|人员|个人|主体|项目|平台|团队|园区|基地)"
)  # for those of the measure before
PLANNED = re.compile(r"规划|计划|纲要|方案")


def extract_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Measure]:
    """Return the measures of a document, in its order.

    Args:
        info: the document's entry in the catalog.
        passages: its passages.
        text: its normalised text, which is read as if its marks were full-width.
    """
    wide = widened(text)
    read = with_labels_below(widened_passages(passages, wide))
    return [literal(measure, text) for measure in _extracted(info, read, wide)]


def _extracted(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Measure]:
    """The measures of a document with full-width marks."""
    every = list(sentences_of(passages, text))
    parts = keyed_parts(passages, every)
    keyed = {sentence.start for part in parts for sentence in (*part.lines.sentences, *part.paid.sentences)}
    sentences = [sentence for sentence in every if sentence.start not in keyed]
    blocks = list(labelled_blocks(sentences, labels_of(_lines(every))))
    inside = starts_of(blocks)
    rows = {row.passage.start for part in parts for row in (*part.rows, *part.terms)}
    apart = [passage for passage in passages if passage.start not in rows]
    notes = table_notes(apart, every, text)
    plain = [sentence for sentence in sentences if sentence.start not in inside | notes.starts]
    titles = {title for passage in passages for title in (*passage.headings[-2:], passage.row.caption if passage.row else "") if title}
    articles = read_articles(plain, titles)
    groups = list(rule_groups(plain, articles))
    terms = ItemTerms(plain, groups, articles.governing)
    numbers_of_rules = numbers_of(groups)
    found: list[Measure] = []
    before: Sentence | None = None  # the first of the measure before
    for group in groups:
        beside = [*terms.of(group[0].start), *(_carried(before, group[0], found) if before else [])]
        own = [] if PLANNED.search(info.title) and not info.is_policy else beside  # beside what a plan supports stand its goals
        known = len(found)
        found += measures_of_rule(info, group, text, articles, plain, own, numbers_of_rules.get(group[0].start, ""))
        before = group[0] if len(found) > known else before
    for block in blocks:
        lead = "".join(block.gives[0].passage.headings[-2:])
        place = " ".join([*block.gives[0].passage.headings, place_of("", number_of(block))])
        found += [in_time(governed(measure, articles, lead, place=place), block) for measure in labelled_measures(info, block, text)]
    numbers_of_rows = {row.passage.start: row.number for row in keyed_rows(apart)}
    found += [
        governed(measure, articles, lead, place=f"{lead} {place_of('', numbers_of_rows.get(measure.start, 0))}")
        for bare, lead in table_measures(info, apart, text)
        for measure in (replace(bare, conditions=(*bare.conditions, *notes.of(bare.start))),)
    ]
    found += keyed_measures(info, parts, text, articles)
    if more := further(keyed_rows(passages)):
        above = {passage.passage_id: passage.headings[-1:] for passage in passages}
        numbers = {sentence.passage.passage_id: sentence.article for sentence in every}
        found = [with_more(one, (one.name, *above[one.passage_id]), numbers.get(one.passage_id, ""), more) for one in found]
    above_of = {passage.passage_id: passage for passage in passages}
    letters = letters_of(passages) | letters_in(articles.definitions)
    ends = info.period[-4:] if info.period[-4:].isdigit() else ""
    found = [
        replace(spelled_out(measure, letters), draft=info.status == "draft", period_end="" if info.is_policy and measure.valid_to else ends)
        for measure in found
    ]
    found = [replace(one, conditions=(*of_brackets(above_of[one.passage_id], text), *one.conditions)) for one in found]
    return [with_rest(one, found, text) for one in with_standards(sorted(found, key=lambda measure: (measure.start, measure.end)))]


def _lines(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The words of sentences, and above them the heading that each stands below, once."""
    above = ""
    for sentence in sentences:
        heading = sentence.passage.headings[-1] if sentence.passage.headings else ""
        if heading != above and heading:
            yield heading
        above = heading
        yield sentence.text


def _carried(before: Sentence, first: Sentence, found: Sequence[Measure]) -> list[Condition]:
    """The conditions of the measure before, where one is for those that it is for: 上述企业…的，加奖15万元."""
    beside = (before.article, before.passage.headings) == (first.article, first.passage.headings)
    if not beside or not THOSE.match(first.text[number_length(first.text) :]):
        return []
    return [one for one in found[-1].conditions if one.kind == "clause"]
