"""What a single sentence of a document rules on who may apply, for all its measures or some parts."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from facts.demands import demanded, is_other, speaks_of_applicants
from facts.grounds import stripped
from facts.papers import DUTY
from facts.parts import parts_in
from facts.sentences import Sentence, signs

if TYPE_CHECKING:
    from facts.articles import Articles

OBJECT = re.compile(r"^[^，。；]{0,24}(?:资金|奖补|补助|扶持|补贴)的对象(?:为|是)[：:]?")
LISTED = re.compile(r"^[^。；]*?条件[：:](?:\d+[.、]|[（(][一二三四五六七八九十\d]+[）)])?(?=.)")  # the lead of a list with its first item
EXEMPT = re.compile(r"（[^（）]*不受[^（）]*限）")  # parts of which it is not asked
EXCEPT = re.compile(r"，[^，。；]*(?:除外|不(?:在|属于?|纳入|列入)[^，。；]{0,8}(?:范围|对象|之列)内?)$")
ONLY = re.compile(
    r"^(?P<part>[^，。；]{0,20}(?:条|章|项|事项|政策|措施)[^，。；]{0,8}?)(?:仅|只|限于?|均?仅限于?|仅面向)(?:支持|适用于|面向|限于?|针对)?(?P<who>[^，。；\d]{2,24}(?:企业|单位|机构|主体|项目))$"
)
WHO = re.compile(
    r"(?:企业|单位|机构|主体|团队|人员|人才|毕业生|大学生|个人|职工|家庭|居民|农户|商户|工商户|合作社|者)(?:（[^（）]*）)?。?$"
)  # that answers 哪些人可以享受
PAID_BACK = re.compile(r"(?:退还|退回|返还|归还|缴回)(?:已[^，。；]*)?$")  # what follows later is no condition
CHOICE = re.compile(r"选择其[一中]|任选|择一|只能选择|自主选择")  # of several things one: nothing that an applicant must be
OF_OFFICE = re.compile(
    r"组织(?:有关|相关)?(?:专家|第三方|部门|人员|实地|现场)?[^，。；]{0,6}(?:评审|评估|论证|审核|审查|核查|考察|验收|抽查)|评审专家"
)  # what those who decide have to do
PREFACE = re.compile(
    r"^.*?(?:制定|出台|推出|实施)[^，。；]{0,16}，(?=(?:仅|只)?(?:面向|适用于|支持|针对)[^。；]*(?:企业|单位|机构|主体|人员|个人)$)"
)
NAMED_PART = r"(?:序号|编号|第|上表第|表中第)[^，。；：]{1,12}?(?:[项条类号]|\d|[一二三四五六七八九十])|（[一二三四五六七八九十\d]）类?"
NAMES_PARTS = re.compile(
    rf"^(?:{NAMED_PART})(?:的?(?:事项|项目|企业|单位|主体|政策|经营主体|申报主体|对象))?(?:[^，。；：由]{{0,8}}?(?:另|还|均|都|只|仅)*(?:应当?|必须|须|需|要求|面向|限于?)"
    r"|，(?=[^，。；：由]{2,40}(?:应当?|必须|须|需|不得|不低于|不少于|以上)))"
)  # of which parts it is asked


def applicants(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Who may apply."""
    sign = signs()
    if "可以是" in words or re.search(r"负责解释|适用于\d{4}年度", words) or re.search(r"给予|奖励\d|补助\d|按[^，。]{2,20}%", words):
        return False
    headed = any(sign["scope_headings"].search(title) for title in sentence.passage.headings)
    asked = headed or bool(sign["asked"].search(sentence.asked))
    listed = headed and sign["item"].match(sentence.text) is not None
    if not sign["applies"].search(words) and not listed and not (asked and WHO.search(words)):
        return demands(found, sentence, headed=headed)
    again = headed and sentence.passage.headings[-1].endswith(stripped(sentence, "general").text)  # the heading, said once more
    if not again and not announces(words):
        add_condition(found, sentence, words)
    return True


def demands(found: "Articles", sentence: Sentence, *, headed: bool) -> bool:
    """What is asked of whoever applies in words of its own: 申请兑现的企业，信用等级为B级以上."""
    whole = stripped(sentence, "general")
    label = re.sub(r"[\s*：:-]", "", sentence.text[: whole.start - sentence.start])
    told = PREFACE.match(whole.reading)
    spoken = headed or told or speaks_of_applicants(whole.reading) or NAMES_PARTS.match(whole.reading)
    words = whole.reading[told.end() :] if told else NAMES_PARTS.sub("", whole.reading)
    reading = demanded(words) if not is_other(label) and spoken else ""
    if reading and PAID_BACK.search(reading):
        found.notes.append(whole)
        return True
    if reading:
        found.conditions.append(replace(whole, reading=reading))
    return bool(reading)


def announces(words: str) -> bool:
    """Tell whether words say that what is listed below them is asked of all who apply."""
    return words.endswith(("：", ":")) and signs()["applies"].search(words) is not None


def add_condition(found: "Articles", sentence: Sentence, words: str) -> None:
    """Keep what a sentence asks of all who apply; a choice, papers to be handed in and what the office does are notes."""
    whole = stripped(sentence, "general")
    if CHOICE.search(words) or DUTY.search(words) or OF_OFFICE.search(words):
        found.notes.append(whole)
        return
    reading = LISTED.sub("", EXEMPT.sub("", EXCEPT.sub("", whole.reading)))
    reading = demanded(reading) or ("" if speaks_of_applicants(reading) else reading)
    if not reading:
        found.notes.append(whole)
        return
    found.conditions.append(replace(whole, reading=OBJECT.sub("", reading)))


def only(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Whom alone a part of the document is for: 第三章的事项仅支持服务业企业."""
    match = ONLY.match(signs()["article"].sub("", words).rstrip("。；"))
    if not match or not parts_in(match["part"]):
        return False
    found.conditions.append(replace(stripped(sentence, "general"), reading=match["who"]))
    return True
