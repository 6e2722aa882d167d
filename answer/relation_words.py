"""Words that tell how figures stand to each other -> a figure behind them that nothing reckons, or of a kind they do not ask for."""

import re
from collections.abc import Sequence

from answer.arithmetic import formulas
from answer.figures import figures
from answer.plain import bare, plain
from answer.support import Support

SHARE = re.compile(r"(?:占其|占比|比重|比例)(?:[的约为达到至]|超过|突破|目标|不低于|\d{4}年?)*$")
RECKONED = re.compile(r"(?P<words>前者是后者|后者是前者|合计数占其|平均每年(?:增加|减少|增长))(?:[的约为达到至]|超过|突破)*$")
PER = re.compile(r"/[\u4e00-\u9fff]{1,3}")  # 万元/人
OF_SHARES = ("percent", "times", "name", "")


def misplaced_relation(sentence: str, supports: Sequence[Support]) -> str:
    """Return the first figure that is told as a share but is none, or as reckoned without a formula and in no span; else "".

    >>> misplaced_relation("研发占比2025年目标600家", ()), misplaced_relation("研发占比2025年目标6%", ())
    ('600家', '')
    >>> misplaced_relation("甲30家，乙60家，后者是前者的60家", ()), misplaced_relation("后者是前者的2倍(60家÷30家=2倍)", ())
    ('60家', '')
    >>> misplaced_relation("平均每年增加约2.2万元/人((30万元/人-17万元/人)÷6≈2.2万元/人)", ())
    ''
    """
    text = plain(sentence)
    followed = {formula.start for formula in formulas(text)}
    for figure in figures(text):
        head = text[: figure.start]
        share, told = SHARE.search(head), RECKONED.search(head)
        if share and figure.kind not in OF_SHARES:
            return figure.text
        behind = PER.match(text, figure.end)
        if (
            told
            and (behind.end() if behind else figure.end) not in followed
            and not any(bare(told["words"]) in support.readable for support in supports)
        ):
            return figure.text
    return ""
