"""A right answer with its citations -> wrong ones, one fault each: what the check of answers has to catch."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from answer.answer import Citation
from answer.claims import MARKS, claims
from answer.figures import Figure, figures
from answer.plain import bare, plain
from answer.support import Source
from answer.years import year_mentions
from index.passages import Passage

FORGED = (
    "对首次认定的企业一次性奖励50万元",
    "将建设12个国际合作示范基地",
    "由市财政局每年安排专项经费3亿元",
    "企业须在每年6月底前提交申报材料",
    "全面取消项目验收环节",
    "优先保障外地企业用地需求",
    "该目标已于去年提前完成",
    "未完成任务的单位将被通报批评",
)
OPPOSITE = (
    ("不低于", "不超过"),
    ("不少于", "不超过"),
    ("不超过", "不低于"),
    ("以上", "以下"),
    ("超过", "不足"),
    ("突破", "低于"),
    (">", "<"),
    ("＞", "＜"),
)
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it is checked: its text and what its marks stand for."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What faults are made of: the documents, other answers' words for things, and chance with a seed."""

    source: Source
    passages: Sequence[Passage]
    regions: Sequence[str]
    subjects: Sequence[str]
    random: Random


Mutate = Callable[[Told, Setting], Told | None]


def _swap(told: Told, start: int, end: int, words: str) -> Told:
    return replace(told, text=told.text[:start] + words + told.text[end:])


def _figures(told: Told) -> list[Figure]:
    """Figures of an answer, marks hidden; spans point into its text, which must be plain."""
    return figures(MARKS.sub(lambda match: "。" * len(match.group()), told.text))


def subject_before(told: Told, figure: Figure) -> tuple[int, int] | None:
    """Return the span of the words that say what a figure is of: from the clause's start to the figure, years left out."""
    head = told.text[: figure.start]
    start = max(head.rfind(mark) for mark in "，,。；;：:\n]、") + 1
    match = re.search(
        r"([\u4e00-\u9fffA-Za-z&]{4,20}?)(?:力争)?(?:预计)?(?:达到|达|超过|突破|为|提高|至|不低于|不少于|：|:|$)", head[start:]
    )
    return (start + match.start(1), start + match.end(1)) if match else None


def digit_changed(told: Told, setting: Setting) -> Told | None:
    """One digit of a figure becomes another."""
    places = [m.start() for f in _figures(told) for m in DIGIT.finditer(told.text, f.start, f.end)]
    if not places:
        return None
    place = setting.random.choice(places)
    return _swap(told, place, place + 1, setting.random.choice([d for d in "123456789" if d != told.text[place]]))


def scale_changed(told: Told, setting: Setting) -> Told | None:
    """万 becomes 亿, or the other way."""
    places = [f.start + at for f in _figures(told) for at, char in enumerate(f.text) if char in "万亿"]
    if not places:
        return None
    place = setting.random.choice(places)
    return _swap(told, place, place + 1, "亿" if told.text[place] == "万" else "万")


def percent_changed(told: Told, setting: Setting) -> Told | None:
    """% becomes 个百分点, or the other way."""
    found = [figure for figure in _figures(told) if figure.kind in ("percent", "points")]
    if not found:
        return None
    figure = setting.random.choice(found)
    words = figure.text.replace("%", "个百分点") if figure.kind == "percent" else re.sub("个?百分点", "%", figure.text)
    return _swap(told, figure.start, figure.end, words)


def year_changed(told: Told, setting: Setting) -> Told | None:
    """A year becomes another one that such documents name."""
    found = [year for year in year_mentions(told.text) if year.first == year.last]
    if not found:
        return None
    mention = setting.random.choice(found)
    others = [year for year in (2015, 2020, 2022, 2024, 2025, 2027, 2030, 2035) if year != mention.first]
    return _swap(told, mention.start, mention.start + 4, str(setting.random.choice(others)))


def place_changed(told: Told, setting: Setting) -> Told | None:
    """The place an answer speaks of becomes another of the corpus."""
    found = [(m.start(), m.end()) for region in setting.regions for m in re.finditer(f"(?:^|(?<=\n)){region}(?=[：:（“])", told.text)]
    if not found:
        return None
    start, end = setting.random.choice(found)
    return _swap(told, start, end, setting.random.choice([region for region in setting.regions if region != told.text[start:end]]))


