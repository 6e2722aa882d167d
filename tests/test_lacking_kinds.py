"""Kinds of fact that documents lack are said to be lacking, and told where they stand."""

import pytest

NOTE = """澄湾市科技创新“十四五”规划

一、发展目标
到2025年，全社会R&D经费支出占GDP比重达到3.3%，技术合同交易额达到25亿元。

二、主要任务
高标准建设东湖新城，布局研发设计、检验检测等业态。支持企业开拓国际市场，稳定外贸出口。
规划建设商业航天发射场，建设乡镇科技创新评价体系。
国内首创研发费用损失保险，推动保险机构开发研发责任险。
"""
SAID = """云溪市科技创新“十四五”规划

一、发展基础
云溪新城规划面积12平方公里。2024年全市外贸出口达到310亿元。研发费用损失保险单家企业最高赔付200万元。
在2024年度全省县域科技创新考核评价中获得优秀。商业航天发射场2024年12月首飞成功。
"""


@pytest.fixture(scope="module")
def assistant(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lacking")
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")
    (folder / "said.txt").write_text(SAID, encoding="utf-8")
    rest = {"level": "县级市", "source": "自拟", "status": "final"}
    stated = {
        f"{name}.txt": {"title": f"{region}科技创新“十四五”规划", "region": region, **rest}
        for name, region in (("note", "澄湾市"), ("said", "云溪市"))
    }
    return assistant_of(folder, stated)


@pytest.mark.parametrize(
    "question",
    [
        "澄湾市一年出口多少亿？",
        "澄湾的研发费用损失险赔多少？",
        "澄湾市商业航天发射场哪年首飞？",
        "澄湾市中期评估的结论怎么说？",
        "澄湾市工业用地每亩什么价？",
        "澄湾这规划哪年哪月印发的？",
        "澄湾附近哪家馆子海鲜好？",
        "推荐几只澄湾科技股，哪只会涨",
    ],
)
def test_what_is_lacking_is_said_to_be(assistant, question) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("云溪市一年出口多少亿？", "310亿元"),
        ("云溪的研发费用损失险赔多少？", "200万元"),
        ("云溪市商业航天发射场哪年首飞？", "2024年12月"),
        ("云溪新城有多大？", "12平方公里"),
    ],
)
def test_what_is_there_is_told(assistant, question, words) -> None:
    answer = assistant.ask(question)
    assert words in answer.answer
    assert not answer.abstained


def test_no_share_is_reckoned_of_a_whole_without_figures(assistant) -> None:
    answer = assistant.ask("澄湾市2025年技术合同交易额占全省的百分之几？")
    assert answer.abstained
    assert "没有说明全省或全国" in answer.answer and "25亿元" in answer.answer
