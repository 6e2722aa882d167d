"""Places in texts: regions of the corpus, places that it does not cover, and words that are no place at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.regions import Gazetteer, stem_of


@pytest.fixture(scope="module")
def gazetteer(small_index):
    named = small_index.info
    return Gazetteer(
        [
            named("a", "临湖市规划", region="临湖市"),
            named("b", "安河县规划", region="安河县", parent="临湖市"),
            named("c", "东岭区规划", region="东岭区", parent="临湖市"),
            named("d", "余姚市规划", region="余姚市", parent="宁波市"),
        ]
    )


def test_a_region_is_found_with_and_without_its_rank(gazetteer):
    for text in ("安河的目标", "安河县的目标", "请问安河县级财政投入"):
        (place,) = gazetteer.places(text)
        assert (place.stem, place.region) == ("安河", "安河县")
        assert text[place.start : place.end] == "安河"


def test_places_stand_in_the_order_of_the_text_each_once(gazetteer):
    found = gazetteer.places("东岭和安河，哪个高？东岭还是临湖市？")
    assert [place.region for place in found] == ["东岭区", "安河县", "临湖市"]


def test_a_district_is_told_from_its_city(gazetteer):
    assert [place.region for place in gazetteer.places("临湖市安河县")] == ["临湖市", "安河县"]
    assert gazetteer.parent("安河") == "临湖" and gazetteer.region("临湖") == "临湖市"
    assert gazetteer.parent("临湖") == ""


def test_places_that_the_corpus_does_not_cover_are_seen_as_such(gazetteer):
    for text, stem, city in (("北仑区呢？", "北仑", "宁波"), ("杭州的目标", "杭州", ""), ("萧山和安河比", "萧山", "杭州")):
        place = gazetteer.places(text)[0]
        assert (place.stem, place.region, gazetteer.region(place.stem), gazetteer.parent(place.stem)) == (stem, "", "", city)


def test_a_place_of_no_list_is_seen_where_a_part_of_the_question_begins(gazetteer):
    assert [(place.stem, place.region) for place in gazetteer.places("西丰县的目标")] == [("西丰", "")]
    assert [place.stem for place in gazetteer.places("安河和西丰县")] == ["安河", "西丰"]
    assert [place.stem for place in gazetteer.places("科创走廊,西丰县也有吗")] == ["西丰"]
    assert [place.stem for place in gazetteer.places("朝阳区和鼓楼区")] == ["朝阳", "鼓楼"]


@pytest.mark.parametrize(
    "text",
    "技术市场有多大 人才市场怎么建 国际市场，国内市场 核心区建设进展 重点区域有哪些 集聚区有几个 先行区 自贸区 旅游区 功能区划 "
    "贫困县 百强县 农村区域 要素市场化改革 孵化区 产业区 道路桥梁建设 环杭州湾产业带 临海产业布局 跨海公路桥".split(),
)
def test_ordinary_words_before_a_rank_are_no_places(gazetteer, text):
    assert gazetteer.places(text) == ()


@pytest.mark.parametrize(
    "text", ["全市目标", "各县情况", "高新区建设", "我区企业", "本市政策", "两市一区", "城市大脑", "科技型中小企业", "", "宁波市级众创空间"]
)
def test_ranks_and_levels_are_no_places(gazetteer, text):
    assert gazetteer.places(text) == ()


def test_short_names_and_nicknames(gazetteer):
    assert [place.region for place in gazetteer.places("来姚创业")] == ["余姚市"]
    assert [place.stem for place in gazetteer.places("我们在甬企业")] == ["宁波"]
    assert gazetteer.places("慈善基金") == () and gazetteer.places("姚女士") == ()
    assert [place.region for place in gazetteer.places("姚城有什么政策")] == ["余姚市"]


def test_english_names_are_whole_words_in_any_case(gazetteer):
    assert [place.region for place in gazetteer.places("R&D target of YUYAO?")] == ["余姚市"]
    assert [place.stem for place in gazetteer.places("Ningbo and Hangzhou")] == ["宁波", "杭州"]
    assert gazetteer.places("an existing anjivia") == ()  # neither xi nor anji


def test_the_region_above_the_others_stands_for_all(gazetteer):
    assert gazetteer.top_region() == "临湖市"
    assert Gazetteer([]).top_region() == ""


def test_without_any_region_above_there_is_none(small_index):
    named = small_index.info
    apart = Gazetteer([named("b", "x", region="安河县", parent="临湖市"), named("e", "y", region="云岭县")])
    assert apart.top_region() == ""
    assert apart.parent("安河") == "临湖"  # known, though the corpus has no plan of it


@pytest.mark.parametrize(
    ("titles", "text", "region"),
    [
        (("临湖市奖励办法", "东岭区规划"), "2030年要有多少家高企？", "东岭区"),
        (("临湖市奖励办法", "东岭区规划"), "2030年全市要有多少家高企？", "临湖市"),
        (("临湖市规划", "东岭区规划"), "2030年要有多少家高企？", "临湖市"),
        (("临湖市奖励办法", "东岭区奖励办法"), "2030年要有多少家高企？", "临湖市"),
    ],
)
def test_figures_asked_for_without_a_place_are_those_of_the_only_plan(small_index, titles, text, region):
    infos = [
        small_index.info(title[:2], title, region=title[:3], parent="" if place == 0 else "临湖市", period="2026-2030")
        for place, title in enumerate(titles)
    ]
    assert Gazetteer(infos).usual_region(text) == region


def test_the_catalog_decides_whom_a_place_belongs_to(small_index):
    moved = Gazetteer([small_index.info("x", "x", region="余姚市", parent="临湖市")])
    assert moved.parent("余姚") == "临湖"
    assert moved.parent("慈溪") == "宁波"


@pytest.mark.parametrize(
    ("region", "stem"),
    [
        ("安河县", "安河"),
        ("沙市", "沙市"),
        ("内蒙古自治区", "内蒙古"),
        ("香港特别行政区", "香港"),
        ("浙江省", "浙江"),
        ("景宁自治县", "景宁"),
    ],
)
def test_stems(region, stem):
    assert stem_of(region) == stem


@given(st.lists(st.sampled_from("安河 东岭县 临湖市 余姚 杭州 ， 和 的目标 2025年 高企 Yuyao😀 区".split()), max_size=12))
def test_every_place_stands_where_it_is_said_to(parts):
    text = "".join(parts)
    known = Gazetteer([])
    found = known.places(text)
    assert len({place.stem for place in found}) == len(found)
    assert [place.start for place in found] == sorted(place.start for place in found)
    assert all(place.stem == {"Yuyao": "余姚"}.get(said := text[place.start : place.end], said) for place in found)


def test_a_county_level_city_before_a_level_is_a_place_where_nothing_else_names_one(gazetteer):
    assert [place.region for place in gazetteer.places("余姚市级以上的工程中心有几家")] == ["余姚市"]
    assert [place.stem for place in gazetteer.places("慈溪的宁波市级众创空间")] == ["慈溪"]


def test_a_zone_is_named_without_what_kind_it_is(small_index):
    zones = [small_index.info(name, f"{name}指南", region=name) for name in ("海宁湾经济开发区", "石渡软件园", "岚屿高新区", "岚屿市")]
    found = Gazetteer(zones)
    assert [place.region for place in found.places("海宁湾的企业")] == ["海宁湾经济开发区"]
    assert [place.region for place in found.places("在石渡租办公房")] == ["石渡软件园"]
    assert [place.region for place in found.places("岚屿和岚屿高新区")] == ["岚屿市", "岚屿高新区"]
    assert stem_of("杭州经济开发区") != "杭州" and stem_of("创新产业园") != "创新"
