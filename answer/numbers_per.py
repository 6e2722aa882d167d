"""A clause that tells an amount and how many it went to -> how much that is for each of them (向90家发放2.24亿元: 平均每家)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from answer.formula import Term, quotient
from answer.quantity import decimal, number_words
from answer.sentence_figures import year_in
from answer.series import same_unit
from answer.telling import Teller
from facts.fact import Fact
from facts.likeness import pairs
from facts.terms import load_synonyms
from index.lexical import is_noun, word_spans
from retriever.question import Question
from retriever.rest import plain_rest, spoken
from retriever.slots import Slots

EACH = "家户人名个件项笔台亩套"
SHARED = r"(?:平均|均摊|平摊|分摊|摊)"
PER = re.compile(
    rf"{SHARED}(?:到|下来|给)?每?一?(?P<to>[{EACH}])(?!均)|每一?(?P<each>[{EACH}])[^，。？?]{{0,6}}{SHARED}|"
    rf"(?:一|1)(?P<one>[{EACH}])[^，。？?]{{0,4}}平均|(?P<short>[户亩])均"
)
YUAN = {"亿元": Decimal(10_000), "万元": Decimal(1), "元": Decimal("0.0001")}  # in 万元
LARGE = 10_000  # 万元 each, from which on it is told in 亿元
ALIKE = frozenset("家户个项件笔套")
GIVEN = re.compile(
    r"发放|提供|享受|减免|兑[付现]|补[助贴]|奖励|资助|支持|拨付|下达|安排|投[入资放]|[放贷]款|授信|融资|落实|给予|获|返还|退税|贴息|担保|让利"
)
IN_ALL = re.compile(r"[^，,]{0,12}[，,](?:共|合计|累计|总)|[^，,]*(?:享受|获)[^，,]*[，,](?:减免|节[约省]|少[缴交]|获|退|返还)")
REACHED = re.compile(
    r"[^，。；;、,\d]{0,8}[，,]?(?:累计|共|已)?(?:惠及|受益|支持|覆盖|涉及|服务|扶持|资助|助力|用于|投向)[^，。；;、,\d]{0,8}"
)
ON_LAND = re.compile(r"[，,]?(?:总)?(?:占地|用地|供地)(?:面积)?(?:约)?")
OF_EACH = re.compile(r"每|各|均|最[高多]|上限|不超|单[个家项]|[。；;]|[，,].*[，,]")
QUALIFIES = re.compile(r"(?:以上|级)?的?[^，。；;、\d]{0,4}(?:企业|项目|平台|产业|园区|基金|公司)")  # 5亿元以上项目
PLAIN = ("", "约", "左右", "近", "上下")
CLAUSE = re.compile(r"[，,。；;：:\n]")
NUMBERED = re.compile(r"\d[\d.]*\s*[万亿%％]*[年元家个户名项件人]*")
RATE = re.compile(r"\d+(?:\.\d+)?[%％]")
OF_OTHER = 2  # pairs of characters asked about that stand in a clause with another amount only
FITS = 0.4  # share of what is asked about that the clauses of an amount and its count hold


def tell_per(
    teller: Teller, slots: Slots, question: Question, held: Sequence[Fact], sentence: tuple[int, int], elsewhere: Sequence[str]
) -> bool:
    """Spread an amount over those that it went to, where one clause tells both and is what is asked about; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        question: the question, with its places.
        held: the figures of a sentence, in order.
        sentence: where it begins and ends.
        elsewhere: other sentences that may answer.
    """
    per = PER.search(slots.text)
    if per is None or not held:
        return False
    unit = next(filter(None, per.groups()))
    text = teller.index.texts[held[0].doc]
    rest = plain_rest(NUMBERED.sub(" ", spoken(f"{slots.text[: per.start()]} {slots.text[per.end() :]}")), question.places)
    ends = [per.end(group) for group in ("to", "each", "one")]
    behind = [word for word, start, _ in word_spans(slots.text) if start in ends and len(word) > 1 and not re.match(SHARED, word)]
    found = [
        (amount, count)
        for amount, count in _spread(held, text)
        if (same_unit(count.unit, unit) or {count.unit, unit} <= ALIKE)
        and (not slots.years or count.year in slots.years)
        and _fits(rest, behind, *_apart((amount, count), held, text, sentence), elsewhere, RATE.findall(slots.text), spoken(text))
    ]
    if len(found) > 1:
        called = [term for term in load_synonyms().expand(rest) if spoken(term) in spoken(text)]
        found = [pair for pair in found if called and all(spoken(term) in spoken(_apart(pair, held, text, sentence)[0]) for term in called)]
    return len(found) == 1 and _tell(teller, *found[0], unit, sentence)


def _spread(held: Sequence[Fact], text: str) -> Iterator[tuple[Fact, Fact]]:
    """Amounts, each with the count of those it went to: side by side but for shares, with words between that say so."""
    plain = [fact for fact in held if fact.unit != "%" and decimal(fact.value)]
    for one, other in zip(plain, plain[1:], strict=False):
        between = re.sub(r"\s+", "", text[one.spans[0].end : other.spans[0].start])
        after = re.sub(r"\s+", "", text[other.spans[0].end : other.spans[0].end + 20])
        before = CLAUSE.split(re.sub(r"[^\S\n]+", "", text[max(0, one.spans[0].start - 40) : one.spans[0].start]))[-1]
        if any(fact.comparator not in PLAIN or fact.value_high for fact in (one, other)):
            continue
        if other.unit in YUAN and one.unit not in YUAN and not OF_EACH.search(between):
            if (IN_ALL.match(between) if re.search("[，,]", between) else GIVEN.search(between)) and not QUALIFIES.match(after):
                yield other, one
        elif one.unit in YUAN and other.unit == "亩" and ON_LAND.fullmatch(between) and "投资" in before:
            yield one, other
        elif one.unit in YUAN and other.unit not in YUAN and REACHED.fullmatch(between) and GIVEN.search(before):
            yield one, other


def _fits(
    rest: str, behind: Sequence[str], own: str, others: Sequence[str], elsewhere: Sequence[str], rates: Sequence[str], body: str
) -> bool:
    """Tell whether the clauses of an amount hold what is asked about, and nothing of it is held by other clauses with figures alone.

    Args:
        rest: what is asked about.
        behind: the word behind the counter of each.
        own: the clauses that tell the amount and its count.
        others: other clauses of the sentence that tell figures.
        elsewhere: other sentences that may answer.
        rates: those that the question states (按15%税率): where one is told in the clauses alone, they are meant.
        body: the document; what it writes nowhere (放出去的, 能贷到) tells nothing apart.
    """
    said = [*others, *elsewhere]
    if any(is_noun(word, listed=True) and word not in spoken(own) and any(word in one for one in said) for word in behind):
        return False
    if rates and all(rate in own and not any(rate in one for one in others) for rate in rates):
        return True
    wanted = frozenset(one for piece in rest.split() for one in pairs(piece) if one in body)
    terms = [term for term in load_synonyms().expand(rest) if spoken(term) in spoken(own)]
    left = wanted - pairs(spoken(own)) - frozenset(one for term in terms for one in pairs(spoken(term)))
    amounts = [clause for other in elsewhere for clause in CLAUSE.split(other) if "元" in clause]
    if any(left & pairs(spoken(one)) for one in others) or any(len(left & pairs(spoken(one))) >= OF_OTHER for one in amounts):
        return False
    return bool(wanted) and len(wanted - left) >= FITS * len(wanted)


def _apart(pair: tuple[Fact, Fact], held: Sequence[Fact], text: str, sentence: tuple[int, int]) -> tuple[str, list[str]]:
    """The clauses of an amount and its count, whom they speak of before them, and the other clauses that tell figures."""
    spans = _clauses(text, sentence)
    first, last = sorted(fact.spans[0].start for fact in pair)
    figured = [any(start <= fact.spans[0].start < end for fact in held) for start, end in spans]
    at = [place for place, (start, end) in enumerate(spans) if start <= last and first < end]
    while at[0] and not figured[at[0] - 1]:
        at.insert(0, at[0] - 1)
    others = [text[slice(*span)] for place, span in enumerate(spans) if figured[place] and place not in at]
    return "".join(text[slice(*spans[place])] for place in at), others


def _clauses(text: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    cuts = [sentence[0], *(mark.end() for mark in CLAUSE.finditer(text, *sentence)), sentence[1]]
    return [(start, end) for start, end in zip(cuts, cuts[1:], strict=False) if start < end]


def _tell(teller: Teller, amount: Fact, count: Fact, unit: str, sentence: tuple[int, int]) -> bool:
    text = teller.index.texts[amount.doc]
    value, number = decimal(amount.value) or Decimal(0), decimal(count.value) or Decimal(1)
    top = Term(value * YUAN[amount.unit], number_words(amount, text), "万元")
    large = top.value >= LARGE * number
    top = Term(top.value / YUAN["亿元"], top.words, "亿元") if large else top
    result = quotient(top, Term(number, number_words(count, text), count.unit), top.unit, 2 if large else 1)
    said = f"{count.scope or count.region}{year_in(count, text, sentence)}{teller.value(count)}，共{teller.value(amount)}"
    return teller.tell(f"{said}，平均每{unit}{result.told}（{result.formula}）", [amount, count], [result])
