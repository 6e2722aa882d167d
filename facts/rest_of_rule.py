"""A measure and the text it stands in -> the same with the rest of its paragraph, and with the cap that only that states."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.measure import Measure

LONGEST = 200  # characters of the rest that are read
CAP = re.compile(
    r"(?:^|[。；，])(?:奖励|补助|补贴|资助|支持)?(?:连续\s*\d+\s*年，)?(?:同一?(?:企业|单位|主体)?|单个?(?:企业|单位|主体)|每(?:年|家|户|个)(?:企业|单位)?|年度)?"
    r"(?:每年|年度|累计|合计|总额|补助|补贴|奖励)*(?:最高|不超过|上限)(?:不超过|为)?\s*(?P<cap>\d+(?:\.\d+)?)\s*万元"
)


def with_rest(measure: Measure, every: Sequence[Measure], text: str) -> Measure:
    """Return a measure with what stands behind it in its paragraph, and the cap stated there where it has none of its own.

    Args:
        measure: one of a document.
        every: all of the document.
        text: the document's normalised text.
    """
    line = text.find("\n", measure.end)
    next_ = min((one.start for one in every if one.start >= measure.end), default=len(text))
    after = text[measure.end : min(line if line >= 0 else len(text), next_, measure.end + LONGEST)].strip()
    if not after or not measure.amounts:
        return replace(measure, after=after)
    cap = CAP.search(re.sub(r"\s", "", after))
    open_ = cap and not any(one.cap for one in measure.amounts) and all(one.rate or one.per for one in measure.amounts)
    amounts = tuple(replace(one, cap=cap["cap"]) for one in measure.amounts) if cap and open_ else measure.amounts
    return replace(measure, after=after, amounts=amounts)
