"""Words -> the classes by which a measure pays differently: degrees, titles, grades, standards, fairs at home and abroad."""

import re

from facts.episodes import episodes
from facts.fairs import fair_grade
from facts.profile import Profile
from facts.states import state
from facts.trait_grades import GRADES
from facts.traits import CLAUSE

DENIED = re.compile(r"没有?|未|不是|无")

NAMES = (
    (re.compile(r"博士"), "博士"),
    (re.compile(r"硕士"), "硕士"),
    (re.compile(r"本科|学士"), "本科"),
    (re.compile(r"大专|专科|高职"), "大专"),
    (re.compile(r"中专|中职|技校"), "中专"),
    (re.compile(r"正高"), "正高"),
    (re.compile(r"副高"), "副高"),
    (re.compile(r"高级技师"), "高级技师"),
    (re.compile(r"(?<!高级)技师"), "技师"),
    (re.compile(r"高级工(?!程)"), "高级工"),
    (re.compile(r"中级工(?!程)"), "中级工"),
    (re.compile(r"初级工(?!程)"), "初级工"),
    (re.compile(r"国际标准"), "国际标准"),
    (re.compile(r"国家标准|国标"), "国家标准"),
    (re.compile(r"行业标准|行标"), "行业标准"),
    (re.compile(r"地方标准|地标(?!性)"), "地方标准"),
    (re.compile(r"团体标准|团标"), "团体标准"),
    (re.compile(r"境外|国外|海外|国际展"), "境外"),
    (re.compile(r"境内|国内(?!外)|省外展|市外展"), "境内"),
    (re.compile(r"省外|外省|外地省"), "省外"),
    (re.compile(r"省内(?!首)|本省"), "省内"),
    (re.compile(r"发明专利"), "发明"),
    (re.compile(r"实用新型"), "实用新型"),
    (re.compile(r"外观设计"), "外观"),
    (re.compile(r"pct", re.I), "PCT"),
    (re.compile(r"绿色食品"), "绿色食品"),
    (re.compile(r"有机(?=农|食|产|认|茶|转|$)"), "有机"),
    (re.compile(r"地理标志"), "地理标志"),
    (re.compile(r"金奖"), "金奖"),
    (re.compile(r"银奖"), "银奖"),
    (re.compile(r"优秀奖"), "优秀奖"),
    (re.compile(r"([一二三])等奖"), ""),
    (re.compile(r"(?<![本我全该])(?:国家|省|市|区|县)级|(?<![本我该])(?:国家|省|市|区|县)里?(?=评|认|的|重点)"), "级"),
    (re.compile(r"全(?:国|省|市|区|县)(?=首|第一)|[省市区县]内(?=首店)"), "首"),
    (re.compile(r"直流"), "直流"),
    (re.compile(r"交流(?=充?电?桩|充电|设施)"), "交流"),
    (re.compile(r"续展|续期|换证"), "续展"),
    (re.compile(r"失能(?<!半失能)"), "失能"),
    (re.compile(r"半失能"), "半失能"),
)


def classes_in(words: str, *, places: bool = False) -> frozenset[str]:
    """Return the classes that some words name.

    Args:
        words: of a measure or of a profile.
        places: a country or a town that is named says where a fair is.

    >>> sorted(classes_in("2名博士和1名副高级工程师")), sorted(classes_in("去德国参展", places=True))
    (['副高', '博士'], ['境外'])
    """
    found = set()
    for pattern, name in NAMES:
        for match in pattern.finditer(words):
            grade = re.match(r"国家|省|市|区|县", match.group())
            found.add(GRADES[grade.group()] if name == "级" and grade else match.group() if name in ("", "首") else name)
    if places and (place := fair_grade(words)):
        found.add(place)
    return frozenset(found)


def classes_told(profile: Profile, about: str) -> frozenset[str]:
    """Return the classes that a profile says to have, in the stretches that are most about a rule.

    Args:
        profile: what is told.
        about: the words of the whole rule.
    """
    stretches = episodes(profile.text, about)
    near = max((item.nearness for item in stretches), default=0)
    found: set[str] = set()
    for item in stretches:
        if not near or item.nearness * 2 < near:
            continue
        for match in CLAUSE.finditer(profile.text, item.start, item.end):
            if not DENIED.search(match.group()) and state(profile.text, match.start(), match.start() + 1) == "met":
                found |= classes_in(match.group(), places=True)
    return frozenset(found)
