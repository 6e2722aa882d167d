"""The report page: self-contained, and whatever a run says stays text."""

import json
import re
import shutil

import pytest

from eval.answers import AnswerRow, Excerpt
from eval.extraction.outcome import Extraction
from eval.gold import Evidence, GoldQuestion
from eval.metrics.interval import estimate
from eval.page import inert_json, page
from eval.scoring import score_run

HOSTILE = "</script><img src=x onerror=\"document.title='taken'\"> ${document.title='taken'} $title"


def scored():
    evidence = (Evidence("plan", "研发强度达到3.8%"), Evidence("plan", "高新技术企业600家"))
    gold = [
        GoldQuestion(
            "A-1", f"强度？{HOSTILE}", "official", "target", (), True, "3.8%", (("3.8%",),), (), evidence, False, region=("余姚",)
        ),
        GoldQuestion("A-2", "高企？", "enterprise", "list", ("那么？",), True, "600家", (("600家",),), ("700家",), evidence[1:], False),
        GoldQuestion("U-1", "天气？", "official", "outofscope", (), False, "未提及", (), (), (), False),
    ]
    hit = Excerpt("plan", f"研发强度达到3.8%{HOSTILE}", context=HOSTILE)
    rows = {
        "A-1": AnswerRow("A-1", "", f"3.8%[1]{HOSTILE}", False, citations=(hit,), hits=(hit,), confidence=0.9),
        "A-2": AnswerRow("A-2", "", "700家", False, confidence=0.5, latency_ms=12.0),
        "U-1": AnswerRow("U-1", "", "未提及", True),
    }
    return score_run(gold, rows, {"plan": "余姚市"})


def extraction():
    figures = {"facts_recall": estimate([1.0, 0.0, 1.0]), "facts_precision": estimate([1.0])}
    return [Extraction("facts", "", figures, notes=("一条说明",), missed=(f"600家 {HOSTILE}",)), Extraction("measures", "没有参考文件")]


def test_the_page_loads_nothing_and_no_text_becomes_markup():
    text = page(scored(), f"报告 {HOSTILE}", [("评测题", HOSTILE)], with_misses=True)
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//""", text)
    assert "<img" not in text
    assert text.count("</script>") == 2
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL).group(1)
    questions = json.loads(data)["questions"]
    assert questions[0]["answer"] == f"3.8%[1]{HOSTILE}"
    assert [item["rank"] for item in questions[0]["evidence"]] == [1, None]
    assert [question["verdict"] for question in questions] == ["证据不在前五", "含禁止内容", "对"]


def test_json_in_the_page_is_still_the_same_json():
    assert json.loads(inert_json({"文": HOSTILE})) == {"文": HOSTILE}


def test_a_locked_set_is_not_in_the_page():
    text = page(scored(), "报告", [], with_misses=False)
    assert '"extraction": []' in text
    assert "高企？" not in text
    assert "600家" not in text


@pytest.mark.slow
def test_the_browser_shows_filters_and_takes_nothing_for_code(tmp_path):
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "this test needs Chromium: apt-get install chromium"
    path = tmp_path / "report.html"
    path.write_text(page(scored(), f"报告 {HOSTILE}", [("评测题", HOSTILE)], True, extraction()), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1200, "height": 900})
        problems = []
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        tab.goto(path.as_uri())
        assert tab.locator("#questions details").count() == 3
        tab.locator("select[name=verdict]").select_option("含禁止内容")
        assert tab.locator("#questions summary").all_inner_texts() == ["含禁止内容 A-2 · list · 那么？ → 高企？"]
        tab.locator("select[name=verdict]").select_option("")
        tab.locator("input[name=words]").fill("A-1")
        tab.locator("#questions summary").click()
        assert HOSTILE in tab.locator("#questions .inside").inner_text()
        assert tab.locator("img").count() == 0
        assert "taken" not in tab.title().replace("='taken'", "")
        assert tab.locator("#risk polyline").count() == 1
        told = tab.locator("#extraction").inner_text()
        assert "指标数召回" in told and "66.7%" in told and "未评：没有参考文件。" in told and "未找到（1）" in told
        tab.locator("#extraction summary").click()
        assert HOSTILE in tab.locator("#extraction li").inner_text()
        assert problems == []
        browser.close()
