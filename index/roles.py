"""Blocks -> the role of each: title page, heading, caption, signature, paragraph …, judged by its neighbours."""

import re
from collections.abc import Sequence
from typing import Literal

from index.blocks import Block
from index.decimals import decimal_chapters
from index.markers import EMPHASIS, RANK, Marker, parse_marker
from index.signs import BARE_LENGTH, BOUND, BULLET, COMMON_HEADINGS, GLYPHS, KINDS_OF_TEXT, OPENING, STOPS, is_date, is_heading
from index.tables.grid import squeeze
from index.wrapping import FIELD, NUMBER, STEP

Role = Literal["title", "contents", "heading", "attachment", "paragraph", "outside", "caption", "unit", "note", "table"]
MAX_TITLE = 60  # characters of a line of the title page
TITLE_LINES = 12
ISSUER = re.compile(r"\S*(?:政府|委员会|委|办公室|厅|[^布格]局|领导小组)")
SIGNATURE_LINES = 3  # lines above a date that can be its signature
LIST_STYLES = ("comma", "bracket", "digit")  # a bare line numbered so may be an item of a list
SUM = re.compile(r"\d\s?[万亿]?元")  # a line that names a sum is no heading
ITEM_ENDS = ("；", ";", "，", ",")


def judge_roles(blocks: Sequence[Block]) -> list[Role]:
    """Return the role of every block."""
    return _Judge(blocks).roles()


