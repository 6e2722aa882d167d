"""The sentence of a measure -> the conditions that stand in it."""

import re
from collections.abc import Iterator

from facts.atoms import completed
from facts.measure import Condition
from facts.numerals import arabic
from facts.quantities import find_quantities
from facts.traits import said_in

SUBJECT = re.compile(
    r"(?:^(?:支持|鼓励|推动|促进|引导|加强)[^，。；\d]{2,20}，|^|(?<=[；。]))\s*(?:每年)?(?:对|面向|凡|向(?=[^；。]{2,30}?(?:发放|提供|拨付|兑付)))(?P<who>[^；。]{2,120}?)(?<!为)(?=，?(?:分别|一次性)?(?:(?<!已)按(?!期|时|约)|给予|每年|每家|(?:实行|实施)(?=[^，；。]{0,16}(?:优惠|减免|奖[励补]|补[贴助]|贴息|资助|政策))|优先|予以|(?:发放|奖励|补助|资助)(?![的、])|提供(?!的|[^，；。]*，[^，；。]*，(?:按|给予)|[^，；。]*的[^，；。]{0,12}(?:企业|机构|单位|平台|公司|主体)(?:，|给予|按))|加大|参照)|，)"
)
BEFORE_SUM = re.compile(
    r"^(?P<who>[^；。]{4,120}?)(?:的)?，(?:从第[^，。；]{1,4}起|另行|另|再|分别|分段|分档|一次性|每件|每家|单笔|均|可|首年|第一年|当年|[^，。；\d]{2,10}(?=按\d)|[^，。；\d]{2,8}的(?=按|给予)|[^，。；\d]{2,24}(?=分别)|[^，。；\d]{2,8}后|对[^，。；]{2,40}?)*(?:按(?!期|时|约)|给予|奖励|奖补|补助|资助|补贴|每(?![年月季])|每[年月季](?=给予|按|奖|补|资助|发|最高|不超过|\d)|抵扣|由|申请|享受|发给|予以|获得)"
)
RIGHT = re.compile(r"^(?P<who>[^，；。]{4,60}?)(?:可以?|均可|有权)(?:申[请领报]|享受|获得|免费|优先)")  # 科技型中小企业可以申领创新券
AT_ONCE = re.compile(
    r"^(?P<who>[^，；。\d]{4,60}?)(?:的)?(?:分别|一次性|各|每[家人件])?(?:奖励|给予|补助|资助|补贴)\d"
)  # 新认定的小巨人企业奖励80万元
BODIES = "(?:企业|公司|机构|院所|高校|研究院|综合体|人才|团队|人员|毕业生|大学生|博士|创业者|孵化器|平台|园区)"
AIMED = re.compile(
    rf"(?:^|(?<=[，；。、和并]))(?:重点|大力|积极|主动|进一步|优先|持续)?(?:支持|鼓励|引导|帮助|扶持|吸引|面向|对|向)(?:和(?:支持|引导|吸引))?(?P<who>(?:有条件的|符合[^，。；]{{0,14}}的|优秀|重点|本地|各类|广大|我[市区县])?[^，。；、“”]{{0,34}}?{BODIES}(?:(?:院所)?(?:等[^，。；、“”]{{0,8}}?)?(?:、|和|与|及|等)[^，。；、“”]{{0,12}}?{BODIES})*)"
)
HOUSES = re.compile(
    r"(?:支持|鼓励|推动)(?:建设|创建|建立|打造|发展|新建|培育|提升)[^，。；]{0,10}?(?P<who>孵化器|众创空间|加速器|小微企业园)|滚动?实施(?P<small>(?:科技型)?小微企业)"
)
EACH_CLASS = re.compile(r"的?，(?=[^，；。\d]{1,12}每[月年人][^，；。\d]{0,6}\d)")  # 连续参保6个月以上的，博士每月补贴3000元: what is paid
DOES = re.compile(r"(?:开展|实施|建设|牵头|参与|申报|创建|培育|打造|开发|承担|联合|合作|加大|提升|扩大|引进|建立|设立|到|来|在)")
MEANT = re.compile(
    r"(?:加大|提高|强化|完善|升级|破解|解决|降低|扩大|提升|优化|落实|深化|实现)(?:对)?(?P<who>[^，。；、“”]{0,6}?(?:高新技术企业|规上(?:工业)?企业|科技型中小企业|中小微?企业|小微企业|初创企业|制造业企业|博士|大学生|高校毕业生))(?![^，。；]{0,3}(?:群体|数量|规模|总数|后备|培育))"
)
PAID_TO = re.compile(r"(?:奖励|补助|资助|补贴)(?P<who>[^，。；\d]{2,10})(?=\d)")
RUNNERS = re.compile(r"给予(?P<who>[^，。；\d]{2,10}运营(?:企业|单位|机构))(?:补助|奖励|资助|补贴)")
RANGE_END = re.compile(r"(?<=[%％）])至\d+(?:\.\d+)?[%％]$")
FIELD_END = re.compile(r"(?:领域|产业|行业)$")
FIELD = re.compile(
    r"(?:围绕|聚焦|瞄准|面向|支持|推进|在)(?P<field>[^，。；]{2,60}?(?:、[^，。；、]{2,20}){1,}(?:等)?(?:[一二三四五六七八九十\d]大)?(?:重点)?(?:领域|产业|行业))(?!协会|商会)"
)
SPLIT = re.compile(
    r"且|，并|，(?=[^，]{3,}(?:的|人|年|月|元|%|％)$)|并(?=缴纳|具有|取得|担任|填报)|、(?=[^\d、，且并][^、，且并]{1,15}\d(?!\d*年\d)[^、，]{0,12}(?:以上|以下|以内|，|$))"
)
KIND = re.compile(r"(?:企业|单位|机构|公司|人才|人员|合作社|协会|[A-E]类)$")  # a bare kind of applicant
PLAIN = re.compile(r"^(?:各类|广大|我[市区县]|全[市区县]|本地|重点|优秀|科技|创新)*(?:企业|机构|人才|公司|平台|园区|团队|项目)$")
FARM = re.compile(r"农业(?!园)|农村|农民|农产品|农创客")
RELIEF = re.compile(r"税|加计|抵扣|减按")
RELIEVED = ("高新技术企业", "技术先进性服务企业", "制造业企业", "科技型中小企业", "科技企业孵化器", "孵化器")
RELIEF_WORDS = 40  # characters of a relief's own words
PROVIDERS = {"bank", "service_body"}
STAGE_END, STAGE_START = re.compile(r"(?:期|阶段)$"), re.compile(r"[\u4e00-\u9fff]{2,3}(?:期|阶段)")
LISTED = re.compile(r"、|和|与|及")
PAYS = re.compile(
    r"(?:(?<=的)，|^)[^，]{0,16}(?:奖励|补助|补贴|资助|给予)\s*[\d一二三四五六七八九十百]+[^，]*$"
)  # …的，完成辅导备案奖励50万元
FOR_EACH = re.compile(r"每(?=(?:引进|吸纳|招用|新招|接收)\s*[1一]\s*[名人个])")  # 每吸纳1名残疾人就业的: a condition that is told of each
WHOM = (
    "企业|单位|机构|公司|人员|个人|主体|平台|人才|军人|工人|民工|毕业生|学生|合作社|旅行社|农场|"
    "农户|家庭|协会|商会|学会|团队|院校|高校|院所|学校|医院|园区|基地|中心|载体|孵化器|项目"
)  # who a clause can be of
FURTHER = re.compile(
    rf"，(?P<more>(?!(?:分别|一次性|各|均|再)*(?:按(?!期|时|约)|给予|奖励|补助|奖补|资助))[^；。：:]{{4,80}}?(?:(?=的，)|(?:{WHOM})(?=，)))的?，(?=(?:分别|一次性|各)*(?:按(?!期|时|约)|给予|补助|奖励|每))"
)
INSIDE = re.compile(r"（[^（）]{1,30}）")
UNCOUNTED = re.compile(r"，不足[^，。；（）]{2,20}(?:不计|舍去|不奖励?|不补)(?=[，。；]|$)")
CAP = re.compile(r"(?:[单每][个家件项场次份张台套笔][^，。；\d]{0,8})?(?:每年)?(?:最高|不超过|上限)(?:补助|奖励|补贴)?\d+(?:\.\d+)?万?元")
OF_BEFORE = re.compile(r"上述|前款|前述|此类|该类?企业")
FUNDED = re.compile(
    r"^[^，。；对]{0,20}(?:安排|设立|统筹|筹集)[^，。；]{0,24}(?:资金|经费|基金)[^，。；]{0,16}，(?=对)"
)  # what all get together
AFTER_SUM = re.compile(
    r"[，；](?:但|且|同时|并)?[\u4e00-\u9fff]{0,6}?(?:须|需(?!求|要)|必须|应当?)(?P<who>(?!按|在|于|用|由|向|将|经|自|凭|如实|配合|退)[^；。]{4,60})$"
)
FORMAL = re.compile(
    r"提交|提供|申[报请领]|材料|审[核批查]|公示|用于|专款|签字|盖章|报送|报[^，]{0,6}备案|归还|退[还回]|承诺|不得|另行|一次性|兑[付现]|拨付|超过|最高|上限"
)
BASE = re.compile(r"(?:费用?|支出|投入|金额|价款|利息|租金|保费|部分)$")  # what a rate is of, and not who is paid
LED = re.compile(r"^(?:支持|鼓励|引导)(?P<who>[^，。；]{4,40}?)，对")  # 鼓励企业参加境外展会，对展位费…: what is supported
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
    body = INSIDE.sub(lambda found: found.group().replace("，", "﹐"), text[start:end])  # a comma in brackets parts nothing
    body = UNCOUNTED.sub(lambda found: " " * len(found.group()), body)  # 不足100万元的部分不计 asks for nothing
    if budget := FUNDED.match(body):
        start, body = start + budget.end(), body[budget.end() :]
    match = SUBJECT.search(body)
    if match and match.start() and OF_BEFORE.match(match["who"]):
        match = None  # 企业甲…的，按…补助。对上述企业…: whom all of it is for stands before
    match = match or _paid(body) or AIMED.search(body)
    high = match.end("who") if match else 0
    pieces = _pieces(body, *match.span("who")) if match else []
    if match and match.re is SUBJECT:
        pieces += _further(body, high)
    if match and match.re is SUBJECT and BASE.search(match["who"]) and (lead := LED.match(body)):
        pieces = [lead.span("who"), *pieces]
    pieces += [field.span("field") for field in FIELD.finditer(body)]
    pieces += _meant(body, named=bool(pieces)) if plan else []
    pieces += [match.span("who") for match in RUNNERS.finditer(body)]
    to = PAID_TO.search(body, high)
    if to and said_in(to["who"]):
        pieces.append(to.span("who"))
    if not plan and (after := AFTER_SUM.search(body, high)) and not FORMAL.search(after["who"]):
        pieces += _pieces(body, *after.span("who"))
    before = ""
    for left, right in pieces:
        left += len(each.group()) if (each := FOR_EACH.match(body[left:right])) else 0
        words = re.split(r"每(?=引进|促成|介绍|新增|培育|吸纳|招)", PAYS.sub("", body[left:right]))[0].strip("，、的 \n")
        words = EACH_CLASS.split(words)[0]
        words = RANGE_END.sub("", words) if "；" in body[right:] else words  # the tiers after it go on from there
        words = DOES.split(words)[0] if plan and match and match.re is AIMED and (left, right) == pieces[0] else words
        if words in (region, region[:-1]) or not _says(words) or (plan and not _judged(words)):
            continue
        at = body.find(words, left)
        words = words.replace("﹐", "，")
        reading = re.sub(r"\s+", "", words)
        before = reading = completed(reading, before)
        yield Condition(words, start + at, start + at + len(words), "clause", reading)


