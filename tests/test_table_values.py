"""Short texts of a table: figures, headers, widths."""

import pytest

from index.tables.values import column_width, is_value, looks_like_header


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "3.2",
        ">60",
        "＞60",
        "≥88",
        "1,200",
        "１２",
        "57.9%",
        "12 ％",
        "[17]",
        "(3200)",
        "166.7 (2019)",
        "3.2 (预测)",
        "1.5 *",
        "-",
        "---",
        "—",
        "√",
        "完成",
        "0.3个百分点",
        "-2.5",
        "约 30",
    ],
)
def test_value(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["", "亿元", "2020年", "增速高于固定资产投资增速", "3家", "5G基站", "第3位", "1" * 41, "1 2"])
def test_no_value(text: str) -> None:
    assert not is_value(text)


def test_header_needs_a_header_word_and_no_figures() -> None:
    assert looks_like_header(["序号", "指标"])
    assert looks_like_header(["甲", "2020年", "2025"])
    assert not looks_like_header(["甲", "乙"])
    assert not looks_like_header(["指标", "3.2"])
    assert not looks_like_header(["指标"])


def test_column_width_is_that_of_even_columns() -> None:
    assert column_width("指标 单位 2020年 甲 元 3 乙 家 4".split()) == 3
    assert column_width("序号 指标 2020年 1 甲 3 2 乙 4".split()) == 3
    assert column_width("甲 乙 丙 丁".split()) == 0
    assert column_width("指标 单位 2020年 甲 元 3 乙 家".split()) == 0
    assert column_width("指标 2020年 甲 3".split()) == 0  # one row shows no width
