"""A sum asked for a thing that a policy has no word for is refused; what a case tells on the way is not taken for what is asked."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """# 岭前县乡村产业扶持办法

第一条 种植香榧集中连片50亩以上的，每亩补贴300元。
第二条 乡村旅馆按客房数给予奖励，每间500元，最高20万元。
第三条 租用县内冷库的企业，按上年度冷库使用费用的20%给予补助，最高30万元。
第四条 向县外出售技术成果并办理合同登记的企业，按成交额的1%给予补助，最高40万元。
第五条 申请补贴的主体须在岭前县登记注册。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("unknown")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.md").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.md", settings.corpus, {"id": "a", "region": "岭前县", "level": "county"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("在岭前养蜜蜂，一箱补多少钱？", "蜜蜂"),
        ("岭前开饭店给多少补贴？", "饭店"),
        ("岭前的粮食加工有补贴吗？", "粮食"),
    ],
)
def test_a_thing_that_the_policy_has_no_word_for(assistant, question, thing):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert answer.abstained and thing in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("在岭前种了80亩香榧，一亩补多少？", "300元"),
        ("我们在岭前有辆卡车，冷库租金去年花了60万，租县里的冷库能补多少？", "20%"),  # what is told is not asked for
        ("我们公司在岭前，今年对外卖技术，合同登记过，能给补多少？", "1%"),  # 对外|卖
        ("岭前不同档次的旅馆一间奖多少？", "500元"),
    ],
)
def test_what_is_told_on_the_way(assistant, question, told):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert not answer.abstained and told in answer.answer, answer.answer
