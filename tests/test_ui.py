"""What the page shows is the answer, whole and literal, and nothing of a document or a question is ever markup."""

import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from answer.answer import Answer, Check, Citation, Refusal
from index.errors import IndexDamagedError, IndexMissingError, IndexStaleError
from ui.conversation import FULL, MAX_TURNS, converse
from ui.document import document_page, text_html
from ui.examples import EXAMPLES, examples_for
from ui.label import byline, document_url, particulars
from ui.marks import marked_html
from ui.message import conversation_html
from ui.missing import missing_page
from ui.plain import plain_answer
from ui.row import row_cells
from ui.sources import sources_html
from ui.turn import Turn

HOSTILE = "<img src=x onerror=alert(1)>{{value}}${alert(1)}\"'</script><script>alert(1)</script>"


class Markup(HTMLParser):
    """Collects what a browser would see: elements with attributes, and the text inside of each of them."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, **dict(attrs), "text": ""}
        self.elements.append(element)
        if tag not in ("meta", "link"):
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def find(self, tag=None, css=None):
        return [
            element
            for element in self.elements
            if (tag is None or element["tag"] == tag) and (css is None or css in (element.get("class") or "").split())
        ]


def last_turn(assistant, question, turns=()):
    return list(converse(assistant, question, list(turns), "offline"))[-1]


# Documents ---------------------------------------------------------------------------------------------------------


def test_every_span_of_a_text_is_marked_exactly():
    text = "一、<b>\n\n😀&é\n末"
    for start, end in combinations(range(len(text) + 1), 2):
        page = Markup(text_html(text, (start, end)))
        assert "\n".join(paragraph["text"] for paragraph in page.find("p")) == text
        marked = [mark["text"] for mark in page.find("mark")]
        assert marked == [part for part in text[start:end].split("\n") if part]
        assert [mark.get("id") for mark in page.find("mark")] == ["cited", *[None] * (len(marked) - 1)][: len(marked)]


def test_a_text_without_span_has_no_mark():
    assert Markup(text_html("一\n二")).find("mark") == []
    assert text_html("") == "<p></p>"


def test_a_document_states_what_the_catalog_knows(fake_assistant):
    final, draft = fake_assistant.documents
    assert dict(particulars(final)) == {
        "地区": "海城市",
        "发布机关": "海城市科学技术局",
        "文号": "原文未载明",
        "日期": "2021-10",
        "规划期": "2021—2025年",
        "状态": "正式文件",
        "来源": "原文未载明",
    }
    assert particulars(replace(final, title_inferred=True))[0] == ("标题", "原文缺标题，据正文推定")
    assert byline(draft) == "发布机关原文未载明 · 日期原文未载明 · 规划期 2023—2027年"
    assert Markup(document_page(draft, "文")).find(css="draft")[0]["text"] == "征求意见稿"
    assert Markup(document_page(final, "文")).find(css="draft") == []


@pytest.mark.parametrize(("theme", "chosen"), [("dark", "dark"), ("light", "light"), ("", None), ('"><script>', None)])
def test_a_document_takes_only_known_themes(fake_assistant, theme, chosen):
    page = Markup(document_page(fake_assistant.documents[0], "文", theme=theme))
    assert page.find("html")[0].get("data-theme") == chosen
    assert page.find("script") == []


def test_addresses_of_documents():
    assert document_url("haicheng-145") == "/documents/haicheng-145"
    assert document_url("haicheng-145", 5, 25) == "/documents/haicheng-145?start=5&end=25#cited"
    assert document_url("a/../b?c") == "/documents/a%2F..%2Fb%3Fc"


# Conversation ------------------------------------------------------------------------------------------------------


def test_an_answer_grows_and_ends_done(fake_assistant):
    stages = list(converse(fake_assistant, " 600家 ", [], "offline"))
    turns = [stage[-1] for stage in stages]
    assert [turn.question for turn in turns] == ["600家"] * 4
    final = "高新技术企业达到600家。[1]"
    assert [turn.answer and turn.answer.answer for turn in turns] == [None, "高新技术企业达到", final, final]
    assert [turn.done for turn in turns] == [False, False, False, True]


def test_earlier_questions_go_along_but_failed_ones_do_not(fake_assistant):
    turns = last_turn(fake_assistant, "研发")
    turns = last_turn(fake_assistant, "出错", turns)
    assert turns[-1].error == "没能回答这个问题：expected a question, came 出错"
    turns = last_turn(fake_assistant, "600家", turns)
    assert turns[-1].answer.notices == ("此前的提问：研发",)
    assert [turn.number for turn in turns] == [1, 2, 3]


def test_a_blank_question_does_nothing(fake_assistant):
    assert list(converse(fake_assistant, " \n", [], "offline")) == []


def test_a_full_chat_asks_for_a_new_one(fake_assistant):
    full = [Turn(number, "问", done=True) for number in range(1, MAX_TURNS + 1)]
    turns = last_turn(fake_assistant, "600家", full)
    assert turns[-1].error == FULL
    assert len(last_turn(fake_assistant, "600家", turns)) == MAX_TURNS + 1


def test_marks_are_links_to_their_source_and_other_brackets_stay(fake_assistant):
    (turn,) = last_turn(fake_assistant, "研发投入强度")
    turn = replace(turn, answer=replace(turn.answer, answer=f"{turn.answer.answer}见[17]"))
    page = Markup(conversation_html([turn], fake_assistant.documents))
    assert [(cite["href"], cite["text"]) for cite in page.find(css="cw-cite")] == [("#cw-source-1-1", "[1]"), ("#cw-source-1-2", "[2]")]
    assert page.find(css="cw-text")[0]["text"] == turn.answer.answer
    assert [notice["text"] for notice in page.find("li")] == ["《临河区科技创新实施方案》为征求意见稿。"]


def test_a_growing_answer_is_busy_and_cannot_be_copied(fake_assistant):
    waiting, part, *_ = converse(fake_assistant, "600家", [], "offline")
    for stage in (waiting, part):
        page = Markup(conversation_html(stage, fake_assistant.documents))
        assert page.find("article")[0]["aria-busy"] == "true"
        assert page.find("button") == []
    assert Markup(conversation_html(waiting, fake_assistant.documents)).find(css="cw-wait")


def test_an_empty_conversation_names_the_documents(fake_assistant):
    page = Markup(conversation_html([], fake_assistant.documents))
    assert [item["text"] for item in page.find("li")] == ["海城市科技创新“十四五”规划", "临河区科技创新实施方案"]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("not_in_corpus", "资料库中没有答案"),
        ("other_jurisdiction", "资料库中没有该地区的规定"),
        ("off_topic", "不属于资料库的范围"),
        ("unsafe", "无法处理这个请求"),
    ],
)
def test_a_refusal_is_shown_as_one(fake_assistant, code, label):
    (turn,) = last_turn(fake_assistant, "电话")
    turn = replace(turn, answer=replace(turn.answer, refusal=Refusal(code, "理由在此")))
    page = Markup(conversation_html([turn], fake_assistant.documents))
    assert page.find(css="cw-refusal")[0]["text"] == label
    assert page.find(css="cw-reason")[0]["text"] == "理由在此"


# Sources -----------------------------------------------------------------------------------------------------------


def test_a_card_says_where_its_words_stand(fake_assistant):
    page = Markup(sources_html(last_turn(fake_assistant, "研发投入强度"), fake_assistant.documents))
    first, second = (card for card in page.find(css="cw-card") if "id" in card)
    assert first["id"] == "cw-source-1-1"
    assert "海城市科学技术局 · 2021-10 · 规划期 2021—2025年 · 正式文件" in first["text"]
    assert "征求意见稿" in second["text"]
    assert page.find("blockquote")[0]["text"] == "到2025年，研发投入强度达到3.5%。"
    start, end = 5, 25
    assert fake_assistant.document_text("haicheng-145")[start:end] == "到2025年，研发投入强度达到3.5%。"
    assert page.find(css="cw-open")[0]["href"] == f"/documents/haicheng-145?start={start}&end={end}#cited"


def test_hits_that_are_not_cited_are_folded_and_bear_no_score(fake_assistant):
    turns = last_turn(fake_assistant, "研发投入强度")
    html = sources_html(turns, fake_assistant.documents)
    page = Markup(html)
    assert page.find("summary")[0]["text"] == "其他相关段落（4）"
    assert len(page.find("details")[0]["text"].split("在原文中查看")) == 5
    assert not any(str(round(hit.score, 2)) in html for hit in turns[-1].answer.hits if hit.rank > 1)


def test_a_refusal_opens_with_the_nearest_passages(fake_assistant):
    page = Markup(sources_html(last_turn(fake_assistant, "电话"), fake_assistant.documents))
    assert page.find(css="cw-near")[0]["text"] == "最接近的段落"
    assert page.find("summary")[0]["text"] == "其他相关段落（3）"


@pytest.mark.parametrize("code", ["off_topic", "unsafe"])
def test_a_question_about_something_else_shows_no_passages(fake_assistant, code):
    (turn,) = last_turn(fake_assistant, "天气")
    turn = replace(turn, answer=replace(turn.answer, refusal=Refusal(code, "与资料无关。")))
    assert Markup(sources_html([turn], fake_assistant.documents)).find("blockquote") == []
    assert Markup(conversation_html([turn], fake_assistant.documents)).find(css="cw-show") == []
    assert plain_answer(turn.answer, fake_assistant.documents) == "资料库中的文件没有写这一点。"


def test_only_the_newest_answer_is_shown_and_a_failed_one_has_no_sources(fake_assistant):
    turns = last_turn(fake_assistant, "出错", last_turn(fake_assistant, "600家", last_turn(fake_assistant, "研发")))
    sections = Markup(sources_html(turns, fake_assistant.documents)).find("section")
    assert [(section["id"], section["class"]) for section in sections] == [
        ("cw-sources-1", "cw-sources"),
        ("cw-sources-2", "cw-sources current"),
    ]


@pytest.mark.parametrize(
    ("text", "context", "cells"),
    [
        (
            "1\t高企\t294\t600",
            "图表 2：指标\n序号 | 名称 | 2020年 | 2025年\n单位：家",
            [("序号", "1"), ("名称", "高企"), ("2020年", "294"), ("2025年", "600")],
        ),
        ("| 高企 | 600 |", "名称 | 2025年", [("名称", "高企"), ("2025年", "600")]),
        ("高企\t\t600", "名称 | 单位 | 目标", [("名称", "高企"), ("单位", ""), ("目标", "600")]),
        ("高企\t600", "名称 | 单位 | 目标", []),
        ("高企\t600\n科小\t9", "名称 | 目标", []),
        ("高新技术企业达到600家。", "", []),
    ],
)
def test_a_row_is_read_with_its_headers_where_they_fit(text, context, cells):
    assert row_cells(text, context) == cells


def test_a_cited_row_is_shown_under_its_headers(fake_assistant):
    (turn,) = last_turn(fake_assistant, "600家")
    (cited,) = turn.answer.citations
    row = replace(cited, heading="一、目标 > 图表 2：指标", text="高企\t600", context="图表 2：指标\n名称 | 目标\n单位：家")
    answer = replace(turn.answer, citations=(row,), hits=())
    page = Markup(sources_html([replace(turn, answer=answer)], fake_assistant.documents))
    assert [(row["text"]) for row in page.find("tr")] == ["名称高企", "目标600"]
    assert [line["text"] for line in page.find(css="cw-place")] == ["一、目标 > 图表 2：指标", "单位：家"]


# Hostile text ------------------------------------------------------------------------------------------------------


def test_no_word_of_question_or_document_becomes_markup(fake_assistant):
    (turn,) = last_turn(fake_assistant, "研发投入强度")
    answer = turn.answer
    hostile = replace(
        answer,
        answer=f"{HOSTILE}[1]",
        citations=tuple(replace(c, title=HOSTILE, heading=HOSTILE, text=HOSTILE, context=HOSTILE) for c in answer.citations),
        hits=tuple(
            replace(hit, title=HOSTILE, heading=HOSTILE, context=context, text=text)
            for hit, context, text in zip(
                answer.hits[2:], [HOSTILE, f"{HOSTILE} | {HOSTILE}"] * 2, [HOSTILE, f"{HOSTILE}\t{HOSTILE}"] * 2, strict=True
            )
        ),
        notices=(HOSTILE,),
        refusal=Refusal("not_in_corpus", f"理由{HOSTILE}"),
    )
    names = ("title", "region", "issuer", "number", "date", "period", "status", "source")
    documents = [replace(document, **dict.fromkeys(names, HOSTILE)) for document in fake_assistant.documents]
    turns = [Turn(1, HOSTILE, hostile, done=True), Turn(2, HOSTILE, error=HOSTILE, done=True)]
    pages = [
        conversation_html(turns, documents),
        conversation_html([], documents),
        sources_html(turns, documents),
        document_page(documents[0], HOSTILE, (1, 4)),
        missing_page(IndexMissingError(HOSTILE), Path(HOSTILE), Path(HOSTILE)),
    ]
    for html in pages:
        page = Markup(html)
        assert HOSTILE in "".join(element["text"] for element in page.elements)
        assert not page.find("img")
        assert not page.find("script")
        assert not [name for element in page.elements for name in element if name.startswith("on")]


# Plain text, examples, missing index -------------------------------------------------------------------------------


def test_plain_text_carries_its_sources(fake_assistant):
    assert plain_answer(fake_assistant.ask("研发投入强度"), fake_assistant.documents) == (
        "到2025年，研发投入强度达到3.5%。[1]到2027年，研发投入强度达到2.8%。[2]\n\n"
        "提示：\n· 《临河区科技创新实施方案》为征求意见稿。\n\n"
        "来源：\n"
        "[1] 《海城市科技创新“十四五”规划》 海城市科学技术局 · 2021-10 · 规划期 2021—2025年\n"
        "    一、目标\n    原文：到2025年，研发投入强度达到3.5%。\n"
        "[2] 《临河区科技创新实施方案》（征求意见稿） 发布机关原文未载明 · 日期原文未载明 · 规划期 2023—2027年\n"
        "    一、目标\n    原文：到2027年，研发投入强度达到2.8%。"
    )


def test_a_plain_refusal_names_the_nearest_passages(fake_assistant):
    text = plain_answer(fake_assistant.ask("电话"), fake_assistant.documents)
    assert text.startswith("资料库中的文件没有写这一点。\n\n最接近的段落：\n· 《海城市科技创新“十四五”规划》 一、目标\n    原文：一、目标")
    assert text.count("· 《") == 3


def test_examples_are_for_three_kinds_of_readers_and_only_about_known_regions():
    assert list(examples_for({region for example in EXAMPLES for region in example.regions})) == ["企业", "政府部门", "评估研究"]
    assert examples_for({"慈溪市"}) == {"企业": ["慈溪的科技型中小企业融资难，规划里有哪些科技金融措施？"]}
    assert examples_for(()) == {}


@pytest.mark.parametrize(
    ("error", "heading"), [(IndexMissingError, "还没有建立索引"), (IndexStaleError, "索引已经过期"), (IndexDamagedError, "索引已经损坏")]
)
def test_a_missing_index_is_explained_with_the_command(error, heading, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    page = Markup(missing_page(error("built with <dim> 512"), Path("my corpus"), Path("var/index")))
    assert page.find("h1")[0]["text"] == heading
    folders = "--corpus 'my corpus' --index var/index"
    assert page.find("code")[0]["text"].split("\n") == [f"bin/python -m index.build {folders}", f"bin/python app.py {folders}"]
    assert page.find(css="reason")[0]["text"] == "built with <dim> 512"


def test_numbers_show_what_they_were_held_against() -> None:
    citation = Citation(1, "plan", "规划", "", None, "p1", 0, 10, '研发强度"达"到3.8%')
    answer = Answer(
        question="目标？",
        answer="目标3.8%，高<0.3个百分点[1]。",
        abstained=False,
        refusal=None,
        citations=(citation,),
        hits=(),
        notices=(),
        mode="offline",
        latency_ms=1.0,
        index_id="x",
        checks=(Check("目标3.8%，高<0.3个百分点", True, 1), Check("3.8%", True, 1), Check("0.3个百分点", False, None)),
    )
    html = marked_html(7, answer)
    assert '<span class="cw-ok" title="原文[1]：研发强度&quot;达&quot;到3.8%">3.8%</span>' in html
    assert '<span class="cw-doubt" title="未能在所引原文中核对到">0.3个百分点</span>' in html
    assert 'href="#cw-source-7-1"' in html
    assert "&lt;" in html
