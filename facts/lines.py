"""Words that ask for a line of work by what is made (从事高端装备研发、生产), and a profile -> whether it is of that line."""

import re
from collections.abc import Mapping

from facts.profile import Profile
from facts.trades import in_trades
from facts.traits import CLAUSE, plain, said_in
from facts.verdict import Verdict

ASKED = re.compile(
    r"(?:从事|主营)(?P<lines>[^,;]{2,60}?)(?:的?(?:研发|研究|生产|制造|销售|服务|开发|经营|加工))+(?:[、和与及或](?:研发|生产|制造|销售|服务|开发))*(?:的|$)"
)
BARE = re.compile(r"从事(?P<lines>[\u4e00-\u9fff、]{2,40}?)(?:等)?(?:行业|产业|领域|业务)?(?:的|$)")
CHAIN = re.compile(
    r"^(?:属于?|处于)?(?:我[市区县省]|本[市区县省]|全[市区县省])?(?P<lines>[\u4e00-\u9fff、]{2,60}?)(?:等)?(?:[2-9两三四五六七八九十]大|[2-9]个)?"
    r"(?:产业链|产业集群|赛道)(?:链?上)?(?:的?企业|的?项目)?$"
)  # of one of some lines by their names: 属于高端装备、新型电池产业链的
WIDE = re.compile(
    r"战略|新兴|重点|主导|未来|优势|特色|支柱|鼓励|限制|传统|[先前]导|科技|上述|规定|支持|国家|[省市区县]级"
)  # no line by its name
LIST = re.compile(r"、|以及|及其?|或者?|和|与")
GENERIC = re.compile(r"(?:关键)?(?:零部件|装备|设备|器械|产品|产业|系统|品|类|等)+$|^(?:高端|高档|新型|智能|先进|关键)")
BUSINESS = re.compile(r"做(?!了|过|不|大|强|好|完)|生产|加工|[\u4e00-\u9fff]{2}(?:厂|公司|企业|集团|研究院|机构|院)|药企")
OPEN = re.compile(r"应用|场景|相关|配套")  # it takes in many lines of work: 低空场景应用
FIRST = 2  # sentences in which a profile says what it does


def line(profile: Profile, body: str, definitions: Mapping[str, str]) -> Verdict | None:
    """Return whether a profile is of a line of work, None where the words ask for none.

    A term that the document defines by what it includes (高端装备包括工业机器人、数控机床) stands for that list.
    """
    if (chain := CHAIN.search(body)) and not WIDE.search(chain["lines"]):
        return in_trades(profile, LIST.split(chain["lines"]))
    match = ASKED.search(body)
    if not match and (bare := BARE.search(body)) and len(terms := LIST.split(bare["lines"])) > 1:
        told = in_trades(profile, terms)
        return "unknown" if told == "not_met" and any(OPEN.search(term) for term in terms) else told
    if not match or any(said_in(term) for term in LIST.split(match["lines"])):
        return None  # 制造业 is a kind of enterprise, which its trait decides
    names = [name for term in LIST.split(match["lines"]) for name in _spelt(term, definitions)]
    stems = {stem for name in names if (stem := GENERIC.sub("", GENERIC.sub("", name)))}
    opening = "".join(clause.group() for clause in _opening(profile.text))
    if any(_told(stem, profile.text if len(stem) > 1 else opening) for stem in stems):
        return "met"
    return "not_met" if BUSINESS.search(opening) else "unknown"


def _spelt(term: str, definitions: Mapping[str, str]) -> list[str]:
    """What a term stands for: the list that defines it, else itself."""
    meaning = next((meaning for name, meaning in definitions.items() if plain(name) in (term, term.removesuffix("类"))), "")
    return [term, *LIST.split(plain(meaning))] if meaning else [term]


def _opening(text: str) -> list[re.Match[str]]:
    stop = [match.end() for match in re.finditer("[。;；]", text)]
    limit = stop[FIRST - 1] if len(stop) >= FIRST else len(text)
    return [match for match in CLAUSE.finditer(text, 0, limit)]


def _told(stem: str, text: str) -> bool:
    """Tell whether a text speaks of what a stem names: of it all, or of one half of a longer one (航空航天: 航空发动机)."""
    if stem in text:
        return True
    halves = [stem[:2], stem[2:]] if len(stem) == 2 * 2 else []
    return any(half in text for half in halves if half not in COMMON)


COMMON = frozenset("工业 机器 数控 医疗 体外 诊断 轨道 海洋 工程 交通 制造 生产 服务 电子 信息 数字 智能 科技 健康 产品".split())
