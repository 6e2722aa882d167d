"""A CewenError at start -> the page shown in place of the chat: what is wrong and the command that mends it."""

import sys
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


def commands(corpus: Path, index: Path) -> str:
    """Return the commands that build the index and start again, ready to paste into a shell in the project's folder."""
    folders = f"--corpus {quote(str(corpus))} --index {quote(str(index))}"
    python = Path(sys.executable)
    name = str(python.relative_to(Path.cwd())) if python.is_relative_to(Path.cwd()) else "python"
    return f"{quote(name)} -m index.build {folders}\n{quote(name)} app.py {folders}"


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
        f"<pre><code>{escape(commands(corpus, index))}</code></pre>"
        f'<details open><summary>详细原因</summary><p class="reason">{escape(str(error))}</p></details></main>'
    )
    return page_html(f"策问：{heading}", body)
