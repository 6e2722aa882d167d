"""A matching -> a sheet that the enterprise can take along: Markdown, or a DOCX of the same words."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from facts.matched import Group, Judged, Match, Matching
from facts.profile import labels
from facts.totals import totals
from index.catalog import DocumentInfo

TITLES: dict[Group, str] = {
    "applies": "可以申请（所述情况符合条件）",
    "conditional": "满足下列条件时可以申请",
    "direction": "方向性支持（文件只提出要做，尚不是可申领的待遇）",
    "not_met": "目前不符合",
}
VERDICTS = {"met": "符合", "not_met": "不符合", "unknown": "待确认"}
CAVEAT = "规划和政策以当年的实施细则和申报通知为准；方向性表述不构成承诺。"
LONGEST = 220
MOST = 20  # items of one group on a sheet


def sheet_lines(matching: Matching, infos: Mapping[str, DocumentInfo], *, with_not_met: bool = True) -> Iterator[tuple[str, str]]:
    """Yield (style, words) lines: heading, item, detail, text.

    Args:
        matching: what fits.
        infos: the catalog, by id.
        with_not_met: also list what does not fit, with the reason.
    """
    yield "heading", "企业支持措施匹配结果"
    yield "text", f"按 {matching.profile.today.isoformat()} 判断；适用地区：{'、'.join(matching.regions) or '未指明'}。"
    yield "text", "理解到的情况：" + ("；".join(labels(matching.profile)) or "没有可用于判断的内容") + "。"
    for group, title in TITLES.items():
        found = [item for item in matching.matches if item.group == group]
        if not found or (group == "not_met" and not with_not_met):
            continue
        yield "heading", f"{title}：{len(found)} 项"
        for place, item in enumerate(found[:MOST], 1):
            yield from _item(place, item, infos)
        if len(found) > MOST:
            yield "text", f"另有 {len(found) - MOST} 项未列出，完整结果见 JSON 格式。"
    if sums := totals(matching.matches):
        yield "heading", "同一企业一年合计"
        titles = {doc: info.title for doc, info in infos.items()}
        for total in sums:
            yield "detail", f"{titles.get(total.doc, total.doc)}（{len(total.names)} 项）：{total.words}"
    if matching.questions:
        yield "heading", "补充这些情况可以进一步判断"
        yield from (("detail", words) for words in matching.questions)
    yield "text", CAVEAT


def _item(place: int, item: Match, infos: Mapping[str, DocumentInfo]) -> Iterator[tuple[str, str]]:
    measure = item.measure
    yield "item", f"{place}. {measure.name}（{measure.label}，{measure.region}）"
    text = " ".join(measure.text.split())
    yield "detail", f"原文：{text[:LONGEST]}{'……' if len(text) > LONGEST else ''}"
    if item.worth:
        yield "detail", f"金额：{amount_words(item)}"
    for judged in item.judged:
        if judged.condition.kind != "exclusion" or judged.verdict == "not_met":
            yield "detail", condition_words(judged)
    if item.closed:
        yield "detail", f"时间：{item.closed}"
    if measure.duty:
        yield "detail", f"负责单位：{measure.duty}"
    yield from (("detail", f"注意：{' '.join(note.text.split())}") for note in measure.notes[:3])
    info = infos.get(measure.doc)
    source = (
        "，".join(part for part in (info.title, info.issuer, info.date, "征求意见稿" if info.status == "draft" else "") if part)
        if info
        else measure.doc
    )
    yield "detail", f"出处：{source}（{measure.doc} 第 {measure.start}–{measure.end} 字）"


def condition_words(judged: Judged) -> str:
    """Return a condition with its verdict: 条件（符合）：规上工业企业."""
    name = "排除情形" if judged.condition.kind == "exclusion" else "条件"
    return f"{name}（{VERDICTS[judged.verdict]}）：{' '.join(judged.condition.text.split())}"


def amount_words(item: Match) -> str:
    """Return what is paid: the sum with its formula, or the rule where the sum cannot be reckoned."""
    paid = item.worth
    if paid is None:
        return ""
    if not paid.value:
        return f"{paid.words}；算式：{paid.formula}" if paid.formula else paid.words
    formula = f"（{paid.formula}{'，超过上限' if paid.capped else ''}）" if paid.formula else ""
    return f"{paid.value}{paid.unit}{formula}；规则：{paid.words}" if paid.formula else f"{paid.value}{paid.unit}"


def markdown_sheet(matching: Matching, infos: Mapping[str, DocumentInfo]) -> str:
    """Return the sheet as Markdown."""
    marks = {"heading": "\n## ", "item": "\n### ", "detail": "- ", "text": "\n"}
    return "\n".join(marks[style] + words for style, words in sheet_lines(matching, infos)).strip().replace("## ", "# ", 1) + "\n"


def docx_sheet(matching: Matching, infos: Mapping[str, DocumentInfo]) -> bytes:
    """Return the sheet as a DOCX file's bytes."""
    import docx

    document = docx.Document()
    for place, (style, words) in enumerate(sheet_lines(matching, infos)):
        if style in ("heading", "item"):
            document.add_heading(words, level=0 if place == 0 else 1 if style == "heading" else 2)
        else:
            document.add_paragraph(words, style="List Bullet" if style == "detail" else None)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
