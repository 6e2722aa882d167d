"""Answers in a chat model's words: right replies become the answer, marked, checked and in the program's form."""

import json
from pathlib import Path

import pytest

from answer.generate import UNCHECKED

REPLIES = [json.loads(line) for line in (Path(__file__).resolve().parent / "replies.jsonl").read_text("utf-8").splitlines()]
RIGHT = [one for one in REPLIES if one["right"]]
TARGET = "海陵区2025年高新技术企业目标是多少？"
GAP = "海陵区和上桥市2025年高新技术企业目标差多少？"
CENTRE = "海陵区怎样建设创新平台？"
ANYWHERE = "2025年高新技术企业目标是多少？"

pytest_plugins = ("tests.worded",)
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("right", RIGHT, ids=[str(number) for number in range(len(RIGHT))])
def test_a_right_reply_is_the_answer(worded, right):
    answer, offline = worded.ask(right["question"], right["reply"])
    worded.assert_sound(answer)
    assert answer.answer != offline.answer
    assert "<think>" not in answer.answer
    assert (answer.facts, answer.computed, answer.notices) == (offline.facts, offline.computed, offline.notices)


def test_the_programs_own_lines_come_back(worded):
    reply = "上桥市高新技术企业2025年目标1200家[1]，海陵区2025年目标260家[2]。"
    answer, offline = worded.ask(ANYWHERE, reply)
    worded.assert_sound(answer)
    assert answer.answer.split("\n")[0] == offline.answer.split("\n")[0] == "问题没有指明地方，以下按上桥市作答。"


def test_the_place_is_put_in_front_where_the_reply_names_none(worded):
    answer, _ = worded.ask(TARGET, "2025年高新技术企业目标是260家[1]。")
    worded.assert_sound(answer)
    assert answer.answer == "海陵区：2025年高新技术企业目标是260家[1]。"


def test_an_indicator_is_called_as_the_documents_call_it(worded):
    answer, _ = worded.ask("海陵区2025年技术合同交易额目标是多少？", "海陵区2025年技术合同交易额目标超过40亿元[1]。")
    worded.assert_sound(answer)
    assert answer.answer == "海陵区2025年技术合同成交额目标超过40亿元[1]。"


def test_marks_are_numbered_in_their_order(worded):
    answer, offline = worded.ask(
        GAP, "海陵区2025年高新技术企业目标为260家[2]，上桥市为1200家[1]，上桥市比海陵区高940家（1200家-260家=940家）[1][2]。"
    )
    worded.assert_sound(answer)
    assert [one.doc for one in answer.citations] == ["hailing", "shangqiao"]
    assert [one.doc for one in offline.citations] == ["shangqiao", "hailing"]


def test_only_checked_sentences_are_shown_on_the_way(worded):
    good, bad = "海陵区对新认定的市级企业研发中心给予最高50万元补助[1]。", "每家企业另发奖金90万元[1]。"
    worded.server.replies = [good + bad, good + bad]
    pieces = list(worded.assistant.stream(CENTRE, today=worded.today, mode="llm"))
    assert any(piece.mode == "llm" for piece in pieces)
    assert all("90" not in piece.answer for piece in pieces)
    assert all(good.startswith(piece.answer) for piece in pieces if piece.mode == "llm")
    worded.assert_instead(pieces[-1], worded.assistant.ask(CENTRE, today=worded.today), UNCHECKED)


def test_a_long_answer_grows(worded):
    worded.server.replies = ["海陵区对新认定的市级企业研发中心，给予最高50万元补助[1]。还鼓励企业与高校共建联合实验室[1]。"]
    pieces = [piece for piece in worded.assistant.stream(CENTRE, today=worded.today, mode="llm") if piece.mode == "llm"]
    assert len({piece.answer for piece in pieces}) > 2
    assert pieces[-1].answer.startswith(pieces[0].answer)
    worded.assert_sound(pieces[-1])
