"""Names said in other ways, counts said in words, and which documents write a thing."""

from datetime import date

import pytest

from answer.assistant import Assistant
from answer.counts import numbers
from answer.parted import Parted
from answer.presence import written
from facts.regions import Gazetteer
from retriever.abbreviations import Abbreviations
from retriever.translated import Translated
from retriever.wanted import without_plan
from retriever.wording import normalise

DAY = date(2026, 11, 20)
FIRM = "青石阳光技术研究院有限公司"


@pytest.fixture(scope="module")
def ask(two_plans, small_index):
    assistant = Assistant(two_plans, small_index.embedder)
    return lambda question: assistant.ask(question, today=DAY)


def test_a_body_named_in_english_is_put_as_documents_write_it():
    translated = Translated(["中意宁波生态园", "工业互联网创新中心"])
    assert translated.in_chinese("the Sino-Italian Ningbo Ecological Park's aim") == "the 中意宁波生态园's aim"
    assert translated.in_chinese("an Industrial Internet Innovation Centre") == "an 工业互联网创新中心"
    assert translated.in_chinese("an ecological park in Ningbo") == "an ecological park in Ningbo"


def test_a_name_without_its_legal_form_is_the_whole_name():
    short = Abbreviations([FIRM, "青石光电产业园"], [f"{FIRM}主攻光学。引进青石阳光技术研究院。"])
    assert [one.name for one in short.find("青石阳光技术研究院是搞什么的")] == [FIRM]


@pytest.mark.parametrize(("clause", "found"), [("打造南北两大片区", [("n", "个")]), ("3大营收超千亿产业", [("", "")])])
def test_a_count_in_words_before_great_ones(clause, found):
    assert list(numbers(clause))[:1] == found


def test_a_word_of_which_a_part_is_quoted_is_written():
    assert written("飞地招商", "探索“飞地”招商") and not written("飞地招商", "探索飞地，招商")


def test_a_level_told_apart_from_a_city_below_is_the_one_above(small_index):
    above = small_index.info("above", "临湖市规划", region="临湖市")
    below = small_index.info("below", "青石市规划", region="青石市", parent="临湖市")
    parted = Parted(Gazetteer([above, below]), [above, below], lambda text: ())
    assert parted.parts("青石聚焦哪些部件，市里瞄准哪三大组件") == ["青石聚焦哪些部件", "临湖：市里瞄准哪三大组件"]


def test_whose_plan_has_a_thing_is_looked_up_in_those_named(ask):
    told = ask("谁的规划里有创新券")
    assert "《安河县科技创新规划》提到了“创新券”：" in told.answer and "临湖" not in told.answer
    assert ask("临湖和安河谁提了元宇宙").abstained


def test_so_many_places_are_told_only_where_so_many_documents_say_it(ask):
    assert "提到了" not in ask("哪三个地方有创新券").answer


def test_a_plan_of_years_in_short_and_a_way_of_speaking():
    assert without_plan("23-27年方案里大学怎么发展") == " 大学怎么发展"
    assert normalise("厂里研发没投会怎么样") == "厂里无研发投入会怎么样"
