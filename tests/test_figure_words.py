"""Words around figures: their names, what goes on from the clause before, and the places and bodies that they are of."""

import pytest

from facts.cells import read_cell
from facts.jurisdictions import parts_of, places_in, subject_places
from facts.named import clean_name
from facts.quantities import find_worded
from facts.subjects import lead_of, opens_anew, supported


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("新增就业", "新增就业"),
        ("授权专利", "授权专利"),
        ("五年新增技能人才", "技能人才"),
        ("自治区级以上平台总数达到", "自治区级以上平台"),
        ("建设电商、物流等应用场景", "应用场景"),
        ("2021—2023年完成投资", "完成投资"),
    ],
)
def test_a_name_keeps_what_it_needs_and_nothing_else(clause, name):
    named = clean_name(clause, 0, len(clause), clause)
    assert named is not None
    assert named.name == name


@pytest.mark.parametrize("clause", ["五年", "提高到", "按实际保费", "每家企业每年最高", "孵化器内每毕业", "甲园和"])
def test_words_that_name_nothing_are_no_name(clause):
    assert clean_name(clause, 0, len(clause), clause) is None


def test_a_rate_goes_on_with_what_was_named_before(figures):
    told = figures("到2025年，技术合同成交额年均增长20%，五年累计超过15亿元。", "name", "value", "unit", "comparator")
    assert ("技术合同成交额", "20", "%", "年均增长") in told
    assert ("技术合同成交额", "15", "亿元", "超过") in told


def test_a_sum_of_another_unit_does_not_go_on(figures):
    assert not any(value == "12" for value, *_ in figures("到2025年，高新技术企业达到50家，五年累计12亿元。", "value"))


def test_an_average_that_something_is_set_against_is_no_figure_of_the_place(figures):
    assert not any(
        value in ("15.8", "2.4")
        for (value,) in figures("每万人发明专利低于全国15.8件的平均水平，强度为全国平均水平（2.4%）的一半。", "value")
    )


def test_years_of_a_list_go_to_their_figures(figures):
    told = figures("2026年、2027年高企数分别达到760家、850家。", "year", "value")
    assert {(2026, "760"), (2027, "850")} <= told


def test_cities_of_a_list_go_to_their_figures_and_hold_for_the_next_list(figures):
    told = figures("到2025年，东州市、明湖市研发投入强度分别达到3.5%和3.2%，高新技术企业分别达到5000家和4200家。", "scope", "value")
    assert told >= {("东州市", "3.5"), ("明湖市", "3.2"), ("东州市", "5000"), ("明湖市", "4200")}


def test_the_body_that_a_sentence_sets_out_to_build_is_what_its_figures_are_of(figures):
    told = figures("支持榆川苹果研究院建设，到2025年引进博士15名，全县高新技术企业达到50家。", "scope", "value")
    assert ("榆川苹果研究院", "15") in told


def test_the_year_something_is_set_against_is_not_the_year_of_what_follows(facts_in):
    text = "# 甲县规划\n\n## 一、发展基础\n\n2020年，研发经费21.6亿元，是2015年11.4亿元的1.9倍；高新技术企业达到186家，比2015年净增90家。\n"
    told = {(fact.year, fact.value) for fact in facts_in(text)}
    assert told >= {(2020, "21.6"), (2015, "11.4"), (2020, "186"), (2020, "90")}


def test_a_plan_period_in_quotation_marks_dates_what_follows(figures):
    assert (2025, "240") in figures("“十四五”期间，引进急需紧缺人才240名。", "year", "value")


def test_an_area_without_a_year_is_a_figure_of_the_body_alone(facts_in):
    text = "# 甲县规划\n\n## 二、重点任务\n\n材料小镇：规划面积4.5平方公里。\n\n规划面积达到9平方公里。\n"
    assert [(fact.scope, fact.year, fact.value) for fact in facts_in(text)] == [("材料小镇", None, "4.5")]


def test_a_rank_is_no_figure_of_the_indicator_itself(figures):
    told = figures("到2025年，高新技术产业投资58.8亿元，居全市各县区第三位。", "indicator", "unit", "value")
    assert told == {("高新技术产业投资", "亿元", "58.8"), ("高新技术产业投资排名", "位", "3")}


def test_a_wider_jurisdictions_figure_is_left_out(figures):
    assert figures("到2025年，全国研发投入强度达到2.8%，全省高新技术企业达到3万家。", "value") == set()


