"""Two runs are compared question by question; chance is worked out by hand and by another implementation."""

import json
from itertools import product

import numpy as np
import pytest
from scipy.stats import permutation_test

from eval.compare import compare_scores, comparison_report
from eval.metrics.paired import Difference, difference
from eval.scorefile import ScoreFile
from index.errors import InputError


def run_of(**values):
    """Return a scored run in which each question has the given value of every metric named here."""
    return ScoreFile("gold", {}, {name: {"right": value, "latency": 10.0} for name, value in values.items()}, {})


def test_a_difference_by_hand():
    before = {"a": 0.0, "b": 0.0, "c": 1.0, "d": None, "e": None, "f": 1.0}
    after = {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0, "e": None, "f": 0.0}
    found = difference(before, after)
    assert (found.before, found.after) == (2 / 4, 4 / 5)
    assert found.delta == pytest.approx(0.3)
    assert (found.up, found.down, found.n, found.one_sided) == (("a", "b"), ("f",), 5, 1)


def test_a_metric_defined_for_other_questions_in_each_run_is_compared_whole():
    """As the precision of refusals: the first run refuses 20 questions, 5 of them rightly, the second only those 5."""
    before = {str(n): float(n < 5) for n in range(20)}
    after = {str(n): 1.0 if n < 5 else None for n in range(20)}
    found = difference(before, after)
    assert (found.before, found.after, found.one_sided, found.up) == (0.25, 1.0, 15, ())
    assert found.p < 0.05
    assert found.low > 0.4


def test_a_run_without_any_value_has_no_difference():
    found = difference({"a": 1.0, "b": 0.0}, {"a": None, "b": None})
    assert found == Difference(0.5, None, None, None, None, 2, (), (), 2)


def test_p_against_all_exchanges_and_scipy():
    rng = np.random.default_rng(1)
    first, second = rng.random(9), rng.random(9) + 0.2
    seen = abs((second - first).mean())
    exact = np.mean([abs((np.array(signs) * (second - first)).mean()) >= seen - 1e-12 for signs in product((1, -1), repeat=9)])
    other = permutation_test((second, first), lambda a, b: np.mean(a) - np.mean(b), permutation_type="samples", n_resamples=np.inf).pvalue
    ids = list("abcdefghi")
    found = difference(dict(zip(ids, first, strict=True)), dict(zip(ids, second, strict=True)))
    assert exact == pytest.approx(other)
    assert found.p == pytest.approx(exact, abs=0.02)


def test_equal_runs_differ_by_nothing():
    values = {str(n): float(n % 2) for n in range(20)}
    found = difference(values, values)
    assert (found.delta, found.p, found.low, found.high, found.up, found.down) == (0, 1, 0, 0, (), ())


def test_too_few_questions_have_no_p():
    assert difference({"a": 0.0}, {"a": 1.0}) == Difference(0.0, 1.0, None, None, None, 1, ("a",), (), 0)
    assert difference({"a": None}, {"a": None}) == Difference(None, None, None, None, None, 0, (), (), 0)
    assert difference({}, {}).delta is None


def test_percentiles_are_compared_too():
    before, after = {str(n): float(n) for n in range(11)}, {str(n): n + 5.0 for n in range(11)}
    found = difference(before, after, "p50")
    assert (found.before, found.after) == (5, 10)
    assert (found.low, found.high, found.p) == (5, 5, None)


def verdicts(before, after):
    return {item.metric.name: item.verdict for item in compare_scores(before, after)}


def test_verdicts_know_which_way_is_better():
    worse, better = run_of(**{str(n): 0.0 for n in range(12)}), run_of(**{str(n): 1.0 for n in range(12)})
    assert verdicts(worse, better)["right"] == "变好"
    assert verdicts(better, worse)["right"] == "变差"
    assert verdicts(better, better)["right"] == "无明显差别"
    assert verdicts(better, better)["mrr"] == "题数不足"
    slow = ScoreFile("gold", {}, {name: {"latency": 99.0} for name in better.values}, {})
    assert verdicts(better, slow)["latency_p50"] == "变差"  # lower is better


def test_different_questions_or_gold_are_refused():
    with pytest.raises(InputError, match="the same questions"):
        compare_scores(run_of(a=1.0), run_of(a=1.0, b=1.0))
    with pytest.raises(InputError, match="one gold file"):
        compare_scores(run_of(a=1.0), ScoreFile("other", {}, run_of(a=1.0).values, {}))


def test_the_report_names_what_was_won_and_lost():
    before, after = run_of(a=0.0, b=1.0, c=1.0), run_of(a=1.0, b=0.0, c=1.0)
    report = comparison_report(compare_scores(before, after), ("旧", "新"))
    assert "升（1）：a" in report
    assert "降（1）：b" in report
    assert "+0.0%" in report
    many = {str(n): 0.0 for n in range(40)}
    assert "等 40 题" in comparison_report(compare_scores(run_of(**many), run_of(**dict.fromkeys(many, 1.0))), ("旧", "新"))


def test_the_command_writes_both_forms(tmp_path):
    from eval.compare import main

    for name, value in (("old", 0.0), ("new", 1.0)):
        (tmp_path / name).mkdir()
        questions = [{"id": str(n), "groups": {}, "values": {"right": value}} for n in range(10)]
        (tmp_path / name / "score.json").write_text(json.dumps({"gold": {"sha256": "g"}, "metrics": {}, "questions": questions}))
    main(tmp_path / "old", tmp_path / "new")
    found = json.loads((tmp_path / "new" / "compare.json").read_text(encoding="utf-8"))
    assert found["metrics"]["right"]["delta"] == 1
    assert found["metrics"]["right"]["verdict"] == "变好"
    assert "变好" in (tmp_path / "new" / "compare.md").read_text(encoding="utf-8")
