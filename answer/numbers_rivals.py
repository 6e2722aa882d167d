"""A figure told -> what else the same document gives that could be taken for it: other values, other names, near indicators."""

import re
from collections.abc import Sequence

from answer.draft import Statement
from answer.series import Series, is_aim, is_level
from answer.telling import Teller, short_name
from facts.conflicts import base_said
from facts.fact import Fact
from facts.indicators import load_indicators, match_name
from facts.regions import stem_of

COUNTED = re.compile(r"(?:备案|登记|在库|入库|注册|累计|当年|有效|市|县|区)*")
WHY = {
    "contradiction": "与上面的数不一致，文件没有说明原因，引用时请注明出处",
    "rounding": "是同一个数取整位数不同",
    "definition": "与上面的数不同，两处口径写法不同或没有写明",
}


def tell_rivals(teller: Teller, series: Series, pair: Sequence[Fact]) -> None:
    """Tell of each figure used what other value the plans give for it."""
    for fact in pair:
        if fact.year is None:
            continue
        for other in series.values(fact.year, fact.kind == "target"):
            if other.value != fact.value and is_aim(other) == is_aim(fact):
                tell_other_value(teller, fact, other)


def tell_other_value(teller: Teller, first: Fact, other: Fact) -> None:
    """Tell that a plan gives another value for the same indicator and year, in the words it uses there, and why that may be."""
    found = teller.conflict(first, other)
    if found is None:
        return
    whose = other.region if len({fact.region for fact in teller.facts}) > 1 else ""
    own, others = base_said(first), base_said(other)
    said = f"{whose}同一文件另一处写“{short_name(other.name)}”{teller.dated(other)}{f'（{others}）' if others else ''}"
    why = "与上面的数口径不同" if own or others else WHY[found.kind]
    if teller.tell(f"{said}，{why}", [other]) and own:
        _tell_remark(teller, first, own)


def _tell_remark(teller: Teller, fact: Fact, remark: str) -> None:
    """Tell what a note says of a figure that was told, with the place of the note."""
    at = teller.index.texts[fact.doc].find(remark)
    passage = teller.index.passage_at(fact.doc, at) if at >= 0 else None
    if passage:
        teller.draft.tell([f"表注：{remark}", Statement("", passage, at, at + len(remark)), "。"])


def tell_alike(teller: Teller, fact: Fact, every: Sequence[Fact]) -> None:
    """Tell of another figure that the same document gives for the same year under nearly the same name."""
    for other in every:
        same = (other.doc, other.year, other.scope, other.unit, is_aim(other)) == (fact.doc, fact.year, fact.scope, fact.unit, is_aim(fact))
        if same and other.indicator != fact.indicator and other.value != fact.value and is_level(other) and _alike(teller, fact, other):
            teller.tell(f"同一文件另处写“{short_name(other.name)}”{teller.dated(other)}，叫法不同，可能口径不同", [other])


def _alike(teller: Teller, fact: Fact, other: Fact) -> bool:
    """Tell whether another name only adds how or where it is counted: 备案的, 累计的, of a place."""
    found = match_name(other.name)
    if found is None or found.indicator.id != fact.indicator:
        return False
    stems = {stem_of(info.region) for info in teller.index.documents if info.region}
    return bool(COUNTED.fullmatch(re.sub("|".join(map(re.escape, stems)), "", found.before)))


def tell_near(teller: Teller, fact: Fact, every: Sequence[Fact], *, alike: bool) -> None:
    """Tell of the figures of near but different indicators that the same document gives for the same year, and why they differ.

    Args:
        teller: the answer in the making.
        fact: what was told.
        every: all facts.
        alike: only of what is easily taken for it: shares of the same whole, and what the document sets one and the same target for.
    """
    known = load_indicators().get(fact.indicator)
    reasons = dict(known.apart) if known else {}
    if alike:
        whole = fact.indicator.partition("占")[2]
        reasons = {
            other: reason
            for other, reason in reasons.items()
            if (whole and other.partition("占")[2] == whole) or _aims_alike(fact.doc, fact.indicator, other, every)
        }
    told: set[tuple[str, str]] = set()
    for other in every if reasons else ():
        same = (other.doc, other.year, other.unit, is_aim(other)) == (fact.doc, fact.year, fact.unit, is_aim(fact))
        once = (other.indicator, other.value) not in told
        if same and once and other.indicator in reasons and other.value != fact.value and is_level(other):
            told.add((other.indicator, other.value))
            teller.tell(f"同一文件另处写“{short_name(other.name)}”{teller.dated(other)}；{reasons[other.indicator]}", [other])


def _aims_alike(doc: str, one: str, other: str, every: Sequence[Fact]) -> bool:
    """Tell whether a document sets the same target for the same year under the names of two near indicators."""
    own = [fact for fact in every if fact.doc == doc and is_aim(fact) and fact.unit and not fact.scope]
    aims = [{(fact.year, fact.value, fact.unit) for fact in own if fact.indicator == name} for name in (one, other)]
    return bool(aims[0] & aims[1])
