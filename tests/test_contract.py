"""Answers over the real plans keep the contract that others rely on."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from index.build import build_index
from index.errors import InputError
from index.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
REFUSALS = {"not_in_corpus", "other_jurisdiction", "off_topic", "unsafe"}
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    settings = Settings(corpus=ROOT / "corpus", index=tmp_path_factory.mktemp("real") / "index")
    build_index(settings)
    return Assistant.load(settings)


def questions():
    lines = (ROOT / "eval" / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines][::5]


@pytest.mark.slow
def test_every_answer_keeps_the_contract(assistant):
    for question in questions():
        answer = assistant.ask(question["question"], question["history"], DAY)
        row = json.loads(json.dumps(answer.as_dict(question["id"]), ensure_ascii=False))
        assert len(row["answer"]) <= 800 and len(row["citations"]) <= 8
        marks = {int(number) for number in re.findall(r"\[(\d+)\]", row["answer"])}
        assert marks == {citation["n"] for citation in row["citations"]}
        assert row["abstained"] == (row["refusal"] is not None)
        assert row["abstained"] or row["citations"]
        assert row["refusal"] is None or row["refusal"]["code"] in REFUSALS
        for citation in row["citations"]:
            text = assistant.document_text(citation["doc"])
            assert text[citation["start"] : citation["end"]] == citation["text"] and 0 < len(citation["text"]) <= 300
        spans = sorted((hit["doc"], hit["start"], hit["end"]) for hit in row["hits"])
        assert all(one[0] != two[0] or one[2] <= two[1] for one, two in zip(spans, spans[1:], strict=False))
        for hit in row["hits"]:
            assert hit["text"] == assistant.document_text(hit["doc"])[hit["start"] : hit["end"]] and len(hit["text"]) <= 600
        assert [hit["rank"] for hit in row["hits"]] == list(range(1, len(row["hits"]) + 1)) and len(row["hits"]) == 10
        scores = [hit["score"] for hit in row["hits"]]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.slow
def test_answers_do_not_depend_on_ids(assistant, tmp_path):
    """Renaming every document and file changes no answer: no data is keyed by a document."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    catalog = (tmp_path / "corpus" / "catalog.toml").read_text("utf-8")
    for place, doc in enumerate(info.id for info in assistant.documents):
        (tmp_path / "corpus" / "documents" / f"{doc}.txt").rename(tmp_path / "corpus" / "documents" / f"d{place}.txt")
        catalog = catalog.replace(f'id = "{doc}"', f'id = "d{place}"').replace(f"documents/{doc}.txt", f"documents/d{place}.txt")
    (tmp_path / "corpus" / "catalog.toml").write_text(catalog, encoding="utf-8")
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    build_index(settings)
    renamed = Assistant.load(settings)
    changed = []
    for question in questions():
        one = assistant.ask(question["question"], question["history"], DAY)
        two = renamed.ask(question["question"], question["history"], DAY)
        if (one.answer, [citation.text for citation in one.citations]) != (two.answer, [citation.text for citation in two.citations]):
            changed.append(question["id"])
    assert changed == []


@pytest.mark.slow
def test_a_place_is_never_answered_with_another_ones_figure(assistant):
    for question, own in (
        ("余姚2025年研发强度目标", "yuyao-145"),
        ("慈溪高企2025年目标", "cixi-145"),
        ("江北人才总量2025年目标", "jiangbei-145"),
    ):
        answer = assistant.ask(question, (), DAY)
        assert {citation.doc for citation in answer.citations} == {own}
    assert assistant.ask("鄞州区2025年高新技术企业目标是多少家", (), DAY).abstained


@pytest.mark.slow
def test_notices_depend_on_the_day(assistant):
    over = assistant.ask("余姚2025年研发强度目标", (), date(2026, 11, 20)).notices
    running = assistant.ask("余姚2025年研发强度目标", (), date(2024, 1, 1)).notices
    assert len(over) == 1 and "期满" in over[0] and running == ()
    assert any("征求意见稿" in line for line in assistant.ask("宁波315方案2027年高企目标", (), date(2024, 1, 1)).notices)


@pytest.mark.slow
@pytest.mark.parametrize("question", ["", "  \n", "问" * 2001])
def test_what_is_no_question_is_refused(assistant, question):
    with pytest.raises(InputError):
        assistant.ask(question)


@pytest.mark.slow
@pytest.mark.parametrize(
    "question", ["？？？", "😀", "a", "R＆D　经费", "ＧＤＰ占比", "余姚" * 300, "<script>alert(1)</script>", "'; DROP TABLE x; --"]
)
def test_odd_questions_are_answered_or_refused(assistant, question):
    answer = assistant.ask(question, (), DAY)
    assert answer.abstained or answer.citations
