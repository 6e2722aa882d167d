"""A figure of a sentence -> the words of its clause before and behind it."""

import re

from facts.fact import Fact

REACHES = re.compile(
    r"(?:力争|累计|共|已|新增|认定|建成|建设|培育|拥有|有|达到?|不少于|不低于|超过?|突破|约|近|分别|为|是|至少|总数|数量|\s)+$"
)
BORDER = re.compile(r"[，,。；;：:、]|[（(](?![^（()）]*[)）])")
REACH = 20  # characters behind a figure


def own_words(fact: Fact, text: str) -> str:
    """The words of its clause before a figure, without 其中 and the verb that leads to it."""
    before = BORDER.split(re.sub(r"\s+", "", text[max(0, fact.spans[0].start - 40) : fact.spans[0].start]))[-1]
    words = re.sub(r"^.*其中", "", REACHES.sub("", before))
    return re.sub(
        r"^(?:[一二两三四五\d]+年[间来]?|累计|共|全市|全区|全县|力争|建设|建成|培育|认定|拥有|新增|实施|承接|承担|受理|服务)+", "", words
    )


def words_behind(fact: Fact, text: str) -> str:
    """The words of its clause behind a figure: 其中21项|转入量产."""
    behind = BORDER.split(re.sub(r"\s+", "", text[fact.spans[0].end : fact.spans[0].end + REACH]))[0]
    return re.sub(r"^(?:已|实现|进入|转入|达到|完成|的|左右|以上)+", "", behind)
