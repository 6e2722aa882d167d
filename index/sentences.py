"""A stretch of text -> spans of its sentences."""

import re

INLINE_ITEM = re.compile(r"(?:(?<=[。；;：:，,、\s])|^)(?:[一二三四五六七八九十]是(?=[^\s，。]))")
CLOSERS = "”’」』"
STOPS = "。！？!?；;\n"
STOP = re.compile(rf"[{STOPS}][{CLOSERS}]*(?:[（(][^（()）\n]{{0,120}}(?:[（(][^（()）\n]{{0,20}}[)）][^（()）\n]{{0,80}})*[)）](?=$|\n))?")

SEMICOLONS = ";；"
ASIDE = re.compile(r"[（(][^（()）\n。]{2,160}[)）]")  # a semicolon in brackets ends no sentence


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of text[start:end], without the white space between them.

    A sentence ends at 。！？； (not at a semicolon in brackets) or a line end, closing quotation marks and a remark in
    brackets at the paragraph's end included; an inline item (一是 …) starts a new one.
    """
    cuts = {start, end}
    asides = [match.span() for match in ASIDE.finditer(text, start, end)]
    stops = (match.end() for match in STOP.finditer(text, start, end))
    cuts.update(cut for cut in stops if text[cut - 1] not in SEMICOLONS or not any(low < cut < high for low, high in asides))
    cuts.update(match.start() for match in INLINE_ITEM.finditer(text, start, end))
    borders = sorted(cut for cut in cuts if start <= cut <= end)
    spans = []
    for left, right in zip(borders, borders[1:], strict=False):
        piece = text[left:right]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            spans.append((left + lead, left + len(piece.rstrip())))
    return spans


def clause_spans(text: str, start: int, end: int, longest: int) -> list[tuple[int, int]]:
    """Cut one overlong sentence at commas (at any place where there are none) into spans of at most `longest`."""
    spans = []
    while end - start > longest:
        cut = max(text.rfind(mark, start + longest // 2, start + longest) for mark in "，、,：: ")
        cut = cut + 1 if cut > start else start + longest
        spans.append((start, cut))
        start = cut
    return [*spans, (start, end)] if end > start else spans
