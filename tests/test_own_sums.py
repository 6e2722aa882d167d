"""An enterprise that asks what one measure pays it: that measure alone, the limit it misses, and nothing where nothing is paid."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

RULES = """# 丙市激励企业创新若干政策

第一条 研发费用补助。对研发费用占营业收入比重不低于4%且研发费用60万元以上的规上工业企业，按下列标准给予补助：

（一）研发费用60万元（含）至300万元的，按3%补助；

（二）研发费用300万元（含）以上的，按5%补助，单个企业每年最高70万元。

第二条 检测平台补助。面向市内企业提供检测服务的备案平台，按上年度服务收入的12%补助，最高40万元。

第三条 难题攻关补助。企业发布技术难题，由市外团队攻关成功的，按实际支付费用的25%补助，最高90万元。

第四条 创新券。每家企业每年额度不超过15万元，抵扣比例不高于实际费用的50%。

第五条 本政策自2026年3月1日起施行，有效期至2028年12月31日。
"""
PLAN = """# 丙市科技规划（2026-2030年）

到2030年，力争新增上市企业6家，高新技术企业达到400家。推动科技型企业到境内外资本市场上市。
"""
DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own-sums")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    place = {"region": "丙市", "level": "市"}
    for name, text, period in (("rules", RULES, "2026-2028"), ("plan", PLAN, "2026-2030")):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        add_document(folder / f"{name}.md", settings.corpus, {"id": name, "period": period, **place})
    build_index(settings)
    return Assistant.load(settings)


def test_the_measure_asked_about_is_told_with_its_sum_and_no_other(assistant):
    answer = assistant.ask("我们是规上工业企业，去年营收3000万，研发费用200万，研发费用补助能拿多少？", today=DAY)
    assert "200万元×3%=6万元" in answer.answer
    assert not any(words in answer.answer for words in ("检测", "难题", "创新券")), answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


@pytest.mark.parametrize("asks", ["能申请研发费用补助吗？", "研发费用补助能拿多少？"])
def test_the_limit_that_is_missed_is_told_and_no_sum(assistant, asks):
    answer = assistant.ask(f"我们是规上工业企业，去年营收1亿，研发费用200万，{asks}", today=DAY)
    assert "不符合其中的条件：“研发费用占营业收入比重不低于4%”" in answer.answer, answer.answer
    assert "6万元（" not in answer.answer and "难题" not in answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


def test_the_items_of_a_list_ask_for_what_stands_above_it(assistant):
    items = [one for one in assistant.measures if one["doc"] == "rules" and "研发费用" in one["benefit"] and one["amount"] is None]
    asked = ["".join(condition["text"] for condition in one["conditions"]) for one in items]
    assert len(asked) == 2 and all("占营业收入比重不低于4%" in words for words in asked), asked


@pytest.mark.parametrize("question", ["公司去科创板上市奖多少？", "企业上市有没有奖励"])
def test_what_only_the_plan_speaks_of_is_paid_nothing(assistant, question):
    answer = assistant.ask(question, today=DAY)
    assert answer.abstained, answer.answer
