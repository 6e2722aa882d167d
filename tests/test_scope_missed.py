"""Who asks whether he may apply and misses the scope that a notice sets for all of its measures is told so."""

import pytest

NOTICE = """云岭县促进网络零售发展实施细则

第一章 总则
第一条 为促进网络零售，制定本细则。
第二条 本细则适用于在云岭县注册纳税、年网络零售额200万元以上的电商企业和个体网店。
第二章 支持内容
第三条 年网络零售额首次突破1000万元、5000万元的，分别给予5万元、15万元一次性奖励。
第四条 对租用县电商产业园场地的，按实际租金的50%给予补助，最高6万元。
第五条 企业参加省外展会的，按展位费的60%给予补助，最高1.5万元。
"""


@pytest.fixture(scope="module")
def notice(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scope")
    (folder / "n.txt").write_text(NOTICE, encoding="utf-8")
    return assistant_of(
        folder,
        {"n.txt": {"region": "云岭县", "level": "县", "source": "自拟", "status": "final", "title": "云岭县促进网络零售发展实施细则"}},
    )


@pytest.mark.parametrize(("told", "denied"), [("150万", True), ("320万", False)])
def test_the_scope_of_all_measures_is_held_against_the_figure(notice, told, denied) -> None:
    answer = notice.ask(f"云岭的网店年网络零售额{told}，能申报吗")
    assert ("不符合其中的条件" in answer.answer) == denied, answer.answer
    assert "200万元以上" in answer.answer and all(check.ok for check in answer.checks), answer.answer
