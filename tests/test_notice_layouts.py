"""Notices in other layouts and marks than full-width articles, and what their clauses make of applicants."""

from datetime import date
from pathlib import Path

import pytest

from facts.full_width import widened
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.measures import extract_measures
from facts.parts import meant, parts_in
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

LAYOUTS = Path(__file__).resolve().parent / "notices" / "layouts"
TODAY = date(2026, 5, 20)
HALF_WIDTH = (LAYOUTS / "half_width.txt").read_text(encoding="utf-8")
LABELLED = (LAYOUTS / "labelled.txt").read_text(encoding="utf-8")
FLAT = (LAYOUTS / "flat.txt").read_text(encoding="utf-8")


def measures_of(text: str) -> list[Measure]:
    values = {"level": "", "parent": "", "issuer": "", "number": "", "date": "", "period": "", "status": "final", "source": ""}
    info = DocumentInfo(id="made", title=text.splitlines()[0], file="made.txt", region="岚屿市", sha256="", **values)
    parsed = parse_document(text)
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(text: str, words: str, told: str) -> Match:
    found = match_profile(read_profile(told, TODAY), measures_of(text), ("岚屿市",)).matches
    return min((item for item in found if words in item.measure.name + item.measure.text), key=lambda item: len(item.measure.text))


CASES = [
    # half-width marks: conditions, windows by article, what parts are not asked
    (HALF_WIDTH, "改造项目", "规上工业企业，2024年3月备案，2025年12月完工，设备投资900万", "not_met", ""),
    (HALF_WIDTH, "首次达到", "2021年进规上库，2025年营收8.5亿，第一次过8亿，前年过2亿那次领过30万", "applies", "60"),
    (HALF_WIDTH, "首次达到", "我们不是规上企业，2025年营收2.5亿，第一次过2亿", "not_met", ""),
    (HALF_WIDTH, "节能诊断", "我们是节能诊断服务机构，已列入目录，不是规上企业，去年完成诊断9家，8家验收合格", "applies", "16"),
    # labels in brackets, alone on a line or before the words
    (LABELLED, "首次通过", "软件公司，2025年11月第一次拿到国家高企证书", "applies", "30"),
    (LABELLED, "重新通过", "软件公司，高企是2019年首次、2022年重新认定的", "not_met", ""),
    (LABELLED, "云服务费", "软件公司，去年租用云服务，付了云服务费80万", "applies", "16"),  # the window opens later
    # a table of one cell a line
    (FLAT, "增量", "外贸公司，自营出口，2025年出口额8200万，2024年7000万", "applies", "6"),
    (FLAT, "服务外包", "服务外包公司，没有自营出口，2025年服务外包执行额45万美元", "applies", "8"),
    (FLAT, "服务外包", "外贸公司，自营出口，服务外包业务没有，股东借给公司100万美元", "not_met", ""),
    (FLAT, "境外商标", "外贸公司，自营出口，3件境外商标只拿到受理通知，3月就交了材料", "not_met", ""),
    (FLAT, "责任保险", "外贸公司，自营出口，去年第三年投保出口产品责任险，保费10万", "not_met", ""),
    (FLAT, "责任保险", "外贸公司，自营出口，去年头一年投保出口产品责任险，实缴保费10万", "applies", "5"),
]


@pytest.mark.parametrize(("text", "words", "told", "group", "amount"), CASES, ids=lambda value: str(value)[:18])
def test_a_clause_decides_whatever_the_layout(text: str, words: str, told: str, group: str, amount: str) -> None:
    match = matched(text, words, told)
    assert match.group == group
    if amount:
        assert match.worth is not None
        assert match.worth.value == amount


@pytest.mark.parametrize("text", [HALF_WIDTH, LABELLED, FLAT])
def test_spans_stay_literal(text: str) -> None:
    whole = parse_document(text).text
    found = measures_of(text)
    assert found
    assert [one.name for one in found if whole[one.start : one.end] != one.text] == []
    assert [item.text for one in found for item in one.conditions if whole[item.start : item.end] != item.text] == []


def test_a_text_keeps_its_length_and_its_latin_marks() -> None:
    words = "奖励1,000万元(含),比例4:3;见https://a.b/(c)"
    assert len(widened(words)) == len(words)
    assert widened(words) == "奖励1,000万元（含），比例4:3；见https://a.b/(c)"


def test_windows_go_by_article() -> None:
    found = {one.text[:6]: (one.opens, one.closes) for one in measures_of(HALF_WIDTH)}
    assert found["对已备案、自"] == ("--03-01", "--03-31")
    assert found["对上一年度营"] == ("--05-01", "--06-30")


def test_rows_of_a_flat_table_are_measures_of_their_own() -> None:
    names = [one.name for one in measures_of(FLAT)]
    assert names == ["出口增量奖励", "服务外包奖励", "境外商标补助", "责任保险补贴"]


def test_what_names_no_figure_of_its_own_goes_on_with_what_stands_before_it() -> None:
    told = read_profile("研发2024年860万,2023年是700万,软件业务收入2024年1.2亿,2023年1亿", date(2025, 5, 15)).told
    assert {round(item.value) for item in told if "营业收入增长" in item.words} == {20}


@pytest.mark.parametrize(("told", "group"), [("去年做了认证，认证费3万", "conditional"), ("去年做了认证，认证费8000块", "not_met")])
def test_less_than_the_least_is_not_paid(told: str, group: str) -> None:
    rule = "第一条  对通过产品认证的企业，按认证费的50%给予补助。"
    text = f"岚屿市认证补助办法\n\n{rule}\n\n第二条  单个项目核定的补助金额不足5000元的，不予支持。\n"
    assert (matched(text, "认证费", told).group == "not_met") == (group == "not_met")


