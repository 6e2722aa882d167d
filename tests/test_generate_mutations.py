"""Wrong wordings made from right answers, one fault each: what is caught before a model's reply becomes the answer."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from answer.basis import Basis
from answer.judge import sentence_faults, whole_faults
from answer.materials import materials
from answer.verifier import Verifier
from eval.mutate import setting_of, told
from eval.mutation import KINDS, mutants
from index.build import build_index
from index.settings import Settings

HERE = Path(__file__).resolve().parent / "documents"
DAY = date(2026, 11, 20)
QUESTIONS = {
    "numbers": [json.loads(line)["question"] for line in (HERE / "numbers" / "questions.jsonl").read_text("utf-8").splitlines()],
    "worded": [
        "海陵区制造业企业没有研发投入能享受补贴吗？",
        "海陵区怎样建设创新平台？",
        "海陵区有哪些科技金融措施？",
        "海陵区对引进的高层次人才有什么支持？",
        "上桥市对高新技术企业有什么奖励？",
        "上桥科创走廊布局什么？",
    ],
}
TRIES = 4
SURE = {"digit changed", "万 for 亿", "% for 百分点", "place swapped", "bound reversed", "sentence invented"}

pytestmark = pytest.mark.slow


def twisted(answer, setting):
    """Words that turn a sentence round: a negation put in or left out, a hedge or a condition left out, a promise put in."""
    edits = {
        "negated": (r"(?<=[\u4e00-\u9fff])(?=给予|支持|鼓励|建设|设立|实施|提供)", ("不得", "不再", "禁止")),
        "negation dropped": (r"不得|(?<=上)不(?=能)|无(?=研发)", ("",)),
        "hedge dropped": (r"原则上|优先|最高|力争|鼓励", ("",)),
        "condition dropped": (r"对[^,，。：:]{4,30}[,，]", ("",)),
        "promise put in": (r"(?=给予|支持|鼓励|提供|安排)", ("必须", "一律", "全额")),
    }
    for kind, (pattern, words) in edits.items():
        for place in re.finditer(pattern, answer.text):
            word = setting.random.choice(words)
            yield kind, replace(answer, text=answer.text[: place.start()] + word + answer.text[place.end() :])


@pytest.fixture(scope="module", params=["numbers", "worded"])
def wrong(request, tmp_path_factory):
    """Made and missed by kind, and the right wordings that were refused."""
    settings = Settings(corpus=HERE / request.param, index=tmp_path_factory.mktemp(request.param) / "index")
    build_index(settings)
    assistant = Assistant.load(settings)
    index = assistant.retriever.index
    verifier = Verifier(index, assistant.retriever.gazetteer)
    right, refused = [], []
    for question in QUESTIONS[request.param]:
        answer = assistant.ask(question, today=DAY)
        if answer.refusal is None and all(check.ok for check in answer.checks):
            basis = Basis(answer, 800, {one.n: one for one in materials(answer, index)})
            echo = told(answer.answer, answer.citations)
            faults = whole_faults(echo.text, basis, verifier) or sentence_faults(echo.text, basis, verifier)
            (refused if faults else right).append((echo, basis))
    setting = setting_of(index, [echo for echo, _ in right])
    made, missed = Counter(), Counter()
    for echo, basis in right:
        faulty = [(kind, one) for kind in KINDS if kind != "citation moved" for one in mutants(echo, kind, setting, TRIES)]
        for kind, one in [*faulty, *twisted(echo, setting)]:
            made[kind] += 1
            missed[kind] += not (whole_faults(one.text, basis, verifier) or sentence_faults(one.text, basis, verifier))
    return made, missed, len(right), len(refused)


def test_right_wordings_pass(wrong):
    _, _, right, refused = wrong
    assert right >= 5
    assert refused <= right / 20


def test_wrong_wordings_do_not(wrong):
    made, missed, *_ = wrong
    assert sum(made.values()) >= 40
    assert {kind for kind in SURE if missed[kind]} == set()
    assert sum(missed.values()) <= sum(made.values()) / 50, missed
