"""Public formats become corpora and gold files that our own validator passes; the samples are made for these tests."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from eval.convert import app
from eval.external.rgb import NO_ANSWER, read_rgb
from eval.external.squad import NOT_FOUND, TOO_LONG, read_squad
from eval.faults import gold_faults
from eval.gold import load_gold
from eval.sources import load_sources
from index.errors import InputError

pytest_plugins = ("tests.written",)
TEXT = "甬江是宁波的母亲河。它由姚江和奉化江在三江口汇合而成，全长一百零五公里！\n流域面积很大。"
SQUAD = {
    "version": "v2.0",
    "data": [
        {"title": "甬江", "paragraphs": [{"context": TEXT, "qas": [
            {"id": "Q1", "question": "甬江由哪两条江汇成？", "answers": [
                {"text": "姚江和奉化江", "answer_start": TEXT.index("姚江")}, {"text": "姚江、奉化江", "answer_start": -1}]},
            {"id": "Q2", "question": "长多少？", "answers": [{"text": "一百零五公里", "answer_start": 3}]},  # a wrong place
            {"id": "Q3", "question": "有多深？", "is_impossible": True, "answers": []},
            {"id": "Q4", "question": "谁说的？", "answers": [{"text": "没有的话", "answer_start": 0}]},
        ]}]},
        {"title": "短文", "paragraphs": [{"context": "很短。", "qas": [
            {"id": "Q5", "question": "多短？", "answers": [{"text": "很短", "answer_start": 0}]}]}]},
    ],
}  # fmt: skip


def command(*args):
    return CliRunner().invoke(app, list(map(str, args)), catch_exceptions=False)


def test_squad_and_cmrc(write, tmp_path):
    file = write("squad.json", [SQUAD])
    found = read_squad(file)
    assert [(document.id, document.title) for document in found.documents] == [("article-00001", "甬江"), ("article-00002", "短文")]
    assert found.left_out == {NOT_FOUND: ["Q4"], TOO_LONG: ["Q5"]}
    result = command("squad", file, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "left out 1" in result.output
    first, second, third = load_gold(tmp_path / "out" / "gold.jsonl")
    assert first.must == (("姚江和奉化江", "姚江、奉化江"),)
    assert [item.quote for item in first.evidence] == ["它由姚江和奉化江在三江口汇合而成，全长一百零五公里"]
    assert second.evidence == first.evidence  # found although the stated place is wrong
    assert (third.answerable, third.must, third.evidence) == (False, (), ())
    assert gold_faults(tmp_path / "out" / "gold.jsonl", load_sources(tmp_path / "out" / "corpus")) == (3, [])


def test_a_filled_folder_is_refused(write, tmp_path):
    file = write("in/squad.json", [SQUAD])
    with pytest.raises(InputError, match="empty folder"):
        command("squad", file, "--out", tmp_path)


@pytest.mark.parametrize("content", [[{}], [{"data": [{"paragraphs": [{"qas": []}]}]}], "[]"])
def test_another_form_than_squad_is_refused(write, content):
    with pytest.raises(InputError, match="expected"):
        read_squad(write("squad.json", content))


RGB = [
    {"id": 0, "query": "展会何时开幕？", "answer": [["六月八日", "6月8日"]],
     "positive": ["据介绍，展会将于6月8日在宁波开幕。", "这个展会，六月八日正式开幕，欢迎参观。"],
     "negative": ["展会的门票已经开始预售，价格不贵。"]},
    {"id": 1, "query": "冠军和亚军是谁？", "answer": ["甲队", "乙队"],
     "positive": [["决赛中甲队最终获得了冠军。"], ["乙队在决赛中惜败获得亚军。"]], "negative": ["比赛在体育馆里举行，观众很多。"]},
    {"id": 2, "query": "多少人？", "answer": "三千人", "positive": ["没有说到人数的一段话。"], "negative": ["另一段没有说到人数的话。"]},
]  # fmt: skip


def test_rgb(write, tmp_path):
    file = write("rgb.json", RGB)
    noise, refusal = read_rgb(file)
    assert len(noise.documents) == 4 + 3
    assert len(refusal.documents) == 3
    assert noise.left_out == {NO_ANSWER: ["2"]}
    assert command("rgb", file, "--out", tmp_path / "out").exit_code == 0
    for part, count in (("noise", 2), ("refusal", 3)):
        folder = tmp_path / "out" / part
        assert gold_faults(folder / "gold.jsonl", load_sources(folder / "corpus")) == (count, [])
    first, second = load_gold(tmp_path / "out" / "noise" / "gold.jsonl")
    assert (first.must, first.any_evidence, len(first.evidence)) == ((("六月八日", "6月8日"),), True, 2)
    assert (second.must, second.any_evidence, len(second.evidence)) == ((("甲队",), ("乙队",)), False, 2)
    assert not any(question.answerable for question in load_gold(tmp_path / "out" / "refusal" / "gold.jsonl"))


@pytest.mark.parametrize("change", [{"query": None}, {"answer": [[]]}, {"answer": [""]}, {"positive": 3}])
def test_another_form_than_rgb_is_refused(write, change):
    row = {key: value for key, value in (RGB[0] | change).items() if value is not None}
    with pytest.raises(InputError, match="line 1"):
        read_rgb(write("rgb.json", [row]))


@pytest.mark.slow
def test_a_converted_set_is_indexed_asked_and_scored(write, tmp_path):
    def run(*args):
        done = subprocess.run([sys.executable, "-m", *map(str, args)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    out = tmp_path / "out"
    command("squad", write("squad.json", [SQUAD]), "--out", out)
    run("index.build", "--corpus", out / "corpus", "--index", out / "index")
    run("eval.generate", "--gold", out / "gold.jsonl", "--run", out / "run", "--corpus", out / "corpus", "--index", out / "index")
    run("eval.score", "--gold", out / "gold.jsonl", "--run", out / "run")
    score = json.loads((out / "run" / "score.json").read_text("utf-8"))
    assert score["metrics"]["error"]["value"] == 0
    assert score["metrics"]["evidence_recall@5"]["value"] == 1  # two documents, both among the first five hits
