"""Whether a policy pays for a thing that it has no word for is refused; what it pays for by any word of it is answered."""

from datetime import date

import pytest

POLICY = """甲县支持家庭农场发展若干措施

第一条 种植早稻50亩以上的家庭农场，每亩补贴220元。

第二条 家庭农场购置烘干机的，按购置价的30%给予补助，最高5万元。

第三条 家庭农场参加农业保险的，保费由财政负担80%。
"""


@pytest.fixture(scope="module")
def ask(small_index):
    made = small_index.assistant({small_index.info("a", "甲县支持家庭农场发展若干措施", region="甲县"): POLICY})
    return lambda question: made.ask(question, today=date(2026, 11, 20))


@pytest.mark.parametrize("question", ["甲县的养猪场能领什么补贴？", "甲县家庭农场的电费有没有减免？", "甲县农场主的孩子上学费用给报销吗？"])
def test_what_no_clause_pays_for_is_refused(ask, question):
    assert ask(question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [("甲县家庭农场买烘干机能给补吗？", "30%"), ("甲县农场的保险谁来补？", "80%"), ("甲县的居民种早稻能领什么补贴？", "220元")],
)
def test_what_a_clause_pays_for_is_told(ask, question, told):
    answer = ask(question)
    assert not answer.abstained and told in answer.answer
