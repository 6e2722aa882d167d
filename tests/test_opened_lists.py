"""A clause that opens a list is told with the list; a day to apply is told though the sentence goes on to checks and payment."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """岚屿市2026年渔业后补助申报通知

一、补助类别
（一）良种类：每个新品种补助16万元。
（二）装备类：按装备投入的12%补助，最高40万元。

二、申报条件
（一）所有申报单位应在岚屿市登记。
（二）申报装备类的，还应同时具备以下条件：
1.装备已接入市渔港监管系统；
2.上年度捕捞产量达到800吨；
3.近两年没有碰撞事故。

三、其他
每年5月、11月各受理一批，审核结果在市政府网站公示7天后拨付。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.txt").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.txt", settings.corpus, {"id": "a", "region": "岚屿市", "level": "city"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("想在岚屿申报装备类，要够哪些条件？", ["渔港监管系统", "800吨", "碰撞事故"]),
        ("岚屿这些补助一年收几回材料，分别几月？", ["5月、11月"]),
    ],
)
def test_lists_and_days(assistant, question, told):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert not answer.abstained and all(words in answer.answer for words in told), answer.answer
