"""What a profile tells -> what kind of applicant speaks, how large it is, and what such a one cannot be.

Sizes as in industry by the national rules (统计上大中小微型企业划分办法, 2017): not large below 1000 people or 400 million yuan of
revenue; small below 300 people or 20 million yuan. A technology SME has at most 500 people and 200 million yuan of revenue
(科技型中小企业评价办法, 2017). A high-tech enterprise has been registered for a year (高新技术企业认定管理办法, 2016).
"""

import re
from decimal import Decimal
from typing import Literal

from facts.clause_traits import Said
from facts.days import later
from facts.profile import Profile, load_gauges
from facts.sizes import own_size
from facts.told import unit_class
from facts.trait_lexicon import load_traits

Speaker = Literal["person", "institution", "enterprise"]
PERSON = re.compile(
    r"本人|我(?:是)?个人|(?:^|[,;。，])我(?:现在|目前|一直)?在[^,;。，]{2,20}(?:上班|工作|任职|打工|全职干|干了)|我(?:今年|是|也|才|刚)*(?:[1-6]\d岁?(?![\d个家人万年])|[^，。；,;]{0,12}?(?:博士|硕士|本科|毕业|工程师|学者|技师|技工|师傅|职工|员工|工人|上班|打工|教师|老师))|(?:^|[,;。，])[^,;。，]{0,6}[2-6]\d岁"
)
OWNER = re.compile(
    r"我们(?!俩|这边)|本公司|我公司|我厂|我家|(?:公司|厂)(?:是|有|在|19|20|\d|今年|去年|注册|成立)|(?:开|办|注册|创办|成立)了[^,;。，]{0,4}(?:家|个)|运营着?|(?:开|办)的"
)
NOT_YET = re.compile(r"(?:还|尚)?(?:没有?|未)注册|想[^,;。，]{0,12}(?:开|办)[^,;。，]{0,6}公司")
NO_FIRM = re.compile(
    r"(?:(?:我们?|本院|本所)[^，。,；;和跟与同向给]{0,10}(?:是|属于|登记为)|性质[是为])[^，。,；;的]{0,8}(?:民办非企业|民非|事业单位|社会(?:组织|团体))"
    r"(?=单位|[，。,；;（(]|$)|不是(?:一?家)?(?:公司|企业)(?=[，。,；;]|$)"
)
INSTITUTIONS = frozenset(
    "school public_body bank incubator makerspace park service_body guarantor labour_agency travel_agency homestay training_school".split()
)
FIRST = 24  # characters at the start of a profile, where a body says what it is
SELF = re.compile(r"我们?(?:公司|单位)?(?:是|运营|经营|在)|本(?:院|所|校|中心)")
PARTNER = re.compile(
    r"(?:和|跟|与|同|给|向|从|为|帮|找|委托|联合|对接|依托|挂靠|携手|服务)[^,;。，；是]{0,8}$"
)  # what stands after it is whom the speaker deals with
LARGE, SMALL, TECHNOLOGY = (1000, 40000), (300, 2000), (500, 20000)  # people, revenue in 万元
YOUNG = 5  # years within which an enterprise that has not grown large is called new
WORKS = re.compile(
    r"规(?:模以)?上工业|亩均|技改|技术改造|车间|厂房屋顶|机床|数控|工业机器人|产线|生产线|注塑|冲压|铸造"
)  # only who makes things speaks of these
SIZES = {"sme": LARGE, "small": SMALL}


def speaker_of(profile: Profile) -> Speaker:
    """Return who speaks: a person, an institute or a bank, else an enterprise."""
    if PERSON.search(profile.text) and (NOT_YET.search(profile.text) or not OWNER.search(profile.text)):
        return "person"
    if NO_FIRM.search(profile.text):
        return "institution"
    told = (said for said in profile.traits if said.holds and not PARTNER.search(_before(said, profile.text)))
    own = {said.id for said in told if said.start < FIRST or SELF.search(said.clause)}
    return "institution" if own & INSTITUTIONS else "enterprise"


def no_firm(profile: Profile) -> bool:
    """Tell whether who speaks is surely no enterprise: a school or a public body, or a body that says so of itself."""
    if NO_FIRM.search(profile.text):
        return True
    own = {said.id for said in profile.traits if said.holds and said.start < FIRST and not PARTNER.search(_before(said, profile.text))}
    return bool(own & {"school", "public_body"}) and "公司" not in profile.text


def _before(said: Said, text: str) -> str:
    """The words of its clause before a trait."""
    return re.split(r"[,;。，；]", text[: said.start])[-1]


def ruled(profile: Profile, asked: Said) -> bool | None:
    """Tell whether an applicant that does not speak of a trait has it, by what it is; None where that decides nothing."""
    if asked.id in SIZES and (size := _named_size(profile, asked.id)) is not None:
        return size
    if asked.id in SIZES:
        return True if _has(profile, "leading") is False else _below(profile, SIZES[asked.id])
    if asked.id == "start_up":
        if _below(profile, LARGE) is False or _has(profile, "listed"):
            return False
        return True if profile.founded and later(profile.founded, years=YOUNG) > profile.today else None
    if asked.id == "manufacturer" and (WORKS.search(profile.text) or any("产值" in item.words for item in profile.told)):
        return True
    if asked.id in load_traits().statuses and (speaker_of(profile) != "enterprise" or _excluded(profile, asked)):
        return False
    return None


def _named_size(profile: Profile, asked: str) -> bool | None:
    """Whether an enterprise that calls itself large, of middle size or small is of a size; None where it does not say."""
    size = own_size(profile)
    return size in ("小", "微") or (asked == "sme" and size == "中") if size else None


def _excluded(profile: Profile, asked: Said) -> bool:
    """Tell whether what an enterprise tells rules a status out."""
    people, revenue = _size(profile)
    idle = any(item.words == "研发费用" and not item.value for item in profile.told)
    young = bool(profile.founded and later(profile.founded, years=1) > profile.today)
    grounds = {
        "high_tech": idle or young,
        "technology_sme": idle or (people or 0) > TECHNOLOGY[0] or (revenue or 0) > TECHNOLOGY[1],
        "research_body": idle,
        "little_giant": any(said.id == "specialised" and said.holds and said.grades for said in profile.traits),  # it tells its highest
        "designated_size": ("工业" in asked.clause and _has(profile, "manufacturer") is False)
        or (revenue is not None and revenue < SMALL[1]),
    }
    return grounds.get(asked.id, False)


def _has(profile: Profile, name: str) -> bool | None:
    """Whether a profile says to have a trait, None where it does not speak of it."""
    said = [item.holds for item in profile.traits if item.id == name]
    return any(said) if said else None


def _below(profile: Profile, limits: tuple[int, int]) -> bool | None:
    people, revenue = _size(profile)
    if (people is not None and people < limits[0]) or (revenue is not None and revenue < limits[1]):
        return True
    return False if people is not None and revenue is not None else None


def _size(profile: Profile) -> tuple[Decimal | None, Decimal | None]:
    gauges = {gauge.id: gauge for gauge in load_gauges()}
    found = []
    for name in ("staff", "revenue"):
        gauge = gauges[name]
        fits = (item.value for item in profile.told if unit_class(item.unit) == gauge.unit and gauge.words.search(item.words))
        found.append(next(fits, None))
    return found[0], found[1]
