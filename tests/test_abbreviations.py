"""Institutes and parks that a question names in short, and the full names that documents write."""

import pytest

from retriever.abbreviations import Abbreviations

NAMES = (
    "云州苍山工业技术研究院有限公司",
    "云州市清河人工智能研究院",
    "蓝谷(云州)光电产业研究院",
    "云州塑料城塑料研究院",
    "三号青创科创走廊",
    "新能源汽车",
    "省级技术创新中心",
    "云州经济开发区",
)
TEXTS = (
    "建设云州苍山工业技术研究院有限公司和清河人工智能研究院，推进苍山工业技术研究院提质",
    "各类产业技术研究院、工程研究中心100家",
    "橡胶和塑料制品",
)


@pytest.fixture(scope="module")
def short() -> Abbreviations:
    return Abbreviations(NAMES, TEXTS, ["云州"])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("苍山工研院要多少人", [NAMES[0]]),
        ("苍山工业技术研究院要多少人", [NAMES[0]]),  # also written without the place and the legal form
        ("清河AI研究院2025年几个课题", [NAMES[1]]),
        ("蓝谷光电院和云州塑料研究院谁大", [NAMES[2], NAMES[3]]),
        ("三号青创走廊", [NAMES[4]]),
        ("云州塑料城塑料研究院", [NAMES[3]]),
        ("云州研究院", []),  # nothing but the place
        ("产业技术研究院有几家", []),  # what any such body is called
        ("材料研究院", []),  # 料研究院 begins within a word
        ("新能源汽车", []),  # no body
        ("省级技术创新中心几家", []),  # a kind of body
        ("苍山", []),
        ("望湖经济开发区", []),  # of another place
        ("", []),
    ],
)
def test_bodies_named_in_short(short, question, names):
    assert [body.name for body in short.find(question)] == names


def test_where_a_short_name_stands(short):
    (found,) = short.find("请问苍山工研院要多少人")
    assert (found.said, found.start, found.end) == ("苍山工研院", 2, 7)


def test_the_beginning_of_a_word_of_a_name_names_nothing():
    names = ["云州高端装备海外工程师协同创新中心", "蓝谷光电创新中心"]
    short = Abbreviations(names, ["、".join(names)], ["云州"])
    assert not short.find("市级的工程中心有几家")
    assert [body.name for body in short.find("光电中心有几家")] == [names[1]]


def test_a_short_name_that_fits_two_names_is_none():
    assert not Abbreviations(["甲山光电研究院", "甲山光电子研究院"], [""]).find("甲山光电研院多少人")


def test_a_short_name_of_a_kind_stands_for_the_full_one():
    parts = Abbreviations(["云州经济开发区", "云州湾生态园"], ["云州经开区包括三个片区。"], ["云州"])
    assert [body.name for body in parts.find("云州经开区和云州湾生态园哪个高企多")] == ["云州经济开发区", "云州湾生态园"]


def test_bodies_whose_names_begin_as_the_question_calls_them():
    parts = Abbreviations(["青川科创大走廊", "青川科创区", "新材料产业园"], ["青川科创大走廊、青川科创区，新材料产业产值。"], ["云州"])
    assert parts.begun("青川科创的研发强度") == ("青川科创大走廊", "青川科创区")
    assert parts.begun("新材料产业产值") == ()  # what documents write of other things as well
