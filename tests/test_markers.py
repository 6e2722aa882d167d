"""Numbering at the start of a paragraph."""

import pytest

from index.markers import Marker, parse_marker
from index.numerals import numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("两", 2),
        ("两千零五", 2005),
        ("两三", 3),
        ("十五六", 16),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("一百零三", 103),
        ("〇", 0),
        ("7", 7),
        ("１２", 12),
        ("③", 3),
        ("⑳", 20),
        ("甲", 0),
        ("", 0),
    ],
)
def test_numeral(text: str, value: int) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("一、总体要求", Marker("comma", 1, 2)),
        ("　　十二、附则", Marker("comma", 12, 5)),
        ("（三）保障", Marker("bracket", 3, 3)),
        ("( 三 )保障", Marker("bracket", 3, 5)),
        ("1.目标", Marker("digit", 1, 2)),
        ("１２．目标", Marker("digit", 12, 3)),
        ("3、目标", Marker("digit", 3, 2)),
        ("（2）对企业", Marker("digit-bracket", 2, 3)),
        ("2）对企业", Marker("digit-bracket", 2, 2)),
        ("④奖励", Marker("circled", 4, 1)),
        ("第二部分 形势", Marker("part", 2, 4)),
        ("第三章　总则", Marker("chapter", 3, 3)),
        ("第 10 节 分工", Marker("section", 10, 6)),
        ("第二十一条 施行", Marker("article", 21, 5)),
        ("附件1", Marker("appendix", 1, 3)),
        ("附件：清单", Marker("appendix", 0, 2)),
        ("附录", Marker("appendix", 0, 2)),
        ("附件2 项目申报材料", Marker("appendix", 2, 3)),
        ("　　附件　名词解释", Marker("appendix", 0, 4)),
        ("## 目标", Marker("markdown", 2, 3)),
        ("### 1. 目标", Marker("digit", 1, 6)),
        ("**一、目标**", Marker("comma", 1, 4)),
    ],
)
def test_marker(text: str, marker: Marker) -> None:
    assert parse_marker(text) == marker


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "3.2亿元",
        "2025年目标",
        "附件中的表",
        "附件 2 由市科技局另行公布，报市政府备案。",
        "第三条第二款规定",
        "一个目标",
        "（三年）行动",
        "1,200家",
        "#标签",
        "甲、乙",
        "100.目标",
    ],
)
def test_no_marker(text: str) -> None:
    assert parse_marker(text) is None
