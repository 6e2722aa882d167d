"""The gate passes what is as good, fails what is really worse, and refuses what cannot be compared."""

import pytest
import typer

from eval.gate import Expected, Reference, judge, load_reference, main, write_reference
from eval.jsonl import write_json
from eval.scorefile import ScoreFile
from index.errors import InputError


def score_of(gold="g", **metrics):
    return ScoreFile(gold, {name: {"value": value} for name, value in metrics.items()}, {}, {})


REFERENCE = Reference("g", (Expected("right", 0.8, 0.01), Expected("wrong_refusal", 0.1, 0.01), Expected("error", 0.0, 0.0)))


@pytest.mark.parametrize(
    ("came", "outcomes"),
    [
        ({"right": 0.8, "wrong_refusal": 0.1, "error": 0.0}, ["ok", "ok", "ok"]),
        ({"right": 0.79, "wrong_refusal": 0.11, "error": 0.0}, ["ok", "ok", "ok"]),  # just within
        ({"right": 0.7899, "wrong_refusal": 0.1101, "error": 0.001}, ["worse", "worse", "worse"]),
        ({"right": 0.9, "wrong_refusal": 0.0, "error": 0.0}, ["better", "better", "ok"]),  # lower is better for the second
        ({"right": None, "error": 0.0}, ["undefined", "undefined", "ok"]),
    ],
)
def test_outcomes(came, outcomes):
    verdicts = judge(score_of(**came), REFERENCE)
    assert [item.outcome for item in verdicts] == outcomes
    assert [item.failed for item in verdicts] == [outcome in ("worse", "undefined") for outcome in outcomes]


def test_another_gold_file_is_refused():
    with pytest.raises(InputError, match="--update"):
        judge(score_of(gold="h"), REFERENCE)


def test_a_reference_is_written_and_read_back_with_its_tolerances(tmp_path):
    path = tmp_path / "dev.toml"
    write_reference(path, score_of(right=0.8, error=0.0, mrr=None, latency_p50=9.0, checks_passed=1.0))
    assert load_reference(path) == Reference("g", (Expected("right", 0.8, 0.01), Expected("error", 0.0, 0.0)))
    path.write_text(path.read_text(encoding="utf-8").replace("0.01", "0.03"), encoding="utf-8")
    write_reference(path, score_of(right=0.9, error=0.0))
    assert load_reference(path).expected[0] == Expected("right", 0.9, 0.03)


@pytest.mark.parametrize(
    "content", ["", "gold_sha256 = 3", 'gold_sha256 = "g"\n[metrics]', 'gold_sha256 = "g"\n[metrics.luck]\nvalue = 1\ntolerance = 0']
)
def test_a_reference_that_says_nothing_is_refused(tmp_path, content):
    (tmp_path / "dev.toml").write_text(content)
    with pytest.raises(InputError):
        load_reference(tmp_path / "dev.toml")


def test_the_command_fails_on_a_drop(tmp_path, capsys):
    def write(value):
        figures = {"right": {"value": value}}
        write_json(tmp_path / "score.json", {"gold": {"sha256": "g"}, "metrics": figures, "questions": []})

    write(0.8)
    main(tmp_path, tmp_path / "dev.toml", update=True)
    main(tmp_path, tmp_path / "dev.toml")
    assert "not in the reference" not in capsys.readouterr().out
    write_json(
        tmp_path / "score.json", {"gold": {"sha256": "g"}, "metrics": {"right": {"value": 0.8}, "mrr": {"value": 0.5}}, "questions": []}
    )
    main(tmp_path, tmp_path / "dev.toml")
    assert "not in the reference, so not gated: mrr" in capsys.readouterr().out
    write(0.7)
    with pytest.raises(typer.Exit) as stop:
        main(tmp_path, tmp_path / "dev.toml")
    assert stop.value.exit_code == 1
    assert "gate failed: right" in capsys.readouterr().err
