"""When and where to apply for one measure is told from the row of the table that lists windows and offices."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """# 浔溪区支持花卉产业若干措施

第一条 温室补助。新建玻璃温室1000平方米以上的，每平方米补助60元。

第二条 品种奖励。取得植物新品种权的，每个奖励5万元。

第三条 同一企业每年奖补总额不超过200万元。

第四条 各条款的受理时间和受理科室见附表。

附表 受理时间和科室

| 条款 | 事项 | 受理时间 | 受理科室 |
|---|---|---|---|
| 第一条 | 温室补助 | 每年4月 | 区农业局园艺科 |
| 第二条 | 品种奖励 | 每年9月1日至9月20日 | 区农业局种业科 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rows")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.md").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.md", settings.corpus, {"id": "a", "region": "浔溪区", "level": "county"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told", "kept_out"),
    [
        ("浔溪的品种奖励哪个月收材料，交到哪个科室？", ["9月1日至9月20日", "种业科"], "园艺科"),
        ("浔溪第一条的温室补助什么时候申请？", ["每年4月"], "种业科"),
    ],
)
def test_the_row_of_the_measure_asked_about(assistant, question, told, kept_out):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert all(words in answer.answer for words in told) and kept_out not in answer.answer, answer.answer
