"""A condition's words -> the single things that it asks for, and which of them are alternatives."""

import re

from facts.legal_forms import only_forms
from facts.likeness import core

ASIDE = re.compile(r"\((?:含|不含|以下|下同|不足|均|指|按|扣除)[^()]*\)|\([^()]{10,}\)")
OF_COURSE = re.compile(r"(?:符合|具备)(?:相关|规定|申报|上述)?条件的|有条件的|的(?:前提|情况|条件|基础)下$")
IN_TIME = re.compile(
    r"[在于]?(?:申报期|项目期|实施期|政策期|支持期|奖补期|兑现期|核算期|(?:费用|支出)发生期)(?:限)?内|(?:[一1]年|年度)内(?=累计)"
)  # the matter's own rule asks for it
CUT = re.compile(
    r"[,;。]|且|(?<![合兼])并(?![购网存列重]|已?(?:发布|颁布))(?=[\u4e00-\u9fff]{2})|同时(?=[\u4e00-\u9fff]{3})|、(?=(?:签订|从事|在|向|无|未|与|由|具有|依法|近|上年|本人|年度)[^、,;]{3})|、(?=自[^、,;]{2,8}日起)|、(?=(?:竣工|投产|验收|备案|开工|建成)[^、,;]{0,4}(?:$|[,;]))"
)
OTHERWISE = re.compile(
    r"[,;]或者?|(?<=[\u4e00-\u9fff]{5})或者(?=(?:在|已|通过|取得|获得|完成|列入|入选|被|上年|年度|符合|属于)[\u4e00-\u9fff\d]{3})"
)
EITHER_FIGURE = re.compile(rf"{OTHERWISE.pattern}|(?<=[%％])或者?(?=[\u4e00-\u9fff]{{4,}}\d)")  # one figure or another
ONE_OF = re.compile(r"(?:之一|其一|任一|任意一)")
KIND = (
    "[^的,;、]{0,14}(?:企业|单位|公司|机构|院所|高校|学校|人才"
    "|个体工商户|个体户|人员|毕业生|研究生|个人|主体|团队|平台|项目|合作社|农场|大户|军人|旅行社|孵化器)"
)
HEAD = re.compile(rf"^(?P<what>.{{4,}})的(?P<head>[^的,;、]{{0,2}}{KIND}(?:(?:、|和|与|及|以及|或者?)(?:符合条件的)?{KIND})*)$")
RECOGNISED = re.compile(r"(?:认定|评定|评为|备案|入选|获批|获评|复核|命名|入库|新|首次|有效期内?|在库|(?:首次|再次|重新)(?:获得|取得))$")
DOES = re.compile(
    r"^(?P<who>(?![^,;]{0,10}(?:向|从|由|与|经由|通过))[^,;]{0,30}?(?:企业|公司|机构|单位|合作社|农场|旅行社|院所))(?P<does>(?:年度|上年度|当年|新|首次|在[本我辖]?[市区县省]内?)*(?:新设(?!立)|新购|购买|采购|购置|实施|投保|承担|开展|完成|新上|新建|建设|租用|租赁|参加|引进|接收|吸纳|招用|入驻|利用|通过|牵头|参与|主导|投资|组织|促成|申报|设立|创办|获得|取得|入选|列入|以(?![及上下内]))[^,;]{3,}|(?:年度|上年度|当年)(?:研发|营业|销售|实际|主营|纳税|产值)[^,;]{3,})$"
)
BODY = (
    "(?:(?:研制|承担|实施|申领|获奖|获得|投保|采购|购买|入池|入库|发榜|揭榜|中标|参展|受让|转让|科技型?)(?:企业|单位)|"
    "企业|单位|公司|机构|个人|(?:生产|经营|市场)?主体|项目|人员|申请人|申请者|申报单位|申报主体|申报企业|法人|组织|平台"
    "|企事业单位|事业单位|个体工商户|个体户|经营户|社会组织|社会团体|运营(?:单位|主体|机构)?|建设单位)"
)
GENERAL = re.compile(
    rf"(?:上述|前款|以上|符合条件的?|有条件的?|我[市区县]|本[市区县]|区内|市内|县内|辖区内?|本地|相关|各类|广大|个|该|其|等)*(?:{BODY}(?:、|和|与|及|或)?)*(?:所属)?(?:企业|单位)?"
)
NO_TEST = re.compile(
    r"^(?:在|于)?[\u4e00-\u9fff]{2,6}[市区县省](?:行政区域|范围|辖区)*内?$|^除[^,;]{2,20}外$|为准$|含本数|另有|^均?按(?!期|时|月|年)|下同|^(?:单个|每家|同一|每个)(?:企业|单位|主体|机构)|^符合[^,]{0,8}$|^(?:其中|具体|每年)$|联系|部分$|^[\u4e00-\u9fff]{0,4}服务$|不计[入算](?:$|[^,]{2,8}(?:基数|范围|金额)$)|承诺|^违反|只能(?:选择|申报|享受)|(?:金额|规模|行业|户籍|学历|注册地)不限$|^不限(?:制|于)?[^,\d]{2,6}$|^(?:企业|单位)?(?:自主|自行|独立)?(?:投资)?(?:建设|实施|开展|承担|研发|研制|生产)$|^(?:引进|招引|聘用|招聘|引育)$|^(?:生产|经营)(?:单位|企业)$|^(?:企业|单位)?作为(?:卖方|买方|申报主体)$|"
    r"^(?:本[\u4e00-\u9fff]{2})?第[一二三四五六七八九十百\d]+条(?:所?规定|所称|所列|明确)?$|^(?:问\d+[、和及]?)+$"
)
OF_BEFORE = re.compile(r"占|(?:高于|多于)(?:前|上)|增量|增加额|较上|较前|同比|比上|比前|正增长|增长|增幅|增速")
NOUN = re.compile(r"[^\d，,]*?(?:费用|投入|收入|支出|经费|产值|总额|金额|利润|税收|出口额|销售额)")
EITHER_WAY = re.compile(
    r"(?:首次|新)(?:认定|评定|备案|获评|通过|入选|获得)?(?:或者?|、|和|及)(?:有?效?期满)?(?:重新|再次|复审)(?P<how>认定|评定|备案|获评|通过|入选|获得)"
)  # the first time or again: it does not matter which
FURTHER = re.compile(r"、(?=(?:在|向|通过|取得|获得|完成|列入|入选|报送)[\u4e00-\u9fff]{3})")  # one more alternative in a list of them
GETS = re.compile(r"(?:招用|招聘|招录|引进|吸纳|接收|录用|聘用|招收|培养|选聘)[^,;]*$")  # whom somebody takes on is not who applies
TAKEN = re.compile(r"(?:人才|人员|毕业生|研究生|个人|团队|军人)$")
SCALED_UP = re.compile(
    r"^(?P<who>(?:工业|服务业|制造业|商贸业?|批零业?|建筑业)(?:类)?企业)(?P<does>(?:首次|新)?(?:上规|升规|入统|纳统)[^,;]*)$"
)
HANDS = re.compile(r"(?:企业|公司|单位)(?:将|把)")
SETS_UP = re.compile(r"(?:设立|成立|新设|组建|开办)(?!满|时间|不|未|超)")
SINCE = re.compile(r"(?:[自对在于])?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:及)?(?:以来|以后|之后|后|起)")
SHORTEST, LEAST = 2, 3


