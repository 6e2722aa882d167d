"""Answers held against what they cite: right ones pass, wrong ones do not, formulas have to be true."""

from dataclasses import dataclass

import pytest

from answer.answer import Citation
from answer.arithmetic import formulas
from answer.verifier import Verifier
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TEXT = """# 余姚市科技规划

## 一、发展基础

2020年，全市高新技术企业达到294家，技术交易额达到18.11亿元，研发经费支出占地区生产总值比重为3.2%。

余姚市新建平台20家，孵化器达到35家。

全市瞪羚企业数、专精特新企业数分别从2015年的19家、82家增长至2020年的102家和354家。

## 二、发展目标

到2025年，高新技术企业突破600家，科技型中小企业达到3400家，研发经费支出占地区生产总值比重不低于3.8%。

## 三、保障措施

对重大科创平台实施“一事一议”，优先保障新增用地指标，引导保险机构开发企业研发责任险。
"""


@dataclass
class Source:
    texts: dict
    infos: dict
    passages: list

    def passage_at(self, doc, position):
        return next((passage for passage in self.passages if passage.start <= position < passage.end), None)


@pytest.fixture(scope="module")
def source():
    info = DocumentInfo("yy", "yy.md", "余姚市科技规划", "余姚市", "县级市", "宁波市", "", "", "2021-05", "2021-2025", "final", "", "")
    parsed = parse_document(TEXT)
    return Source({"yy": parsed.text}, {"yy": info}, chunk_document("yy", parsed))


def verify(source, answer, *quotes):
    citations = []
    for number, quote in enumerate(quotes, 1):
        start = source.texts["yy"].index(quote)
        citations.append(Citation(number, "yy", "余姚市科技规划", "", None, "", start, start + len(quote), quote))
    return Verifier(source, Gazetteer(tuple(source.infos.values()))).verify(answer, citations)


TARGETS = "到2025年，高新技术企业突破600家，科技型中小企业达到3400家，研发经费支出占地区生产总值比重不低于3.8%。"
BASE = "2020年，全市高新技术企业达到294家，技术交易额达到18.11亿元，研发经费支出占地区生产总值比重为3.2%。"
HOMES = "余姚市新建平台20家，孵化器达到35家。"
GROWN = "全市瞪羚企业数、专精特新企业数分别从2015年的19家、82家增长至2020年的102家和354家。"
PROMISE = "对重大科创平台实施“一事一议”，优先保障新增用地指标，引导保险机构开发企业研发责任险。"


@pytest.mark.parametrize(
    ("answer", "quotes"),
    [
        ("余姚市：到2025年，高新技术企业突破600家[1]。", [TARGETS]),
        ("2025年研发经费支出占地区生产总值比重不低于3.8%[1]。", [TARGETS]),
        ("高新技术企业从2020年的294家[1]增加到2025年的600家以上[2]。", [BASE, TARGETS]),
        ("余姚市优先保障新增用地指标[1]。", [PROMISE]),
        ("余姚市高新技术企业：2020年294家，2025年目标600家，增加306家（600家-294家=306家）[1][2]。", [TARGETS, BASE]),
        ("余姚市35家为最高[1]。", [HOMES]),
        ("余姚市专精特新企业数：2020年354家[1]。", [GROWN]),
    ],
)
def test_what_the_documents_say_passes(source, answer, quotes):
    assert all(check.ok for check in verify(source, answer, *quotes)), verify(source, answer, *quotes)


@pytest.mark.parametrize(
    ("kind", "answer", "quotes"),
    [
        ("digit changed", "到2025年，高新技术企业突破650家[1]。", [TARGETS]),
        ("万 for 亿", "2020年技术交易额达到18.11万元[1]。", [BASE]),
        ("亿 dropped", "2020年技术交易额达到18.11元[1]。", [BASE]),
        ("% for 百分点", "2025年研发经费支出占地区生产总值比重不低于3.8个百分点[1]。", [TARGETS]),
        ("year swapped", "到2027年，高新技术企业突破600家[1]。", [TARGETS]),
        ("city swapped", "慈溪市：到2025年，高新技术企业突破600家[1]。", [TARGETS]),
        ("indicator swapped", "到2025年，科技型中小企业突破600家[1]。", [TARGETS]),
        ("不低于 for 不超过", "2025年研发经费支出占地区生产总值比重不超过3.8%[1]。", [TARGETS]),
        ("two values exchanged", "到2025年，高新技术企业突破3400家，科技型中小企业达到600家[1]。", [TARGETS]),
        ("citation moved", "到2025年，高新技术企业突破600家[1]。", [PROMISE]),
        ("sentence invented", "余姚市对上市公司一次性奖励现金并免除全部税收[1]。", [PROMISE]),
        ("formula wrong", "增加316家（600家-294家=316家）[1][2]。", [TARGETS, BASE]),
        ("formula from figures nobody states", "增加300家（600家-300家=300家）[1]。", [TARGETS]),
        ("share told in points", "增加306家（600家-294家=306家），增幅约104个百分点（(600家-294家)÷294家≈104%）[1][2]。", [TARGETS, BASE]),
        ("result exchanged with what it came of", "2025年306家，增加600家（600家-294家=306家）[1][2]。", [TARGETS, BASE]),
        ("formula turned round", "增加306家（306家=600家-294家）[1][2]。", [TARGETS, BASE]),
        ("year of another span", "高新技术企业2025年294家[2]，2020年600家[1]。", [TARGETS, BASE]),
        ("no citation", "余姚市到2025年高新技术企业达到600家。", []),
        ("mark of no citation", "到2025年，高新技术企业突破600家[3]。", [TARGETS]),
    ],
)
def test_what_they_do_not_say_is_caught(source, kind, answer, quotes):
    assert not all(check.ok for check in verify(source, answer, *quotes)), kind


def test_a_span_that_is_not_the_documents_text_is_caught(source):
    start = source.texts["yy"].index(TARGETS)
    forged = Citation(1, "yy", "", "", None, "", start, start + len(TARGETS), TARGETS.replace("600", "900"))
    checks = Verifier(source, Gazetteer(tuple(source.infos.values()))).verify("高新技术企业突破900家[1]。", [forged])
    assert not all(check.ok for check in checks)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("((48.6万名÷36.5万名)^(1/5)-1≈5.9%)", True),
        ("((48.6万名-36.5万名)÷5=2.42万名)", True),
        ("(30万元/人-25万元/人=5万元/人)", True),
        ("(50亿元×70%=35亿元)", True),
        ("(450亿元×(1+15%)^2≈595.13亿元)", True),
        ("(3.75%-3.6%=0.15个百分点)", True),
        ("(3.75%-3.6%=0.25个百分点)", False),
        ("(3.75%-3.6%=0.15%)", False),
        ("((3.75%-3.6%)÷2=0.075个百分点)", True),
        ("(210件÷1000件=21个百分点)", False),
        ("(600家-294家=306项)", True),
        ("(600家-294家=306亿元)", False),
        ("(20元/平方米×300平方米=6000元)", True),
        ("(210件÷140件=2倍)", False),
        ("(1家÷0家=1倍)", None),
        ("(余姚=宁波)", None),
    ],
)
def test_formulas_are_computed_again(text, true):
    assert [one.true for one in formulas(text)] == ([] if true is None else [true])
