"""A row of a list of policies -> its measure: name, whom it is for, on which terms, what is paid."""

import re
from dataclasses import replace

from facts.amounts import read_amounts
from facts.benefits import kind_of
from facts.letter_classes import any_of
from facts.measure import Condition, Measure
from facts.reward_columns import NUMBER, SUFFIX, Columns
from facts.row_measures import row_measure
from facts.sentences import signs
from index.catalog import DocumentInfo
from index.passages import Passage
from index.tables.heads import kind_of_head

LIMIT = re.compile(r"上限|最高|封顶|限额|不超过")
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
GRADED = re.compile(r"类|等级|级别|档|层次|称号|荣誉|阶段|情[形况]")  # headers of who or what a row is of
HEADED = re.compile(r"政策|措施|名称|类别|事项|条款")
SEVERAL = re.compile(
    r"(?:每[项件个])?(?P<each>分别|依次)?(?:给予|奖励|补助|资助)[^，；、]*元?、"
)  # a sum for each of those that the cell beside lists


def policy_measure(info: DocumentInfo, passage: Passage, columns: Columns) -> Measure | None:
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
    if (limit := columns.cells.get("limit")) and re.search(r"[\d一二三四五六七八九十]", limit[1]):
        paying += f"，{'' if LIMIT.search(limit[1]) else SUFFIX.sub('', limit[0])}{limit[1]}{'' if '元' in limit[1] else limit[2]}"
    granted = (bool(amounts) or free) and not later
    return replace(row_measure(info, passage, name, (kind, label), conditions, amounts, columns, granted=granted), paying=paying)


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
