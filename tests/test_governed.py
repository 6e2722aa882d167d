"""Whether somebody gets a measure is answered with what other articles ask of that measure alone."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

NOTICE = """禾川县林业产业奖补办法

第一条 支持竹笋加工。新建竹笋加工车间500平方米以上的，每平方米补助80元。
第二条 支持林场：
（一）新修林区道路的，按实际投资的30%给予补助，最高60万元；
（二）购置采伐机械的，按购置价格的20%给予补助，最高25万元。
第三条 支持苗木。培育油茶良种苗木的，每株补助2元。
第四条 申请第二条第（二）项补助的，林场经营面积应当不低于3000亩。
第五条 国有林场不适用第一条。
第六条 每年5月集中受理。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("governed")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.txt").write_text(NOTICE, encoding="utf-8")
    add_document(folder / "a.txt", settings.corpus, {"id": "a", "region": "禾川县", "level": "county"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "told", "kept_out"),
    [
        ("禾川的小林场买采伐机械，那两成的补助也能申请吗？", "3000亩", "国有林场"),
        ("在禾川新盖竹笋加工车间，公家的林场也能拿那笔补助吗？", "国有林场不适用第一条", "3000亩"),
        ("禾川新修林区道路的补助能申请吗？", "30%", "3000亩"),
    ],
)
def test_what_governs_the_measure_asked_about(assistant, question, told, kept_out):
    answer = assistant.ask(question, today=date(2026, 5, 1))
    assert not answer.abstained and told in answer.answer and kept_out not in answer.answer, answer.answer
