"""What a person typed, read: places, years, words, and what earlier turns lend to a follow-up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.regions import Gazetteer
from retriever.question import HISTORY_WEIGHT, SYNONYM_WEIGHT, read_question
from retriever.turns import recent_turns, split_questions
from retriever.wording import normalise
from retriever.years import years_in


@pytest.fixture(scope="module")
def gazetteer(small_index):
    named = small_index.info
    return Gazetteer(
        [
            named("a", "临湖市规划", region="临湖市"),
            named("b", "安河县规划", region="安河县", parent="临湖市"),
            named("c", "余姚市规划", region="余姚市"),
        ]
    )


@pytest.fixture(scope="module")
def read(gazetteer):
    return lambda text, *history: read_question(text, history, gazetteer)


def test_full_width_and_spaced_input_reads_like_plain_input(read):
    odd = read("　安河 县２０２５年高 企目标多少家？ ")
    plain = read("安河县2025年高企目标多少家?")
    assert (odd.text, odd.places, odd.years, odd.terms, odd.query) == (plain.text, plain.places, plain.years, plain.terms, plain.query)
    assert normalise("R&D 经费 GDP") == "R&D 经费 GDP"  # Latin words stay apart


@pytest.mark.parametrize("text", ["", "   ", "？？？", "😀"])
def test_a_question_of_no_words_is_read_as_nothing(read, text):
    question = read(text)
    assert (question.keys, question.terms, question.years, question.regions) == ((), {}, (), ())


def test_regions_are_those_of_the_corpus_and_places_all(read):
    question = read("安河县、余姚和杭州谁的研发强度高")
    assert question.regions == ("安河县", "余姚市")
    assert [place.stem for place in question.places] == ["安河", "余姚", "杭州"]


def test_names_of_regions_are_no_words_to_match_even_where_no_dictionary_knows_them(read):
    assert read("安河县的人才公寓").keys == read("余姚市的人才公寓").keys
    assert not {"安", "河", "县", "余姚"} & set(read("安河县和余姚市的人才公寓").terms)
    assert "杭州" in read("杭州的人才公寓").keys  # of a place without a plan, the documents may still speak


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025年", (2025,)),
        ("25年目标", (2025,)),
        ("十四五末比2020年高多少", (2020, 2025)),
        ("“十五五”规划", (2030,)),
        ("十二五和十三五", (2015, 2020)),
        ("2023-2027年方案", (2027,)),
        ("2021—2025年规划", (2025,)),
        ("2023年到2027年", (2027,)),
        ("2020年2025年各多少", (2020, 2025)),
        ("2025年和2025年底", (2025,)),
        ("12025家", ()),
        ("20年间", ()),
        ("15年以来", ()),
        ("", ()),
    ],
)
def test_years(text, years):
    assert years_in(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "高企多少家",
        "研发强度目标值",
        "占比是几成",
        "谁最高",
        "增长幅度",
        "有几家实验室",
        "研发投入翻几番",
        "How many firms?",
        "What is the target?",
    ],
)
def test_questions_for_figures(read, text):
    assert read(text).wants_number


@pytest.mark.parametrize("text", ["怎么支持企业创新", "有哪些平台", "人才公寓的政策", "责任单位"])
def test_questions_for_words(read, text):
    assert not read(text).wants_number


@pytest.mark.parametrize("text", ["四地的研发强度", "哪个区最高", "各县目标", "谁的高企多", "Which city leads?"])
def test_all_places_are_meant(read, text):
    assert read(text).everywhere


@pytest.mark.parametrize("text", ["安河的高企", "培育高企是谁的责任", "区县怎么分工", "全市目标"])
def test_not_all_places_are_meant(read, text):
    assert not read(text).everywhere


@pytest.mark.parametrize(
    "text",
    ["安河规划什么时候到期", "安河规划是几时印的", "这份文件是谁发的", "方案是征求意见稿吗，什么时候印发", "Is the plan still in force?"],
)
def test_questions_about_a_document_itself(read, text):
    assert read(text).about_document


@pytest.mark.parametrize("text", ["安河2025年高企目标", "规划了哪些平台", "什么时候能建成科技馆"])
def test_questions_about_content_are_none_about_the_document(read, text):
    assert not read(text).about_document


@pytest.mark.parametrize(
    ("text", "counts"), [("哪六个门类", ("六", "6")), ("十条链", ("十", "10")), ("12项任务", ("12", "十二")), ("十四五", ())]
)
def test_how_many_things_are_asked_for(read, text, counts):
    assert read(text).counts == counts


def test_own_words_weigh_more_than_synonyms_and_these_are_in_the_query(read):
    question = read("高企的公寓")
    assert question.terms["公寓"] == 1.0 and question.terms["高新技术企业"] == SYNONYM_WEIGHT
    assert question.query == "高企的公寓 高新技术企业"


def test_english_is_searched_for_in_chinese(read):
    question = read("How many high-tech enterprises will Yuyao have by 2025?")
    assert question.english and question.regions == ("余姚市",) and question.years == (2025,)
    assert question.query == " ".join(term for term in question.query.split() if re.search(r"[\u4e00-\u9fff]", term))
    assert "高新技术企业" in question.query
    assert not read("GDP和R&D比重").english and not read("PCT").english
    assert not read("high-tech enterprises 高新技术企业今年目标数量").english


def test_a_follow_up_takes_over_subject_place_and_year(read):
    question = read("那余姚呢？", "安河2025年研发强度目标多少")
    assert (question.regions, question.years, question.wants_number, question.follows) == (("余姚市",), (2025,), True, True)
    assert question.terms["研发强度"] == 2 * HISTORY_WEIGHT and "研发强度" in question.query
    again = read("2020年呢？", "安河2025年研发强度目标多少")
    assert (again.regions, again.years) == (("安河县",), (2020,))


def test_a_subject_lasts_over_turns_that_change_only_place_or_year(read):
    question = read("临湖市呢？", "安河2025年研发强度目标多少", "余姚呢？", "那2020年呢？")
    assert (question.regions, question.years, question.wants_number) == (("临湖市",), (2020,), True)
    assert "研发强度" in question.terms


def test_a_new_subject_ends_the_old_one(read):
    question = read("余姚呢？", "安河2020年研发强度多少", "安河的人才公寓")
    assert question.years == () and not question.wants_number
    assert "公寓" in "".join(question.terms) and "研发强度" not in question.terms


def test_all_places_replace_the_one_carried_over(read):
    question = read("各地呢", "安河2025年研发强度目标多少")
    assert question.everywhere and question.places == ()
    carried = read("那2020年呢", "安河的研发强度", "四地的研发强度", "十四五末呢")
    assert carried.everywhere and carried.places == ()
    assert not read("那人才呢", "研发强度多少").everywhere
    assert read("那人才呢", "四地的研发强度", "安河呢").regions == ("安河县",)


def test_what_is_said_now_weighs_more_than_what_was_said(read):
    question = read("安河的创新券和人才公寓怎么申请", "安河的孵化器")
    assert question.terms["创新券"] == 1.0 and question.terms["孵化器"] == HISTORY_WEIGHT


def test_blank_turns_are_no_history(read):
    assert read("安河的人才公寓", " ", "") == read("安河的人才公寓")


def test_recent_turns(gazetteer):
    turns = ["安河的孵化器", "余姚高企目标", "安河呢", "2020年呢"]
    assert list(recent_turns(turns, gazetteer)) == turns[1:]
    assert list(recent_turns(["余姚呢"], gazetteer)) == ["余姚呢"]
    assert list(recent_turns([], gazetteer)) == []


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("余姚高企目标多少？慈溪又是多少？", ("余姚高企目标多少", "慈溪又是多少")),
        ("余姚高企目标多少", ("余姚高企目标多少",)),
        ("我在余姚开厂。有什么补贴？怎么申请？", ("我在余姚开厂。有什么补贴", "怎么申请")),
        ("高企有多少家？请附来源；研发强度多少", ("高企有多少家，请附来源", "研发强度多少")),
        ("你好；余姚高企多少；研发强度多少", ("你好，余姚高企多少", "研发强度多少")),
        ("何时？多少？", ("何时？多少？",)),  # too short to stand alone
        ("新城的产业分几片？每片叫什么", ("新城的产业分几片，每片叫什么",)),
        ("东湖走廊以哪个镇为核心，这个镇产值要多少", ("东湖走廊以哪个镇为核心", "这个镇产值要多少")),
        ("东湖走廊要多长，这个目标难不难", ("东湖走廊要多长，这个目标难不难",)),  # points to no body
    ],
)
def test_several_questions_of_one_turn(typed, parts):
    assert split_questions(typed) == parts


def test_too_many_questions_stay_together():
    typed = "高企多少？研发强度多少？人才有多少？专利有多少？"
    assert split_questions(typed) == (typed,)


@given(
    st.lists(st.sampled_from(["余姚高企有多少", "怎么申请补贴", "请附来源", "你好", "谢谢", "R&D强度是几"]), max_size=6),
    st.sampled_from("？?；;"),
)
def test_no_part_of_a_turn_is_lost(parts, mark):
    typed = mark.join(parts)
    said = "".join(split_questions(typed))
    assert all(normalise(part) in normalise(said) for part in parts)


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    question = read_question(text, (text,), Gazetteer([]))
    assert question.query == question.query.strip()
    assert all(0 < weight <= 1 for weight in question.terms.values())
    assert normalise(question.text) == question.text


def test_a_plan_named_in_english_is_named_in_chinese_once():
    once = normalise("the 14TH FIVE-YEAR plan")
    assert once == "the 14th five-year (十四五) plan" == normalise(once)


def test_ways_of_speaking_are_put_as_they_are_written():
    assert normalise("青川那一片科创区里市级往上的平台") == "青川科创区里市级以上的平台"


def test_a_bare_name_goes_with_what_is_asked_of_it():
    assert split_questions("东湖那条呢？到2025年要聚多少人才") == ("东湖那条呢，到2025年要聚多少人才",)
    assert split_questions("安河高企目标多少？那临湖呢？") == ("安河高企目标多少", "那临湖呢")


def test_that_one_before_a_kind_of_body_is_left_out():
    assert normalise("阳明那个研究院多少人") == "阳明研究院多少人"
    assert normalise("那个研究院多少人") == "那个研究院多少人"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("高企、科小这两项，安河定了多少", "高企、科小,安河定了多少"),
        ("飞地这块，市里怎么建", "飞地,市里怎么建"),
        ("除了这项，还有啥", "除了这项,还有啥"),
    ],
)
def test_words_that_take_up_what_was_just_named_add_nothing(typed, read):
    assert normalise(typed) == read