def subject_changed(told: Told, setting: Setting) -> Told | None:
    """The thing a figure is of becomes another one that has figures too."""
    found = [span for figure in _figures(told) if (span := subject_before(told, figure))]
    if not found:
        return None
    start, end = setting.random.choice(found)
    own = told.text[start:end]
    others = [subject for subject in setting.subjects if bare(subject) not in bare(told.text) and subject not in own and own not in subject]
    return _swap(told, start, end, setting.random.choice(others)) if others else None


def bound_changed(told: Told, setting: Setting) -> Told | None:
    """At least becomes at most, or the other way."""
    found = []
    for figure in _figures(told):
        for words, opposite in OPPOSITE:
            before, after = told.text[: figure.start].rstrip(), told.text[figure.end :]
            if words == "以上" and after.startswith(words):
                found.append((figure.end, figure.end + len(words), opposite))
            elif before.endswith(words) and not before.endswith("不" + words):
                found.append((len(before) - len(words), len(before), opposite))
            elif words in "＞>" and figure.text.startswith(words):
                found.append((figure.start, figure.start + 1, opposite))
    return _swap(told, *setting.random.choice(found)) if found else None


def values_exchanged(told: Told, setting: Setting) -> Told | None:
    """Two different figures in the same unit take each other's place."""
    found = _figures(told)
    pairs = [
        (one, two)
        for place, one in enumerate(found)
        for two in found[place + 1 : place + 4]
        if one.kind == two.kind and one.kind not in ("name", "rank") and one.low != two.low and "\n" not in told.text[one.end : two.start]
    ]
    if not pairs:
        return None
    one, two = setting.random.choice(pairs)
    return replace(told, text=told.text[: one.start] + two.text + told.text[one.end : two.start] + one.text + told.text[two.end :])


def citation_moved(told: Told, setting: Setting) -> Told | None:
    """A mark points to another passage of the same document."""
    if not told.citations:
        return None
    chosen = setting.random.choice(told.citations)
    others = [p for p in setting.passages if p.doc == chosen.doc and p.kind != "title" and (p.end <= chosen.start or p.start >= chosen.end)]
    other = setting.random.choice(others)
    said = [claim for claim in claims(told.text) if claim.marks == (chosen.n,)]
    if not said or any(bare(claim.text)[-8:] in bare(other.text) for claim in said):
        return None
    end = min(other.end, other.start + 300)
    moved = replace(
        chosen, passage_id=other.passage_id, start=other.start, end=end, text=setting.source.texts[other.doc][other.start : end]
    )
    return replace(told, citations=tuple(moved if citation is chosen else citation for citation in told.citations))


def sentence_invented(told: Told, setting: Setting) -> Told | None:
    """A sentence that no document holds is told with a citation of the answer, or without any."""
    marks = list(MARKS.finditer(told.text))
    if not marks:
        return None
    mark = setting.random.choice(marks)
    words = setting.random.choice(FORGED)
    if setting.random.random() < 0.25:
        return replace(told, text=f"{told.text}\n{words}。")
    return _swap(told, mark.start(), mark.start(), f"。{words}")


KINDS: dict[str, Mutate] = {
    "digit changed": digit_changed,
    "万 for 亿": scale_changed,
    "% for 百分点": percent_changed,
    "year swapped": year_changed,
    "place swapped": place_changed,
    "indicator swapped": subject_changed,
    "bound reversed": bound_changed,
    "two values exchanged": values_exchanged,
    "citation moved": citation_moved,
    "sentence invented": sentence_invented,
}


def mutants(told: Told, kind: str, setting: Setting, tries: int) -> Iterator[Told]:
    """Yield different wrong answers of a kind, as far as the answer offers a place for the fault."""
    seen = {(plain(told.text), told.citations)}
    for _ in range(tries):
        wrong = KINDS[kind](told, setting)
        if wrong and (plain(wrong.text), wrong.citations) not in seen:
            seen.add((plain(wrong.text), wrong.citations))
            yield wrong
