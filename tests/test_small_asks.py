"""What a short notice states in words of its own: how long it holds, rents, sums for each a month, its one window behind a sum."""

import pytest

NOTICE = """青屏区推进企业数字化申报指南（2026年度）

【项目一】数字化诊断
制造业企业聘请入库服务商开展诊断的，诊断费用由区财政补助70%，每家不超过2万元。
【项目二】场地支持
对租用区数字产业园办公场地的，第一年租金全免，第二年减半，面积最多按300平方米计算。
【项目三】人才租房
全日制本科每人每月600元，硕士每人每月900元，最长不超过36个月。
【项目五】人才购房
人才类别 | 条件 | 购房补贴 | 发放方式
B类 | 国家级领军人才 | 90万元 | 分5年平均发放
C类 | 省级领军人才 | 55万元 | 分5年平均发放
D类 | 全日制博士、副高级职称 | 18万元 | 分3年平均发放
E类 | 全日制硕士（35周岁以下） | 7万元 | 一次性
【项目四】标杆奖励
首次认定为省级、市级数字化车间的，分别奖励50万元、10万元。
【申报时间】2026年12月6日—12月20日，逾期不予受理。
【施行】本指南自2026年1月1日起施行，有效期至2028年12月31日。
"""


@pytest.fixture(scope="module")
def notice(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    (folder / "n.txt").write_text(NOTICE, encoding="utf-8")
    stated = {"region": "青屏区", "level": "区", "source": "自拟", "status": "final", "title": "青屏区推进企业数字化申报指南（2026年度）"}
    return assistant_of(folder, {"n.txt": stated})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青屏数字产业园租了400平米，第二年租金怎么算", "第二年减半"),
        ("青屏这个指南到哪天为止", "2028年12月31日"),
        ("青屏本科生租房每月补多少，最多补几年", "600元"),
        ("青屏数改项目什么时候申报截止", "12月20日"),
    ],
)
def test_what_is_asked_in_plain_words_is_told(notice, question, said) -> None:
    answer = notice.ask(question)
    assert not answer.abstained and said in answer.answer, answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


@pytest.mark.parametrize(
    ("question", "row", "others"),
    [
        ("我是博士，刚到青屏一家企业上班，买房补多少？", "18万元", ("90万元", "7万元")),
        ("我是副高职称，刚来青屏工作，买房能补多少", "18万元", ("90万元", "7万元")),
        ("青屏硕士33岁，买了一套90万的房，能拿多少购房补贴？", "7万元", ("55万元", "18万元")),
    ],
)
def test_who_tells_of_himself_is_told_the_row_of_his_class(notice, question, row, others) -> None:
    answer = notice.ask(question)
    assert row in answer.answer and not any(other in answer.answer for other in others), answer.answer
    assert all(check.ok for check in answer.checks), answer.checks
