"""Making a run: one row a question whatever happens, continued only where nothing changed."""

import json
from datetime import date

import pytest

from eval.asking import ask_all
from eval.generate import generate
from eval.questions import Question
from eval.run import PARTIAL
from eval.system import System
from index.errors import InputError

pytest_plugins = ("tests.fake_answerer",)
pytestmark = pytest.mark.usefixtures("settled_code")
DAY = date(2026, 11, 20)
QUESTIONS = [Question("1", "甲？"), Question("2", "乙？", ("甲？",)), Question("3", "丙？")]


def rows_of(folder):
    return [json.loads(line) for line in (folder / "answers.jsonl").read_text(encoding="utf-8").splitlines()]


def run(answerer, folder, questions=QUESTIONS, mode="offline", day=DAY, settings=None, jobs=1):
    return generate(System(answerer, settings or {"model": "m"}), questions, folder, mode, day, jobs)


def test_one_row_a_question_in_order_with_history_day_and_mode(answerer, tmp_path):
    outcome = run(answerer, tmp_path / "run")
    assert (outcome.asked, outcome.resumed, outcome.failed) == (3, 0, 0)
    assert [(row["id"], row["answer"]) for row in rows_of(tmp_path / "run")] == [("1", "答甲？"), ("2", "答乙？"), ("3", "答丙？")]
    assert answerer.asked[1] == ("乙？", ("甲？",), DAY, "offline")
    assert {path.name for path in (tmp_path / "run").iterdir()} == {
        "answers.jsonl",
        "config.json",
        "facts.jsonl",
        "measures.jsonl",
        "texts.jsonl",
    }


def test_a_failed_question_has_a_whole_row_with_its_error(answerer, tmp_path):
    answerer.failing = {"乙？"}
    assert run(answerer, tmp_path).failed == 1
    rows = rows_of(tmp_path)
    assert [row.get("error") for row in rows] == [None, "RuntimeError: no light", None]
    assert set(rows[0]) | {"error"} == set(rows[1])
    assert all(type(rows[1][name]) is type(rows[0][name]) for name in rows[0])


def test_an_equal_run_asks_nothing_again_but_what_failed(answerer, tmp_path):
    answerer.failing = {"乙？"}
    run(answerer, tmp_path)
    answerer.failing, answerer.asked = set(), []
    outcome = run(answerer, tmp_path)
    assert (outcome.asked, outcome.resumed, outcome.failed) == (1, 2, 0)
    assert [question for question, *_ in answerer.asked] == ["乙？"]
    assert [row["id"] for row in rows_of(tmp_path)] == ["1", "2", "3"]


def test_a_run_cut_off_is_continued_where_it_stopped(answerer, tmp_path):
    def cut(question, *args, **kwargs):
        if question == "丙？":
            raise KeyboardInterrupt
        return type(answerer).ask(answerer, question, *args, **kwargs)

    whole, answerer.ask = answerer.ask, cut
    with pytest.raises(KeyboardInterrupt):
        run(answerer, tmp_path)
    assert not (tmp_path / "answers.jsonl").exists()
    with (tmp_path / PARTIAL).open("a", encoding="utf-8") as file:
        file.write('{"id": "3", "quest')  # a row that a kill cut in the middle
    answerer.ask = whole
    outcome = run(answerer, tmp_path)
    assert (outcome.asked, outcome.resumed) == (1, 2)
    assert len(rows_of(tmp_path)) == 3
    assert not (tmp_path / PARTIAL).exists()


@pytest.mark.parametrize(
    "change",
    [
        {"mode": "llm"},
        {"day": date(2026, 11, 21)},
        {"settings": {"model": "other"}},
        {"questions": [*QUESTIONS[:2], Question("3", "丁？")]},
        {"questions": QUESTIONS[:2]},
    ],
)
def test_another_configuration_starts_anew(answerer, tmp_path, change):
    run(answerer, tmp_path)
    (tmp_path / "score.json").write_text("{}")
    outcome = run(answerer, tmp_path, **change)
    assert outcome.resumed == 0
    assert not (tmp_path / "score.json").exists()  # it would be the score of other answers


def test_another_index_or_code_starts_anew(answerer, tmp_path, monkeypatch):
    run(answerer, tmp_path)
    answerer.index_id = "index-2"
    assert run(answerer, tmp_path).resumed == 0
    assert run(answerer, tmp_path).resumed == 3
    monkeypatch.setattr("eval.generate.code_digest", lambda root: "changed")
    assert run(answerer, tmp_path).resumed == 0


def test_a_damaged_run_is_refused_not_guessed_at(answerer, tmp_path):
    run(answerer, tmp_path)
    path = tmp_path / "answers.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"id"', "id", 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"answers\.jsonl"):
        run(answerer, tmp_path)


def test_many_at_a_time_give_the_same_rows():
    questions = [Question(str(number), f"第{number}问") for number in range(40)]

    def ask(question):
        return {"id": question.id, "answer": f"答{question.question}"}

    one = list(ask_all(ask, questions))
    assert [row["id"] for row in one] == [question.id for question in questions]
    assert list(ask_all(ask, questions, jobs=4)) == one
