"""Shares of an indicator told in other clauses; a whole inferred from a part and a share, whatever kind of body is named."""

from datetime import date

import pytest

PLAN = """# 禾原市科技创新“十四五”规划

## 一、发展基础

2020年，全市高新技术企业达到240家，科技型中小企业达到900家。全市规上企业研发机构达到330家，占规上企业比重55%。

政策落实有力。2020年，96家高新技术企业享受减按15%的优惠税率减免企业所得税2.4亿元，向60家企业发放“科技贷”1.2亿元。

建有禾原塑料研究院、禾原光电研究院、禾原装备研究院等研究院，到2025年研究人员分别达到30名、40名和50名。
"""
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(small_index):
    info = small_index.info("he", "禾原市科技创新“十四五”规划", region="禾原市", period="2021-2025")
    return small_index.assistant({info: PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("禾原高企里享受所得税减免的占几成", "96家÷240家=40%"),
        ("禾原规上企业研发机构330家占55%，倒推规上企业一共多少家", "330家÷55%=600家"),
        ("禾原说330家规上企业有研发机构、占五成，照这个推规上企业总共多少家", "330家÷55%=600家"),
    ],
)
def test_a_share_or_a_whole_is_reckoned(assistant, question, told):
    answer = assistant.ask(question, [], DAY)
    assert told in answer.answer
    assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]


@pytest.mark.parametrize("question", ["禾原高企里做芯片的占几成", "禾原科技型中小企业里享受所得税减免的占几成"])
def test_no_share_is_reckoned_of_what_is_not_counted(assistant, question):
    assert "÷" not in assistant.ask(question, [], DAY).answer
