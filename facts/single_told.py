"""What a condition asks of each of several things, or of a length of time -> the one figure that a profile tells of it."""

import re

from facts.likeness import core
from facts.profile import Profile, load_gauges
from facts.told import Told, unit_class

ONE = re.compile(r"单[户笔项个家]|[每一1][户笔项家]")  # a figure of one of several things
AGE = re.compile(
    r"成立|注册|设立|创办|创立|开办|开业|(?:公司|企业|厂)[^,;。]{0,4}[办开]了"
)  # how old a body is, which is no other length of time
SHORTEST = 2


def of_each(profile: Profile, unit: str) -> list[Told]:
    """Return the figures that a profile tells of one of several things: 单户都没超500万元, 给一家企业放了600万元."""
    return [item for item in profile.told if unit_class(item.unit) == unit and ONE.search(item.words)]


def only_length(profile: Profile, noun: str) -> Told | None:
    """Return the only length of time told, where a noun is of nothing that other lengths are told of; None where several differ.

    How long a body has existed is none; what has a measure of its own (租期, 社保) is told of that alone.
    """
    if len(core(noun)) < SHORTEST:
        return None
    found = [item for item in profile.told if item.unit == "月" and not AGE.search(item.words)]
    if len({item.value for item in found}) != 1:
        return None
    measured = [gauge.words for gauge in load_gauges() if gauge.unit == "月"]
    asked = {words.pattern for words in measured if words.search(noun)}
    for one in found:
        told = {words.pattern for words in measured if words.search(one.words)}
        if told & asked or not (told or asked):
            return one
    return None
