"""Figures of several places and how a question sets them against each other (甲比乙、丙高多少) -> the gap to each place it names."""

import re
from collections.abc import Mapping, Sequence

from answer.formula import Result, difference
from answer.quantity import decimal
from answer.series import Series
from answer.telling import Teller
from facts.fact import Fact
from facts.regions import stem_of
from retriever.levels import BESIDE, WHOLE
from retriever.slots import Slots

COMPARES = re.compile(rf"(?<![占同环对相评])比(?![重例较率值如方])|(?:高|低|多|少)于|超过|领先|[与和跟同](?={BESIDE})")
EACH = re.compile(r"各|分别")
STOP = re.compile(r"[，,；;。？?！!]")
FEWEST = 3  # places
LOWEST = re.compile(r"最[低少小慢]|谁[更]?[低少小慢]|垫底|倒数")


def sides(text: str, regions: Sequence[str], whole: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the regions that a question sets against others, and those others; none where it does not say.

    >>> sides("到2025年甲市比乙市、丁区高出多少", ("甲市", "乙市", "丁区"), "")
    (('甲市',), ('乙市', '丁区'))
    >>> sides("甲城、乙城谁占比高，比全市高多少", ("甲城市", "乙城市", "大城市"), "大城市")
    (('甲城市', '乙城市'), ('大城市',))
    """
    for found in COMPARES.finditer(text):
        stop = STOP.search(text, found.end())
        said = text[found.end() : stop.start() if stop else len(text)]
        rivals = _named(said, regions, whole)
        subjects = tuple(region for region in _named(text[: found.start()], regions, whole) if region not in rivals)
        if rivals == (whole,) and not subjects:  # 几个县里谁最低，比全市低多少
            subjects = tuple(region for region in regions if region != whole)
        if rivals and subjects:
            return subjects, rivals
    return (), ()


def _named(text: str, regions: Sequence[str], whole: str) -> tuple[str, ...]:
    return tuple(region for region in regions if stem_of(region) in text or (region == whole and WHOLE.search(text)))


def tell_against(teller: Teller, chosen: Sequence[tuple[Series, Fact]], slots: Slots, whole: str) -> bool:
    """Tell the gap between one place, or the first of several, and each place it is set against; say whether it was told.

    Args:
        teller: the answer in the making.
        chosen: of each place its series and figure, all numbers of one unit.
        slots: what is asked.
        whole: the region above the others, or "".
    """
    found = {series.region: fact for series, fact in chosen}
    subjects, rivals = sides(slots.text, tuple(found), whole)
    if len(chosen) < FEWEST or len(subjects) + len(rivals) < len(chosen):
        return False
    ranked = len(subjects) > 1 and slots.asks("rank")
    if not ranked and len(subjects) > 1 and len(rivals) == 1 and EACH.search(slots.text):
        return _tell_each(teller, {region: found[region] for region in subjects}, rivals[0], found[rivals[0]])
    if not ranked and (len(subjects) > 1 or len(rivals) == 1):
        return False
    order = sorted(subjects, key=lambda region: decimal(found[region].value) or 0, reverse=not LOWEST.search(slots.text))
    own = found[order[0]]
    tied = [region for region in order if decimal(found[region].value) == decimal(own.value)]
    lead = "、".join(tied) + ("最低，" if LOWEST.search(slots.text) else "最高，") if ranked else order[0]
    gaps = [gap_words(teller, own, found[region], region) for region in rivals]
    words = f"{lead}{teller.value(own)}，{'，'.join(said for said, _ in gaps)}"
    facts = [*(found[region] for region in (tied if ranked else order)), *(found[region] for region in rivals)]
    return teller.tell(words, facts, [result for _, result in gaps if result])


def _tell_each(teller: Teller, own: Mapping[str, Fact], rival: str, other: Fact) -> bool:
    """Tell how far the figure of each of several places stands above or below that of another."""
    gaps = [(region, *gap_words(teller, fact, other, rival)) for region, fact in own.items()]
    words = "，".join(f"{region}{said}" for region, said, _ in gaps)
    return teller.tell(words, [*own.values(), other], [result for _, _, result in gaps if result])


def gap_words(teller: Teller, own: Fact, other: Fact, name: str) -> tuple[str, Result | None]:
    """Return in words how far one figure stands above or below that of a place, with the formula where they are not the same."""
    one, two = teller.terms([own, other])
    if one.value == two.value:
        return f"与{name}相同", None
    above = one.value > two.value
    gap = difference(one, two) if above else difference(two, one)
    return f"比{name}{'高' if above else '低'}{gap.told}（{gap.formula}）", gap
