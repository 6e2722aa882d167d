"""What is written beside the answers: what enterprises are offered, and the texts that spans point into."""

import json
from datetime import date
from types import SimpleNamespace

import pytest

from eval.extracts import Enterprise, load_enterprises
from eval.generate import generate
from eval.questions import Question
from eval.system import System
from index.errors import InputError

pytest_plugins = ("tests.fake_answerer",)
pytestmark = pytest.mark.usefixtures("settled_code")
DAY = date(2026, 11, 20)
QUESTIONS = [Question("1", "甲？")]


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
    generate(System(answerer, {}), QUESTIONS, tmp_path, "offline", DAY)
    assert json.loads((tmp_path / "texts.jsonl").read_text(encoding="utf-8")) == {"doc": "plan", "text": "全文"}
