"""Conditions, windows and limits that stand in another part of a notice than the sum, and whose part they are of."""

import pytest

from facts.parts import meant, parts_in
from tests.test_notice_layouts import matched, measures_of

BY_NAME = """岚屿市海洋装备资金管理细则

第一章 总则
第一条 本细则所称海洋装备企业，是指从事船用设备研发制造的企业。

第二章 支持条件
第二条 申请设备更新补助的，设备投资额不低于200万元，自备案之日起18个月内竣工。
第三条 申请贷款贴息的，贷款合同应当于2025年1月1日以后签订。流动资金贷款不予贴息。
第四条 申请稳产奖励的，应当为规模以上工业企业，且上年度利润总额为正。

第三章 支持标准
第五条 设备更新补助。按设备投资额的10%给予补助，最高100万元。
第六条 贷款贴息。按实际支付利息的30%给予贴息，最高20万元。
第七条 稳产奖励。上年度产值增速10%以上的，奖励10万元。

第四章 申报
第八条 2026年度分两批申报：设备更新补助、贷款贴息申报时间为2026年3月1日至4月10日；其余项目申报时间为2026年5月6日至6月30日。逾期不予受理。
"""
ASKED = """岚屿市外贸扶持指南（问答版）

一、怎么支持
问1：出口信用保险补多少？
答：投保出口信用保险的企业，按实缴保费的50%补助，最高30万元。申报企业2025年度出口额应当不低于100万美元。
问2：境外商标有没有补助？
答：取得境外商标注册的企业，每件补助0.5万元。

二、申报时间
问3：什么时候报？
答：分两个时段。问1为2026年3月2日至3月31日；问2为2026年9月1日至9月30日。
"""
JOINED = """岚屿市工业若干意见

一、做大企业
（一）支持上规模。工业企业年营业收入首次突破5亿元、20亿元的，分别给予30万元、80万元奖励；首次纳入规模以上工业统计的企业，给予10万元奖励。
（二）支持创新。规模以上工业企业研发费用占营业收入比重3%以上的，按增长额的10%给予补助；首次认定的国家高新技术企业奖励20万元。
（三）支持服务。服务本市企业20家以上的检测机构，奖励15万元。

二、保障措施
（四）申报主体。除第（三）条外，申报主体应为制造业企业。
"""


def of(text: str, words: str) -> list[str]:
    return [item.reading for one in measures_of(text) if words in one.text for item in one.conditions if item.kind != "exclusion"]


def test_what_is_asked_for_by_name_is_asked_of_the_sum_with_that_title() -> None:
    assert {"设备投资额不低于200万元", "自备案之日起18个月内竣工"} <= set(of(BY_NAME, "按设备投资额的10%"))
    assert not any("竣工" in item or "利润" in item for item in of(BY_NAME, "实际支付利息"))


@pytest.mark.parametrize(("scale", "group"), [("规上", "applies"), ("规下", "not_met")])
def test_a_condition_elsewhere_decides(scale: str, group: str) -> None:
    told = f"岚屿市做船用设备的{scale}企业，2025年产值1.2亿，2024年1亿，去年利润300万"
    assert (matched(BY_NAME, "产值增速", told).group == "not_met") == (group == "not_met")


def test_what_is_barred_for_one_sum_bars_no_other() -> None:
    barred = {one.text[:4]: [item.reading for item in one.conditions if item.kind == "exclusion"] for one in measures_of(BY_NAME)}
    assert barred["按实际支"] == ["流动资金贷款"]
    assert barred["按设备投"] == []


def test_windows_go_by_the_titles_and_the_questions_they_name() -> None:
    closes = {one.text[:4]: one.closes for text in (BY_NAME, ASKED) for one in measures_of(text)}
    assert (closes["按设备投"], closes["上年度产"]) == ("2026-04-10", "2026-06-30")
    assert (closes["投保出口"], closes["取得境外"]) == ("2026-03-31", "2026-09-30")


def test_a_rule_in_an_answer_that_pays_is_of_that_answer() -> None:
    assert any("100万美元" in item for item in of(ASKED, "实缴保费"))
    assert not any("100万美元" in item for item in of(ASKED, "境外商标"))


def test_a_clause_that_names_another_whom_it_pays_is_a_measure_of_its_own() -> None:
    texts = [one.text for one in measures_of(JOINED)]
    assert any(text.startswith("首次纳入") for text in texts)
    assert any(text.startswith("首次认定") for text in texts)
    assert matched(JOINED, "比重3%", "岚屿市工业企业，规上，2025年营收10亿，研发费用1500万，前年1200万").group == "not_met"


def test_numbered_parts_are_referred_to_as_articles() -> None:
    assert not any("制造业企业" in item for item in of(JOINED, "检测机构"))
    assert any("制造业企业" in item for item in of(JOINED, "首次突破"))
    assert parts_in("问4至问6、第（八）（九）条") == {"问4", "问5", "问6", "条8", "条9"}
    assert not meant("除第（八）条外，应为制造业企业", "第（八）条")


def test_what_one_denies_of_oneself_is_so_whomever_one_serves() -> None:
    told = "岚屿市的检测公司，专门服务制造企业，我们不是制造业，2025年营业收入首次突破5亿元"
    assert matched(JOINED, "首次突破", told).group == "not_met"
