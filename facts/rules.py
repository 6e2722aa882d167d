"""What a single sentence of a document rules for all its measures, one function a kind of rule."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from facts.date_rules import matters, validity, window
from facts.demands import demanded, is_other, names_applicants, speaks_of_applicants
from facts.grounds import grounds_of, stripped
from facts.papers import DUTY
from facts.parts import parts_in
from facts.quantities import find_quantities
from facts.sentences import Sentence, signs
from facts.told import in_ten_thousands

if TYPE_CHECKING:
    from facts.articles import Articles

Rule = Callable[["Articles", Sentence, str], bool]
HAD = re.compile(
    r"^[^。；]*?已(?:经)?(?:获得|享受|取得)[^。；]{2,24}?(?=的?(?:贷款|项目|企业|设备|合同|产品|费用)?的?，?(?:[区县市省]级)?(?:不再|不得|不予|不重复))"
)


RATING = re.compile(r"(?:^|[^\u4e00-\u9fff]|[与和按对])([\u4e00-\u9fff]{2,4}?)(?:综合)?评价")
MORE = re.compile(r"(?:标准|比例|金额|额度|补助|奖励|补贴|奖补)[^，。；]{0,10}(?:上浮|提高|增加)(?!到|至)\d|上浮\d+[%％]")
EVERY = re.compile(
    r"本(?:政策|办法|措施|细则|意见|目录|指南)[^，。；]{0,6}(?:各|所有|全部)|(?:上述|以上)各(?:项|条)|各项(?:补助|奖励|奖补|补贴)"
)
ARTICLES = re.compile(r"第[一二三四五六七八九十百\d]+条")
LEADING = re.compile(
    r"^(?:注[：:]|\d+[.、]|[（(][一二三四五六七八九十\d]+[）)])*(?:(?:上述|以上|本表|前款|上表|附件\d?|对|对于)*第?[^，。；]*?(?:项|条)(?:[^，。；]{0,6}?)(?:，|中))?"
)
OF_ALL = re.compile(r"每年[^，。；]{0,10}(?:获得|享受)的?(?:各类|各项)?(?:扶持|奖补|补助|资助|奖励|支持|专项|财政)*资金")
SCALE = re.compile(r"(?:[A-D]|[甲乙丙丁])类?[^，。；]{0,6}企业[^。；]{0,24}(?:兑现|不享受[^。；]{0,12}(?:奖补|奖励|补助|政策))")
PART = re.compile(r"(?P<who>[A-D甲乙丙丁]类(?:企业)?)[^，。；]{0,24}?的?(?P<share>\d{1,2})[%％](?:兑现|奖补|执行)")
NOTHING = re.compile(r"(?P<who>[A-D甲乙丙丁]类(?:企业)?)不享受")
OBJECT = re.compile(r"^[^，。；]{0,24}(?:资金|奖补|补助|扶持|补贴)的对象(?:为|是)[：:]?")
LISTED = re.compile(r"^[^。；]*?条件[：:](?:\d+[.、]|[（(][一二三四五六七八九十\d]+[）)])?(?=.)")  # the lead of a list with its first item
EXEMPT = re.compile(r"（[^（）]*不受[^（）]*限）")  # parts of which it is not asked
EXCEPT = re.compile(r"，[^，。；]*(?:除外|不(?:在|属于?|纳入|列入)[^，。；]{0,8}(?:范围|对象|之列)内?)$")
ONLY = re.compile(
    r"^(?P<part>[^，。；]{0,20}(?:条|章|项|事项|政策|措施)[^，。；]{0,8}?)(?:仅|只|限于?|均?仅限于?|仅面向)(?:支持|适用于|面向|限于?|针对)?(?P<who>[^，。；\d]{2,24}(?:企业|单位|机构|主体|项目))$"
)
RISES = re.compile(r"(?:级别|等级|层级|称号|平台|荣誉|低[^，。；]{0,6})[^，。；]{0,12}(?:升|晋)[^，。；]{0,16}，[^。；]{0,24}差额")
LESS = re.compile(r"已[^；。]{0,24}低于[^；。]{0,12}，补足差额")
QUOTED = re.compile(r"^[“\"]([^“”\"]+)[”\"]$")
INCLUDES = re.compile(r"(?:^|[；。])(?P<term>[^，。；、]{2,12}?)(?:主要)?包括(?P<meaning>[^；。]{4,160})")
CALLED = re.compile(
    r"(?:^|[；。])(?P<meaning>[^，。；]{4,80}?)的，?(?:为|是|属于|称为|界定为)(?P<term>(?![^，。；]{0,8}(?:支持|申报|享受|失信))[^，。；、\d]{2,8}(?P<noun>企业|单位|机构|人才))(?=[；。]|$)"
)  # what it is called stands behind: 从业人员1000人以上的为大型企业
ASKED_FOR = re.compile(
    r"什么(?:叫|是|算)(?P<term>[^？?，。]{2,16}?)[？?]|(?P<named>[^？?，。：:]{2,16}?)(?:是什么意思|指(?:的是)?什么|怎么界定|如何界定)"
)
ANSWERED = re.compile(r"^(?:答[：:])?(?:是)?指(?P<meaning>[^；。]{4,160})")
NEXT_TERM = re.compile(r"，(?=[“\"][^“”\"]{2,12}[”\"]，?是?指)")  # after which one more term is defined
BRANCH = re.compile(r"可以?由[^，。；]{0,16}(?:分公司|分支机构|个体工商户)申[报请]")  # who need not be a legal person
SELF = re.compile(r"不适用本(?:款|条|项)(?:规定)?$|不适用本(?:款|条|项)(?:规定)?(?=[；。])")
TOGETHER = re.compile(
    r"，(?:[两三二\d一-九]+项|上述|以上|前述|各项)[^，]{0,4}(?:条件|指标|要求)?[^，]{0,6}(?:同时)(?:满足|具备|达到|符合)$"
)  # that all of it must hold, said again
BARS = re.compile(r"，(?=[^，。；]{2,20}的(?:，|不得|不予|不能))")  # after what a term means, who gets nothing
FREED = re.compile(r"不受(?:本条|本款|前款|上款)(?:第?(?P<item>[（(][一二三四五六七八九十]+[）)])项?)?(?:规定)?的?限制")
OF_ITEM = re.compile(r"不受(?P<article>第[一二三四五六七八九十百]+条)第?(?P<item>[（(][一二三四五六七八九十]+[）)])项[^，。；]{0,12}限制")
LATE = re.compile(
    r"(?:逾期|过期|超期)(?:未?(?:申报|申请|提交|补报)|的)*，?(?:均|都|一律|原则上)?$"
)  # being late is no ground that one tells
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
APPLICANT = ("企业", "单位", "申报单位", "申报企业", "申报主体", "项目单位", "申请人")  # whoever applies must be what they mean


def once(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The same thing is paid only once, or only the difference."""
    if not signs()["once"].search(words) and not RISES.search(words):
        return False
    found.notes.append(stripped(sentence, "general"))
    found.upgrade = found.upgrade or bool(signs()["difference"].search(words) and (sentence.passage.kind == "note" or RISES.search(words)))
    found.topped = found.topped or bool(LESS.search(words))
    if had := HAD.search(words):
        found.exclusions += grounds_of(sentence, words[: had.end()])
    return True


