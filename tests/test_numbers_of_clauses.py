"""Figures that one sentence tells together, and what is computed of them: an amount for each, shares of parts, wholes, the year before."""

from datetime import date

import pytest

PLAN = """云溪市科技创新“十四五”规划

一、发展基础

2020年，科技信用贷为80家企业发放3.2亿元贷款，安排技术改造补助资金900万元，兑付服务券260万元，同比增长30%。

2020年，全市共认定企业研究开发中心240家，其中国家级6家、省级54家、云溪级180家，建有院士工作站12家。

2020年，全市拥有研发机构的规上工业企业450家，占规上工业企业75%。

2020年，数字产业增加值达42亿元，占地区生产总值比重5.6%。

2020年，全市引进孵化企业30家，实现技术交易额6亿元。

2020年，300家企业享受加计扣除政策减免所得税2.1亿元，90家高新技术企业享受优惠税率减免所得税1.4亿元。

2020年，中试基地两年间承接中试项目37项，其中21项转入量产。推行揭榜制，五年累计发榜73项，揭榜成功58项，带动投入9亿元。

二、发展目标

到2025年，设备制造业产值达到300亿元，生物制药业产值达到120亿元。
"""
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(small_index):
    info = small_index.info("yun", "云溪市科技创新“十四五”规划", region="云溪市", period="2021-2025", level="city")
    return small_index.assistant({info: PLAN})


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        ("云溪科技信用贷平均每家企业发放多少", "3.2亿元÷80家=400万元"),
        ("云溪中试基地接的中试项目里真正量产的占几成", "21项÷37项≈56.8%"),
        ("云溪揭榜制五年的成功率大概多少", "58项÷73项≈79.5%"),
        ("云溪放出去的那个科技信用贷，平均一家厂能贷到多少", "3.2亿元÷80家=400万元"),
        ("云溪的高新企业都少交了所得税，平均到一家头上省了多少", "1.4亿元÷90家≈156万元"),
        ("云溪科技信用贷一家企业平均贷到多少钱", "3.2亿元÷80家=400万元"),
        ("云溪高企享受优惠税率减免的所得税，户均多少", "1.4亿元÷90家≈156万元"),
        ("云溪企业研究开发中心里省级的占几成", "54家÷240家=22.5%"),
        ("云溪企业研究开发中心，云溪本级认定的占多少比例", "180家÷240家=75%"),
        ("云溪国家级和省级的企业研究开发中心一共多少家", "6家+54家=60家"),
        ("云溪企业研究开发中心里，省级的比国家级的多多少家", "54家-6家=48家"),
        ("云溪规上工业企业总共大概多少家", "450家÷75%=600家"),
        ("云溪数字产业增加值42亿，按占GDP的比重倒推GDP多少", "42亿元÷5.6%=750亿元"),
        ("云溪服务券兑付前一年是多少", "260万元÷(1+30%)=200万元"),
        ("云溪2020年两项减免所得税的优惠加起来多少亿", "2.1亿元+1.4亿元=3.5亿元"),
    ],
)
def test_figures_of_one_sentence_are_computed_with(assistant, question, formula):
    answer = assistant.ask(question, [], DAY)
    assert f"（{formula}）" in answer.answer, answer.answer
    assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]


@pytest.mark.parametrize(
    "question",
    [
        "云溪技术改造补助资金平均每家企业拿多少",  # the sentence counts whom the loans went to
        "云溪服务券平均一家企业兑付多少钱",
        "云溪孵化企业平均每家实现多少技术交易额",  # told beside each other, not of each other
        "云溪科技信用贷平均每家企业减免所得税多少",
        "云溪设备制造业和生物制药业2023年产值加起来多少",  # of another year
    ],
)
def test_figures_that_do_not_belong_together_are_left_apart(assistant, question):
    answer = assistant.ask(question, [], DAY)
    assert not any(mark in answer.answer for mark in "÷=≈"), answer.answer
