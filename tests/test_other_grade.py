"""A grade that no measure pays for is not answered with what the neighbouring grades get."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """岚屿市海洋科技扶持措施

第一条 平台。对新获批国家级海洋观测站的单位，奖励90万元；对新获批省级海洋观测站的单位，奖励35万元。
第二条 资质。首次取得船检协会五级认证的企业，奖励28万元。
第三条 新药。对海洋新药完成Ⅰ期临床试验的，奖励150万元；完成Ⅲ期临床试验的，奖励600万元。
第四条 龙头。对市级以上渔业龙头企业，奖励12万元。
第五条 申报企业须在本市登记。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("grade")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.txt").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.txt", settings.corpus, {"id": "a", "region": "岚屿市", "level": "city"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("我们是市里评的海洋观测站，岚屿给多少钱？", "市级的“海洋观测站”"),
        ("只拿了船检协会三级认证，岚屿奖多少？", "“三级”"),
        ("海洋新药刚做完Ⅱ期临床试验，岚屿能给多少？", "“II期”"),
    ],
)
def test_a_grade_that_nothing_is_paid_for(assistant, question, lacking):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert answer.abstained and lacking in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("我们是省里评的海洋观测站，岚屿给多少钱？", "35万元"),
        ("首次拿到船检协会5级认证，岚屿奖多少？", "28万元"),
        ("海洋新药刚做完III期临床试验，岚屿能给多少？", "600万元"),
        ("我们是省里认定的渔业龙头企业，岚屿奖多少？", "12万元"),
        ("我们有个市里评的海洋观测站，今年首次拿到船检协会五级认证，岚屿给多少？", "28万元"),  # the grade is told in passing
    ],
)
def test_a_grade_that_is_paid_for(assistant, question, told):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert not answer.abstained and told in answer.answer, answer.answer
