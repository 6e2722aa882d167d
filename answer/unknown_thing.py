"""A sum asked for a plain thing (床位, 茶叶) -> that thing, where no document of the place has a word for it; "" elsewhere."""

import re

from answer.case import Case
from answer.reckon import asks_support
from answer.things import RARE, is_framing, parts_of, widened
from index.lexical import frequency, is_noun

PAYMENT = re.compile(r"证书?$|证件|执照|牌子|补贴|补助|奖[励补金]?|资助|扶持|政策|资金|支持|金额|比例|优惠")
IS_PAID = re.compile(
    r"(?:给|能|可以|有没有|有|谁来?|领)[^，。？?]{0,8}(?:报销|减免|返还?|补|什么补[贴助]|安排|给)[^，。？?]{0,6}[吗么没][？?]?$|(?:有没有|谁来?)[^，。？?]{0,4}(?:报销|减免|返还?|补|给)[？?]?$|领什么补[贴助][？?]?$"
)  # whether something is paid at all
ANYBODY = re.compile(
    r"居民|市民|村民|群众|个人|家庭|朋友|员工|职工|人员|本人|老板|(?:母|子|总|分|兄弟|小)?公司|小店|工厂|厂子?"
)  # who asks
LEAST = 0.13  # share of a question's weight from which on a thing is what it is about; a case told at length names many on the way
SHORT = 2
WHO = re.compile(r"(?<=[\u4e00-\u9fff]{2})[生者人员费款额]$")  # 本科生, of whom a text says 本科; 服务费, of which it says 服务
HELD = 0.5  # share of a word's pairs of characters above which documents have it


def unknown_thing(case: Case) -> str:
    """Return the thing, with the place: what a policy pays for it says by some name of it.

    A question that tells a case at length names things on the way; one that is about few is about each of them.
    """
    if len(case.regions) != 1 or case.question.english or not (asks_support(case.text) or IS_PAID.search(case.text)):
        return ""
    own = [info for info in case.index.documents if info.region in case.regions]
    if case.question.follows or not any(info.is_policy for info in own):
        return ""
    body = "\n".join(case.index.texts[info.id] for info in own).lower()
    for concept in map(widened, case.concepts):
        key = concept.key
        if concept.weight < LEAST or is_framing(key, case.question) or PAYMENT.search(key) or ANYBODY.fullmatch(key):
            continue
        thing = next(filter(_is_thing, (key, *parts_of(key))), "")
        if thing and not any(_stands_in(WHO.sub("", term), body) for term in (thing, *concept.terms)):
            return f"{case.regions[0]}对“{thing}”给什么支持"
    return ""


def _is_thing(word: str) -> bool:
    """Tell whether a word is surely one, and names a thing: rarer ones are mostly cut wrongly."""
    return len(word) > 1 and is_noun(word, listed=True) and (frequency(word) >= RARE or len(word) > SHORT)


def _stands_in(word: str, body: str) -> bool:
    pairs = [word[at : at + 2] for at in range(len(word) - 1)] or [word]
    return sum(pair in body for pair in pairs) > HELD * len(pairs)
