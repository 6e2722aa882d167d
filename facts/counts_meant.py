"""Counts told in a profile -> those that are of what a measure pays for."""

import re

from facts.classes import classes_in
from facts.counts_told import COUNT, SENTENCE_END, Count, clause_with
from facts.episodes import episodes
from facts.likeness import core, overlap, pairs
from facts.profile import Profile
from facts.states import clause_of
from facts.traits import said_in

CLEARLY, TWO = 0.15, 2
MEASURES = ("平方米", "立方米", "千瓦时", "人次", "吨", "美元", "千瓦", "瓦", "亩", "标箱", "公里", "公斤")
NEUTRAL = re.compile(r"交流侧|规模|一共|总共|总量|合计|总计|大概|大约|差不多")  # they tell no other thing
COMMON = ("人", "名", "位", "件", "项", "个", "家", "户", "台", "套", "场", "次", "款", "部")


def clearest(profile: Profile, told: list[Count], about: str) -> list[Count]:
    """Those counts whose clause is clearly the most about a rule; all where none is."""
    if len(told) < TWO:
        return told
    scored = sorted(((overlap(core(clause_with(profile, one)), core(about)), one.start, one) for one in told), reverse=True)
    same = classes_in(clause_with(profile, scored[0][2])) & classes_in(clause_with(profile, scored[1][2]))
    return [scored[0][2]] if same and scored[0][0] - scored[1][0] >= CLEARLY else told


def labels_of(profile: Profile, one: Count) -> frozenset[str]:
    """The classes that the words at a count name: those behind it, else those before it, else those of the clause before."""
    low = max((end.end() for end in SENTENCE_END.finditer(profile.text, 0, one.start)), default=0)
    _, end = clause_of(profile.text, one.start, one.start + 1)
    following = next((match.start() for match in COUNT.finditer(profile.text, one.start + len(str(one.value)), end)), end)
    for words in (one.after, one.before, profile.text[one.start : following], profile.text[low : one.start]):
        if found := classes_in(words, places=True):
            return found
    return frozenset()


def meant(profile: Profile, told: list[Count], unit: str, noun: str, about: str) -> list[Count]:
    """Those counts that name what is counted, else those in the stretch that is most about the rule."""
    if unit in MEASURES and len(core(noun)) > 1 and told:
        named = [one for one in told if _names(one, noun) or overlap(core(one.before + one.after), core(noun)) > 0]
        alone = len({one.value for one in told}) == 1 and all(_fits(one, about) for one in told)
        return named or (told if alone else [])
    if noun and told:
        named = [one for one in told if _names(one, noun)] or [one for one in told if _is(one, noun)]
        if named or (len(unit) == 1 and len(told) > 1):
            told = named
    if len({one.value for one in told}) > 1:
        near = [_nearness(profile, one, about) for one in told]
        told = [one for one, score in zip(told, near, strict=True) if score and score == max(near)]
    elif told and not noun and not _nearness(profile, told[0], about):
        return [] if unit in COMMON else told
    return told


def _names(one: Count, noun: str) -> bool:
    """Tell whether the words at a count name what is counted."""
    return overlap(core(noun), core(one.before + one.after)) > 0


def _is(one: Count, noun: str) -> bool:
    """Tell whether the words at a count name the same recognition by another name: 高企 of 高新技术企业."""
    return bool({said.id for said in said_in(noun)} & {said.id for said in said_in(one.before + one.after)})


def _fits(one: Count, about: str) -> bool:
    """Tell whether the words at a count say nothing that a rule does not speak of."""
    words = core(NEUTRAL.sub("", one.before + one.after))
    return not pairs(words) or overlap(words, core(about)) > 0


def _nearness(profile: Profile, item: Count, about: str) -> int:
    found = [one for one in episodes(profile.text, about) if one.start <= item.start < one.end]
    return found[0].nearness if found else 0
