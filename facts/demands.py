"""A sentence of a general article -> what it asks of whoever applies: its clauses but those that are something else.

Nothing tells how a condition is worded: what says who does it, by when, with which papers, how much is paid or what follows
from a fault is no condition; all else that is said of who applies is one.
"""

import re

NAMED = r"企业|单位|主体|机构|对象|人才|人员|项目|个人|组织|团队|申[请报领][人者方]"
APPLIES = (
    r"(?<!专利)申[请报领]|享受|领取|领(?=的)|受益|受助|受奖|获补|兑现(?=对象|企业|单位|主体)|适用本|所?支持的|"
    r"获得?[^，。；：]{0,8}(?:支持|资助|奖补|扶持|奖励|补助)的"
)
EVERY = r"各类?|所有|全部|全体|上述|(?<![\u4e00-\u9fff\d])以上|任何|相关|所称"
AIMED = (
    r"(?:本[^，。；：]{1,6}|(?:上述|以上)?(?:专项|扶持|奖补|补助|奖励|补贴|支持)?(?:资金|奖补|对象)|清单|政策)[^，。；：]{0,6}?"
    r"(?:仅|只)?(?:面向|适用于|针对|用于支持|支持对象为|限于|要求)|(?:以下|下列|上述|以上)(?:各项)?(?:支持|政策|措施|奖[补励]|补[助贴]|扶持)"
    r"[^，。；：]{0,4}(?:仅|只)(?:给予|支持|面向|限于?|适用于|奖励|补助)"
)
MODAL = rf"(?:{EVERY}|本[市区县]|的)*(?:{NAMED})(?:(?:、|和|及|或者?)(?:{NAMED}))*(?:均|都|还|也)*(?:应当?|必须|须|需(?!要))"
ENTITLED = r"，?(?:才能?|方可|方能)[^，。；：]{0,4}(?:申[请报领]|享受|获得?)[^，。；：]{0,8}$"
WHOEVER = re.compile(
    rf"^[^，。；：]{{0,8}}?(?:{APPLIES})[^，。；：]{{0,24}}?(?:{NAMED}|的(?=$|，))"
    rf"|^[^，。；：]{{0,8}}?(?:{EVERY})[^，。；：]{{0,24}}?(?:{NAMED})[^，。；：]{{0,4}}，?[^，。；：]{{0,4}}(?:应|须|需|均|必须)"
    r"|^(?:上述|以上)(?:各?项|所有|全部)?[^，。；：]{2,24}(?:应当?|须|需|必须)"
    r"|^[^，。；：]{0,8}(?:全部|所有|各)(?:事项|项目|政策|措施)，?(?:均|都)?(?:要求|应当?|须|需)"
    rf"|^凡是?[^，。；：]{{4,60}}?(?:{NAMED})，|^{AIMED}|^{MODAL}|{ENTITLED}"
)
EACH = re.compile(
    rf"^(?:{EVERY}|无论|不论|除[^，]*外$|本[^，]{{1,6}}所[列称涉][^，]{{0,6}}(?:事项|项目|政策|资金)$)"
)  # a first clause that only says of what all of it is
BARE = re.compile(
    rf"^(?!凡|{AIMED})[^，。；：]{{0,10}}(?:{EVERY}|{APPLIES}|无论|不论)[^，。；：应须需为是有无未]{{0,20}}?"
    rf"(?:{NAMED}|[项个类]|红包|政策|(?:本|上述|以上|各)[^，。；：]{{2,12}}的)$"
    r"|(?:满足|符合|具备)[^，。；：]{0,6}(?:条件|要求|规定|[一二两三四五六]点)?$|应当?$"
)  # who is meant, and nothing of them; that what is told elsewhere must hold
TELLS = re.compile(r"[年月]|发生|被|列入|存在|违|欠|失信|从事|属于|\d")  # more of whoever applies than that they do
SPARED = re.compile(r"^除[^，。；：]{1,24}外，(?=[^，。；：]{4})")
SUBJECT = re.compile(
    rf"^[^，。；：]{{0,12}}?(?:{APPLIES}|{EVERY})[^，。；：]{{0,20}}?(?:{NAMED})的?(?=[^，。；：]{{2}})|^{AIMED}|^(?:{NAMED})(?=应|须|需|必须)|^只有"
)
MUST = re.compile(
    r"^(?:\d+[.、．]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑩]|其|均|都|还|也|同时|应当?|必须|须|需|要求?|为(?=[^，。；：]{4})|且|并且?|是)+"
    r"(?=[^，。；：]{2})"
)
CASE = re.compile(rf"^(?!{AIMED})[^，。；：]*的$")
PAYS = re.compile(r"(?:奖|补|贴|给|资助|抵扣)[^，。；]{0,12}\d[\d.]*(?:万|亿)?元|\d[\d.]*(?:万|亿)?元(?:的)?(?:奖|补|资助)|给予")

