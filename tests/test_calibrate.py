"""What tells a question off the topic is fitted on development questions, in forms with and without a place."""

import numpy as np
import pytest

from answer.topic import Signs, Weights, load_weights
from eval.calibrate import Asked, fit, forms, read_questions
from index.errors import InputError

ON = Asked("a", "甲山市研发强度目标", (), True)
OFF = Asked("b", "怎么做红烧肉", (), False)


def test_a_question_on_the_topic_comes_without_its_place_too_and_one_off_it_with_one():
    assert [(one.text, one.on) for one in forms([ON, OFF], ["甲山市"])] == [
        ("甲山市研发强度目标", True),
        ("研发强度目标", True),
        ("怎么做红烧肉", False),
        ("甲山市怎么做红烧肉", False),
    ]


def test_forms_of_one_question_share_its_group():
    assert {one.group for one in forms([ON], ["甲山市"])} == {"a"}


def test_what_parts_the_two_is_learnt():
    on = np.array([number % 2 for number in range(60)], dtype=float)
    signs = np.stack([on * 2 + np.linspace(0, 0.5, 60), np.ones(60)], axis=1)
    model, chances = fit(signs, on, [str(number) for number in range(60)])
    assert model.coef_[0][0] > 1 > abs(model.coef_[0][1])
    assert chances[on == 1].min() > chances[on == 0].max()


def test_every_sign_has_a_weight():
    assert set(load_weights().weights) == set(Signs.__dataclass_fields__)


@pytest.mark.parametrize(("field", "more"), [("coverage", 1.0), ("field", 3)])
def test_more_of_a_sign_is_more_likely_on_the_topic(field, more):
    weights = Weights({"coverage": 2.0, "field": 1.0}, -1.0, 0.5)
    poor = dict.fromkeys(Signs.__dataclass_fields__, 0)
    assert weights.chance(Signs(**{**poor, field: more})) > weights.chance(Signs(**poor))


def test_the_locked_questions_are_refused(tmp_path):
    locked = tmp_path / "test.jsonl"
    locked.write_text('{"id": "x", "question": "y"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="locked"):
        read_questions([locked], None)
