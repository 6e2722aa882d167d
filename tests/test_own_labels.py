"""Items of a notice whose parts stand behind labels of its own wording, in any order, on lines of their own."""

from facts.labels import labels_of, role_of
from facts.measures import extract_measures
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

INFO = DocumentInfo("notice", "奖补清单", "f", "云渡县", "县", "", "", "", "2026-01-20", "2026-2028", "final", "", "")
CARDS = """云渡县惠企事项一览

01
添设备，有补助
补多少：按设备购置额的12%补，最高60万元
入选门槛：木制品加工企业，年用电量20万度以上
谁不能领：租赁设备的企业
上哪办：县政务大厅二楼

02
拓市场，有奖励
补多少：每个展位直接给2万元
入选门槛：参加境外展会的外贸企业
谁不能领：展位转给他人使用的
上哪办：县商务局窗口

特别提醒
同一企业每年最多领两项。
"""
BOLD = """# 云渡县惠企政策汇编

## 政策1：景区提质奖

- **资金额度**：一次性奖励50万元
- **面向谁**：县内景区运营企业
- **要满足什么**：年接待游客20万人次以上；三年内未发生安全责任事故
- **要带什么**：评定文件、营业执照

## 政策2：研学基地补

- **资金额度**：按接待人次每人补5元，最高20万元
- **面向谁**：研学旅行基地
- **要满足什么**：配备专职导师10人以上
- **要带什么**：接待台账
"""
HEADED = """云渡县支持民宿发展操作规程

一、支持新建民宿
政策内容
给予每家民宿15万元奖励。
兑现条件
客房8间以上；取得特种行业许可证。
兑现流程
业主申报，镇街初审，县文旅局拨付。

二、支持民宿升级
政策内容
按改造投入的10%给予补助，最高20万元。
兑现条件
评定为省级银宿以上。
兑现流程
业主申报，县文旅局审核。
"""


def measures_of(text):
    document = parse_document(text)
    return extract_measures(INFO, chunk_document("notice", document), document.text)


def asked(measure, kind="clause"):
    return [item.reading for item in measure.conditions if item.kind == kind]


def test_cards_under_bare_numbers_keep_what_their_labels_say():
    one, other = measures_of(CARDS)
    assert (one.name, one.amounts[0].rate, one.amounts[0].cap) == ("添设备，有补助", "0.12", "60")
    assert asked(one) == ["木制品加工企业，年用电量20万度以上"]
    assert asked(one, "exclusion") == ["租赁设备的企业"]
    assert (other.name, other.amounts[0].fixed, asked(other)) == ("拓市场，有奖励", "2", ["参加境外展会的外贸企业"])
    assert asked(other, "exclusion") == ["展位转给他人使用的"]


def test_labels_alone_on_a_line_may_name_the_sum_before_its_conditions():
    one, other = measures_of(HEADED)
    assert asked(one) == ["客房8间以上", "取得特种行业许可证"]
    assert (one.amounts[0].fixed, other.amounts[0].cap) == ("15", "20")
    assert asked(other) == ["评定为省级银宿以上"]


def test_lines_that_open_with_a_label_end_the_paragraph_before_them():
    text = parse_document(CARDS).text
    assert "最高60万元\n入选门槛：木制品加工企业，年用电量20万度以上\n谁不能领" in text


def test_an_unknown_label_among_known_ones_asks_for_something():
    lines = ["补多少：给予3万元", "硬杠杠：开业满两年", "补多少：给予5万元", "硬杠杠：用工20人以上"]
    assert labels_of(lines).roles == {"补多少": "gives", "硬杠杠": "terms"}
    assert labels_of(lines[1:4:2]).roles == {}  # nothing says what is given


def test_levels_that_pay_are_no_labels():
    assert labels_of(["补多少：分级给予", "国家级：奖励50万元", "补多少：分级给予", "国家级：奖励20万元"]).roles == {"补多少": "gives"}


def test_the_sum_may_stand_before_whom_it_is_for():
    one, other = measures_of(BOLD)
    assert asked(one) == ["县内景区运营企业", "年接待游客20万人次以上", "三年内未发生安全责任事故"]
    assert asked(other) == ["研学旅行基地", "配备专职导师10人以上"]


def test_a_label_is_told_by_what_stands_behind_it_where_its_name_tells_nothing():
    lines = [
        "给谁：软件企业",
        "干什么：支持企业上云",
        "拿几成：合同额的40%",
        "给谁：制造企业",
        "干什么：鼓励企业节水",
        "拿几成：改造额的10%",
    ]
    assert labels_of(lines).roles == {"给谁": "who", "干什么": "other", "拿几成": "gives"}


def test_who_applies_is_no_office():
    assert [role_of(name) for name in ("申报单位", "责任单位", "支持方式", "办理方式")] == ["who", "other", "gives", "other"]


def test_bullets_below_a_label_are_no_part_of_what_they_ask_for():
    listed = "：\n  - 年接待游客20万人次以上；\n  - 三年内未发生安全责任事故。"
    text = BOLD.replace("：年接待游客20万人次以上；三年内未发生安全责任事故", listed)
    assert asked(measures_of(text)[0])[1:] == ["年接待游客20万人次以上", "三年内未发生安全责任事故"]
