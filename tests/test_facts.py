"""Facts from tables and running text of made-up plans, their disagreements and comparisons."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from facts.conflicts import conflicts
from facts.fact import Fact, Span
from facts.indicators import match_name
from facts.selection import Filters, compare, select
from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.readers.read import read_document
from index.structure import parse_document

ROOT = Path(__file__).parent.parent
DOCUMENTS = Path(__file__).parent / "documents"


def facts_in(text, period="2021-2025", region="甲县"):
    info = DocumentInfo("jia", "jia.txt", "甲县规划", region, "县", "", "", "", "", period, "final", "", "")
    parsed = parse_document(text)
    found = extract_facts(info, chunk_document(info.id, parsed), parsed.text)
    for fact in found:
        assert all(0 <= span.start < span.end <= len(parsed.text) for span in fact.spans)
    return found, parsed.text


def told(facts):
    return {(fact.indicator, fact.year, fact.value, fact.unit, fact.kind) for fact in facts}


def goals(sentence):
    return facts_in(f"# 甲县科技规划\n\n## 一、发展目标\n\n{sentence}\n")


def fact(
    value,
    *,
    name="高新技术企业数",
    year=2025,
    kind="target",
    scope="",
    unit="家",
    comparator="",
    doc="jia",
    region="甲县",
    origin="table",
    at=0,
):
    return Fact(doc, region, "高新技术企业数", name, year, value, None, unit, comparator, kind, scope, "", (Span(at, at + 1),), "", origin)


def test_a_cell_that_tells_a_figure_for_each_thing_of_its_row_is_several_facts():
    found, text = facts_in(
        "# 甲县科技规划\n\n表1 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 引进、研发新产品 | - | 引进40个、研发200个 |\n"
    )
    assert told(found) == {("引进新产品", 2025, "40", "个", "target"), ("研发新产品", 2025, "200", "个", "target")}
    assert [text[fact.spans[0].start : fact.spans[0].end] for fact in found] == ["引进40个", "研发200个"]


def test_every_cell_of_a_table_with_a_year_is_a_fact():
    found, text = facts_in(
        "# 甲县科技规划\n\n表1 主要指标\n\n| 指标 | 2020年实绩 | 2025年目标 | 属性 |\n|---|---|---|---|\n"
        "| 高新技术企业（家） | 120 | >260 | 约束性 |\n| 科技型中小企业（万家） | 0.3 | 1.2 | 预期性 |\n"
        "| 技术交易额（亿元） | 3.2 (2019) | 增速高于全省 | 预期性 |\n"
    )
    assert told(found) == {
        ("高新技术企业数", 2020, "120", "家", "actual"),
        ("高新技术企业数", 2025, "260", "家", "target"),
        ("科技型中小企业数", 2020, "3000", "家", "actual"),
        ("科技型中小企业数", 2025, "12000", "家", "target"),
        ("技术交易额", 2020, "3.2", "亿元", "actual"),
        ("技术交易额", 2025, "增速高于全省", "亿元", "target"),
    }
    by = {(one.indicator, one.year): one for one in found}
    assert by["高新技术企业数", 2025].comparator == "超过"
    assert by["高新技术企业数", 2025].nature == "约束性"
    assert by["技术交易额", 2020].note == "2019年数据"
    assert text[by["高新技术企业数", 2025].spans[0].start : by["高新技术企业数", 2025].spans[0].end] == ">260"


def test_a_chain_shares_its_year():
    found, _ = goals("到2025年，全县R&D经费支出占GDP比重力争达到3.1%，高新技术企业突破260家，科技型中小企业达到1.2万家以上。")
    assert told(found) == {
        ("研发经费占GDP比重", 2025, "3.1", "%", "target"),
        ("高新技术企业数", 2025, "260", "家", "target"),
        ("科技型中小企业数", 2025, "12000", "家", "target"),
    }


def test_lists_share_a_verb_and_pairs_change():
    found, _ = goals("到2025年，省科技小巨人企业、众创空间分别达到20家、35家。")
    assert told(found) == {("科技小巨人企业数", 2025, "20", "家", "target"), ("众创空间数", 2025, "35", "家", "target")}
    found, _ = facts_in("# 甲县科技规划\n\n## 一、发展基础\n\n高新技术产业增加值占规上工业增加值比重由2015年的45.2%提高到2020年的71.6%。\n")
    assert told(found) == {
        ("高新技术产业增加值占规上工业增加值比重", 2015, "45.2", "%", "baseline"),
        ("高新技术产业增加值占规上工业增加值比重", 2020, "71.6", "%", "actual"),
    }


def test_two_names_change_from_two_figures_to_two():
    found, _ = facts_in(
        "# 甲县规划\n\n## 一、发展基础\n\n高新技术企业数和科技型中小企业数分别从2015年的15家、69家增长至2020年的31家和143家。\n"
    )
    assert told(found) == {
        ("高新技术企业数", 2015, "15", "家", "baseline"),
        ("科技型中小企业数", 2015, "69", "家", "baseline"),
        ("高新技术企业数", 2020, "31", "家", "actual"),
        ("科技型中小企业数", 2020, "143", "家", "actual"),
    }


def test_ranges_and_growth_are_no_levels():
    found, _ = goals("到2025年，建成省级技术创新中心2-3家，科技服务业营业收入年均增长15%以上。")
    centre = next(one for one in found if "技术创新中心" in one.name)
    assert (centre.value, centre.value_high) == ("2", "3")
    growth = next(one for one in found if one.unit == "%")
    assert growth.comparator.startswith("年均增长")


def test_a_parks_figure_is_never_the_countys():
    found, _ = facts_in(
        "# 甲县规划\n\n## 一、空间布局\n\n### （一）加快建设东湖科创走廊\n\n到2025年，走廊R&D经费支出占GDP比重达到4.2%，"
        "高新技术企业达到80家。\n\n"
        "### （二）培育科技企业\n\n到2025年，全县高新技术企业达到260家。\n"
    )
    scopes = {(one.indicator, one.value): one.scope for one in found}
    assert scopes["研发经费占GDP比重", "4.2"] == "东湖科创走廊"
    assert scopes["高新技术企业数", "80"] == "东湖科创走廊"
    assert scopes["高新技术企业数", "260"] == ""


def test_a_subject_holds_for_the_rest_of_its_sentence():
    found, _ = goals("到2025年，省级高新区R&D经费支出占GDP比重达到5%以上，高新技术产业增加值占规上工业增加值比重超过80%。")
    assert {one.scope for one in found} == {"省级高新区"}


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("每万人高价值发明专利拥有量", "每万人高价值发明专利拥有量"),
        ("万人发明专利拥有量 (件)", "每万人发明专利拥有量"),
        ("有效发明专利拥有量", "有效发明专利拥有量"),
        ("规上工业企业R&D经费支出占营业收入比重", "规上工业研发经费占营业收入比重"),
        ("规上工业企业研发费用占营业收入比重", "规上工业研发费用占营业收入比重"),
        ("全社会劳动生产率", "全社会劳动生产率"),
        ("全员劳动生产率（万元/人）", "全员劳动生产率"),
    ],
)
def test_near_indicators_are_kept_apart(name, indicator):
    found = match_name(name)
    assert found is not None
    assert found.indicator.id == indicator


def test_tables_of_other_layouts_are_read_whole():
    info = DocumentInfo("danxia", "x.txt", "海洋规划", "丹霞市", "市", "", "", "", "", "2023-2030", "final", "", "")
    parsed = parse_document(read_document(DOCUMENTS / "danxia-ocean.txt"))
    found = [one for one in extract_facts(info, chunk_document(info.id, parsed), parsed.text) if one.origin == "table"]
    assert {(one.name, one.year, one.value) for one in found if one.unit == "亿元"} == {
        ("海洋生产总值", 2022, "388"),
        ("海洋生产总值", 2025, "520"),
        ("海洋生产总值", 2030, "800"),
    }
    assert {one.kind for one in found if one.year == 2022} == {"baseline"}
    assert next(one for one in found if one.value == "88").comparator == "不低于"


def test_conflicts_by_kind():
    contradiction = conflicts([fact("600"), fact("900", name="有效高企", comparator="超过", origin="text", at=9)])
    assert [item.kind for item in contradiction] == ["contradiction"]
    rounding = conflicts([fact("3.4", unit="%", kind="actual"), fact("3.38", unit="%", kind="actual", at=9)])
    assert [item.kind for item in rounding] == ["rounding"]
    definition = conflicts([fact("41.02", unit="%"), fact("81.4", unit="%", name="占规上工业企业比重", at=9)])
    assert [item.kind for item in definition] == ["definition"]


def test_no_conflict_between_scopes_kinds_years_documents_or_the_same_value():
    base = fact("600")
    others = [
        fact("30", scope="东湖科创走廊"),
        fact("294", kind="actual"),
        fact("500", year=2023),
        fact("760", doc="yi"),
        fact("600", origin="text", at=9),
    ]
    assert conflicts([base, *others]) == []


def test_compare_ranks_whole_jurisdictions_only():
    lines = compare([fact("600"), fact("760", doc="yi", region="乙县"), fact("999", scope="东湖科创走廊", doc="bing", region="丙县")])
    assert [(line.fact.region, line.rank, line.behind) for line in lines] == [("乙县", 1, ""), ("甲县", 2, "160家")]


def test_filters_take_what_people_say():
    facts = [fact("600"), fact("760", doc="yi", region="乙县"), fact("294", year=2020)]
    assert [one.value for one in select(facts, Filters(regions=("甲",), indicators=("高企",), years=(2025,)))] == ["600"]
    assert select(facts, Filters(docs=("wu",))) == []


@pytest.mark.slow
def test_the_command_prints_facts_of_a_built_index(tmp_path):
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    text = tmp_path / "plan.md"
    text.write_text(
        "# 丁县科技创新规划（2021-2025年）\n\n## 一、发展目标\n\n到2025年，高新技术企业达到260家，R&D经费支出占GDP比重达到3.1%。\n",
        encoding="utf-8",
    )
    places = ["--corpus", str(corpus), "--index", str(index)]

    def run(*arguments):
        return subprocess.run([sys.executable, "-m", *arguments, *places], cwd=ROOT, capture_output=True, text=True)

    assert run("index.add", str(text), "--id", "ding", "--region", "丁县", "--period", "2021-2025").returncode == 0
    listed = run("facts", "list", "--indicator", "高企", "--format", "json")
    assert listed.returncode == 0, listed.stderr
    (row,) = json.loads(listed.stdout)
    assert (row["value"], row["unit"], row["year"], row["kind"]) == ("260", "家", 2025, "target")
    normalised = (index / "documents" / "ding.txt").read_text(encoding="utf-8")
    assert "260" in normalised[row["spans"][0]["start"] : row["spans"][0]["end"]]
    nothing = run("facts", "list", "--indicator", "人才总量")
    assert nothing.returncode == 2
    assert len(nothing.stderr.strip().splitlines()) == 1
