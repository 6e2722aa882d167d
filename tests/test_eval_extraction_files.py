"""Faulty reference files, and faulty files of a run, are refused with their line."""

import pytest

from eval.extraction.gold_facts import load_gold_facts
from eval.extraction.gold_measures import load_gold_measures, load_gold_profiles
from index.errors import InputError

pytest_plugins = ("tests.extraction",)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"kind": "hope"}, "line 2, kind"),
        ({"source": "box"}, "line 2, source"),
        ({"quote": ""}, "line 2, quote"),
        ({"start_hint": "-3"}, "line 2, start_hint"),
        ({"optional": "maybe"}, "line 2, optional"),
    ],
)
def test_a_faulty_reference_of_facts_is_refused(plan, row, words):
    plan.write_gold_facts([{**plan.gold_facts[0], **row}], "start_hint", "optional")
    with pytest.raises(InputError, match=words):
        load_gold_facts(plan.references / "facts.csv")


def test_a_reference_without_a_column_is_refused(tmp_path):
    (tmp_path / "facts.csv").write_text("doc,value\nplan,1\n", encoding="utf-8")
    with pytest.raises(InputError, match="indicator"):
        load_gold_facts(tmp_path / "facts.csv")


@pytest.mark.parametrize(("change", "words"), [({"grant": "maybe"}, "grant"), ({"quote": ""}, "quote"), ({"evidence": "x"}, "evidence")])
def test_a_faulty_reference_of_measures_is_refused(plan, tmp_path, change, words):
    plan.write_lines(tmp_path / "measures.jsonl", [{**plan.gold_measures[0], **change}])
    with pytest.raises(InputError, match=f"line 1, {words}"):
        load_gold_measures(tmp_path / "measures.jsonl")


def test_profiles_name_measures_that_exist(plan):
    plan.write_lines(plan.references / "profiles.jsonl", [{"id": "P", "profile": "x", "must": ["M-9"], "may": [], "must_not": []}])
    with pytest.raises(InputError, match="M-9"):
        load_gold_profiles(plan.references / "profiles.jsonl", load_gold_measures(plan.references / "measures.jsonl"))


@pytest.mark.parametrize("row", [{"doc": "plan"}, {"doc": "plan", "value": 3}])
def test_a_faulty_fact_of_a_run_is_refused(plan, row):
    with pytest.raises(InputError, match="line 1, value"):
        plan.scored(facts=[row])


def test_a_measure_without_a_place_is_refused(plan):
    with pytest.raises(InputError, match="line 1, start"):
        plan.scored(measures=[{"doc": "plan", "name": "x"}])
