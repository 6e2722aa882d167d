"""What an enterprise says of itself -> a profile that conditions are judged against."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from facts.clause_traits import Said
from facts.days import later, moment_in, number
from facts.derived import per_mu, share_kept, share_of_staff
from facts.spoken import written
from facts.terms import LEXICON
from facts.told import Told, quantities_told, times_told, unit_class
from facts.trait_lexicon import load_traits
from facts.traits import CLAUSE, said_in
from facts.years_told import last_year_first, pairs_of_years, same_noun

FOUNDED = re.compile(
    r"注册(?!证|资|商标|会计|工程|用户)|成立|创办|开办|设立|新设|开业|开张|创立|新办|执照[^，。；,;]{0,4}(?:办|领|拿|批)|(?:办|领|拿)[^，。；,;]{0,6}(?:营业)?执照|[年月刚]开的(?=$|[,;。，；])|建厂|办厂|年办的|就在这[儿里]|从外[省市地][^，。；,;]{0,6}[搬迁转]|迁入|迁到|[办开]了[^，。；,;]{0,6}(?:公司|厂|企业|店|馆|工作室|农场|合作社|民宿|超市)|"
    r"登记了[^，。；,;]{0,8}(?:公司|企业|店)|[年月日](?![^，。；,;]*(?:合同|产权|专利|作品|软著|商标|技术))[^，。；,;]{0,6}登记的?$"
)
BORN = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?:出?生)(?=[,;。，；]|$|人|的)")
AGE = re.compile(
    r"(?:成立|注册|登记|创办|开办|开了|办了|做了|设立|开业|开张|[才刚]开)[^，。；0-9一二三四五六七八九十两半]{0,6}([0-9]{1,3}|[一二三四五六七八九十两半]{1,3})\s*(年|个月|多年)"
)
LARGE = 10_000  # 万元 from which on a sum is told in 亿元
COMPARED = ("rd", "revenue", "output", "tax", "exports")  # of these the rise over the year before is reckoned
BUSINESS = re.compile(r"[\u4e00-\u9fff]{2}(?<!主营)业务")
MORE_THAN = re.compile(r"^(?P<noun>.+?)(?:比|较)(?:前年|去年|上[1一]?年|20\d{2}年)[^,;。]{0,4}(?:多|高|涨|增加?)[了出]*$")
NONE_OF = re.compile(r"(?:没有|没|无|未)(?:任何|做|搞|投入|什么|过|开展)*")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an enterprise or person.

    Attributes:
        text: the words it was read from, in NFKC.
        traits: what they say it is, has, or does not have.
        told: the quantities they tell.
        founded: the day it was founded or registered, or None.
        today: the day to judge for.
    """

    text: str
    traits: tuple[Said, ...] = ()
    told: tuple[Told, ...] = ()
    founded: date | None = None
    today: date = field(default_factory=date.today)

    def gauge(self, words: re.Pattern[str], unit: str) -> Told | None:
        """Return the quantity whose words and unit fit, the first told."""
        return next((item for item in self.told if words.search(item.words) and unit_class(item.unit) == unit), None)


@dataclass(frozen=True, slots=True)
class Gauge:
    """A quantity that conditions and bases name: id, label, class of its unit (元, %, 人, 件), its words."""

    id: str
    label: str
    unit: str
    words: re.Pattern[str]


@lru_cache(maxsize=1)
def load_gauges() -> tuple[Gauge, ...]:
    """Read the lexicon once."""
    rows = tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))["gauge"]
    return tuple(Gauge(row["id"], row["label"], row["unit"], re.compile(row["words"])) for row in rows)


def read_profile(text: str, today: date) -> Profile:
    """Read a profile from free words.

    >>> profile = read_profile("我们是澄湾做轴承的规上企业,营收1.2亿元,研发占6%,2015年成立", date(2026, 11, 21))
    >>> [(item.words, f"{item.value.normalize():f}", item.unit) for item in profile.told], profile.founded
    ([('营收', '12000', '万元'), ('研发占', '6', '%'), ('研发费用', '720', '万元')], datetime.date(2015, 1, 1))
    """
    body = written(text)
    told = [*last_year_first(quantities_told(body), today), *times_told(body, today)]
    return Profile(body, said_in(body, contraries=True), tuple([*told, *_derived(told, body, today)]), _founded(body, today), today)


