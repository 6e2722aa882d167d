"""The terminal command: what it prints, where, with which exit code, and what it does not import."""

import json
import subprocess
import sys
from datetime import date

import pytest

import app
from index.command import run_command
from index.errors import IndexMissingError


@pytest.fixture
def ask(fake_assistant, monkeypatch, capsys):
    """Run `app.py …` in this process with the fake assistant; returns exit code, stdout, stderr and what was asked."""
    asked = []

    class Spy:
        documents = fake_assistant.documents

        def ask(self, question, **options):
            print("a library talks")  # noqa: T201 - the noise that must not reach stdout
            asked.append(options)
            return fake_assistant.ask(question, **options)

    def load(settings):
        asked.append(settings)
        return Spy()

    monkeypatch.setattr(app, "load_assistant", load)

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
        with pytest.raises(SystemExit) as exit_:
            run_command(app.cli)
        out, err = capsys.readouterr()
        return exit_.value.code, out, err, asked

    return call


def test_ask_prints_the_answer_with_its_sources(ask):
    code, out, err, _ = ask("ask", "600家")
    assert code == 0
    assert out.startswith("高新技术企业达到600家。[1]\n\n来源：\n[1] 《海城市科技创新“十四五”规划》")
    assert err == "a library talks\n"


def test_json_is_all_there_is_on_stdout(ask, fake_assistant):
    code, out, _, _ = ask("ask", "600家", "--json")
    assert code == 0
    assert json.loads(out) == json.loads(json.dumps(fake_assistant.ask("600家").as_dict()))
    assert "高新技术企业" in out


def test_history_and_day_are_handed_over(ask):
    *_, asked = ask("ask", "那2027年呢？", "--history", "一", "--history", "二", "--today", "2026-11-20")
    assert asked[1] == {"history": ["一", "二"], "today": date(2026, 11, 20), "mode": "offline"}


def test_flags_hold_before_and_after_the_command(ask):
    *_, asked = ask("--index", "a", "--corpus", "b", "ask", "问", "--index", "c", "--llm", "openai:x")
    assert (str(asked[0].index), str(asked[0].corpus)) == ("c", "b")
    assert asked[1]["mode"] == "llm"


@pytest.mark.parametrize(
    ("arguments", "mode"),
    [
        ([], "offline"),
        (["--mode", "offline"], "offline"),
        (["--llm", "openai:x"], "llm"),
        (["--llm", "openai:x", "--mode", "offline"], "offline"),
        (["--mode", "llm"], "llm"),
    ],
)
def test_a_model_words_the_answer_where_one_is_configured_or_asked_for(ask, arguments, mode):
    *_, asked = ask("ask", "问", *arguments)
    assert asked[1]["mode"] == mode


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask"], "question"),
        (["ask", "问", "--mode", "magic"], "magic"),
        (["ask", "  "], "问题是空的"),
        (["ask", "问", "--today", "昨天"], "--today"),
        (["ask", "问", "--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
        (["--port", "99999"], "port"),
        (["ask", "出错"], "expected a question"),
    ],
)
def test_bad_input_is_one_line_and_code_2(ask, arguments, words):
    code, out, err, _ = ask(*arguments)
    assert code == 2
    assert out == ""
    assert words in err.removeprefix("a library talks\n")
    assert err.removeprefix("a library talks\n").count("\n") == 1


def test_a_missing_index_is_one_line_and_code_2(ask, monkeypatch):
    def load(settings):
        raise IndexMissingError("no index in var/index;\nrun python -m index.build")

    monkeypatch.setattr(app, "load_assistant", load)
    assert ask("ask", "问", "--json")[:3] == (2, "", "no index in var/index; run python -m index.build\n")


def imported_by(program):
    code = f"import sys\n{program}\nprint(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_nothing_heavy_is_imported_before_it_is_needed():
    assert not {"gradio", "torch", "faiss", "jieba", "sentence_transformers", "langchain"} & imported_by("import app")


def test_ask_does_without_gradio():
    program = """
import app
from answer.answer import Answer
class Fake:
    documents = ()
    def ask(self, question, **options):
        return Answer(question, "答", False, None, (), (), (), "offline", 1.0, "fake")
app.load_assistant = lambda settings: Fake()
app.cli(["ask", "问"], standalone_mode=False)
"""
    assert not {"gradio", "torch", "fastapi", "uvicorn"} & imported_by(program)
