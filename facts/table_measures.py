"""Rows of reward tables and of lists of policies -> measures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.amounts import read_amounts
from facts.benefits import OTHER, kind_of
from facts.days import days_in
from facts.demands import demanded
from facts.graded_tables import graded_amounts
from facts.letter_classes import any_of
from facts.measure import Amount, Condition, Measure
from facts.quantities import find_quantities, plain_decimal
from facts.sentences import Sentence, sentences_of, signs
from facts.sum_columns import is_manner, of_sum, sum_cells, with_lead
from facts.table_leads import of_all_rows
from index.catalog import DocumentInfo
from index.passages import Passage, RowView
from index.tables.heads import kind_of_head

LIMIT = re.compile(r"上限|最高|封顶|限额|不超过")
TITLES = re.compile(r"奖励|补贴|补助|资助|奖补|扶持|支持|贴息|政策|惠企")
NOT_YET = re.compile(r"尚未实施|研究储备|储备类|拟|谋划")
INTENDS = re.compile(r"逐步|探索|鼓励|计划|研究|推动|支持|引导|拟")
FREE = re.compile(r"免|优先|投资|提供|差额|全额|减半|补[助贴足]|奖励|资助|贴息")  # what is given without a figure
NO_CONDITION = re.compile(
    r"(?!首次|重新|新)(?:运营|主导制定|建设|申报|制定)?(?:单位|企业|个人|机构|专利权人（单位）|科技企业|区内(?:科技)?企业)|(?!首次|重新|新)[^，。]{0,8}(?:发文|文件)?(?:认定|备案)|[^，。]{0,12}为准|一次性.*|.*(?:差额|只奖励?[一1]次|不重复|就高).*"
)
NOUN = re.compile(r"[^\d，；]{2,16}(?=\d)")  # what the figures of a cell are figures of
HOW = re.compile(
    r"^(?P<how>(?:(?:有效期|到)?期?满?后?)?(?:首次|重新|新)(?:获得|通过|取得|获)?(?:认定|评定|备案|获批|获评|命名))(?=$|[，；且])"
)  # how somebody is what the other cell names
OFFER = re.compile(r"(?:奖励?|补贴|补助|资助|贴息|奖补|减免|补偿)[★☆*]?$")
STEP = re.compile(r"(?:不低于|不少于|超过|达到)?\d[\d.]*[^，；]{0,16}(?:以上|以下|以内|[（(]含[）)])")  # of what the header names
GRADED = re.compile(r"类|等级|级别|档|层次|称号|荣誉|阶段|情[形况]")  # headers of who or what a row is of
HEADED = re.compile(r"政策|措施|名称|类别|事项|条款")
SEVERAL = re.compile(
    r"(?:每[项件个])?(?P<each>分别|依次)?(?:给予|奖励|补助|资助)[^，；、]*元?、"
)  # a sum for each of those that the cell beside lists
ABOVE = re.compile(
    r"对?(?P<how>[^，。；：]{0,24}?(?:获得|取得|获评|入选|通过|认定为|评为))(?:下列|以下|下表)[^，。；：]{1,10}?的(?:企业|单位|个人)(?=，|。)"
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SUFFIX = re.compile(r"（[^）]*）|\([^)]*\)|\s")


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of a row by what their headers say; `names` are those of no such header, the row's label first; `more` asks too."""

    cells: dict[str, tuple[str, str, str]]
    names: tuple[str, ...]
    more: tuple[str, ...] = ()


def table_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> Iterator[tuple[Measure, str]]:
    """Yield the measures of a document's reward tables, each with the words around its table that govern it."""
    sentences = list(sentences_of(passages, text))
    for passage in passages:
        if passage.kind != "row" or passage.row is None:
            continue
        columns = _columns(passage)
        title = " ".join([*passage.headings, passage.row.caption, info.title])
        if (grades := graded_amounts(passage.row)) and TITLES.search(title):
            yield _graded(info, passage, passage.row, columns, grades), title
            continue
        if "gives" not in columns.cells or not TITLES.search(title + columns.cells["gives"][0]):
            continue
        several = sum_cells(passage)
        for place, cell in enumerate(several or [columns.cells["gives"]]):
            own = replace(columns, cells={**columns.cells, "gives": cell})
            measure = _row(info, passage, own, _section(sentences, passage))
            if measure:
                measure = with_lead(measure, passage, cell[1])
                measure = of_sum(measure, passage, cell, several[:place]) if several else measure
                measure = replace(measure, conditions=(*measure.conditions, *of_all_rows(passage, sentences)))
                yield _announced(measure, sentences, passage), title


