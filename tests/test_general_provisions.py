"""What a short notice rules for everybody: by when, where, with what papers, who gets nothing, what if the money runs out."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """澜湾经济技术开发区水产加工扶持申报指南

一、扶持项目
第一条 冷库补助。新建冷库容积500立方米以上的，每立方米补助90元，最高30万元。
第二条 品牌奖励。新获评国家级水产品牌的企业，奖励45万元。
第三条 申报单位有下列情形之一的，不予扶持：
（一）两年内发生食品安全事故的；
（二）拖欠渔民货款的；
（三）处于歇业状态的。

二、申报材料
申请书、营业执照复印件、验收报告，装订成册。

三、时间安排
即日起至2025年9月20日，一式两份送区农海局产业科。

四、其他
项目由各街道初审，区农海局组织验收。扶持资金不足时按比例折算。单个企业可申报多个项目，全年合计不超过60万元。
本指南自2025年2月1日起施行，有效期三年。
联系人：区农海局产业科，电话：0000-1234567。
"""
OTHER = """石渡县渔业奖补办法

第一条 渔船更新。更新渔船的，每艘奖补8万元。
第二条 申请人于每年3月底前向县渔政站提出申请，提交渔船登记证书，初审10个工作日。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("general")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    for name, text, region in (("a", NOTICE, "澜湾经济技术开发区"), ("b", OTHER, "石渡县")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        add_document(folder / f"{name}.txt", settings.corpus, {"id": name, "region": region, "level": "district"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told", "kept_out"),
    [
        ("澜湾的水产补助要备哪些材料？", ["验收报告"], ["渔船登记证书"]),
        ("澜湾这笔水产资金最晚哪天交，交给谁？", ["9月20日", "区农海局产业科"], ["3月底"]),
        ("澜湾这些补助先由谁看、最后谁来验收？", ["各街道初审", "区农海局组织验收"], []),
        ("想问澜湾水产那笔钱的事，打哪个电话？", ["0000-1234567"], []),
        ("澜湾扶持水产的这些奖励管到哪一年？", ["有效期三年"], []),
        ("同一家公司在澜湾报好几项，一年顶多拿多少？", ["60万元"], ["30万元"]),
        ("哪些情况下澜湾的水产资金一分不给？", ["食品安全事故", "拖欠渔民货款", "歇业"], []),
        ("澜湾的水产扶持，钱不够分了怎么办？", ["按比例折算"], []),
        ("石渡的渔船奖补要带什么、去哪儿交？", ["渔船登记证书", "县渔政站"], ["验收报告"]),
    ],
)
def test_what_holds_for_all_is_told(assistant, question, told, kept_out):
    answer = assistant.ask(question, today=date(2025, 5, 1))
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer
    assert not any(words in answer.answer for words in kept_out), answer.answer


def test_when_the_money_comes_is_not_told_by_how_long_a_check_takes(assistant):
    answer = assistant.ask("石渡的渔船奖补，初审完多少天能打到账上？", today=date(2025, 5, 1))
    assert answer.abstained, answer.answer
