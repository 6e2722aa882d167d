"""Kinds of faults -> wrong answers made of a right one, one fault each: what the check of answers has to catch."""

from collections.abc import Iterator

from answer.plain import plain
from eval.mutating.figures import bound_changed, digit_changed, percent_changed, scale_changed, subject_changed, values_exchanged
from eval.mutating.told import Mutate, Setting, Told
from eval.mutating.words import citation_moved, place_changed, sentence_invented, year_changed

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
