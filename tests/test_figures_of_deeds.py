"""Sums told of a deed, some of several conditions, the end of a range, one figure or another, and places abroad and at home."""

from datetime import date

import pytest

from facts.judging import Judge
from facts.match import match_profile
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TITLE, PLACE = "禾原市促进产业发展若干措施", "禾原市"
TODAY = date(2026, 11, 20)


def group(body: str, told: str) -> str:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    values = dict.fromkeys(("level", "parent", "issuer", "number", "date", "period", "source", "sha256"), "")
    info = DocumentInfo(id="made", title=TITLE, file="made.txt", region=PLACE, status="final", **values)
    measures = extract_measures(info, chunk_document("made", parsed), parsed.text)
    return match_profile(read_profile(told, TODAY), measures, [PLACE]).matches[0].group


@pytest.mark.parametrize(
    ("words", "told", "outcome"),
    [
        ("年采购额超过800万元", "去年向区内的厂子采购原材料,全年1200万", "met"),
        ("年采购额超过800万元", "去年向区内的厂子采购原材料正好800万", "not_met"),
        ("年采购额超过800万元", "去年营收3000万", "unknown"),
        ("并购交易额3000万元以上", "花4000万买了外市一家公司", "met"),
        ("上年度营业收入2000万元（含）至3亿元（含）", "去年营收正好3亿", "met"),
        ("上年度营业收入2000万元至3亿元", "去年营收正好3亿", "not_met"),
        ("营业收入年均复合增长率不低于20%或者从业人员年均复合增长率不低于20%", "营收年均复合增长8%,人员年均复合增长26%", "met"),
        ("正式营业满1年", "民宿开业还不到一年,才七个月", "not_met"),
        ("取得控股权", "收购了外市一家公司,百分百控股", "met"),
        ("取得控股权", "买了外市一家公司20%股份,没控股", "not_met"),
        ("首次购买商品住房", "今年第一次买商品房", "met"),
        ("参加目录内境内展会", "今年去了一场目录里的展会", "met"),
        ("参加境内展会", "今年去了德国的展会", "not_met"),
        ("获评省级以上智能工厂", "评上了智能工厂,是省级的还是市级的记不得", "unknown"),
    ],
)
def test_words_are_judged(words: str, told: str, outcome: str) -> None:
    assert Judge(read_profile(told, TODAY), {}, words).verdict(words, words) == outcome


SEAT = (
    "对总部企业给予80万元一次性奖励。总部企业应符合下列条件中的至少两项：（一）上年度营业收入10亿元以上；"
    "（二）上年度在区内纳税1000万元以上；（三）在区外设有3家以上分支机构。"
)
SHARE = "对新评定为国家4A级的物流企业，奖励30万元。营业收入中物流收入占比低于60%的企业不予奖励。"
GUARANTEES = "对为县内小微企业提供贷款担保、平均年化担保费率不超过1.5%的融资担保机构，按上年度担保额的0.5%给予补助。"


@pytest.mark.parametrize(
    ("body", "told", "outcome"),
    [
        (SEAT, "去年营收6亿,区内纳税1300万,外地开了5家分公司。", "applies"),
        (SEAT, "去年营收6亿,区内纳税600万,外地开了5家分公司。", "not_met"),
        (SEAT, "去年营收6亿,外地开了5家分公司,区内纳税多少没问到。", "conditional"),
        (SHARE, "今年评上国家4A级物流企业,物流收入占几成财务没分开。", "conditional"),
        (GUARANTEES, "融资担保机构,去年给县里小微企业担保5000万,平均年化费率2%。", "not_met"),
    ],
)
def test_measures_are_judged(body: str, told: str, outcome: str) -> None:
    assert group(body, told) == outcome
