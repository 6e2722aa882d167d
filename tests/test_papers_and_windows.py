"""Papers and windows asked for of one matter: the line that rules them of it, however it is labelled, comes among those told."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """# 浦岙区海外市场扶持办法

一、支持境外推介。企业参加境外推介会的，按场租费的50%补助，每场最高2万元。
二、支持境外注册商标。按注册费的40%补助，每件最高1万元。
三、办理事项
（1）个人类补助由本人持身份证、银行卡到所在街道申请，街道于10个工作日内审核。
（2）境外推介补助每季度申报一次，分别于季度末月15日前申报。办理窗口：区企业服务中心一楼6号窗。
（3）申报境外推介补助需提交：推介会邀请函、场租费发票、现场照片。
（4）商标类补助每年5月申报，材料为：商标注册证、代理合同、付款凭证。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.md").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.md", settings.corpus, {"id": "a", "region": "浦岙区", "level": "district"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("浦岙报境外推介的补助要准备哪些纸，到哪个窗口？", ("邀请函", "场租费发票", "6号窗")),
        ("要报浦岙的商标补助，几月、备哪些东西？", ("5月", "注册证", "付款凭证")),
    ],
)
def test_the_lines_that_rule_it(assistant, question, told):
    answer = assistant.ask(question, today=date(2026, 5, 1)).answer
    assert all(words in answer for words in told), answer
