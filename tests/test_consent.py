"""Who describes an enterprise of their own is noticed; who asks about plans is not taken for one."""

import pytest

from answer.consent import describes_itself

OWN = [
    "我公司年营收5000万元，研发占比4%，在余姚能享受什么补贴？",
    "我们厂120人，能申报什么？",
    "咱企业去年销售额三千万，研发投了一百多万",
    "本公司是高新技术企业，有发明专利8件",
    "公司成立于2015年，主营磁性材料，想搬到慈溪",
    "我们是做模具的，没有研发，有补贴吗",
    "一家员工80人、营收2亿元的制造企业，能享受哪些政策？",
    "某企业研发费用占比6%，有什么支持？",
    "这家公司营收1.2亿，能拿多少",
    "我单位有职工三十余人，做软件",
    "企业现有员工50人，注册在江北",
    "We are a small manufacturer with 80 employees, what can we get?",
    "Our company spends 5% of revenue on R&D",
    "A firm with 200 staff and 30 million yuan revenue wants support",
    "My startup was founded in 2021",
]
OTHERS = [
    "余姚市2025年研发投入强度目标是多少？",
    "江北区制造业企业没有研发投入能享受补贴吗？",
    "宁波2025年高新技术企业要达到多少家？",
    "企业研发费用占营业收入比重高于5%有什么优先政策？",
    "慈溪规上工业企业研发费用占比目标",
    "哪些单位负责科技金融？",
    "Can a manufacturer in Jiangbei without R&D spending get subsidies?",
    "How many high-tech enterprises does Ningbo plan to have by 2025?",
    "那慈溪呢？",
]


@pytest.mark.parametrize("turn", OWN)
def test_an_enterprise_of_ones_own_is_noticed(turn):
    assert describes_itself([turn])
    assert describes_itself([turn, "那慈溪呢？"])


@pytest.mark.parametrize("turn", OTHERS)
def test_a_question_about_plans_is_no_description(turn):
    assert not describes_itself([turn])


def test_nobody_describes_nothing():
    assert not describes_itself([])
