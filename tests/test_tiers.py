"""Tables that pay by ranges: the row that the amounts told fall into."""

from datetime import date

import pytest

from answer.compose import compose
from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.tiers import TIER, fitting_row, is_range, with_tier
from facts.profile import read_profile
from retriever.retrieve import PassageRetriever

NOTICE = """# 甲县若干措施

## 一、研发补助

对规上企业，按上年度研发费用分档给予补助，标准见表1。

表1 研发补助标准

| 档次 | 上年度研发费用 | 研发费用占营业收入比重 | 补助比例 |
|---|---|---|---|
| 一档 | 1000万元及以上 | ≥3% | 4% |
| 二档 | 500万元（含）—1000万元 | ≥3% | 3% |
| 三档 | 100万元—500万元 | ≥2% | 2% |
"""


@pytest.fixture(scope="module")
def index(small_index):
    return small_index({small_index.info("a", "甲县若干措施", region="甲县"): NOTICE})


def row_for(index, text):
    rows = [passage for passage in index.passages if passage.row]
    found = fitting_row("a", "", rows, read_profile(text, date(2026, 1, 1)), index)
    return found.row.label if found else ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("去年研发费用1200万，营收2亿", "一档"),
        ("去年研发费用500万，营收1亿", "二档"),
        ("去年研发费用300万，营收1亿", "三档"),
        ("去年研发费用300万，营收10亿", ""),  # the share is too small for any
        ("去年研发费用50万，营收1000万", ""),
        ("员工300人", ""),  # nothing that a range is about
    ],
)
def test_the_row_that_the_amounts_fall_into(index, text, label):
    assert row_for(index, text) == label


@pytest.mark.parametrize("cell", ["4%", "一档", "定额补助", "", "300万元"])
def test_cells_that_are_no_range(cell):
    assert not is_range(cell)


def test_an_answer_is_led_by_the_row(index, small_index):
    text = "甲县规上企业去年研发费用600万，营收1亿，按档能补多少"
    retrieval = PassageRetriever(index, small_index.embedder).retrieve(text)
    evidence = gather(retrieval, index, SentenceEmbeddings(small_index.embedder))
    draft = compose(retrieval, evidence, question_concepts(retrieval.question, index), index)
    told = with_tier(draft, evidence, read_profile(text, date(2026, 1, 1)), index, ())
    assert told.lines[0] == TIER and "二档" in told.lines[1]
    assert "一档" not in told.text and "三档" not in told.text
    assert all(citation.text == index.texts["a"][citation.start : citation.end] for citation in told.citations)
    plain = with_tier(draft, evidence, read_profile("员工300人", date(2026, 1, 1)), index, ())
    assert plain is draft
