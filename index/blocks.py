"""Lines -> blocks: contents, captions, tables, notes, and paragraphs whose broken lines are joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lines import Line
from index.markers import SENTENCE_END, is_caption, is_heading, parse_marker
from index.tables.find import find_table
from index.tables.grid import RawTable
from index.tables.spaced import NOTE

CONTENTS = re.compile(r"\s*目\s*[录次]\s*")
LEADER = re.compile(r".*?\S\s*(?:[.．·…]{3,}|…+)\s*\d{1,4}\s*")
CONTENTS_LINE = re.compile(r".*?\S[\s\t]+\d{1,4}\s*")
STAR_NOTE = re.compile(r"\s*[*＊※]\s*(?:为|表示|[:：])")
BULLET = re.compile(r"\s*(?:——|[•●■◆▪·]|[-–]\s)")
LABEL = re.compile(r"\s*[^，。；：:、\s][^，。；：:]{1,28}[：:]")
ENDS = tuple(SENTENCE_END + "：:…")
NEIGHBOURS = 4  # lines on either side that tell how wide a full line is
FULL = 0.86  # share of that width from which on a line counts as full
LONG = 0.6  # share from which on a line that does not end a sentence goes on
WRAPPED = 100  # columns; text with longer lines is not hard-wrapped


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the file in order.

    Attributes:
        kind: contents, caption, table, note or paragraph.
        parts: (white space put before, literal text) of each joined line; empty for a table.
        table: the table's rows, for kind table.
    """

    kind: str
    parts: tuple[tuple[str, str], ...] = ()
    table: RawTable | None = None

    @property
    def text(self) -> str:
        """The joined text."""
        return "".join(glue + text for glue, text in self.parts)


def split_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a file in order; every character of the lines that is no white space is in exactly one."""
    lines = list(lines)
    shares = _shares(lines)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if CONTENTS.fullmatch(line.text) or LEADER.fullmatch(line.text):
            end = _contents_end(lines, at)
            if end:
                blocks.extend(Block("contents", (("", part.text.strip()),)) for part in lines[at:end])
                at = end
                continue
        captioned = bool(blocks) and blocks[-1].kind == "caption"
        table, end = find_table(lines, at, captioned=captioned)
        if table:
            blocks.append(Block("table", table=table))
        elif is_caption(line.text):
            end = at + 1
            blocks.append(Block("caption", (("", line.text.strip()),)))
        else:
            end = _paragraph_end(lines, shares, at)
            after_table = bool(blocks) and blocks[-1].kind in ("table", "note")
            kind = "note" if after_table and (NOTE.match(line.text) or STAR_NOTE.match(line.text)) else "paragraph"
            blocks.append(Block(kind, tuple(_joined(lines[at:end]))))
        at = end
    return blocks


def _contents_end(lines: list[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and (LEADER.fullmatch(lines[end].text) or (CONTENTS_LINE.fullmatch(lines[end].text) and "。" not in lines[end].text)):
        end += 1
    return end if end - at >= 3 or (LEADER.fullmatch(lines[at].text) and end - at >= 1) else 0


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text.strip())


def _shares(lines: list[Line]) -> list[float]:
    """For each line of hard-wrapped text, the share of a full line that it fills; 0 where text is not hard-wrapped."""
    widths = [_width(line.text) for line in lines]
    shares = []
    for at, width in enumerate(widths):
        around = [other for other in widths[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1] if other <= WRAPPED]
        edge = max(around, default=0)
        wrapped = width <= WRAPPED and edge >= 30 and sum(other >= FULL * edge for other in around) >= 3
        shares.append(width / edge if wrapped else 0.0)
    return shares


def _paragraph_end(lines: list[Line], shares: list[float], at: int) -> int:
    end = at + 1
    while end < len(lines) and _continues(lines[end - 1], lines[end], (shares[end - 1], shares[end]), lines[at].text):
        if end + 1 < len(lines) and find_table(lines, end, captioned=False)[0]:
            break
        end += 1
    return end


def _continues(line: Line, following: Line, shares: tuple[float, float], opening: str) -> bool:
    """Tell whether a paragraph goes on in the following line; `shares` says how full each of the two is."""
    line_share, full = shares[0], (shares[0] >= FULL, shares[1] >= FULL)
    text, after = line.text.strip(), following.text.strip()
    if text.rfind("“") > text.rfind("”") and not parse_marker(after):
        return True
    if _starts_block(following.text) or after[0] == "|" or "\t" in after:
        return False
    stopped = _is_stopped(text)
    if full[0]:
        if stopped and (line.text[-1].isspace() or NOTE.match(opening) or (LABEL.match(opening) and LABEL.match(following.text))):
            return False
        return not (is_heading(text) and (text.endswith("。") or line.text[-1].isspace() or (full[1] and _is_title_style(text))))
    if stopped or is_heading(text) or (NOTE.match(opening) and not text.endswith(("，", "、"))):
        return False
    if text.endswith(("，", "、", "—", "“", "（")):
        return True
    if line_share >= LONG:
        return True
    prose = any(mark in text or mark in opening for mark in "。，；")
    return prose and len(text) >= 12 and (len(after) >= 12 or after.endswith(ENDS))


def _is_stopped(text: str) -> bool:
    """Tell whether a sentence ends here, a closing quotation mark or a remark in brackets after its stop included."""
    body = text.rstrip("”’」』")
    if body.endswith(("）", ")")):
        depth = 0
        for at in range(len(body) - 1, max(-1, len(body) - 200), -1):
            depth += (body[at] in "）)") - (body[at] in "（(")
            if not depth:
                return body[:at].rstrip().endswith(ENDS)
    return body.endswith(ENDS)


def _is_title_style(text: str) -> bool:
    marker = parse_marker(text)
    return marker is not None and marker.style in ("part", "chapter", "section", "comma", "bracket", "markdown")


def _starts_block(text: str) -> bool:
    return bool(parse_marker(text) or BULLET.match(text) or NOTE.match(text) or CONTENTS.fullmatch(text)) or is_caption(text)


def _joined(lines: list[Line]) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for line in lines:
        text = line.text.strip()
        latin = bool(parts) and parts[-1][1][-1].isascii() and parts[-1][1][-1].isalpha() and text[0].isascii() and text[0].isalpha()
        parts.append((" " if latin else "", text))
    return parts
