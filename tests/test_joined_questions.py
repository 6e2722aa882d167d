"""Turns that join questions of several places, years and things: each part answered for what it can be, the rest said to be missing."""

from datetime import date

import pytest

from answer.figures import figures
from answer.parted import Parted
from facts.regions import Gazetteer

DAY = date(2026, 11, 20)
CITY = """# 云泽市科技创新规划（2021-2025年）

## 一、发展基础

全市高新技术企业数、科技型中小企业数分别从2015年的210家、640家增长至2020年的505家和1720家。2020年，规上企业研发机构覆盖率达到83%。

## 二、发展目标

到2025年，科技服务业营业收入达到90亿元，年均增长21%以上。

## 三、主要任务

（一）“137”产业集群

培育汽车制造1个万亿级产业集群，新材料、软件服务、船舶修造3个五千亿级产业集群，智能家电、时尚纺织、医疗器械等7个千亿级产业集群。

（二）特色园区

翠湖实验室（光电创新功能单元）：探索光电领域前沿科学问题，建成一流的光电创新平台。

到2025年，翠湖实验室研发队伍达到1340名。
"""
COUNTY = """# 石坪县科技创新规划（2021-2025年）

## 一、发展基础

表1 “十三五”科技指标完成情况

| 指标 | 2015年 | 2020年目标值 | 2020年实绩 |
|---|---|---|---|
| 高新技术企业数（家） | 31 | 86 | 79 |

累计培育众创空间9家。

全县规上企业研发机构达到66家，占规上企业比重55.5%。

## 二、发展目标

规上企业研发活动、研发机构基本实现全覆盖，规上工业企业研发经费支出占营业收入比重达2.7%。

到2025年，科技服务业营业收入年均增长13%以上。

到2025年，力争12家企业进入省级领军企业培育库，5家企业进入省级百强榜单。

## 三、主要任务

建设石坪家电高新园区，整合东庄工业园区、西庄工业园区。

2020年，320家企业享受加计扣除减免所得税3.2亿元，48家创业企业享受减按12%的税率减免所得税2.4亿元。
"""


@pytest.fixture(scope="module")
def ask(small_index):
    city = small_index.info("yun", "云泽市科技创新规划", region="云泽市", period="2021-2025", level="city")
    county = small_index.info("shi", "石坪县科技创新规划", region="石坪县", period="2021-2025", level="county", parent="云泽市")
    assistant = small_index.assistant({city: CITY, county: COUNTY})

    def answered(question, *history):
        answer = assistant.ask(question, history, DAY)
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer.answer

    return answered


def test_what_cannot_be_answered_leaves_the_rest_answered(ask):
    told = ask("石坪众创空间2020年多少家，2025年多少家，谁负责")
    assert "9家" in told and "没有找到石坪县众创空间2025年的数" in told and "由哪个部门负责" in told


def test_a_place_named_later_is_not_put_before_the_first_question(ask):
    told = ask("智能家电在“137”里排在万亿、五千亿还是千亿这一档？石坪的家电高新园区要整合哪些园区？")
    assert "7个千亿级产业集群" in told and "东庄工业园区" in told


def test_a_later_question_goes_on_with_the_body_named_before(ask):
    assert "1340名" in ask("翠湖实验室在特色园区里算什么功能单元？到2025年队伍要到多少人？")
    parted = Parted(Gazetteer(()), (), lambda text: ())
    assert parted.body("云泽：翠湖实验室在特色园区里算什么") == "翠湖实验室"
    assert parted.body("哪家研究院牵头") == parted.body("到2025年队伍多少人") == ""


def test_a_target_of_a_past_year_is_held_against_what_was_reached(ask):
    assert "相差7家（86家-79家=7家），没有达到目标" in ask("石坪十三五高企指标差了多少没够上")


def test_rates_of_growth_are_not_answered_by_what_there_is(ask):
    told = ask("科技服务业营业收入的年增速，全市和石坪分别要求多少？")
    assert "21%" in told and "13%" in told and "目标90亿元" not in told


def test_a_place_asked_to_be_lower_is_told_from_its_side(told_of):
    assert "西岭县更低，比临湖市低" in told_of("2020年高新技术企业，西岭比全市高还是低？").answer


def test_places_that_are_but_counted_are_those_of_the_turn_before(several_plans):
    told = several_plans.ask("三个县区合计", ["安河、西岭、东渚2025年的高新技术企业目标比一比"], DAY).answer
    assert "合计575家（300家+180家+95家=575家）" in told


def test_figures_told_in_turn_are_each_of_their_own_name(ask):
    assert "2.69倍" in ask("2020年云泽科技型中小企业是2015年的几倍？")
    told = figures("高企、科小分别从2015年的210家、640家增至2020年的505家和1720家")
    assert [one.around for one in told] == ["高企", "科小", "高企", "科小"]


def test_a_figure_at_the_head_of_its_clause_has_the_words_behind_it():
    first, second = figures("力争12家企业进入省级领军企业培育库，5家企业进入省级百强榜单")
    assert "培育库" not in second.around and first.around.startswith("力争企业进入省级")
    assert figures("亿元以上企业突破140家，10亿元以上企业达到20家")[1].around == "以上企业突破"  # what the first counts, the second is of


def test_plans_named_beside_a_period_or_in_a_follow_up_give_the_year(several_plans, told_of):
    told = told_of("临湖高新技术企业，十四五末和316方案的目标对照一下").answer
    assert "2025年目标2000家" in told and "2027年目标2900家" in told
    follows = several_plans.ask("那316方案里呢", ["临湖十四五规划高新技术企业目标多少"], DAY).answer
    assert "2027年目标2900家" in follows and "2025年" not in follows


def test_an_amount_is_spread_over_those_whose_rate_is_named(ask):
    assert "2.4亿元÷48家=500万元" in ask("石坪2020年按12%缴税的，摊到每家少交多少万？")


def test_when_documents_were_published_is_asked_of_those_named_before(small_index):
    infos = {
        small_index.info(
            region[:1], f"{region}科技创新规划", region=region, period="2021-2025", date=day
        ): f"# {region}科技创新规划\n\n推进创新。\n"
        for region, day in (("云泽市", "2021-06"), ("石坪县", "2021-09"))
    }
    told = small_index.assistant(infos).ask("云泽和石坪的科创规划哪个先出？分别是哪年几月？", (), DAY).answer
    assert "2021年6月" in told and "2021年9月" in told and "没有说明" not in told


def test_the_one_place_that_has_a_figure_is_told_where_most_is_asked_of_all(ask):
    told = ask("谁的众创空间最多")
    assert "石坪县" in told and "9家" in told and "资料中没有找到其他地方的这项数据。" in told


def test_a_place_without_the_figure_is_not_told_by_words_of_another_year(ask):
    told = ask("十三五末规上企业研发机构覆盖率，云泽和石坪谁高、各多少？")
    assert "2020年83%" in told and "2.7%" not in told