class _Judge:
    """Walks through the blocks once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._texts = [EMPHASIS.sub("", block.text).strip() if len(block.text) <= 4 * MAX_TITLE else block.text for block in blocks]
        self._chapters = decimal_chapters([block.text if block.kind == "paragraph" else "" for block in blocks])
        self._markers = [self._chapters.get(at) or parse_marker(text) for at, text in enumerate(self._texts)]
        self._dates = [block.kind == "paragraph" and is_date(text) for block, text in zip(blocks, self._texts, strict=True)]
        self._roles: list[Role] = []

    def roles(self) -> list[Role]:
        """Return the role of every block."""
        titles = self._title_lines()
        signed = False
        for at, block in enumerate(self._blocks):
            if at < titles:
                self._roles.append("title")
            elif block.kind != "paragraph":
                self._roles.append(block.kind)
            elif self._is_signature(at):
                signed = signed or self._dates[at]
                self._roles.append("outside")
            else:
                role = self._of_paragraph(at, signed)
                signed = signed and role == "paragraph"
                self._roles.append(role)
        return self._roles

    def _of_paragraph(self, at: int, signed: bool) -> Role:
        marker = self._markers[at]
        if marker and marker.style == "appendix":
            return "outside" if not is_heading(self._texts[at]) or self._is_before_signature(at) else "heading"
        if at in self._chapters:
            return "heading"
        if is_heading(self._texts[at]):
            return "paragraph" if self._is_item(at, marker) else "heading"
        if not self._is_bare_heading(at):
            return "paragraph"
        return "attachment" if signed else "heading"

    def _title_lines(self) -> int:
        """Return how many blocks at the start make up the title page."""
        named = False
        for at, block in enumerate(self._blocks[:TITLE_LINES]):
            text, marker = self._texts[at], self._markers[at]
            short = block.kind == "paragraph" and len(text) <= MAX_TITLE
            plain = short and not any(stop in text for stop in "。；，") and not text.endswith("：")
            numbered = marker is not None and marker.style != "appendix" and (marker.style != "markdown" or at > 0)
            numbered = numbered or bool(FIELD.match(text) or NUMBER.match(text) or STEP.match(text))
            numbered = numbered or (at > 0 and bool(BULLET.match(text) or OPENING.match(text)))
            if not plain or numbered or squeeze(text) in COMMON_HEADINGS or (named and self._starts_text(at)):
                return at
            named = named or text.rstrip("）)”》").endswith(KINDS_OF_TEXT)
        return min(TITLE_LINES, len(self._blocks))

    def _starts_text(self, at: int) -> bool:
        """Tell whether a line after the title is a heading of the text: a bare line over prose, no issuer and no date."""
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        return (
            not ISSUER.fullmatch(self._texts[at])
            and self._is_bare_heading(at)
            and following is not None
            and following.kind == "paragraph"
            and len(following.text) > MAX_TITLE
        )

    def _is_signature(self, at: int) -> bool:
        """Tell whether a block is a date on a line of its own, or the issuer's name just above one."""
        if self._dates[at]:
            return True
        text = self._texts[at]
        bare = len(text) <= BARE_LENGTH and self._markers[at] is None and not any(stop in text for stop in STOPS)
        return bare and self._is_before_signature(at)

    def _is_before_signature(self, at: int) -> bool:
        """Tell whether nothing but short lines stands between a block and a date below it."""
        for next_at in range(at + 1, min(at + 1 + SIGNATURE_LINES, len(self._blocks))):
            if self._dates[next_at]:
                return True
            if self._blocks[next_at].kind != "paragraph" or len(self._texts[next_at]) > BARE_LENGTH:
                return False
        return False

    def _is_item(self, at: int, marker: Marker | None) -> bool:
        """Tell whether a bare numbered line is an item of a list, not a heading: its like follows at once or ends in a comma."""
        if marker is None or marker.style not in LIST_STYLES or self._texts[at].startswith("#"):
            return False
        if at and self._precedes(at - 1, at) and self._roles[at - 1] == "paragraph":
            before = self._texts[at - 1]
            if before.endswith(ITEM_ENDS) or is_heading(before):
                return True
        if self._texts[at].endswith("。") and not self._heads_something(at, marker):
            return True
        return at + 1 < len(self._blocks) and self._precedes(at, at + 1) and is_heading(self._texts[at + 1])

    def _heads_something(self, at: int, marker: Marker) -> bool:
        """Tell whether what follows a numbered line can stand below it."""
        following = self._markers[at + 1] if at + 1 < len(self._blocks) else marker
        return following is None or RANK.get(following.style, 0) > RANK[marker.style]

    def _precedes(self, at: int, following: int) -> bool:
        first, second = self._markers[at], self._markers[following]
        return first is not None and second is not None and first.style == second.style and first.number + 1 == second.number

    def _is_bare_heading(self, at: int) -> bool:
        """Tell whether a line without a number is a heading: short, without stops, and followed by something longer."""
        block, text, marker = self._blocks[at], self._texts[at], self._markers[at]
        if marker is not None and marker.style != "markdown":
            return marker.style == "circled" and self._is_over_titles(at)
        if squeeze(text) in COMMON_HEADINGS:
            return True
        if not 2 <= len(text) <= BARE_LENGTH or len(block.parts) > 1 or any(stop in text for stop in STOPS):
            return False
        if (
            text[0].isdigit()
            or text[0] in "（("
            or BOUND.search(text)
            or SUM.search(text)
            or self._is_of_entry(at)
            or self._is_bulleted(at)
            or not any("\u4e00" <= char <= "\u9fff" for char in text)
        ):
            return False
        return at + 1 < len(self._blocks) and not self._ends_a_row(at) and self._is_headed(at + 1, len(text))

    def _is_of_entry(self, at: int) -> bool:
        """Tell whether a line is of the entry that a code heads (A1 体育场演唱会), or right below one of a glyph (▶ 参展)."""
        above = next((one for one in range(min(at, len(self._roles)) - 1, -1, -1) if self._roles[one] == "heading"), -1)
        coded = above >= 0 and (marker := self._markers[above]) is not None and marker.style == "code"
        return coded or (above == at - 1 >= 0 and self._texts[above][0] in GLYPHS)

    def _is_over_titles(self, at: int) -> bool:
        """Tell whether a short line stands right above one that a glyph opens, which it does not: ① 种得好, ▶ 老茶园改种."""
        text, following = self._texts[at], self._texts[at + 1 : at + 2]
        return len(text) <= BARE_LENGTH and not any(stop in text for stop in STOPS) and following != [] and following[0][:1] in GLYPHS

    def _ends_a_row(self, at: int) -> bool:
        """Tell whether a line that stands elsewhere too comes right before a heading that goes on counting: the last cell of a row."""
        following = self._markers[at + 1]
        counts_on = following is not None and following.number > 1 and following.style == "digit"
        return counts_on and is_heading(self._texts[at + 1]) and self._texts.count(self._texts[at]) > 1

    def _is_bulleted(self, at: int) -> bool:
        """Tell whether a line opens with the same glyph as the one before or after it: an item of a list."""
        first = self._texts[at][0]
        return first in GLYPHS and any(other[:1] == first for other in (*self._texts[max(0, at - 1) : at], *self._texts[at + 1 : at + 2]))

    def _is_headed(self, at: int, length: int) -> bool:
        """Tell whether a block can stand below a bare heading of some length."""
        block = self._blocks[at]
        if block.kind in ("caption", "unit", "table") or FIELD.match(self._texts[at]):
            return True
        marker = self._markers[at]
        numbered = marker is not None and marker.style not in ("digit-bracket", "circled")
        return block.kind == "paragraph" and not self._dates[at] and (numbered or len(block.text) > length)
