"""Words that people write -> the same in plain characters and digits: 八十来号人 -> 80人, 两成 -> 20%, 620万美金 -> 620万美元."""

import re

from facts.numerals import arabic
from facts.spoken_numerals import digits_of
from facts.traits import plain
from index.numerals import numeral

PERCENT = re.compile(r"百分之([一二三四五六七八九十百]+)(?![一二三四五六七八九十百点.])")
BARE = re.compile(r"(?<![第几上成好数])[一二三四五六七八九十百千两]+(?=个?[万亿](?:[元多左块]|$|[,;。，往]))")  # 研发费用八百万
COUNTED = re.compile(
    r"(?<![第几上成好数十百千一])[两二三四五六七八九十]{1,3}(?=(?:款|套|场|间|辆|笔|张|条|门|部|批|座|栋|支|篇|届|艘|架|列|趟|集)(?![子长员]))"
)
SPOKEN = (
    (re.compile(r"(?<=[\d一二三四五六七八九十百千])\s*(?:来|多|几)?(?:号|个)(?=人(?!工|才|头|体))"), ""),
    (re.compile(r"(?<=[\d一二三四五六七八九十百千])\s*(?:来|多|几)(?=[万亿家人名台平亩件项吨])"), ""),
    (re.compile(r"(?<=\d)\s*个(?=[亿万])"), ""),
    (re.compile(r"(\d[万千]?)多?(?=观众|游客|参观者)"), r"\1人次"),
    (re.compile(r"((?:员工|职工|工人|人手)[^,;。\d]{0,6}\d+)个(?!月)"), r"\1人"),
    (re.compile(r"(?<=\d)\s*个(?=[^,;。，\d]{0,8}(?:学生|毕业生|博士|硕士|员工|工人|人才|工程师|实习生|专家))"), "名"),
    (re.compile(r"(?<=\d)\s*成(?!立|员|交|为|果|功|都|本)"), "0%"),
    (re.compile(r"(?<=今年)([1-6]\d)(?=[,;。，]|$)"), r"\1岁"),
    (re.compile(r"(\d+(?:\.\d+)?万)元?[一1](?=([台件辆间]))(?:[台件辆间])"), r"每\2\1元"),
    (re.compile(r"(?<=[\d万亿])块钱?(?![地儿])"), "元"),
    (re.compile(r"美[金刀](?!融)"), "美元"),
    (re.compile(r"(?<=\d)(万?)\s*个?平(?:方|米)?(?!方?米|均|台)"), r"\1平方米"),
    (re.compile(r"(?<=\d)\s*个?(?:立方|方)(?![米面])"), "立方米"),
    (re.compile(r"(?:组织?|拉|带|接|发)(?:了|来了?)?[一1]?个?(?=\d+人[^,;。，\d]{0,6}团)"), "组团"),
    (re.compile(r"住(?:了|满|上)?(?=\d+(?:晚|夜))"), "住宿"),
)
INTO_RESEARCH = re.compile(
    r"(?:[1一]年)?(?P<of>营收|收入|营业额|销售额|产值)[里中]?[头面]?(?:有|拿出|的)?(?P<share>\d+(?:\.\d+)?%)[^,;。，\d]{0,6}(?:砸|投|花|用|搞|做|放)[^,;。，\d]{0,3}研发[上了里]?"
)  # 营收里有6%都砸在研发上
RISEN = re.compile(
    r"(?P<own>(?:(?!去年|今年|前年|刚刚?|我们|咱们|公司|的|从|由)[\u4e00-\u9fff]){4,14})?(?P<when>去年|今年|前年|刚刚?)?(?:从|由)(?P<low>国家|省|市|区|县)级"
    r"(?P<noun>[\u4e00-\u9fff]{0,12}?)(?:升级?|晋升?|晋级|提升)(?:到|为|成|至|了|上)+(?P<high>国际|国家|省|市)级(?P<new>(?:(?!了|奖|能|可|的|补)[\u4e00-\u9fff]){0,14})"
)  # 从市级升到省级: what one was and what one is, each by its name
DOLLARS = re.compile(
    r"(美元[^。；;]{0,40}?(?:去年|前年|今年|20\d{2}年)(?:度|全年|是|只有|才|大概|约|有)*\d+(?:\.\d+)?[万亿])(?=[,;。，；]|$)"
)  # 去年出口420万美元,前年是360万: of the same money


def written(text: str) -> str:
    """Return a text as documents would write its numbers and units.

    >>> written("八十来号人，比前年多两成，冷库700立方")
    '80人,比前年多20%,冷库700立方米'
    >>> written("企业技术中心去年从市级升到省级了")
    '原来是市级企业技术中心,去年评上省级企业技术中心了'
    >>> written("营收里有百分之六都砸在研发上")
    '研发投入占营收6%'
    """
    body = digits_of(PERCENT.sub(lambda match: f"{numeral(match[1])}%", plain(text)))
    body = BARE.sub(lambda match: str(numeral(match.group())), body)
    body = COUNTED.sub(lambda match: str(numeral(match.group())), body)
    for pattern, form in SPOKEN:
        body = pattern.sub(form, arabic(body))
    body = RISEN.sub(_risen, body)
    body = INTO_RESEARCH.sub(r"研发投入占\g<of>\g<share>", body)
    return DOLLARS.sub(r"\1美元", body)


def _risen(found: re.Match[str]) -> str:
    """A rise from one grade to the next as two clauses, each with the name of what is graded; as it is where nothing is named."""
    own = found["own"] or ""
    name = found["new"] or found["noun"] or own
    if not name:
        return found.group()
    return f"{'' if name == own else own}原来是{found['low']}级{name},{found['when'] or '现在'}评上{found['high']}级{name}"


def with_yuan(clause: str) -> str:
    """Complete money that a person writes without 元: 营收1.2亿, 研发投入800万."""
    return re.sub(r"(\d(?:\.\d+)?\s*[万亿])(?![\d元家人名件吨千平亩辆台美欧立度])", r"\1元", clause)
