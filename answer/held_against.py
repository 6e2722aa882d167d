"""A sentence that holds a figure against another -> the other one: 高出甲市平均水平0.3个百分点, 比2020年末增加60件."""

import re
from dataclasses import dataclass
from decimal import Decimal

from answer.answer import MAX_FACT
from answer.case import Case
from answer.draft import Draft
from answer.evidence import Evidence
from answer.figure_kinds import ASKS, kind_of_unit, kind_sought
from answer.quoting import statement
from facts.indicators import link
from facts.regions import stem_of

NEAR = 0.8  # share of the best coverage from which on evidence is read for an earlier year
HELD = re.compile(
    r"(?P<value>\d+(?:\.\d+)?)(?P<unit>%|[万亿]?[\u4e00-\u9fff]{1,2}?)[，,（(]?(?P<between>(?:[^。；;\d]{0,20}?[，,])?)(?:但|而|且)?"
    r"(?:(?P<sense>高出|高于|超过|超出|低于|多出)(?P<than>[^，,。；;\d]{2,12}?)|"
    r"比(?P<than2>(?:20\d{2}年[末底初]?|[^，,。；;\d]{2,12}?))(?P<sense2>高出?|低|增加了?|提高了?|减少了?|下降了?|多|少))"
    r"(?P<gap>\d+(?:\.\d+)?)(?P<gap_unit>个百分点|[万亿]?[\u4e00-\u9fff]{1,2}?)(?=[，,。；;）)]|$|但|而)"
)
LESS = re.compile(r"低|减少|下降|少")
PLAIN = re.compile(r"平均水平|平均值?|均值|的|水平|全(?=[省国市])")
EARLIER = re.compile(r"(20\d{2})年[末底初]?")
FROM = re.compile(r"[由比较从自]20\d{2}年")
WIDER = {"全省": re.compile(r"全省|省里|省平均|省的"), "全国": re.compile(r"全国|国家平均")}
FORWARD = re.compile(r"目标|规划值|要达到|要到")


@dataclass(frozen=True, slots=True)
class Other:
    """A figure that is not stated itself: what it is of, its value with unit, and how it comes of two that are."""

    of: str
    told: str
    formula: str


def held_against(case: Case) -> Draft | None:
    """Return what a place or an earlier year had that a sentence holds its figure against, None where none that is asked for is."""
    question = case.question
    if question.english or question.about_document or not (question.wants_number or "算" in case.text) or FORWARD.search(case.text):
        return None
    ids = set(link(case.text))
    for item in case.evidence:
        others = [
            other
            for match in _comparisons(item)
            if (other := _other(match)) and (_is_place_asked(match, case, ids, item) or _is_year_asked(match, case, item))
        ]
        if others:
            draft = Draft(case.index, MAX_FACT)
            region = case.index.infos[item.doc].region
            told = statement(item, region, 160)
            if not draft.state(told):
                return None
            for other in {one.of: one for one in others}.values():
                draft.tell([f"据此推算，所比的{other.of}约为{other.told}（{other.formula}）", told, "。"])
            return draft
    return None


def _comparisons(item: Evidence) -> list[re.Match[str]]:
    """All comparisons of one sentence, each with the value that stands last before the first of them."""
    text = re.sub(r"\s+", "", item.text)
    found: list[re.Match[str]] = []
    at = 0
    while match := HELD.search(text, at):
        found.append(match)
        text = text[: match.start("between")] + text[match.end() :]  # what follows may hold the same figure against something else
        at = match.start()
    return found


def _other(match: re.Match[str]) -> Other | None:
    unit, gap_unit = match["unit"], match["gap_unit"]
    if not (gap_unit == unit or (unit == "%" and gap_unit == "个百分点")):
        return None
    less = bool(LESS.search(match["sense"] or match["sense2"]))
    value, gap = Decimal(match["value"]), Decimal(match["gap"])
    result = value + gap if less else value - gap
    than = match["than"] or match["than2"]
    return Other(than, f"{result}{unit}", f"{value}{unit}{'+' if less else '-'}{gap}{gap_unit}={result}{unit}") if result > 0 else None


def _is_place_asked(match: re.Match[str], case: Case, ids: set[str], item: Evidence) -> bool:
    """Tell whether a figure is held against a place that the question asks of, of its indicator, in a year that it names."""
    than = PLAIN.sub("", match["than"] or match["than2"])
    if EARLIER.match(match["than2"] or "") or not ids:
        return False
    before = re.sub(r"\s+", "", item.text)[: match.start()]
    if not ids & set(link(before)) or any(year != _year_of(before, item, case) for year in case.question.years):
        return False
    asked = [place.stem for place in case.question.places if not place.region]
    wide = [name for name, words in WIDER.items() if words.search(case.text)]
    return stem_of(than) in asked or any(name in (match["than"] or match["than2"]) for name in wide)


def _year_of(before: str, item: Evidence, case: Case) -> int:
    """The year that a figure is of: the last named before it that no earlier figure is of; else the one before the plan's first."""
    text = case.index.texts[item.doc][item.passage.start : item.start] + before
    named = EARLIER.findall(FROM.sub("", re.sub(r"\s+", "", text)))
    info = case.index.infos[item.doc]
    return int(named[-1]) if named else (info.years[0] - 1 if info.years else 0)


def _is_year_asked(match: re.Match[str], case: Case, item: Evidence) -> bool:
    """Tell whether a figure is held against the one year that a question asks a count of, and the sentence is about what is counted."""
    earlier = EARLIER.fullmatch(match["than2"] or "")
    if not earlier or list(case.question.years) != [int(earlier[1])] or len(ASKS.findall(case.text)) != 1:
        return False
    if re.search(r"增加|增长|提高|变化|比|多了", case.text) or item.coverage < NEAR * case.evidence[0].coverage:
        return False
    counter = re.search(r"(?:多少|几)([\u4e00-\u9fff])", case.text)
    kind = kind_sought(case.text.lower())
    fits = bool(counter and match["unit"].endswith(counter[1])) or bool(kind and kind == kind_of_unit(match["unit"]) and kind != "个")
    subjects = case.subjects()[:1]
    said = re.sub(r"\s+", "", item.text)[: match.start()].lower()
    return fits and all(any(term in said for term in subject.terms) for subject in subjects)
