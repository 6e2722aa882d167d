"""What a short policy rules in words of its own is quoted, where a question asks for that kind of fact in other words."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """# 汐川县海塘人家管理和奖补办法

第一条 本办法所称海塘人家，是指利用渔村旧屋开办，经营用房不超过3层、用房面积不超过600平方米、可同时接待不超过40人的小型食宿场所。
第二条 在外县城区开设汐川鱼鲜直销铺，铺面面积40平方米以上、租约3年以上的，每铺补助6万元。
第三条 以冰鲜充作本港海捕货出售的，两年内取消全部奖补，并由县渔业局依法查处。
第四条 本办法所称规模养殖户，是指大黄鱼网箱200口以上、或者紫菜养殖300亩以上，并持有水域滩涂养殖证的养殖户。
第五条 规模养殖户当年因台风受灾的，每口网箱补助500元。
第六条 申请奖补的主体须在汐川县登记注册。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ruled")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.md").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.md", settings.corpus, {"id": "a", "region": "汐川县", "level": "county"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("汐川多大规模以内才算海塘人家？楼层、面积、人数都讲讲", ("3层", "600平方米", "40人")),
        ("汐川的鱼贩子想到外地城里开铺子，铺子多大、租多久才给钱，给多少？", ("40平方米", "3年", "6万元")),
        ("在汐川拿外面的冻鱼当本地鲜货卖，被查到了奖补上有什么后果？", ("两年", "取消")),
        ("做养殖的，在汐川网箱要多少只、有什么证才算规模？", ("200口",)),
    ],
)
def test_the_provision_is_quoted(assistant, question, told):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert not answer.abstained and all(words in answer.answer for words in told), answer.answer


@pytest.mark.parametrize("question", ["汐川办奖补的电话是多少？", "奖补公示完多少天打到账上，汐川怎么说？", "在汐川种海带一亩补多少？"])
def test_what_is_not_told_stays_refused(assistant, question):
    assert assistant.ask(question, today=date(2026, 5, 1)).abstained
