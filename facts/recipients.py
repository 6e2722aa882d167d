"""Whom a measure is paid to, and who speaks -> whether it can be theirs at all: an enterprise, an institute, a person."""

import re

from facts.applicant import no_firm, speaker_of
from facts.measure import Measure
from facts.profile import Profile

PAID = r"(?:，)?(?:每[人名家]|分别|一次性|再|另|各|可|均)*(?:按[^，。；]{0,12})?(?:给予|奖励|补助|资助|发放|补贴)"
TO_PERSON = re.compile(rf"(?:的)?(?:个人|本人|获奖者|人员本人|持证人){PAID}")
TO_FIRM = re.compile(rf"(?:所在|所属|用人|依托|引才|聘用)(?:的)?(?:企业|单位|公司)[^，。；]{{0,6}}{PAID}")
TO_MAKER = re.compile(r"(?:奖励|补助|给予|资助)(?:其)?(?:研制|研发|生产|制造|开发)(?:企业|单位)")
BOUGHT = re.compile(
    r"(?:是|作为)(?:买家|买方|用户(?:单位|企业)?|使用方)|(?:买|采购|购买)(?:了|的是?)?(?:别[人家]|人家|其他[^,;。，]{0,4}(?:企业|公司))"
)
MADE = re.compile(r"(?:我们|自己|自主)(?:公司|厂)?(?:自主|自己)?(?:研制|研发|生产|做)的")
FOR_FIRMS = re.compile(r"(?:适用于|申报(?:单位|主体|企业|对象)|支持对象|适用对象|登记|注册)[^。；]*企业")
OTHERS = re.compile(r"机构|事业单位|企?事业|院所|高校|高等(?:学校|院校)|学校|组织|主体(?!责任)|平台|团体|协会|合作社|法人单位|个人|各类")
ALSO = re.compile(r"(?:同时|也|亦|同样|同等)适用")
PEOPLE = re.compile(
    r"人才|博士|硕士|毕业|学生|实习|团队|院士|专家|工程师|学者|教授|老师|技师|技工|师傅|学徒|工人|职工|员工|劳动者|就业|职称|创业者|经纪人|个人|军人|人员|居民|农户|接班|特派员|首席"
)
FIRMS = re.compile(r"企业(?!家)|公司|纳税人|工厂")


def another_applicant(measure: Measure, profile: Profile) -> bool:
    """Tell whether a measure is for another kind of applicant than who speaks.

    Args:
        measure: with the general conditions of its document, and in its notes whom else it is open to.
        profile: who asks.
    """
    if not measure.granted:
        return False
    if TO_MAKER.search(re.sub(r"\s", "", measure.text)) and BOUGHT.search(profile.text) and not MADE.search(profile.text):
        return True
    speaker = speaker_of(profile)
    words = re.sub(r"\s", "", measure.text)
    own = "".join([words, measure.name, *(item.reading for item in measure.conditions if item.kind == "clause")])
    if speaker == "person":
        return bool(TO_FIRM.search(words)) or (bool(FIRMS.search(own)) and not PEOPLE.search(own))
    if speaker == "enterprise":
        return bool(TO_PERSON.search(words)) and not FIRMS.search(words)
    if speaker == "institution" and not no_firm(profile):
        return False
    general = [item.reading for item in measure.conditions if item.kind == "general"]
    firms_only = any(FOR_FIRMS.search(reading) for reading in general) and not any(OTHERS.search(reading) for reading in general)
    opened = any(ALSO.search(note.text) for note in measure.notes)
    return firms_only and not opened and not OTHERS.search(own)
