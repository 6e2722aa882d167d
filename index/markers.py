"""Start of a paragraph -> its numbering: style, number, and what follows."""

import re
from dataclasses import dataclass

NUMERALS = "零〇一二三四五六七八九十百"
_CN = f"[{NUMERALS}]{{1,4}}"
_END = r"(?=\s|$|[：:、.．]?[^\d\s])"

# from the outermost to the innermost style, as official Chinese documents nest them
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("appendix", re.compile(r"(附\s*[录件表则](?:\s*\d{1,2})?)(?=\s*$|\s*[：:])")),
    ("part", re.compile(rf"第\s*({_CN}|\d{{1,3}})\s*[编篇部]分?(?=\s|\S)")),
    ("chapter", re.compile(rf"第\s*({_CN}|\d{{1,3}})\s*章")),
    ("section", re.compile(rf"第\s*({_CN}|\d{{1,3}})\s*节")),
    ("article", re.compile(rf"第\s*({_CN}|\d{{1,3}})\s*条")),
    ("comma", re.compile(rf"({_CN})\s*、")),
    ("bracket", re.compile(rf"[（(]\s*({_CN})\s*[)）]")),
    ("digit", re.compile(r"(\d{1,2})\s*(?:[.．](?!\d)|、(?!\d))")),
    ("digit-bracket", re.compile(r"(?:[（(]\s*(\d{1,2})\s*[)）]|(\d{1,2})\s*[)）])")),
    ("circled", re.compile(r"([①-⑳])")),
)
RANK = {style: rank for rank, (style, _) in enumerate(STYLES)}
MARKDOWN = re.compile(r"(#{1,6})\s+")
EMPHASIS = re.compile(r"\*\*|__")
CAPTION = re.compile(r"(?:专\s*栏|图\s*表|附\s*表|表格?|图)\s*\d{1,2}(?:\s*[-—.]\s*\d{1,2})?\s*(?:[:：、.．\s]\s*|(?=[“\u4e00-\u9fff]))\S.*")
SENTENCE_END = "。！？!?；;"
INLINE_ITEM = re.compile(r"(?:(?<=[。；;：:，,、\s])|^)(?:[一二三四五六七八九十]是(?=[^\s，。]))")


@dataclass(frozen=True, slots=True)
class Marker:
    """Numbering at the start of a paragraph.

    Attributes:
        style: a name of STYLES, or "markdown".
        number: the count as an integer (0 where it has none).
        end: offset just after the marker.
    """

    style: str
    number: int
    end: int


def numeral(text: str) -> int:
    """Return the value of digits, of a Chinese numeral below 1,000, or of a circled digit; 0 where it is none.

    >>> numeral("十二"), numeral("二十"), numeral("一百零三"), numeral("7")
    (12, 20, 103, 7)
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    total = current = 0
    for char in text:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = "零一二三四五六七八九".find(char.replace("〇", "零")) if char in NUMERALS else 0
    return total + current


def parse_marker(text: str) -> Marker | None:
    """Return the numbering a paragraph starts with, or None; Markdown emphasis before it is passed over."""
    lead = len(text) - len(text.lstrip(" \t\u3000*"))
    body = text[lead:]
    if match := MARKDOWN.match(body):
        inner = parse_marker(body[match.end() :])
        if inner and inner.style != "markdown":
            return Marker(inner.style, inner.number, lead + match.end() + inner.end)
        return Marker("markdown", len(match.group(1)), lead + match.end())
    for style, pattern in STYLES:
        if match := pattern.match(body):
            found = next((group for group in match.groups() if group), "")
            return Marker(style, numeral(re.sub(r"\D", "", found) or "0") if style == "appendix" else numeral(found), lead + match.end())
    return None


def is_caption(text: str) -> bool:
    """Tell whether a line is the caption of a table, figure or box: a short line such as "专栏 3 ..." or "表 1：..."."""
    body = text.strip()
    return len(body) <= 60 and bool(CAPTION.fullmatch(body)) and not any(char in body for char in "。；，")


def is_heading(text: str) -> bool:
    """Tell whether a numbered paragraph is nothing but a heading: short, one phrase, at most a full stop at its end."""
    marker = parse_marker(text)
    if marker is None:
        return False
    body = EMPHASIS.sub("", text[marker.end :]).strip()
    if marker.style in ("article", "digit-bracket", "circled"):
        return False
    return len(body) <= 50 and not any(char in body.rstrip("。") for char in SENTENCE_END + "：:") and not body.endswith(("，", "、"))


def runin_title(text: str) -> str:
    """Return the short first sentence that opens a paragraph as its title ("区域创新实力稳步提高"), or ""."""
    marker = parse_marker(text)
    body = EMPHASIS.sub("", text[marker.end if marker else 0 :]).strip().lstrip("—-· ")
    head, mark, rest = body.partition("。")
    label = head.partition("：")[0]
    if len(label) <= 24 and "，" not in label and label != head:
        return label.strip()
    if mark and rest.strip() and len(head) <= 32 and head.count("，") <= (1 if marker else 0) and not any(char.isdigit() for char in head[:4]):
        return head.strip()
    return ""
