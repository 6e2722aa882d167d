"""A profile's words -> the counts it tells in a unit, each with the words around it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from facts.profile import Profile
from facts.states import clause_of, state

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
    ("人次", "人", "名"),
    ("列", "趟"),
    ("架次", "趟", "次", "班次", "单"),
    ("款", "项"),
)
COUNT = re.compile(
    r"(?<![\d.第])(?<!\d年)(?P<n>\d+(?:\.\d+)?|一(?=[款项件个台套部场次家名位]))(?P<scale>[万千百])?(?P<unit>人次|美元|平方米|立方米|标准箱|标箱|标准展位|展位|"
    r"千瓦时|度电?|兆瓦(?!时)|千瓦|瓦(?!时)|台套|班次|架次|公里|公斤|床位|分钟|条(?!件)|[个家名位件项台套场次篇部集款例辆间栋座列趟吨店期届支艘架口株头单票笔张门根亩户人箱晚])"
    r"(?:的)?(?P<noun>(?:\d{4}[年届])?[\u4e00-\u9fff“”]{0,10})"
)
CLAUSE_END = re.compile(r"[,;。，；？?！!]")
SENTENCE_END = re.compile(r"[。;；？?！!]")
MACHINES = re.compile(r"(?<![\d.])(?P<n>\d{1,4})(?:台套|[台套根个座])(?:单[台桩枪])?(?:功率)?$")
POWER = {"瓦": Decimal(1), "千瓦": Decimal(1000), "兆瓦": Decimal(10**6)}
AMONG = re.compile(r"其中(?:有|的)?$|其余(?:的)?$|另外$|剩下(?:的)?$")  # of what was counted just before
VISITED = re.compile(r"接待|游客|观众|培训|体验|参观|客流|参加|服务|参训")  # those who come, each as often as they do
MINOR, MAJOR = re.compile(r"参与|参加起草|协助|配合"), re.compile(r"主导|牵头|第一|排名前")
PEOPLE = ("人", "名", "位")


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
        power = POWER[own] / POWER[unit] if own in POWER and unit in POWER else Decimal(1)
        own = unit if own in POWER and unit in POWER else own
        generic = own == "个" and (unit in match["noun"] if len(unit) > 1 else match["noun"][:1] != "月")
        if (
            generic
            and unit in PEOPLE
            and not AMONG.search(text[: match.start()])
            and not re.search(
                "人|士|生|工|师|员|徒|才|科|班|孩|娃|宝宝|幼儿", match["noun"] + text[max(0, match.start() - 5) : match.start()]
            )
        ):
            continue
        if (own not in units and not generic) or (unit == "人次" and own in PEOPLE and not VISITED.search(clause_around(text, match))):
            continue
        low = max((end.end() for end in CLAUSE_END.finditer(text, 0, match.start())), default=0)
        low = max((one.start("noun") for one in COUNT.finditer(text, low, match.start())), default=low)
        scale = Decimal({"万": 10**4, "千": 1000, "百": 100}.get(match["scale"] or "", 1)) * power
        if own in POWER and (machines := MACHINES.search(text, 0, match.start())):
            scale *= int(machines["n"])  # 10台60千瓦的
        noun = "电量" if match["unit"] == "度电" else match["noun"]
        one = Count(Decimal(1 if match["n"] == "一" else match["n"]) * scale, own, text[low : match.start()], noun, match.start())
        if MINOR.search(one.before + one.after) and MAJOR.search(about):
            continue
        if state(text, one.start, one.start + 1) == "met":
            found.append(one)
    exact = [one for one in found if one.unit == unit or (one.unit in PEOPLE and unit in PEOPLE)]
    return exact if exact and unit != "个" and unit not in PEOPLE else found


def clause_around(text: str, match: re.Match[str]) -> str:
    """Return the clause that a match stands in."""
    low, high = clause_of(text, match.start(), match.end())
    return text[low:high]


def clause_with(profile: Profile, one: Count) -> str:
    """Return the clause that a count stands in."""
    low, high = clause_of(profile.text, one.start, one.start + 1)
    return profile.text[low:high]


def sentence_with(profile: Profile, one: Count) -> str:
    """Return the sentence that a count stands in."""
    low = max((end.end() for end in SENTENCE_END.finditer(profile.text, 0, one.start)), default=0)
    stop = SENTENCE_END.search(profile.text, one.start + 1)
    return profile.text[low : stop.start() if stop else len(profile.text)]
