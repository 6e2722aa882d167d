"""The sentence of a measure -> the conditions that stand in it."""

import re
from collections.abc import Iterator

from facts.measure import Condition
from facts.numerals import arabic
from facts.quantities import find_quantities
from facts.traits import said_in

SUBJECT = re.compile(
    r"(?:^|(?<=[；。]))\s*(?:每年)?(?:对|面向|凡|向(?=[^；。]{2,30}?(?:发放|提供|拨付|兑付)))(?P<who>[^；。]{2,120}?)(?=，?(?:分别|一次性)?(?:按|给予|每年|每家|实行|实施|优先|予以|发放|奖励|补助|资助|提供|加大|参照)|，)"
)
BEFORE_SUM = re.compile(
    r"^(?P<who>[^；。]{4,120}?)(?:的)?，(?:分别|一次性|每件|每家|单笔|均|可)?(?:按|给予|奖励|奖补|补助|资助|每|抵扣|由|申请|享受|发给|予以|获得)"
)
AIMED = re.compile(
    r"(?:^|(?<=[，；。、和并]))(?:重点|大力|积极|主动|进一步|优先|持续)?(?:支持|鼓励|引导|帮助|扶持|吸引|面向|对|向)(?:和(?:支持|引导|吸引))?(?P<who>(?:有条件的|符合[^，。；]{0,14}的|优秀|重点|本地|各类|广大|我[市区县])?[^，。；、“”]{0,14}?(?:企业|公司|机构|院所|高校|人才|团队|毕业生|创业者|孵化器|平台|园区)(?:(?:、|和|与|及)[^，。；、“”]{0,12}?(?:企业|公司|机构|院所|高校|人才|团队))*)"
)
PAID_TO = re.compile(r"(?:奖励|补助|资助|补贴)(?P<who>[^，。；\d]{2,10})(?=\d)")
FIELD_END = re.compile(r"(?:领域|产业|行业)$")
FIELD = re.compile(
    r"(?:围绕|聚焦|瞄准|面向|支持|推进|在)(?P<field>[^，。；]{2,60}?(?:、[^，。；、]{2,20}){1,}(?:等)?(?:[一二三四五六七八九十\d]大)?(?:重点)?(?:领域|产业|行业))"
)
SPLIT = re.compile(r"且|，并|，(?=[^，]{3,}(?:的|人|年|月|元|%|％)$)|并(?=缴纳|具有|取得|担任|填报)|、(?=[^、]{2,16}\d)")
PLAIN = re.compile(r"^(?:各类|广大|我[市区县]|全[市区县]|本地|重点|优秀|科技|创新)*(?:企业|机构|人才|公司|平台|园区|团队|项目)$")
RELIEF = re.compile(r"税|加计|抵扣|减按")
RELIEVED = ("高新技术企业", "技术先进性服务企业", "制造业企业", "科技型中小企业", "科技企业孵化器", "孵化器")
RELIEF_WORDS = 40  # characters of a relief's own words
PROVIDERS = {"bank", "service_body"}
LISTED = re.compile(r"、|和|与|及")
NOTHING = re.compile(r"^(?:的|企业|单位|项目)?$")


def read_conditions(text: str, start: int, end: int, region: str, *, plan: bool = False) -> Iterator[Condition]:
    """Yield what must hold of who is meant by text[start:end]; spans in the whole text.

    Args:
        text: the document's normalised text.
        start: first code point of the measure.
        end: one past its last.
        region: the document's region, whose bare name is no condition.
        plan: the words state a direction, not a rule: who it is for counts only where it can be judged.
    """
    body = text[start:end]
    match = SUBJECT.search(body) or (BEFORE_SUM.search(body) if re.search(r"\d", arabic(body)) else None) or AIMED.search(body)
    high = match.end("who") if match else 0
    pieces = _pieces(body, *match.span("who")) if match else []
    if match and match.re is SUBJECT:
        pieces += _further(body, high)
    pieces += [field.span("field") for field in FIELD.finditer(body)]
    if plan and not pieces and len(body) <= RELIEF_WORDS and RELIEF.search(body):
        pieces += [(at, at + len(name)) for name in RELIEVED if (at := body.find(name)) >= 0][:1]
    to = PAID_TO.search(body, high)
    if to and said_in(to["who"]):
        pieces.append(to.span("who"))
    for left, right in pieces:
        words = body[left:right].strip("，的 \n")
        if not words or NOTHING.match(words) or PLAIN.match(re.sub(r"\s", "", words)) or words in (region, region[:-1]):
            continue
        if re.search(r"按[^，。；]*[%％分]|[：:]", words):
            continue
        if plan and {said.id for said in said_in(words)} & PROVIDERS and not LISTED.search(words):
            continue  # banks and agencies provide it; it is for others
        if plan and not (has_test(words) or FIELD_END.search(words) or "有条件" in words):
            continue
        at = body.find(words, left)
        yield Condition(words, start + at, start + at + len(words), "clause", re.sub(r"\s+", "", words))


def _pieces(body: str, low: int, high: int) -> list[tuple[int, int]]:
    """Cut the words that say who is meant at 且 and 并; a threshold before 的企业 stands alone."""
    pieces = []
    at = low
    for match in SPLIT.finditer(body, low, high):
        pieces.append((at, match.start()))
        at = match.end()
    last = body[at:high]
    tail = re.search(r"(?:以上|以下|以内|（含）|[%％]|\d|年)的(?=[^的]{2,20}$)", last)
    if tail:
        return [*pieces, (at, at + tail.end() - 1), (at + tail.end(), high)]
    return [*pieces, (at, high)]


def _further(body: str, high: int) -> list[tuple[int, int]]:
    """Conditions in the clauses between who is meant and what is given: ，签订三年以上劳动合同并缴纳社会保险满6个月的，."""
    match = re.match(r"，(?P<more>(?!按|给予)[^；。：:]{4,80}?)的，(?=按|给予|奖励|补助|每)", body[high:])
    if not match:
        return []
    return _pieces(body, high + match.start("more"), high + match.end("more"))


def shared(name: str, words: str) -> bool:
    """Tell whether some words speak of what a name says, by most of its pairs of characters.

    >>> shared("认定奖励", "绿色工厂国家级奖励认定奖励标准"), shared("参展补贴", "贷款贴息")
    (True, False)
    """
    pairs = {name[place : place + 2] for place in range(len(name) - 1)}
    return bool(pairs) and sum(pair in words for pair in pairs) >= 0.5 * len(pairs)


def has_test(words: str) -> bool:
    """Tell whether some words hold anything that can be judged."""
    return bool(said_in(words)) or any(True for _ in find_quantities(words, 0, len(words)))