def _row(info: DocumentInfo, passage: Passage, columns: _Columns, around: Sequence[str]) -> Measure | None:
    """The measure of a row: of a list of policies where a cell says for whom or on which terms, else of a table of sums."""
    assert passage.row is not None
    if "who" in columns.cells or "terms" in columns.cells or not NUMBER.search(columns.cells["gives"][1]):
        return _policy(info, passage, columns)
    return _reward(info, passage, passage.row, columns, around)


def _announced(measure: Measure, sentences: Sequence[Sentence], passage: Passage) -> Measure:
    """A row with what the sentence above its table asks of all rows: 对2025年以后首次获得下列称号的企业，按下表给予奖励."""
    for sentence in reversed([item for item in sentences if item.end <= passage.start and item.passage.headings == passage.headings]):
        if match := ABOVE.search(sentence.text):
            name = SUFFIX.sub("", measure.name.partition("·")[0])
            start = sentence.start + match.start("how")
            words = sentence.text[match.start("how") : match.end()]
            own = Condition(words, start, start + len(words), "clause", re.sub(r"\s+", "", match["how"]) + name)
            return replace(measure, conditions=(own, *measure.conditions))
    return measure


def _columns(passage: Passage) -> _Columns:
    row = passage.row
    assert row is not None
    lines = passage.context.splitlines()
    head = lines[1].split(" | ")[0] if len(lines) > 1 else ""
    cells: dict[str, tuple[str, str, str]] = {}
    names = [] if kind_of_head(row.head or head) in ("counter", "count") or row.label.isdigit() else [row.label]
    more: list[str] = []
    sums = [cell[0] for cell in row.cells if kind_of_head(cell[0]) == "gives"]
    paid = next((head for head in sums if not is_manner(head)), "")
    for cell in row.cells:
        kind = kind_of_head(cell[0]).replace("name", "")
        kind = "" if kind == "gives" and paid and is_manner(cell[0]) else kind  # 奖补内容 beside 奖补标准 is what it is for
        if (kind in cells and kind in ("who", "terms")) or (kind == "papers" and demanded(cell[1])):
            more += [cell[1]] if cell[1] else []
        elif not kind or (kind in cells and kind != "gives"):
            names += [cell[1]] if cell[1] and not NUMBER.fullmatch(cell[1]) and not kind else []
        elif kind != "gives" or kind not in cells:
            cells[kind] = cell
    return _Columns(cells, tuple(name for name in names if not any(name != other and name in other for other in names)), tuple(more))


def _section(sentences: Sequence[Sentence], passage: Passage) -> list[str]:
    near = [item for item in sentences if item.passage.headings[:1] == passage.headings[:1] and item.passage.kind != "note"]
    return [re.sub(r"\s+", "", item.text) for item in near]


