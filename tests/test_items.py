"""Notices of numbered items (第一项 …) whose conditions, sums and days stand behind labels within their paragraphs."""

from datetime import date

import pytest

from answer.assistant import Assistant
from facts.label_headings import is_label
from facts.match import match_profile
from facts.measures import extract_measures
from facts.numerals import arabic
from facts.parts import meant
from facts.profile import read_profile
from facts.targets import extract_facts
from index.add import add_document
from index.build import build_index
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.settings import settings_from
from index.structure import parse_document

NOTICE = """云渡县专项资金实施细则暨2026年度申报指南

第一部分 总则
一、适用对象。本细则适用于在云渡县注册、纳税、具有独立法人资格的企业。个体工商户不适用本细则，但第十二项除外。
二、通用条件。申报单位除满足各项目条件外，还应同时具备以下条件：1.注册满1年（第二项不受此限）；2.未被列入严重失信主体名单。
三、名词解释。“初创企业”，是指注册成立不超过3年、上年度营业收入不超过800万元的企业。
第二部分 申报项目
第一项 研发投入后补助
一、申报条件：上年度研发投入比上年增长。
二、支持标准：按研发费用分档累进补助：300万元以下（含）的部分，按5%补助；300万元以上的部分，按8%补助。主导产业企业补助额上浮20%。单家企业每年最高不超过150万元。
三、申报材料：审计报告。四、申报时间：2026年6月10日至7月20日。五、联系方式：县科技局规划科，5550101。
第二项 科技型中小企业入库奖励
一、申报条件：首次进入科技型中小企业信息库的企业。二、支持标准：每家2万元；其中属于初创企业的，每家3万元。三、申报时间：2026年5月6日至5月30日。
第三项 数字化改造补助
一、申报条件：规上企业实施数字化改造，软件、硬件投入合计60万元以上。二、支持标准：软件投入按30%、硬件投入按12%补助，最高90万元。向关联企业购买的不予补助。三、申报时间：2026年8月1日至8月31日。
第十二项 农业示范补助
一、申报条件：流转茶园连片50亩以上的企业、家庭农场和个体工商户。二、支持标准：每亩补助200元，单个主体最高6万元。三、申报时间：常年受理。
第三部分 附则
一、本细则自2026年2月1日起施行，有效期至2028年12月31日。
"""
INFO = DocumentInfo("notice", "云渡县专项资金实施细则", "f", "云渡县", "县", "", "", "", "2026-01-20", "2026-2028", "final", "", "")
DAY = date(2026, 6, 15)


@pytest.fixture(scope="module")
def measures():
    document = parse_document(NOTICE)
    return extract_measures(INFO, chunk_document("notice", document), document.text)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("items")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "notice.txt", settings.corpus, {"id": "notice", "region": "云渡县", "level": "县", "period": "2026-2028"})
    build_index(settings)
    return Assistant.load(settings)


def one(measures, name):
    return next(measure for measure in measures if name in measure.name)


def matched(measures, name, told, day=DAY):
    found = [measure for measure in measures if name in measure.name]
    return match_profile(read_profile(told, day), found, ["云渡县"]).matches[0]


def test_items_are_headings_below_their_part():
    passages = chunk_document("notice", parse_document(NOTICE))
    item = next(passage for passage in passages if "信息库" in passage.text)
    assert item.headings == ("第二部分 申报项目", "第二项 科技型中小企业入库奖励", "申报条件")
    assert not is_label("第一项 研发投入后补助")


def test_each_item_is_a_measure_by_its_title_with_its_own_conditions(measures):
    assert [measure.name for measure in measures] == [
        "第一项 研发投入后补助",
        "第二项 科技型中小企业入库奖励",
        "第三项 数字化改造补助",
        "第十二项 农业示范补助",
    ]
    assert [item.reading for item in one(measures, "研发投入").conditions if item.kind == "clause"] == ["上年度研发投入比上年增长"]
    assert "向关联企业购买的" in "".join(item.reading for item in one(measures, "数字化").conditions if item.kind == "exclusion")


