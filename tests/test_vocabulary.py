"""What the documents of an index have words for: of one place, of all, in quotation marks; and what stands above their places."""

import pytest

from answer.vocabulary import Vocabulary, objects, province_of
from retriever.concepts import Concept

NORTH = "# 北市规划\n\n根据江源省委部署，融入江源省创新体系，居江源省第三位。\n\n## 一、金融\n\n推广“北科贷”，完善风险池。\n"
SOUTH = "# 南市规划\n\n## 一、空间\n\n建设“南岸智谷”，培育瞪羚企业。\n"


@pytest.fixture(scope="module")
def vocabulary(small_index):
    north = small_index.info("n", "北市规划", region="北市", period="2021-2025")
    south = small_index.info("s", "南市规划", region="南市", period="2021-2025", parent="海右省")
    return Vocabulary(small_index({north: NORTH, south: SOUTH}))


def test_a_word_is_looked_for_in_the_documents_of_the_places_meant(vocabulary):
    gazelle = Concept("瞪羚", ("瞪羚",), 1.0)
    assert vocabulary.share(gazelle) == 1.0
    assert vocabulary.share(gazelle, ["北市"]) == 0.0
    assert vocabulary.share(gazelle, ["北市", "南市"]) == 1.0


def test_the_texts_of_a_place_are_read_once(vocabulary):
    assert vocabulary.of(["北市"]) is vocabulary.of(["北市"])
    assert vocabulary.of([]) is vocabulary.everything


def test_names_in_quotation_marks_with_the_documents_that_write_them(vocabulary):
    assert vocabulary.quoted == {"北科贷": frozenset({"n"}), "南岸智谷": frozenset({"s"})}
    assert vocabulary.things == ("北科贷", "南岸智谷")
    assert vocabulary.holding("风险池") == {"n"} and vocabulary.holding("无此名") == frozenset()


def test_provinces_come_from_the_catalog_and_the_texts(vocabulary):
    assert vocabulary.above == {"中国", "全国", "江源", "海右"}


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("浙江省委提出目标，浙江省已有基础，学习广东省经验", "浙江"),
        ("四川省委部署，四川省规划", "四川"),
        ("对标广东省", ""),  # named once
        ("列入省级名单，获批省级平台，争创省级园区", ""),
        ("", ""),
    ],
)
def test_the_province_is_the_one_that_a_text_names_most(text, province):
    assert province_of(text) == province


def test_what_a_sum_can_be_asked_for_holds_terms_and_their_other_names():
    assert {"高新技术企业", "创新券"} <= objects()
    assert not {"十三五", "十四五"} & objects()  # when something is


def test_no_word_of_a_small_corpus_is_common(vocabulary):
    assert not any(vocabulary.is_common(word) for word in ("规划", "建设", "无此词"))


def test_where_all_plans_are_of_one_place_nobody_has_to_name_it(small_index):
    plan = {"period": "2026-2030", "status": "final"}
    city = small_index.info("city", "甲市科技规划", region="甲市", **plan)
    policy = small_index.info("policy", "乙区若干措施", region="乙区", parent="甲市")
    other = small_index.info("other", "丙市科技规划", region="丙市", **plan)
    homes = [Vocabulary(small_index(dict.fromkeys(infos, NORTH))).one_home for infos in ((city,), (city, policy), (city, other), (policy,))]
    assert homes == [True, True, False, True]
    assistants = [small_index.assistant(dict.fromkeys(infos, NORTH)) for infos in ((city,), (city, other))]
    asked = [assistant.ask("那些小作坊怎么处置") for assistant in assistants]
    assert asked[1].refusal and asked[1].refusal.code == "off_topic"
