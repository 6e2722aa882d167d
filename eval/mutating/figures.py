"""Faults in the figures of an answer: their digits, their scale, their bound, what they are of."""

import re
from dataclasses import replace

from answer.claims import MARKS
from answer.figures import Figure, figures
from answer.plain import bare
from eval.mutating.told import Setting, Told

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
    return told.swap(place, place + 1, setting.random.choice([d for d in "123456789" if d != told.text[place]]))


def scale_changed(told: Told, setting: Setting) -> Told | None:
    """万 becomes 亿, or the other way."""
    places = [f.start + at for f in _figures(told) for at, char in enumerate(f.text) if char in "万亿"]
    if not places:
        return None
    place = setting.random.choice(places)
    return told.swap(place, place + 1, "亿" if told.text[place] == "万" else "万")


def percent_changed(told: Told, setting: Setting) -> Told | None:
    """% becomes 个百分点, or the other way."""
    found = [figure for figure in _figures(told) if figure.kind in ("percent", "points")]
    if not found:
        return None
    figure = setting.random.choice(found)
    words = figure.text.replace("%", "个百分点") if figure.kind == "percent" else re.sub("个?百分点", "%", figure.text)
    return told.swap(figure.start, figure.end, words)


def subject_changed(told: Told, setting: Setting) -> Told | None:
    """The thing a figure is of becomes another one that has figures too."""
    found = [span for figure in _figures(told) if (span := subject_before(told, figure))]
    if not found:
        return None
    start, end = setting.random.choice(found)
    own = told.text[start:end]
    others = [subject for subject in setting.subjects if bare(subject) not in bare(told.text) and subject not in own and own not in subject]
    return told.swap(start, end, setting.random.choice(others)) if others else None


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
    return told.swap(*setting.random.choice(found)) if found else None


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
