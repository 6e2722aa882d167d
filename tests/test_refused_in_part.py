"""One part of a turn is refused and the other told; a place without a document is told its city's rules; figures stated and their year."""

from datetime import date

import pytest

DAY = date(2026, 11, 20)
CITY = """# 宁波市科技创新规划（2021-2025年）

## 一、发展目标

到2025年，全市高新技术企业达到600家。

## 二、主要任务

### （一）建设创新空间

加快建设鄞州云湾智创大走廊，推进科创载体建设。

云湾智创走廊：到2025年，集聚领军人才团队40个以上，众创面积超过20万平方米。

### （二）开放共享

到2025年，大型仪器设备入网量达到900台以上，每年面向长三角区域提供检验检测等开放服务700家次以上。

### （三）加大扶持

全面落实委托境外研究开发费用税前加计扣除政策。探索知识产权质押贷款，破解小微企业融资难题。

### （四）拓展飞地

到2025年，新建人才科技飞地12家以上。
"""
COUNTY = """# 余姚市科技创新规划（2021-2025年）

## 一、发展基础

研发投入强度连续4年位列全省前10强。青竹计划实施以来已对16个项目提供3280万元的支持。

## 二、发展目标

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 全社会R&D经费支出占GDP比重（%） | 3.1（预测） | 3.9 |
| 规模以上工业企业R&D经费支出占营业收入比重（%） | 1.46（2019年数据） | 2.5 |

## 三、主要任务

### （一）办好塑料研究院

白鹭塑料研究院主攻特种工程塑料，为企业提供检测服务。杭州、上海飞地已建成并投入运营。

落实研发费用加计扣除，本市企业由市科技局上门辅导。

### （二）集聚人才

鸿图人才创业园：到2025年，累计引育高层次人才90名。
"""


@pytest.fixture(scope="module")
def ask(small_index):
    city = small_index.info("city", "宁波市科技创新规划", region="宁波市", period="2021-2025", level="city")
    county = small_index.info("county", "余姚市科技创新规划", region="余姚市", period="2021-2025", level="county", parent="宁波市")
    texts = {city: CITY, county: COUNTY}
    assistant = small_index.assistant(texts)

    def answered(question):
        answer = assistant.ask(question, (), DAY)
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return answered


def test_what_one_clause_lacks_does_not_refuse_the_other(ask):
    answer = ask("余姚的鸿图人才创业园要引育多少高层次人才，白鹭塑料研究院一年的电费要花多少钱")
    assert not answer.abstained and "90名" in answer.answer and "资料没有说明" in answer.answer
    assert ask("余姚的白鹭塑料研究院主攻什么，一年的电费要花多少钱").abstained  # what is quoted for the rest may be beside the point


def test_a_turn_whose_clauses_all_lack_their_answer_is_refused(ask):
    assert ask("余姚白鹭塑料研究院的电话是多少，一年的电费要花多少钱").abstained


def test_where_a_body_lies_is_not_another_place(ask):
    answer = ask("鄞州的云湾智创走廊要集聚多少个领军人才团队")
    assert not answer.abstained and "40个" in answer.answer
    assert ask("鄞州2025年高新技术企业目标多少家").refusal.code == "other_jurisdiction"


def test_a_place_without_a_document_is_told_the_rules_of_its_city(ask):
    answer = ask("我在奉化开公司，委托境外研发的费用能不能加计扣除")
    assert answer.answer.startswith("资料中没有奉化自己的规划，以下是宁波市的规定。") and "加计扣除" in answer.answer
    assert not answer.abstained and {citation.doc for citation in answer.citations} == {"city"}
    assert ask("奉化区级的科技贷款政策是怎么规定的").abstained  # its own rules


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("余姚3.1%的研发强度是不是已经核定的", "不是：余姚市全社会R&D经费支出占GDP比重2020年预计3.1%，是预计数"),
        ("余姚研发费占营收1.46%是哪一年的", "2019年"),
        ("余姚规上工业研发占营收1.46%，到底是哪一年的", "2019年"),
        ("余姚规上工业研发占营收1.46%是2020年的数吗", "不是：余姚市2020年1.46%（2019年数据）"),
    ],
)
def test_a_figure_stated_is_told_with_its_year_and_standing(ask, question, said):
    assert said in ask(question).answer


def test_a_figure_that_only_names_what_is_asked_about_is_no_claim(ask):
    assert "多0." not in ask("余姚3.3%的研发强度是不是全省领先的水平").answer


def test_a_streak_is_told_in_years(ask):
    assert "连续4年" in ask("余姚研发投入强度进全省前十连着几年了").answer


def test_a_sum_paid_so_far_is_a_total(ask):
    assert "3280万元" in ask("余姚青竹计划已经给过多少钱").answer and not ask("余姚青竹计划已经给过多少钱").abstained


def test_a_count_of_services_is_a_count_of_times(ask):
    answer = ask("大型仪器入网以后每年对长三角服务多少家次")
    assert not answer.abstained and "700家次" in answer.answer


def test_a_few_things_at_hand_are_no_number_asked_for(ask):
    answer = ask("宁波小微企业只有几件专利，能不能拿专利去贷款")
    assert not answer.abstained and "质押贷款" in answer.answer


def test_what_a_neighbour_rules_is_not_told_for_a_place_without_a_document(ask):
    answer = ask("奉化的企业能享受研发费用加计扣除优惠吗")
    assert not answer.abstained and {citation.doc for citation in answer.citations} == {"city"}


def test_all_the_city_is_the_one_above_where_the_own_document_has_no_figure(ask):
    answer = ask("余姚建成了哪两个地方的飞地？全市到2025年要新建几家")
    assert "杭州、上海飞地" in answer.answer and "12家" in answer.answer


def test_a_figure_that_no_document_writes_is_not_dated(ask):
    answer = ask("余姚5.7%的研发强度是哪一年的")
    assert answer.abstained and answer.answer.startswith("资料中没有找到“5.7%”这个数")
