"""What an answer says: points, rightness, refusals and length, against values worked out by hand."""

from dataclasses import replace

from eval.metrics import citing, evidence, points, refusing
from eval.metrics.table import METRICS, question_values

pytest_plugins = ("tests.gold_question",)


def test_what_cannot_be_judged_has_no_value(asked, answered):
    unanswerable = replace(asked, answerable=False, must=())
    for gold in (unanswerable, replace(asked, evidence=())):
        assert evidence.recall_all(gold, answered, 5) is None
        assert citing.citation_recall(gold, answered) is None
        assert citing.citation_precision(gold, answered) is None
    assert points.answer_right(unanswerable, answered) is None
    assert points.right(replace(asked, must=()), answered) is None
    assert points.numeric_recall(replace(asked, must=(("甬江实验室",),)), answered) is None
    assert points.forbidden_rate(replace(asked, must_not=()), answered) is None


def test_points_and_rightness(asked, answered):
    assert points.made_points(asked, answered) == (True, True)
    assert points.right(asked, answered) == 1
    assert points.point_recall(asked, replace(answered, answer="达到3.8%")) == 1 / 2
    assert points.right(asked, replace(answered, answer="达到3.8%")) == 0
    assert points.right(asked, replace(answered, answer="达到3.8%，600家，2020年为2.9%")) == 0
    assert points.right(asked, replace(answered, answer="达到3.8%，600家，2020年为12.9%")) == 1  # another number
    assert points.right(asked, replace(answered, abstained=True)) == 0
    assert points.right(asked, replace(answered, error="RuntimeError: x")) == 0
    assert points.numeric_recall(replace(asked, must=(("3.8%",), ("甬江",))), answered) == 1


def test_unanswerable_is_right_when_refused(asked, answered):
    gold = replace(asked, answerable=False, must=(), evidence=())
    assert points.right(gold, answered) == 0
    assert points.right(gold, replace(answered, abstained=True)) == 1
    assert points.right(gold, replace(answered, abstained=True, error="x")) == 0


def test_length_depends_on_the_kind_of_question(asked, answered):
    assert points.too_long(asked, replace(answered, answer="长" * 300)) == 0
    assert points.too_long(asked, replace(answered, answer="长" * 301)) == 1
    assert points.too_long(replace(asked, type="list"), replace(answered, answer="长" * 800)) == 0
    assert points.too_long(replace(asked, type="list"), replace(answered, answer="长" * 801)) == 1


def test_refusals(asked, answered):
    unanswerable = replace(asked, answerable=False)
    refused = replace(answered, abstained=True)
    table = [(asked, answered), (asked, refused), (unanswerable, answered), (unanswerable, refused)]
    assert [refusing.refusal_precision(*pair) for pair in table] == [None, 0, None, 1]
    assert [refusing.refusal_recall(*pair) for pair in table] == [None, None, 0, 1]
    assert [refusing.wrong_refusal(*pair) for pair in table] == [0, 1, None, None]


def test_every_metric_has_values_and_every_value_a_metric(asked, answered):
    values = question_values([asked], {"1": answered}, {})
    assert {metric.source or metric.name for metric in METRICS} == set(values)
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    assert values["latency"] == {"1": None}