def _policy(info: DocumentInfo, passage: Passage, columns: _Columns) -> Measure | None:
    """A row of a list of policies: name, whom it is for, on which terms, what is paid."""
    header, words, unit = columns.cells["gives"]
    listed = next((re.sub(r"\s", "", columns.cells[key][1]) for key in ("terms", "who") if key in columns.cells), "")
    if (several := SEVERAL.match(re.sub(r"\s", "", words))) and "、" in listed:
        words = f"{listed}，{'' if several['each'] else '分别'}{words}"
    amounts = read_amounts(words if not NUMBER.fullmatch(words.strip()) else f"{words}{unit or '万元'}", cell=True)
    later = any(NOT_YET.search(title) for title in passage.headings)
    if not amounts and not later and not INTENDS.search(words) and not FREE.search(words):
        return None
    if (terms := columns.cells.get("terms")) and (noun := NOUN.match(re.sub(r"\s", "", terms[1]))):
        amounts = tuple(replace(one, when=noun.group() + one.when) if one.when[:1].isdigit() else one for one in amounts)
    name = "·".join(columns.names) or words[:20]
    cells = [columns.cells[key][1] for key in ("who", "terms") if key in columns.cells]
    assert passage.row is not None
    own = {cell[0] for cell in passage.row.cells}
    lines = [line for line in passage.context.splitlines() if " | " in line]
    heads = [title for title in lines[0].split(" | ") if title not in own] if lines else []
    told = "who" in columns.cells and not NO_CONDITION.fullmatch(re.sub(r"\s", "", columns.cells["who"][1]))
    called = told and kind_of_head(passage.row.head) == "name" and not GRADED.search(passage.row.head)
    named = "" if called or OFFER.search(name) or any(HEADED.search(item) for item in heads) else name
    # what a policy is called says nothing of who gets it
    found = [item for words in (*cells, *columns.more, named) if words for item in _parts(passage, words)]
    if "who" in columns.cells:
        found = [replace(item, reading=any_of(item.reading)) if item.text in columns.cells["who"][1] else item for item in found]
    who = re.sub(r"\s", "", columns.cells["who"][1] if "who" in columns.cells else OFFER.sub("", name))
    found = [replace(item, reading=HOW.sub(rf"\g<how>的{who}", item.reading)) if who else item for item in found]
    conditions = [item for item in found if not NO_CONDITION.fullmatch(item.reading)]
    kind, label = kind_of(re.sub(r"\s", "", name + header + words))
    free = bool(FREE.search(words)) and not INTENDS.search(words)
    paying = words if not NUMBER.fullmatch(words.strip()) else f"{words}{unit or '万元'}"
    if limit := columns.cells.get("limit"):
        paying += f"，{'' if LIMIT.search(limit[1]) else SUFFIX.sub('', limit[0])}{limit[1]}{'' if '元' in limit[1] else limit[2]}"
    granted = (bool(amounts) or free) and not later
    return replace(_measure(info, passage, name, (kind, label), conditions, amounts, columns, granted=granted), paying=paying)


def _parts(passage: Passage, words: str) -> list[Condition]:
    """A cell's words as a condition, and what they exclude as an exclusion: 取得注册证书，仅取得受理通知的不予补助."""
    barred = [clause for clause in re.split(r"[，；。]", words) if (sign := signs()["excludes"].search(clause)) and sign.start() > 2]
    rest = words
    for clause in barred:
        rest = rest.replace(clause, "")
    rest = rest.strip("，；。")
    whole = [_cell(passage, rest)] if rest and barred else [] if barred else [_cell(passage, words)]
    if rest and barred and rest not in passage.text:
        whole = [replace(_cell(passage, words), reading=re.sub(r"\s+", "", rest))]
    grounds = [clause[: sign.start()] for clause in barred if (sign := signs()["excludes"].search(clause))]
    return [*whole, *(replace(_cell(passage, ground), kind="exclusion") for ground in grounds)]


def _cell(passage: Passage, words: str) -> Condition:
    """A cell's words as a condition, with its own span where it stands in the row in one piece."""
    at = passage.text.find(words)
    if at < 0:
        return Condition(passage.text, passage.start, passage.end, "clause", re.sub(r"\s+", "", words))
    return Condition(words, passage.start + at, passage.start + at + len(words), "clause", re.sub(r"\s+", "", words))


