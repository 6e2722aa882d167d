"""What an enterprise tells of itself and wants -> the kinds of support that are about it."""

import re

from answer.interrogatives import interrogatives
from facts.benefits import asked_kinds
from facts.profile import Profile

TELLS = re.compile(  # of itself, and not what a plan means to do for firms
    r"我(?:们|家|厂|司|是|在|有|想|要)|咱|俺|本(?:公司|企业|厂)|老板|厂长|(?:公司|企业|厂|团队)(?=[，,、]|想|要|刚|缺|准备|打算|有)|\b(?:we|our|i)\b",
    re.I,
)
SELF = re.compile(r"我们?(?!国)|咱们?|俺|本(?:公司|企业|厂)|公司|企业|工厂|小厂|老板|厂长|we |our |i ", re.I)
WANTS = re.compile(
    r"想|需要|缺|打算|准备|申请|急用|求|有(?:没有|什么|啥|无|没)?[^，。？?,]{0,6}(?:门路|办法|支持|政策|补贴|补助|奖励|扶持|优惠|贴息|资助|帮助|补)|"
    r"能(?:不能|否)?[^，。？?,]{0,8}(?:支持|补|贷|减|免|奖|申请|享受|资助|帮)|want|need|apply"
)
QUESTION = re.compile(  # about something else than what it can get
    r"谁|哪(?!些?(?:政策|支持|补贴|补助|奖励|扶持|优惠|方面))|什么时候|几时|多久|多少|分别|列[出了]|目标|指标|电话|是什么意思|是啥意思"
)
LACKS = re.compile(r"(?:没有?|无|不是|非)[^，。；？?,]{0,6}")


def wished_kinds(text: str, profile: Profile) -> frozenset[str]:
    """Return the ids of the kinds of support that somebody wants who describes an enterprise; none where nobody does.

    Args:
        text: the question.
        profile: what was read from it.
    """
    described = len(profile.traits) + len(profile.told) + bool(profile.founded)
    if not described or not TELLS.search(text) or not WANTS.search(text) or QUESTION.search(text) or interrogatives(text):
        return frozenset()
    clauses = re.split(r"[，。；？?,]", LACKS.sub("", text))
    wanting = "，".join(clause for clause in clauses if WANTS.search(clause))
    last = next((clause for clause in reversed(clauses) if clause.strip()), "")
    return asked_kinds(last) or asked_kinds(wanting) or asked_kinds("，".join(clauses))
