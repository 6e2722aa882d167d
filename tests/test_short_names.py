"""Short names of universities and what they stand for in the documents."""

import pytest

from retriever.short_names import ShortNames

TEXTS = ["与浙江大学、宁波大学共建研究院", "支持西北工业大学宁波研究院\n和哈尔滨工业大学材料院", "做大做强北方产业，办好老年大学"]


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("浙大机器人研究中心有多少人", ("浙江大学",)),
        ("宁大“双一流”谁牵头", ("宁波大学",)),
        ("哈工大的研究院什么时候建", ("哈尔滨工业大学",)),
        ("浙大和宁大", ("浙江大学", "宁波大学")),
        ("北大的项目", ()),  # not in the documents, and no part of a longer name
        ("怎么做大做强，最大的是哪家", ()),
        ("浙江大学有几个院", ()),
        ("", ()),
    ],
)
def test_short_names_stand_for_names_the_documents_write(question, full):
    assert ShortNames(TEXTS).expand(question) == full
