"""What a chat model wrote -> text with [n] marks as answers have them."""

import re
import unicodedata

from answer.claims import MARKS, NUMBER

MARK_FORMS = re.compile(r"[\[［【〔(（]\s*\^?(?:材料|来源|引用|参考)?\s*(\d{1,3}(?:\s*[,，、;；]\s*\^?\d{1,3})*)\s*[\]］】〕)）]")
LINE_LEADS = re.compile(r"^\s*(?:#{1,6}\s+|[-*•·]\s+|>\s+|\d{1,2}[.、)）]\s*(?!\d))")
EMPHASIS = re.compile(r"\*\*|__|`(?!``)")
FENCED = re.compile(r"^\s*```\w*\s*$")
LABELS = re.compile(r"^\s*(?:回答|答案|答|改写后?(?:的回答)?|Answer)\s*[:：]\s*", re.IGNORECASE)
SOURCES = re.compile(r"^\s*(?:参考(?:资料|文献|来源)?|来源|引用|资料来源|Sources?|References?)\s*[:：]?\s*(?:\[\d+\].*)?$", re.IGNORECASE)
AFTER_STOP = re.compile(r"([。；！？.;!?])\s*((?:\[\d+\])+)(?!\s*[。；])")
COURTESIES = re.compile(
    r"\s*(?:好的[，,。！!]?|您好[，,。！!]?|根据(?:以上|上述|提供的|所给的?|现有)?(?:资料|材料|文件|规划)[^，。\d]{0,6}[，,]?)?"
    r"(?:(?:具体)?(?:情况|内容|措施|回答|结果|要点)?(?:如下|有以下几点|包括以下几个方面)[:：。]?)?"
    r"(?:(?:以上(?:内容|信息|回答)?(?:仅供参考|供您参考)?|希望(?:以上[^，。\d]{0,6})?(?:对您|能)[^，。\d]{0,8}|如需[^，。\d]{0,12}请[^，。\d]{0,10})[。！!]?)?\s*"
)
REFUSALS = re.compile(
    r"(?:抱歉|对不起|很遗憾|作为(?:一个)?(?:AI|人工智能|语言模型)|(?:我|无法|不能|不便|难以)(?:无法|不能|不便)?(?:回答|提供|协助|完成|满足)|"
    r"(?:材料|资料|文件)(?:中|里)?(?:并?没有|未)(?:提到|提及|说明|包含|找到|给出)|sorry|cannot|can't|unable to|as an ai)",
    re.IGNORECASE,
)


def tidied(text: str) -> str:
    """Return a reply without Markdown, labels and lists of sources, its marks in the form [n] before the full stop.

    >>> tidied("**回答**：\\n- 目标为3.8%。【1】\\n\\n来源：[1]")
    '目标为3.8%[1]。'
    """  # noqa: D301
    lines: list[str] = []
    for line in text.replace("\r", "").split("\n"):
        if FENCED.match(line):
            continue
        body = EMPHASIS.sub("", line)
        body = LABELS.sub("", LINE_LEADS.sub("", body)).strip()
        if SOURCES.match(body):
            continue
        body = AFTER_STOP.sub(r"\2\1", _marks(body))
        if body:
            lines.append(body)
    return "\n".join(lines)


def marks_of(text: str) -> list[int]:
    """Return the numbers of the marks in a text, in order, each once."""
    return list(dict.fromkeys(int(number) for found in MARKS.findall(text) for number in NUMBER.findall(found)))


def is_refusal(text: str) -> bool:
    """Tell whether a model declines: its reply has no mark, and the words of somebody who will not or cannot answer."""
    return not marks_of(text) and bool(REFUSALS.search(text))


def _marks(line: str) -> str:
    """All forms of a mark as [n]; round brackets stay what they are, for they hold figures too."""

    def one(match: re.Match[str]) -> str:
        if match.group()[0] in "(（":
            return match.group()
        return "".join(f"[{int(unicodedata.normalize('NFKC', number))}]" for number in re.findall(r"\d+", match.group(1)))

    return MARK_FORMS.sub(one, line)


def without_courtesies(text: str) -> str:
    """Return a reply without lines that open or close it and say nothing: no mark, no figure, words of politeness only.

    >>> without_courtesies("根据资料，情况如下：\\n目标为3.8%[1]。\\n希望对您有帮助！")
    '目标为3.8%[1]。'
    """  # noqa: D301
    return "\n".join(line for line in text.split("\n") if not COURTESIES.fullmatch(line))
