"""A profile's words -> how many there are of what a measure pays for each: people, patents, square metres."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.count_parts import parts_of, without_left_out
from facts.counts_meant import MEASURES, TWO, clearest, labels_of, meant
from facts.counts_told import PEOPLE, SENTENCE_END, Count, clause_with, counts_told, sentence_with
from facts.likeness import core, overlap
from facts.profile import Profile
from facts.years_told import year_of

PARTLY = re.compile(r"其中|里面?(?:有|只)|只有(?!\d[\d.]*%)|仅有?(?!\d[\d.]*%)|除了|扣掉|剩下|其余|不算|不含|另外?\d")
SOME = re.compile(r"(?:其中|只有|仅有?|里面有?|里有|另有)[^,，]{0,6}$")
STAFF = re.compile(r"员工|职工|在职|从业|(?:公司|全厂|厂里|一共|总共|规模|团队)[^,，]{0,4}$|来号|上下$")
GOT = re.compile(r"拿到|拿了|取得|获得|获评|通过|考[上出到取]|评上|参加|持有|入选|领到")  # of the staff those who got something
NEW = re.compile(r"新员工|新招|新来|介绍|输送|推荐|招用|招了|引进")  # those who have come, not all
ASKS_STAFF = re.compile(r"员工|职工|参保|用工|在岗|在职")
EACH_MEASURED = re.compile(
    r"[单每][店个台项件笔户家场][^，。；元]{0,16}\d+(?:\.\d+)?[^，。；]{0,4}(?:以上|以下|不低于|不少于)|每[^，。；]{0,20}\d+万?元以上"
)
MORE = re.compile(r"增量|新增部分|增长部分|增加部分|增加额|新增额")
RISES = re.compile(r"(?:比上年|较上年)?(?:增加|增长)")
ALL_MEASURED = re.compile(r"每[家个店台件笔间处]?都|都(?:在|是|有|超过)[^,;。]{0,6}\d|面积都|各\d|全都")
HIRES = re.compile(r"(?:招用|招聘|招录|引进|吸纳|接收|录用|聘用|招收)[^，,;。]{0,16}(?:毕业生|博士|硕士|研究生|本科|大学生|人才|人员)")
HIRED = re.compile(r"招|聘|引进|引来|引了|吸纳|接收|录用|入职|新来|来了|进了|进来|毕业|博士|硕士|应届|大学生|实习")
APART = re.compile(
    r"(?:只有|其中|有)(?:一|两|\d)(?:家|件|个|项|台|人|名)[^,，;；。]{0,12}"
    r"(?:是(?!.{0,8}(?:博士|硕士|国外|国内|省级|市级|国家级)的?$)|不|没|买|才)"
)
GOES_ON = re.compile(r"(?:这)?(?:其中|里面|里头|另外?\d)")
OF_EACH = re.compile(r"每1?(?:场|次|届|趟|批|期|个|家|天|名|位)[^,;。]{0,8}$|(?<!一)各[^,;。]{0,2}$")  # how many each of several has
DONE = re.compile(r"通过|完成|验收|签约|入驻|上线|毕业|合格|登记")  # what was done to what is counted
NAMED_BEHIND = 0.6  # share of what is counted that the words behind a number must hold to be that very thing
NAMED = re.compile(r"[“\"]([^”\"]{2,8})[”\"]")


def count_of(
    profile: Profile,
    unit: str,
    noun: str,
    classes: frozenset[str],
    about: str,
    when: str = "",
    others: Sequence[str] = (),
    bars: frozenset[str] = frozenset(),
) -> Count | None:
    """Return how many there are of what is paid for, None where it is not told or not told plainly.

    Args:
        profile: what is told.
        unit: what the sum is paid for each of.
        noun: the noun beside the unit.
        classes: the classes that it is paid for, where others are paid differently; empty where there is but one.
        about: the words of the whole rule.
        when: the words that open it, which may say that only a rise over the year before counts.
        others: what further sentences leave out.
        bars: classes that are paid for by themselves.
    """
    if classes and any(name not in profile.text for name in NAMED.findall(when)):
        return None  # “双一流”高校本科毕业生: that they are such is not told
    told = [one for one in counts_told(profile, unit, about) if unit in MEASURES or not OF_EACH.search(one.before)]
    parts = parts_of(told, about, others) if not classes else None
    told = without_left_out(told, about, others)
    told = told if parts is None else parts
    if MORE.search(when) and len(told) == TWO:
        return _risen(profile, told)
    if RISES.fullmatch(noun) and unit in MEASURES:
        return None  # by how much a sum rose is told of no year alone
    if unit in PEOPLE and not classes and not ASKS_STAFF.search(noun):
        staff = [one for one in told if STAFF.search(f"{one.before}＊{one.after[:3]}") or STAFF.search(one.before)]
        told = [one for one in told if one not in staff or NEW.search(one.before + one.after) or GOT.search(one.after)]
    if unit in PEOPLE and HIRES.search(about) and not ASKS_STAFF.search(noun):
        near = [one for one in told if HIRED.search(clause_with(profile, one))]
        told = near or [one for one in told if HIRED.search(sentence_with(profile, one))]
    if classes:
        told = _of_classes(profile, [one for one in told if not labels_of(profile, one) & bars], unit, classes, about)
    else:
        told = meant(profile, told, unit, noun, about)
    if len({one.value for one in told}) != 1:
        return None
    one = told[0]
    if one.value > 1 and unit not in MEASURES and EACH_MEASURED.search(about) and not ALL_MEASURED.search(profile.text):
        return None  # whether each of them is large enough is not told
    if parts is not None:
        return one
    exact = bool(DONE.search(noun)) and len(core(noun)) > 1 and overlap(core(noun), core(one.after)) >= NAMED_BEHIND
    return None if (_set_apart(profile, told) if classes else not exact and _partly(profile, one)) else one


def _of_classes(profile: Profile, told: list[Count], unit: str, classes: frozenset[str], about: str) -> list[Count]:
    """Those counts that are of some classes; all together where each is of one of its own."""
    told = clearest(profile, [one for one in told if labels_of(profile, one) & classes], about)
    if len({one.value for one in told}) < TWO:
        return told
    whole = sum((one.value for one in told), Decimal(0))
    labels = [labels_of(profile, one) & classes for one in told]
    apart = all(not one & other for place, one in enumerate(labels) for other in labels[place + 1 :])
    return [Count(whole, unit, "", "", told[0].start)] if apart else []


def _risen(profile: Profile, told: list[Count]) -> Count | None:
    """By how much the count of a year is above that of the year before; None where they are not of two such years."""
    years = [year_of(one.before, profile.today) for one in told]
    if years[0] is None or years[1] is None or abs(years[0] - years[1]) != 1:
        return None
    late, early = (told[0], told[1]) if years[0] > years[1] else (told[1], told[0])
    return replace(late, value=late.value - early.value) if late.value > early.value else None


def _set_apart(profile: Profile, told: list[Count]) -> bool:
    """Tell whether a profile says of some of what is counted that they are otherwise: 只有一家是80平的, 其中1件是买来的."""
    return any(APART.search(sentence_with(profile, one)) for one in told)


def _partly(profile: Profile, item: Count) -> bool:
    """Tell whether only a part of what is counted may count: 3个证,其中1个是试剂; or the count is itself such a part."""
    if SOME.search(item.before):
        return True
    stop = next((end for end in SENTENCE_END.finditer(profile.text, item.start + 1) if not GOES_ON.match(profile.text, end.end())), None)
    return bool(PARTLY.search(profile.text[item.start + 1 : stop.start() if stop else len(profile.text)]))
