"""Facts, measures and offers of a run are held against reference files; what cannot be scored says why."""

import csv
import json
from decimal import Decimal

import pytest

from eval.extraction.gold_facts import REQUIRED, load_gold_facts
from eval.extraction.gold_measures import load_gold_measures, load_gold_profiles
from eval.extraction.report import extraction_report
from eval.extraction.score import extraction_object, score_extraction
from eval.gate import judge, load_reference, write_reference
from eval.metrics.amounts import amount, relation, whole
from eval.metrics.measured import holds
from eval.placing import PlaceFinder, overlap
from eval.scorefile import load_score
from index.errors import InputError

TEXT = "到2025年，高新技术企业达到 600 家以上，研发投入强度达到3.8%。\n"
TEXT += "2020年，高新技术企业294家。对首次认定的企业奖励20万元。探索设立科技保险。"


def gold_fact(quote, value, **other):
    base = {"doc": "plan", "indicator": "高新技术企业数", "year": "2025", "value": value, "value_high": "", "unit": "家", "comparator": "=",
            "kind": "target", "scope": "全市", "name": "高新技术企业", "source": "text", "quote": quote}  # fmt: skip
    return {**base, **other}


GOLD_FACTS = [
    gold_fact("高新技术企业达到600家以上", "600", comparator=">="),
    gold_fact("研发投入强度达到3.8%", "3.8", unit="%", name="研发投入强度", indicator="研发投入强度"),
    gold_fact("高新技术企业294家", "294", year="2020", kind="actual"),
]
GOLD_MEASURES = [
    {"id": "M-1", "doc": "plan", "name": "奖励", "quote": "对首次认定的企业奖励20万元", "evidence": [], "grant": "granted",
     "instrument": True},
    {"id": "M-2", "doc": "plan", "name": "保险", "quote": "探索设立科技保险", "evidence": [], "grant": "intended",
     "instrument": False},
]  # fmt: skip


def span_of(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def fact(words, value, **other):
    base = {"doc": "plan", "indicator": "高新技术企业", "name": "高新技术企业", "year": 2025, "value": value, "value_high": None,
            "unit": "家", "comparator": "", "kind": "target", "scope": "", "spans": [span_of(words)], "origin": "text"}  # fmt: skip
    return {**base, **other}


def right_facts():
    return [
        fact("600 家", "600", comparator="以上"),
        fact("3.8%", "3.8", unit="%", name="研发投入强度", indicator="研发投入强度"),
        fact("294家", "294", year=2020, kind="actual"),
    ]


def measure(words, granted):
    return {"doc": "plan", "name": words, **span_of(words), "granted": granted}


def right_measures():
    return [measure("对首次认定的企业奖励20万元", True), measure("探索设立科技保险", False)]


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def references(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*REQUIRED, "start_hint"])
        writer.writeheader()
        writer.writerows(GOLD_FACTS)
    write_lines(folder / "measures.jsonl", GOLD_MEASURES)
    write_lines(folder / "profiles.jsonl", [{"id": "P-1", "profile": "新认定的企业", "must": ["M-1"], "may": [], "must_not": ["M-2"]}])
    return folder


@pytest.fixture
def scored(references, tmp_path):
    def score(facts=None, measures=None, profiles=None, texts=True):
        run = tmp_path / "run"
        run.mkdir(exist_ok=True)
        write_lines(run / "facts.jsonl", right_facts() if facts is None else facts)
        write_lines(run / "measures.jsonl", right_measures() if measures is None else measures)
        offers = [{"id": "P-1", "measures": [{**measure("对首次认定的企业奖励20万元", True), "verdict": "yes"}]}]
        write_lines(run / "profiles.jsonl", offers if profiles is None else profiles)
        (run / "texts.jsonl").unlink(missing_ok=True)
        if texts:
            write_lines(run / "texts.jsonl", [{"doc": "plan", "text": TEXT}])
        return {item.part: item for item in score_extraction(references, run)}

    return score


def values(part):
    return {name: figure.value for name, figure in part.figures.items()}


def test_a_run_with_nothing_wrong(scored):
    parts = scored()
    assert set(values(parts["facts"]).values()) == {1.0}
    assert {value for name, value in values(parts["measures"]).items()} == {1.0}
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
        (lambda rows: rows[0].update(spans=[span_of("294家")]), {"facts_recall": 2 / 3}),  # the figure, read off another place
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
def test_each_fault_of_facts_moves_its_figures(scored, change, moved):
    rows = right_facts()
    change(rows)
    found = values(scored(facts=rows)["facts"])
    assert {name: found[name] for name in moved} == pytest.approx(moved)


def write_facts(references, rows):
    with (references / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*REQUIRED, "optional"])
        writer.writeheader()
        writer.writerows(rows)


