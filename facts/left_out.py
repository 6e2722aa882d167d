"""What a measure leaves out of its base, and a profile -> whether it tells of any; and which of two sums told, with or without tax."""

import re
from dataclasses import replace

from facts.measure import Measure
from facts.profile import Profile
from facts.traits import CLAUSE

NOT_COUNTED = re.compile(
    r"不(?:包括|包含|含)(?!税|本数|增值税)(?P<what>[^。；，）]{2,40})|(?P<not>[^。；，（]{2,24}?)(?:不计入|不纳入[^，。；]{0,4}(?:基数|范围))"
)
LAND = re.compile(r"买地|拿地|土地|地价|地皮")
TAIL = re.compile(r"(?:的)?(?:费用|支出|投入|价款|金额|款项?|成本|部分|等)$")
SHORTEST = 2
MONEY = re.compile(r"\d[万亿]?元|\d[万亿]")
AMONG = re.compile(r"其中|里[面头]?|包括|含|连|和|及|加上|除|扣")  # it is told as a part of another sum
TAX, BARE = re.compile(r"不含税|含税|带税"), re.compile(r"不含税")


def tells_left_out(measure: Measure, profile: Profile) -> bool:
    """Tell whether a profile names something that a measure, or the meaning of its terms, leaves out of what its rate is taken of."""
    if not any(one.rate for one in measure.amounts):
        return False
    bases = {one.base for one in measure.amounts if one.base}
    meanings = [meaning for term, meaning in measure.definitions if any(term in base for base in bases)]
    for words in (re.sub(r"\s", "", f"{measure.text}。{measure.after}"), *meanings):
        for match in NOT_COUNTED.finditer(words):
            for item in re.split(r"、|和|及|与|或", match["what"] or match["not"]):
                thing = TAIL.sub("", item)
                if len(thing) >= SHORTEST and _names(thing, profile.text):
                    if not _apart(profile, thing):
                        return True
    return False


def without_left_out(profile: Profile, measure: Measure) -> Profile:
    """Return a profile without the sums that it tells of what a measure leaves out of its base, beside others: 另外土建花了90万."""
    words = re.sub(r"\s", "", f"{measure.text}。{measure.after}")
    things = {
        TAIL.sub("", item) for match in NOT_COUNTED.finditer(words) for item in re.split(r"、|和|及|与|或", match["what"] or match["not"])
    }
    out = [item for item in profile.told if any(len(thing) >= SHORTEST and _names(thing, item.words) for thing in things)]
    return replace(profile, told=tuple(item for item in profile.told if item not in out)) if 0 < len(out) < len(profile.told) else profile


def _names(thing: str, words: str) -> bool:
    """Tell whether words name a thing, land by any of its names."""
    return thing in words or bool(LAND.search(thing) and LAND.search(words))


def _apart(profile: Profile, thing: str) -> bool:
    """Tell whether a profile tells a sum of its own of what is left out, beside others: 设备买了1200万,土建花了300万."""
    clauses = [match.group() for match in CLAUSE.finditer(profile.text)]
    own = [clause for clause in clauses if _names(thing, clause)]
    sums = [clause for clause in clauses if MONEY.search(clause)]
    return bool(own) and all(MONEY.search(clause) and not AMONG.search(clause) for clause in own) and len(sums) > len(own)


def without_tax(profile: Profile, about: str) -> Profile:
    """Return a profile without the sums told with tax, where a rule counts those without it and they are told as well."""
    if not BARE.search(about) or not any(BARE.search(item.words) for item in profile.told):
        return profile
    return replace(profile, told=tuple(item for item in profile.told if TAX.findall(item.words)[-1:] not in (["含税"], ["带税"])))
