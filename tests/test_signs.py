"""What a short line announces."""

import pytest

from index.signs import heading_words, is_caption, is_continuation, is_date, is_heading, is_note, is_table_title, runin_title, unit_of_line


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("表 1 主要指标", True),
        ("表1：主要指标", True),
        ("表1“十四五”指标", True),
        ("表一 标准", True),
        ("表3-2 分工", True),
        ("图表 2：目标", True),
        ("专栏 9   分园", True),
        ("附表2　标准", True),
        ("【专栏1】主要指标", True),
        ("［表 2］ 标准", True),
        ("【支持标准】最高10万元", False),
        ("**表 1 目标**", True),
        ("图 1 布局", True),
        ("表一般性支出", False),
        ("表1。", False),
        ("表1所示，目标", False),
        ("专栏", False),
        ("图书馆建设", False),
        ("表 1 " + "长" * 60, False),
    ],
)
def test_caption(text: str, is_one: bool) -> None:
    assert is_caption(text) is is_one


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：万元", "万元"),
        ("（单位：万元/人）", "万元/人"),
        ("计量单位: %", "%"),
        ("单 位：家", "家"),
        ("牵头单位：科技局", ""),
        ("单位：甲。", ""),
        ("", ""),
    ],
)
def test_unit_line(text: str, unit: str) -> None:
    assert unit_of_line(text) == unit


@pytest.mark.parametrize("text", ["2024年3月18日", "２０２４年３月", "二〇二三年十一月六日", "二○二四年五月", "　 2024 年 3 月 18 日"])
def test_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["", "2024年", "2024年3月18日施行", "2024年3月至5月", "三月十八日"])
def test_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("注：甲", True),
        ("备注：甲", True),
        ("> 注：甲", True),
        ("**说明**：甲", False),
        ("*为2019年数据", True),
        ("数据来源：甲", True),
        ("注意：甲", False),
    ],
)
def test_note(text: str, is_one: bool) -> None:
    assert is_note(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("续表", True), ("续表1 指标", True), ("（续表）", True), ("表2 指标（续）", True), ("继续", False), ("续表见后。", False)],
)
def test_continuation(text: str, is_one: bool) -> None:
    assert is_continuation(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("主要指标", True),
        ("奖励标准表", True),
        ("分工表（一）", True),
        ("一、主要指标", False),
        ("指标表，如下", False),
        ("目标管理", False),
        ("", False),
    ],
)
def test_table_title(text: str, is_one: bool) -> None:
    assert is_table_title(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("一、总体要求", True),
        ("（一）发展基础。", True),
        ("1. 指导思想", True),
        ("第三条 支持标准", True),
        ("附件1", True),
        ("附件：清单", True),
        ("第三条 为规范管理，制定本办法。", False),
        ("第三条", False),
        ("附件：1.清单", False),
        ("1. 包括：", False),
        ("（1）指导思想", False),
        ("一、" + "长" * 51, False),
        ("1. 加快建设。推动发展", False),
        ("1. 加快建设，", False),
        ("总体要求", False),
    ],
)
def test_heading(text: str, is_one: bool) -> None:
    assert is_heading(text) is is_one


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1. 新材料。重点发展铜合金。", "新材料"),
        ("第三条　【上规奖励】对企业奖励。", "上规奖励"),
        ("技术攻关：支持企业。", "技术攻关"),
        ("省部共建水产品质量安全与风险防控技术国家重点实验室：开展研究。", "省部共建水产品质量安全与风险防控技术国家重点实验室"),
        (
            "东湾软件园（行业应用软件、数字芯片、工业互联网和六类服务）：建设平台。",
            "东湾软件园（行业应用软件、数字芯片、工业互联网和六类服务）",
        ),
        ("（一）加快5G网络部署。到2023年覆盖。", "加快5G网络部署"),
        ("到2025年建成。其后运行。", ""),
        ("按６：４的比例分担，实行总额控制。", ""),
        ("1. 支持范围：", "支持范围"),
        ("包括以下方面：", ""),
        ("行动2025：推动发展。", "行动2025"),
        ("一个完整的句子。", ""),
        ("", ""),
        ("**人才**：引进人才。", "人才"),
    ],
)
def test_runin_title(text: str, title: str) -> None:
    assert runin_title(text) == title


def test_heading_words_are_literal_without_marks() -> None:
    assert heading_words("## **一、 总体 要求。**") == "一、 总体 要求"


def test_a_title_with_its_text_behind_it() -> None:
    text = "第一节 实施“双倍”工程 到2025年，培育1家领军企业，"
    assert not is_heading(text) and runin_title(text + "新增3家。") == "实施“双倍”工程"
    assert is_heading("第一节 实施“双倍”工程") and is_heading("第二节 规划、目标 及任务")
