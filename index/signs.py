"""A short line -> what it announces: a caption, a unit, a note, a date, an attachment, a heading."""

import re

from index.markers import DECIMALS, EMPHASIS, TITLE_STYLES, parse_marker

SENTENCE_END = "。！？!?；;"
STOPS = "。，；：:、！？,;!?|"
_DIGITS = r"\d{1,2}(?:\s?[-—.]\s?\d{1,2})?(?:\s?[:：、.．]|\s|(?=[“《（(\u4e00-\u9fff]))"
_COUNT = rf"(?:{_DIGITS}|[一二三四五六七八九十]{{1,3}}(?:[:：、]|\s))"
_NAMED = r"专\s?栏|图\s?表|附\s?[表图]|表格?|图"
CAPTION = re.compile(rf"(?:{_NAMED})\s?{_COUNT}\s*\S.*")
BRACKETED = re.compile(rf"^[【〔［\[〖「『（(]\s?((?:{_NAMED})\s?[-—.\d一二三四五六七八九十\s]{{1,6}}?)\s?[】〕］\]〗」』）)]\s?")
CAPTION_LENGTH = 60
TABLE_TITLE_LENGTH = 40
TABLE_TITLE = re.compile(r"\S*(?:表|一览|清单|指标|标准|分工|情况|目标)(?:\s?[（(][^（()）]{1,20}[)）])?")
CONTINUED = re.compile(r"(?:[（(]?\s?续\s?(?:上\s?)?表.*|[（(]\s?续\s?[)）]|\S.*[（(]\s?续\s?(?:表)?\s?[)）])")
UNIT_LINE = re.compile(r"[（(【\[]?\s?(?:计量|金额|数量)?单\s?位\s?[:：]\s?([^。；;:：]{1,20}?)\s?[)）】\]]?")
YEAR_REMARK = re.compile(r"[（(](?=[^（()）]{0,20}(?:基期|基数|基准|现状|目标|累计))(?=[^（()）]*(?:19|20)\d{2})[^（()）。]{4,60}[)）]")
NOTE = re.compile(r"\s*(?:注|备\s?注|说\s?明|数据来源|资料来源)\s?\d?\s?[:：]")
STAR_NOTE = re.compile(r"\s*[*＊※]\s?(?:为|表示|[:：])")
QUOTED = " \t\u3000>*"  # what Markdown may put before a note
BULLET = re.compile(r"\s*(?:——|[•●■◆▪·★☆✦✔✓✘✗✕►▶➤◇□☑○◎]|[-–*]\s)")
GLYPHS = "•●■◆▪·★☆✦✔✓✘✗✕►▶➤◇□☑○◎"
_CN_DIGITS = "[〇○零一二三四五六七八九十]"
_CN_DATE = rf"{_CN_DIGITS}{{4}}年{_CN_DIGITS}{{1,3}}月(?:{_CN_DIGITS}{{1,3}}日)?"
DATE = re.compile(rf"(?:\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|{_CN_DATE})")
ATTACHMENTS = re.compile(r"\s*附\s?件\s?[:：]\s?(?:\d{1,2}\s?[.．、])")
RUN_ON = re.compile(r"^(\S{2,32})[ \u3000](?=[^，]*，|到|对|为|以)(?=\S{4})")  # a title and, after a space, the text under it
OPENING = re.compile(r"【([^】\n]{2,24})】")
LABEL_LENGTH = 32  # of a name before a colon, what stands in brackets aside
IN_BRACKETS = re.compile(r"[（(][^（()）]{1,40}[)）]")
DATED = re.compile(r"\d|.{0,3}\d{4}\s?年")  # "2025年…", "到2025年…": a sentence, no title
PAID = re.compile(r"(?:奖励|补助|补贴|资助|给予)[^。]{0,20}[\d一二三四五六七八九十百]\s?[万亿]?元")  # a rule that pays is no heading
COLONED = re.compile(r"[^。；，：:\d%]{2,14}[：:][^。；，：:%]{2,20}")  # 把平台立起来：打造中试之城
CHAPTERED = ("part", "chapter", "section", *DECIMALS)
HEADING_LENGTH = 50
QUESTION = re.compile(r"\s*[^。；;：:]{2,60}[？?]")  # of questions and answers
BOUND = re.compile(r"(?:以上|以下|以内|不等)$")  # a limit is no heading
BARE_LENGTH = 30  # characters of a heading without a number
COMMON_HEADINGS = frozenset(
    "前言 序言 引言 总则 附则 总体要求 总体思路 总体目标 指导思想 基本原则 发展目标 主要目标 行动目标 "
    "重点任务 主要任务 保障措施 组织保障 组织实施 工作目标 工作要求 政策措施 发展基础 现状与形势".split()
)
KINDS_OF_TEXT = tuple("规划 方案 措施 意见 办法 通知 细则 决定 纲要 计划 公告 规定 条例 政策 要点".split())


