"""Words of a measure that pay more to some, and a profile -> by how much its sum rises: 对山区企业上浮20%, 再提高5个百分点."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from facts.judging import Judge
from facts.states import state
from facts.verdict import Verdict

RISE = re.compile(
    r"(?P<who>[^，。；：]{2,40}?)(?:的)?，?(?:其)?(?:以上|上述)?(?:补助|奖励|补贴|资助|支持|奖补)?(?:标准|比例|金额|额度?|资金)?(?:可)?(?:在[^，。；]{0,16}(?:基础上|标准上))?，?"
    r"(?:可|再|予以|给予|适当|最高)*(?:上浮|提高|增加|上调|加成|多给予?)(?!到|至)(?P<rise>\d+(?:\.\d+)?)(?:[%％]|个百分点)(?P<of>的?[^，。；]{0,6})"
)
POINTS = re.compile(r"\d个百分点")
LEAD = re.compile(r"^(?:申报(?:企业|单位|主体)|申请人|其中|但|且|并|对|对于|属于|凡|如|若|企业|为|系|是)+")
TIMES = re.compile(
    r"(?P<who>[^，。；：]{2,40}?)(?:的)?，(?:[^，。；\d]{0,12})(?:按|上浮为|提高为|执行)?(?:标准|金额)?的?(?P<times>\d+(?:\.\d+)?)倍(?:补助|奖励|给予|执行|补贴|计算)?"
)
PASSED = re.compile(
    r"(?:项目)?(?:建成|完成|竣工|投产)?后?(?:通过|获得|经|获评|入选)(?:了)?(?:国家级?|省级?|市级?|区级?|县级?)?|(?:的)?(?:验收|认定|备案|评审|的)+$"
)  # what was passed
OF_RESULT = re.compile(
    r"(?P<who>[^，。；：]{2,40}?)(?:的)?，(?:其)?(?:均)?按照?(?:上述|前款|上款|以上|同级|相应|同等|同类)[^，。；\d]{0,14}?(?P<share>\d+(?:\.\d+)?)[%％](?:执行|兑现|给予|计算|拨付|奖励|补助)?"
)  # a part of what the rule comes to
ALTERNATIVES = re.compile(r"或者?|、|和")
LEVEL = re.compile(r"^(?:(?:国家|省|市|区|县)级(?:及)?以上|各级|(?:所)?在)(?=[\u4e00-\u9fff]{3})")
SHORTEST = 3
KIND = re.compile(r"^(?:位于|处于|在)|(?:的)?(?:企业|单位|项目|公司|主体|站点|机构)$")
GROWS = re.compile(r"增长|增幅|增速|较上年|同比")  # what has risen, not what is paid


@dataclass(frozen=True, slots=True)
class Premium:
    """What some get on top: by a share of the sum, or in points of the rate; whether the profile is of them; the words."""

    share: Decimal
    points: bool
    verdict: Verdict
    words: str
    who: str


def premiums(text: str, judge: Judge) -> Iterator[Premium]:
    """Yield what the words of a measure pay on top to some.

    Args:
        text: the words, without white space, numerals in digits.
        judge: judges who it is that gets it.
    """
    for match in RISE.finditer(text):
        if GROWS.search(match["who"]) or match["of"].startswith(("以上", "的企业", "且")):
            continue
        who = LEAD.sub("", re.split(r"[%％元]", match["who"])[-1])
        yield Premium(Decimal(match["rise"]) / 100, bool(POINTS.search(match.group())), _of(who, judge), match.group(), who)
    for match in OF_RESULT.finditer(text):
        who = LEAD.sub("", match["who"])
        yield Premium(Decimal(match["share"]) / 100 - 1, False, _of(who, judge), match.group(), who)
    for match in TIMES.finditer(text):
        who = LEAD.sub("", match["who"])
        yield Premium(Decimal(match["times"]) - 1, False, _of(who, judge), match.group(), who)


def _of(who: str, judge: Judge) -> Verdict:
    """Whether a profile is of those who get more: by their name where it stands in it, else by what the words ask for."""
    named = [_state_of(piece, judge) for piece in ALTERNATIVES.split(PASSED.sub("", who))]
    if PASSED.search(who) and all(one is not None for one in named):
        return "met" if "met" in named else "not_met" if set(named) == {"not_met"} else "unknown"
    noun = KIND.sub("", who)
    told = _told(noun, judge.profile.text)
    return state(judge.profile.text, *told) if told else judge.verdict(who)


def _told(noun: str, text: str) -> tuple[int, int] | None:
    """Where a text names what a noun names, its level left out and with or without 的: 区级以上产业链链主 -> 产业链的链主."""
    bare = LEVEL.sub("", noun)
    match = re.search("的?".join(map(re.escape, bare)), text) if len(bare) > 1 else None
    return match.span() if match else None


def _state_of(name: str, judge: Judge) -> Verdict | None:
    """Whether a profile tells to have what words name; None where it does not write it."""
    noun = KIND.sub("", name)
    at = judge.profile.text.find(noun) if len(noun) >= SHORTEST else -1
    return state(judge.profile.text, at, at + len(noun)) if at >= 0 else None
