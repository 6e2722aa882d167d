"""What a question asks the number of, and which numbers of evidence are such: by kind and by counter."""

import pytest

from answer.counts import fits, numbers
from answer.figure_kinds import kind_sought
from answer.interrogatives import interrogatives


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("引进了多少家机构", [("n", "家")]),
        ("合同签了几年", [("t", "年")]),
        ("要等几个月", [("t", "个月")]),
        ("占地多少亩", [("m2", "亩")]),
        ("占几成，一共多少钱", [("%", "成"), ("元", "钱")]),
        ("年薪多少", [("", "")]),
        ("房子多大", [("", "")]),
        ("已经建好几个了", [("n", "个")]),
        ("这几年抓什么", []),
        ("前几批项目是哪些", []),
        ("哪几个园区", []),
        ("几个行动都叫啥", []),  # some, and their names asked for
        ("手上有几项专利，贷款有什么门道", []),
        ("几年前的事", []),
    ],
)
def test_where_a_question_asks_for_numbers(text, asked):
    assert [(one.kind, one.counter) for one in interrogatives(text)] == asked


@pytest.mark.parametrize(
    ("question", "evidence", "fit"),
    [
        ("多少家企业", "培育企业50家", True),
        ("多少个平台", "建成平台50家", True),  # 个 stands for most counters
        ("几位专家", "专家30名", True),
        ("多少人参观", "接待200人次", True),
        ("拆迁了几户", "引进机构15家", False),
        ("有几层", "高新技术企业8家", False),
        ("有几位院士", "建院士工作站5家", False),
        ("签了几年", "到2025年完成", False),
        ("签了几年", "为期三年", True),
        ("多少钱", "补助资金1680万元", True),
        ("多少钱", "占比3.2%", False),
        ("多少亿元", "达到7.1亿", True),
        ("是多少", "达到3.2%", True),  # of any kind
    ],
)
def test_which_numbers_are_such(question, evidence, fit):
    (asked,) = interrogatives(question)
    assert any(fits(asked, number) for number in numbers(evidence)) == fit


def test_pieces_of_land_are_counted_and_no_money():
    assert (kind_sought("要新建多少块飞地"), kind_sought("每人奖多少块"), kind_sought("补多少块钱")) == ("个", "元", "元")
    (asked,) = interrogatives("要新建多少块飞地")
    assert fits(asked, next(numbers("新建合作飞地12家")))