def _derived(told: Sequence[Told], body: str, today: date) -> list[Told]:
    """Return what follows from what is told: the share of research in revenue; nothing where none is done."""
    gauges = {gauge.id: gauge for gauge in load_gauges()}

    def find(name: str) -> Told | None:
        gauge = gauges[name]
        return next((item for item in told if gauge.words.search(item.words) and unit_class(item.unit) == gauge.unit), None)

    found = [*_age(body, today), *per_mu(told), *share_of_staff(told), *share_kept(told)]
    rd, revenue, share = find("rd"), find("revenue"), find("rd_share")
    if not rd and not share and re.search(NONE_OF.pattern + r"(?:研发|r&d)", body):
        rd = Told("研发费用", Decimal(0), "万元")
        found += [rd, Told("研发投入占营收", Decimal(0), "%")]
    elif rd and revenue and revenue.value and not share:
        found.append(Told("研发投入占营收", rd.value / revenue.value * 100, "%", f"{rd.value:f}万元÷{revenue.value:f}万元"))
    for item in told:
        if item.unit == "万元" and (more := MORE_THAN.search(item.words)):
            named = next((gauges[name] for name in COMPARED if gauges[name].words.search(item.words)), None)
            found += [Told(f"{named.label}增加额", item.value, "万元")] if named and more["noun"] else []
    for item, earlier in pairs_of_years(told, today):
        named = next((gauges[name] for name in COMPARED if gauges[name].words.search(item.words)), None)
        noun = named.label if named else ""
        others = any(gauge.words.search(earlier.words) for gauge in gauges.values() if gauge.unit == "元" and gauge is not named)
        own = named is not None and named.words.search(earlier.words)
        goes_on = told.index(item) < told.index(earlier)  # 营收5000万,前年4000万: what names nothing goes on with what stands before it
        apart = bool(BUSINESS.search(item.words)) != bool(BUSINESS.search(earlier.words)) and own  # of one business, and of all
        if named is None and (same := same_noun(item.words, earlier.words)) and earlier.value:
            found.append(Told(f"{same}增长", (item.value - earlier.value) / earlier.value * 100, "%"))
            terms = f"({item.value:f}{item.unit}-{earlier.value:f}{item.unit})"
            found.append(Told(f"{same}增加额", item.value - earlier.value, item.unit, terms))
        if named and earlier.value and not apart and (own or (goes_on and not others)):
            found.append(Told(f"{noun}增长", (item.value - earlier.value) / earlier.value * 100, "%"))
            terms = f"({item.value:f}{item.unit}-{earlier.value:f}{item.unit})"
            found.append(Told(f"{noun}增加额", item.value - earlier.value, item.unit, terms))
    if share and revenue and not rd:
        found.append(Told("研发费用", revenue.value * share.value / 100, "万元", f"{revenue.value:f}万元×{share.value:f}%"))
    return found


def _age(body: str, today: date) -> list[Told]:
    """How old a person is who tells the day of birth, or its month or year."""
    if not (born := BORN.search(body)):
        return []
    day = date(int(born["year"]), int(born["month"] or 1), min(int(born["day"] or 1), 28))
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return [Told("年龄", Decimal(years), "岁")]


def _founded(body: str, today: date) -> date | None:
    for match in CLAUSE.finditer(body):
        clause = match.group()
        if age := AGE.search(clause):
            length = number(age[1])
            if length is not None:
                half = 6 if "年" in age[2] and clause[age.end() :].startswith("半") else 0
                return later(today, months=-length) if "月" in age[2] else later(today, months=-12 * length - half)
        if FOUNDED.search(clause) and re.search(r"好几年|多年|好多年|很久", clause):
            return later(today, years=-3)
        if FOUNDED.search(clause) and (day := moment_in(clause, today)):
            return day
    return None


def labels(profile: Profile, *, implied: bool = True) -> list[str]:
    """Return what was understood, in the words of a list: 规上企业, 非高新技术企业, 没有发明专利, 营收1.2亿元.

    Args:
        profile: what an enterprise tells of itself.
        implied: with what is not denied in so many words, but only follows from others (小微: 非龙头骨干企业).
    """
    names = load_traits().traits
    lines = []
    for said in profile.traits:
        if not (implied or said.holds or names[said.id].words.search(said.clause)):
            continue
        label = names[said.id].label
        lines.append(("" if said.holds else "非" if label.endswith("企业") else "没有") + "".join(said.grades) + label)
    lines += [_figure(item) for item in profile.told if not (profile.founded and "成立" in item.words)]
    if profile.founded:
        day = profile.founded
        lines.append(f"成立于{day.year}年" + (f"{day.month}月" if (day.month, day.day) != (1, 1) else ""))  # 去年: the month is not told
    return list(dict.fromkeys(lines))


def _figure(item: Told) -> str:
    """A quantity as people write it: 营收1.2亿元, 研发占比6.67%."""
    large = item.unit == "万元" and abs(item.value) >= LARGE
    value = round(item.value / LARGE if large else item.value, 2).normalize()
    return f"{item.words}{value:f}{'亿元' if large else item.unit}"
