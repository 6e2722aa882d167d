"""Whatever a chat model or its server does wrong is mended once or ends in the offline answer, with the reason."""

import json
from pathlib import Path

import pytest

REPLIES = [json.loads(line) for line in (Path(__file__).resolve().parent / "replies.jsonl").read_text("utf-8").splitlines()]
RIGHT = {one["question"]: one["reply"] for one in reversed(REPLIES) if one["right"]}  # the first of each question
WRONG = {one["what"]: one for one in REPLIES if not one["right"]}
TARGET = "海陵区2025年高新技术企业目标是多少？"
TARGET_TOLD = "海陵区2025年高新技术企业目标是260家[1]。"
FAULTS = {
    "silence": (("silence", ""), "没有及时回复"),
    "a stall": (("stall", "海陵区2025年"), "没有及时回复"),
    "a drip": (("drip", "嗯"), "没有及时回复"),
    "busy": (("status", "429"), "繁忙"),
    "broken": (("status", "500"), "出错"),
    "no access": (("status", "401"), "拒绝"),
    "filtered": (("filter", "海陵区"), "拒绝"),
    "cut": (("cut", TARGET_TOLD), "中断"),
    "unfinished": (("unfinished", TARGET_TOLD), "中断"),
    "too long for the server": (("length", "海陵区2025年高新技术"), "中断"),
    "a web page": (("html", "维护中"), "格式"),
    "garbage": (("garbage", ""), "格式"),
    "no choices": (("choiceless", ""), "格式"),
    "a flood": (("flood", "目标"), "格式"),
}

pytest_plugins = ("tests.worded",)
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_reply_ends_in_the_offline_answer(worded, what):
    answer, offline = worded.ask(WRONG[what]["question"], WRONG[what]["reply"])
    worded.assert_instead(answer, offline)
    assert len(worded.server.asked) <= 2


@pytest.mark.parametrize("what", [what for what in WRONG if what != "endless"])
def test_a_wrong_reply_may_be_mended_once(worded, what):
    question, reply = WRONG[what]["question"], WRONG[what]["reply"]
    answer, _ = worded.ask(question, reply, RIGHT[question])
    worded.assert_sound(answer)
    first, second = worded.server.asked
    assert second["messages"][:2] == first["messages"]
    assert "没有通过核对" in second["messages"][-1]["content"]


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_ends_in_the_offline_answer(worded, kind, caplog):
    fault, words = FAULTS[kind]
    worded.server.replies = [fault]
    assistant = worded.configured(llm_timeout=0.6)
    answer = assistant.ask(TARGET, today=worded.today, mode="llm")
    worded.assert_instead(answer, assistant.ask(TARGET, today=worded.today), words)
    assert worded.key not in json.dumps(answer.as_dict(), ensure_ascii=False) + caplog.text


def test_a_reply_cut_once_is_asked_for_again(worded):
    answer, _ = worded.ask(TARGET, ("cut", TARGET_TOLD), TARGET_TOLD)
    worded.assert_sound(answer)


def test_a_wrong_reply_before_a_fault_ends_in_the_offline_answer(worded):
    answer, offline = worded.ask(TARGET, WRONG["another figure"]["reply"], ("status", "500"))
    worded.assert_instead(answer, offline, "出错")
