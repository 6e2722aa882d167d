"""An assistant -> the tab 问答: the conversation, the question box, examples, and the source panel beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from ui.chart import chart_area, chart_of, chart_updates
from ui.conversation import converse
from ui.examples import examples_for
from ui.message import conversation_html
from ui.sources import sources_html
from ui.turn import Turn

if TYPE_CHECKING:
    from answer.assistant import Assistant
    from answer.mode import Mode

MAX_QUESTION = 1000  # characters the box takes
FORGET_AFTER = 6 * 3600  # seconds after which an idle chat is dropped from memory
TO_NEWEST = "() => window.cewen.toNewest()"


def chat_tab(assistant: Assistant, mode: Mode) -> None:
    """Add the tab's content to the page that is being built."""
    documents = assistant.documents
    turns = gr.State([], time_to_live=FORGET_AFTER)
    with gr.Row(elem_id="cw-chat"):
        with gr.Column(scale=3, elem_id="cw-main"):
            log = _html(conversation_html([], documents), "cw-conversation")
            bars, line = chart_area()
            examples, buttons = _examples(examples_for({document.region for document in documents}))
            box, send, renew = _ask_row()
            worded = _wording_switch(mode)
        with gr.Column(scale=2, elem_id="cw-panel"):
            panel = _html(sources_html([], documents), "cw-source-panel")

    def respond(question: str, past: list[Turn], by_model: bool) -> Iterator[dict[Any, Any]]:
        for now in converse(assistant, question, past, mode if by_model else "offline"):
            # the box is emptied once: what is typed while the answer comes stays in it
            shown = {turns: now, log: conversation_html(now, documents), **dict.fromkeys((box, examples, panel, bars, line), gr.skip())}
            if now[-1].done:
                shown[panel] = sources_html(now, documents)
                shown[bars], shown[line] = chart_updates(chart_of(now[-1].answer))
            elif now[-1].answer is None:
                shown |= {box: "", examples: gr.Column(visible=False)}
            yield shown

    def restart() -> dict[Any, Any]:
        return {
            turns: [],
            log: conversation_html([], documents),
            panel: sources_html([], documents),
            examples: gr.Column(visible=True),
            box: "",
            **dict(zip((bars, line), chart_updates(None), strict=True)),
        }

    outputs = [turns, log, box, examples, panel, bars, line]
    asked = [(box, [box.submit, send.click]), *((button, [button.click]) for button in buttons)]
    for source, triggers in asked:
        gr.on(triggers, respond, [source, turns, worded], outputs, show_progress="hidden", api_visibility="private")
        gr.on(triggers, None, js=TO_NEWEST, api_visibility="private")
    renew.click(restart, None, outputs, show_progress="hidden", api_visibility="private")


def _html(value: str, elem_id: str) -> gr.HTML:
    """Return a component that shows HTML as it is: the default template, so that nothing in it is run."""
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False, js_on_load=None)


def _ask_row() -> tuple[gr.Textbox, gr.Button, gr.Button]:
    with gr.Row(elem_id="cw-ask"):
        box = gr.Textbox(
            label="问题",
            show_label=False,
            container=False,
            placeholder="请输入问题，回车提问",
            lines=1,
            max_lines=6,
            max_length=MAX_QUESTION,
            autofocus=True,
            scale=8,
            elem_id="cw-box",
        )
        send = gr.Button("提问", variant="primary", scale=0, min_width=72, elem_id="cw-send")
        renew = gr.Button("新对话", scale=0, min_width=72, elem_id="cw-renew")
    return box, send, renew


def _wording_switch(mode: Mode) -> gr.Checkbox:
    """Return the choice whether a chat model words the answers; there is nothing to choose where none is configured."""
    return gr.Checkbox(
        value=mode == "llm",
        visible=mode == "llm",
        label="由对话模型组织语言（逐句核对原文，问题会发给所配置的模型服务）",
        container=False,
        elem_id="cw-wording",
    )


def _examples(questions: dict[str, list[str]]) -> tuple[gr.Column, list[gr.Button]]:
    buttons: list[gr.Button] = []
    with gr.Column(elem_id="cw-examples") as column:
        for reader, examples in questions.items():
            _html(f'<p class="cw-reader">{reader}常问</p>', f"cw-reader-{len(buttons)}")
            with gr.Row():
                buttons += [gr.Button(question, size="sm", elem_classes="cw-example") for question in examples]
    return column, buttons