def _says(words: str) -> bool:
    """Tell whether a piece asks for anything, and does not pay."""
    plain = NOTHING.match(words) or PLAIN.match(re.sub(r"\s", "", words))
    return (
        bool(words)
        and not plain
        and not CAP.fullmatch(re.sub(r"\s", "", words))
        and not re.search(
            r"按[^，。；]*[%％分]|抵[扣用][^，。；\d]{0,12}\d|^按(?!期|时|约|规定|要求)|[：:]|^(?:[^，。；]{1,12}每[月年人天次件]\d[\d.]*万?元，?)+$|^(?:另|再|一次性)?给予|^一次性|每[场件项人次]最高\d",
            words,
        )
    )


def _judged(words: str) -> bool:
    """Tell whether a direction's words say who it is for, in a way that can be judged; banks and agencies provide it for others."""
    if {said.id for said in said_in(words)} & PROVIDERS and not LISTED.search(words):
        return False
    return has_test(words) or bool(FIELD_END.search(words)) or "有条件" in words


def _meant(body: str, *, named: bool) -> list[tuple[int, int]]:
    """Where a direction says by its aim who it is for: 破解科技型中小企业融资难题."""
    pieces = [] if named else [meant.span("who") for meant in MEANT.finditer(body)]
    pieces += [house.span(house.lastgroup or 0) for house in HOUSES.finditer(body)]
    pieces += [farm.span() for farm in FARM.finditer(body)][:1]
    if not pieces and not named and len(body) <= RELIEF_WORDS and RELIEF.search(body):
        pieces = [(at, at + len(name)) for name in RELIEVED if (at := body.find(name)) >= 0][:1]
    return pieces


