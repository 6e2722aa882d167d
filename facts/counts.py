"""A profile's words -> how many there are of what a measure pays for each: people, patents, square metres."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.classes import classes_in
from facts.episodes import episodes
from facts.likeness import core, overlap
from facts.profile import Profile
from facts.states import clause_of, state
from facts.years_told import year_of

KIN = (
    ("人", "名", "位"),
    ("平方米", "平米", "平"),
    ("标箱", "标准箱", "箱"),
    ("家", "户", "间"),
    ("店", "家", "间"),
    ("件", "项", "款"),
    ("项", "件"),
    ("台", "套", "台套", "辆"),
    ("套", "台", "台套"),
    ("场", "次", "届"),
    ("次", "场", "趟"),
    ("个", "家", "项", "件", "名", "款", "张", "场", "套", "台", "处", "座", "支", "间", "部"),
    ("床位", "张"),
    ("列", "趟"),
    ("款", "项"),
)
COUNT = re.compile(
    r"(?<![\d.年第])(?P<n>\d+(?:\.\d+)?|一(?=[款项件个台套部场次家名位]))(?P<scale>[万千百])?(?P<unit>人次|美元|平方米|立方米|标准箱|标箱|标准展位|展位|"
    r"千瓦时|度电?|千瓦|台套|班次|床位|分钟|[个家名位件项台套场次篇部集款例辆间栋座列趟吨店期届支艘架口株头单票笔张门根亩户人箱])"
    r"(?:的)?(?P<noun>(?:\d{4}年)?[\u4e00-\u9fff“”]{0,10})"
)
CLAUSE_END = re.compile(r"[,;。，；？?！!]")
SENTENCE_END = re.compile(r"[。;；？?！!]")
PARTLY = re.compile(r"其中|里面?(?:有|只)|只有|仅有?|除了|扣掉|剩下|其余|不算|不含|另外?\d")
MINOR, MAJOR = re.compile(r"参与|参加起草|协助|配合"), re.compile(r"主导|牵头|第一|排名前")
SOME = re.compile(r"(?:其中|只有|仅有?|里面有?|里有|另有)[^,，]{0,6}$")
STAFF = re.compile(r"员工|职工|在职|从业|(?:公司|全厂|厂里|一共|总共|规模|团队)[^,，]{0,4}$|来号|上下$")
ASKS_STAFF = re.compile(r"员工|职工|参保|用工|在岗")
EACH_MEASURED = re.compile(
    r"[单每][店个台项件笔户家场][^，。；元]{0,16}\d+(?:\.\d+)?[^，。；]{0,4}(?:以上|以下|不低于|不少于)|每[^，。；]{0,20}\d+万?元以上"
)
CLEARLY, TWO = 0.15, 2
MEASURES = ("平方米", "立方米", "千瓦时", "人次", "吨", "美元", "千瓦", "亩", "标箱")
MORE = re.compile(r"增量|新增部分|增长部分|增加部分|增加额|新增额")
COMMON = ("人", "名", "位", "件", "项", "个", "家", "户", "台", "套", "场", "次", "款", "部")
ALL_MEASURED = re.compile(r"每[家个店台件笔间处]?都|都(?:在|是|有|超过)[^,;。]{0,6}\d|面积都|各\d|全都")
HIRES = re.compile(r"(?:招用|招聘|招录|引进|吸纳|接收|录用|聘用|招收)[^，,;。]{0,16}(?:毕业生|博士|硕士|研究生|本科|大学生|人才|人员)")
HIRED = re.compile(r"招|聘|引进|吸纳|接收|录用|入职|新来|来了|进了|进来|毕业|博士|硕士|应届|大学生|实习")
APART = re.compile(
    r"(?:只有|其中|有)(?:一|两|\d)(?:家|件|个|项|台|人|名)[^,，;；。]{0,12}"
    r"(?:是(?!.{0,8}(?:博士|硕士|国外|国内|省级|市级|国家级)的?$)|不|没|买|才)"
)
DONE = re.compile(r"通过|完成|验收|签约|入驻|上线|毕业|合格|登记")  # what was done to what is counted
NAMED_BEHIND = 0.6  # share of what is counted that the words behind a number must hold to be that very thing
PEOPLE = ("人", "名", "位")
NAMED = re.compile(r"[“\"]([^”\"]{2,8})[”\"]")


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are: the words before it, those behind it, and where it stands."""

    value: Decimal
    unit: str
    before: str
    after: str
    start: int


