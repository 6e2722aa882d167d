"""An assistant -> the tab 企业匹配: a form and free words, what fits, and a sheet to take along."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import gradio as gr

from index.errors import InputError
from ui.matched import matched_html, problem_html
from ui.sheets import Sheets

if TYPE_CHECKING:
    from answer.assistant import Assistant

MAX_WORDS = 1000
TRAITS = (
    "规上工业企业",
    "高新技术企业",
    "科技型中小企业",
    "省级专精特新",
    "国家级专精特新小巨人",
    "独立法人",
    "正常经营纳税",
    "没有失信记录",
)
HINT = "例如：做轴承，去年刚拿高企，有3件发明专利，想引进一名博士"
EMPTY = '<p class="cw-none">填写左边的情况，点“匹配”。只填知道的；没填的会列为待确认。填写的内容只用于本次匹配，不会保存。</p>'


def match_tab(assistant: Assistant) -> None:
    """Add the tab's content to the page that is being built."""
    regions = list(dict.fromkeys(document.region for document in assistant.documents if document.region))
    infos = {document.id: document for document in assistant.documents}
    sheets = Sheets()
    with gr.Row(elem_id="cw-match"):
        with gr.Column(scale=2, elem_id="cw-match-form"):
            region = gr.Dropdown(regions, label="企业所在地区（不选则按文字判断）", value=None)
            traits = gr.CheckboxGroup(list(TRAITS), label="具备的情况")
            with gr.Row():
                staff, founded = _number("从业人数"), _number("成立年份")
            with gr.Row():
                revenue, spent = _number("上年营业收入（万元）"), _number("上年研发费用（万元）")
            words = gr.Textbox(label="其他情况和打算", placeholder=HINT, lines=3, max_lines=8, max_length=MAX_WORDS)
            go = gr.Button("匹配", variant="primary", elem_id="cw-match-go")
        with gr.Column(scale=3, elem_id="cw-match-result"):
            result = gr.HTML(EMPTY, apply_default_css=False, js_on_load=None)
            with gr.Row(visible=False) as files:
                markdown = gr.DownloadButton("下载 Markdown", size="sm")
                word = gr.DownloadButton("下载 Word", size="sm")

    def respond(*given: str | list[str] | None) -> tuple[object, ...]:
        try:
            matching = assistant.match(told(Form(*given)))  # type: ignore[arg-type]
        except InputError as error:
            return problem_html(str(error)), gr.Row(visible=False), None, None
        return matched_html(matching, infos), gr.Row(visible=True), *sheets.write(matching, infos)

    inputs = [region, traits, staff, founded, revenue, spent, words]
    gr.on([go.click, words.submit], respond, inputs, [result, files, markdown, word], show_progress="minimal", api_visibility="private")


def _number(label: str) -> gr.Textbox:
    """Return a field for a number that may stay empty: Gradio's own shows 0 there, which would be told as a fact."""
    return gr.Textbox(label=label, placeholder="不填", max_length=16, max_lines=1)


@dataclass(frozen=True, slots=True)
class Form:
    """What the fields hold; numbers as they were typed."""

    region: str | None
    traits: list[str]
    staff: str
    founded: str
    revenue: str
    spent: str
    words: str


def told(form: Form) -> str:
    """Return the form's fields as an enterprise would say them.

    Raises:
        InputError: a field for a number holds something else.
    """
    staff, founded = _value("从业人数", form.staff), _value("成立年份", form.founded)
    revenue, spent = _value("上年营业收入", form.revenue), _value("上年研发费用", form.spent)
    parts = [f"我们在{form.region}" if form.region else "", *form.traits]
    parts += [f"员工{staff}人" if staff else "", f"{founded}年成立" if founded else "", f"去年营收{revenue}万元" if revenue else ""]
    parts += ["去年没有研发投入" if spent == "0" else f"研发费用{spent}万元" if spent else ""]
    return "，".join(part for part in [*parts, form.words.strip()] if part)


def _value(label: str, typed: str) -> str:
    """Return a number as plain digits, "" for an empty field."""
    words = unicodedata.normalize("NFKC", typed or "").replace(",", "").strip()
    if words and not re.fullmatch(r"\d+(?:\.\d+)?", words):
        raise InputError(f"“{label}”应是数字，如 200，得到的是“{typed}”；不知道可以不填")
    return f"{Decimal(words).normalize():f}" if words else ""
