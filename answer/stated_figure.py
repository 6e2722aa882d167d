"""A question that states a figure and asks whether it is reached or right -> yes or no, before the figure that answers."""

import re
from decimal import Decimal

from answer.formula import Result, Term, difference
from answer.number_answer import NumberAnswer
from answer.quantity import decimal, plain_number
from answer.series import NOTE_YEAR, is_level, same_unit
from answer.telling import Teller
from facts.fact import Fact
from facts.quantities import Quantity, find_quantities, find_worded
from index.store import PassageIndex
from retriever.years import YEAR

WHETHER = re.compile(r"(?:吗|了没|没有|没|吧|不)[？?]?$|是否|是不是|有没有|能不能|会不会|对不对|能否|达没达到|过没过")
OVER = re.compile(r"(?:超过?|突破|高于|多于|大于|过)了?$")
IS = re.compile(r"(?:目标|数量?|值)?(?:就?是|为|定的?是|定为)$")
FINAL = re.compile(r"实绩|实际|最终|最后|真实|完成数|决算|确定|核定|核实|审定")
OF_NOUN = re.compile(r"的[\u4e00-\u9fffA-Za-z]")  # 3%的研发强度是不是…: the figure says which one is meant
REACHES = re.compile(r"[到达过破满于有是]了?$")
OF_YEAR = re.compile(r"是((?:19|20)\d{2})年")
NOT_FINAL = {"forecast": "是预计数", "target": "是目标"}
HUNDREDS_OF_MILLIONS = re.compile(r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)亿(?![元美人件次])")
MORE = ("超过", "突破", "以上", "不低于", "不少于", "大于")


def with_verdict(answer: NumberAnswer, text: str, index: PassageIndex) -> NumberAnswer:
    """Return an answer led by yes or no, where the question states one figure and asks whether it is so; else as it is.

    Args:
        answer: the figures told, of one thing.
        text: the question.
        index: the documents.
    """
    stated = stated_in(text)
    if stated is None or answer.lacking or answer.computed or not WHETHER.search(text):
        return answer
    fact = _meant(answer, text, stated)
    if fact is None or (decimal(fact.value) != stated.value and not _is_held_against(stated, text, fact)):
        return answer
    teller = Teller(index, answer.draft.limit + 120, facts=list(answer.facts))
    teller.draft.citations, teller.draft.lines = answer.draft.citations, answer.draft.lines
    said = _verdict(teller, fact, stated, text)
    if not teller.tell(said[0], [fact], said[1]):
        return answer
    answer.draft.lines.insert(0, teller.draft.lines.pop())
    answer.draft.citations = teller.draft.citations
    return NumberAnswer(answer.draft, tuple(teller.facts), (*answer.computed, *teller.computed), answer.lacking)


def stated_in(text: str) -> Quantity | None:
    """Return the one figure that a question states, years aside; None where it states none or several."""
    found = [one for one in find_quantities(_without_years(text), 0, len(text)) if one.unit and one.high is None]
    return found[0] if len(found) == 1 else None


def figures_stated(text: str) -> list[Quantity]:
    """Return the figures that a question states, years aside, those without their unit (1500亿) too, in its order.

    >>> [(str(one.value), one.unit) for one in figures_stated("2025年的3.6%和研发费1500亿")]
    [('3.6', '%'), ('1500', '亿元')]
    """
    body = _without_years(text)
    found = [one for one in find_quantities(body, 0, len(body)) if one.unit and one.high is None]
    worded = [*find_worded(body, 0, len(body)), *(_of_money(match) for match in HUNDREDS_OF_MILLIONS.finditer(body))]
    for one in worded:
        found += [] if any(one.start < other.end and other.start < one.end for other in found) else [one]
    return sorted(found, key=lambda one: one.start)


def _of_money(match: re.Match[str]) -> Quantity:
    """A figure in 亿 without its unit: money."""
    return Quantity(match.start(), match.end(), Decimal(match["number"]), None, "亿元", "")


def _without_years(text: str) -> str:
    return YEAR.sub(lambda match: "〇" * len(match.group()), text)


def _meant(answer: NumberAnswer, text: str, stated: Quantity) -> Fact | None:
    """The figure told that the one stated can be set against: of its unit, the only one of its year."""
    own = [fact for fact in answer.facts if same_unit(fact.unit, stated.unit) and decimal(fact.value) is not None and is_level(fact)]
    years = [int(year) for year in YEAR.findall(text)]
    own = [fact for fact in own if not years or fact.year in years]
    return own[0] if own and len({(fact.region, fact.scope, fact.indicator, fact.year, fact.value) for fact in own}) == 1 else None


def _is_held_against(stated: Quantity, text: str, fact: Fact) -> bool:
    """Tell whether a question sets a figure against another value: it does not where it only names by it what it asks about."""
    names = OF_NOUN.match(text, stated.end) and not REACHES.search(text[: stated.start])
    return not names and not (FINAL.search(text) and fact.kind in NOT_FINAL)


def _verdict(teller: Teller, fact: Fact, stated: Quantity, text: str) -> tuple[str, list[Result]]:
    value = decimal(fact.value) or stated.value
    before = text[: stated.start]
    more = any(word in fact.comparator for word in MORE)
    told = f"{fact.scope or fact.region}{teller.dated(fact)}"
    noted, asked = NOTE_YEAR.search(fact.note), OF_YEAR.search(text)
    if value == stated.value and noted and asked and noted[1] != asked[1]:
        return f"不是：{told}", []  # the year of the column, not that of the figure
    if value == stated.value and FINAL.search(text) and fact.kind in NOT_FINAL:
        return f"不是：{told}，{NOT_FINAL[fact.kind]}", []
    if value == stated.value:
        holds = not OVER.search(before) or more
        return f"{'是' if holds else '没有'}：{told}，正好是这个数{'以上' if more and holds else ''}", []
    one, other = (Term(number, plain_number(number) + fact.unit, fact.unit) for number in (value, stated.value))
    gap = difference(one, other) if value > stated.value else difference(other, one)
    holds = value > stated.value and not IS.search(before)
    word = "是" if holds else "不是" if IS.search(before) else "没有"
    return f"{word}：{told}，{'多' if value > stated.value else '少'}{gap.told}（{gap.formula}）", [gap]
