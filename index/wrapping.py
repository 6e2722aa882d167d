"""Lines -> which of them one paragraph goes on in, judged by how full they are and how they end."""

import re
from collections import Counter
from collections.abc import Sequence

from index.decimals import decimal_chapters
from index.lines import Line
from index.markers import parse_marker
from index.signs import ATTACHMENTS, BULLET, NOTE, SENTENCE_END, is_caption, is_date, is_heading, is_title_style

CONTENTS = re.compile(r"\s*目\s*[录次]\s*")
LABEL = re.compile(r"\s?[^，。；：:、\s][^，。；：:]{1,28}[：:]")
FIELD = re.compile(
    r"\s*(?:(?:政策|项目|事项|条款)名称|(?:支持|补助|补贴|奖励|奖补|资助|扶持|申报|申请|受理|办理|享受|政策)(?:对象|主体|内容|标准|条件|方式|范围|材料|时间|期限|日期|流程|渠道|要求)|"
    r"(?:责任|牵头|主管|受理|实施|配合)(?:科室|单位|部门|处室|机构)|(?:咨询|联系)(?:电话|方式|人))[：:]"
)  # of a form
NAME = re.compile(r"\s*(?P<name>[\u4e00-\u9fff]{2,8})[：:]")  # of a field, whatever it is called, where lines open with it again and again
AGAIN = 2
SHORT_LABEL = re.compile(r"\s*[\u4e00-\u9fffA-Za-z]{2,10}[：:](?=\S)")  # lines of a list: 个人：…, 合伙：…
STEP = re.compile(r"\s*第\s?[一二三四五六七八九十\d]{1,2}\s?步")
CELL, CELL_AGAIN = 8, 3  # characters of a line that is a cell of a table, where it stands so often
ENDS = tuple(SENTENCE_END + "：:…")
NO_START = "，。、；：）)”’」』％%"  # no sentence or paragraph starts with these
REFERRING = ("至", "和", "与", "及", "或", "、", "按", "按照", "符合", "依据")  # before the number of an article that is referred to
ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]{1,5}[条章款项]")
INDENT = "\u3000\u3000"
NARROW_INDENT = re.compile(r" {4}\S")
LED = re.compile(r"[^\s，。；：:、]{2,6} {2,}\S")  # 升级类  甲中心（目标：国家级）: a line of a list by what leads it
HANGS = re.compile(r" {6,}\S")  # what goes on below such a line, set in below what it says
NEIGHBOURS = 4  # lines on either side that tell how wide a full line is
NUMBER = re.compile(r"\s*[【［\[]\s?[\d一二三四五六七八九十]{1,3}\s?[】］\]]")  # of an entry of a list
FULL = 0.86  # share of that width from which on a line counts as full
LONG = 0.6  # share from which on a line that does not end a sentence goes on
WRAPPED = 100  # columns; text with longer lines is not hard-wrapped
NARROWEST = 30  # columns; narrower lines are no wrapped prose
PROSE = 12  # characters of a line that is likely prose
NARROW = 4  # characters of a line down a narrow cell
TO_MONTH, TO_DAY = re.compile(r"\d{4}\s?年\s?\d{1,2}$"), re.compile(r"月\s?\d{1,2}$")
BROKEN_OFF = re.compile(r"，[^，。；：、]{1,2}$")  # no heading ends so soon behind a comma
RULE = re.compile(
    r"，[^，]*(?:给予|奖励|补助|补贴|分别|按|每)|的，|是指|应当|不得|之日起|由[^，]{2,20}(?:负责|承担|分担)|^[（(][一二三四五六七八九十]+[）)]对[^，]{4,}，"
)  # no heading says how much who gets, what a word means, or who has to do something
ACTS = re.compile(  # no heading opens with whom a rule is for and what they do, or breaks off behind a conjunction
    r"^[（(][一二三四五六七八九十]+[）)](?:[对凡]|[^，。；、]{0,8}(?:企业|单位|机构)(?:与|向|从|上?年度|当年|首次|新(?:购|引|招|建|获|增)|实施|参加|购[买置]|投保|租[用赁]|委托|取得|获得|引进|招用|吸纳|开展))"
    r"|^[（(][一二三四五六七八九十]+[）)][^。；]*(?:元|\d%)[^。；]*$|(?:[或及且]|以上的|的规上)$"
)
ITEM_STOP, RUN_ON_STYLES = re.compile(r"[；;。，、：:]\s?"), ("digit", "digit-bracket", "circled")
PAYS_ALONE = re.compile(
    r"^(?:每[\u4e00-\u9fff]{1,6}|一次性|在[A-Z]\d{1,2}基础上加)(?:给予)?(?:奖励?|奖补|补贴|补助|资助)\s*[\d.]+\s*[万亿]?元$"
)  # a line of its own that says what is paid
PAYS_LABEL = re.compile(r"^(?:补[贴助]|奖[励补]|资助)(?:标准|金额)?[:：]\s*(?:每|按|最高|一次性)?[^，。；]{0,8}\d")
BRACKET_REACH = 200
WITHIN = re.compile(r"[：、，][^：、，。；]{1,14}、[^：、，。；]{1,14}$")  # the end of a line within a list
BRACKET_LINES = 4  # of a remark before the one in question


