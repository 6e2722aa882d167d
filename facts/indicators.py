"""Names of indicators -> canonical indicators (facts/lexicon/indicators.toml)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON

BRACKETED = re.compile(r"[（(]([^（()）]*)[)）]")
SHARE = re.compile(r"的?(?:比重|比例|比)$")
OF_ANOTHER = re.compile(r"(?!多少|百分|几|的|比|到|是|为|有|要|能|会|得|定|目标)[\u4e00-\u9fff]")  # 研发占|营收: of what it is a share
DROPPED = re.compile(r"[\s的“”\"'《》·.]+")
TAIL = re.compile(r"(?:的)?(?:入库)?(?:总数|总量|数量|数|总额|家数|个数|总体|规模|总计|累计)?(?:已|均|将|都|共|预计|有望|力争|累计)*")
RATIO = re.compile(r"(?<=[\u4e00-\u9fffa-z&])与([\u4e00-\u9fffa-z]{2,8})之比")  # 研发经费支出与营业收入之比 is a share of it
PRODUCT = re.compile(r"(?:地区|国内)生产总值")
COUNTING = re.compile(r"(?<=[^\d指倍系])(?:数量|总数|个数|家数|数)$")
WHOLE = re.compile(
    r"(?:全(?:市|区|县|省|社会)|我[市区县]|各级各类|各类|各级|力争|争取|确保|预计|实现|累计|拥有|共有|已有|有效期内|有效|其中|使|推动|到|全|本[市区县]|预期|基本|有|共|的|总的)*"
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A canonical indicator.

    Attributes:
        id: its canonical name.
        unit: of its usual figure.
        aliases: how plans write it and people say it.
        apart: near but different indicators: (id, why the two are not the same).
    """

    id: str
    unit: str
    aliases: tuple[str, ...]
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An indicator found in a name, with the words before it that narrow it down ("" where none do)."""

    indicator: Indicator
    before: str


def folded(name: str) -> str:
    """Return a name as names are compared: NFKC, lower case, units in brackets, quotes and white space left out.

    >>> folded("国际专利 (PCT) 申请量 (件)"), folded("全社会 R&D 经费占 GDP 比重（%）")
    ('国际专利pct申请量', '全社会r&d经费占gdp比重')
    """
    body = unicodedata.normalize("NFKC", name).lower()
    kept = BRACKETED.sub(lambda match: match.group(1) if re.fullmatch(r"[a-z&]+", match.group(1).strip()) else "", body)
    return RATIO.sub(r"占\1比重", DROPPED.sub("", kept)).replace("所占比重", "占比").replace("所占比例", "占比")


def one_wording(name: str) -> str:
    """Return a name folded, its words that have others of the same meaning in one of them.

    >>> one_wording("占地区生产总值比重"), one_wording("占GDP比重")
    ('占gdp比重', '占gdp比重')
    """
    body = folded(name)
    for first, *others in _groups():
        for word in sorted(others, key=len, reverse=True):
            body = body.replace(folded(word), folded(first))
    return body


@lru_cache(maxsize=1)
def _groups() -> list[list[str]]:
    return [list(group) for group in tomllib.loads((LEXICON / "indicators.toml").read_text(encoding="utf-8"))["same"]]


@lru_cache(maxsize=1)
def load_indicators() -> dict[str, Indicator]:
    """Read the lexicon once: id -> indicator."""
    tables = tomllib.loads((LEXICON / "indicators.toml").read_text(encoding="utf-8"))
    groups = [sorted(group, key=len, reverse=True) for group in tables["same"]]
    found = (
        Indicator(
            table["id"],
            table["unit"],
            tuple(dict.fromkeys(_shares([table["id"], *table["aliases"], *_variants([table["id"], *table["aliases"]], groups)]))),
            tuple((other["id"], other["reason"]) for other in table.get("apart", ())),
        )
        for table in tables["indicator"]
    )
    return {indicator.id: indicator for indicator in found}


def _variants(names: Iterable[str], groups: Iterable[Sequence[str]]) -> list[str]:
    """Names with every word that has others of the same meaning written in each of them; groups hold the longest first."""
    forms = list(names)
    for group in groups:
        held = [(form, next((word for word in group if word in form), "")) for form in forms]
        forms = list(
            dict.fromkeys(form.replace(word, other) if word else form for form, word in held for other in (group if word else [""]))
        )
    return forms


def _shares(names: Iterable[str]) -> list[str]:
    """Names, those of shares also without the word for a share at their end: 占GDP多少."""
    every = list(names)
    return [*every, *(SHARE.sub("", name) for name in every if "占" in name and SHARE.search(name))]


@lru_cache(maxsize=1)
def aliases() -> tuple[tuple[str, Indicator], ...]:
    """Return (folded alias, indicator), longest first."""
    every = {(folded(alias), indicator.id) for indicator in load_indicators().values() for alias in indicator.aliases}
    return tuple((alias, load_indicators()[name]) for alias, name in sorted(every, key=lambda item: (-len(item[0]), item)))


@lru_cache(maxsize=8192)
def match_name(name: str) -> NameMatch | None:
    """Return the indicator that a name written in a plan is of: the longest alias the name ends with, or None.

    >>> match_name("全社会 R&D 经费占 GDP 比重 (%)").indicator.id
    '研发经费占GDP比重'
    >>> match_name("省级高新区高新技术企业数量").before
    '省级高新区'
    """
    body = folded(name)
    for alias, indicator in aliases():
        place = body.rfind(alias)
        if place >= 0 and TAIL.fullmatch(body, place + len(alias)):
            before = body[:place]
            return NameMatch(indicator, "" if WHOLE.fullmatch(before) else before)
    return None


def own_name(name: str) -> str:
    """Return the id of an indicator that the lexicon does not know: its name, the word for counting at its end left out.

    >>> own_name("涉海高新技术企业数"), own_name("上云企业数量")
    ('涉海高新技术企业', '上云企业')
    """
    return PRODUCT.sub("GDP", COUNTING.sub("", name.replace("规模以上", "规上"))) or name


def counts_alike(one: str, other: str) -> bool:
    """Tell whether figures of two indicators of the lexicon can stand side by side: of one unit, both per head or neither.

    >>> counts_alike("每万人发明专利拥有量", "每万人高价值发明专利拥有量"), counts_alike("每万人发明专利拥有量", "有效发明专利拥有量")
    (True, False)
    """
    known = load_indicators()
    return known[one].unit == known[other].unit and ("每" in one) == ("每" in other)


def why_apart(one: str, other: str) -> str:
    """Return why the figures of two near indicators are not to be set against each other, "" where nothing is known against it.

    >>> why_apart("每万人发明专利拥有量", "每万人高价值发明专利拥有量")
    '高价值发明专利只是有效发明专利的一部分'
    """
    known = load_indicators()
    pairs = ((one, other), (other, one))
    return next((reason for first, second in pairs if first in known for near, reason in known[first].apart if near == second), "")


def link(text: str) -> list[str]:
    """Return the ids of the indicators that a text names, in its order, longest alias first at each place.

    >>> link("高企和科小各要多少")
    ['高新技术企业数', '科技型中小企业数']
    """
    return list(_linked(text))


@lru_cache(maxsize=4096)
def _linked(text: str) -> tuple[str, ...]:
    body = folded(text)
    taken = [False] * len(body)
    found: list[tuple[int, str]] = []
    for alias, indicator in aliases():
        if alias not in body:
            continue
        for match in re.finditer(re.escape(alias), body):
            part = body[match.end() : match.end() + 1] == "占" or body[max(0, match.start() - 1) : match.start()] == "占"
            part = part or bool(alias.endswith("占") and OF_ANOTHER.match(body, match.end()))
            if not part and not any(taken[match.start() : match.end()]):  # a share of it is another indicator
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                found.append((match.start(), indicator.id))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


@lru_cache(maxsize=1)
def english_names() -> dict[str, str]:
    """Return what English answers call the indicators, by id; not all of them have such a name."""
    rows = tomllib.loads((LEXICON / "english.toml").read_text(encoding="utf-8"))["english"]
    return {row["id"]: row["name"] for row in rows}