def cap(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The most that one enterprise gets."""
    match = signs()["cap"].search(words)
    if not match:
        return False
    amounts = list(find_quantities(words, match.end(), len(words)))
    if amounts and "元" in amounts[0].unit and (signs()["whole"].search(words) or sentence.passage.kind == "note" or OF_ALL.search(words)):
        found.year_cap = f"{in_ten_thousands(amounts[0].value, amounts[0].unit).normalize():f}"
    found.notes.append(stripped(sentence, "general"))
    return True


def excludes(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Who gets nothing."""
    match = signs()["excludes"].search(words)
    if not match or (match.group() == "除外" and re.search(r"规定|约定|，", words[: match.start()])):
        return False
    if LATE.search(words[: match.start()]):
        return True
    defines(found, sentence, words)  # what a term means can stand before who gets nothing: 运营企业，是指…，没有证的不得申报
    found.exclusions += grounds_of(sentence, re.sub(r"，?(?:均|都|一律|原则上|也)?$", "", words[: match.start()]))
    return True


def scales(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Which rating gets all, a part, or nothing of what other articles state: C类企业按所列标准的50%兑现."""
    if rating := RATING.search(words):
        found.rating = rating[1]
    if not SCALE.search(words):
        return False
    if part := PART.search(words):
        found.scales.append((found.rating + part["who"], part["share"], words))
    if none := NOTHING.search(words):
        ground = stripped(sentence, "exclusion")
        found.exclusions.append(replace(ground, reading=found.rating + none["who"]))
    found.notes.append(stripped(sentence, "general"))
    return True


def defines(found: "Articles", sentence: Sentence, words: str) -> bool:
    """What the document means by a term."""
    bare = signs()["item"].sub("", words)
    defined = list(signs()["defines"].finditer(NEXT_TERM.sub("；", bare))) if "指" in words else []
    called = list(CALLED.finditer(bare.rstrip("。；")))
    for match in called:
        define(found, sentence, match["term"], f"{match['meaning']}的{match['noun']}")
    included = [match for match in INCLUDES.finditer(bare) if _spoken_of(found, match["term"])]
    if (question := ASKED_FOR.search(sentence.asked)) and (answer := ANSWERED.match(words)):
        define(found, sentence, question["term"] or question["named"], answer["meaning"])
        return True
    for match in [*defined, *included]:
        if match["term"] in APPLICANT or names_applicants(match["term"]):
            found.conditions.append(replace(stripped(sentence, "general"), reading=match["meaning"]))
        else:
            meaning = BARS.split(TOGETHER.sub("", match["meaning"]))[0]
            define(found, sentence, QUOTED.sub(r"\1", match["term"].removesuffix("是")), meaning)
    return bool(defined or called or included)


def define(found: "Articles", sentence: Sentence, term: str, meaning: str) -> None:
    """Keep what a sentence says that a term means."""
    found.definitions[term] = meaning
    found.stated[term] = replace(stripped(sentence, "general"), kind="clause")


def _spoken_of(found: "Articles", term: str) -> bool:
    """Tell whether a condition or a definition that was read before speaks of a term."""
    return any(term in item.reading for item in found.conditions) or any(term in meaning for meaning in found.definitions.values())


def waiver(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Of which parts something is not asked: 第八项不适用本款, 申报第三条的企业不要求纳入统计, 申报本条奖励的不受第二条的限制."""
    headed = any(signs()["scope_headings"].search(title) for title in sentence.passage.headings)
    inside = (
        SELF.search(words) if headed or parts_in(signs()["article"].sub("", words)) else None
    )  # else it bars somebody from its own article
    if not inside and not signs()["waives"].search(words) and not (BRANCH.search(words) and parts_in(words)):
        return False
    low, high = (sentence.passage.start, sentence.passage.end) if inside else (0, 0)
    if freed := FREED.search(words):
        first, last = found.places.get((sentence.article, freed["item"] or ""), (0, 0))
        low, high = first, last if freed["item"] else sentence.start
    elif (of := OF_ITEM.search(words)) and (of["article"], of["item"] or "") in found.places:
        low, high = found.places[of["article"], of["item"] or ""]
    for part in re.split("[；。]", signs()["article"].sub("", words)):
        if (inside and SELF.search(part)) or signs()["waives"].search(part) or BRANCH.search(part):
            found.waived.append((part, sentence.article, low, high, stripped(sentence, "general")))
    return bool(inside) or not signs()["applies"].search(words)


def applicants(found: "Articles", sentence: Sentence, words: str) -> bool:
    """Who may apply."""
    sign = signs()
    if "可以是" in words or re.search(r"负责解释|适用于\d{4}年度", words) or re.search(r"给予|奖励\d|补助\d|按[^，。]{2,20}%", words):
        return False
    headed = any(sign["scope_headings"].search(title) for title in sentence.passage.headings)
    asked = headed or bool(sign["asked"].search(sentence.asked))
    listed = headed and sign["item"].match(sentence.text) is not None
    if not sign["applies"].search(words) and not listed and not (asked and re.search(r"(?:企业|单位|机构|人员)。?$", words)):
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


def premium(found: "Articles", sentence: Sentence, words: str) -> bool:
    """What some get on top of the sums of other parts: 第1-4项，位于山区的企业标准上浮20%."""
    if not MORE.search(words) or not (parts_in(words) or sentence.passage.kind == "note" or EVERY.search(words)):
        return False
    inside = sentence.article if sentence.passage.kind != "note" and not ARTICLES.search(words) else ""
    bare = LEADING.sub("", signs()["article"].sub("", words))
    found.premiums.append((bare, words, inside if parts_in(words) else ""))
    found.notes.append(stripped(sentence, "general"))
    return True


# The first that fits.
RULES: tuple[Rule, ...] = (
    waiver,
    scales,
    only,
    premium,
    once,
    cap,
    matters,
    window,
    excludes,
    validity,
    defines,
    applicants,
)
