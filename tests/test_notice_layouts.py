"""Notices in other layouts and marks than full-width articles, and what their clauses make of applicants."""

from datetime import date
from pathlib import Path

import pytest

from facts.full_width import widened
from facts.match import Match, match_profile
from facts.measure import Measure
from facts.measures import extract_measures
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
    (LABELLED, "云服务费", "软件公司，去年租用云服务，付了云服务费80万", "conditional", "16"),
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
