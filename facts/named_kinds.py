"""Kinds of applicant that an exclusion names, and a profile -> whether it says of itself to be one: 个体工商户, 房地产企业、金融企业."""

import re

from facts.profile import Profile
from facts.states import state
from facts.traits import plain

LEAD = re.compile(r"^(?:[-\s]|从事|经营|主营|属于|以)+")
WORK = re.compile(r"(?:交易|业务|行业|经营|生产|销售|企业|项目|业)$")
NAME = re.compile(r"(?![^\u4e00-\u9fff]*(?:[未被受已经]|发生|列入))[\u4e00-\u9fff]{2,6}")
KIND = re.compile(r"[\u4e00-\u9fff]{0,8}(?:企业|公司|工商户|机构|个人|合作社|主体|平台公司|商户|政府投资项目)")
TAIL = re.compile(r"(?:企业|公司|机构|主体|项目)$")
SHORT = {
    "个体工商户": r"个体(?:工商)?户",
    "房地产": r"房地产|地产|楼盘开发",
    "金融": r"金融公司|银行|小贷|典当|保险公司",
    "融资平台": r"融资平台|城投",
    "政府投资": r"政府[^,;。，；]{0,6}(?:出的?钱|出资|投资|拨款|建的)|财政[^,;。，；]{0,6}(?:出的?钱|出资|投资|拨款)",
}
WAYS = {
    "改建": r"改(?:建|造|成|作|为|装)",
    "租赁": r"租(?!金|房补)",
    "租用": r"租(?!金|房补)",
    "二手": r"二手|旧",
    "转让": r"转让|买(?:来|过来|的|断)|过户",
}  # how a thing came about, as people tell it
SELF = re.compile(r"(?:^|[,;。，；])[^,;。，；]{0,14}(?:是|为|做|开|办|从事|经营|搞)[^,;。，；]{0,14}$|^[^,;。，；]{0,14}$")


def one_of(profile: Profile, reading: str) -> bool:
    """Tell whether a profile says to be one of the kinds that some words list.

    Args:
        profile: who asks.
        reading: the grounds of an exclusion.
    """
    kinds = re.split(r"、|和|与|及|以及|或者?", re.sub(r"^[-\s]+|的$", "", plain(reading)))
    if not kinds or not all(KIND.fullmatch(kind) for kind in kinds):
        return False
    for kind in kinds:
        noun = TAIL.sub("", kind)
        words = next((said for name, said in SHORT.items() if name in kind), re.escape(noun) if len(noun) > 1 else "")
        for match in re.finditer(words, profile.text) if words else ():
            if SELF.search(profile.text[: match.start()]) and state(profile.text, *match.span()) == "met":
                return True
    return False


def kinds_of_work(reading: str) -> list[str]:
    """Return the kinds of work or things that an exclusion lists by bare names, [] where it says more than that.

    >>> kinds_of_work("从事房地产、小额贷款、虚拟货币交易的"), kinds_of_work("未按期报送材料的")
    (['房地产', '小额贷款', '虚拟货币'], [])
    """
    words = LEAD.sub("", re.sub(r"的$", "", plain(reading)))
    kinds = [WORK.sub("", kind) for kind in re.split(r"、|和|与|及|以及|或者?", words)]
    noun = next((kinds[-1][len(way) :] for way in WAYS if kinds[-1].startswith(way)), "")
    kinds = [f"{kind}{noun}" if kind in WAYS else kind for kind in kinds]  # 租赁、改建冷库
    return kinds if len(kinds) > 1 and all(NAME.fullmatch(kind) for kind in kinds) else []


def works_in(profile: Profile, kind: str) -> bool:
    """Tell whether a profile names a kind of work or thing as its own, or tells that one came about in the way named: 改建冷库."""
    way = next((way for way in WAYS if kind.startswith(way)), "")
    if way and len(kind) > len(way):
        came = rf"(?:{WAYS[way]})[^,;。，；]{{0,6}}{re.escape(kind[len(way) :])}"
        return any(state(profile.text, *match.span()) == "met" for match in re.finditer(came, profile.text))
    return any(state(profile.text, *match.span()) == "met" for match in re.finditer(re.escape(kind), profile.text))
