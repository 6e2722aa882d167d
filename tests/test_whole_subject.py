"""All that stands between whom a measure is for and what is given is asked, and grounds of an exclusion keep their whole kinds."""

from datetime import date

import pytest

from facts.match import match_profile
from facts.profile import read_profile
from tests.test_scope_of_conditions import measures_of

HEAD = "澄湾市促进产业发展若干措施\n\n"


def read(text, kind="clause"):
    return [[item.reading for item in measure.conditions if item.kind == kind] for measure in measures_of(HEAD + text)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "对从事远洋捕捞的渔业企业，持有捕捞许可证3年以上、自有渔船5艘以上的船东和合作社，给予10万元奖励。",
            ["持有捕捞许可证3年以上", "自有渔船5艘以上"],
        ),
        ("对陶瓷企业实施的窑炉改造项目，窑炉投资额达到90万元以上的，按投资额的6%给予补助。", ["窑炉投资额达到90万元以上"]),
        (
            "对典当行为本市商户提供的单笔借款200万元以下、年化费率不超过8%的业务，按借款额的1%给予补助。",
            ["年化费率不超过8%的业务"],
        ),
        (
            "在本市登记的行业商会，每年组织会员培训，参训企业超过40家的，按实际支出的30%补助。",
            ["参训企业超过40家"],
        ),
        ("自建或者租赁冷库面积800平方米以上、运营满2年的，自建的按建设投入的10%补助；租赁的按年租金的20%补助。", ["运营满2年"]),
        ("对年度货运量首次突破80万吨的航运企业，给予20万元奖励，奖励资金由市财政承担。", ["年度货运量首次突破80万吨的航运企业"]),
    ],
)
def test_no_clause_before_the_sum_is_lost(text, asked):
    found = " ".join(read(text)[0])
    assert all(words in found for words in asked)


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("C类、D类企业除外。", ["C类、D类企业"]),
        ("盐业、渔业、客运以及典当企业除外。", ["盐业、渔业、客运以及典当企业"]),
        ("外资企业、上市公司及其控股子公司不适用本措施。", ["外资企业、上市公司及其控股子公司"]),
        ("贷款本金不超过300万元，贷款利率高于5%的部分不予贴息。", ["贷款利率高于5%的部分"]),
        ("晋级的按差额给予奖励，复审通过的不予奖励。", ["复审通过的"]),
        ("已领取采暖补助的不予发放。", ["已领取采暖补助的"]),
    ],
)
def test_grounds_are_whole(text, grounds):
    found = read("对规模以上工业企业，给予10万元奖励。" + text, "exclusion")
    assert found == [grounds]


def test_a_grade_below_those_listed_is_not_met_whatever_one_is():
    measures = measures_of(HEAD + "对评估等级为4A以上的行业协会，给予10万元奖励。")
    told = [read_profile(f"我们是行业协会，评估等级{grade}", date(2026, 5, 10)) for grade in ("3A", "4A")]
    assert [match_profile(one, measures, ("澄湾市",)).matches[0].group for one in told] == ["not_met", "applies"]
