"""Turns that ask two things, of which documents say a thing, how far they look, and what stands above or below a figure."""

from datetime import date

import pytest

from answer.assistant import Assistant
from answer.parted import Parted
from facts.regions import Gazetteer
from retriever.wanted import counts_in, only_asks_charge

DAY = date(2026, 11, 20)
CITY = """# 岚州市科技创新规划（2021-2025年）

## 一、发展目标

到2025年，全市高新技术企业达到600家。到2035年，建成东部沿海的海洋科技名城。

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 294 | 600 |
| 研发人员（人年） | 170* | 190 |

注：*为2019年数据。

## 二、主要任务

### （一）培育未来产业

推广清洁能源。开展氢燃料电池船舶和加氢码头的应用示范，打造风电装备、海水淡化、船用电机三大科创高地。

（责任单位：市能源局、市科技局）

### （二）办好岚州大学

提升岚州大学办学能力，建设船舶学科，探索“产业导师”制度。

（责任单位：市教育局、市科技局）

### （三）建设创新空间

谋划建设云湾智能科创走廊。沿线建设风机产业园、电缆产业园、船舶产业园、电机产业园，形成集聚。

岚州经济开发区：瞄准广陵、宛平、朔方等地，布局“远航飞地”，引进项目。
"""
COUNTY = """# 清溪县科技创新规划（2021-2025年）

## 一、发展目标

到2025年，全县高新技术企业达到120家。

## 二、主要任务

### （一）建设创新平台

发挥白鹭氢能研究院作用，推进新能源产业发展。加强与云海研发服务平台合作，办好云海研发服务平台清溪驿站。

### （二）集聚人才

探索“产业导师”制度，建设工程师协同中心。
"""
OTHER = """# 石屏县科技创新规划（2021-2025年）

## 一、主要任务

与云海研发服务平台共建石屏驿站，为企业提供仪器。探索技术经理人制度。

实施“一人一策一台账”的“三个一”服务机制，实施“两个全”工程。

企业购买市外院校技术成果的，按实际支付额的15%补助。企业使用试验场的，前三次免场地费，第四次起按50%收取。
"""


@pytest.fixture(scope="module")
def plans(small_index):
    period = {"period": "2021-2025", "status": "final"}
    city = small_index.info("city", "岚州市科技创新规划", region="岚州市", **period)
    county = small_index.info("county", "清溪县科技创新规划", region="清溪县", parent="岚州市", **period)
    other = small_index.info("other", "石屏县科技创新规划", region="石屏县", parent="岚州市", **period)
    return small_index({city: CITY, county: COUNTY, other: OTHER})


@pytest.fixture(scope="module")
def ask(plans, small_index):
    assistant = Assistant(plans, small_index.embedder)

    def answered(question, *history):
        answer = assistant.ask(question, history, DAY)
        assert all(check.ok for check in answer.checks)
        return answer

    return answered


@pytest.fixture(scope="module")
def parted(plans):
    return Parted(Gazetteer(plans.documents), plans.documents, lambda text: ["白鹭氢能研究院"] if "白鹭氢能研究院" in text else [])


@pytest.mark.parametrize(
    ("turn", "parts"),
    [
        # each clause asks something of a place of its own
        ("氢能：市里想搞什么船的示范，清溪靠哪家研究院", ["岚州：氢能：市里想搞什么船的示范", "氢能，清溪靠哪家研究院"]),
        # the second asks something else of the body that the first names
        ("白鹭氢能研究院主攻什么，还扛着清溪哪个平台", ["清溪：白鹭氢能研究院主攻什么", "还扛着清溪哪个平台"]),
        # what opens a clause as the level above the place of another clause is asked of it
        ("清溪现在有几块飞地？市里又要新建多少块", ["清溪现在有几块飞地", "岚州：市里又要新建多少块"]),
        ("做电缆的，想落地：市里主推哪个片区，清溪这边的园区叫啥", ["岚州：做电缆的，想落地：市里主推哪个片区", "清溪这边的园区叫啥"]),
        # a topic put first is that of all
        ("创新券这块，清溪怎么发，市里又打算搭什么体系", ["创新券,清溪怎么发", "岚州：创新券，市里又打算搭什么体系"]),
        # who runs a body is looked up, and then what is asked of it
        ("清溪白鹭氢能研究院的依托单位，到2025年要有多少人", ["清溪白鹭氢能研究院的依托单位是哪家", "清溪：这家单位到2025年要有多少人"]),
        ("清溪白鹭氢能研究院的依托单位定了吗", ["清溪白鹭氢能研究院的依托单位定了吗"]),
        # figures are told together, and so is what is asked on without a body
        ("岚州高企目标多少，清溪多少", ["岚州高企目标多少，清溪多少"]),
        ("清溪怎么培育高企，还有什么奖励", ["清溪怎么培育高企，还有什么奖励"]),
    ],
)
def test_a_turn_is_parted_where_it_asks_of_another_place_or_body(parted, turn, parts):
    assert parted.parts(turn) == parts