def completed(words: str, before: str) -> str:
    """Return words that go on with the noun of those before them, with that noun.

    >>> completed("占营业收入比重超过5%", "研发费用达到1000万元")
    '研发费用占营业收入比重超过5%'
    """
    noun = NOUN.match(before) if OF_BEFORE.match(words) else None
    return noun.group() + words if noun else words


def bare(body: str) -> str:
    """Return a condition without the remarks in brackets that only say how a figure is meant.

    >>> bare("设备投入(不含税,下同)100万元(含)以上")
    '设备投入100万元以上'
    """
    return EITHER_WAY.sub(lambda match: match["how"], IN_TIME.sub("", OF_COURSE.sub("", ASIDE.sub("", body))))


def alternatives(body: str) -> list[list[str]]:
    """Return what a condition asks for: one of the lists, and of a list everything.

    >>> alternatives("上年度营收增长且列入名录库的软件企业")
    [['上年度营收增长', '列入名录库', '软件企业']]
    >>> alternatives("获得国家级认定,或者上年度纳税100万元以上")
    [['获得国家级认定'], ['上年度纳税100万元以上']]
    """
    parts = (OTHERWISE if re.search("且|并|,", body) else EITHER_FIGURE).split(bare(body))
    parts = [*parts[:1], *(piece for part in parts[1:] for piece in FURTHER.split(part))]
    when = SINCE.match(parts[0])  # it holds for the other alternatives as well: 2025年以后迁入或者新设立
    parts = [part if not at or not when or re.search(r"\d|年度", part) else when.group() + part for at, part in enumerate(parts)]
    atoms = [_atoms(part) for part in parts]
    if ONE_OF.search(body) and len(atoms) == 1:
        return [[atom] for atom in atoms[0]]
    return [part for part in atoms if part]


def _atoms(body: str) -> list[str]:
    found: list[str] = []
    for piece in CUT.split(body):
        match = HEAD.match(piece)
        founded = SETS_UP.search(piece) and HANDS.search(body[: body.find(piece)])  # another firm than the applicant's own
        taken = match and GETS.search(match["what"]) and TAKEN.search(match["head"])
        if match and (taken or founded or len(core(match["what"])) < LEAST or RECOGNISED.search(match["what"])):
            match = None  # 首次认定的高新技术企业: how it is one
        for atom in _doing(match["what"]) + [match["head"]] if match else _doing(piece):
            words = re.sub(
                r"^(?:-|本[\u4e00-\u9fff]{2,4}适用于|(?:申[请领报])?企业属于|属于|对|在(?![孵职岗校建读营])|凡|和|与(?!其?(?:高校|高等|科研|院所|大学|研究|机构|银行|金融|检|企业))|及|须|应当?|其|的)+(?=[^,]{4})|的$",
                "",
                atom.strip(),
            )
            if len(words) >= SHORTEST and (only_forms(words) or not GENERAL.fullmatch(words)) and not NO_TEST.search(words):
                found.append(completed(words, found[-1] if found else ""))
    return found


def _doing(piece: str) -> list[str]:
    """Who does something, and what: 中小企业 | 采购目录内产品."""
    match = SCALED_UP.match(piece) or DOES.match(piece)
    return [match["who"], match["does"]] if match else [piece]
