"""What a measure leaves out of its base, and a profile -> whether it tells of any; and which of two sums told, with or without tax."""

import re
from dataclasses import replace

from facts.measure import Measure
from facts.profile import Profile

NOT_COUNTED = re.compile(
    r"不(?:包括|包含|含)(?!税|本数|增值税)(?P<what>[^。；，）]{2,40})|(?P<not>[^。；，（]{2,24}?)(?:不计入|不纳入[^，。；]{0,4}(?:基数|范围))"
)
LAND = re.compile(r"买地|拿地|土地|地价|地皮")
TAIL = re.compile(r"(?:的)?(?:费用|支出|投入|价款|金额|款项?|成本|部分|等)$")
SHORTEST = 2
TAX, BARE = re.compile(r"不含税|含税|带税"), re.compile(r"不含税")


def tells_left_out(measure: Measure, profile: Profile) -> bool:
    """Tell whether a profile names something that a measure, or the meaning of its terms, leaves out of what its rate is taken of."""
    if not any(one.rate for one in measure.amounts):
        return False
    bases = {one.base for one in measure.amounts if one.base}
    meanings = [meaning for term, meaning in measure.definitions if any(term in base for base in bases)]
    for words in (re.sub(r"\s", "", measure.text), *meanings):
        for match in NOT_COUNTED.finditer(words):
            for item in re.split(r"、|和|及|与|或", match["what"] or match["not"]):
                thing = TAIL.sub("", item)
                if len(thing) >= SHORTEST and (thing in profile.text or (LAND.search(thing) and LAND.search(profile.text))):
                    return True
    return False


def without_tax(profile: Profile, about: str) -> Profile:
    """Return a profile without the sums told with tax, where a rule counts those without it and they are told as well."""
    if not BARE.search(about) or not any(BARE.search(item.words) for item in profile.told):
        return profile
    return replace(profile, told=tuple(item for item in profile.told if TAX.findall(item.words)[-1:] not in (["含税"], ["带税"])))
