"""What a question about figures wants done, and which indicators its words name."""

import hashlib

import numpy as np
import pytest

from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from retriever.linking import IndicatorNames
from retriever.operations import operations_in
from retriever.question import read_question
from retriever.rest import plain_rest
from retriever.slots import read_slots
from retriever.years import years_named

TEXTS = ("到2025年，高新技术企业研发中心达到20家，国家科技型中小企业达到60家。",)


def info(doc: str, region: str, parent: str = "", period: str = "2021-2025") -> DocumentInfo:
    named = dict.fromkeys(("file", "level", "issuer", "number", "date", "status", "source", "sha256"), "")
    return DocumentInfo(doc, title=doc, region=region, parent=parent, period=period, **named)


GAZETTEER = Gazetteer([info("a", "临湖市"), info("b", "安河县", "临湖市"), info("c", "东岭区", "临湖市")])


class HashEmbedder:
    """An embedding is the count of characters, each at the place its digest gives."""

    model_id = "hash"

    def embed_queries(self, queries):
        rows = np.zeros((len(queries), 64), dtype=np.float32)
        for row, text in enumerate(queries):
            for char in text:
                rows[row, hashlib.sha256(char.encode()).digest()[0] % 64] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)

    embed_passages = embed_queries


@pytest.fixture(scope="module")
def names():
    called = {
        "高新技术企业数": ["高新技术企业数", "高新技术企业", "高企"],
        "科技型中小企业数": ["科技型中小企业数", "科技型中小企业", "科小"],
        "全员劳动生产率": ["全员劳动生产率"],
        "全社会劳动生产率": ["全社会劳动生产率"],
        "研发经费占GDP比重": ["研发经费占GDP比重", "研发强度"],
    }
    return IndicatorNames(called, TEXTS, HashEmbedder())


def slots(text: str, *history: str):
    return read_slots(read_question(text, history, GAZETTEER), history, GAZETTEER)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("安河2025年高企目标多少家", "lookup"),
        ("安河高企2025年比2020年多多少家", "change"),
        ("两地差多少", "difference"),
        ("高企年均增长多少", "average_annual"),
        ("平均每年要新增多少家", "average_annual"),
        ("2025年是2020年的几倍", "multiple"),
        ("增幅是多少", "growth"),
        ("谁的目标最高", "rank"),
        ("从高到低排一下", "rank"),
        ("三地加起来一共多少", "sum"),
        ("占全市百分之几", "share"),
        ("相当于全市目标的百分之几", "share"),
        ("哪些地方没有设这个目标", "exists"),
        ("够得上倍增吗", "check_claim"),
        ("前后两个数不一样，到底是多少", "conflict"),
        ("同一份文件自己打架了", "conflict"),
        ("把三个年份的数串起来", "timeline"),
        ("How many times the 2020 figure is it?", "multiple"),
        ("Which is higher?", "rank"),
    ],
)
def test_operations_are_read_from_the_words(text, asked):
    assert asked in operations_in(text)


def test_an_indicator_of_added_value_is_no_increase():
    assert operations_in("高新技术产业增加值占规上工业增加值比重是多少") == {"lookup"}
    assert not slots("number of enterprises in 安河").over_time


def test_years_of_periods_and_stretches():
    assert years_named("“十三五”开始前的2015年") == (2015,)
    assert years_named("十四五末比2020年高多少") == (2020, 2025)
    assert slots("安河高企从2015到2020年增长多少").since == 2015
    assert slots("安河高企十三五期间翻了几倍").since == 2015
    assert slots("安河高企十四五末目标").since is None
    assert slots("安河研发强度2020年2.9%，五年涨了几个点").since == 2015
    assert slots("安河研发强度2020年2.9%，五年还要再涨几个点").since is None


def test_each_region_keeps_a_year_of_its_own():
    assert slots("安河2020年是不是已经超过东岭2025年的目标").aims == (("安河县", 2020), ("东岭区", 2025))
    assert slots("安河2025年和东岭2025年谁高").aims == ()


def test_the_whole_city_stands_beside_its_county():
    assert slots("安河研发强度2025年高还是全市高").regions == ("安河县", "临湖市")
    assert slots("安河县全市场化改革目标").regions == ("安河县",)


def test_the_whole_city_is_meant_before_a_county_level_city_is_named_and_where_it_is_compared_with():
    gazetteer = Gazetteer([info("a", "临湖市"), info("b", "安河市", "临湖市")])

    def regions(text):
        return read_slots(read_question(text, (), gazetteer), (), gazetteer).regions

    assert regions("新建研究院，全市要几家，安河分到几家") == ("安河市", "临湖市")
    assert regions("研究院目标，全市和安河各几家") == ("安河市", "临湖市")
    assert regions("安河研发强度是不是高过全市") == ("安河市", "临湖市")
    assert regions("安河全市研究院要几家") == ("安河市",)
    assert regions("安河研究院要几家，全市高企要几家") == ("安河市",)


