"""Grounds of exclusions that a profile tells by name, does for the first time, or is fined for, and the year in which something was got."""

from datetime import date

import pytest

from facts.judged_exclusions import deeds_of
from facts.judging import Judge
from facts.match import match_profile
from facts.measures import extract_measures
from facts.named_grounds import names_of
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TITLE, PLACE = "禾原市促进产业发展若干措施", "禾原市"
TODAY = date(2026, 11, 20)


def group(body: str, told: str) -> str:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    values = dict.fromkeys(("level", "parent", "issuer", "number", "date", "period", "source", "sha256"), "")
    info = DocumentInfo(id="made", title=TITLE, file="made.txt", region=PLACE, status="final", **values)
    measures = extract_measures(info, chunk_document("made", parsed), parsed.text)
    return match_profile(read_profile(told, TODAY), measures, [PLACE]).matches[0].group


CAPITAL = "对实缴资本2000万元以上的企业，按实缴资本的1%给予奖励。"
SPLIT = CAPITAL + "本市企业分立、更名的除外。"
TRADES = CAPITAL + "房地产业、金融业、娱乐业以及烟草制品批发企业除外。"
GRADES = "对上年度营业收入2000万元以上的企业，给予20万元奖励。D类企业除外。"
DRUGS = "对完成Ⅲ期临床试验的新药，给予200万元奖励。仿制药不适用。"
SHOPS = "对新获评省级智能工厂的企业，给予50万元奖励。智能车间不适用本条。"
LOANS = "对首次取得银行流动资金贷款的小微企业，按贷款额的1%给予补贴。此前有过银行贷款记录的不予补贴。"
FINES = "对获得省级绿色工厂称号的企业，给予20万元奖励。近三年内发生较大以上生产安全事故、受到生态环境部门10万元以上罚款的企业，不予奖励。"
KIN = "对经认定登记的技术开发合同，按技术交易额的2%给予补助。关联企业之间的合同除外。"


@pytest.mark.parametrize(
    ("body", "told", "outcome"),
    [
        (SPLIT, "实缴资本3000万,是市里一家老企业分立出来的。", "not_met"),
        (SPLIT, "实缴资本3000万,从零开始办的。", "applies"),
        (TRADES, "今年新开的典当公司,属金融业,实缴资本3000万。", "not_met"),
        (GRADES, "去年营收8000万,评的D类。", "not_met"),
        (GRADES, "去年营收8000万,评的A类。", "applies"),
        (DRUGS, "做仿制药的,完成了Ⅲ期临床试验。", "not_met"),
        (SHOPS, "今年新评上省级智能工厂。", "applies"),
        (LOANS, "小微企业,以前从没跟银行贷过,今年第一次贷了300万流动资金贷款。", "applies"),
        (LOANS, "小微企业,今年贷了300万流动资金贷款,之前有没有贷过不清楚。", "conditional"),
        (FINES, "我们是省级绿色工厂,前年环保罚过一次,3万块。", "applies"),
        (FINES, "我们是省级绿色工厂,前年环保罚过一次,30万块。", "not_met"),
        (FINES, "我们是省级绿色工厂,前年被环保部门罚过,罚了多少得找单子。", "conditional"),
        (FINES, "我们是省级绿色工厂,2019年出过一次较大事故。", "applies"),
        (FINES, "我们是省级绿色工厂,这几年没出过事故,环保也没被罚过。", "applies"),
        (KIN, "技术开发合同认定登记了,交易额500万,对方跟我们有没有股权关系没去查。", "conditional"),
    ],
)
def test_what_a_profile_says_of_a_ground_decides(body: str, told: str, outcome: str) -> None:
    assert group(body, told) == outcome


def test_a_list_with_more_than_names_is_no_list_of_names() -> None:
    assert names_of("本人或者配偶已享受公租房的") == []
    assert names_of("区内企业分立、更名新设的") == ["分立", "更名"]


def test_the_time_of_joined_deeds_holds_for_each() -> None:
    assert deeds_of("近两年内发生较大事故、被列入失信名单的") == ["近两年内发生较大事故", "近两年内被列入失信名单的"]


@pytest.mark.parametrize(
    ("words", "told", "outcome"),
    [
        ("上年度被认定为国内首台（套）、省内首台（套）装备", "我们研制的设备今年3月认定为省内首台套", "not_met"),
        ("上年度被认定为国内首台（套）、省内首台（套）装备", "我们研制的设备去年认定为省内首台套", "met"),
        ("上年度被认定为国内首台（套）、省内首台（套）装备", "设备认定为省内首台套了,哪一年公布的我得去问问", "unknown"),
        ("标准于2025年度正式发布", "我们牵头的国家标准去年6月发布的", "met"),
        ("标准于2025年度正式发布", "我们牵头的国家标准今年2月才发布", "not_met"),
        ("2026年首次纳入规模以上工业统计库的企业", "2025年10月第一次入的规上库", "not_met"),
        ("新认定的国家级、省级农业产业化龙头企业", "今年新认定的市级农业产业化龙头企业", "not_met"),
    ],
)
def test_the_year_and_the_grade_of_a_recognition_are_asked(words: str, told: str, outcome: str) -> None:
    assert Judge(read_profile(told, TODAY), {}, words).verdict(words, words) == outcome
