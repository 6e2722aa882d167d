"""What a single sentence of a document rules for all its measures, one function a kind of rule."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from facts.applicant_rules import applicants, only
from facts.date_rules import matters, validity, window
from facts.grounds import grounds_of, stripped
from facts.parts import parts_in
from facts.quantities import find_quantities
from facts.sentences import Sentence, signs
from facts.spending_limits import TOGETHER
from facts.term_rules import defines
from facts.told import in_ten_thousands
from facts.waiver_rules import waiver

if TYPE_CHECKING:
    from facts.articles import Articles

Rule = Callable[["Articles", Sentence, str], bool]
HAD = re.compile(
    r"^[^。；]*?已(?:经)?(?:获得|享受|取得)[^。；]{2,24}?(?=的?(?:贷款|项目|企业|设备|合同|产品|费用)?的?，?(?:[区县市省]级)?(?:不再|不得|不予|不重复))"
)
OWN_SUM = re.compile(
    r"[^，。；]{4,}的?(?:企业|单位|项目|机构|展会|人员)?，(?:按|给予|每)[^。；]*\d[\d.]*万?元[^。；]*(?:补[贴助]|奖励|资助)"
)  # it pays itself
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
THING = re.compile(
    r"^(?:\d+[.、]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)?(?P<thing>(?:专利权?|发明专利|商标|标准|软件著作权|产品|设备|装备|技术|成果|作品|影片|剧目|品牌|房屋|场地|住房|车辆|机具))"
    r"(?:应当?|必须|须|需)(?P<asks>(?:以|为|是|在|由|经|具备?|已|符合|属|非)[^。]{4,60})"
)
PAYS = re.compile(r"给予|奖励|补[助贴]\d|资助\d")
UNCOUNTED = re.compile(r"^(?:\d+[.、]|[（(][一二三四五六七八九十\d]+[）)])?[^，。；]{2,10}不计入[^，。；]{2,12}[。；]?$")
SCALE = re.compile(
    r"(?:[A-D]|[甲乙丙丁])[类档级]?[^，。；]{0,6}企业[^。；]{0,24}(?:兑现|减半(?:执行|兑现|奖补|补助|享受|计发)?|不享受[^。；]{0,12}(?:奖补|奖励|补助|政策))"
)
PART = re.compile(
    r"(?P<who>[A-D甲乙丙丁][类档级](?:的?企业)?)[^。；]{0,24}?(?:的?(?P<share>\d{1,2})[%％](?:兑现|奖补|执行)|(?P<half>减半))"
)
NOTHING = re.compile(r"(?P<who>[A-D甲乙丙丁][类档级](?:的?企业)?)不享受")
RISES = re.compile(r"(?:级别|等级|层级|称号|平台|荣誉|低[^，。；]{0,6})[^，。；]{0,12}(?:升|晋)[^，。；]{0,16}，[^。；]{0,24}差额")
LESS = re.compile(r"已[^；。]{0,24}低于[^；。]{0,12}，补足差额")
LATE = re.compile(
    r"(?:逾期|过期|超期)(?:未?(?:申报|申请|提交|补报)|的)*，?(?:均|都|一律|原则上)?$"
)  # being late is no ground that one tells


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


def together(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The most that all levels, or all supports, may pay of one thing together."""
    if not TOGETHER.search(words):
        return False
    found.notes.append(stripped(sentence, "general"))
    return True


def of_thing(found: "Articles", sentence: Sentence, words: str) -> bool:
    """What is asked of the thing that measures pay for, and not of who applies: 专利权须以本市单位为第一专利权人，且非通过转让取得."""
    match = THING.match(signs()["article"].sub("", words))
    if not match or PAYS.search(words):
        return False
    whole = stripped(sentence, "general")
    found.conditions.append(replace(whole, reading=match["asks"].rstrip("。；")))
    found.things[whole.start] = match["thing"]
    return True


def uncounted(found: "Articles", sentence: Sentence, words: str) -> bool:
    """What is left out of what measures count: 空箱不计入吞吐量."""
    if not UNCOUNTED.match(words):
        return False
    found.notes.append(stripped(sentence, "general"))
    return True


def cap(found: "Articles", sentence: Sentence, words: str) -> bool:
    """The most that one enterprise gets."""
    match = signs()["cap"].search(words)
    if not match or OWN_SUM.search(words[: match.start()]):
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
        found.scales.append((found.rating + part["who"], part["share"] or "50", words))
    if none := NOTHING.search(words):
        ground = stripped(sentence, "exclusion")
        found.exclusions.append(replace(ground, reading=found.rating + none["who"]))
    found.notes.append(stripped(sentence, "general"))
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
    together,
    uncounted,
    cap,
    matters,
    window,
    excludes,
    validity,
    defines,
    applicants,
    of_thing,
)
