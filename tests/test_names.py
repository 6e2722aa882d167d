"""Documents named by a mark of their title, and things that one plan alone lists."""

import pytest

from index.outlines import Item, Outline
from retriever.names import Names, named_documents
from retriever.retrieve import PassageRetriever


def outline(doc, *names, kind="table"):
    return Outline(doc, "重点平台", (), kind, 0, tuple(Item(name, 0, len(name)) for name in names))


@pytest.fixture(scope="module")
def documents(small_index):
    return (
        small_index.info("a", "临湖市“315”科技创新行动方案", region="临湖市"),
        small_index.info("b", "临湖市“十四五”科技创新规划", region="临湖市"),
        small_index.info("c", "安河县“十四五”科技创新规划“六大工程”", region="安河县"),
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("315方案的目标是什么", ["a"]),
        ("“六大工程”有哪些", ["c"]),
        ("315方案和六大工程", ["a", "c"]),
        ("十四五目标", []),  # two titles have it
        ("高企达到3150家", []),
        ("编号1315", []),
        ("", []),
    ],
)
def test_a_mark_that_no_other_title_has_names_a_document(documents, text, named):
    assert [info.id for info in named_documents(text, documents)] == named


def test_a_mark_is_one_document_s_whatever_the_corpus(documents):
    assert [info.id for info in named_documents("十四五目标", documents[:2])] == ["b"]


def test_the_longest_name_that_one_region_lists(documents):
    listed = [outline("a", "东湖科创走廊", "东湖科创走廊展示中心"), outline("c", "云海产业园")]
    names = Names(listed, documents, {info.id: "" for info in documents})
    assert names.find("东湖科创走廊展示中心在哪") == ("东湖科创走廊展示中心", "临湖市")
    assert names.find("东湖科创走廊有多长") == ("东湖科创走廊", "临湖市")
    assert names.find("云海产业园") == ("云海产业园", "安河县")
    assert names.find("产业园") is None and names.find("") is None


def test_what_two_regions_list_belongs_to_neither(documents):
    names = Names([outline("a", "云海产业园"), outline("c", "云海产业园")], documents, {})
    assert names.find("云海产业园") is None


def test_what_every_plan_speaks_of_belongs_to_none(small_index):
    documents = tuple(small_index.info(doc, doc, region=f"{doc}县") for doc in "abc")
    listed = [outline("a", "长三角一体化")]
    everywhere = Names(listed, documents, dict.fromkeys("abc", "融入长三角 一体化"))
    assert everywhere.find("长三角一体化") is None
    for texts in ({"a": "融入长三角一体化"}, {"a": "融入长三角一体化", "b": "对接长三角一体化"}):
        assert Names(listed, documents, texts).find("长三角一体化") == ("长三角一体化", "a县")


def test_words_and_remarks_are_no_names(documents):
    names = Names([outline("a", "创新平台", "数据 中心（一期）", "青云小镇"), outline("b", "完善创新体系", kind="section")], documents, {})
    assert names.find("创新平台有几个") is None  # four characters that may be any word
    assert names.find("青云小镇") == ("青云小镇", "临湖市")  # four that end like a place
    assert names.find("完善创新体系") is None  # a section's heading is no thing


def test_a_document_of_no_region_lends_none(small_index):
    info = small_index.info("x", "x")
    assert Names([outline("x", "云海产业园")], [info], {}).find("云海产业园") is None


def test_an_indicator_of_a_table_is_no_thing_of_one_place(documents):
    names = Names(
        [outline("a", "高新技术企业数量", "研发人员全时当量（人年）", "农村自来水普及率 (%)", "云海产业园（一期）")], documents, {}
    )
    assert names.find("高新技术企业数量") is names.find("研发人员全时当量") is names.find("农村自来水普及率") is None
    assert names.find("云海产业园") == ("云海产业园", "临湖市")


@pytest.fixture(scope="module")
def placed(small_index):
    listed = "表1 重点平台\n\n| 平台 | 定位 |\n|---|---|\n| 东湖科创走廊 | 创新策源 |\n| 云海产业园 | 先进制造 |\n"
    plan = "# {0}规划\n\n## 一、任务\n\n大力支持企业开展研发活动，完善创新体系，优化创新生态，提升创新能力，服务发展大局。\n\n{1}"
    city = small_index.info("a", "临湖市规划", region="临湖市")
    county = small_index.info("c", "安河县规划", region="安河县", parent="临湖市")
    retriever = PassageRetriever(
        small_index({city: plan.format("临湖市", ""), county: plan.format("安河县", listed)}), small_index.embedder
    )
    return lambda text: retriever.retrieve(text).regions


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("东湖科创走廊的定位", ("安河县",)),
        ("东湖科创走廊怎么对接上海", ("安河县",)),
        ("临湖市的东湖科创走廊", ("临湖市",)),
        ("杭州的东湖科创走廊", ()),
        ("东湖科创走廊，西丰县也有吗", ()),
        ("创新体系怎么建设", ()),
    ],
)
def test_a_thing_lends_its_place_where_no_other_is_asked_about(placed, text, regions):
    assert placed(text) == regions


def test_one_of_the_kind_an_earlier_turn_spoke_of_is_named_by_its_beginning(documents):
    names = Names([outline("a", "东湖科创走廊", "北山智能走廊", "东湖高新园区")], documents, {"a": ""})
    before = "北山智能走廊的核心区在哪"
    assert [one.name for one in names.alike("东湖那条呢？多长", before)] == ["东湖科创走廊"]
    assert names.alike("东湖那条呢", "高企目标多少") == ()  # no body before
    assert names.alike("西山那条呢", before) == ()


def test_one_of_another_kind_is_named_by_its_beginning_where_no_other_begins_so(documents):
    names = Names([outline("a", "甲山光电研究院", "乙水人工智能研究中心", "东湖高新园区")], documents, {"a": ""})
    before = "甲山光电研究院有多少研究人员"
    assert [one.name for one in names.alike("乙水那家呢", before)] == ["乙水人工智能研究中心"]
    assert names.alike("乙水那家呢", "高企目标多少") == ()  # no body before
    assert names.alike("东湖那个光电实验室要占多少亩", before) == ()  # it says of itself what it is
