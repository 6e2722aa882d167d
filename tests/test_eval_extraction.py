"""Facts, measures and offers of a run are held against reference files; what cannot be scored says why."""

import json

import pytest

from eval.extraction.report import extraction_report
from eval.extraction.score import extraction_object, score_extraction
from eval.gate import judge, load_reference, write_reference
from eval.scorefile import load_score

pytest_plugins = ("tests.extraction",)


def values(part):
    return {name: figure.value for name, figure in part.figures.items()}


def test_a_run_with_nothing_wrong(plan):
    parts = plan.scored()
    assert set(values(parts["facts"]).values()) == {1.0}
    assert set(values(parts["measures"]).values()) == {1.0}
    right = {"profiles_recall": 1.0, "profiles_recall@10": 1.0, "profiles_precision": 1.0, "profiles_wrong": 0.0, "profiles_order": 1.0}
    assert values(parts["profiles"]) == right
    assert parts["facts"].groups["kind"]["target"]["facts_recall"].n == 2
    assert parts["facts"].groups["kind"]["actual"]["facts_precision"].value == 1


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        (lambda rows: rows.pop(), {"facts_recall": 2 / 3, "facts_precision": 1.0}),
        (lambda rows: rows[0].update(unit="亿元"), {"facts_recall": 2 / 3, "facts_precision": 2 / 3}),
        (lambda rows: rows[1].update(unit="‰"), {"facts_recall": 2 / 3, "facts_precision": 2 / 3}),
        (lambda rows: rows[0].update(value="6000"), {"facts_recall": 2 / 3, "facts_precision": 2 / 3}),
        (lambda rows: rows[0].update(year=2024), {"facts_recall": 2 / 3}),
        (lambda rows: rows[0].update(value_high="700"), {"facts_recall": 2 / 3}),
        (lambda rows: rows[0].update(spans=rows[2]["spans"]), {"facts_recall": 2 / 3}),  # the figure, read off another place
        (lambda rows: rows[0].update(spans=[]), {"facts_recall": 2 / 3}),
        (lambda rows: rows[2].update(kind="target"), {"facts_recall": 1.0, "facts_kind_right": 2 / 3}),
        (lambda rows: rows[0].update(comparator=""), {"facts_recall": 1.0, "facts_comparator_right": 2 / 3}),
        (lambda rows: rows[0].update(unit="个"), {"facts_recall": 1.0, "facts_unit_right": 2 / 3}),
        (lambda rows: rows[0].update(scope="开发区"), {"facts_recall": 1.0, "facts_scope_right": 2 / 3}),
        (lambda rows: rows[0].update(name="孵化器", indicator="孵化器"), {"facts_recall": 1.0, "facts_indicator_right": 2 / 3}),
        (lambda rows: rows.append(dict(rows[0])), {"facts_recall": 1.0, "facts_precision": 3 / 4}),  # each counts once
        (lambda rows: rows[0].update(value="0.06", unit="万家"), {"facts_recall": 1.0, "facts_precision": 1.0}),
    ],
)
def test_each_fault_of_facts_moves_its_figures(plan, change, moved):
    rows = plan.facts()
    change(rows)
    found = plan.values("facts", facts=rows)
    assert {name: found[name] for name in moved} == pytest.approx(moved)


def test_an_optional_fact_is_right_when_found_and_no_fault_when_not(plan):
    plan.write_gold_facts([*plan.gold_facts[:2], {**plan.gold_facts[2], "optional": "yes"}], "optional")
    found = plan.scored()["facts"]
    assert values(found)["facts_recall"] == 1 and found.figures["facts_recall"].n == 2
    assert values(found)["facts_precision"] == 1 and found.figures["facts_precision"].n == 3
    assert "1 条可有可无" in found.notes[0]
    without = plan.scored(facts=plan.facts()[:2])["facts"]
    assert values(without)["facts_recall"] == 1 and without.missed == ()
    assert plan.values("facts", facts=plan.facts()[1:])["facts_recall"] == 1 / 2  # what is found beside does not make up for it