def test_an_optional_fact_is_right_when_found_and_no_fault_when_not(scored, references):
    write_facts(references, [*GOLD_FACTS[:2], {**GOLD_FACTS[2], "optional": "yes"}])
    found = scored()["facts"]
    assert values(found)["facts_recall"] == 1 and found.figures["facts_recall"].n == 2
    assert values(found)["facts_precision"] == 1 and found.figures["facts_precision"].n == 3
    assert "1 条可有可无" in found.notes[0]
    without = scored(facts=right_facts()[:2])["facts"]
    assert values(without)["facts_recall"] == 1 and without.missed == ()
    assert values(scored(facts=right_facts()[1:])["facts"])["facts_recall"] == 1 / 2  # what is found beside does not make up for it


def test_facts_in_words_and_of_other_documents_are_not_held_against_a_run(scored):
    worded = fact("探索设立科技保险", "全覆盖", unit="")
    other = fact("600 家", "7", doc="another")
    part = scored(facts=[*right_facts(), worded, other])["facts"]
    assert values(part)["facts_precision"] == 1
    assert "另有 1 条" in part.notes[0]


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        (lambda rows: rows.pop(0), {"measures_recall": 0.0, "measures_recall_all": 0.5, "measures_precision": 1.0}),
        (lambda rows: rows.pop(1), {"measures_recall": 1.0, "measures_recall_all": 0.5}),  # not an instrument
        (lambda rows: rows.append(measure("研发投入强度达到3.8%", True)), {"measures_recall": 1.0, "measures_precision": 2 / 3}),
        (lambda rows: rows[0].update(granted=False), {"measures_recall": 1.0, "measures_grant_right": 0.5}),
        (lambda rows: rows[0].pop("granted"), {"measures_recall": 1.0, "measures_grant_right": 1.0}),  # says nothing: not judged
        (lambda rows: rows[0].update(start=0, end=len(TEXT)), {"measures_recall": 1.0, "measures_precision": 1.0}),
    ],
)
def test_each_fault_of_measures_moves_its_figures(scored, change, moved):
    rows = right_measures()
    change(rows)
    found = values(scored(measures=rows)["measures"])
    assert {name: found[name] for name in moved} == pytest.approx(moved)


def test_a_span_that_is_too_long_shows_in_the_tightness(scored):
    rows = right_measures()
    rows[0] |= {"start": 0, "end": len(TEXT)}
    rows.pop()
    tight = values(scored(measures=rows)["measures"])["measures_tightness"]
    lengths = [len("对首次认定的企业奖励20万元"), len("探索设立科技保险")]
    assert tight == pytest.approx(sum(length / len(TEXT) for length in lengths) / 2)


def offer(words, verdict="applies"):
    return {**measure(words, True), "verdict": verdict}


REWARD, INSURANCE, OTHER = "对首次认定的企业奖励20万元", "探索设立科技保险", "研发投入强度达到3.8%"


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ([offer(INSURANCE)], {"recall": 0.0, "precision": 0.0, "wrong": 1.0, "order": 0.0}),
        ([offer(INSURANCE, "not_met")], {"recall": 0.0, "precision": None, "wrong": 0.0, "order": 0.5}),
        ([offer(INSURANCE), offer(REWARD)], {"recall": 1.0, "precision": 0.5, "wrong": 1.0, "order": 0.0}),
        ([offer(REWARD), offer(INSURANCE)], {"recall": 1.0, "precision": 0.5, "wrong": 1.0, "order": 1.0}),
        ([offer(OTHER), offer(REWARD)], {"recall": 1.0, "precision": 1.0, "wrong": 0.0, "order": 1.0}),  # nobody judged the first
        ([*[offer(OTHER)] * 10, offer(REWARD)], {"recall": 1.0, "recall@10": 0.0}),
        ([offer(f"{REWARD}。{INSURANCE}")], {"recall": 1.0, "precision": 1.0, "wrong": 0.0}),  # one sentence holds both
        ([], {"recall": 0.0, "precision": None, "wrong": 0.0, "order": 0.5}),
    ],
)
def test_offers_that_are_wrong_missing_or_out_of_order(scored, offers, expected):
    found = values(scored(profiles=[{"id": "P-1", "measures": offers}])["profiles"])
    assert {name: found[f"profiles_{name}"] for name in expected} == expected


def test_an_enterprise_without_offers_is_told(scored):
    assert "1 家企业没有匹配结果" in scored(profiles=[{"id": "P-9", "measures": []}])["profiles"].notes[0]


def test_what_cannot_be_scored_says_why(scored, references, tmp_path):
    assert "是空的" in scored(measures=[])["measures"].why_not
    assert "没有 texts.jsonl" in scored(texts=False)["measures"].why_not
    without_texts = scored(texts=False)["facts"]
    assert values(without_texts)["facts_recall"] == 1
    assert "未核对出处" in without_texts.notes[0]
    (references / "facts.csv").unlink()
    (tmp_path / "run" / "profiles.jsonl").unlink()
    parts = score_extraction(references, tmp_path / "run")
    assert [item.why_not for item in parts] == [
        "没有参考文件 facts.csv",
        "本次运行没有 texts.jsonl，无法核对出处",
        "本次运行没有 profiles.jsonl",
    ]
    assert "未评：没有参考文件 facts.csv。" in extraction_report(parts)


