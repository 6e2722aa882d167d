"""Words of a condition that ask for a line of business, held against the business that a profile tells (facts/lexicon/traits.toml)."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache

from facts.applicant import WORKS
from facts.profile import Profile
from facts.terms import LEXICON
from facts.verdict import Verdict

ASKED = (
    r"(?:生产|加工|制造|服务|研发|销售|开发|经营|零售)*(?:核心)?(?:类|行业|产业|业)?(?:生产|服务)?"
    r"(?:法人)?(?:企业|公司|经营主体|经营者|单位|机构)"
)
BUSINESS = re.compile(
    r"做(?!了|过|不|大|强|好)[^,;。，]{2,14}|生产|加工|[\u4e00-\u9fff]{2}(?:厂|公司)|(?:开|办)[^,;。，]{0,8}(?:(?<![门分新首])店|厂|所|园|院|学校|超市)"
)

MAKERS = re.compile(r"(?P<line>[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff、]{5,30})(?:制造|加工)业?(?:类)?(?:企业|单位|公司)?$")
BUYS = re.compile(r"买|购|采购|客户|用户")  # what one buys, or whom one serves, is not what one makes
NOT = re.compile(r"(?:不是|没有?|不做|不搞|非)[^,;。，]{0,2}$")
NOT_OURS = re.compile(r"(?:也|都|并)?(?:不是|不归)")  # 商场不是我们的
HOUSE = re.compile(r"(?:产业|科技|创业|企业)?(?:园|大厦|谷|小镇|基地|城)")  # where one is, not what one does
FOUNDS = re.compile(r"(?:设立|成立|新设|开办|组建|剥离)[^,;]{2,24}$")  # of a firm that the applicant sets up
GENERIC = re.compile(r"(?:制造业?|生产|产业|行业|业)$")
SERVING = re.compile(
    r"(?:服务|运营|代理|检测|物流|会展|商贸|技术|软件|供应链|咨询|设计|广告|餐饮|配送|商业)[\u4e00-\u9fff]{0,4}(?:公司|机构|中心|研究院|集团|企业)|研究院|[\u4e00-\u9fff]{2}(?:铺|店|馆)"
)
PRODUCER = re.compile(r"生产性服务")
FOR_PRODUCERS = re.compile(
    r"检测|检验|认证|物流|供应链|仓储|货代|软件|信息技术|数据|工业设计|研发设计|咨询|人力资源|知识产权|律师|会计师|广告|会展|技术服务|节能|环保服务|租赁公司|系统集成"
)
FOR_CONSUMERS = re.compile(r"餐饮|火锅|饭店|酒楼|小吃|咖啡|烘焙|酒店|民宿|宾馆|超市|零售|便利店|商场|美容|美发|健身|影院|旅行社|家政")
SERVICES = re.compile(r"(?<!上)服务业(?:类)?(?:企业|单位|法人)?$")  # of any line but making things


@lru_cache(maxsize=1)
def load_trades() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Read the lexicon once: how each line of business is asked for, and how it is told."""
    trades = tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))["trades"]
    rows = {**{row: row for row in trades["words"]}, **trades["wider"]}
    beside = f"(?:{'|'.join(rows)}|和|与|、)*{ASKED}"
    return tuple((re.compile(rf"(?:{row}){beside}$|^(?:{row}){beside}"), re.compile(told)) for row, told in rows.items())


@lru_cache(maxsize=1)
def _lines_of_making() -> tuple[re.Pattern[str], ...]:
    """Read the lexicon once: the goods by which each line of making things is told."""
    rows = tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))["trades"]["making"]
    return tuple(re.compile(row) for row in rows)


def _makes_other(profile: Profile, body: str) -> bool:
    """Tell whether words ask for makers of one line, and a profile's first sentence tells only another: 装备制造业企业, 做糕点的."""
    match = MAKERS.search(body)
    asked = [line for line in _lines_of_making() if match and line.search(match["line"])]
    if not asked:
        return False
    own = ",".join(clause for clause in re.split("[,，]", re.split("[。;；]", profile.text)[0]) if not BUYS.search(clause))
    own = re.sub(r"(?:给|为|替|向)[^,，]{2,12}?(?=做|提供|服务|供应)", "", own)
    told = [line for line in _lines_of_making() if line.search(own)]
    return bool(told) and not any(line in asked for line in told)


def in_trades(profile: Profile, names: Sequence[str]) -> Verdict:
    """Return whether a profile is of one of some lines of business that a rule lists by name; one of another line is of none."""
    own = re.split("[。;；]", profile.text)[0]
    if any(GENERIC.sub("", name) in own for name in names if GENERIC.sub("", name)):
        return "met"
    lines = (*_lines_of_making(), *(told for _, told in load_trades()))
    told = [line for line in lines if line.search(own)]
    if any(line.search(name) for line in told for name in names):
        return "met"
    return "not_met" if told else "unknown"


def _serves_producers(profile: Profile) -> Verdict:
    """Tell whether a profile serves those who produce, by its own word for it or its line; what is sold to consumers is none of it."""
    if named := list(PRODUCER.finditer(profile.text)):
        return "not_met" if all(NOT.search(profile.text[: one.start()]) for one in named) else "met"
    if FOR_PRODUCERS.search(profile.text):
        return "met"
    return "not_met" if FOR_CONSUMERS.search(profile.text) or BUSINESS.search(profile.text) else "unknown"


def trade(profile: Profile, body: str) -> Verdict | None:
    """Return whether a profile is of the line of business that some words ask for, None where they ask for none.

    One that tells another business, and not this one, is not of it.
    """
    if FOUNDS.search(body):
        return None
    if _makes_other(profile, body):
        return "not_met"
    asked = [words for pattern, words in load_trades() if pattern.search(body)]
    if PRODUCER.search(body):
        return _serves_producers(profile)
    if SERVICES.search(body) and "、" not in body and not asked:
        makes = [said.holds for said in profile.traits if said.id == "manufacturer"]
        if not makes and WORKS.search(profile.text) and not SERVING.search(profile.text):
            return "not_met"
        if not makes:
            return "met" if SERVING.search(profile.text) else "unknown"
        return "not_met" if any(makes) else "met"
    if not asked:
        return None
    named = [match for words in asked for match in words.finditer(profile.text)]
    named = [match for match in named if not HOUSE.match(profile.text, match.end())]
    if any(not NOT.search(profile.text[: match.start()]) and not NOT_OURS.match(profile.text, match.end()) for match in named):
        return "met"
    return "not_met" if named or BUSINESS.search(profile.text) else "unknown"
