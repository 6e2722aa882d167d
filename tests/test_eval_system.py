"""What a run says of the system that made it: its documents and its code, and no secret."""

from datetime import date

from eval.generate import run_config
from eval.questions import Question
from eval.system import System, code_digest, without_credentials

pytest_plugins = ("tests.fake_answerer",)


def test_the_configuration_names_the_documents_and_no_secret(answerer):
    config = run_config(System(answerer, {}), [Question("1", "甲？")], "offline", date(2026, 11, 20))
    assert config["documents"][0]["region"] == "余姚市"
    assert config["questions"] == 1
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
