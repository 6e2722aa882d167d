"""Matches of one document -> what an enterprise gets a year in all, with the document's cap."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from facts.matched import Group, Match
from facts.measure import Condition, Measure
from facts.named_kinds import one_of
from facts.profile import read_profile
from facts.totals import totals
from facts.worth import Worth

CAP = "同一企业同一年度享受本政策奖补资金总额最高不超过100万元，上市奖励除外。"
NOTES = (Condition(CAP, 0, len(CAP), "general", CAP),)


def match(name: str, value: str, group: Group = "applies", unit: str = "万元") -> Match:
    measure = Measure("doc", "甲市", name, "reward", "奖励", True, name, 0, len(name), "doc#p1", year_cap="100", notes=NOTES)
    return Match(measure, group, (), Worth("", value, unit, ""))


def test_sums_of_a_document_are_added_up_to_its_cap() -> None:
    total = totals([match("设备更新补助", "80"), match("参展补贴", "30")])[0]
    assert (total.formula, total.value, total.capped) == ("80万元+30万元=110万元", Decimal(100), True)
    assert total.note == NOTES[0]
    assert total.words.endswith("同一企业年度最高100万元，以上限为准")


def test_what_the_cap_leaves_out_is_not_added() -> None:
    assert totals([match("上市奖励", "300"), match("参展补贴", "30")]) == ()


def test_open_matches_and_monthly_sums_are_not_added() -> None:
    assert totals([match("设备更新补助", "80"), match("参展补贴", "30", "conditional"), match("房租补贴", "1", unit="万元/月")]) == ()


def test_one_recognition_counts_once_where_the_higher_holds() -> None:
    once = Condition("同一事项按就高不重复原则执行", 0, 15, "general", "")
    found = [match("高新技术企业认定奖励", "20"), match("高新技术企业首次认定奖励", "30"), match("参展补贴", "5")]
    found = [Match(_with(item.measure, once), item.group, (), item.worth) for item in found]
    assert totals(found)[0].value == 5 + 30


def _with(measure: Measure, note: Condition) -> Measure:
    return replace(measure, notes=(*measure.notes, note))


def test_kinds_that_an_exclusion_names_are_those_that_one_says_to_be() -> None:
    today = date(2027, 3, 1)
    assert one_of(read_profile("我是县里的个体户，开饭店的", today), "个体工商户")
    assert one_of(read_profile("区里的房地产开发公司，去年上规", today), "房地产企业、金融企业")
    assert not one_of(read_profile("做阀门的公司，给房地产企业供货", today), "房地产企业、金融企业")
