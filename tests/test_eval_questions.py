"""Of a question file only id, question and history are read; the rest may be there or not."""

import pytest

from eval.questions import Question, load_questions, questions_digest
from index.errors import InputError

pytest_plugins = ("tests.written",)
JUDGED = {"id": "A-1", "question": "研发强度？", "must": [["3.8%"]], "answerable": True}


def test_questions_need_nothing_but_id_and_question(write):
    path = write("gold.jsonl", [{"id": "1", "question": "甲？"}, {"id": "2", "question": "乙？", "history": ["甲？"], "must": 9}])
    assert load_questions(path) == [Question("1", "甲？"), Question("2", "乙？", ("甲？",))]


def test_the_digest_of_questions_ignores_judgments(write):
    bare = questions_digest(load_questions(write("gold.jsonl", [{"id": "A-1", "question": "研发强度？"}])))
    assert questions_digest(load_questions(write("gold.jsonl", [JUDGED]))) == bare
    assert questions_digest(load_questions(write("gold.jsonl", [{**JUDGED, "history": ["x"]}]))) != bare


@pytest.mark.parametrize(
    "row", [{"question": "甲？"}, {"id": "", "question": "甲？"}, {"id": "1", "question": 3}, {"id": "1", "question": "甲", "history": "x"}]
)
def test_a_question_that_cannot_be_asked_is_refused(write, row):
    with pytest.raises(InputError, match="line 1"):
        load_questions(write("gold.jsonl", [row]))