def counts_told(profile: Profile, unit: str, about: str = "") -> list[Count]:
    """Return the counts that a profile tells in a unit or one that people use for it, what is denied or still to come left out.

    Of what must be led, those that are only taken part in do not count; `about` is the whole rule.
    """
    units = next((kin for kin in KIN if kin[0] == unit), (unit,))
    text, found = profile.text, []
    for match in COUNT.finditer(text):
        own = "千瓦时" if match["unit"].startswith("度") else match["unit"]
        generic = own == "个" and (unit in match["noun"] if len(unit) > 1 else match["noun"][:1] != "月")
        if (
            generic
            and unit in PEOPLE
            and not re.search("人|士|生|工|师|员|徒|才|科", match["noun"] + text[max(0, match.start() - 5) : match.start()])
        ):
            continue
        if own not in units and not generic:
            continue
        low = max((end.end() for end in CLAUSE_END.finditer(text, 0, match.start())), default=0)
        low = max((one.start("noun") for one in COUNT.finditer(text, low, match.start())), default=low)
        scale = {"万": 10**4, "千": 1000, "百": 100}.get(match["scale"] or "", 1)
        one = Count(Decimal(1 if match["n"] == "一" else match["n"]) * scale, own, text[low : match.start()], match["noun"], match.start())
        if MINOR.search(one.before + one.after) and MAJOR.search(about):
            continue
        if state(text, one.start, one.start + 1) == "met":
            found.append(one)
    exact = [one for one in found if one.unit == unit or (one.unit in PEOPLE and unit in PEOPLE)]
    return exact if exact and unit != "个" and unit not in PEOPLE else found


def count_of(profile: Profile, unit: str, noun: str, classes: frozenset[str], about: str, when: str = "") -> Count | None:
    """Return how many there are of what is paid for, None where it is not told or not told plainly.

    Args:
        profile: what is told.
        unit: what the sum is paid for each of.
        noun: the noun beside the unit.
        classes: the classes that it is paid for, where others are paid differently; empty where there is but one.
        about: the words of the whole rule.
        when: the words that open it, which may say that only a rise over the year before counts.
    """
    if classes and any(name not in profile.text for name in NAMED.findall(when)):
        return None  # “双一流”高校本科毕业生: that they are such is not told
    told = counts_told(profile, unit, about)
    if MORE.search(when) and len(told) == TWO:
        return _risen(profile, told)
    if unit in PEOPLE and not classes and not ASKS_STAFF.search(noun):
        told = [one for one in told if not STAFF.search(one.before + "＊" + one.after[:3]) and not STAFF.search(one.before)]
    if unit in PEOPLE and HIRES.search(about) and not ASKS_STAFF.search(noun):
        near = [one for one in told if HIRED.search(_clause(profile, one))]
        told = near or [one for one in told if HIRED.search(_sentence(profile, one))]
    if classes:
        told = [one for one in told if _labels(profile, one) & classes]
        told = _clearest(profile, told, about)
        if len(told) > 1 and len({one.value for one in told}) > 1:
            whole = sum((one.value for one in told), Decimal(0))
            labels = [_labels(profile, one) & classes for one in told]
            apart = all(not one & other for place, one in enumerate(labels) for other in labels[place + 1 :])
            told = [Count(whole, unit, "", "", told[0].start)] if apart else []
    else:
        told = _meant(profile, told, unit, noun, about)
    if len({one.value for one in told}) != 1:
        return None
    one = told[0]
    if one.value > 1 and unit not in MEASURES and EACH_MEASURED.search(about) and not ALL_MEASURED.search(profile.text):
        return None  # whether each of them is large enough is not told
    exact = bool(DONE.search(noun)) and len(core(noun)) > 1 and overlap(core(noun), core(one.after)) >= NAMED_BEHIND
    return None if (_set_apart(profile, told) if classes else not exact and _partly(profile, one)) else one


