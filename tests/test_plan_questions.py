"""Questions about the figures of one invented plan: rows that are named, sums over rows, bases, remarks, words within words."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import Settings

DAY = date(2026, 11, 20)
PLAN = """# 梅江市科技创新规划（2026-2030年）

## 一、发展基础

2025年，全市技术合同成交额达到63.5亿元（含吸纳技术），梅江陶瓷研究院有博士38人。

## 二、发展目标

到2030年，科技保险余额突破400亿元，是2025年的2.5倍。七个园区研发投入占全市比重超过七成。五年新增硕士点8个、博士点3个。

表1 主要指标

| 序号 | 指标 | 单位 | 2025年 | 2030年 |
|---|---|---|---|---|
| 1 | 技术合同成交额① | 亿元 | 58.9 | 160 |
| 2 | 高新技术企业数 | 家 | 586 | 1200 |

注：①按输出技术口径统计，不含吸纳技术。

## 三、重点项目

表2 重大项目清单

| 序号 | 项目名称 | 建设内容 | 总投资（亿元） | 责任单位 |
|---|---|---|---|---|
| 1 | 青石研发社区 | 研发楼、公寓 | 32 | 东山区政府、市城投集团 |
| 2 | 云桥算力中心 | 机房、训练平台 | 11 | 市数据局、市城投集团 |
| 3 | 松岭种质资源库 | 库房、苗圃 | 2.4 | 市农业农村局 |
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    root = tmp_path_factory.mktemp("plan")
    (root / "plan.md").write_text(PLAN, encoding="utf-8")
    settings = Settings(corpus=root / "corpus", index=root / "index")
    add_document(root / "plan.md", settings.corpus, {"id": "mei", "region": "梅江市", "level": "地级市", "period": "2026-2030"})
    build_index(settings)
    assistant = Assistant.load(settings)
    return lambda text, *history: assistant.ask(text, list(history), DAY)


def test_a_row_whose_name_the_question_holds_tells_what_is_put_into_it(ask):
    answer = ask("重大项目清单里那个青石研发社区要投多少钱？")
    assert not answer.abstained and "32亿元" in answer.answer
    assert ask("青石研发社区租金多少钱？").abstained


def test_rows_that_share_a_unit_in_charge_are_added_up(ask):
    answer = ask("市城投集团参与的两个项目加起来投资多少？")
    assert "32亿元+11亿元=43亿元" in answer.answer
    assert all(check.ok for check in answer.checks)
    assert "=" not in ask("市城投集团参与的三个项目加起来投资多少？").answer


def test_what_a_later_figure_is_so_many_times_of(ask):
    assert "约160亿元（400亿元÷2.5=160亿元）" in ask("2025年科技保险余额大约是多少？").answer


def test_two_values_with_remarks_differ_in_what_they_include(ask):
    told = ask("2025年技术合同成交额63.5亿和58.9亿，哪个是对的？").answer
    assert "含吸纳技术" in told and "按输出技术口径统计" in told and "没有说明原因" not in told


def test_a_name_that_only_begins_a_longer_word_is_not_meant(ask):
    told = ask("博士点要增几个？").answer
    assert "博士点3个" in told and "38" not in told


def test_a_share_in_tenths_is_quoted_and_nothing_inferred_from_it(ask):
    told = ask("七个园区研发投入占全市比重要到多少？").answer
    assert "七成" in told and "倒推" not in told


def test_how_much_more_must_be_done(ask):
    assert "614" in ask("高企要完成2030年目标，比2025年还得多做多少家？").answer