def test_facts_in_words_and_of_other_documents_are_not_held_against_a_run(plan):
    worded = plan.fact("探索设立科技保险", "全覆盖", unit="")
    other = plan.fact("600 家", "7", doc="another")
    part = plan.scored(facts=[*plan.facts(), worded, other])["facts"]
    assert values(part)["facts_precision"] == 1
    assert "另有 1 条" in part.notes[0]


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        (lambda plan, rows: rows.pop(0), {"measures_recall": 0.0, "measures_recall_all": 0.5, "measures_precision": 1.0}),
        (lambda plan, rows: rows.pop(1), {"measures_recall": 1.0, "measures_recall_all": 0.5}),  # not an instrument
        (lambda plan, rows: rows.append(plan.measure("研发投入强度达到3.8%", True)), {"measures_recall": 1.0, "measures_precision": 2 / 3}),
        (lambda plan, rows: rows[0].update(granted=False), {"measures_recall": 1.0, "measures_grant_right": 0.5}),
        (lambda plan, rows: rows[0].pop("granted"), {"measures_recall": 1.0, "measures_grant_right": 1.0}),  # says nothing: not judged
        (lambda plan, rows: rows[0].update(start=0, end=len(plan.text)), {"measures_recall": 1.0, "measures_precision": 1.0}),
    ],
)
def test_each_fault_of_measures_moves_its_figures(plan, change, moved):
    rows = plan.measures()
    change(plan, rows)
    found = plan.values("measures", measures=rows)
    assert {name: found[name] for name in moved} == pytest.approx(moved)


def test_a_span_that_is_too_long_shows_in_the_tightness(plan):
    rows = plan.measures()
    rows[0] |= {"start": 0, "end": len(plan.text)}
    rows.pop()
    tight = plan.values("measures", measures=rows)["measures_tightness"]
    lengths = [len("对首次认定的企业奖励20万元"), len("探索设立科技保险")]
    assert tight == pytest.approx(sum(length / len(plan.text) for length in lengths) / 2)


def test_what_cannot_be_scored_says_why(plan):
    assert "是空的" in plan.scored(measures=[])["measures"].why_not
    assert "没有 texts.jsonl" in plan.scored(texts=False)["measures"].why_not
    without_texts = plan.scored(texts=False)["facts"]
    assert values(without_texts)["facts_recall"] == 1
    assert "未核对出处" in without_texts.notes[0]
    (plan.references / "facts.csv").unlink()
    (plan.run / "profiles.jsonl").unlink()
    parts = score_extraction(plan.references, plan.run)
    assert [item.why_not for item in parts] == [
        "没有参考文件 facts.csv",
        "本次运行没有 texts.jsonl，无法核对出处",
        "本次运行没有 profiles.jsonl",
    ]
    assert "未评：没有参考文件 facts.csv。" in extraction_report(parts)


def test_quotes_that_stand_nowhere_are_told(plan):
    plan.write_gold_facts([*plan.gold_facts, plan.gold_fact("研发机构达到9家", "9")])
    part = plan.scored()["facts"]
    assert values(part)["facts_recall"] == 0.75
    assert "1 条引文" in part.notes[0]
    assert "研发机构达到9家" in part.missed[0]


def test_the_report_shows_figures_groups_and_what_is_missing(plan):
    rows = plan.facts()
    rows[0]["value"] = "601"
    text = extraction_report(plan.scored(facts=rows).values())
    assert "| 指标数召回 | facts\\_recall | 66.7% |" in text
    assert "未找到（1）" in text and "参考文件没有（1）" in text and "601家" in text


def test_the_gate_holds_extraction_too(plan, tmp_path):
    def score_file(parts):
        shown = {"gold": {"sha256": "g"}, "metrics": {}, "questions": [], **extraction_object(parts.values())}
        (tmp_path / "score.json").write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
        return load_score(tmp_path / "score.json")

    write_reference(tmp_path / "reference.toml", score_file(plan.scored()))
    reference = load_reference(tmp_path / "reference.toml")
    assert not any(item.failed for item in judge(score_file(plan.scored()), reference))
    swapped = [{**row, "unit": "万元"} for row in plan.facts()]
    failed = {item.expected.name for item in judge(score_file(plan.scored(facts=swapped, measures=[])), reference) if item.failed}
    assert failed >= {"facts_recall", "facts_precision", "measures_recall"}  # lost, and without a figure any more
    assert "profiles_recall" not in failed


def test_a_hint_tells_which_of_two_places_is_meant(plan):
    text = "目标10家。" * 2
    plan.write_lines(plan.run / "texts.jsonl", [{"doc": "plan", "text": text}])
    plan.write_gold_facts([{**plan.gold_fact("目标10家", "10"), "start_hint": "6"}], "start_hint")
    for start, recall in ((2, 0.0), (8, 1.0)):
        plan.write_lines(plan.run / "facts.jsonl", [plan.fact("600 家", "10", spans=[{"start": start, "end": start + 3}])])
        assert values(score_extraction(plan.references, plan.run)[0])["facts_recall"] == recall
