"""A sum beside the measure that is quoted: of its own raised share, where rules of who may apply are untold, of no other matter."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """# 岑阳县林特产业扶持办法

第一条 【加工设备】
（一）企业更新加工设备，设备投入100万元以上的，按设备投入的6%给予补助，最高60万元；
（二）设备投入超过800万元且建设期在一年以内的，补助比例提高至9%，最高120万元。
第二条 【基地】新种香榧连片30亩以上的，验收合格后每亩补助700元，分两年拨付。
第三条 【检验】上年度检验费用占销售收入比例达到2%的企业，按检验费用的15%奖励，最高20万元。
第四条 【咨询】企业购买管理咨询服务的，按费用的40%发放服务券，每家最高6万元。
第六条 【租机】按租用采摘机合同实付金额的20%给予补助，每家最高30万元；属于新办主体（成立3年以内）的，比例提高到40%。
第五条 申报主体为在本县登记的企业、合作社、家庭农场和种植30亩以上的林农。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("beside")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.md").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.md", settings.corpus, {"id": "a", "region": "岑阳县", "level": "county"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("我们在岑阳买新设备花了1000万，工期半年，最多能补多少钱？", "90万元"),
        ("岑阳一家公司才开一年半，租采摘机实付了50万，能补多少钱？", "20万元（50万元×40%"),
        ("在岑阳新种了60亩香榧，验收过了，一共补多少钱？", "4.2万元"),
    ],
)
def test_the_sum_is_told(assistant, question, told):
    assert told in assistant.ask(question, today=date(2026, 5, 1)).answer, assistant.ask(question, today=date(2026, 5, 1)).answer


def test_what_was_spent_is_no_base_of_another_measure(assistant):
    answer = assistant.ask("我们岑阳的厂去年检验上花了50万，检验这块能奖多少？", today=date(2026, 5, 1)).answer
    assert "15%" in answer and "6万元（" not in answer and "50万元×40%" not in answer, answer
