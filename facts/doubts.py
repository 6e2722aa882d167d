"""A profile's text -> whether it says that something asked for is not known."""

import re

from facts.episodes import episodes
from facts.likeness import pairs
from facts.states import doubts

ASKING = re.compile(r"有没有|是不是|是否|在不在|不(?:太)?(?:清楚|知道|确定|记得)")
POLICY = re.compile(r"能不能|可以|可不可以|补贴|补助|政策|奖励|申请|申报|能.{0,6}吗")  # what is asked is not what is told
COMMON = frozenset("省级 市级 国家 企业 中心 技术 项目 一个".split())
GRADE = re.compile(r"(?:国家|省|市|区|县)级")
WHICH_GRADE = re.compile(r"(?:国家|省|市|区|县)级?的?[^,;。]{0,4}还是[^,;。]{0,4}(?:国家|省|市|区|县)级?|哪[1一]?级|几级|什么级|级别|等级")
MANY = 2  # pairs of characters that a doubt told elsewhere must share


def doubted(text: str, body: str, about: str) -> bool:
    """Tell whether a profile says of what words ask for that it does not know.

    Args:
        text: the profile's text.
        body: a single thing asked for.
        about: the words of the whole rule: in the stretch that is most about it, less must be shared.
    """
    asked = pairs(body)
    found = episodes(text, about or body)
    best = max((item.nearness for item in found), default=0)
    for item in found:
        near = item.nearness and item.nearness == best
        for doubt in doubts(text[item.start : item.end]):
            if (
                near
                and GRADE.search(body)
                and WHICH_GRADE.search(doubt)
                and not GRADE.search(text[item.start : item.end].replace(doubt, ""))
            ):
                return True
            told = pairs(ASKING.sub("", doubt.partition(",")[0])) - COMMON
            if not POLICY.search(doubt) and len(asked & told) >= (1 if near else max(MANY, len(told) / 2)):
                return True
    return False