def test_each_of_two_places_is_told_its_own(ask):
    answer = ask("氢能：市里想搞什么船的示范，清溪靠哪家研究院").answer
    assert "氢燃料电池船舶" in answer and "白鹭氢能研究院" in answer


def test_which_counties_have_a_thing_is_told_by_document(ask):
    answer = ask("云海研发服务平台的驿站，岚州下面有哪两个县在用").answer
    assert "《清溪县科技创新规划》提到了“驿站”：" in answer and "石屏驿站" in answer and "《岚州市" not in answer


def test_who_else_says_a_thing_leaves_out_those_set_aside(ask):
    answer = ask("产业导师这种制度，除了清溪还有谁的文件也提到").answer
    assert "《岚州市科技创新规划》提到了“产业导师”：" in answer and "《清溪县" not in answer and "《石屏县" not in answer


def test_who_else_says_a_thing_is_refused_where_nobody_does(ask):
    assert ask("除了清溪，还有谁的文件提到元宇宙").refusal.text == "资料没有提到“元宇宙”。"
    only = ask("技术经理人，除了石屏还有哪些地方提到")
    assert only.abstained and "没有提到“技术经理人”" in only.answer and "《石屏县科技创新规划》提到了" in only.answer


@pytest.mark.parametrize("asked", ["岚州愿景最远写到哪一年，到那时要成为什么", "岚州的眼光看到了哪年"])
def test_how_far_a_plan_looks_is_its_last_goal(ask, asked):
    answer = ask(asked)
    assert not answer.abstained and "到2035年，建成东部沿海的海洋科技名城" in answer.answer and "600" not in answer.answer


def test_a_mark_in_a_table_is_told_by_its_note(ask):
    assert "*为2019年数据" in ask("岚州指标表里打了星的数是哪年的").answer


@pytest.mark.parametrize("asked", ["那哪个部门排第一位负责", "牵头的是谁呀", "这事儿谁牵头"])
def test_who_is_in_charge_of_what_was_told_before(ask, asked):
    answer = ask(asked, "岚州大学要怎么提升办学能力").answer
    assert "责任单位：市教育局、市科技局" in answer and "市能源局" not in answer


def test_a_question_for_the_units_in_charge_and_nothing_else():
    assert only_asks_charge("那牵头单位是哪家？") and not only_asks_charge("岚州大学归谁管")


def test_a_quoted_name_whose_parts_are_not_asked_for_is_told(ask):
    answer = ask("岚州经开区布“远航飞地”看中了哪几个城市")
    assert not answer.abstained and "广陵、宛平、朔方" in answer.answer


def test_things_counted_off_answer_how_many_there_are(ask):
    answer = ask("云湾科创走廊规划了几个产业园")
    assert not answer.abstained and "风机产业园、电缆产业园、船舶产业园、电机产业园" in answer.answer


def test_what_came_true_is_not_what_was_planned(ask):
    assert ask("清溪到25年底高企真正到了多少家，达没达标").abstained


def test_an_english_count_finds_the_sentence_that_counts_as_many(ask):
    answer = ask("Which three science and technology highlands does 岚州 want to build?").answer
    assert "风电装备、海水淡化、船用电机三大科创高地" in answer
    assert counts_in("the six-in-one positioning") == ("六", "6") and counts_in("its five-year plan") == ()


def test_parts_that_run_on_before_a_term_are_its_parts(ask):
    assert "一人一策一台账" in ask("石屏服务机制的“三个一”是哪三个").answer
    assert ask("石屏的“两个全”是哪两个").abstained


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("在石屏试验场做第四次试验怎么收费", "50%"),
        ("岚州2025年高企阶段目标定了多少家", "600"),
    ],
)
def test_words_that_frame_and_ways_of_charging_refuse_nothing(ask, asked, told):
    answer = ask(asked)
    assert not answer.abstained and told in answer.answer


def test_whom_the_asker_deals_with_is_not_the_place_asked_about(ask):
    bought = ask("石屏的厂买了上海一所大学的技术，能补多少").answer
    assert "15%" in bought and "没有上海的规划" not in bought


def test_a_county_and_the_level_above_it_are_both_searched(plans, small_index):
    assistant = Assistant(plans, small_index.embedder)
    regions = assistant.retriever.retrieve("产业导师制度，清溪和市里各怎么提的").regions
    assert regions == ("清溪县", "岚州市")
    assert assistant.retriever.retrieve("产业导师制度，市里的清溪怎么提的").regions == ("清溪县",)
