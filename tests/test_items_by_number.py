"""An item of a plan asked for by its bare number is told from below that number, with the unit that leads it."""

from datetime import date

import pytest

from answer.assistant import Assistant
from answer.numbered_items import numbered_items

DAY = date(2026, 11, 20)
ACTION = """# 临湖市推进“育新”创新行动方案（2023-2027年）

## 一、目标

到2027年，高新技术企业达到900家。

## 二、任务

（一）夯实平台

1.建设湖畔实验室。围绕生命健康建设实验室。（责任单位：市科技局、市发改委。列第一位的为牵头单位，下同）

2.引进研究机构。每年引进研究机构3家。（责任单位：有关区（县、市）政府、市科技局）

（二）壮大企业

3.梯度培育企业。完善培育库，加强上市辅导。（责任单位：市经信局、市科技局）

4.保护知识产权。建设维权援助中心。支持人才房与租房补贴试点。（牵头单位：市市场监管局、市司法局）

5.弘扬创新文化。举办科普活动。（责任单位：市科协、市教育局）
"""
COUNTY = """# 安河县科技创新规划（2021-2025年）

## 一、任务

1. 建设园区。

2. 培育企业。

## 二、保障

1. 加强领导。

2. 加大投入。
"""


@pytest.fixture(scope="module")
def index(small_index):
    stated = {"status": "final"}
    city = small_index.info("action", "临湖市推进“育新”创新行动方案", region="临湖市", period="2023-2027", **stated)
    county = small_index.info("county", "安河县科技创新规划", region="安河县", parent="临湖市", period="2021-2025", **stated)
    return small_index({city: ACTION, county: COUNTY})


@pytest.fixture(scope="module")
def ask(index, small_index):
    assistant = Assistant(index, small_index.embedder)

    def told(question, *history):
        answer = assistant.ask(question, history, DAY)
        assert all(check.ok for check in answer.checks), answer.checks
        return answer

    return told


def test_only_a_numbering_that_runs_through_numbers_items(index):
    assert list(numbered_items("action", index)) == [1, 2, 3, 4, 5]
    assert numbered_items("county", index) == {}


def test_an_item_ends_before_the_next_heading(index):
    item = numbered_items("action", index)[2]
    assert index.texts["action"][item.start : item.end].endswith("有关区（县、市）政府、市科技局）")


@pytest.mark.parametrize(
    ("question", "units", "lead"),
    [
        ("“育新”方案里第3项任务由谁负责？", "市经信局、市科技局", "牵头单位为市经信局"),
        ("“育新”方案第二条谁牵头", "有关区（县、市）政府、市科技局", "牵头单位为有关区（县、市）政府"),
        ("第5条弘扬创新文化的牵头单位是哪个", "市科协、市教育局", "牵头单位为市科协"),
    ],
)
def test_the_units_of_an_item_asked_for_by_number(ask, question, units, lead):
    answer = ask(question)
    assert units in answer.answer
    assert lead in answer.answer


def test_where_the_leading_units_are_named_no_first_one_is_picked(ask):
    answer = ask("“育新”方案第四项由哪个部门牵头").answer
    assert "牵头单位：市市场监管局、市司法局" in answer
    assert "第一位" not in answer


def test_the_turn_before_names_the_document(ask):
    assert "市经信局" in ask("第3条谁牵头", "“育新”行动方案的目标是什么").answer


def test_what_an_item_says_of_a_matter(ask):
    answer = ask("“育新”方案第4条说了什么住房政策").answer
    assert "租房补贴" in answer
    assert "培育库" not in answer


def test_a_number_beyond_the_last_item_is_refused(ask):
    answer = ask("“育新”方案第9项任务是什么")
    assert answer.abstained
    assert "编到第5项" in answer.answer


def test_a_document_whose_numbers_start_anew_has_no_item_of_a_number(ask):
    assert "建设园区" not in ask("安河县规划第1条是什么").answer