@pytest.mark.parametrize(
    ("cell", "value", "comparator"), [("3.3左右", "3.3", "左右"), (">13", "13", "超过"), ("年均9以上", "9", "年均以上"), ("[15]", "15", "")]
)
def test_cells_are_read_with_their_signs(cell, value, comparator):
    figure = read_cell(cell, "%", "")
    assert figure is not None
    assert (figure.value, figure.comparator) == (value, comparator)


def test_a_cell_of_words_is_no_figure():
    assert read_cell("科研人员3000人", "", "") is None


def test_tables_of_districts_projects_and_tasks(facts_in):
    districts = "| 县区 | 2025年高新技术企业数（家） |\n|---|---|\n| 固山县 | 20 |\n| 白云旗 | 32 |\n"
    projects = "| 项目名称 | 总投资（亿元） |\n|---|---|\n| 测控基地 | 9.8 |\n| 中试平台 | 4.3 |\n"
    first, second = "| 培育企业 | 高新技术企业达到400家 | 2025年 |\n", "| 组建联合体 | 组建10个 | 2024年 |\n"
    tasks = f"| 重点任务 | 工作目标 | 完成时限 |\n|---|---|---|\n{first}{second}"
    text = f"# 甲市规划\n\n表1 各县区目标\n\n{districts}\n表2 重点项目\n\n{projects}\n表3 任务分工\n\n{tasks}"
    told = {(fact.scope, fact.name, fact.year, fact.value) for fact in facts_in(text, region="甲市")}
    assert told == {
        ("固山县", "高新技术企业数", 2025, "20"),
        ("白云旗", "高新技术企业数", 2025, "32"),
        ("测控基地", "总投资", None, "9.8"),
        ("中试平台", "总投资", None, "4.3"),
        ("", "高新技术企业", 2025, "400"),
        ("", "组建联合体", 2024, "10"),
    }


def test_the_group_of_rows_is_no_name_of_a_row(facts_in):
    rows = "| 投入 | 1 | 研发投入强度（%） | 3 |\n| | 2 | 高新技术企业数（家） | 50 |\n"
    text = f"# 甲县规划\n\n表1 主要指标\n\n| 类别 | 序号 | 指标名称 | 2025年 |\n|---|---|---|---|\n{rows}"
    assert {(fact.name, fact.unit) for fact in facts_in(text)} == {("研发投入强度（%）", "%"), ("高新技术企业数（家）", "家")}


def test_places_are_told_from_words_that_look_like_them():
    assert places_in("东州市、明湖市研发投入强度", "岚江省") == ("东州市", "明湖市")
    assert places_in("技术市场交易额", "岚江省") == places_in("示范区建设", "岚江省") == ()
    assert subject_places("东州市加快建设，全省研发强度", 0, 13, "岚江省") == ()
    assert parts_of([("青城区", "朔原市"), ("稀土高新区", "朔原市"), ("", "朔原市")]) == {"青城区": "朔原市"}


def test_leads_of_paragraphs():
    assert lead_of("光电子产业园。重点发展激光。", 0) == "光电子产业园"
    assert lead_of("云岫湖科创岛：到2024年", 0) == "云岫湖科创岛"
    assert lead_of("创新投入。研发经费", 0) == ""
    assert opens_anew("其他方面：到2025年", 0)
    assert not opens_anew("到2025年：", 0)
    assert supported("建设甲实验室、乙研究院，到2025年") == ""


def test_ranks_in_chinese_numerals():
    words = "创新能力从全国第十五位跃升至第十一位"
    assert [int(one.value) for one in find_worded(words, 0, len(words))] == [15, 11]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("到2025年，培育4家主板、新三板上市，能力上台阶。", "主板、新三板上市"),
        ("到2025年，建设6家国家级、省级工作站。", "国家级、省级工作站"),
    ],
)
def test_a_list_of_ways_after_the_figure_keeps_the_noun_that_it_ends_with(figures, text, name):
    assert [told[0] for told in figures(text, "name")] == [name]


def test_brackets_of_two_kinds_say_what_the_note_says_of_each():
    note = "注：[ ]内为五年年均数，{ }内为五年累计数。"
    assert [read_cell(cell, "%", note).note for cell in ("[6.8]", "{18.5}")] == ["五年年均数", "五年累计数"]
    assert read_cell("{18.5}", "%", "").value == "18.5" and read_cell("〔4〕", "%", "注：[ ]内为累计数。").note == "累计数"


def test_who_comes_first_in_a_list_of_offices_is_no_rank():
    words = "列第一位的为牵头单位，前三名单另行公布，居全市第三位"
    assert [int(one.value) for one in find_worded(words, 0, len(words))] == [3]
