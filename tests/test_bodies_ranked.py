"""Questions about all parks or institutes of a plan: the largest few, the gap, the total, a share of it, two side by side."""

from datetime import date

import pytest

from answer.body_columns import Column, meant
from facts.fact import Fact, Span

PLAN = """云溪市科技创新“十四五”规划

一、空间布局

表1 高新区各分园情况

| 分园 | 规划面积（平方公里） | 主导产业 |
|---|---|---|
| 东岭分园 | 24.5 | 光学仪器 |
| 南塘分园 | 8 | 食品加工 |
| 西坞分园 | 31 | 纺织机械 |
| 北桥分园 | 16.5 | 船舶配套 |

二、平台建设

表2 研究院建设目标

| 研究院 | 2025年研究人员（名） | 2025年仪器设备原值（万元） | 2025年研发经费（万元） | 2025年开展研究项目（项） |
|---|---|---|---|---|
| 云溪纺织研究院 | 40 | 3000 | 600 | 60 |
| 云溪水产研究院 | 25 | 12000 | 400 | 85 |
| 云溪陶瓷研究院 | 20-30 | 800 | 500 | 30 |
"""
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(small_index):
    info = small_index.info("yun", "云溪市科技创新“十四五”规划", region="云溪市", period="2021-2025", level="city")
    return small_index.assistant({info: PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("高新区四个分园面积加总多少平方公里", ["24.5平方公里+8平方公里+31平方公里+16.5平方公里=80平方公里"]),
        ("面积最大的两个分园是哪几个", ["最大的：西坞分园31平方公里，东岭分园24.5平方公里["]),
        ("各分园中规划面积垫底的两个", ["最低的：南塘分园8平方公里，北桥分园16.5平方公里["]),
        ("哪个分园地最大，第二名差多少", ["31平方公里-24.5平方公里=6.5平方公里"]),
        ("西坞分园占各分园总面积的几成", ["31平方公里÷80平方公里=38.75%"]),
        ("云溪的研究院到2025年哪家研究人员最多，设备最值钱的是哪家", ["最多的：云溪纺织研究院40名", "最高的：云溪水产研究院12000万元"]),
        ("云溪的研究院2025年谁的设备原值最高，谁累计项目定得最少", ["原值最高的：云溪水产研究院", "项目最少的：云溪陶瓷研究院30项"]),
        ("云溪纺织研究院和水产的研究院2025年课题谁多，多几项", ["85项-60项=25项"]),
    ],
)
def test_bodies_of_a_kind_are_set_side_by_side(assistant, question, told):
    answer = assistant.ask(question, [], DAY)
    assert all(one in answer.answer for one in told), answer.answer
    assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]


def test_a_clause_on_another_thing_is_not_answered_by_the_first(assistant):
    told = assistant.ask("云溪的研究院2025年谁的设备原值最高，谁发的论文最少", [], DAY).answer
    assert "最少的" not in told


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("高新区六个分园面积加总多少平方公里", "80平方公里"),  # there are four
        ("云溪各研究院2025年研究人员一共多少名", "+"),  # one is told as a range
        ("哪个分园产值最大", "平方公里["),
    ],
)
def test_what_the_rows_do_not_tell_is_not_computed(assistant, question, wrong):
    assert wrong not in assistant.ask(question, [], DAY).answer


def column(name: str, unit: str) -> Column:
    fact = Fact("jia", "甲市", name, name, 2025, "20", None, unit, "", "target", "东山园", "", (Span(0, 2),))
    return Column(name, (fact,))


def test_a_column_is_meant_by_its_name_or_plainly_by_its_unit():
    columns = [column("占地面积", "平方公里"), column("从业人员", "人"), column("总投资", "亿元")]
    assert meant(columns, "哪个园地最大") is columns[0]
    assert meant(columns, "哪个园从业人员最多") is columns[1]
    assert meant(columns, "哪个园的博士人最多") is None  # something narrower
    assert meant(columns, "哪个园出口最多") is None