LEAST = 2  # characters that ask for something
PAPERS = (
    r"提[交供]|报送(?!统计)|递交|填[报写]|上传|携带|准备(?:好|齐|以下|申|材)|留存|^附(?=[\u4e00-\u9fff])|(?:申[请报]|佐证|证明|有关|相关)?(?:材料|资料)|"
    r"复印件|凭证|票据|发票"
)
STEPS = (
    r"登录|网上|平台(?:提出|申[请报]|填)|(?:向|通过)[^，。；]{2,24}(?:提出|申[请报])|^由|由[^，。；]{2,12}(?:申[请报领]|提出)|"
    r"(?:资金|费用|评审|核定|结果|事项|利息|额)由|工作日|公示(?!并)|受理|"
    r"审[核查](?:通过|后|结果|意见|期|时|中)|(?:负责|进行|完成|组织|开展|接受|实行)[^，。；]{0,8}(?:审[核查]|评审|抽查|检查|核查|绩效|监督|考核|验收)|"
    r"报[^，。；]{0,8}审[定批]|拨付|(?:应当?|予以|^)配合|及时(?:报|办|告|更)|咨询(?:电话|单位|方式)|每年\d{0,2}月|每年\d|每季度|免申即享|"
    r"通知(?:后|要求|办理|书)|申报(?:时间|方式|程序|流程)|^逾期|逾期(?:不|未报|系统|视)|发生[^，。；]{0,6}变更|承担[^，。；]{0,8}责任|真实性|申请验收|内(?:完成|办理)[^，。；]{0,10}$|"
    r"^[^，。；]{0,8}按[^，。；]{0,4}(?:要求|规定|合同)|专款专用|专人"
)
OFFICE = (
    r"^(?![在与经向由被]|通过)[^，。；]{0,12}(?:局|委|部门|财政|政府|办公室|管委会)"
    r"(?:、|和|与|及|会同|负责|应|要|将|按|对|于|根据|可|每|依|编|组织)"
    r"|^(?:责任|主管|受理|牵头|承办|咨询|联系|办理|经办)(?:科室|处室|股室|部门|单位|窗口|电话|人)(?:[：:]|$)"
)
SUMS = (
    r"最高(?:\d|不|支持|奖|补|额)|上限|总额[^，。；]{0,6}(?:不超|最高|控制)|总量控制|规模不|封顶|(?:补助|奖励|资助|支持|拨付|兑付|按)比例|"
    r"资金[^，。；]{0,10}(?:由|从|列入|用于(?!支持)|应|按|来源|安排)|(?:工作|所需|专项|奖补)经费|预算|分[两三二\d][期年次]|折算|口径|计入|含本数"
)
LIMITS = (
    r"最多|只能|限(?:报|申)|择[优一高]|就高|重复|不得(?:申|享|重|超|再|用|改|转|以|同)|不再|[一1][次个项]为限|^(?:每[家个]|同一|单[个家])"
)
FOLLOWS = r"追[回究缴]|收回|退回|(?<!被)取消|责令|依[法规](?:处|追)|处理$|通报|停止|弄虚作假的|不作为"
HOLDS = (
    r"施行|[起日]实施$|自[^，。；]{2,16}起(?:施|执|实)|有效期(?:[一二三四五六七八九十\d]|为|至|\**[：:]?$)|"
    r"解释$|印发|废止|试行|另有规定|从其|为准"
)
AIMS = (
    r"^(?:为(?=[^，。；]{0,4}(?:[落促推规加贯支提做鼓吸方]))|为了|根据|按照|依据|现将|围绕|坚持|力争|推动|遵循|鼓励|支持|引导|工作|目标)|制定本|"
    r"^(?:建立|健全|完善)[^，。；]{0,12}(?:机制|体系)$|公开透明"
)
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
    clauses = [clause for clause in re.split(r"[，。；：]", re.sub(ENTITLED, "", SPARED.sub("", words))) if clause]
    said = [clause for clause in clauses if not BARE.search(clause)]
    if (
        not said
        or words.endswith("：")
        or PAYS.search(words)
        or is_other(SUBJECT.sub("", said[0]))
        or any(CASE.match(clause) for clause in said)
    ):
        return ""
    return "，".join(bare for clause in said if (bare := asks(clause)))


def names_applicants(words: str) -> bool:
    """Tell whether words only say who is meant: 上述各项补贴的申领单位或个人."""
    return BARE.search(words) is not None and not TELLS.search(words)


def is_other(words: str) -> bool:
    """Tell whether words, a label or a clause, are of papers, procedure, offices, sums or days, and so of no condition."""
    return OTHER.search(words) is not None


def asks(clause: str) -> str:
    """Return what a single clause asks for, where conditions stand; "" where it is something else.

    >>> asks("须近三年未发生安全事故"), asks("由市财政局负责拨付")
    ('近三年未发生安全事故', '')
    """
    said = SUBJECT.sub("", clause)
    bare = MUST.sub("", said)
    return "" if is_other(said) or BARE.search(clause) or len(bare) < LEAST else bare
