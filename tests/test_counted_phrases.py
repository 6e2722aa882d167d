"""Parts of what a clause counts: told by that clause, not by a heading or clause that counts other things."""

from types import SimpleNamespace

import pytest

from answer.counted_phrases import counted_phrase
from answer.unsaid import uncounted_kind
from retriever.concepts import find_concepts
from retriever.wording import normalise

PLAN = """# 云海市科技规划

## 一、总体布局

着力实施深海探测、绿色炼化、智慧港航三大工程，带动全市发展。高水平建设“源头创新”研究港、“成果孵化”青年港和“数据流通”算力港。

## 二、人才评价

深化改革，克服唯论文、唯帽子、唯学历倾向。依托云海大学、海洋研究所、石化园区、船舶园区“一校一所两园”联动育人。

## 三、园区服务

每个园区落实“一名专员、一个服务点、一支基金”的配套。推行“一岛一策一专班”的“三个一”工作法。
"""


@pytest.fixture(scope="module")
def told(small_index):
    """A question and the words it asks about -> the draft that names the parts, or None."""
    index = small_index({small_index.info("a", "云海市科技规划", region="云海市"): PLAN})

    def of(text, *keys, regions=("云海市",)):
        concepts = find_concepts(normalise(text), list(keys), lambda word: 1.0)
        return counted_phrase(SimpleNamespace(text=text, regions=regions, concepts=concepts, index=index))

    return of


@pytest.mark.parametrize(
    ("question", "keys", "part"),
    [
        ("云海三大工程是哪三个", ("三个",), "深海探测、绿色炼化、智慧港航三大工程"),
        ("云海十四五的三大工程是指什么", (), "深海探测、绿色炼化、智慧港航三大工程"),  # no 四 of anything
        ("云海要建的几个“港”是哪些", ("几个",), "算力港"),
        ("人才评价要克服的三个“唯”是哪三个", ("人才", "评价"), "唯论文、唯帽子、唯学历"),
        ("云海“一校一所两园”指什么", (), "云海大学、海洋研究所、石化园区、船舶园区"),
        ("云海的“三个一”工作法是什么", ("工作法",), "一岛一策一专班"),
    ],
)
def test_the_clause_that_counts_the_things_names_them(told, question, keys, part):
    draft = told(question, *keys)
    assert draft.text.startswith("云海市：")
    assert part in draft.text
    assert part in draft.citations[0].text


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("云海四大工程是哪四个", ("四个",)),  # as many are not counted
        ("云海三大行动是哪三个", ("三个",)),  # nothing is called so
        ("云海三大工程投资多少", ("投资",)),  # no parts are asked for
        ("云海养老服务的三大工程是哪三个", ("养老", "服务", "护理")),  # counted, but of another matter
    ],
)
def test_no_clause_is_told_that_counts_other_things(told, question, keys):
    assert told(question, *keys) is None


def test_only_documents_of_the_region_asked_are_read(told):
    assert told("三大工程是哪三个", regions=("甲县",)) is None


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("云海四大行动是哪四个", "“四大行动”，也没有这个说法"),
        ("云海三大工程是哪三个", ""),
        ("云海四大工程有多少钱", ""),  # no parts are asked for
    ],
)
def test_a_set_that_no_document_speaks_of_is_said_to_be_none(small_index, question, lacking):
    index = small_index({small_index.info("a", "云海市科技规划", region="云海市"): PLAN})
    assert uncounted_kind(question, index, ("云海市",)) == lacking


def test_a_title_that_is_the_kind_of_as_many_items_counts_as_a_set(small_index):
    body = "# 甲县规划\n\n## 三、战略定位\n\n### （一）制造高地\n\n建设。\n\n### （二）宜居之城\n\n建设。\n\n### （三）开放门户\n\n建设。\n"
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): body})
    assert uncounted_kind("甲县三大战略定位是哪三个", index, ("甲县",)) == ""
    assert uncounted_kind("甲县五大战略定位是哪五个", index, ("甲县",)) != ""
