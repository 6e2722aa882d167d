"""A matching -> the sheets for the download buttons, which are not kept: they tell what an enterprise said of itself."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from facts.sheet import docx_sheet, markdown_sheet

if TYPE_CHECKING:
    from facts.matched import Matching
    from index.catalog import DocumentInfo

HANDED_OVER_S = 60  # by then Gradio has long taken a copy of its own
DOWNLOADABLE_S = 3600  # after which Gradio removes that copy


class Sheets:
    """Writes sheets; each is removed soon after, at the latest when the program ends."""

    def write(self, matching: Matching, infos: Mapping[str, DocumentInfo]) -> tuple[str, str]:
        """Write the sheet as Markdown and as a Word file, into a folder of its own, and return their paths."""
        folder = Path(tempfile.mkdtemp(prefix="cewen-"))
        removal = Timer(HANDED_OVER_S, weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True))
        removal.daemon = True
        removal.start()
        markdown, word = folder / "支持措施匹配.md", folder / "支持措施匹配.docx"
        markdown.write_text(markdown_sheet(matching, infos), encoding="utf-8")
        word.write_bytes(docx_sheet(matching, infos))
        return str(markdown), str(word)
