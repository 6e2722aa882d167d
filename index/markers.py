"""Start of a paragraph -> its numbering: style, number, and what follows."""

import re
from dataclasses import dataclass

from index.numerals import numeral

NUMERALS = "零〇一二三四五六七八九十百"
_CN = f"[{NUMERALS}]{{1,5}}"
_NUMBER = rf"({_CN}|\d{{1,3}})"
_FORMAL = "[壹贰叁肆伍陆柒捌玖拾]"
_DECIMAL = r"(?![0０])\d{{1,2}}(?:\s?[.．]\s?(\d{{1,2}})){{{0}}}(?!\s?[.．]?\d)"
_TITLED = (
    r"\s?[.．、]?(?=[ \t\u3000]*(?:[\u4e00-\u9fff“《]|20\d\d年[\u4e00-\u9fff]))"
    r"(?!\s?(?:[亿万千百个元倍％年月日亩家人件项吨名位种]|百分|平方|公里|左右|以[上下]))"
)

# from the outermost to the innermost style, as official Chinese documents nest them
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (  # 附件1, 附件：清单, and with its title behind a space: 附件2 申报材料
        "appendix",
        re.compile(
            r"(附\s?[录件表则](?:\s?\d{1,2}|\s?[一二三四五六七八九十]{1,2})?)(?=\s*$|\s*[：:])"
            r"|(附\s?[录件](?:\s?\d{1,2}|\s?[一二三四五六七八九十]{1,2})?)(?=[ \t\u3000]+[^\s，。；：:、！？]{2,28}\s*$)"
        ),
    ),
    ("part", re.compile(rf"第\s?{_NUMBER}\s?(?:[编篇]|部分)")),
    ("chapter", re.compile(rf"第\s?{_NUMBER}\s?章|({_FORMAL}{{1,3}})(?:\s?、|(?=[ \t\u3000]+[\u4e00-\u9fff]))")),  # 第三章, 叁　产业
    ("section", re.compile(rf"第\s?{_NUMBER}\s?节")),
    ("decimal", re.compile(rf"{_DECIMAL.format(1)}{_TITLED}")),  # 3.1 科技攻关
    ("subdecimal", re.compile(rf"{_DECIMAL.format(2)}{_TITLED}")),
    ("subsubdecimal", re.compile(rf"{_DECIMAL.format(3)}{_TITLED}")),
    ("article", re.compile(rf"第\s?{_NUMBER}\s?条(?!\s*[第款例约、和至与及或])")),
    (  # 第一项 研发补助, 项目1：研发补助
        "item",
        re.compile(rf"(?:第\s?{_NUMBER}\s?项|(?:申报|支持|奖补)?(?:项目|政策|奖项)\s?{_NUMBER})(?=[ \t\u3000：:]+[^\s，。；、])"),
    ),
    ("comma", re.compile(rf"({_CN})\s?、")),
    ("bracket", re.compile(rf"[（(]\s?({_CN})\s?[)）]")),
    (  # 方向一：总部经济, 类别 A 大型演出
        "counted",
        re.compile(
            rf"(?:方向|专题|类别|板块|模块|事项|赛道)\s?(?:{_NUMBER}\s?(?=[：:\u3000])|([A-H])\s?(?=[：:\u3000 ]\s?[\u4e00-\u9fff]))"
        ),
    ),
    ("code", re.compile(r"[A-F](\d{1,2})(?=[ \t\u3000、：:．.]\s?[\u4e00-\u9fff])")),  # A1 体育场演唱会
    ("question", re.compile(rf"(?:问题?|[QＱ])\s?(?:(\d{{1,3}}|{_CN})\s?)?[：:](?=\s*\S)")),  # 问1：哪些人可以申请？
    ("digit", re.compile(r"(\d{1,2})\s?(?:[.．](?!\d)|、(?!\d))")),
    ("digit-bracket", re.compile(r"(?:[（(]\s?(\d{1,2})\s?[)）]|(\d{1,2})\s?[)）])")),
    ("circled", re.compile(r"([①-⑳])")),
)
RANK = {style: rank for rank, (style, _) in enumerate(STYLES)}
DECIMALS = ("decimal", "subdecimal", "subsubdecimal")
TITLE_STYLES = (
    "appendix",
    "part",
    "chapter",
    "section",
    *DECIMALS,
    "item",
    "comma",
    "bracket",
    "counted",
    "code",
    "question",
)  # those whose lines are headings as a rule
MARKDOWN = re.compile(r"(#{1,6})\s+")
EMPHASIS = re.compile(r"\*\*|__")
LEAD = " \t\u3000*"
FIRST = frozenset(
    "#附第（(方专类板模事赛项政奖申支问ABCDEFQＱ壹贰叁肆伍陆柒捌玖拾" + NUMERALS + "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)  # what a marker can start with
REACH = 40  # characters that a marker can need


@dataclass(frozen=True, slots=True)
class Marker:
    """Numbering at the start of a paragraph.

    Attributes:
        style: a name of STYLES, or "markdown".
        number: the count as an integer (0 where it has none); of "markdown", the level.
        end: offset just after the marker.
    """

    style: str
    number: int
    end: int


def parse_marker(text: str) -> Marker | None:
    """Return the numbering a paragraph starts with, or None; Markdown emphasis before it is passed over."""
    lead = len(text) - len(text.lstrip(LEAD))
    body = text[lead : lead + REACH]
    if not body or not (body[0] in FIRST or body[0].isdecimal()):
        return None
    if match := MARKDOWN.match(body):
        inner = parse_marker(text[lead + match.end() :])
        if inner and inner.style != "markdown":
            return Marker(inner.style, inner.number, lead + match.end() + inner.end)
        return Marker("markdown", len(match.group(1)), lead + match.end())
    for style, pattern in STYLES:
        if match := pattern.match(body):
            found = next((group for group in match.groups() if group), "")
            if found.isascii() and found.isalpha():
                return Marker(style, ord(found) - ord("A") + 1, lead + match.end())
            number = numeral(re.sub(rf"[^\d{NUMERALS}]", "", found) or "0") if style == "appendix" else numeral(found or "0")
            return Marker(style, number, lead + match.end())
    return None