def test_quotes_that_stand_nowhere_are_told(scored, references):
    rows = [*GOLD_FACTS, gold_fact("研发机构达到9家", "9")]
    with (references / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, REQUIRED)
        writer.writeheader()
        writer.writerows(rows)
    part = scored()["facts"]
    assert values(part)["facts_recall"] == 0.75
    assert "1 条引文" in part.notes[0]
    assert "研发机构达到9家" in part.missed[0]


def test_the_report_shows_figures_groups_and_what_is_missing(scored):
    rows = right_facts()
    rows[0]["value"] = "601"
    text = extraction_report(scored(facts=rows).values())
    assert "| 指标数召回 | facts\\_recall | 66.7% |" in text
    assert "未找到（1）" in text and "参考文件没有（1）" in text and "601家" in text


def test_the_gate_holds_extraction_too(scored, tmp_path):
    def score_file(parts):
        shown = {"gold": {"sha256": "g"}, "metrics": {}, "questions": [], **extraction_object(parts.values())}
        (tmp_path / "score.json").write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
        return load_score(tmp_path / "score.json")

    write_reference(tmp_path / "reference.toml", score_file(scored()))
    reference = load_reference(tmp_path / "reference.toml")
    assert not any(item.failed for item in judge(score_file(scored()), reference))
    swapped = [{**row, "unit": "万元"} for row in right_facts()]
    failed = {item.expected.name for item in judge(score_file(scored(facts=swapped, measures=[])), reference) if item.failed}
    assert failed >= {"facts_recall", "facts_precision", "measures_recall"}  # lost, and without a figure any more
    assert "profiles_recall" not in failed


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
def test_a_faulty_reference_of_facts_is_refused(tmp_path, row, words):
    path = tmp_path / "facts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*REQUIRED, "start_hint", "optional"])
        writer.writeheader()
        writer.writerow({**GOLD_FACTS[0], **row})
    with pytest.raises(InputError, match=words):
        load_gold_facts(path)


def test_a_reference_without_a_column_is_refused(tmp_path):
    (tmp_path / "facts.csv").write_text("doc,value\nplan,1\n", encoding="utf-8")
    with pytest.raises(InputError, match="indicator"):
        load_gold_facts(tmp_path / "facts.csv")


@pytest.mark.parametrize(("change", "words"), [({"grant": "maybe"}, "grant"), ({"quote": ""}, "quote"), ({"evidence": "x"}, "evidence")])
def test_a_faulty_reference_of_measures_is_refused(tmp_path, change, words):
    write_lines(tmp_path / "measures.jsonl", [{**GOLD_MEASURES[0], **change}])
    with pytest.raises(InputError, match=f"line 1, {words}"):
        load_gold_measures(tmp_path / "measures.jsonl")


def test_profiles_name_measures_that_exist(references):
    write_lines(references / "profiles.jsonl", [{"id": "P", "profile": "x", "must": ["M-9"], "may": [], "must_not": []}])
    with pytest.raises(InputError, match="M-9"):
        load_gold_profiles(references / "profiles.jsonl", load_gold_measures(references / "measures.jsonl"))


@pytest.mark.parametrize("row", [{"doc": "plan"}, {"doc": "plan", "value": 3}])
def test_a_faulty_fact_of_a_run_is_refused(scored, row):
    with pytest.raises(InputError, match="line 1, value"):
        scored(facts=[row])


def test_a_measure_without_a_place_is_refused(scored):
    with pytest.raises(InputError, match="line 1, start"):
        scored(measures=[{"doc": "plan", "name": "x"}])


def test_a_hint_tells_which_of_two_places_is_meant(references, tmp_path):
    text = "目标10家。" * 2
    run = tmp_path / "run"
    run.mkdir()
    write_lines(run / "texts.jsonl", [{"doc": "plan", "text": text}])
    with (references / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*REQUIRED, "start_hint"])
        writer.writeheader()
        writer.writerow({**gold_fact("目标10家", "10"), "start_hint": "6"})
    for start, recall in ((2, 0.0), (8, 1.0)):
        write_lines(run / "facts.jsonl", [fact("600 家", "10", spans=[{"start": start, "end": start + 3}])])
        assert values(score_extraction(references, run)[0])["facts_recall"] == recall


def test_places_are_found_across_white_space():
    assert PlaceFinder("甲 乙\n丙甲乙").spans("甲乙") == [(0, 3), (5, 7)]
    assert PlaceFinder("甲乙").spans(" ") == []
    assert PlaceFinder("").spans("甲") == []
    assert overlap((0, 2), (2, 4)) == 0
    assert holds((0, 10), [(5, 25)]) and not holds((0, 10), [(6, 26)])


def test_amounts_are_compared_by_what_they_say():
    assert amount("1.3", "万家") == amount("13,000", "家") == (Decimal(13000), "")
    assert amount("1", "百分点") == amount("1", "个百分点") != amount("1", "%")
    assert amount("1", "亿元") != amount("1", "万元")
    assert amount("全覆盖", "") == "全覆盖" and amount("NaN", "") == "NaN"
    assert [relation(word) for word in (">=", "超过", "不少于", "以内", "约", "年均增长以上", "增量", "")] == list(">>><~>==")
    assert whole("全市") == whole("") == "" != whole("开发区")
