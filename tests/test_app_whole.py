"""The main job on the real documents: an index built, the examples of the page answered, the command's one JSON object."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from answer.assistant import Assistant
from index.settings import settings_from
from ui.examples import EXAMPLES

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
FIELDS = {"id", "question", "answer", "abstained", "refusal", "citations", "hits", "facts", "computed", "checks", "measures"}
FIELDS |= {"notices", "mode", "latency_ms", "index_id"}


def run(*command):
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "index"
    built = run("-m", "index.build", "--index", str(folder))
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def assistant(index):
    return Assistant.load(settings_from(index=index))


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_page_is_answered_and_cited(assistant, example):
    answer = assistant.ask(example.question)
    assert not answer.abstained
    for citation in answer.citations:
        assert f"[{citation.n}]" in answer.answer
        assert assistant.document_text(citation.doc)[citation.start : citation.end] == citation.text
    assert set(example.regions) & {document.region for document in assistant.documents for c in answer.citations if c.doc == document.id}


def test_ask_prints_one_json_object(index):
    asked = run("app.py", "ask", "余姚市2025年高新技术企业的目标是多少？", "--json", "--index", str(index), "--today", "2026-11-20")
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert answer.keys() >= FIELDS
    assert answer["mode"] == "offline"
    assert asked.stdout.count("\n") == 1
