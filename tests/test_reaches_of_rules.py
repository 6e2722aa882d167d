"""What stands below one item of a notice rules that item alone: labels that come back, plain bullets below titled ones."""

from datetime import date

import pytest

from facts.barred import of_costs
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

PLACE, DAY = "禾原市", date(2026, 5, 20)
GUIDE = """禾原市产业专项申报指南

一、总体要求

（一）申报单位须为在禾原市登记注册的独立法人企业。

二、申报项目

项目1：上规奖励
（一）支持对象
市内规模以上服务业企业。
（二）申报条件
2025年度首次纳入规模以上服务业统计。
（三）支持标准
对符合条件的企业给予20万元一次性奖励。
（四）申报材料
申请表、入库证明。

项目2：孵化器奖励
（一）支持对象
市内科技企业孵化器运营机构。
（二）申报条件
2025年度新认定为省级以上科技企业孵化器。
（三）支持标准
对符合条件的机构给予50万元奖励。
（四）申报材料
认定文件复印件。
"""
RULES = """# 禾原市科技创新实施细则

## 一、支持研发

- **揭榜挂帅。**列入市级揭榜挂帅计划的项目，按项目总投入的30%资助发榜企业，最高300万元。
  - 发榜企业与揭榜单位存在关联关系的，不予资助。
- **购买技术。**企业购买高校技术成果在本市转化，技术合同已经登记的，按实际支付技术交易额的8%补助，最高60万元。

## 申报与管理

1. 企业类事项需要提交的材料：
   - 与申请事项对应的合同、发票、付款凭证。
2. 受理部门完成形式审查后，还应当组织专家评审，与申报单位有利害关系的应当回避。
"""


def read(body: str) -> list[Measure]:
    parsed = parse_document(body)
    info = DocumentInfo("made", "made.txt", body.split("\n", 1)[0].strip("# "), PLACE, "", "", "", "", "", "", "final", "", "")
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(body: str, told: str, words: str) -> Match:
    found = match_profile(read_profile(told, DAY), [one for one in read(body) if words in one.text], [PLACE])
    return found.matches[0]


def test_labels_that_come_back_below_one_title_after_another_are_of_that_title() -> None:
    asked = {measure.name: [one.text for one in measure.conditions] for measure in read(GUIDE)}
    assert list(asked) == ["项目1：上规奖励", "项目2：孵化器奖励"]
    assert "市内规模以上服务业企业" in asked["项目1：上规奖励"]
    assert "市内规模以上服务业企业" not in asked["项目2：孵化器奖励"]
    assert any("独立法人" in one for one in asked["项目2：孵化器奖励"])


def test_a_plain_bullet_is_of_the_titled_one_above_it() -> None:
    barred = {measure.name: [one.text for one in measure.conditions if one.kind == "exclusion"] for measure in read(RULES)}
    related = {name: any("关联关系" in one for one in found) for name, found in barred.items()}
    assert [held for name, held in related.items() if "揭榜" in name] == [True]
    assert [held for name, held in related.items() if "揭榜" not in name] == [False]


def test_papers_and_what_the_office_does_are_no_conditions() -> None:
    asked = [one.text for measure in read(RULES) for one in measure.conditions]
    assert not [one for one in asked if "付款凭证" in one or "专家评审" in one]


def test_who_has_done_what_is_asked_gets_it() -> None:
    told = "我们是禾原的企业，去年从大学买了一项成果在禾原转化，技术合同登记了，付了300万。"
    assert matched(RULES, told, "技术成果").group == "applies"


@pytest.mark.parametrize(("reading", "held"), [("中长期险", True), ("旧设备", True), ("融资租赁公司", False), ("房地产企业", False)])
def test_what_is_left_out_of_the_base_bars_nobody(reading: str, held: bool) -> None:
    assert of_costs(reading) is held


def test_sums_of_levels_none_of_which_is_told_are_not_promised() -> None:
    body = (
        "# 禾原市科技创新实施细则\n\n## 一、支持创新平台建设\n\n| 平台类型 | 国家级 | 省级 | 说明 |\n|---|---|---|---|\n"
        "| 企业技术中心 | 150万元 | 40万元 | 一次性拨付 |\n| 重点实验室 | 500万元 | 100万元 | 一次性拨付 |\n"
    )
    assert matched(body, "我们是禾原的企业，企业技术中心只有市级的。", "企业技术中心").group != "applies"
    assert matched(body, "我们是禾原的企业，企业技术中心去年新认定为省级。", "企业技术中心").group == "applies"