class Wrapping:
    """Says where paragraphs end; made once for the lines of a file."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Measure how full each line is."""
        self._lines = lines
        self._shares = line_shares(lines)
        self._chapters = decimal_chapters([line.text for line in lines])
        names = Counter(match["name"] for line in lines if (match := NAME.match(line.text)))
        self._names = frozenset(name for name, count in names.items() if count >= AGAIN)
        short = Counter(body for line in lines if len(body := line.text.strip()) <= CELL and not body.endswith(ENDS))
        self._cells = frozenset(body for body, count in short.items() if count >= CELL_AGAIN)

    def goes_on(self, at: int, start: int) -> bool:
        """Tell whether the paragraph that starts at line `start` and has reached line `at` goes on in the line after it."""
        if at + 1 >= len(self._lines) or at in self._chapters or at + 1 in self._chapters:
            return False
        line, following = self._lines[at], self._lines[at + 1]
        text, after = line.text.strip(), following.text.strip()
        opening = self._lines[start].text
        if _is_cut_up(opening, after):
            return True
        if ATTACHMENTS.match(opening):
            marker = parse_marker(after)
            return marker is not None and marker.style == "digit" and marker.number > 1 and not after.endswith(ENDS)
        if (
            after[0] in NO_START
            or _counts_on(text, after)
            or _is_date_cut(text, after)
            or text.endswith(("第", "（"))
            or (text.endswith(REFERRING) and ARTICLE.match(after))
        ):
            return True
        if (text.rfind("“") > text.rfind("”") or self._bracket_open(start, at)) and not parse_marker(after):
            return True
        if (
            _is_paid_alone(text, after)
            or after in self._cells
            or starts_block(following.text)
            or self._named(following.text)
            or after[0] == "|"
            or "\t" in after
        ):
            return False
        if (indented := _by_indent(opening, line.text, following.text, first=at == start)) is not None:
            return indented
        if following.after_page_break and _breaks_off(text) and not LABEL.match(after):
            return True
        if self._shares[at] >= FULL:
            return self._full_goes_on(at, opening)
        return self._short_goes_on(at, opening)

    def _named(self, text: str) -> bool:
        """Tell whether a line opens with the name of a field that others open with as well."""
        match = NAME.match(text)
        return match is not None and match["name"] in self._names

    def _bracket_open(self, start: int, at: int) -> bool:
        """Tell whether a remark in brackets is open at the end of a full line: what follows goes on in it, a field's name as well."""
        text = "".join(line.text for line in self._lines[max(start, at - BRACKET_LINES) : at + 1])
        return self._shares[at] >= FULL and text.rfind("（") > text.rfind("）")

    def _short_goes_on(self, at: int, opening: str) -> bool:
        following = self._lines[at + 1].text
        text, after = self._lines[at].text.strip(), following.strip()
        unstopped = not (_is_stopped(text) or is_heading(text))
        prosaic = len(after) >= PROSE or after.endswith(ENDS)
        if unstopped and _is_set_in(opening) and not _is_set_in(following) and len(text) >= 2 * PROSE and prosaic:
            return True  # first lines are set in here, and this one is none
        if SHORT_LABEL.match(opening) and SHORT_LABEL.match(after) and not text.endswith(("，", "、")) and self._shares[at] < LONG:
            return False
        if not unstopped or (NOTE.match(opening) and not text.endswith(("，", "、"))):
            return False
        if text.endswith(("，", "、", "—", "“", "（")) or self._shares[at] >= LONG:
            return True
        prose = any(mark in part[-2 * WRAPPED :] for mark in "。，；" for part in (text, opening[: 2 * WRAPPED]))
        return prose and prosaic and not self._named(opening) and len(text) >= PROSE

    def _full_goes_on(self, at: int, opening: str) -> bool:
        line, following = self._lines[at].text, self._lines[at + 1].text
        text = line.strip()
        labelled = bool(LABEL.match(opening[:WRAPPED]) and LABEL.match(following[:WRAPPED]))
        if _is_stopped(text) and (line[-1].isspace() or NOTE.match(opening) or labelled or following[0] == "\u3000"):
            return False
        full_after = self._shares[at + 1] >= FULL
        if BROKEN_OFF.search(text) or ((RULE.search(text) or ACTS.search(text)) and not text.endswith(ENDS)):
            return True
        return not (is_heading(text) and (text.endswith("。") or line[-1].isspace() or (full_after and is_title_style(text))))


def _is_cut_up(opening: str, after: str) -> bool:
    """Tell whether a number stands alone in its line and its heading, down a narrow cell, in those below: 二、|冷链|物流."""
    marker = parse_marker(opening)
    alone = marker is not None and marker.style in ("comma", "bracket") and not opening[marker.end :].strip()
    return alone and len(after) <= NARROW and not after.endswith(ENDS) and parse_marker(after) is None