def _risen(profile: Profile, told: list[Count]) -> Count | None:
    """By how much the count of a year is above that of the year before; None where they are not of two such years."""
    years = [year_of(one.before, profile.today) for one in told]
    if years[0] is None or years[1] is None or abs(years[0] - years[1]) != 1:
        return None
    late, early = (told[0], told[1]) if years[0] > years[1] else (told[1], told[0])
    return replace(late, value=late.value - early.value) if late.value > early.value else None


def _clearest(profile: Profile, told: list[Count], about: str) -> list[Count]:
    """Those counts whose clause is clearly the most about a rule; all where none is."""
    if len(told) < TWO:
        return told
    scored = sorted(((overlap(core(_clause(profile, one)), core(about)), one.start, one) for one in told), reverse=True)
    same = classes_in(_clause(profile, scored[0][2])) & classes_in(_clause(profile, scored[1][2]))
    return [scored[0][2]] if same and scored[0][0] - scored[1][0] >= CLEARLY else told


def _clause(profile: Profile, one: Count) -> str:
    low, high = clause_of(profile.text, one.start, one.start + 1)
    return profile.text[low:high]


def _labels(profile: Profile, one: Count) -> frozenset[str]:
    """The classes that the words at a count name: those behind it, else those before it, else those of the clause before."""
    low = max((end.end() for end in SENTENCE_END.finditer(profile.text, 0, one.start)), default=0)
    _, end = clause_of(profile.text, one.start, one.start + 1)
    following = next((match.start() for match in COUNT.finditer(profile.text, one.start + len(str(one.value)), end)), end)
    for words in (one.after, one.before, profile.text[one.start : following], profile.text[low : one.start]):
        if found := classes_in(words, places=True):
            return found
    return frozenset()


def _meant(profile: Profile, told: list[Count], unit: str, noun: str, about: str) -> list[Count]:
    """Those counts that name what is counted, else those in the stretch that is most about the rule."""
    if unit in MEASURES and len(core(noun)) > 1 and told:
        return [
            one
            for one in told
            if overlap(core(one.before + one.after), core(noun)) > 0 or overlap(core(noun), core(one.before + one.after)) > 0
        ]
    if noun and told:
        named = [one for one in told if overlap(core(noun), core(one.before + one.after)) > 0]
        if named or (len(unit) == 1 and len(told) > 1):
            told = named
    if len({one.value for one in told}) > 1:
        near = [_nearness(profile, one, about) for one in told]
        told = [one for one, score in zip(told, near, strict=True) if score and score == max(near)]
    elif told and not noun and not _nearness(profile, told[0], about):
        return [] if unit in COMMON else told
    return told


def _nearness(profile: Profile, item: Count, about: str) -> int:
    found = [one for one in episodes(profile.text, about) if one.start <= item.start < one.end]
    return found[0].nearness if found else 0


def _set_apart(profile: Profile, told: list[Count]) -> bool:
    """Tell whether a profile says of some of what is counted that they are otherwise: 只有一家是80平的, 其中1件是买来的."""
    return any(APART.search(_sentence(profile, one)) for one in told)


def _sentence(profile: Profile, one: Count) -> str:
    low = max((end.end() for end in SENTENCE_END.finditer(profile.text, 0, one.start)), default=0)
    stop = SENTENCE_END.search(profile.text, one.start + 1)
    return profile.text[low : stop.start() if stop else len(profile.text)]


def _partly(profile: Profile, item: Count) -> bool:
    """Tell whether only a part of what is counted may count: 3个证,其中1个是试剂; or the count is itself such a part."""
    if SOME.search(item.before):
        return True
    stop = SENTENCE_END.search(profile.text, item.start + 1)
    return bool(PARTLY.search(profile.text[item.start + 1 : stop.start() if stop else len(profile.text)]))
