"""A reply and the answer it words -> figures, formulas, indicators and measures that it changes, adds or leaves out."""

import re
from collections.abc import Mapping

from answer.arithmetic import formulas
from answer.basis import Basis
from answer.figures import figures
from answer.plain import bare, plain
from answer.reply import marks_of
from answer.years import year_mentions
from facts.indicators import aliases, folded

Key = tuple[object, object, str, str]  # first and last value, sense, kind of unit
VERDICTS = ("(?<!不)符合", "不符合", "(?<!不)满足", "不满足", "待确认", "明确", "方向")  # what is told of a measure that may fit
MOST_FAULTS = 8


def not_kept(text: str, basis: Basis) -> list[str]:
    """Return what a reply has not kept of the answer's figures and measures, a line each; the model calculates nothing."""
    found = _calculations(text, basis)
    if basis.answer.measures:
        found += _measures_changed(text, basis)
    if basis.answer.facts:
        found += _figures_changed(text, basis) + _results_moved(text) + _indicators_added(text, basis)
    return found


def _calculations(text: str, basis: Basis) -> list[str]:
    """Formulas that are not the program's: a model calculates nothing."""
    own = {bare(one.text) for one in formulas(_unmarked(basis.answer.answer))}
    return [f"“{one.text}”不是给出的算式" for one in formulas(_unmarked(text)) if bare(one.text) not in own]


def _measures_changed(text: str, basis: Basis) -> list[str]:
    """Measures that a reply leaves out, and words of a verdict on them that it tells more or less often."""
    told, draft = marks_of(text), basis.answer.answer
    left_out = [f"漏了材料 [{mark}]" for mark in marks_of(draft) if mark not in told]
    counts = {word: (len(re.findall(word, draft)), len(re.findall(word, text))) for word in VERDICTS}
    return left_out + [f"“{word}”应写 {wanted} 次" for word, (wanted, found) in counts.items() if wanted != found]


def _figures_changed(text: str, basis: Basis) -> list[str]:
    """Figures, bounds and years that a reply adds or leaves out; formulas count as what they hold."""
    wanted, told = _figures(basis.answer.answer), _figures(text)
    left_out = [words for key, words in wanted.items() if not _is_among(key, told, basis.english)]
    added = [words for key, words in told.items() if not _is_among(key, wanted, basis.english)]
    return [f"漏了“{words}”" for words in left_out[:MOST_FAULTS]] + [f"多了“{words}”" for words in added[:MOST_FAULTS]]


def _results_moved(text: str) -> list[str]:
    """Formulas that stand behind another figure than the one they come to."""
    body = _unmarked(text)
    before = {figure.start + len(figure.text): figure for figure in figures(body)}
    pairs = [(before[formula.start], formula.result) for formula in formulas(body) if formula.start in before]
    return [f"“{figure.text}”后面的算式得出的不是它" for figure, result in pairs if result not in (figure.low, figure.high)]


def _indicators_added(text: str, basis: Basis) -> list[str]:
    """Indicators that a reply names and the draft does not: its figures would be of something else."""
    known = {str(fact["indicator"]) for fact in basis.answer.facts} | set(_indicators(basis.answer.answer))
    return [f"多了指标“{name}”" for one, name in _indicators(text).items() if one not in known]


def _indicators(text: str) -> dict[str, str]:
    """Id -> name of the indicators that a text names, longer names first, so that none is taken for a part of another."""
    body = folded(text)
    found = {}
    for alias, indicator in aliases():
        if alias in body:
            found[indicator.id] = alias
            body = body.replace(alias, "|")
    return found


def _figures(text: str) -> Mapping[Key, str]:
    body = _unmarked(text)
    found: dict[Key, str] = {(one.low, one.high, one.sense, one.kind): one.text for one in figures(body)}
    found |= {(mention.first, mention.last, "year", ""): body[mention.start : mention.end] for mention in year_mentions(body)}
    return found


def _is_among(key: Key, others: Mapping[Key, str], english: bool) -> bool:
    """Tell whether a figure is told elsewhere; English leaves out the words that Chinese counts things with."""
    return key in others or (english and any(key[:3] == other[:3] and not (key[3] and other[3]) for other in others))


def _unmarked(text: str) -> str:
    return plain(re.sub(r"\s*\[\d+\]", "", text))