def _breaks_off(text: str) -> bool:
    """Tell whether a long line at the foot of a page ends within a list or a sentence: …、避雷器用氧|化锌阀片."""
    return len(text) >= 2 * PROSE and not _is_stopped(text) and parse_marker(text) is None and bool(WITHIN.search(text))


def _is_paid_alone(text: str, after: str) -> bool:
    """Tell whether a line says what is paid and nothing else, below one that says for what: 单场观众2万人以上|每场奖励50万元."""
    if PAYS_LABEL.match(after):
        return not _is_stopped(text) or text.endswith(("。", "；"))
    ends = text.endswith(("，", ",", "、", "按", "的")) or _is_stopped(text)
    return bool(PAYS_ALONE.match(after)) and len(text) <= 2 * PROSE and not ends


def _by_indent(opening: str, text: str, following: str, *, first: bool) -> bool | None:
    """Tell by where a line begins whether it goes on with the one above; None where that tells nothing."""
    if not first and not text[0].isspace() and _is_set_in_anew(opening, following):
        return False  # set in, as first lines are here and the line above is not
    if LED.match(opening) and (LED.match(following) or HANGS.match(following)):
        return HANGS.match(following) is not None
    return None


def _is_set_in_anew(opening: str, following: str) -> bool:
    """Tell whether a line is set in as a first line is: by two wide spaces, or by four narrow ones where the paragraph's first line is."""
    return following.startswith(INDENT) or (NARROW_INDENT.match(following) is not None and NARROW_INDENT.match(opening) is not None)


def _is_set_in(line: str) -> bool:
    return line[:1].isspace()


def _counts_on(text: str, after: str) -> bool:
    """Tell whether a line holds items that are numbered within it, and the next one begins with the number after the last of them."""
    marker = parse_marker(after)
    if marker is None or marker.style not in RUN_ON_STYLES:
        return False
    inner = [found for stop in ITEM_STOP.finditer(text) if (found := parse_marker(text[stop.end() :])) and found.style == marker.style]
    return bool(inner) and inner[-1].number + 1 == marker.number


def _is_date_cut(text: str, after: str) -> bool:
    """Tell whether a line ends and the next goes on within one date: 2028年12月31|日."""
    return bool((after[0] == "月" and TO_MONTH.search(text)) or (after[0] == "日" and TO_DAY.search(text)))


def line_shares(lines: Sequence[Line]) -> list[float]:
    """Return, for each line of hard-wrapped text, the share of a full line that it fills; 0 where text is not hard-wrapped.

    Text is hard-wrapped where several lines nearby are full, and few of these end a sentence.
    """
    widths = [_width(line.text) for line in lines]
    stopped = [_is_stopped(line.text.strip()) for line in lines]
    shares = []
    for at, width in enumerate(widths):
        near = range(max(0, at - NEIGHBOURS), min(len(lines), at + NEIGHBOURS + 1))
        edge = max((widths[other] for other in near if widths[other] <= WRAPPED), default=0)
        full = [other for other in near if FULL * edge <= widths[other] <= WRAPPED]
        wrapped = width <= WRAPPED and edge >= NARROWEST and len(full) >= 3
        shares.append(width / edge if wrapped and 2 * sum(stopped[other] for other in full) <= len(full) else 0.0)
    return shares


def starts_block(text: str) -> bool:
    """Tell whether a line cannot go on a paragraph: it opens with a number, a bullet, a caption, a note, a date, the field of a form."""
    signs = (NUMBER, FIELD, BULLET, NOTE, STEP)
    opens = parse_marker(text) or CONTENTS.fullmatch(text) or any(sign.match(text) for sign in signs)
    return bool(opens) or is_caption(text) or is_date(text)


def join_lines(lines: Sequence[Line]) -> tuple[tuple[str, str], ...]:
    """Return the parts of a paragraph: white space put before, and literal text, of each line."""
    listed = bool(ATTACHMENTS.match(lines[0].text))
    parts: list[tuple[str, str]] = []
    for line in lines:
        text = line.text.strip()
        glue = ""
        if parts:
            last = parts[-1][1][-1]
            glue = " " if listed or (_is_latin(last) and _is_latin(text[0])) else ""
        parts.append((glue, text))
    return tuple(parts)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text.strip())


def _is_stopped(text: str) -> bool:
    """Tell whether a sentence ends here, a closing quotation mark or a remark in brackets after its stop included."""
    body = text.rstrip("”’」』")
    if body.endswith(("）", ")")):
        depth = 0
        for at in range(len(body) - 1, max(-1, len(body) - BRACKET_REACH), -1):
            depth += (body[at] in "）)") - (body[at] in "（(")
            if not depth:
                return body[:at].rstrip().endswith(ENDS)
    return body.endswith(ENDS)
