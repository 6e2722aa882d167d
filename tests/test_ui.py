"""Nothing of a document or a question is ever markup; plain text, examples and a missing index speak for themselves."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from answer.answer import Refusal
from index.errors import IndexDamagedError, IndexMissingError, IndexStaleError
from ui.document import document_page
from ui.examples import EXAMPLES, examples_for
from ui.message import conversation_html
from ui.missing import missing_page
from ui.plain import plain_answer
from ui.sources import sources_html
from ui.turn import Turn

pytest_plugins = ("tests.markup",)
HOSTILE = "<img src=x onerror=alert(1)>{{value}}${alert(1)}\"'</script><script>alert(1)</script>"


def test_no_word_of_question_or_document_becomes_markup(fake_assistant, last_turn, markup):
    (turn,) = last_turn("研发投入强度")
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
        page = markup(html)
        assert HOSTILE in "".join(element["text"] for element in page.elements)
        assert not page.find("img")
        assert not page.find("script")
        assert not [name for element in page.elements for name in element if name.startswith("on")]


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
def test_a_missing_index_is_explained_with_the_command(error, heading, tmp_path, monkeypatch, markup):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    page = markup(missing_page(error("built with <dim> 512"), Path("my corpus"), Path("var/index")))
    assert page.find("h1")[0]["text"] == heading
    folders = "--corpus 'my corpus' --index var/index"
    assert page.find("code")[0]["text"].split("\n") == [f"bin/python -m index.build {folders}", f"bin/python app.py {folders}"]
    assert page.find(css="reason")[0]["text"] == "built with <dim> 512"