def test_kinds_of_work_that_are_barred_are_named_by_who_does_them() -> None:
    rule = "第一条  对取得流动资金贷款的企业，按实际支付利息的40%给予贴息。"
    text = f"岚屿市贷款贴息办法\n\n{rule}\n\n第二条  从事房地产、小额贷款、虚拟货币交易的，不予支持。\n"
    assert matched(text, "利息", "做阀门的，去年取得流动资金贷款800万，付了利息32万").group != "not_met"
    assert matched(text, "利息", "做小额贷款的公司，去年取得流动资金贷款800万，付了利息32万").group == "not_met"


BY_NAME = """岚屿市海洋装备资金管理细则

第一章 总则
第一条 本细则所称海洋装备企业，是指从事船用设备研发制造的企业。

第二章 支持条件
第二条 申请设备更新补助的，设备投资额不低于200万元，自备案之日起18个月内竣工。
第三条 申请贷款贴息的，贷款合同应当于2025年1月1日以后签订。流动资金贷款不予贴息。
第四条 申请稳产奖励的，应当为规模以上工业企业，且上年度利润总额为正。

第三章 支持标准
第五条 设备更新补助。按设备投资额的10%给予补助，最高100万元。
第六条 贷款贴息。按实际支付利息的30%给予贴息，最高20万元。
第七条 稳产奖励。上年度产值增速10%以上的，奖励10万元。

第四章 申报
第八条 2026年度分两批申报：设备更新补助、贷款贴息申报时间为2026年3月1日至4月10日；其余项目申报时间为2026年5月6日至6月30日。逾期不予受理。
"""
ASKED = """岚屿市外贸扶持指南（问答版）

一、怎么支持
问1：出口信用保险补多少？
答：投保出口信用保险的企业，按实缴保费的50%补助，最高30万元。申报企业2025年度出口额应当不低于100万美元。
问2：境外商标有没有补助？
答：取得境外商标注册的企业，每件补助0.5万元。

二、申报时间
问3：什么时候报？
答：分两个时段。问1为2026年3月2日至3月31日；问2为2026年9月1日至9月30日。
"""
JOINED = """岚屿市工业若干意见

一、做大企业
（一）支持上规模。工业企业年营业收入首次突破5亿元、20亿元的，分别给予30万元、80万元奖励；首次纳入规模以上工业统计的企业，给予10万元奖励。
（二）支持创新。规模以上工业企业研发费用占营业收入比重3%以上的，按增长额的10%给予补助；首次认定的国家高新技术企业奖励20万元。
（三）支持服务。服务本市企业20家以上的检测机构，奖励15万元。

二、保障措施
（四）申报主体。除第（三）条外，申报主体应为制造业企业。
"""


def of(text: str, words: str) -> list[str]:
    return [item.reading for one in measures_of(text) if words in one.text for item in one.conditions if item.kind != "exclusion"]


def test_what_is_asked_for_by_name_is_asked_of_the_sum_with_that_title() -> None:
    assert {"设备投资额不低于200万元", "自备案之日起18个月内竣工"} <= set(of(BY_NAME, "按设备投资额的10%"))
    assert not any("竣工" in item or "利润" in item for item in of(BY_NAME, "实际支付利息"))


@pytest.mark.parametrize(("scale", "group"), [("规上", "applies"), ("规下", "not_met")])
def test_a_condition_elsewhere_decides(scale: str, group: str) -> None:
    told = f"岚屿市做船用设备的{scale}企业，2025年产值1.2亿，2024年1亿，去年利润300万"
    assert (matched(BY_NAME, "产值增速", told).group == "not_met") == (group == "not_met")


def test_what_is_barred_for_one_sum_bars_no_other() -> None:
    barred = {one.text[:4]: [item.reading for item in one.conditions if item.kind == "exclusion"] for one in measures_of(BY_NAME)}
    assert barred["按实际支"] == ["流动资金贷款"]
    assert barred["按设备投"] == []


def test_windows_go_by_the_titles_and_the_questions_they_name() -> None:
    closes = {one.text[:4]: one.closes for text in (BY_NAME, ASKED) for one in measures_of(text)}
    assert (closes["按设备投"], closes["上年度产"]) == ("2026-04-10", "2026-06-30")
    assert (closes["投保出口"], closes["取得境外"]) == ("2026-03-31", "2026-09-30")


def test_a_rule_in_an_answer_that_pays_is_of_that_answer() -> None:
    assert any("100万美元" in item for item in of(ASKED, "实缴保费"))
    assert not any("100万美元" in item for item in of(ASKED, "境外商标"))


def test_a_clause_that_names_another_whom_it_pays_is_a_measure_of_its_own() -> None:
    texts = [one.text for one in measures_of(JOINED)]
    assert any(text.startswith("首次纳入") for text in texts)
    assert any(text.startswith("首次认定") for text in texts)
    assert matched(JOINED, "比重3%", "岚屿市工业企业，规上，2025年营收10亿，研发费用1500万，前年1200万").group == "not_met"


def test_numbered_parts_are_referred_to_as_articles() -> None:
    assert not any("制造业企业" in item for item in of(JOINED, "检测机构"))
    assert any("制造业企业" in item for item in of(JOINED, "首次突破"))
    assert parts_in("问4至问6、第（八）（九）条") == {"问4", "问5", "问6", "条8", "条9"}
    assert not meant("除第（八）条外，应为制造业企业", "第（八）条")


def test_what_one_denies_of_oneself_is_so_whomever_one_serves() -> None:
    told = "岚屿市的检测公司，专门服务制造企业，我们不是制造业，2025年营业收入首次突破5亿元"
    assert matched(JOINED, "首次突破", told).group == "not_met"
