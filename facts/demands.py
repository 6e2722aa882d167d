"""A sentence of a general article -> what it asks of whoever applies: its clauses but those that are something else.

Nothing tells how a condition is worded: what says who does it, by when, with which papers, how much is paid or what follows
from a fault is no condition; all else that is said of who applies is one.
"""

import re

NAMED = r"企业|单位|主体|机构|对象|人才|人员|项目|个人|组织|团队|申[请报领][人者]"
APPLIES = r"申[请报领]|享受|领取?(?!域|先|军)|受益|受助|受奖|获补"
EVERY = r"各类?|所有|全部|全体|上述|(?<![级上\d元年月人个家名项])以上|任何|相关"
AIMED = r"(?:本[^，。；：]{1,6}|[^，。；：]{0,8}资金|清单|政策)[^，。；：]{0,6}?(?:仅|只)?(?:面向|适用于|针对|用于支持|支持对象为|限于)"
WHOEVER = re.compile(rf"^[^，。；：]{{0,12}}?(?:{APPLIES}|{EVERY})[^，。；：]{{0,24}}?(?:{NAMED}|的(?=$|，))|^凡是?[^，。；：]{{4,60}}?(?:{NAMED})，|^{AIMED}")
EACH = re.compile(rf"^(?:{EVERY}|无论|不论|除[^，]*外$)")  # a first clause that only says of what all of it is
BARE = re.compile(
    rf"^(?!凡|{AIMED})[^，。；：]{{0,10}}(?:{EVERY}|{APPLIES}|无论|不论)[^，。；：]{{0,20}}?(?:{NAMED}|[项个类]|红包|政策|(?:本|上述|以上|各)[^，。；：]{{2,12}}的)$"
    r"|(?:满足|符合|具备)[^，。；：]{0,6}(?:条件|要求|规定|[一二两三四五六]点)?$"
)  # who is meant, and nothing of them; that what is told elsewhere must hold
SUBJECT = re.compile(rf"^[^，。；：]{{0,12}}?(?:{APPLIES}|{EVERY})[^，。；：]{{0,20}}?(?:{NAMED})的?(?=[^，。；：]{{2}})|^{AIMED}")
MUST = re.compile(r"^(?:其|均|都|还|也|同时|应当?|必须|须|需|要求?|为(?=[^，。；：]{4})|且|并且?|是)+(?=[^，。；：]{2})")
CASE = re.compile(rf"^(?!{AIMED})[^，。；：]*的$")
PAYS = re.compile(r"(?:奖|补|贴|给|资助|抵扣)[^，。；]{0,12}\d[\d.]*(?:万|亿)?元|\d[\d.]*(?:万|亿)?元(?:的)?(?:奖|补|资助)|给予")

PAPERS = r"提[交供]|报送|递交|填[报写]|上传|出具|携带|准备|留存|^附(?=[\u4e00-\u9fff])|材料|资料|复印件|凭证|票据|发票"
STEPS = (
    r"登录|网站|平台(?:提出|申[请报]|填)|向[^，。；]{2,20}(?:提出|申[请报]|报)|由[^，。；]{2,20}(?:局|委|办|部门|中心|单位|企业|申请)|通过[^，。；]{2,24}申[请报]|工作日|公示|受理|审[核查定批]|"
    r"评审|抽查|检查|核[查定拨]|绩效|拨付|配合|接受|协助|及时|变更|报告|咨询|监督|每年\d{0,2}月|\d月\d{1,2}日[前至到]|日前|月底?前|季度|免申即享|"
    r"通知|申报(?:时间|方式|程序|流程)|逾期|责任"
)
OFFICE = r"^[^，。；]{0,12}(?:局|委|部门|财政|政府|办公室|管委会)(?:、|和|与|及|会同|负责|应|要|将|按|对|于|根据|可|每|依|编|组织)"
SUMS = r"最高|上限|总额|总量|规模不|封顶|比例|资金[^，。；]{0,10}(?:由|从|列入|用于(?!支持)|应|按|来源|安排)|经费|预算|分[两三二\d][期年次]|折算|口径|计入|含本数"
LIMITS = r"最多|只能|限(?:报|申)|择[优一高]|就高|重复|原则上|不得|不再|[一1][次个项]为限|^(?:每[家个]|同一|单[个家])"
FOLLOWS = r"追[回究缴]|收回|退回|取消|责令|依[法规](?:处|追)|处[理罚]|通报|停止|弄虚作假|骗取(?!财政|补|专项)|不作为"
HOLDS = r"施行|实施$|自[^，。；]{2,16}起(?:施|执|实)|有效期(?:[一二三四五六七八九十\d]|为|至)|解释|印发|废止|试行|另有规定|从其|为准"
AIMS = r"^(?:为(?=[^，。；]{0,4}(?:[落促推规加贯支提做鼓吸方]))|为了|根据|按照|依据|现将|围绕|坚持|力争|推动|遵循|工作|目标)|制定本|机制|体系|公开"
RIGHTS = r"可(?:以|按|凭|在|向|通过|根据|自)?[^，。；]{0,30}(?:申[请报领]|享受|选择|领取)|有权|视[为同]"
OTHER = re.compile("|".join((PAPERS, STEPS, OFFICE, SUMS, LIMITS, FOLLOWS, HOLDS, AIMS, RIGHTS)))


def speaks_of_applicants(words: str) -> bool:
    """Tell whether words say something of whoever applies.

    >>> speaks_of_applicants("申请兑现的企业，应当在本县纳税"), speaks_of_applicants("市财政局负责资金拨付")
    (True, False)
    """
    first, _, rest = words.partition("，")
    return WHOEVER.search(words) is not None or bool(EACH.search(first) and WHOEVER.search(rest))


def demanded(words: str) -> str:
    """Return the clauses of a sentence that ask for something, without who is meant; "" where there are none.

    >>> demanded("申请兑现的企业，应当在本县纳税，且于每年3月底前提交申请表")
    '在本县纳税'
    >>> demanded("申报主体应当在每年9月15日前通过平台提交资金申请报告"), demanded("申报企业迁出本市的，退回资金")
    ('', '')
    """
    clauses = [clause for clause in re.split(r"[，。；：]", words) if clause]
    said = [clause for clause in clauses if not BARE.search(clause)]
    if not said or words.endswith("：") or PAYS.search(words) or OTHER.search(said[0]) or any(CASE.match(clause) for clause in said):
        return ""
    kept = (MUST.sub("", SUBJECT.sub("", clause)) for clause in said if not OTHER.search(clause))
    return "，".join(bare for bare in kept if len(bare) > 1)