def test_the_whole_city_keeps_a_year_of_its_own():
    gazetteer = Gazetteer([info("a", "临湖市"), info("b", "安河市", "临湖市")])
    text = "安河2025年的目标，是不是比全市2027年的还高"
    assert read_slots(read_question(text, (), gazetteer), (), gazetteer).aims == (("安河市", 2025), ("临湖市", 2027))


def test_a_follow_up_carries_operation_years_and_places():
    carried = slots("那东岭呢？", "安河2025年高企比2020年多多少家")
    assert carried.asks("change") and carried.years == (2025, 2020) and carried.regions == ("东岭区",)
    both = slots("两个地方差多少？", "安河2025年高企目标多少", "东岭呢？")
    assert both.regions == ("安河县", "东岭区") and both.asks("difference")
    assert slots("这个比2020年涨了多少", "安河2025年高企目标多少").years == (2020, 2025)


def test_names_are_found_and_what_narrows_them_down_is_seen(names):
    plain = names.link("安河2025年高企目标是多少家", GAZETTEER.places("安河"))
    assert plain.ids == ("高新技术企业数",) and not plain.narrowed and not plain.rest
    assert names.link("安河国家级科技型中小企业多少家", ()).narrowed
    assert names.link("高新技术企业研发中心有多少家", ()).narrowed  # the documents know such centres: something else
    assert not names.link("手里握着的高新技术企业有多少家", ()).narrowed
    assert names.link("高企奖多少", ()).narrowed


def test_a_name_that_fits_near_indicators_means_both(names):
    assert set(names.link("劳动生产率目标", ()).ids) == {"全员劳动生产率", "全社会劳动生产率"}
    assert names.link("全员劳动生产率目标", ()).ids == ("全员劳动生产率",)


def test_descriptions_and_english_are_read(names):
    assert "全员劳动生产率" in names.link("平均每个员工一年创造多少价值", ()).ids
    assert names.link("What is the R&D intensity target for 2025?", ()).ids[0] == "研发经费占GDP比重"
    assert names.link("How much of GDP should go to R&D by 2025?", ()).ids[0] == "研发经费占GDP比重"
    assert names.link("How much cash does a certified high-tech company get?", ()).narrowed
    assert not names.link("今天天气怎么样", ()).mentions


def test_the_nearest_name_comes_first(names):
    nearest = names.nearest("科技型中小企业")
    assert nearest[0][0] == "科技型中小企业数" and nearest[0][1] == pytest.approx(1, abs=1e-5)
    assert names.nearest("") == () and len(nearest) <= 5


def test_rest_leaves_out_places_years_and_asking():
    places = GAZETTEER.places("安河县和东岭区")
    assert plain_rest("安河县和东岭区2025年财政科技支出目标谁最高？", places) == "财政科技支出"
    assert plain_rest("", ()) == ""


def test_places_of_english_texts_and_of_no_list():
    known = Gazetteer([info("x", "宁波市")])
    assert [place.stem for place in known.places("How many firms in Ningbo?")] == ["宁波"]
    assert [(place.stem, place.region) for place in GAZETTEER.places("西丰县2025年目标")] == [("西丰", "")]
    assert GAZETTEER.places("全市高企目标") == () and GAZETTEER.places("各县目标") == () and GAZETTEER.places("高新区目标") == ()


def test_a_follow_up_of_a_follow_up_keeps_what_was_asked():
    carried = slots("那临湖市呢？", "安河2025年高企比2020年多多少家", "东岭呢？")
    assert carried.asks("change") and carried.years == (2025, 2020) and carried.regions == ("临湖市",)
    changed = slots("东岭呢？", "安河2020年高企多少", "安河研发强度目标是多少")
    assert changed.years == () and changed.operations == {"lookup"}


def test_a_year_after_the_comparison_belongs_to_no_region():
    def aims(text):
        return read_slots(read_question(text, [], GAZETTEER), [], GAZETTEER).aims

    assert aims("安河2020年比东岭低多少,2025年追得上吗") == ()
    assert aims("安河2025年的目标和东岭2027年的目标") == (("安河县", 2025), ("东岭区", 2027))


def test_five_years_on_from_a_year():
    assert read_slots(read_question("临湖高企五年涨到了2015年的几倍", [], GAZETTEER), [], GAZETTEER).years == (2015, 2020)
