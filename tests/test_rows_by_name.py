"""Rows of a reward table that a question names by their labels are told, each with its own terms, and no others."""

import pytest

from answer.named_rows import named_in
from answer.named_support import headings_named

TABLE = """涞河经济开发区科技创新奖补标准

一、说明
本标准适用于在涞河经济开发区注册的企业。

二、奖补标准表

| 序号 | 类别 | 项目 | 条件 | 奖补标准 | 上限 |
|---|---|---|---|---|---|
| 1 | 主体 | 高新技术企业▲ | 首次认定 | 20万元 | — |
| 2 | 主体 | 高新技术企业▲ | 重新认定 | 8万元 | — |
| 3 | 主体 | 科技型中小企业▲ | 当年入库且研发费用50万元以上 | 1万元 | — |
| 4 | 主体 | 瞪羚企业 | 省级认定 | 35万元 | — |
| 5 | 研发 | 研发投入增量奖 | 研发费用300万元以上且较上年增长15%以上 | 增量部分的12% | 150万元 |
| 6 | 载体 | 国家级孵化器 | 新认定 | 110万元 | — |
| 7 | 载体 | 省级孵化器、众创空间 | 新认定 | 孵化器45万元,众创空间15万元 | — |
| 8 | 载体 | 在孵企业毕业奖 | 在孵企业毕业后留区经营满1年 | 每家3万元(奖励载体) | 每年30万元 |
"""


@pytest.fixture(scope="module")
def table(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rows")
    (folder / "table.txt").write_text(TABLE, encoding="utf-8")
    stated = {"title": "涞河经济开发区科技创新奖补标准", "region": "涞河经济开发区", "level": "开发区", "source": "自拟", "status": "final"}
    return assistant_of(folder, {"table.txt": stated})


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("涞河经开区瞪羚企业奖多少钱？", ["35万元"], ["科技型中小企业", "毕业奖"]),
        ("涞河经开区高企奖励多少", ["首次认定", "20万元", "重新认定", "8万元"], ["毕业奖"]),
        ("涞河经开区高企首次认定和重新认定各奖多少", ["20万元", "8万元"], ["3万元"]),
        ("涞河经开区国家级孵化器和省级孵化器各奖多少", ["110万元", "45万元"], ["上限—"]),
        (
            "我们涞河经开区企业研发费用去年800万，前年600万，增量奖能拿多少？",
            ["(800万元-600万元)×12%=24万元"],
            ["毕业奖", "科技型中小企业"],
        ),
    ],
)
def test_the_rows_named_are_told(table, question, must, must_not) -> None:
    told = table.ask(question).answer
    assert not [words for words in must if words not in told], told
    assert not [words for words in must_not if words in told], told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("瞪羚企业奖多少", {"瞪羚企业"}),
        ("高企奖励多少", {"高新技术企业▲"}),
        ("增量奖能拿多少", {"研发投入增量奖"}),
        ("企业能拿什么奖", set()),
    ],
)
def test_names_of_rows(text, named) -> None:
    labels = {"高新技术企业▲", "瞪羚企业", "研发投入增量奖", "在孵企业毕业奖"}
    assert named_in(text, labels) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [("硕士生活补贴每月多少", {"问1：谁能享受生活补贴？"}), ("租房能补多少", set()), ("购房补贴和别的", {"（二）购房补贴"})],
)
def test_headings_of_a_support(text, named) -> None:
    assert headings_named(text, ["问1：谁能享受生活补贴？", "（二）购房补贴", "三、申报材料"]) == named
