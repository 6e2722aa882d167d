"""Rows of reward tables and of lists of policies -> measures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.graded_tables import graded_amounts
from facts.measure import Condition, Measure
from facts.policy_rows import policy_measure
from facts.reward_columns import NUMBER, SUFFIX, Columns, columns_of
from facts.reward_rows import graded_measure, reward_measure
from facts.sentences import Sentence, sentences_of
from facts.sum_columns import of_sum, sum_cells, with_lead
from facts.table_leads import of_all_rows
from index.catalog import DocumentInfo
from index.passages import Passage

TITLES = re.compile(r"奖励|补贴|补助|资助|奖补|扶持|支持|贴息|政策|惠企")
ABOVE = re.compile(
    r"对?(?P<how>[^，。；：]{0,24}?(?:获得|取得|获评|入选|通过|认定为|评为))(?:下列|以下|下表)[^，。；：]{1,10}?的(?:企业|单位|个人)(?=，|。)"
)


def table_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> Iterator[tuple[Measure, str]]:
    """Yield the measures of a document's reward tables, each with the words around its table that govern it."""
    sentences = list(sentences_of(passages, text))
    for passage in passages:
        if passage.kind != "row" or passage.row is None:
            continue
        columns = columns_of(passage)
        title = " ".join([*passage.headings, passage.row.caption, info.title])
        if (grades := graded_amounts(passage.row)) and TITLES.search(title):
            yield graded_measure(info, passage, passage.row, columns, grades), title
            continue
        if "gives" not in columns.cells or not TITLES.search(title + columns.cells["gives"][0]):
            continue
        several = sum_cells(passage)
        for place, cell in enumerate(several or [columns.cells["gives"]]):
            own = replace(columns, cells={**columns.cells, "gives": cell})
            measure = _row(info, passage, own, _section(sentences, passage))
            if measure:
                measure = with_lead(measure, passage, cell[1])
                measure = of_sum(measure, passage, cell, several[:place]) if several else measure
                measure = replace(measure, conditions=(*measure.conditions, *of_all_rows(passage, sentences)))
                yield _announced(measure, sentences, passage), title


def _row(info: DocumentInfo, passage: Passage, columns: Columns, around: Sequence[str]) -> Measure | None:
    """The measure of a row: of a list of policies where a cell says for whom or on which terms, else of a table of sums."""
    assert passage.row is not None
    if "who" in columns.cells or "terms" in columns.cells or not NUMBER.search(columns.cells["gives"][1]):
        return policy_measure(info, passage, columns)
    return reward_measure(info, passage, passage.row, columns, around)


def _announced(measure: Measure, sentences: Sequence[Sentence], passage: Passage) -> Measure:
    """A row with what the sentence above its table asks of all rows: 对2025年以后首次获得下列称号的企业，按下表给予奖励."""
    for sentence in reversed([item for item in sentences if item.end <= passage.start and item.passage.headings == passage.headings]):
        if match := ABOVE.search(sentence.text):
            name = SUFFIX.sub("", measure.name.partition("·")[0])
            start = sentence.start + match.start("how")
            words = sentence.text[match.start("how") : match.end()]
            own = Condition(words, start, start + len(words), "clause", re.sub(r"\s+", "", match["how"]) + name)
            return replace(measure, conditions=(own, *measure.conditions))
    return measure


def _section(sentences: Sequence[Sentence], passage: Passage) -> list[str]:
    near = [item for item in sentences if item.passage.headings[:1] == passage.headings[:1] and item.passage.kind != "note"]
    return [re.sub(r"\s+", "", item.text) for item in near]
