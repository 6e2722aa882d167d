"""That two sides must not be related, and a profile -> whether it says so of the side that a rule is about."""

import re

from facts.episodes import episodes
from facts.states import clause_of, doubtful, doubts, following
from facts.verdict import Verdict

UNRELATED = re.compile(r"(?:不得为|不是|不为|不属于)[^,;]{0,8}关联|(?:无|没有|不存在|不得有|不具有)[^,;]{0,6}关联|非关联|无利害关系")
NOT_KIN = re.compile(
    r"(?:没有?|无|不存在|不(?=关联|搭界|沾亲))[^,;。]{0,6}(?:关联|关系|搭界|瓜葛|沾亲)|不是(?:1|一|同1|同一)(?:个|家)(?:老板|集团|控制人|公司)|非关联|不是[^,;。]{0,4}关联|不相干|(?:跟|和|与)[^,;。]{0,8}(?:不认识|八竿子)"
)
KIN = re.compile(
    r"母公司|子公司|控股股东|实际控制人|兄弟公司|旗下|同一(?:个|家)?(?:母公司|集团|股东|控制人|实控人|大股东)|同属|同一(?:个)?老板|(?:是|有)关联|关联(?:方|企业|公司)|亲戚|(?:我们|自己|本公司|我司)(?:也)?(?:参股|控股|持股|入股)|股东[^,;。]{0,6}(?:开|办|的公司)"
)
OF_KIN = re.compile(r"关联(?:方|企业|公司|关系|交易)|(?:股权|投资|控股)(?:关联|关系)|同一(?:实际)?控制|同一(?:个|家)?(?:集团|母公司)")
UNSURE = re.compile(r"有没有|是不是|算不算|在查|没查|不清楚|不知道|没弄清|说不准|拿不准|不好说")


def unrelated(text: str, body: str, about: str) -> Verdict | None:
    """Return whether a profile says that the two sides are not related; None where words do not ask for it.

    Args:
        text: the profile's text.
        body: a single thing asked for.
        about: the words of the whole rule, which tell the stretch that is meant.
    """
    if not UNRELATED.search(body):
        return None
    best: tuple[int, Verdict] = (0, "unknown")
    for item in episodes(text, about):
        words = text[item.start : item.end]
        verdict = _said(words)
        if verdict and item.nearness > best[0]:
            best = (item.nearness, verdict)
    return best[1]


def _said(words: str) -> Verdict | None:
    for pattern, so in ((NOT_KIN, "met"), (KIN, "not_met")):
        if match := pattern.search(words):
            low, high = clause_of(words, *match.span())
            near = words[low:high] + following(words, high)
            if UNSURE.search(near) or doubtful(words[low:high], following(words, high)):
                return "unknown"
            return "met" if so == "met" else "not_met"
    return None


def only_of_kin(body: str) -> bool:
    """Tell whether all that an exclusion names is a relation to whom one deals with: 同一实际控制人下的并购."""
    return OF_KIN.search(body) is not None and not re.search(r"、|或|，", body)


def related(text: str, body: str, about: str) -> bool:
    """Tell whether a profile says that the other side is kin, where an exclusion is of kin: 出租方为承租企业关联方的."""
    return "not_met" in _of_kin(text, body, about)


def apart(text: str, body: str, about: str) -> bool:
    """Tell whether a profile says that the other side is no kin, where an exclusion is of kin."""
    return _of_kin(text, body, about) == ["met"]


def unsure_of_kin(text: str, body: str, about: str) -> bool:
    """Tell whether a profile says that it does not know if the other side is kin, where an exclusion is of kin."""
    return OF_KIN.search(body) is not None and any(OF_KIN.search(doubt) for doubt in doubts(text))


def _of_kin(text: str, body: str, about: str) -> list[Verdict]:
    """What the stretches that are most about a rule tell of kin, where an exclusion is of kin."""
    if not OF_KIN.search(body):
        return []
    found = episodes(text, about)
    best = max((item.nearness for item in found), default=0)
    return [so for item in found if best and item.nearness == best and (so := _said(text[item.start : item.end]))]
