"""A measure and the general articles of its document -> the measure with all that governs it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from facts.articles import Articles
from facts.asked_terms import of_titles
from facts.conditions import shared
from facts.date_rules import own_window
from facts.defined import defined_conditions
from facts.matters import LEAD
from facts.measure import Condition, Measure
from facts.numerals import arabic
from facts.parts import BUT, meant, parts_in
from facts.sentences import signs

UNASKED = re.compile(r"不限于|不受[^，。；]{2,24}限制|个体工商户[^，。；]{0,6}申[报请]|各类企业均可")  # it asks for nothing, but waives
MARKS = re.compile(r"首次(?:突破|达到?|超过|跨)|(?:产值|营业收入|营收|销售额)[^，。；]{0,8}\d")  # no title that one rises to
ALSO = re.compile(r"(?:同时|也|亦|同样|同等)适用")
REFERRED = re.compile(
    r"第[一二三四五六七八九十百\d]+条(?:第[^，。；]{1,8}[项款])?(?:所?规定|所?称|所列|条件)的?(?=[^，。；]{2})"
)  # it names what is meant, not what is governed
HALF = re.compile(r"(?:^|[，；。])(?P<who>[^，；。\d]{2,12}?)(?:的)?减半(?:执行|奖励|兑现|补助|给予)?")
SPAN = "发生期"  # of what bears the name alone
UNLIMITED = re.compile(r"不限于([^，。；]{2,12})")
ANYWHERE = re.compile(r"不限(?:制|定)?注册地|注册地不限|不受注册地[^，。；]{0,4}限制")
REGISTERED = "登记注册"
HAD = re.compile(r"已(?:经)?(?:享受|获得|申领)(?P<what>[^，。；]{4,40})")
NAMED = 4  # characters of a name that tell a measure
UNINCORPORATED = re.compile(r"个体工商户[^，。；]{0,6}(?:可以?|均可)申[报请]|可以?由[^，。；]{0,16}(?:分公司|分支机构|个体工商户)申[报请]")


def governed(measure: Measure, articles: Articles, lead: str = "", article: str = "", place: str = "") -> Measure:
    """Return a measure with conditions, exclusions, validity, window and caps of the general articles.

    Args:
        measure: the measure by itself.
        articles: what the document rules for all.
        lead: the question or headings above it.
        article: the number of the article it stands in, or "".
        place: the headings it stands under, where rules name parts of the document.
    """
    words = re.sub(r"\s+", "", lead + measure.name + measure.text)
    stands = article + " " + place
    limits = articles.limits
    general = [item for item in articles.conditions if _meant(item, measure) and meant(_bare(item), stands)]
    general = [item for item in general if shared(articles.things.get(item.start, words), words)]
    general = [item for item in general if _within(item, measure, articles) and meant(limits.get(item.start, ""), stands)]
    general = [
        item
        for item in general
        if SPAN not in item.text
        or not item.reading.startswith(LEAD)
        or SPAN in words
        or SPAN in "".join(one.reading for one in measure.conditions)
    ]
    also = [item for item in general if ALSO.search(item.reading)]  # whom else it is open to is no condition
    general = [item for item in general if item not in also]
    excluded = [item for item in articles.exclusions if meant(limits.get(item.start, ""), stands)]
    excluded = [item for item in excluded if _within(item, measure, articles)]
    excluded = [item for item in excluded if not _of_itself(item, measure)]
    own = list(of_titles(articles.asked, stands))
    clauses = [item for item in own if item.kind == "clause"]
    excluded += [item for item in own if item.kind == "exclusion"]
    free = [item for item in articles.waived if _waives(item, article, stands)]
    general = [item for item in general if not any(low <= item.start < high for _, _, low, high, _ in free)]
    said = words + "".join(one.reading for one in (*measure.conditions, *measure.notes)) + "".join(f"。{item[0]}" for item in free)
    if any(_is_spared(limits.get(item.start, ""), stands) for item in articles.exclusions):  # it is for others too
        general = [item for item in general if not signs()["applies"].search(re.sub(r"\s", "", item.text))]
    general = [kept for item in general if (kept := _less(item, waivers(said)))]
    defined = defined_conditions(measure, articles.definitions, articles.stated)
    title = re.sub(r"\s", "", place.split(" ")[-1])
    own_days = own_window(measure.text)
    windows = (own_days,) if own_days else _windows(articles, title + words, article, stands)
    opens, closes = windows[-1]
    more = [rise for rise, said, inside in articles.premiums if meant(said, stands) and inside in ("", article)]
    return replace(
        measure,
        paying="。".join([measure.paying or measure.text, *more]) if more and measure.amounts else measure.paying,
        conditions=(*measure.conditions, *defined, *clauses, *general, *(excluded if measure.granted else ())),
        notes=(*measure.notes, *also, *(item[4] for item in free), *(item for item in articles.notes if measure.granted)),
        valid_from=articles.valid_from,
        valid_to=next((end for mark, end in articles.marked.items() if mark in words), articles.valid_to),
        opens=measure.opens or opens,
        closes=measure.closes or closes,
        windows=windows if len(windows) > 1 and not (measure.opens or measure.closes) else (),
        upgrade=measure.upgrade or articles.topped or (articles.upgrade and not MARKS.search(words)) or "差额" in words or "补差" in words,
        definitions=tuple(
            (term, meaning)
            for term, meaning in articles.definitions.items()
            if term in words or any(term in item.reading for item in (*measure.conditions, *own, *general))
        ),
        anywhere=any("注册地" in what for what in waivers("".join(one.reading for one in measure.notes))) or bool(ANYWHERE.search(words)),
        scales=(*_halved(words), *((who, share) for who, share, said in articles.scales if meant(said, stands))),
        year_cap=articles.year_cap if measure.amounts else "",
    )


def _within(item: Condition, measure: Measure, articles: Articles) -> bool:
    """Tell whether a measure stands within the reach of a condition or an exclusion."""
    low, high = articles.reach.get(item.start, (0, inf))
    return low < measure.end and measure.start < high


def _halved(words: str) -> Iterator[tuple[str, str]]:
    """Who gets half of a sum by the measure's own words: 个体工商户减半执行."""
    for match in HALF.finditer(words):
        yield match["who"], "50"


