"""An item of a list of what gets nothing is never told without the words that say so."""

from datetime import date

import pytest

NOTICE = """澄湾市支持企业发展若干措施

第一条 对研发费用占比3%以上的企业，给予20万元奖励。
第二条 有下列情形之一的，不予支持：
（一）从事房地产开发的企业；
（二）上年度欠缴社会保险费的企业。
第三条 下列费用不予补助：1.车辆购置费；2.土地出让金。

四、下列项目不予受理
1. 已竣工满三年的厂房改造项目
2. 未取得备案的光伏发电项目
"""


@pytest.fixture(scope="module")
def assistant(small_index):
    return small_index.assistant({small_index.info("n", "澄湾市支持企业发展若干措施", region="澄湾市", level="city"): NOTICE})


@pytest.mark.parametrize(
    ("question", "item", "opening"),
    [
        ("做房地产开发的能申报吗", "房地产开发", "不予支持"),
        ("欠缴社会保险费的企业有支持吗", "欠缴社会保险费", "不予支持"),
        ("土地出让金能不能补", "土地出让金", "不予补助"),
        ("光伏发电项目没备案能报吗", "光伏发电", "不予受理"),
    ],
)
def test_what_gets_nothing_is_told_to_get_nothing(assistant, question, item, opening):
    answer = assistant.ask(question, (), date(2026, 11, 20))
    told = answer.answer.replace(" ", "")
    assert item not in told or opening in told[: told.index(item)]
    assert item in told
    assert all(check.ok for check in answer.checks)