def is_caption(text: str) -> bool:
    """Tell whether a line is the caption of a table, figure or box: a short line such as "专栏 3 ..." or "【表 1】..."."""
    if len(text) > 2 * CAPTION_LENGTH or not any(char in text for char in "专图表"):
        return False
    body = BRACKETED.sub(r"\1 ", EMPHASIS.sub("", text).strip())
    return len(body) <= CAPTION_LENGTH and bool(CAPTION.fullmatch(body)) and not any(char in YEAR_REMARK.sub("", body) for char in "。；，")


def is_table_title(text: str) -> bool:
    """Tell whether a line without a number could name the table below it ("主要指标", "任务分工表")."""
    if len(text) > 2 * CAPTION_LENGTH:
        return False
    body = EMPHASIS.sub("", text).strip()
    bare = 2 <= len(body) <= TABLE_TITLE_LENGTH and parse_marker(body) is None and not any(stop in body for stop in STOPS)
    return bare and bool(TABLE_TITLE.fullmatch(body))


def is_continuation(text: str) -> bool:
    """Tell whether a line says that the table above goes on ("续表 1", "表 2（续）")."""
    body = text.strip()
    return len(body) <= 40 and bool(CONTINUED.fullmatch(body)) and "。" not in body


def unit_of_line(text: str) -> str:
    """Return the unit that a line of its own states for a table ("（单位：万元）" -> "万元"), or ""."""
    body = text.strip()
    match = UNIT_LINE.fullmatch(body) if len(body) <= 30 else None
    return match.group(1).strip() if match else ""


def is_year_remark(text: str) -> bool:
    """Tell whether a line in brackets above a table says which years its columns are of."""
    return bool(YEAR_REMARK.fullmatch(text.strip()))


def is_note(text: str) -> bool:
    """Tell whether a line is a note below a table."""
    return bool(NOTE.match(text.lstrip(QUOTED)) or STAR_NOTE.match(text))


def is_date(text: str) -> bool:
    """Tell whether a line is nothing but a date, as below a signature."""
    body = text.strip()
    return len(body) <= 20 and bool(DATE.fullmatch(body.replace(" ", "").replace("\u3000", "")))


def is_heading(text: str) -> bool:
    """Tell whether a numbered paragraph is nothing but a heading: short, one phrase, at most a full stop at its end."""
    marker = parse_marker(text)
    if marker is None or marker.style in ("digit-bracket", "circled") or len(text) > marker.end + 2 * HEADING_LENGTH:
        return False
    body = EMPHASIS.sub("", text[marker.end :]).strip()
    if marker.style in ("appendix", "counted") or (marker.style == "item" and not body.lstrip("：: ")[:1].isdigit()):
        body = body.lstrip("：: ")
        if parse_marker(body):
            return False
    asks = parse_marker(body) if marker.style != "question" else None
    if QUESTION.fullmatch(body[asks.end :] if asks and asks.style == "question" else body):
        return True
    if marker.style == "question":
        return False
    if marker.style == "article":
        return 0 < len(body) <= BARE_LENGTH and not any(stop in body for stop in STOPS)
    if (body.endswith("。") or marker.style == "code") and PAID.search(body):
        return False
    if marker.style in CHAPTERED and COLONED.fullmatch(body):
        return True
    stopped = any(char in body.rstrip("。") for char in SENTENCE_END + "：:") or body.endswith(("，", "、"))
    if marker.style in TITLE_STYLES and RUN_ON.search(body):
        return False
    return len(body) <= HEADING_LENGTH and not stopped


def is_title_style(text: str) -> bool:
    """Tell whether a line opens with numbering of a kind that headings have."""
    marker = parse_marker(text)
    return marker is not None and marker.style in (*TITLE_STYLES, "markdown")


def runin_title(text: str) -> str:
    """Return the short phrase that opens a paragraph as its title ("区域创新实力稳步提高。…", "【上规奖励】…"), or ""."""
    marker = parse_marker(text)
    start = marker.end if marker else 0
    body = EMPHASIS.sub("", text[start : start + 4 * HEADING_LENGTH]).strip().lstrip("—-· ")
    if match := OPENING.match(body):
        return match.group(1).strip()
    if marker and marker.style in TITLE_STYLES and (match := RUN_ON.match(body)) and not any(stop in match[1] for stop in STOPS):
        return match[1]
    head, mark, rest = body.partition("。")
    label, colon, words = head.partition("：")
    ratio = label[-1:].isdigit() and words[:1].isdigit()  # 6：4 is no label
    if colon and PAID.search(label):
        return ""
    if colon and (marker or words.strip()) and len(IN_BRACKETS.sub("", label)) <= LABEL_LENGTH and "，" not in label and not ratio:
        return label.strip()
    phrase = len(head) <= 32 and head.count("，") <= (1 if marker else 0) and not DATED.match(head)
    return head.strip() if mark and rest.strip() and phrase else ""


def heading_words(text: str) -> str:
    """Return a heading as shown in a path: literal, without emphasis marks, outer white space and its full stop."""
    return EMPHASIS.sub("", text).strip(" \t\u3000#").removesuffix("。")
