"""Parts of one document that share a code, an article, a number or a name -> one measure, in layouts of several kinds."""

from datetime import date

import pytest

from facts.applicant import speaker_of
from facts.keys import keys_in
from facts.measure import Measure
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.lines import Line
from index.passages import chunk_document
from index.structure import parse_document
from index.tables.gapped import gapped_rows

LINES = """汀州区科技专项实施方案

一、支持对象

专项一：研发机构建设。面向上年度新获批省级以上企业研究院的企业。
专项二：科技保险。面向购买科技保险的高新技术企业。

二、支持标准

专项一：国家级给予200万元补助，省级给予80万元补助。
专项二：按实际支付保费的50%给予补助，每家每年最高20万元。

三、受理时间

专项一每年3月1日至3月31日受理，专项二常年受理。
"""
ARTICLES = """岚溪县扶持办法

第一条 本办法适用于在岚溪县注册的独立法人企业。

第二条 规模以上工业企业设备投资额500万元以上且竣工投产的，按附表标准给予补助。

第三条 上年度首次认定的高新技术企业，按附表标准给予奖励。

附表

条款    补助标准    限额
第二条    设备投资额的6%    每家300万元
第三条    20万元    —
"""
TABLES = """# 霁月市惠企政策

| 政策名称 | 申报条件 |
|---|---|
| 数字化改造补助 | 规上工业企业，上年度数字化投入100万元以上 |
| 股改奖励 | 上年度完成股份制改造的企业 |

| 政策名称 | 补助标准 | 最高额度 |
|---|---|---|
| 数字化改造补助 | 数字化投入的20% | 200万元 |
| 股改奖励 | 30万元 | — |

| 政策名称 | 申报时间 | 责任部门 |
|---|---|---|
| 数字化改造补助 | 每年5月1日至5月31日 | 市经信局 |
| 股改奖励 | 全年受理 | 市金融办 |
"""


def measures_of(text: str) -> list[Measure]:
    values = {"level": "", "parent": "", "issuer": "", "number": "", "date": "", "period": "", "status": "final", "source": ""}
    parsed = parse_document(text)
    info = DocumentInfo(id="made", title=text.split("\n")[0], file="made", region="汀州区", sha256="", **values)
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


@pytest.mark.parametrize(
    ("text", "asked", "paid"),
    [
        (LINES, "企业研究院", [("国家级", "200", ""), ("省级", "80", "")]),
        (LINES, "购买科技保险", [("", "0.5", "20")]),
        (ARTICLES, "竣工投产", [("", "0.06", "300")]),
        (ARTICLES, "首次认定", [("", "20", "")]),
        (TABLES, "数字化投入100万元", [("", "0.2", "200")]),
        (TABLES, "股份制改造", [("", "30", "")]),
    ],
)
def test_conditions_and_sums_of_one_part_are_one_measure(text: str, asked: str, paid: list[tuple[str, str, str]]) -> None:
    (measure,) = [one for one in measures_of(text) if any(asked in item.reading for item in one.conditions if item.kind == "clause")]
    assert [(one.when, one.fixed or one.rate, one.cap) for one in measure.amounts] == paid
    assert asked in measure.text.replace("\n", "")


def test_window_and_office_come_from_the_row_of_the_same_name() -> None:
    found = {one.name: (one.opens, one.closes, one.duty) for one in measures_of(TABLES)}
    assert found == {"数字化改造补助": ("--05-01", "--05-31", "市经信局"), "股改奖励": ("", "", "市金融办")}


def test_windows_that_name_codes_hold_for_these_alone() -> None:
    assert [(one.opens, one.closes) for one in measures_of(LINES)] == [("--03-01", "--03-31"), ("", "")]


def test_years_and_ranges_of_counts_are_no_codes() -> None:
    assert keys_in("3-5年内、10-20万元、2021-2025年") == frozenset()


def test_a_row_that_is_set_in_leaves_its_first_cells_blank() -> None:
    texts = ("编号    事项    情形    标准", "1    工厂    国家级    9万元", "         省级    5万元")
    lines = [Line(text, number, False, False) for number, text in enumerate(texts, 1)]
    assert [row.cells(4) for row in gapped_rows(lines)][1:] == [["1", "工厂", "国家级", "9万元"], ["", "", "省级", "5万元"]]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("我们和一家事业单位合作，做轴承", "enterprise"),
        ("本院是市属事业单位，与企业合作", "institution"),
        ("我是技师，在一家企业上班", "person"),
    ],
)
def test_a_partner_is_not_who_speaks(told: str, speaker: str) -> None:
    assert speaker_of(read_profile(told, date(2027, 4, 1))) == speaker
