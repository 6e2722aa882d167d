"""Rows of a table of targets -> which rise most, which at least so far, which fall, which have no figure to start from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.answer import MAX_CITATION
from answer.draft import Statement
from answer.evidence import Evidence
from answer.formula import SHARES, Result, difference, growth, multiple
from answer.numbers_rivals import tell_rivals
from answer.quantity import decimal, plain_number
from answer.rise_asked import RiseAsked
from answer.series import comparable, gather_series
from answer.spanning import spanning
from answer.target_table import TargetRow, longest_table
from answer.telling import Teller
from answer.wording import finish, sentence_words
from facts.fact import Fact
from index.sentences import sentence_spans

RANK_UNITS = ("位", "第", "名次")
FEWEST = 3
ENDS = ("most", "least", "ends")
BY_POINTS = "以百分比计的指标按百分点比较，没有按增幅计入。"
NO_NUMBER = "没有可比的基期数、没有计入的："
SAID = re.compile(r"翻一?番|翻两番|翻倍|倍增|成倍")  # what a plan says of itself
LISTED = 2  # enumeration commas of a sentence that lists such figures
ROWS_CITED = 3  # rows each of which is cited by itself
READ = 8  # pieces of evidence that are looked through for it


@dataclass(frozen=True, slots=True)
class Rise:
    """How one row changes: by what, how many times, and by what share."""

    row: TargetRow
    base: Fact
    gap: Result
    times: Result
    by: Result

    @property
    def is_share(self) -> bool:
        """Whether the row is counted in per cent, so that it changes by percentage points."""
        return self.row.target.unit in SHARES


def tell_risen(teller: Teller, asked: RiseAsked, facts: Sequence[Fact], evidence: Sequence[Evidence]) -> bool:
    """Tell which rows of a region's longest table of targets change as is asked; say whether it was told.

    Args:
        teller: the answer in the making.
        asked: how they are to change.
        facts: those of the region.
        evidence: the best sentences on the question.
    """
    rows = longest_table(facts, teller.index)
    if len(rows) < FEWEST:
        return False
    if asked.sort == "no_base":
        return _tell_without_base(teller, rows)
    rises = [rise for row in rows if (rise := _rise(teller, row))]
    if len(rises) < FEWEST:
        return False
    told = _tell_ends(teller, asked, rises) if asked.sort in ENDS else _tell_those(teller, asked, rises)
    if not told:
        return False
    for fact in list(teller.facts):
        tell_rivals(teller, gather_series(facts, [fact.indicator], (fact.region,))[0], [fact])
    if asked.sort == "times":
        _quote_plan(teller, rises[0].row.target.region, evidence)
    if asked.sort == "share" and any(rise.is_share for rise in rises):
        teller.draft.say(BY_POINTS)
    if left := [row for row in rows if all(row is not rise.row for rise in rises)]:
        cited = spanning([row.target for row in left], teller.index)
        teller.draft.tell([NO_NUMBER + "；".join(row.name for row in left), *cited, "。"])
    return True


def _quote_plan(teller: Teller, region: str, evidence: Sequence[Evidence]) -> None:
    """Quote the sentence in which the plan itself says which figures are to double."""
    for item in evidence[:READ]:
        passage = item.passage
        text = teller.index.texts[item.doc]
        if teller.index.infos[item.doc].region != region or passage.row:
            continue
        for start, end in sentence_spans(text, passage.start, passage.end):
            said = text[start:end]
            if SAID.search(said) and said.count("、") >= LISTED and end - start <= MAX_CITATION:
                place = Statement("", passage, start, end)
                teller.draft.tell([f"规划文字写的是：{finish(sentence_words(said))}", place, "。"])
                return


def _rise(teller: Teller, row: TargetRow) -> Rise | None:
    """The change of a row, None where it has no two numbers that can be compared, or tells a rank."""
    base = row.base
    if base is None or not comparable(base, row.target) or row.target.value_high or row.target.unit.startswith(RANK_UNITS):
        return None
    new, old = teller.terms([row.target, base])
    if old.value <= 0:
        return None
    gap = difference(new, old) if new.value >= old.value else difference(old, new)
    return Rise(row, base, gap, multiple(new, old), growth(new, old))


def _tell_ends(teller: Teller, asked: RiseAsked, rises: Sequence[Rise]) -> bool:
    """Tell the rows that change most or least: by share those that are counted, by percentage points those that are shares."""
    if asked.sort == "ends":
        return all([_tell_ends(teller, replace(asked, sort=sort), rises) for sort in ("most", "least")])
    sign, word = (-1, "大") if asked.sort == "most" else (1, "小")
    if asked.ratio:
        return _tell_by_ratio(teller, sorted(rises, key=lambda rise: sign * rise.times.value), word, asked.top)
    counted = sorted((rise for rise in rises if not rise.is_share), key=lambda rise: sign * rise.by.value)[: asked.top]
    shares = sorted((rise for rise in rises if rise.is_share), key=lambda rise: sign * _signed(rise))[: asked.top]
    said = []
    if counted:
        teller.draft.say(f"按增幅（目标数比基期数增长的百分比）算，以数量计的指标中最{word}的是：")
        said += [_tell_row(teller, rise, rise.by, counted) for rise in counted]
    if shares:
        teller.draft.say(f"以百分比计的指标按提高的百分点算，最{word}的是：")
        said += [_tell_row(teller, rise, rise.gap, shares) for rise in shares]
    return bool(said) and all(said)


def _tell_by_ratio(teller: Teller, ordered: Sequence[Rise], word: str, top: int) -> bool:
    """Tell the rows whose targets are most or fewest times what they start from; those that are counted by themselves too."""
    first = ordered[:top]
    teller.draft.say(f"按倍数（目标数除以基期数）算，所有指标中最{word}的是：")
    told = all([_tell_row(teller, rise, rise.times, first) for rise in first])
    counted = [rise for rise in ordered if not rise.is_share][:top]
    if counted and counted != first:
        teller.draft.say(f"按倍数（目标数除以基期数）算，以数量计的指标中最{word}的是：")
        told = all([_tell_row(teller, rise, rise.times, counted) for rise in counted]) and told
    return told


def _tell_those(teller: Teller, asked: RiseAsked, rises: Sequence[Rise]) -> bool:
    """Tell the rows that change as far as is asked, counted; where there are none, say so and tell the one that comes nearest."""
    measure: dict[str, Callable[[Rise], Decimal]] = {
        "times": lambda rise: rise.times.value,
        "share": lambda rise: rise.by.value,
        "points": _signed,
        "falls": lambda rise: -rise.by.value,
    }
    of = measure[asked.sort]
    kinds = {"points": [True], "share": [False]}.get(asked.sort, [True, False])  # shares rise by points
    able = [rise for rise in rises if rise.is_share in kinds]
    reach = [rise for rise in able if _reaches(asked, of(rise))]
    words = _bound_words(asked)
    region = rises[0].row.target.region
    if not reach:
        nearest = min(able, key=lambda rise: abs(of(rise) - asked.bound), default=None)
        teller.draft.say(f"{region}的指标表里，没有{words}的指标" + ("，最接近的是：" if nearest else "。"))
        return nearest is not None and _tell_row(teller, nearest, _result(asked, nearest), [nearest])
    teller.draft.say(f"{region}的指标表里，{words}的指标有{len(reach)}项（按表中基期数和目标数计算）：")
    ordered = sorted(reach, key=lambda rise: -of(rise))
    return all([_tell_row(teller, rise, _result(asked, rise), ordered) for rise in ordered])


def _reaches(asked: RiseAsked, value: Decimal) -> bool:
    """Whether a change goes as far as is asked."""
    if asked.sort == "falls":
        return value > 0
    if asked.under:
        return value < asked.bound
    return value > asked.bound or (value == asked.bound and not asked.beyond)


def _bound_words(asked: RiseAsked) -> str:
    """What is asked for, in words."""
    bound, how = plain_number(asked.bound), "不到" if asked.under else "超过" if asked.beyond else "达到"
    if asked.sort == "falls":
        return "目标低于基期数"
    if asked.sort == "times":
        return f"目标{how}基期数{bound}倍"
    return f"{'增幅' if asked.sort == 'share' else '提高'}{how}{bound}{'%' if asked.sort == 'share' else '个百分点'}"


def _result(asked: RiseAsked, rise: Rise) -> Result:
    """What of a row's change is told."""
    return {"times": rise.times, "share": rise.by, "points": rise.gap, "falls": rise.gap}[asked.sort]