def test_general_conditions_spare_the_items_that_they_name(measures):
    asked = {measure.name: [item.reading for item in measure.conditions if item.kind == "general"] for measure in measures}
    assert "注册满1年" in asked["第一项 研发投入后补助"]
    assert "注册满1年" not in asked["第二项 科技型中小企业入库奖励"]
    assert "未被列入严重失信主体名单" in asked["第二项 科技型中小企业入库奖励"]


def test_the_days_of_an_item_are_its_own(measures):
    assert {measure.name: (measure.opens, measure.closes) for measure in measures} == {
        "第一项 研发投入后补助": ("2026-06-10", "2026-07-20"),
        "第二项 科技型中小企业入库奖励": ("2026-05-06", "2026-05-30"),
        "第三项 数字化改造补助": ("2026-08-01", "2026-08-31"),
        "第十二项 农业示范补助": ("", ""),
    }


def test_bare_sums_under_their_label_are_paid_by_class(measures):
    assert [(amount.fixed, amount.when) for amount in one(measures, "入库").amounts] == [("2", ""), ("3", "属于初创企业")]
    assert one(measures, "入库").definitions == (("初创企业", "注册成立不超过3年、上年度营业收入不超过800万元的企业"),)


def test_caps_and_rises_told_in_further_sentences_belong_to_the_rule(measures):
    told = "云渡县的规上企业，不属于主导产业，研发费用500万元，比上年增长，没有失信，2015年注册"
    paid = matched(measures, "研发投入", told).worth
    assert (paid.value, paid.formula) == ("31", "300万元×5%+(500万元-300万元)×8%=31万元")
    assert matched(measures, "研发投入", told.replace("500万元", "4000万元")).worth.value == "150"


@pytest.mark.parametrize(
    ("told", "value", "formula"),
    [
        ("软件投入100万元、硬件投入200万元", "54", "100万元×30%+200万元×12%=54万元"),
        ("软件投入100万元", "30", "100万元×30%=30万元（未计：硬件投入的12%）"),
        ("软件投入400万元", "90", "400万元×30%=120万元（未计：硬件投入的12%）"),
    ],
)
def test_shares_of_several_bases_are_summed_under_one_cap(measures, told, value, formula):
    paid = matched(measures, "数字化", f"云渡县规上企业，{told}").worth
    assert (paid.value, paid.formula) == (value, formula)


def test_who_is_spared_from_an_exclusion_is_not_asked_to_be_a_legal_person(measures):
    told = "我是云渡县的个体户，流转了连片80亩茶园"
    assert matched(measures, "农业", told).group != "not_met"
    assert matched(measures, "农业", told).worth.value == "1.6"
    assert matched(measures, "研发投入", told).group == "not_met"


def test_references_to_items_are_read_beyond_ten():
    assert arabic("但第十二项除外，第二十三项同") == "但第十二项除外，第二十三项同"
    assert not meant("个体工商户不适用，但第十二项除外", "第十二项 农业示范补助")
    assert not meant("注册满1年（第二项不受此限）", "第二项 奖励")


def test_sums_under_labels_are_no_facts():
    document = parse_document(NOTICE)
    assert extract_facts(INFO, chunk_document("notice", document), document.text) == []


@pytest.mark.parametrize(
    ("question", "told", "kept_out"),
    [
        ("数字化改造补助什么时候申报？", ["2026年8月1日至8月31日"], ["6月10日", "5月6日"]),
        ("云渡县研发后补助几月份报？", ["2026年6月10日至7月20日"], ["8月1日", "5月6日"]),
        ("规上企业软件投入100万元、硬件投入200万元，数字化改造能补多少？", ["54万元"], []),
        ("我们是家具企业，不属于主导产业，研发费用500万元，研发投入比上年增长，研发后补助能拿多少？", ["31万元"], []),
    ],
)
def test_questions_are_answered_from_the_item_meant(assistant, question, told, kept_out):
    answer = assistant.ask(question, (), DAY)
    assert not answer.abstained
    assert all(words in answer.answer for words in told), answer.answer
    assert not any(words in answer.answer for words in kept_out), answer.answer
    assert all(check.ok for check in answer.checks)


def test_the_days_of_another_year_are_not_told(assistant):
    answer = assistant.ask("2027年度的数字化改造补助什么时候开始申报？", (), DAY)
    assert answer.abstained and answer.answer.startswith("资料没有说明具体的申报时间。")
