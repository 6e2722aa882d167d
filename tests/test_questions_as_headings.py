"""Policies as questions and answers: each question is the heading of its answer, and a support that is named is told and no other."""

import re

import pytest

from index.markers import parse_marker
from index.signs import is_heading

ANSWERS = """渡川市人才来渡政策问答

编者按:本政策自2026年3月1日起施行,有效期两年。

问1:哪些人可以享受安家补贴?补多少?
答:2025年1月1日以后首次来渡川市工作,与用人单位签订1年以上劳动合同并缴纳社保满6个月的全日制高校毕业生。标准为:博士每月2500元,硕士每月1200元,本科每月500元。发放期限最长24个月。大专学历不在安家补贴范围内。

问2:购房补贴怎么算?
答:在本市购买首套新建商品住房,博士补贴18万元,硕士补贴7万元,分3年等额发放。夫妻双方均符合条件的,按高的一方全额、低的一方50%计算。

问3:不买房,租房有支持吗?
答:可以领取租房补贴,硕士每月700元、博士每月1100元,最长24个月。

问4:想创业,有什么扶持?
答:毕业5年内的高校毕业生在渡川首次创办企业的,给予一次性创业补贴1.2万元;带动就业的,每吸纳1人再补1500元,最高3万元。

问5:企业招人有奖励吗?
答:企业招用离校2年内未就业高校毕业生,签订1年以上劳动合同的,每招1人补助企业1300元。
"""


@pytest.fixture(scope="module")
def answers(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("answers")
    (folder / "qa.txt").write_text(ANSWERS, encoding="utf-8")
    stated = {"title": "渡川市人才来渡政策问答", "region": "渡川市", "level": "地级市", "source": "自拟", "status": "final"}
    return assistant_of(folder, {"qa.txt": stated})


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("问1:哪些人可以享受安家补贴?补多少?", True),
        ("问：谁能申请？", True),
        ("Q3：怎么报？", True),
        ("1.问：谁能申请？", True),
        ("二、哪些企业可以申请？", True),
        ("问题导向：坚持问题导向", False),
        ("问1：谁能申请？答：企业可以申请。", False),
        ("答:可以领取租房补贴", False),
    ],
)
def test_a_question_is_a_heading(line, heads) -> None:
    assert bool(parse_marker(line) and is_heading(line)) == heads


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("渡川硕士安家补贴每月多少", ["1200元"], ["700元", "7万元", "0.12万元"]),
        ("渡川，我硕士，去年刚来，签了3年合同，社保交了8个月，安家补贴一共能拿多少？", ["1200元×24个月=2.88万元"], ["8个月=", "1300元"]),
        ("渡川，我是博士，买了市区首套新房，能补多少？", ["18万元（分3年支付）"], ["18万元=18万元"]),
        ("渡川买房，我博士老婆硕士，买了首套新房，一共能补多少？", ["低的一方50%计算"], ["可得18万元"]),
        (
            "我毕业3年在渡川首次创办了公司，招了6个人，创业补贴加带动就业能拿多少？",
            ["1.2万元+6人×1500元=2.1万元"],
            ["1300元=", "可得1.2万元"],
        ),
        ("渡川租房补贴硕士多少", ["700元"], ["可得1200元"]),
    ],
)
def test_the_support_named_is_told(answers, question, must, must_not) -> None:
    told = answers.ask(question).answer
    assert not [words for words in must if words not in told], told
    assert not [words for words in must_not if words in told], told
    assert not re.search(r"问\d[:：]", told), told
