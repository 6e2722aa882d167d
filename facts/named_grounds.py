"""Grounds of an exclusion that a profile tells by their own names (分立, 金融业), or that are of doing again what it does first."""

import re

from facts.profile import Profile
from facts.states import clause_of, doubts, state
from facts.traits import plain
from facts.verdict import Verdict

LIST = re.compile(r"、|以及|和|与|及|或者?|,")
LEAD = re.compile(r"^(?:属于|从事|经营|主营|已|经|被|存在|有|对|(?:[本我]?[市区县省]内?|境内)?(?:企业|单位|机构)(?=[\u4e00-\u9fff]{2}))+")
TAIL = re.compile(r"(?:除外|的|等|新设|设立|企业|公司|机构|主体|单位|项目|情形|行为|行业|业务|资质)+$")
NAME = re.compile(r"[\u4e00-\u9fff]{2,8}|[a-e]类")
OF_NAMES = re.compile(r"[未没无不被受]|发生|列入|纳入|享受|同一|关联|所在|部分|购买|购置|采购")  # it says more than a name
COMMON = frozenset("企业 项目 设备 产品 技术 服务 合同 标准 专利 注册 本市 个人 本人 配偶 申请人 国有 上市".split())
OTHERS = re.compile(r"客户|别人|别家|对方|隔壁|供应商|以前|原来|名字|不?是从|另外")
AGAIN = re.compile(
    r"(?:此前|以前|之前|曾经?|过往|往年)[^,;]{0,4}(?:有过?|获得|取得|享受|办理|存在)|延续|续期|续展|续证|重新|再次|复核|复审|二次"
)
FIRST = re.compile(r"首次|首回|首贷|第[一1]次|第[一1]回|头[一1][次回]|头一[次回笔]|从来?没|从未|一直没")
EARLIER = re.compile(r"之前|以前|此前|早先|早年|原来|历史|第[一1]次|首次|头[一1][次回]")


def by_name(profile: Profile, reading: str, about: str = "") -> Verdict | None:
    """Return whether one of the things that an exclusion lists by bare names is told; None where it says more, or none is told.

    Args:
        profile: what is told.
        reading: the grounds of an exclusion.
        about: the words of the rule itself; what they name too excludes nobody by its name.
    """
    found = [
        state(profile.text, *match.span())
        for name in names_of(reading)
        if name not in about
        for match in re.finditer(rf"{re.escape(name)}(?![级类]?以上)", profile.text.lower())
        if not OTHERS.search(_clause(profile.text, match))
    ]
    return next((so for so in ("met", "unknown", "not_met") if so in found), None)


def names_of(reading: str) -> list[str]:
    """Return the bare names that an exclusion lists, none where a part of it says more.

    >>> names_of("区内企业分立、更名新设的"), names_of("c类、d类企业"), names_of("近3年发生较大事故的")
    (['分立', '更名'], ['c类', 'd类'], [])
    """
    parts = LIST.split(plain(reading).lower())
    if any(OF_NAMES.search(part) for part in parts):
        return []
    names = [TAIL.sub("", LEAD.sub("", part)) for part in parts]
    return [name for name in names if NAME.fullmatch(name) and name not in COMMON]


def again(profile: Profile, reading: str) -> Verdict | None:
    """Return whether one does again what an exclusion leaves to those who do it first: who says it is the first time does not.

    None where an exclusion is of something else, or a profile says nothing of that.
    """
    if not AGAIN.search(plain(reading)):
        return None
    if any(EARLIER.search(doubt) for doubt in doubts(profile.text)):
        return "unknown"
    first = [state(profile.text, *match.span()) for match in FIRST.finditer(profile.text)]
    told = AGAIN.search(profile.text)
    return "not_met" if first and not (told and state(profile.text, *told.span()) == "met") else None


def _clause(text: str, match: re.Match[str]) -> str:
    low, high = clause_of(text, *match.span())
    return text[low:high]
