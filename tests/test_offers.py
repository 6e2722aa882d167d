"""What support a sentence gives, and what an enterprise that asks in general is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from facts.benefits import benefit_of, is_review
from facts.measures import extract_measures
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

PLAN = """# 丁市科技创新规划（2021-2025年）

## 一、发展基础

2020年，全市兑现创新券500万元，96家企业享受研发费用加计扣除政策。

## 二、主要任务

### （一）支持企业创新

全面落实研发费用税前加计扣除、高新技术企业所得税优惠等政策。对研发费用占营业收入比重高于5%的企业，优先安排要素保障。

探索设立科技信贷风险池，引导银行为科技型中小企业提供信用贷款。

大力推广应用创新券，降低中小企业使用大型科研仪器的成本。

### （二）优化空间布局

加快建设东湖科创走廊，完善交通和公共服务配套设施，提升城市形象。
"""


@pytest.mark.parametrize(
    ("sentence", "kind", "granted"),
    [
        ("全面落实研发费用税前加计扣除政策。", "tax", True),
        ("探索设立科技信贷风险池。", "loan_risk_pool", False),
        ("大力推广应用创新券。", "voucher", True),
        ("支持企业参与国际标准制定。", "other", False),
        ("完善交通和公共服务配套设施。", None, None),
    ],
)
def test_kinds_of_support_and_whether_they_are_granted(sentence, kind, granted):
    found = benefit_of(sentence)
    assert (found.kind if found else None, found.granted if found else None) == (kind, granted)


def test_a_review_is_no_offer():
    assert is_review(("一、发展基础",))
    assert not is_review(("二、主要任务",))


@pytest.mark.slow
def test_an_enterprise_is_told_each_kind_once_with_its_clause(tmp_path: Path):
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    settings = settings_from(corpus=tmp_path / "corpus", index=tmp_path / "index")
    add_document(tmp_path / "plan.md", settings.corpus, {"id": "ding", "region": "丁市", "level": "市", "period": "2021-2025"})
    build_index(settings)
    answer = Assistant.load(settings).ask("我们是一家研发占营收6%的公司，能享受哪些支持政策？", today=date(2024, 1, 1))
    assert not answer.abstained
    said = "".join(citation.text for citation in answer.citations)
    assert "加计扣除" in said and "创新券" in said and "要素保障" in said
    assert "96家" not in said  # what was given is no offer
    assert answer.answer.index("要素保障") < answer.answer.index("加计扣除")  # what fits the enterprise comes first
    assert all(check.ok for check in answer.checks), answer.checks
    assert all(f"[{citation.n}]" in answer.answer for citation in answer.citations)
    assert len(answer.answer) <= 800


CALL = """# 丁市绿色工厂申报通知

## 一、支持标准

首次认定为市级绿色工厂的企业，一次性奖励30万元。

## 二、申报时间

申报时间为2026年12月1日至2026年12月20日。
"""


@pytest.mark.parametrize(("day", "said"), [(date(2026, 11, 22), True), (date(2026, 12, 5), False)])
def test_an_offer_says_that_its_window_is_not_open_yet(small_index, day: date, said: bool):
    info = small_index.info("ding", "丁市绿色工厂申报通知", region="丁市", level="city")
    index = small_index({info: CALL})
    passages = [one for one in index.passages if one.doc == info.id]
    measures = tuple(measure.as_dict() for measure in extract_measures(info, passages, index.texts[info.id]))
    assistant = Assistant(replace(index, extras={"measures": measures}), small_index.embedder)
    answer = assistant.ask("我们是丁市的制造企业，今年首次认定为市级绿色工厂，能拿到什么支持？", (), day)
    assert "30万元" in answer.answer
    assert ("申报尚未开始" in answer.answer) == said
    assert [check for check in answer.checks if not check.ok] == []
