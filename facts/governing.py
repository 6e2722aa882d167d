"""A measure and the general articles of its document -> the measure with all that governs it."""

import re
from dataclasses import replace

from facts.articles import Articles
from facts.conditions import shared
from facts.measure import Condition, Measure
from facts.sentences import signs


def governed(measure: Measure, articles: Articles, lead: str = "", article: str = "") -> Measure:
    """Return a measure with conditions, exclusions, validity, window and caps of the general articles.

    Args:
        measure: the measure by itself.
        articles: what the document rules for all.
        lead: the question or headings above it.
        article: the number of the article it stands in, or "".
    """
    words = re.sub(r"\s+", "", lead + measure.name + measure.text)
    waived = signs()["waives"].search(words)
    general = [item for item in articles.conditions if _meant(item, measure)]
    if waived:
        general = [replace(item, reading=item.reading.replace(waived["what"], "")) for item in general]
    opens, closes = _window(articles, words, article)
    return replace(
        measure,
        conditions=(*measure.conditions, *general, *(articles.exclusions if measure.granted else ())),
        notes=(*measure.notes, *(item for item in articles.notes if measure.granted)),
        valid_from=articles.valid_from,
        valid_to=next((end for mark, end in articles.marked.items() if mark in words), articles.valid_to),
        opens=opens,
        closes=closes,
        upgrade=measure.upgrade or "差额" in words,
        definitions=tuple(
            (term, meaning)
            for term, meaning in articles.definitions.items()
            if term in words or any(term in item.reading for item in measure.conditions)
        ),
        year_cap=articles.year_cap if measure.amounts else "",
    )


def _window(articles: Articles, words: str, article: str) -> tuple[str, str]:
    """The window that is meant for a measure: one that names it, else the one for all others; none where it is open all year."""
    for name in articles.always:
        if (article and article in re.split(r"、|和|及", name)) or shared(name, words):
            return "", ""
    chosen = ("", "")
    for names, opens, closes in articles.windows:
        named = [name for name in re.split(r"、|和|及", names) if name]
        if any(name in words for name in named if not name.startswith("其")):
            return opens, closes
        if not named or any(name.startswith("其") for name in named):
            chosen = (opens, closes)
    return chosen


def _meant(condition: Condition, measure: Measure) -> bool:
    """Tell whether a general condition governs a measure: all, or those that it names."""
    subject, found, _ = condition.reading.partition("适用于")
    if not found or not subject or signs()["whole"].search(subject):
        return True
    return shared(subject, measure.name + measure.label + measure.text) or any(shared(subject, note.text) for note in measure.notes)