def _is_spared(limit: str, stands: str) -> bool:
    """Tell whether the words that limit an exclusion spare what stands at a place: 个体工商户不适用本细则，但第四项除外."""
    return bool(parts_in(limit)) and not meant(limit, stands) and bool(BUT.search(limit))


def _of_itself(exclusion: Condition, measure: Measure) -> bool:
    """Tell whether an exclusion bars who has had the measure itself from another: 已享受设备补助的，不得再享受贷款贴息."""
    had = HAD.search(re.sub(r"\s", "", exclusion.text))
    return had is not None and len(measure.name) >= NAMED and measure.name in had["what"]


def _waives(item: tuple[str, str, int, int, Condition], article: str, stands: str) -> bool:
    """Tell whether something is not asked at a place: words that name it say so, or words of its own article that name none."""
    said, own, *_ = item
    who = re.split(f"{signs()['waives'].pattern}|{UNINCORPORATED.pattern}", said)[0]
    inside = bool(article) and own == article
    return (meant(who, stands) or (inside and "本条" in who)) if parts_in(who) else inside


def waivers(words: str) -> list[str]:
    """Return what some words do not ask for: 不受注册满一年的限制, 不限于服务业企业, 个体工商户可以申报."""
    found = [re.sub(r"的$", "", match["what"] or match["needless"]) for match in signs()["waives"].finditer(words)]
    found += [re.sub(r"(?:的)?(?:企业|单位)$", "", match[1]) for match in UNLIMITED.finditer(words)]
    found += [REGISTERED, "注册"] if ANYWHERE.search(words) else []
    return found + ["独立法人"] * bool(UNINCORPORATED.search(words))


def _less(condition: Condition, waived: list[str]) -> Condition | None:
    """Return a general condition without the parts that a measure does not ask for, None where nothing is left."""
    if not waived:
        return condition
    parts = re.split(r"(?<=[，、])", condition.reading)
    kept = "".join(part for part in parts if not any(what and arabic(what) in arabic(part) for what in waived)).rstrip("，、")
    return replace(condition, reading=kept) if kept else None


def _bare(condition: Condition) -> str:
    """A condition's words without the number of its own article."""
    return REFERRED.sub("", signs()["article"].sub("", condition.text))


def _windows(articles: Articles, words: str, article: str, stands: str) -> tuple[tuple[str, str], ...]:
    """The window that is meant for a measure: one that names it, else those for all others, one a year; ("", "") where always open."""
    for name in articles.always:
        if parts_in(name):
            if meant(name, stands):
                return (("", ""),)
            continue
        if (article and article in re.split(r"、|和|及", name)) or shared(name, words):
            return (("", ""),)
    chosen: list[tuple[str, str]] = []
    for names, opens, closes in articles.windows:
        if parts_in(names):
            if meant(names, stands):
                return ((opens, closes),)
            continue
        named = [name for name in re.split(r"、|和|及", names) if name]
        if any(name in words for name in named if not name.startswith("其")):
            return ((opens, closes),)
        if not named or any(name.startswith("其") for name in named):
            after = chosen and "" < chosen[-1][1] < opens and chosen[-1][1][:1] != "-"  # of another year
            chosen = [*chosen, (opens, closes)] if after else [(opens, closes)]
    return tuple(chosen) or (("", ""),)


def _meant(condition: Condition, measure: Measure) -> bool:
    """Tell whether a general condition governs a measure: all, or those that it names."""
    subject, found, _ = condition.reading.partition("适用于")
    if not found or not subject or signs()["whole"].search(subject) or parts_in(subject):
        return True
    return shared(subject, measure.name + measure.label + measure.text) or any(shared(subject, note.text) for note in measure.notes)
