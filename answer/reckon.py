"""A question that tells an amount, and a measure that pays a rate of one -> the sum, with its formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.answer import MAX_ANSWER
from answer.draft import Draft, Statement
from facts.attributes import wanted
from facts.likeness import overlap
from facts.measure import Amount, Measure
from facts.profile import Profile
from facts.told import Told, in_ten_thousands

GROWTH = re.compile(r"增量|增加额|增长部分|新增部分|增加部分|超出部分|增长额")
EACH_ONE = re.compile(r"一[位名个]|另一|每[人位名]|第[一二三]")
SUM = re.compile(
    r"(?:补|奖|贴|配(?!备|置|套)|给|拿|领|退|减|免|抵|资助|报销)[^，。？?家个名件项]{0,6}(?:多少(?![家个名件项])|几(?:万|成|块|百|个点|个百分点))|"
    r"多少(?:补贴|补助|奖励|资助)|[补奖贴]几|能[补拿领得贴][^，。？?]{0,6}(?:多少|几)|how much (?:money|subsid|support|can)",
    re.I,
)
LESSER = re.compile(r"不是|并非|只是|不属|没有牵头|参与|参加|第[二三四五]|跟着|配合")
CHANGED = re.compile(r"减半|折半|下浮|上浮|提高[到至]|降[低至到为]|另行|加倍|翻倍|部分的?按|超出部分")
SPENT = re.compile(r"付|花|还[了的]|交[了的]|缴|买|租|采购|支出|费|投了|投入")
PAYMENT = re.compile(r"支付|支出|费|投入|报酬|租金|利息|交易额|采购额|合同额|保费|投资额")
OTHER_KIND = re.compile(r"营收|收入|产值|销售|注册资本|总盘子|总投入|总投资|估值|贷款|贷了|借了|利润|资产")
LEAST_GROWTH = re.compile(r"增长[^，。；\d]{0,4}(\d+(?:\.\d+)?)[%％](?:及)?以上")
LEAST_SUM = re.compile(r"(\d+(?:\.\d+)?)万元(?:及)?以上|(?:不低于|不少于|达到?)(\d+(?:\.\d+)?)万元")
PART = re.compile(r"部分")
QUOTED = 2  # citations whose measures are reckoned
CLEARLY = 0.15  # by how much one amount must fit a base better than the next


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A sum in 万元, how it was reckoned, whether a cap cut it, and the sums of single persons that it adds up."""

    value: Decimal
    formula: str
    capped: bool
    parts: tuple["Reckoned", ...] = ()

    @property
    def words(self) -> str:
        """The sum and its formula as an answer tells them."""
        limit = "，以上限为准" if self.capped and not self.parts else ""
        each = "".join(f"{'每人最高' if part.capped else ''}{_plain(part.value)}万元（{part.formula}），" for part in self.parts)
        return f"按所述情况可得{each}{'合计' if each else ''}{_plain(self.value)}万元（{self.formula}）{limit}"


def asks_sum(text: str) -> bool:
    """Tell whether a sum of money or a rate is asked for that somebody gets, so that its conditions belong to the answer.

    >>> asks_sum("评上高企奖多少钱"), asks_sum("高企有多少家")
    (True, False)
    """
    return bool(SUM.search(text)) or any(kind.name in ("金额", "比例") for kind in wanted(text))


def reckon(measure: Measure, profile: Profile) -> Reckoned | None:
    """Return what a measure's rate makes of the amounts that a question tells, None where it is not plain which.

    Args:
        measure: has at least one tier with a rate.
        profile: the amounts told.

    Reckoned are: a rate of one amount; of what an amount grew by; of several persons' amounts, each with its cap.
    """
    rates = [amount for amount in measure.amounts if amount.rate]
    told = [item for item in profile.told if item.unit == "万元" and not item.terms and item.value > 0]
    if len(rates) != 1 or len(rates) != len(measure.amounts) or not told or "/" in rates[0].unit:
        return None
    tier = rates[0]
    words = f"{tier.base}{tier.when}{measure.text}"
    if GROWTH.search(tier.base or measure.text):
        return _grown(tier, told, words)
    if PART.search(tier.base) or tier.principal_cap:
        return None
    persons = [item for item in told if EACH_ONE.search(item.words)]
    if tier.per in ("人", "名") and len(persons) == len(told) > 1:
        return _summed(tier, persons)
    if tier.per:
        return None
    base = _base(told, tier.base, words)
    if base is None or any(base.value < least for least in _thresholds(tier.when)):
        return None
    return _of(tier, base.value, f"{_plain(base.value)}万元")