def _reward(info: DocumentInfo, passage: Passage, row: RowView, columns: _Columns, around: Sequence[str]) -> Measure:
    """A row of a table of sums: a class and its grade, and what is paid."""
    _, words, unit = columns.cells["gives"]
    title = SUFFIX.sub("", re.sub(r"^表\d+", "", row.caption)) or (passage.headings[-1] if passage.headings else "奖励")
    names = columns.names or (row.label,)
    reading = "".join(reversed(names)) if names[-1].endswith("级") and len(names[-1]) <= 4 else "".join(names)
    head = row.head or (passage.context.splitlines()[1].split(" | ")[0] if len(passage.context.splitlines()) > 1 else "")
    letter = re.fullmatch(r"[A-Da-d](?:类|级|档)?", reading)
    conditions = [
        Condition(
            passage.text, passage.start, passage.end, "clause", (SUFFIX.sub("", head) if letter or STEP.match(reading) else "") + reading
        )
    ]
    base = ""
    for sentence in around:
        if match := re.search(r"按(?P<who>.*?企业)?(?P<base>[^，。]{2,16}?)(?:计算|核算|测算)", sentence):
            base = match["base"]
            conditions += [Condition(passage.text, passage.start, passage.end, "clause", match["who"])] if match["who"] else []
    limit = columns.cells.get("limit", ("", "", ""))
    kind = kind_of(title + "奖励")
    told = read_amounts(re.sub(r"\s", "", words), cell=True) if "元" in words and not limit[1] else ()
    amounts = told or (_amount(words, unit, limit, base),)
    return _measure(
        info,
        passage,
        "·".join([*names, title.removesuffix("标准")]),
        kind if kind != OTHER else ("reward", "奖励"),
        conditions,
        amounts,
        columns,
    )


def _graded(info: DocumentInfo, passage: Passage, row: RowView, columns: _Columns, amounts: Sequence[Amount]) -> Measure:
    """A row with a sum for each grade of what it names."""
    title = passage.headings[-1] if passage.headings else row.caption
    conditions = [Condition(passage.text, passage.start, passage.end, "clause", SUFFIX.sub("", row.label))]
    name = f"{row.label}·{SUFFIX.sub('', title)}"
    return _measure(info, passage, name, ("reward", "奖励"), conditions, amounts, columns)


def _measure(
    info: DocumentInfo,
    passage: Passage,
    name: str,
    kind: tuple[str, str],
    conditions: Sequence[Condition],
    amounts: Sequence[Amount],
    columns: _Columns,
    *,
    granted: bool = True,
) -> Measure:
    duty = columns.cells.get("duty", ("", "", ""))[1]
    upgrade = passage.row is not None and "差额" in passage.row.note
    days = days_in(columns.cells.get("window", ("", "", ""))[1])
    return Measure(
        info.id,
        info.region,
        name,
        *kind,
        granted,
        passage.text,
        passage.start,
        passage.end,
        passage.passage_id,
        tuple(conditions),
        tuple(amounts),
        duty,
        upgrade=upgrade,
        opens=days[0].isoformat() if len(days) > 1 else "",
        closes=days[-1].isoformat() if days else "",
    )


def _amount(words: str, unit: str, limit: tuple[str, str, str], base: str) -> Amount:
    """The sum of a cell: a share of a base (展位费的70%), so much for each unit (元/千瓦时), or a fixed sum."""
    found = NUMBER.search(words)
    assert found is not None
    most = NUMBER.search(limit[1])
    cap = plain_decimal(Decimal(most.group())) if most else ""
    share = re.search(r"(?P<base>[^，。的]{0,14})的?(?P<rate>\d+(?:\.\d+)?)[%％]", words)
    if share or unit in ("%", "％"):
        rate = Decimal(share["rate"] if share else found.group()) / 100
        per = re.search(r"每个?([^，。上最]{1,6}?)(?:上限|最高|限额)", limit[0])
        each = per[1] if per and per[1] not in ("家每年", "年", "家企业", "家") else ""
        return Amount("", plain_decimal(rate), (share["base"] if share else "") or base, "万元", cap, "", each)
    if "/" in unit and base:
        return Amount("", plain_decimal(Decimal(found.group())), base, unit, cap, "", unit.split("/")[1])
    quantity = next((one for one in find_quantities(words, 0, len(words)) if "元" in one.unit), None)
    value = plain_decimal(quantity.value if quantity else Decimal(found.group()))
    return Amount(value, "", "", quantity.unit if quantity else unit or "万元", cap)
