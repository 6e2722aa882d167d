"""A sum asked for in one's own words: the measure that holds most of what is told answers, though its sentence holds little of it."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """岚屿市海岛乡村人才引进扶持办法

第一条 甲类人才：具有博士学位，且年龄不超过50周岁。
第二条 乙类人才：具有兽医执业资格，且在渔村连续服务满两年。
第三条 符合第一条条件的，给予安家补贴26万元，分两年发放。
第四条 符合第二条条件的，给予服务津贴7万元。
第五条 新建休闲渔船码头并通过验收的，奖励20万元。
第六条 申请人应当遵守法律法规，并与本市用人单位签订合同。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("meant")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    for name, text, region in (("a", NOTICE, "岚屿市"), ("b", NOTICE.replace("岚屿市", "石渡县").replace("7万元", "9万元"), "石渡县")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        add_document(folder / f"{name}.txt", settings.corpus, {"id": name, "region": region, "level": "city"})
    build_index(settings)
    return Assistant.load(settings)


def test_what_is_told_at_length_finds_the_measure(assistant):
    asked = "我今年41岁，老家在外省，考出了兽医执业资格，跟着爱人搬到岚屿，在渔村给牲口看病连续服务三年多了，能领多少钱？"
    answer = assistant.ask(asked, today=date(2026, 5, 1))
    assert not answer.abstained and "7万元" in answer.answer, answer.answer
    assert not any(words in answer.answer for words in ("20万元", "9万元", "26万元"))


def test_what_no_measure_pays_for_stays_refused(assistant):
    asked = "我今年41岁，老家在外省，考出了潜水教练证，跟着爱人搬到岚屿，在海边教外地客人下水三年多了，能领多少钱？"
    assert assistant.ask(asked, today=date(2026, 5, 1)).abstained
