"""What was typed -> the text that is read: one script, one width, ways of speaking put as they are written."""

import re
import unicodedata

from facts.scope import PLACE
from facts.terms import as_written
from retriever.script import simplified
from retriever.years import PLAN_YEARS

ENGLISH_PLANS = {"12th five-year": "十二五", "13th five-year": "十三五", "14th five-year": "十四五", "15th five-year": "十五五"}
# Says of a place or a body that it is one: 甬江那片科创区, 阳明那个研究院.
VAGUE = re.compile(rf"(?<=[\u4e00-\u9fff])那一?(?:[片块带](?=[\u4e00-\u9fff])|[个家条座所](?=(?:{PLACE}|中心|基地)))")
# Takes up what was just named and adds nothing: 高企、科小这两项, 飞地这块.
APPOSED = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z”\"）)])(?<![了对除是有到按在从就把看])这[一两二三四五几]?(?:项|样|块|方面|件事|事儿?)(?:指标|数据?)?(?=[,，])"
)
FROM_TO = re.compile(  # asks what a figure is and what it is to be
    r"(?:[要得想须需]|打算|计划|准备)?[从由](?:现在|目前|如今|眼下)?的?(?P<now>多少|几)(?P<unit>[个家项名人件亿万元成]{0,3})"
    r"(?:提高|提升|增加|增长|扩大|上升|下降|降低|缩短|压缩|减少|[提升增涨扩降压缩减做])?[到至]的?(?:多少|几)(?P=unit)"
)
OVER = ("十二五", "十三五")  # whose last years plans tell results of
MUCH = re.compile(r"几多(?!倍)")  # as the south says 多少


def normalise(text: str) -> str:
    """Return a text as it is read: NFKC, in simplified characters, without white space at its ends or between Chinese characters."""
    body = _stated_twice(
        as_written(MUCH.sub("多少", APPOSED.sub("", VAGUE.sub("", simplified(unicodedata.normalize("NFKC", text).strip())))))
    )
    for said, name in ENGLISH_PLANS.items():
        body = re.sub(rf"{said}(?! \({name}\))", f"{said} ({name})", body, flags=re.I)
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", body)


def _stated_twice(text: str) -> str:
    """A question for both ends of a rise as one for what is and what is to be, or of a period that is over for its two years.

    >>> _stated_twice("甲区研发强度要从多少提到多少"), _stated_twice("高企从几家增加到几家")
    ('甲区研发强度现在和目标是多少', '高企现在和目标是多少家')
    >>> _stated_twice("十三五期间高企从多少到多少")
    '十三五期间高企2015年和2020年各是多少'
    """
    if len(ended := [PLAN_YEARS[name] for name in OVER if name in text]) == 1:
        first, last = ended[0]
        return FROM_TO.sub(lambda match: f"{first - 1}年和{last}年各是多少{match['unit']}", text)
    return FROM_TO.sub(lambda match: f"现在和目标是多少{match['unit']}", text)
