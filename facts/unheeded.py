"""A rule and what an enterprise tells -> what of both bears upon the sum and was not reckoned with, so that the sum is not told."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from facts.likeness import shared_run, written_out
from facts.limits import COUNTED_IN
from facts.limits_passed import passes_limit
from facts.measure import Measure
from facts.numerals import arabic
from facts.of_another import of_another_thing
from facts.profile import Profile
from facts.received import NONE_HAD, PAID_ALREADY
from facts.regions import load_places
from facts.told import unit_class
from facts.traits import CLAUSE

SCALED = re.compile(r"(?P<who>[^，。；：]{2,24}?)的?，?按[^，。；过低于不]{0,14}?(?:(?P<rate>\d+(?:\.\d+)?)%|一半|减半|折半)")
AS_REAL = re.compile(r"(?:低于|不足|小于|少于)[^，。；]{2,16}，?按(?:照)?实际(?P<what>[^，。；\d]{1,8})")
PARTS = re.compile(r"按\d+(?::\d+)+|分\d+年[^，。；]{0,4}(?:兑|拨|发|付)")
ONE_PART = re.compile(r"第[1一]年|头[1一]?年|首年|当年能|今年(?:能|可以|该)|先拿|第[1一]笔|首笔")
TOGETHER = re.compile(
    r"[2-9两几二三四五][样项段笔步][^,;。？?]{0,6}(?:加|[1一][块起]|并)|(?<!年)加(?:[1一][块起]|起来)[^,;。]{0,6}(?:多少|拿)|[1一]块要"
)
IN_ALL = re.compile(
    r"(?:各级|上级|省市?|国家)[^，。；]{0,10}(?:合计|累计|总额|总和)[^，。；\d]{0,6}\d|合计(?:资助|补助|补贴|奖励)?(?:不超过|最高)"
    r"|(?:中央|国家|上级|各级)[^，。；]{0,14}之和不"
)
FROM_ABOVE = re.compile(
    r"(?:中央|国家|省|市|上级|部)[里级]?[^,;。，；]{0,16}(?:补|奖|给|资助)了[^,;。，；\d]{0,6}\d"
)  # money had from another level
COUNTRIES = re.compile(r"\d个(?:国家|地区)|每个?(?:国家|地区)")
REST = re.compile(r"(?:超过|超出|高于)(?:的)?部分，?(?:再|另|可)?(?:按|每|给予|奖励?|补[助贴])")
DIFFERENCE = re.compile(r"差额|补差|补足")
UNCOUNTED = re.compile(r"(?P<what>[^，。；\d.、]{2,10})不计入[^，。；]{2,12}[。；]?$")
COUPLE = re.compile(r"夫妻|双方均|双方都|配偶双方")  # what a rule says of both of them
SPOUSE = re.compile(r"老婆|老公|妻子|丈夫|爱人|媳妇|先生和我|我太太|配偶|夫妻|两口子|我俩|夫妇")
YUAN = 10_000  # 元 in 万元
LONG, SHORT = 3, 2  # characters that a telling shares with a clause for this to be about it


def unheeded(measure: Measure, profile: Profile, formula: str, value: Decimal) -> bool:
    """Tell whether something that is ruled, and that a profile tells of, was left out of a sum.

    Args:
        measure: the rule, with the rest of its paragraph.
        profile: what is told.
        formula: how the sum was reckoned, "" for a stated one.
        value: the sum in 万元.
    """
    words = arabic(re.sub(r"[\s|]", "", f"{measure.paying or measure.text}。{measure.after}"))
    return (
        any(_scales(words, measure, profile, formula))
        or bool(PARTS.search(words) and ONE_PART.search(profile.text) and "（" not in formula)
        or bool(TOGETHER.search(profile.text) and "+" not in formula)
        or ("-" not in formula and _was_paid(profile, "" if DIFFERENCE.search(words) else words, measure))
        or bool(COUPLE.search(words) and SPOUSE.search(profile.text))
        or any(_leaves_out(note.text, profile.text) for note in measure.notes)
        or bool(formula and "-" not in formula and REST.search(words))
        or any(_counts_in_part(sentence, profile) for sentence in words.split("。"))
        or _of_countries(words, profile, formula)
        or bool("-" not in formula and IN_ALL.search(words) and FROM_ABOVE.search(profile.text))
        or of_another_thing(words, measure, profile, formula, value)
        or passes_limit(words, measure, profile, formula, value)
    )


def _scales(words: str, measure: Measure, profile: Profile, formula: str) -> Iterator[bool]:
    """Whether a clause pays only a share, or what is really spent, to those that are told of."""
    rates = {Decimal(one.rate) * 100 for one in measure.amounts if one.rate}
    for match in SCALED.finditer(words):
        own = match["rate"] and (Decimal(match["rate"]) in rates or f"×{match['rate']}%" in formula)
        yield not own and len(shared_run(match["who"], profile.text)) >= LONG
    standards = [Decimal(number) for one in measure.amounts for number in (one.fixed, one.rate) if number and "元" in one.unit]
    for match in AS_REAL.finditer(words):
        real = [
            item
            for item in profile.told
            if len(shared_run(written_out(match["what"]), written_out(item.words))) >= SHORT and unit_class(item.unit) == "元"
        ]
        yield any(item.value * YUAN < max(standards, default=Decimal(0)) for item in real)


def _leaves_out(note: str, told: str) -> bool:
    """Tell whether a rule leaves something out of what is counted that is told: 空箱不计入吞吐量."""
    match = UNCOUNTED.search(note)
    return match is not None and len(shared_run(match["what"].replace("柜", "箱"), told.replace("柜", "箱"))) >= SHORT


def _counts_in_part(sentence: str, profile: Profile) -> bool:
    """Tell whether a part of a base that counts only up to a share of it is told of: 硬件投入最多按总投入的50%计入."""
    match = COUNTED_IN.match(sentence)
    return match is not None and len(shared_run(match["what"], profile.text)) >= SHORT


def _of_countries(words: str, profile: Profile, formula: str) -> bool:
    """Tell whether something is paid for each of several countries, more than one of them is told, and one was reckoned."""
    places = load_places()
    told = set(re.findall("|".join((*places.countries, *places.abroad)), profile.text))
    return bool(COUNTRIES.search(words)) and len(told) > 1 and not re.search(r"(?:^|[^\d])[2-9]\d*[个件国项]", formula)


def _was_paid(profile: Profile, about: str, measure: Measure) -> bool:
    """Tell whether a profile says that something was paid before of which only the rest is due.

    Args:
        profile: what is told.
        about: what it must have been paid for, "" where the rule itself says that the rest is due.
        measure: the rule.
    """
    clauses = ["", *(match.group() for match in CLAUSE.finditer(profile.text))]
    paid = [f"{before}，{clause}" for before, clause in pairwise(clauses) if PAID_ALREADY.search(clause)]
    told = any(not about or len(shared_run(one, about)) >= LONG for one in paid) and not NONE_HAD.search(profile.text)
    return told and (measure.upgrade or not about)
