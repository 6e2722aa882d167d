"""What is asked of nearly everybody keeps a measure from nobody, and days that a clause names are no end of a document."""

from datetime import date

import pytest

from facts.match import match_profile
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

INFO = DocumentInfo("notice", "notice", "notice", "澄湾市", "", "", "", "", "", "", "final", "", "")
HEAD = "澄湾市促进产业发展若干措施\n\n"


def group_of(text, told):
    parsed = parse_document(HEAD + text)
    measures = extract_measures(INFO, chunk_document("notice", parsed), parsed.text)
    return match_profile(read_profile(told, date(2026, 5, 10)), measures, ("澄湾市",)).matches[0].group


@pytest.mark.parametrize("heads", ["及其法定代表人", "及其实际控制人、主要负责人"])
def test_the_good_standing_of_those_who_head_a_firm_is_confirmed_when_applying(heads):
    text = f"第一条　申报单位{heads}未被列入严重失信主体名单。\n第二条　对获评省级绿色工厂的企业，给予20万元奖励。"
    assert group_of(text, "我们是水泥厂，去年获评省级绿色工厂") == "applies"


def test_a_certificate_that_must_run_on_ends_no_document():
    text = (
        "第一条　对获评省级绿色工厂的企业，给予20万元奖励。\n"
        "第二条　2025年1月1日以后从市外迁入，且证书剩余有效期一年以上的企业，奖励15万元。"
    )
    assert group_of(text, "我们是水泥厂，去年获评省级绿色工厂") == "applies"


def test_one_of_the_lines_that_a_wider_word_means_is_of_it():
    text = "第一条　对从事数字经济的企业，给予20万元奖励。"
    assert group_of(text.replace("从事数字经济的企业", "新设立的数字经济企业"), "我们是今年3月新设立的软件公司") != "not_met"


@pytest.mark.parametrize(("told", "group"), [("2025年9月从外省迁来注册的水泥厂", "not_met"), ("2019年在本市注册的水泥厂", "applies")])
def test_a_day_of_registration_is_asked(told, group):
    text = "第一条　申报单位应于2025年6月30日前在澄湾市登记注册。\n第二条　对获评省级绿色工厂的企业，给予20万元奖励。"
    assert group_of(text, f"我们是{told}，去年获评省级绿色工厂") == group


def test_a_review_that_was_passed_is_over():
    text = "第一条　小微企业委托外方开展能耗诊断，诊断报告通过市水务局评审的，给予3万元补助。"
    told = "我们是20人的小厂，去年请人做了能耗诊断，报告通过了市水务局的评审"
    assert group_of(text, told) == "applies"
    assert group_of(text, told.replace("报告通过了市水务局的评审", "报告还在市水务局评审")) != "applies"