def _signed(rise: Rise) -> Decimal:
    return rise.gap.value if rise.by.value >= 0 else -rise.gap.value


def _tell_row(teller: Teller, rise: Rise, result: Result, others: Sequence[Rise]) -> bool:
    """Tell one row's change, cited with its neighbours where one stretch holds them."""
    pair = [rise.row.target, rise.base]
    lead = {"倍": "后者是前者的", "%": "增幅"}.get(result.unit, "增加" if rise.by.value >= 0 else "减少")
    words = f"{rise.row.name}：{teller.dated(rise.base)}，{teller.dated(rise.row.target)}，{lead}{result.told}（{result.formula}）"
    if len(others) <= ROWS_CITED:
        return teller.tell(words, pair, [result])
    cited = spanning([fact for other in others for fact in (other.row.target, other.base)], teller.index)
    marks = list(dict.fromkeys(mark for fact in pair if (mark := _mark(fact, cited))))
    if not marks or not teller.draft.tell([words, *marks, "。"]):
        return False
    teller.facts.extend(fact for fact in pair if fact not in teller.facts)
    teller.computed.append(
        {"formula": result.formula, "result": result.words, "unit": result.unit, "from": [teller.facts.index(fact) for fact in pair]}
    )
    return True


def _mark(fact: Fact, cited: Sequence[Statement]) -> Statement | None:
    return next((at for at in cited if at.passage.doc == fact.doc and at.start <= fact.spans[0].start < at.end), None)


def _tell_without_base(teller: Teller, rows: Sequence[TargetRow]) -> bool:
    """Tell the rows that set a target and give no figure to start from."""
    bare = [row for row in rows if row.base is None or decimal(row.base.value) is None]
    region = rows[0].target.region
    if not bare:
        teller.draft.say(f"{region}的指标表各项指标都列有基期数，例如：")
        first = rows[0]
        return first.base is not None and teller.tell(
            f"{first.name}：{teller.dated(first.base)}，{teller.dated(first.target)}", [first.base]
        )
    teller.draft.say(f"{region}的指标表里，没有列基期数、只有目标的指标有{len(bare)}项：")
    return all([teller.tell(f"{row.name}：{teller.dated(row.target)}", [row.target]) for row in bare])
