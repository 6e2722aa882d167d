"""Shares by the whole that is asked about; binding and expected targets; rows with another year's data; what only goes on computing."""

import pytest

PLAN = """澄湾市科技创新“十四五”规划

一、发展目标
到2025年，全社会R&D经费支出占GDP比重达到3.3%。

表1 澄湾市“十四五”科技创新主要指标

| 序号 | 指标 | 2020年 | 2025年 |
|---|---|---|---|
| 1 | 全社会R&D经费支出占GDP比重（%） | 2.4 | 3.3 |
| 2 | 规模以上工业企业R&D经费支出占营业收入比重（%） | 1.6* | 2.2 |
| 3 | 高新技术企业数（家） | 210 | 450 |
| 4 | 科技型中小企业数（家） | 800* | 2000 |

注：*为2019年数据。以上所有指标均为预期性指标。

二、主要任务
加大基础研究投入，力争全市技术交易额年均增速保持在20%以上。
"""

OTHER = """云溪市科技创新“十四五”规划

一、发展基础

表1 “十三五”主要创新指标完成情况

| 指标 | “十三五”目标 | 2020年完成值 | 完成情况 |
|---|---|---|---|
| R&D经费支出占GDP比重（%） | 2.5 | 2.8 | 完成 |
| 科技型中小企业数（家） | 500 | 620 | 完成 |
| 各类人才（万人） | 12 | 13.5 | 完成 |

备注：科技型中小企业数统计口径发生变化

二、发展目标
到2025年，全社会R&D经费支出占GDP比重达到3.6%，人才总量达到18万人。
"""


@pytest.fixture(scope="module")
def assistant(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shares")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    rest = {"level": "地级市", "source": "自拟", "status": "final"}
    stated = {
        f"{name}.txt": {"title": f"{region}科技创新“十四五”规划", "region": region, **rest}
        for name, region in (("plan", "澄湾市"), ("other", "云溪市"))
    }
    return assistant_of(folder, stated)


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("澄湾企业研发支出占营业收入的比重目标是多少", ["2.2%"], ["3.3%"]),
        ("澄湾企业研发投入占营收2025年要到多少", ["2.2%"], ["3.3%"]),
        ("澄湾研发支出占GDP目标多少", ["3.3%"], ["2.2%"]),
        ("澄湾研发投入占财政支出的比重是多少", ["资料没有说明"], ["2.2%"]),
        ("澄湾市有没有约束性指标", ["没有列为约束性", "均为预期性指标"], []),
        ("澄湾市的研发强度是约束性指标还是预期性指标", ["均为预期性指标", "3.3%"], ["450"]),
        ("澄湾市哪些指标的2020年数用的是2019年数据", ["1.6%", "800家"], ["210"]),
        ("云溪市科技型中小企业数的统计口径有没有变化", ["统计口径发生变化"], ["500"]),
        ("云溪市十三五人才目标完成了吗，超了多少", ["12万人", "1.5万人"], ["资料没有说明"]),
        ("澄湾和云溪的研发强度能不能比", ["云溪市更高", "0.3个百分点"], []),
        ("澄湾市科技型中小企业五年要多出多少家，年均增速多少", ["1200家", "^(1/6)", "16.5%"], ["技术交易额"]),
    ],
)
def test_what_is_told(assistant, question, must, must_not) -> None:
    answer = assistant.ask(question).answer.replace(" ", "")
    assert all(word in answer for word in must)
    assert not any(word in answer for word in must_not)
