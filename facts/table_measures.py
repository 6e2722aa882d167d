"""Rows of reward tables -> measures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from facts.benefits import benefit_of
from facts.measure import Amount, Condition, Measure
from facts.quantities import find_quantities, plain_decimal
from facts.sentences import sentences_of
from index.catalog import DocumentInfo
from index.passages import Passage, RowView

GIVES = re.compile(r"奖励|补贴|补助|资助|奖补|贴息|奖金|标准|金额|额度")
TITLES = re.compile(r"奖励|补贴|补助|资助|奖补|扶持|支持|贴息")
LIMIT = re.compile(r"上限|最高|封顶|限额|不超过")
DUTY = re.compile(r"部门|单位|负责|处室|科室")
COUNT = re.compile(r"数$|数量|次数")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SUFFIX = re.compile(r"（[^）]*）|\([^)]*\)|\s")


def table_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> Iterator[tuple[Measure, str]]:
    """Yield the measures of a document's reward tables, each with the words around its table that govern it."""
    sentences = list(sentences_of(passages, text))
    for passage in passages:
        row = passage.row
        if passage.kind != "row" or row is None:
            continue
        title = row.caption or " ".join(passage.headings)
        given = [cell for cell in row.cells if GIVES.search(cell[0]) and not LIMIT.search(cell[0]) and not DUTY.search(cell[0])]
        if not TITLES.search(title) or not given or not NUMBER.search(given[0][1]):
            continue
        section = [item for item in sentences if item.passage.headings[:1] == passage.headings[:1] and item.passage.kind != "note"]
        yield _measure(info, passage, row, given[0], [re.sub(r"\s+", "", item.text) for item in section]), title


def _measure(info: DocumentInfo, passage: Passage, row: RowView, given: tuple[str, str, str], around: Sequence[str]) -> Measure:
    header, words, unit = given
    title = SUFFIX.sub("", re.sub(r"^表\d+", "", row.caption))
    others = [
        cell for cell in row.cells if cell != given and not LIMIT.search(cell[0]) and not DUTY.search(cell[0]) and not COUNT.search(cell[0])
    ]
    names = [row.label, *(text for _, text, _ in others if text and not NUMBER.fullmatch(text))]
    duty = next((text for name, text, _ in row.cells if DUTY.search(name)), "")
    caps = [text for name, text, _ in row.cells if LIMIT.search(name) and NUMBER.search(text)]
    names = [name for name in names if not any(name != other and name in other for other in names)]
    head = passage.context.splitlines()[1].split(" | ")[0] if len(passage.context.splitlines()) > 1 else ""
    reading = "".join(reversed(names)) if _is_grade(names[-1]) else "".join(names)
    benefit = benefit_of(title + "给予奖励")
    conditions = [
        Condition(passage.text, passage.start, passage.end, "clause", SUFFIX.sub("", head if _is_letter(reading) else "") + reading)
    ]
    base = ""
    for sentence in around:
        if match := re.search(r"按(?P<who>.*?企业)?(?P<base>[^，。]{2,16}?)(?:计算|核算|测算)", sentence):
            base = match["base"]
            if match["who"]:
                conditions.append(Condition(passage.text, passage.start, passage.end, "clause", match["who"]))
    amount = _amount(header, words, unit, caps[0] if caps else "", base, row)
    return Measure(
        info.id,
        info.region,
        "·".join([*names, title.removesuffix("标准")]),
        benefit.kind if benefit else "reward",
        benefit.label if benefit else "奖励",
        True,
        passage.text,
        passage.start,
        passage.end,
        passage.passage_id,
        conditions=tuple(conditions),
        amounts=(amount,),
        duty=duty,
        upgrade="差额" in row.note,
    )


def _amount(header: str, words: str, unit: str, cap: str, base: str, row: RowView) -> Amount:
    """The sum of a cell: a share of a base (展位费的70%), so much for each unit (元/千瓦时), or a fixed sum."""
    found = NUMBER.search(words)
    assert found is not None
    most = NUMBER.search(cap)
    limit = plain_decimal(Decimal(most.group())) if most else ""
    share = re.search(r"(?P<base>[^，。的]{0,14})的?(?P<rate>\d+(?:\.\d+)?)[%％]", words)
    if share or unit in ("%", "％"):
        rate = Decimal(share["rate"] if share else found.group()) / 100
        per = re.search(r"每个?([^，。上最]{1,6}?)(?:上限|最高|限额)", next((name for name, _, _ in row.cells if LIMIT.search(name)), ""))
        each = per[1] if per and per[1] not in ("家每年", "年", "家企业", "家") else ""
        return Amount("", plain_decimal(rate), (share["base"] if share else "") or base, "万元", limit, "", each)
    if "/" in unit and base:
        return Amount("", plain_decimal(Decimal(found.group())), base, unit, limit, "", unit.split("/")[1])
    quantity = next(find_quantities(words, 0, len(words)), None)
    del header
    return Amount(
        plain_decimal(quantity.value if quantity else Decimal(found.group())), "", "", quantity.unit if quantity else unit or "万元", limit
    )


def _is_grade(words: str) -> bool:
    return words.endswith("级") and len(words) <= 4


def _is_letter(words: str) -> bool:
    return bool(re.fullmatch(r"[A-Da-d](?:类|级|档)?", words))