def _thresholds(words: str) -> list[Decimal]:
    """Sums in 万元 that must be reached: 报酬10万元以上, 不低于300万元."""
    return [Decimal(low or high) for low, high in LEAST_SUM.findall(words)]


def tell_sums(draft: Draft, measures: Sequence[Measure], profile: Profile) -> None:
    """Add to an answer what the measures that it quotes first pay on the amounts told.

    Nothing is added where that is not plain: where the question denies something or speaks of a lesser part, or where the
    paragraph changes the rate for some.
    """
    if LESSER.search(profile.text):
        return
    for citation in draft.citations[:QUOTED]:
        if CHANGED.search(citation.text):
            continue
        quoted = [one for one in measures if one.doc == citation.doc and citation.start < one.end and one.start < citation.end]
        sums = [(one, found) for one in quoted if (found := reckon(one, profile))]
        passage = draft.index.passage_at(citation.doc, citation.start)
        if len(sums) == 1 and passage:
            draft.limit = MAX_ANSWER
            if draft.tell([sums[0][1].words, Statement("", passage, citation.start, citation.end), "。"]):
                at = next(place for place, line in enumerate(draft.lines) if f"[{citation.n}]" in line)
                draft.lines.insert(at + 1, draft.lines.pop())
            return


def _base(told: Sequence[Told], base: str, words: str) -> Told | None:
    """The amount that the rate is of: whose words share characters with the base, or that was paid where the base is a payment.

    Of several amounts one must fit clearly best; an amount of another kind (revenue, capital) is never taken.
    """
    scored = sorted(((_fit(item, base, words, alone=len(told) == 1), item) for item in told), key=lambda pair: -pair[0])
    clear = len(scored) == 1 or scored[0][0] - scored[1][0] >= CLEARLY
    return scored[0][1] if scored[0][0] > 0 and clear else None


def _fit(item: Told, base: str, words: str, *, alone: bool) -> float:
    shared = overlap(item.words, base or words)
    if OTHER_KIND.search(item.words) and not (base and shared):
        return 0.0
    return shared or 0.5 * bool(alone and SPENT.search(item.words) and PAYMENT.search(base or words))


def _grown(tier: Amount, told: Sequence[Told], words: str) -> Reckoned | None:
    """A rate of the difference of two amounts, told one after the other; not where it grew by less than the measure wants."""
    if len(told) != 2 or told[1].value <= told[0].value or not overlap(told[0].words, words):
        return None
    growth = told[1].value - told[0].value
    wanted = LEAST_GROWTH.search(words)
    if wanted and growth / told[0].value * 100 < Decimal(wanted[1]):
        return None
    return _of(tier, growth, f"({_plain(told[1].value)}万元-{_plain(told[0].value)}万元)")


def _of(tier: Amount, base: Decimal, words: str) -> Reckoned:
    paid = base * Decimal(tier.rate)
    formula = f"{words}×{_plain(Decimal(tier.rate) * 100)}%={_plain(paid)}万元"
    cap = in_ten_thousands(Decimal(tier.cap), tier.unit) if tier.cap else None
    return Reckoned(min(paid, cap) if cap is not None else paid, formula, cap is not None and paid > cap)


def _summed(tier: Amount, persons: Sequence[Told]) -> Reckoned:
    """A rate of each person's amount, each cut by the cap for one person."""
    parts = [_of(tier, item.value, f"{_plain(item.value)}万元") for item in persons]
    total = sum((part.value for part in parts), Decimal(0))
    terms = "+".join(_plain(part.value) + "万元" for part in parts)
    return Reckoned(total, f"{terms}={_plain(total)}万元", any(part.capped for part in parts), tuple(parts))


def _plain(value: Decimal) -> str:
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
