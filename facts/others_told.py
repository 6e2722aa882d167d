"""Words about those that one houses or hires, and about offences -> what a profile tells of them."""

import re

from facts.applicant import speaker_of
from facts.doubts import doubted
from facts.profile import Profile
from facts.states import state
from facts.verdict import Verdict

OF_HOUSED = re.compile(r"(?:在孵|孵化器?内|园区?内|载体内|入驻|所孵化)[^,;]{0,4}企业[^,;]{0,20}(?:认定|毕业|获|评|入库|升|上规)")
HOUSED_TOLD = re.compile(r"(?:园|孵|入驻|载体|毕业|培育)[^。;]{0,24}\d+家|\d+家[^。;]{0,16}(?:在孵|毕业|入驻)")
ALL_AGAIN = re.compile(r"(?:全|都)(?:部)?是?[^,;。]{0,10}(?:重新认定|复审|复核|续期|续的|换证|再次认定)")
FIRST = re.compile(r"首次|头一[回次]|第一[回次]|头1[回次]")
HIRES = re.compile(r"(?:招用|招聘|招录|引进|吸纳|接收|录用|聘用|招收)[^,;]*(?:毕业生|博士|硕士|本科|大学生|人才|人员|学生)")
HIRED = re.compile(
    r"[招聘进收]了?|实习|大学生|毕业生|应届|博士|硕士|本科|新来|来的|来过|引进|接收|吸纳|录用|入职|来了|接了|带了|用了|员工[^,;。]{0,6}(?:毕业|新)"
)
OFFENCE = re.compile(r"骗取|骗补|套取|虚假|虚开|虚报|伪造|冒用|冒领|挪用|弄虚作假|造假")


def housed(profile: Profile, body: str) -> Verdict | None:
    """What is told of the firms that one houses, where words ask for them: 在孵企业首次认定为高新技术企业."""
    counted = HOUSED_TOLD.search(profile.text) if OF_HOUSED.search(body) else None
    if counted and "首次" in body and doubted(profile.text, body, body):
        return "unknown"
    if counted and "首次" in body and ALL_AGAIN.search(profile.text) and not FIRST.search(profile.text):
        return "not_met"
    return state(profile.text, *counted.span()) if counted else None


def is_untold(profile: Profile, body: str) -> bool:
    """Tell whether words name whom one takes on, who is not who applies, or an offence, which is no act by itself, and none is told."""
    hires = HIRES.search(body) and not HIRED.search(profile.text) and speaker_of(profile) != "person"
    return bool(hires or (OFFENCE.search(body) and not OFFENCE.search(profile.text)))
