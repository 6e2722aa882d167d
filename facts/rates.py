"""Shares in the words of a measure -> whether they are paid, and what they are taken of."""

import re

LIMITED = re.compile(
    r"(?:金额|额度?|总额|贴息|补助|补贴|奖励)[^，。；]{0,4}(?:不超过|不高于|不得超过)[^，。；\d]{2,16}的?$"
)  # a limit, no rate
RISE = re.compile(r"(?:增长|增加|新增)(?:额|部分|量)|增量(?:部分)?")
GROWN = re.compile(r"(研发(?:费用|投入|经费)|营业收入|产值|销售额)[^，。；]{0,24}增长")
PAID_BEFORE = re.compile(r"(?:支付|支出|缴纳|实际发生)的(?P<base>[^，。；：\d]{2,10})，按照?$")  # 支付的劳务报酬，按30%
ON_TOP = re.compile(r"(?:上浮|上调|(?:标准|比例|金额|额度)(?:再|可|最高|相应)*(?:提高|增加))$")  # by how much a sum rises
OF_RESULT = re.compile(
    r"按照?(?:上述|前款|上款|以上|同级|相应|同等|同类)[^，。；\d]*$"
)  # a part of what the rule comes to, no share of a base
PARTS = re.compile(r"(?P<more>(?:、\d+(?:\.\d+)?[%％])*)的?(?:比例)?(?:分[^，。；]{1,6})?(?:拨付|兑付|到位)")
GOES_ON = re.compile(
    r"、(?:(?:[^，。；、\d]{2,12}按照?)?\d+(?:\.\d+)?[%％]|(?:最高|不超过|上限|封顶)[^，。；\d]{0,6}\d)"
)  # 软件投入按25%、硬件投入按10%; 按20%、最高60万元
PAID_OUT = re.compile(r"(?:拨付|预拨|兑付|发放|支付|到位)(?:补助|奖励|资金|总额的?)*$")  # 立项后拨付50%
OWN_BASE = re.compile(r"(?:^|、)(?P<base>[^，。；：、\d的]{2,10}(?:投入|投资|支出|费用?|金?额|租金|价款))按照?$")  # 软件投入按25%
NO_BASE = re.compile(r"(?:以下|下列)?(?:补助|奖励|补贴|资助|标准|比例)")


def is_paid(text: str, match: re.Match[str]) -> bool:
    """Tell whether a share in a text is one that is paid, no threshold."""
    before, after = text[: match.start()], text[match.end() :]
    clause = re.split(r"[，。；]", before)[-1]
    if ON_TOP.search(clause) or OF_RESULT.search(clause):
        return False
    if PAID_OUT.search(clause):
        return False
    parts = PARTS.match(after)
    if parts and (parts["more"] or re.search("[%％]、$", before)):
        return False  # in which parts a sum is paid out
    if LIMITED.search(clause) and re.search("[%％]", before[: len(before) - len(clause)]):
        return False
    goes_on = re.match(
        r"、(?:(?:[^，。；、\d]{2,12}按照?)?\d+(?:\.\d+)?[%％]|(?:最高|不超过|上限|封顶)[^，。；\d]{0,6}\d)", after
    )  # 软件投入按25%、硬件投入按10%
    if re.match(r"(?:及)?(?:以上|以下|以内)|、|的(?:规上|企业|单位|，)", after) and not goes_on:
        return False
    if re.search(r"(?:[不未]?[低高]于|达到|超过|增长|增速|占[^，。；]{0,14})$", clause) and not re.search(r"提高到$", clause):
        return False
    return bool(
        re.search(r"补|奖|贴|资助|给予|减免|兑付|配套|承担|按|抵[扣用]|提高(?:到|至)|的$|首年|续保", clause)
        or re.match(r"[^，。；]{0,8}(?:补助|补贴|资助|奖励|贴息|兑付|配套)", after)
    )


def own_base(text: str, at: int) -> str:
    """Return what a rate in a list of rates is taken of by its own words, "" where they do not say: 软件投入按25%、硬件投入按10%."""
    found = OWN_BASE.search(re.split(r"[，。；：]", text[:at])[-1])
    return found["base"] if found else ""


def noun_before(text: str, at: int) -> str:
    """Return what a rate is taken of: the noun before 的N%, or of the clause 按…分档."""
    if own := own_base(text, at):
        return own
    before = re.split(r"[，。；：]", text[:at])[-1]
    before = re.sub(r"(?:再|另|另外)?(?:补助|补贴|奖励|资助|给予|补|奖)$", "", before)
    before = re.sub(r"^(?:再|另)?给予|^可?(?:以|凭|使?用)?[^，。；]{0,6}抵[扣用]", "", before)
    before = re.sub(r"^.*(?:比例为|按照?|由|对(?=[^，]*增加额)|不超过|最高)", "", before)
    noun = re.sub(r"(?:的|年化|比例|提高到|提高至)+$", "", before)
    if RISE.fullmatch(noun) and (grown := GROWN.search(text[:at])):
        return grown[1] + "增加额"
    if (
        len(noun) >= 2
        and not NO_BASE.fullmatch(noun.removeprefix("以下").removeprefix("下列"))
        and not re.search(r"\d|首年|续保|企业$|第.年", noun)
    ):
        return noun
    if paid := PAID_BEFORE.search(text[:at]):
        return paid["base"]
    graded = re.search(r"按照?(?P<base>[^，。；按]{2,16}?)(?:总额)?(?:分档|给予|进行)", text[:at])
    return graded["base"] if graded and not NO_BASE.search(graded["base"]) else ""
