"""A CewenError at start -> the page shown in place of the chat: what is wrong and the command that mends it."""

from html import escape
from pathlib import Path
from shlex import quote

from index.errors import CewenError, IndexDamagedError, IndexMissingError, IndexStaleError
from ui.document import page_html

HEADINGS: dict[type[CewenError], str] = {
    IndexMissingError: "还没有建立索引",
    IndexStaleError: "索引已经过期",
    IndexDamagedError: "索引已经损坏",
}


def build_command(corpus: Path, index: Path) -> str:
    """Return the command that builds the index, ready to paste."""
    return f"python -m index.build --corpus {quote(str(corpus))} --index {quote(str(index))}"


def missing_page(error: CewenError, corpus: Path, index: Path) -> str:
    """Return the page.

    Args:
        error: why no assistant could be loaded.
        corpus: folder of the documents.
        index: folder where the index was expected.
    """
    heading = HEADINGS.get(type(error), "暂时无法回答问题")
    body = (
        f'<main class="notice"><h1>{heading}</h1><p>请在项目目录中运行下面的命令建立索引，然后重新启动本程序：</p>'
        f"<pre><code>{escape(build_command(corpus, index))}\npython app.py</code></pre>"
        f'<details open><summary>详细原因</summary><p class="reason">{escape(str(error))}</p></details></main>'
    )
    return page_html(f"策问：{heading}", body)
