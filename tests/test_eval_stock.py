"""The stock pipeline that ours is measured against quotes its best chunk, the same every time."""

from dataclasses import replace

import pytest

from eval.stock.pipeline import StockPipeline
from index.catalog import DocumentInfo


@pytest.fixture
def stock(small_index):
    one, two = (DocumentInfo(name, *[""] * 12) for name in ("one", "two"))
    filler = "这一段说的是别的事情，与科技创新没有关系。" * 20
    return StockPipeline(
        {one: f"高新技术企业达到600家。\n\n{filler}\n\n{filler}", two: f"{filler}\n\n设立引导基金1亿元。"}, small_index.embedder
    )


def test_the_stock_pipeline_quotes_its_best_chunk(stock):
    answer = stock.ask("高新技术企业多少家？")
    assert answer.hits[0].doc == "one" and answer.hits[0].text.startswith("高新技术企业达到600家")
    assert answer.answer == f"{answer.citations[0].text}[1]" and len(answer.citations[0].text) <= 300
    assert not answer.abstained
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))
    assert len({hit.passage_id for hit in answer.hits}) == len(answer.hits)
    assert all(len(hit.text) <= 500 for hit in answer.hits)


def test_the_stock_pipeline_is_the_same_every_time_and_knows_its_documents(stock):
    first, second = (stock.ask("引导基金") for _ in range(2))
    assert replace(first, latency_ms=0) == replace(second, latency_ms=0)
    assert first.hits[0].doc == "two"
    assert [info.id for info in stock.documents] == ["one", "two"]


@pytest.mark.parametrize("question", ["xyzzy", "？", "🙂"])
def test_a_question_without_a_known_word_is_answered_by_embedding_alone(stock, question):
    assert len(stock.ask(question).hits) > 0


def test_earlier_turns_take_part(stock):
    assert stock.ask("多少？", ["引导基金"]).hits[0].doc == "two"
