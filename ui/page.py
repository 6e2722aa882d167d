"""An assistant -> the page: header, its tabs, and how they look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import gradio as gr

from ui.chat import chat_tab
from ui.library import library_tab
from ui.match import match_tab
from ui.sheets import DOWNLOADABLE_S

if TYPE_CHECKING:
    from answer.assistant import Assistant
    from answer.mode import Mode

ASSETS = Path(__file__).parent / "assets"
TITLE = "策问 · 地方科技规划问答"
HEADER = '<header class="cw-header"><h1>策问</h1><p>地方科技规划问答：每一条回答都能查到原文</p></header>'
FOOTER = '<p class="cw-footer">回答由程序依据资料库中的文件给出，不构成政策解释；办理事项以主管部门发布的正式文件为准。</p>'
# Linked rather than handed to Gradio, which would confine every rule to its own container and leave out the reader.
HEAD = '<link rel="stylesheet" href="/cewen/page.css"><script src="/cewen/page.js"></script>'
# Fonts of the system only, named as plain strings: a Google font would make the page ask another server.
SANS = ["Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]
MONO = ["ui-monospace", "Consolas", "monospace"]
WORKERS = 4  # questions answered at the same time
WAITING = 64  # questions that may wait; more are refused


def build_page(assistant: Assistant, mode: Mode) -> gr.Blocks:
    """Return the page, its queue set."""
    page: gr.Blocks
    with gr.Blocks(title=TITLE, analytics_enabled=False, fill_width=True, delete_cache=(DOWNLOADABLE_S, DOWNLOADABLE_S)) as page:
        gr.HTML(HEADER, apply_default_css=False, js_on_load=None)
        with gr.Tabs():
            with gr.Tab("问答", id="chat"):
                chat_tab(assistant, mode)
            with gr.Tab("企业匹配", id="match"):
                match_tab(assistant)
            with gr.Tab("资料库", id="library"):
                library_tab(assistant.documents)
        gr.HTML(FOOTER, apply_default_css=False, js_on_load=None)
    page.queue(default_concurrency_limit=WORKERS, max_size=WAITING)
    return page


def build_theme() -> gr.themes.Base:
    """Return the theme: paper and ink, one blue for what can be clicked, no shadows."""
    return gr.themes.Base(primary_hue="blue", neutral_hue="gray", radius_size="sm", text_size="md", font=SANS, font_mono=MONO).set(
        body_background_fill="#f6f5f1",
        body_background_fill_dark="#15181c",
        background_fill_primary="#ffffff",
        background_fill_primary_dark="#1d2126",
        body_text_color="#1f2328",
        body_text_color_dark="#e6e6e3",
        button_primary_background_fill="#1d4e89",
        button_primary_background_fill_dark="#2f69ad",
        button_primary_background_fill_hover="#163c6a",
        button_primary_background_fill_hover_dark="#3a78c0",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
        block_border_width="0px",
        block_shadow="none",
    )
