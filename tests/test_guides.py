"""Guides in bulleted labels, tables of grades, and lists of policies with a window of their own: what is read, and what comes of it."""

from datetime import date

import pytest

from facts.match import match_profile
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

GUIDE = """# 松岗区2026年度工业资金申报指南

## 申报要求

1. 申报主体为在松岗区登记注册、从事制造业生产经营的企业。
2. 申报事项应发生在2026年1月1日至2026年12月31日期间，集中申报时间为2027年1月4日至2027年3月31日，逾期不再受理。

## 支持项目

### （一）企业升规奖励

- 申报条件：2026年首次纳入规模以上工业企业统计。
- 奖励标准：一次性奖励10万元。
- 责任单位：区统计局

### （二）荣誉奖励

- 申报条件：2026年新获得下表所列荣誉。
- 奖励标准：按下表执行。

| 荣誉类别 | 国家级 | 省级 | 市级 |
|---|---|---|---|
| 绿色工厂 | 30万元 | 15万元 | 5万元 |
| 工业设计中心 | 40万元 | 20万元 | 8万元 |
"""
LIST = """# 松岗市惠企政策清单

| 序号 | 政策名称 | 支持对象及条件 | 支持标准 | 责任部门 | 申报时间 |
|---|---|---|---|---|---|
| 1 | 就业补贴 | 新招用高校毕业生的企业，签订一年以上劳动合同 | 每招用1人补贴2000元 | 市人力社保局 | 2027年1月1日至6月30日 |
| 2 | 展会补助 | 参加境外展会的企业 | 按展位费的70%补助，每个展会最高4万元 | 市商务局 | 2027年1月11日至2月28日 |
"""
RULES = """松岗县科技创新若干政策

第一条　规上工业企业年度研发费用在100万元（含）至500万元、500万元（含）至1000万元、1000万元（含）以上的，
分别按研发费用的3%、4%、5%给予补助，每家企业每年最高80万元。
第二条　企业新获批国家级、省级、市级重点实验室、工程研究中心的，分别给予200万元、50万元、15万元补助。
第三条　企业新获得授权的发明专利，每件资助2万元；获得中国专利金奖、银奖的，分别奖励50万元、20万元。
第四条　奖补事项发生后，企业应于次年3月1日至5月31日提出申请，逾期视为放弃。
"""


def measures_of(text: str, title: str, region: str):
    document = DocumentInfo("a", "a.txt", title, region, "", "", "", "", "", "", "final", "", "")
    parsed = parse_document(text)
    return extract_measures(document, chunk_document("a", parsed), parsed.text)


@pytest.fixture(scope="module")
def guide():
    return measures_of(GUIDE, "松岗区2026年度工业资金申报指南", "松岗区")


@pytest.fixture(scope="module")
def rules():
    return measures_of(RULES, "松岗县科技创新若干政策", "松岗县")


def group_of(measures, text: str, day: date, words: str):
    found = match_profile(read_profile(text, day), measures, [measures[0].region]).matches
    return next(item for item in found if words in item.measure.name + item.measure.text)


def test_bulleted_labels_and_grades_are_measures(guide):
    assert [measure.name for measure in guide] == ["企业升规奖励", "绿色工厂·荣誉奖励", "工业设计中心·荣誉奖励"]
    assert guide[0].conditions[0].reading == "2026年首次纳入规模以上工业企业统计"
    assert [(amount.fixed, amount.when) for amount in guide[1].amounts] == [("30", "国家级"), ("15", "省级"), ("5", "市级")]
    assert {measure.opens for measure in guide} == {"2027-01-04"} and {measure.closes for measure in guide} == {"2027-03-31"}


def test_the_grade_of_the_thing_itself_is_paid(guide):
    told = "松岗区的家具制造企业，去年新评上省级绿色工厂和市级工业设计中心"
    assert group_of(guide, told, date(2027, 1, 20), "绿色工厂").worth.value == "15"
    assert group_of(guide, told, date(2027, 1, 20), "工业设计中心").worth.value == "8"


@pytest.mark.parametrize(("day", "group"), [(date(2027, 2, 1), "applies"), (date(2027, 4, 20), "not_met")])
def test_the_window_beside_the_rule_of_the_matter_decides(guide, day, group):
    assert group_of(guide, "松岗区的水泵厂，2026年11月首次纳入规上工业统计", day, "升规").group == group


def test_each_row_of_a_list_has_its_own_window_and_counts_persons():
    rows = measures_of(LIST, "松岗市惠企政策清单", "松岗市")
    assert [(row.opens, row.closes) for row in rows] == [("2027-01-01", "2027-06-30"), ("2027-01-11", "2027-02-28")]
    assert rows[0].amounts[0].per == "人" and rows[0].amounts[0].fixed == "2000"


@pytest.mark.parametrize(
    ("spent", "value", "formula"),
    [("320", "9.6", "320万元×3%=9.6万元"), ("620", "24.8", "620万元×4%=24.8万元"), ("1800", "80", "1800万元×5%=90万元")],
)
def test_ranges_in_order_pay_their_rates(rules, spent, value, formula):
    paid = group_of(rules, f"松岗县规上工业企业，去年研发费用{spent}万", date(2027, 4, 1), "研发费用").worth
    assert (paid.value, paid.formula) == (value, formula)


def test_grades_stand_before_the_nouns_they_are_of(rules):
    assert [amount.when for amount in rules[1].amounts] == ["国家级", "省级", "市级"]


def test_what_is_paid_for_another_gain_is_a_measure_of_its_own(rules):
    assert [measure.text[:8] for measure in rules[2:]] == ["企业新获得授权的", "获得中国专利金奖"]


@pytest.mark.parametrize(("day", "group"), [(date(2027, 4, 1), "applies"), (date(2027, 6, 10), "not_met")])
def test_the_window_of_the_year_after(rules, day, group):
    assert group_of(rules, "松岗县的阀门厂，2026年12月获得中国专利银奖", day, "金奖").group == group
