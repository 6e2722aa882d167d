"""A named figure -> the indicator that it is of, the part of the jurisdiction, and how it compares."""

import re

from facts.indicators import match_name, own_name
from facts.jurisdictions import places_in
from facts.named import Named
from facts.quantities import Quantity
from facts.regions import stem_of
from facts.scope import KIND_OF_PLACE, entity_of, is_whole
from index.catalog import DocumentInfo

ADDED = re.compile(r"新增|新引进|新建|新引育|新培育|新集聚|净增|新认定|新设|再增|每年|年均|年新增|其中")
RATE = re.compile(r"年均(?:增长|增速|增幅|提高)?|年增(?!加值)|增长|增速|增幅|同比增长|翻")
AGAINST = re.compile(
    r"(?:比|较)(?:(?:19|20)\d{2}\s*年|上年|去年|“?十[一二三四五]五)|[两三四五]年[间来]?(?:共|累计)?(?=(?:净?增加|提高|提升|上升|下降|降低)(?![到至值]))"
)
RISEN = re.compile(r"增长|提高|提升|上升|下降|降低|增加(?!值)|净增|前移")
KIND_ALONE = re.compile(r"(?:该|本|各)?(?:园区|小镇|走廊|街区|新区|开发区|高新区|区内|园内|镇内)")
ABOVE = re.compile(r"全(?P<rank>国|省)(?!重点|文明|百强|一流|先进|示范|首|科普|科技|性)")  # of a wider jurisdiction
BARE = re.compile(
    r"(?:总|年)?(?:产值|投资|(?:规划|建成|占地|建筑)?面积|规模|营收|面积|占比|比重|成果|收入|投入|就业|募集|人数|产量|产能|税收|总投资|总面积)"
)  # of what is not said
HAS = re.compile(r"^(?:的|集聚|聚集|拥有|实现|完成)+")
COUNTS = ("个", "家", "所", "座")
AGE = re.compile(r"年龄|寿命")
PAPERS = re.compile(r"新政|政策|意见|措施|办法")
UNDER = re.compile(r"(?:不足|不到)\s*$")
PROVINCES = ("省", "自治区")


def identify(info: DocumentInfo, quantity: Quantity, named: Named, subject: str) -> tuple[str, str] | None:
    """Return the indicator's id, or its own words where they say more than the lexicon, and the part of the jurisdiction.

    Args:
        info: the document.
        quantity: the figure.
        named: its name.
        subject: the body that its sentence is about, or "".

    Returns:
        None where the figure is of a wider jurisdiction, or says too little of what it is of.
    """
    if (above := ABOVE.match(named.name)) and quantity.unit != "位" and not (above["rank"] == "省" and info.region.endswith(PROVINCES)):
        return None
    scope = named.place or subject or named.subject
    if scope and named.name.endswith(scope) and quantity.unit in COUNTS:
        scope = ""  # how many such bodies there are
    if _is_no_figure(quantity, named) or (BARE.fullmatch(named.name) and not scope):
        return None
    name = own_part(named.name, scope)
    found = match_name(name)
    if found is None or RATE.search(named.words) or not same_measure(found.indicator.unit, quantity.unit):
        if quantity.unit == "位" and found and found.indicator.unit != "位":
            return f"{own_name(name)}排名", scope
        share = quantity.unit == "%" and found and "占" in named.words and "占" not in name
        return own_name(name) + ("占比" if share else ""), scope
    before = found.before
    if ADDED.search(before + named.words):
        return own_name(name), scope
    if not before or is_whole(before) or before in (info.region, stem_of(info.region), f"{info.level}级", "市级", "区级", "县级"):
        return found.indicator.id, scope
    if places := places_in(before, info.region):
        return found.indicator.id, "、".join(places)
    if entity_of(before) or KIND_OF_PLACE.search(before):
        return found.indicator.id, entity_of(before) or (scope if KIND_ALONE.fullmatch(before) and scope else before)
    return own_name(name), scope


def _is_no_figure(quantity: Quantity, named: Named) -> bool:
    """Tell whether a quantity says how old somebody must be, or how many articles a policy has."""
    return (quantity.unit == "岁" and not AGE.search(named.name)) or (quantity.unit == "条" and bool(PAPERS.search(named.name)))


def own_part(name: str, scope: str) -> str:
    """Return a name without the body that it is told of: 甲园营业总收入 of 甲园."""
    rest = HAS.sub("", name.removeprefix(scope)) if scope and name.startswith(scope) else name
    return rest if len(rest) > 1 else name


def same_measure(one: str, other: str) -> bool:
    """Tell whether two units measure the same kind of thing: shares, money, or counts."""
    kinds = [("%" if unit in ("%", "百分点", "‰") else "元" if "元" in unit else "位" if unit == "位" else "n") for unit in (one, other)]
    return kinds[0] == kinds[1]


def comparator_of(quantity: Quantity, named: Named) -> str:
    """Return how a figure compares: 超过, 以上 …, or that it is a rate or an increment."""
    rate = RATE.search(named.words)
    if rate and quantity.unit in ("%", "倍"):
        return f"{rate.group()}{quantity.comparator}" if quantity.comparator in ("以上", "左右") else rate.group()
    against = quantity.unit == "百分点" or AGAINST.search(named.words)
    if against and (risen := RISEN.search(named.words)):
        return risen.group()
    return quantity.comparator or ("低于" if UNDER.search(named.words) else "")
