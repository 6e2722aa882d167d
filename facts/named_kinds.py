"""Kinds of applicant that an exclusion names, and a profile -> whether it says of itself to be one: 个体工商户, 房地产企业、金融企业."""

import re

from facts.profile import Profile
from facts.states import state
from facts.traits import plain

KIND = re.compile(r"[\u4e00-\u9fff]{0,8}(?:企业|公司|工商户|机构|个人|合作社|主体|平台公司|商户)")
TAIL = re.compile(r"(?:企业|公司|机构|主体)$")
SHORT = {
    "个体工商户": r"个体(?:工商)?户",
    "房地产": r"房地产|地产|楼盘开发",
    "金融": r"金融公司|银行|小贷|典当|保险公司",
    "融资平台": r"融资平台|城投",
}
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
