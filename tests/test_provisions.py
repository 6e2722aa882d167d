"""What a policy rules for all its measures: when to apply, who is excluded, what the cap is."""

from datetime import date

import pytest

from answer.assistant import Assistant
from facts.attributes import load_provisions, provisions_asked
from index.add import add_document
from index.build import build_index
from index.catalog import DocumentInfo
from index.settings import settings_from

NOTICE = """# 甲县若干政策

## 一、支持创新

第一条 支持高企培育。对首次认定的高新技术企业奖励20万元。

第二条 支持仪器共享。企业租用入网大型仪器的，按实际支出的20%给予补贴，每家企业每年最高10万元。

第三条 推广“甲科贷”。对按期还款的企业按利息的30%给予贴息，每户每年最高15万元。全年受理。

## 二、附则

第四条 申报。第一条、第二条于每年3月1日至4月30日集中申报，企业通过“企服通”平台提交，逾期视为放弃。

第五条 申报主体须在我县注册并纳税。近三年有严重失信、环境污染行为的，不予支持。

第六条 同一企业年度奖补总额不超过500万元。同一事项按就高不重复原则执行。

第七条 弄虚作假的，追回全部资金。累计享受超过100万元的企业5年内迁出的，应当全额退回。

第八条 办理流程：企业提交申请；主管部门组织专家评审；公示5个工作日后拨付。

第九条 本政策所称科技型企业，是指有效期内的高新技术企业和当年入库的科技型中小企业。

第十二条 所需资金由县财政承担60%，其余由乡镇（街道）分担，第三条所需资金由县级全额负担。对第一条实行免申即享，企业不另行申报。

第十条 本政策自2023年8月1日起施行，有效期至2026年7月31日，由县科技局负责解释。

第十一条 第一条至第二条由县科技局负责，其中第二条由县大数据中心负责；第三条由县金融服务中心会同县财政局负责。
"""
PLAN = """# 乙市科技规划（2021-2025年）

到2025年，高新技术企业达到300家。每年3月1日至4月30日集中申报科技项目。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("policies")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    for name, text, told in (
        ("a", NOTICE, {"id": "a", "region": "甲县", "level": "县", "period": "2023-2026"}),
        ("b", PLAN, {"id": "b", "region": "乙市", "level": "市", "period": "2021-2025"}),
    ):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        add_document(folder / f"{name}.md", settings.corpus, told)
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told", "kept_out"),
    [
        ("甲县的奖补几月份报，在哪报？", ["3月1日至4月30日", "企服通"], ["全年受理", "所问的措施"]),
        ("甲县租仪器的补贴每年几月份报？", ["第二条", "3月1日至4月30日", "20%"], ["全年受理"]),
        ("甲科贷什么时候申请？", ["全年受理"], []),
        ("哪些企业甲县不给补？", ["严重失信"], ["全额退回"]),
        ("甲县的企业一年最多拿多少？", ["500万元"], ["10万元", "15万元"]),
        ("拿了甲县的钱搬走要退吗？", ["5年内迁出"], []),
        ("甲县这个政策什么时候到期？", ["2026年7月31日"], ["3月1日"]),
        ("甲县的政策谁来解释？", ["县科技局"], []),
        ("甲县申报后要走哪些步骤？", ["专家评审", "5个工作日"], ["3月1日"]),
        ("甲县的补贴要在哪儿交？", ["企服通"], []),
        ("甲县租仪器的补贴由哪个部门负责？", ["第二条由县大数据中心负责"], ["金融服务中心"]),
        ("甲县的甲科贷贴息找哪个部门？", ["县金融服务中心会同县财政局"], ["大数据中心"]),
        ("甲县的补贴，钱由谁出、怎么分担？", ["60%", "全额负担"], ["30%"]),
        ("我们去年因为污染被罚了18万，今年甲县的补贴还能申请吗？", ["严重失信、环境污染"], []),
        ("甲县首次评上高企能给多少，要自己去报吗？", ["20万元", "免申即享"], []),
        ("公示完几个工作日把钱打过来？", ["5个工作日"], []),
        ("在甲县什么样的才算“科技型企业”？", ["有效期内的高新技术企业"], []),
    ],
)
def test_rules_for_all_measures(assistant, question, told, kept_out):
    answer = assistant.ask(question, today=date(2024, 5, 1))
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer
    assert not any(words in answer.answer for words in kept_out), answer.answer


def test_a_plan_rules_nothing_of_the_kind(assistant):
    answer = assistant.ask("乙市的补贴几月份报？", today=date(2024, 5, 1))
    assert "企服通" not in answer.answer and "所问的措施" not in answer.answer


@pytest.mark.parametrize(
    ("title", "policy"),
    [
        ("甲县加快创新若干政策", True),
        ("关于推动某产业发展的实施意见（2023—2026年）", True),
        ("甲县行动计划若干措施", True),
        ("甲县科技规划（2021-2025年）", False),
        ("甲县某政策落实方案", False),
        ("甲县科技规划（征求意见稿）", False),
    ],
)
def test_a_policy_with_a_period_is_no_plan(title, policy):
    info = DocumentInfo("a", "", title, "甲县", "县", "", "", "", "", "2023-2026", "final", "", "")
    assert info.is_policy == policy


@pytest.mark.parametrize("question", ["甲县2025年高企目标多少家", "甲县高企奖多少钱", "甲县怎么支持仪器共享", ""])
def test_questions_for_no_such_rule(question):
    assert provisions_asked(question) == ()


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("上山造林的钱哪几天收材料，迟了还补得上吗", ["申报时间"]),
        ("以前闹过哪些乱子，造林的钱就领不上了", ["不予支持的情形"]),
        ("一家林场一年里同时报几个项目", ["申报数量"]),
        ("全部加起来一家林场封顶是多少", ["总额限制"]),
        ("造林的材料往哪个局送，得带上哪几样", ["申报材料", "受理单位"]),
        ("批下来之后多久之内要报上去", ["申报时间"]),
        ("造林的规矩从哪天起开始执行", ["有效期"]),
        ("为什么老林场拿不到奖励", []),
        ("小林场能拿啥奖，交多少税", []),
    ],
)
def test_words_that_stand_together_ask_for_a_rule(question, names):
    assert [rule.name for rule in provisions_asked(question)] == names


def test_every_rule_has_words_that_state_it():
    assert all(rule.stated is not None for rule in load_provisions())
