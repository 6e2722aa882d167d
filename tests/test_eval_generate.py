"""Making a run: one row a question whatever happens, continued only where nothing changed."""

import json
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

import pytest

from answer.answer import Answer
from eval.asking import ask_all
from eval.extracts import Enterprise, load_enterprises
from eval.generate import generate, run_config
from eval.questions import Question
from eval.run import PARTIAL
from eval.system import System, code_digest, without_credentials
from index.errors import InputError

DAY = date(2026, 11, 20)
QUESTIONS = [Question("1", "甲？"), Question("2", "乙？", ("甲？",)), Question("3", "丙？")]


@dataclass
class FakeAnswerer:
    """Answers every question with its own words; fails where told to."""

    index_id: str = "index-1"
    failing: set[str] = field(default_factory=set)
    asked: list = field(default_factory=list)
    documents: tuple = (SimpleNamespace(id="plan", title="规划", region="余姚市", level="县级市", parent="宁波市", period="2021-2025"),)

    def ask(self, question, history=(), today=None, mode="offline"):
        self.asked.append((question, tuple(history), today, mode))
        if question in self.failing:
            raise RuntimeError("no light")
        return Answer(question, f"答{question}", False, None, (), (), (), mode, 5.0, self.index_id)


@pytest.fixture(autouse=True)
def settled_code(monkeypatch):
    """Keep the code's digest still, whoever edits a file meanwhile."""
    monkeypatch.setattr("eval.generate.code_digest", lambda root: "settled")


@pytest.fixture
def answerer():
    return FakeAnswerer()


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
        return FakeAnswerer.ask(answerer, question, *args, **kwargs)

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


def test_the_configuration_names_the_documents_and_no_secret(answerer):
    config = run_config(System(answerer, {}), QUESTIONS, "offline", DAY)
    assert config["documents"][0]["region"] == "余姚市"
    assert config["questions"] == 3
    assert without_credentials("https://me:pw@host:8000/v1?key=1#x") == "https://host:8000/v1"
    assert without_credentials("") == ""


def test_the_code_digest_moves_with_code_and_lexicon_only(tmp_path):
    (tmp_path / "answer" / "lexicon").mkdir(parents=True)
    (tmp_path / "answer" / "a.py").write_text("1")
    (tmp_path / "answer" / "lexicon" / "x.toml").write_text("1")
    (tmp_path / "ui").mkdir()
    first = code_digest(tmp_path)
    (tmp_path / "ui" / "b.py").write_text("1")
    (tmp_path / "answer" / "notes.md").write_text("1")
    assert code_digest(tmp_path) == first
    (tmp_path / "answer" / "lexicon" / "x.toml").write_text("2")
    assert code_digest(tmp_path) != first


def test_what_enterprises_are_offered_is_written_beside_the_answers(answerer, tmp_path):
    def match(text, today):
        if "月球" in text:
            raise InputError("no such region")
        return SimpleNamespace(matches=[SimpleNamespace(as_dict=lambda: {"doc": "plan", "start": 0, "end": 2, "name": f"{text} {today}"})])

    answerer.match = match
    enterprises = [Enterprise("P-1", "余姚的企业"), Enterprise("P-2", "月球的企业"), Enterprise("P-3", "甲", date(2025, 1, 2))]
    generate(System(answerer, {}), QUESTIONS, tmp_path, "offline", DAY, enterprises=enterprises)
    rows = [json.loads(line) for line in (tmp_path / "profiles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["P-1", "P-2", "P-3"]
    assert rows[2]["measures"][0]["name"] == "甲 2025-01-02"
    assert rows[0]["measures"][0]["name"] == "余姚的企业 2026-11-20"
    assert rows[1] == {"id": "P-2", "measures": [], "error": "no such region"}
    generate(System(answerer, {}), QUESTIONS, tmp_path, "offline", DAY)  # asked for no longer: what was offered is gone
    assert not (tmp_path / "profiles.jsonl").exists()


def test_of_an_enterprise_only_what_it_tells_is_read(tmp_path):
    path = tmp_path / "profiles.jsonl"
    path.write_text('{"id": "P-1", "profile": "甲", "must": ["M-1"]}\n', encoding="utf-8")
    assert load_enterprises(path) == [Enterprise("P-1", "甲")]
    path.write_text('{"id": "P-1", "profile": "甲", "today": "2025-01-02"}\n', encoding="utf-8")
    assert load_enterprises(path)[0].today == date(2025, 1, 2)
    path.write_text('{"id": "P-1", "profile": "甲", "today": "morgen"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1, today"):
        load_enterprises(path)
    path.write_text('{"id": "P-1"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1, profile"):
        load_enterprises(path)


def test_the_texts_that_spans_point_into_are_written(answerer, tmp_path):
    answerer.document_text = {"plan": "全文"}.__getitem__
    run(answerer, tmp_path)
    assert json.loads((tmp_path / "texts.jsonl").read_text(encoding="utf-8")) == {"doc": "plan", "text": "全文"}