def _paid(body: str) -> re.Match[str] | None:
    """The words before a sum, or before what somebody has a right to."""
    if match := RIGHT.search(body):
        return match
    return (BEFORE_SUM.search(body) or AT_ONCE.search(body)) if re.search(r"\d", arabic(body)) else None


def _pieces(body: str, low: int, high: int) -> list[tuple[int, int]]:
    """Cut the words that say who is meant at 且 and 并; a threshold before 的企业 stands alone."""
    pieces = []
    at = low
    for match in SPLIT.finditer(body, low, high):
        if match.group() == "、" and _same_noun(body[at : match.start()], body[match.end() : high]):
            continue
        pieces.append((at, match.start()))
        at = match.end()
    last = body[at:high]
    tail = re.search(
        r"(?:以上|以下|以内|（含）|[%％]|\d|年)的(?=[^的]{0,16}(?:企业|单位|公司|机构|院所|高校|人才|人员|毕业生|个人|主体|团队|平台|项目)$)",
        last,
    )
    if tail:
        return [*pieces, (at, at + tail.end() - 1), (at + tail.end(), high)]
    return [*pieces, (at, high)]


def _same_noun(one: str, other: str) -> bool:
    """Tell whether two members of a list end in one noun, of which a figure is told once: 天使投资、风险投资500万元以上."""
    if STAGE_END.search(one) and STAGE_START.match(other):
        return True  # 种子期、初创期科技企业满2年
    if KIND.search(one) and not re.search(r"\d", one):
        return True  # 甲类企业、乙类企业年度出口100万元以上
    noun = re.split(r"\d", other)[0].rstrip("达到不低于超过")
    return not re.search(r"\d", one) and len(noun) > 2 and one.endswith(noun[-2:])


def _further(body: str, high: int) -> list[tuple[int, int]]:
    """Conditions in the clauses between who is meant and what is given: ，签订三年以上劳动合同并缴纳社会保险满6个月的，."""
    match = FURTHER.match(body[high:])
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
