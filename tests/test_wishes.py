"""What an enterprise that tells of itself wants of support, and who wants none."""

from datetime import date

import pytest

from answer.wishes import wished_kinds
from facts.profile import read_profile

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我们是做阀门的规上企业，想申请研发补助", {"rd_subsidy"}),
        ("初创公司，成立一年，5个人，想找场地", {"land_energy", "platform_certification"}),
        ("我们是科技型中小企业，没房没地，想跟银行借点钱，有门路吗", {"loan_risk_pool", "interest_subsidy"}),
        ("我们公司做小家电，200人，专利被人仿了，想维权", {"ip_service"}),
    ],
)
def test_the_kinds_of_support_that_are_wanted(text, kinds):
    assert wished_kinds(text, read_profile(text, TODAY)) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "我们厂做模具，想找院所一起攻关，规划里列了哪些单位？",  # asks for names
        "想申请研发补助，有什么要求",  # tells nothing of itself
        "我们是规上企业，2025年全市研发强度目标是多少？",  # asks for a figure
        "我们是做阀门的规上企业。",  # wants nothing
        "高校院所闲着的专利，规划打算怎么让小企业用上？",  # of others
    ],
)
def test_who_wants_no_support(text):
    assert not wished_kinds(text, read_profile(text, TODAY))
