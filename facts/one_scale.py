"""Words of tiers -> whether they are reached by different numbers of one thing (住宿1晚, 住宿2晚以上)."""

import re
from collections.abc import Sequence

NUMBERED = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2})(?P<n>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff])")


def of_one_scale(whens: Sequence[str]) -> bool:
    """Tell whether tiers are reached by different numbers of the same thing.

    >>> of_one_scale(["住宿1晚且游览2个景区", "住宿2晚以上"]), of_one_scale(["住宿1晚", "组团20人"])
    (True, False)
    """
    told = [{(match["noun"], match["unit"]): match["n"] for match in NUMBERED.finditer(when)} for when in whens]
    common = set.intersection(*(set(one) for one in told))
    return any(len({one[key] for one in told}) == len(told) for key in common)
