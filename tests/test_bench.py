"""The benchmark's own arithmetic, and the stock pipeline that ours is measured beside."""

import json
import subprocess
import sys
from dataclasses import asdict
from types import SimpleNamespace

import numpy as np
import pytest

from bench.growth import Growth, exponent, measure_growth
from bench.report import markdown, percentile
from bench.stock import StockPipeline
from bench.subjects import Figures, questions


class TopicEmbedder:
    """Embeds a text by whether it speaks of patents or not: two directions at a right angle."""

    model_id = "topic"

    def embed_queries(self, queries):
        return np.array([[1.0, 0.0] if "专利" in query else [0.0, 1.0] for query in queries], dtype=np.float32)

    embed_passages = embed_queries


def test_percentiles_are_nearest_ranks():
    values = [float(n) for n in range(1, 101)]
    assert percentile(values, 0.5) == 50.0
    assert percentile(values, 0.95) == 95.0
    assert percentile([7.0], 0.95) == 7.0


@pytest.mark.parametrize("power", [1, 2, 3])
def test_the_exponent_of_a_power_is_found(power):
    sizes = [1000, 2000, 4000, 8000]
    assert exponent(sizes, [size**power for size in sizes]) == pytest.approx(power)


def test_growth_stops_when_patience_is_used_up(monkeypatch):
    seconds = {1000: 1.0, 2000: 2.0, 4000: 4.0}  # the third is over three seconds
    monkeypatch.setattr("bench.growth._parse_seconds", lambda text: seconds[len(text)])
    assert measure_growth("创新") == Growth((1000, 2000, 4000), (1.0, 2.0, 4.0), 1.0)


def test_the_stock_pipeline_puts_first_what_both_retrievers_find():
    texts = ["每万人发明专利拥有量达到二十件。", "研发经费支出占比达到百分之三点八。", "建设甬江实验室。"]
    pipeline = StockPipeline(texts, TopicEmbedder())
    assert pipeline.search("发明专利有多少件", 1) == [texts[0]]
    assert sorted(pipeline.search("发明专利有多少件", 9)) == sorted(texts)


def test_the_stock_pipeline_splits_at_500_characters_with_an_overlap():
    pipeline = StockPipeline(["创新" * 400], TopicEmbedder())
    assert [len(chunk) for chunk in pipeline.chunks] == [500, 350]  # 800 = 500 + 350 - 50


def test_the_table_states_what_was_measured():
    times = tuple(float(n) for n in range(1, 51))
    ours = asdict(Figures("cewen", 9.04, 1.26, times, times, 612.4))
    stock = asdict(Figures("stock", 3.0, None, times, (), 700.0))
    record = {"cewen": ours, "stock": stock, "growth": {"one line": asdict(Growth((1, 2), (1.0, 2.0), 1.0))}}
    table = markdown(record | {"date": "2026-11-20", "commit": "abc1234", "machine": "2 cores"})
    assert "| finding ten hits, p50 / p95 | 25 / 48 ms | 25 / 48 ms |" in table
    assert "| built index to the first answer | 1.3 s | keeps none |" in table
    assert "one line 1.00" in table
    assert "2026-11-20, commit abc1234; 2 cores; 50 questions" in table


def test_the_questions_are_many_and_no_two_are_the_same():
    asked = questions()
    assert len(asked) == len(set(asked)) >= 40
    assert all(question.strip() == question != "" for question in asked)


@pytest.mark.slow
def test_the_stock_pipeline_runs_on_the_real_plans():
    done = subprocess.run([sys.executable, "-m", "bench.subjects", "stock"], check=True, stdout=subprocess.PIPE, text=True)
    figures = SimpleNamespace(**json.loads(done.stdout))
    assert len(figures.search_ms) == len(questions())
    assert 100 < figures.rss_mib < 4096
