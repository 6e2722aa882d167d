"""Words typed with a wrong character of the same sound or shape."""

import pytest

from retriever.retrieve import PassageRetriever
from retriever.typos import Typo, Typos


@pytest.fixture(scope="module")
def typos():
    texts = ["支持企业购买研发设备，办理提前还贷。孵化其他\n项目。"]
    return Typos(["研发投入强度", "高新技术企业", "创新券", "孵化器", "R&D经费"], ["临湖"], ["临胡", "安河"], texts)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("研发投人强度多少", "研发投入强度多少"),  # looks alike
        ("研发头入强度多少", "研发投入强度多少"),  # sounds alike
        ("高薪技术起业有几家", "高新技术企业有几家"),
        ("创新卷怎么用", "创新券怎么用"),
        ("林湖的扶化器", "临湖的孵化器"),  # l and n, and two in one question
    ],
)
def test_a_word_that_is_none_is_read_as_the_term_it_sounds_or_looks_like(typos, said, meant):
    text, found = typos.correct(said)
    assert text == meant and found


@pytest.mark.parametrize(
    "text",
    [
        "研发投入强度",  # as it should be
        "临胡的目标",  # another place
        "孵化期多长",  # a word of its own
        "孵化其他项目",  # the documents write it, over a line's end
        "研究头如",  # too far from any term
        "R&D jingfei 2025",
        "",
    ],
)
def test_what_is_a_word_a_place_or_written_in_the_documents_is_left_alone(typos, text):
    assert typos.correct(text) == (text, ())


def test_the_retriever_searches_by_what_was_meant(two_plans, small_index):
    retriever = PassageRetriever(two_plans, small_index.embedder)
    assert retriever.typos.correct("安河科技型中小起业") == ("安河科技型中小企业", (Typo("科技型中小起业", "科技型中小企业"),))
    found = retriever.retrieve("那高新技术起业呢", ["按河县科技型中小企业目标"])
    assert found.regions == ("安河县",) and "高新技术企业" in found.question.text
