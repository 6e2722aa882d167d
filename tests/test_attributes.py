"""The kind of fact a question wants, which content questions must not be taken for, and whether a text states one."""

import pytest

from facts.attributes import load_attributes, wanted


def names(question: str) -> list[str]:
    return [attribute.name for attribute in wanted(question)]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("科技局电话是多少", "联系方式"),
        ("What is the phone number?", "联系方式"),
        ("申报网站是哪个", "网址"),
        ("在哪个网站上填", "网址"),
        ("创新券什么时候截止", "申报时间"),
        ("科技局局长是谁", "人员姓名"),
        ("办公地址在哪", "地址"),
        ("申报需要哪些材料", "申报材料"),
        ("高企认定奖励多少钱", "金额"),
        ("最高能拿几Ｗ", "金额"),
        ("设备补助比例是几成", "比例"),
        ("孵化器房租多少", "租金"),
        ("What is the rent?", "租金"),
        ("园区占地多少亩", "面积"),
        ("项目总投资多少", "总投资"),
        ("2025年ＧＤＰ多少", "全国或地区生产总值"),
        ("地区生产总值是多少", "全国或地区生产总值"),
        ("为什么要在园区里建孵化器", "目的"),
        ("为什么去年没有完成", "原因或变法"),
    ],
)
def test_what_a_question_asks_for(question, kind):
    assert kind in names(question)


@pytest.mark.parametrize(
    "question",
    [
        "高企目标多少家",
        "研发强度目标是多少",
        "研发经费占地区生产总值的比重是多少",
        "研发经费占GDP多少",
        "如何链接全球创新资源",
        "What is the current target of different talents?",
        "新材料产业有哪些方向",
        "奖励高企多少家",
        "微信小程序产业怎么发展",
        "乡镇工坊的房租怎么照顾",  # what is done for it, not how much it is
        "",
    ],
)
def test_questions_about_content_ask_for_none(question):
    assert names(question) == []


@pytest.mark.parametrize(
    ("kind", "text", "stated"),
    [
        ("联系方式", "电话：0574-87654321", True),
        ("目的", "在园区里建孵化器，破解小厂分散的难题", True),
        ("目的", "加快在园区里建孵化器", False),
        ("联系方式", "到2025年达到600家", False),
        ("网址", "详见 www.example.gov.cn", True),
        ("申报时间", "每年3月1日前申报", True),
        ("金额", "给予一次性奖励20 万元", True),
        ("金额", "最高奖励１００万元", True),
        ("金额", "产值突破500亿元", False),
        ("金额", "给予奖励", False),
        ("金额", "境外上市累计奖励 300 万元", True),
        ("金额", "五年来累计奖励300万元", False),
        ("比例", "按投入的10%给予补助", True),
        ("比例", "研发强度达到10%", False),
        ("面积", "规划面积10平方公里", True),
        ("总投资", "总投资20亿元", True),
        ("全国或地区生产总值", "地区生产总值突破1000亿元", True),
        ("全国或地区生产总值", "R&D经费支出占GDP比重达到3.8%", False),
        ("全国或地区生产总值", "研发经费占地区生产总值比重达到3.8%", False),
        ("人员姓名", "局长张三", False),  # plans name nobody
    ],
)
def test_what_a_text_states(kind, text, stated):
    (attribute,) = [one for one in load_attributes() if one.name == kind]
    assert attribute.stated_in(text) is stated


def test_every_kind_has_a_name_of_its_own():
    found = [attribute.name for attribute in load_attributes()]
    assert found and len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("科技贷年利率几个点", "利率"),
        ("贷款贴息能贴几年", "年限"),
        ("我们能不能评上高企", "认定条件"),
        ("入驻要什么条件", "认定条件"),
        ("How do we apply for the voucher?", "办理流程"),
        ("这个项目通过率高不高", "通过比例或竞争情况"),
        ("科技大市场周末开门吗", "营业时间"),
        ("检测费多少", "收费"),
        ("今年有多少个名额", "名额"),
        ("是哪家公司来建", "建设或投资单位"),
        ("小镇什么时候开园", "建成或启用时间"),
        ("二期什么时候动工", "开工时间"),
        ("定稿比征求意见稿改了哪几条", "两个版本的差别"),
        ("光电小镇2020年产值是多少", "产值或营收"),
        ("高新区2020年税收收入是多少亿", "税收或利润"),
    ],
)
def test_kinds_that_plans_seldom_state(question, kind):
    assert kind in names(question)


def test_totals_do_not_say_what_one_enterprise_gets():
    (amount,) = [one for one in load_attributes() if one.name == "金额"]
    text = "2020年共下达研发投入后补助资金1680万元，有147家企业享受所得税减免5.56亿元"
    assert not amount.stated_in(text, "评上高企一次性奖励多少钱")
    assert amount.stated_in(text, "2020年共发放补助多少钱")
    assert amount.stated_in(text + "。对首次认定的给予20万元奖励", "评上高企一次性奖励多少钱")
