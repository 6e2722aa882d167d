"""The tab 企业匹配: a form is told as an enterprise would tell it, and what it was told is not kept."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import InputError
from ui import sheets
from ui.match import Form, told
from ui.page import build_page
from ui.sheets import DOWNLOADABLE_S, Sheets

EMPTY = Form(None, [], "", "", "", "", "")


def test_a_form_is_told_in_words():
    form = Form("余姚市", ["高新技术企业"], "１２０", "2015", "3,200.50", "180", "想引进一名博士")
    assert told(form) == "我们在余姚市，高新技术企业，员工120人，2015年成立，去年营收3200.5万元，研发费用180万元，想引进一名博士"
    assert told(replace(EMPTY, spent="0")) == "去年没有研发投入"
    assert told(EMPTY) == ""


@pytest.mark.parametrize("typed", ["约200", "-3", "1.2.3", "二十"])
def test_a_field_for_a_number_takes_nothing_else(typed):
    with pytest.raises(InputError, match="从业人数.*数字"):
        told(replace(EMPTY, staff=typed))


@pytest.fixture
def stubbed(monkeypatch):
    monkeypatch.setattr(sheets, "markdown_sheet", lambda matching, infos: "# 匹配")
    monkeypatch.setattr(sheets, "docx_sheet", lambda matching, infos: b"PK")


def test_sheets_go_when_they_have_been_handed_over(stubbed, monkeypatch):
    monkeypatch.setattr(sheets, "HANDED_OVER_S", 0.3)
    writer = Sheets()
    markdown, word = map(Path, writer.write(None, {}))
    assert (markdown.read_text(encoding="utf-8"), word.read_bytes()) == ("# 匹配", b"PK")
    ends = time.monotonic() + 10
    while markdown.parent.exists() and time.monotonic() < ends:
        time.sleep(0.05)
    assert not markdown.parent.exists()


def test_sheets_go_with_what_wrote_them(stubbed):
    writer = Sheets()
    folder = Path(writer.write(None, {})[0]).parent
    assert folder.exists()
    del writer
    assert not folder.exists()


def test_copies_that_gradio_takes_are_removed(fake_assistant):
    assert build_page(fake_assistant, "offline").delete_cache == (DOWNLOADABLE_S, DOWNLOADABLE_S)
