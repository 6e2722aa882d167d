"""Question which tasks a unit leads or takes part in -> the clauses whose brackets name it, counted, those that it leads first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.answer import MAX_ANSWER, MAX_CITATIONS
from answer.case import Case
from answer.charge import CLOSING, LEADS, RESPONSIBLE
from answer.draft import Draft, Statement
from answer.support import Source
from index.markers import parse_marker
from index.passages import Passage

LISTS = re.compile(r"哪[些几]|什么|啥|几[项个条]|多少[项个条]|清单|全部|所有|一共|列[出举一]")
TASK = re.compile(
    r"任务|工作|事项?|活儿?|条|项|内容|职责|分工|方面|举措|(?:牵头|负责|参与|配合|承担|主管|抓)(?:的)?(?:有)?(?:哪|什么|啥|几)"
)
LED = re.compile(r"牵头|领衔|打头|挑头|(?:排|列)(?:在)?(?:第一|首位|最前)|主抓|为主")
JOINED = re.compile(r"参与|配合|参加|协同|协助|涉及|有份|承担|负责|分工|任务|干")
UNIT = re.compile(r"(?:局|委|办|部|院|中心|政府|管委会|集团|公司|会)$")
TASKS_TOLD = re.compile(  # the sentence that counts them
    r"(?:由(?P<unit>[^，。：]{2,16}?)牵头的任务有(?P<led>\d+)项)?(?:(?:^|，)(?P<other>[^，。：]{2,16}?)(?:参与|列为责任单位)的任务有(?P<joined>\d+)项)?[：:]"
)
LABEL = re.compile(r"^[（(]?\s*(?:责任单位|牵头单位|责任部门|牵头部门)[:：]\s*")
RULE = re.compile(r"。[^（()）]*$")
PARTY = re.compile(r"^[市区县省]委?(?=.{2})")  # the level before a unit's name
SHORTEST = 3
TITLE = re.compile(r"[^。；;\n]{2,40}")


@dataclass(frozen=True, slots=True)
class Task:
    """A clause with the units in charge of it, as its bracket names them, and those of them that lead."""

    title: str
    units: tuple[str, ...]
    leading: tuple[str, ...]
    passage: Passage
    start: int
    end: int


def tasks_of_unit(case: Case) -> Draft | None:
    """Return the tasks of the unit that a question names; None where it asks for something else, or no bracket names the unit.

    Args:
        case: the question with its evidence.
    """
    if case.question.english or not (
        LISTS.search(case.text) and TASK.search(case.text) and (LED.search(case.text) or JOINED.search(case.text))
    ):
        return None
    own = [info.id for info in case.index.documents if not case.regions or info.region in case.regions]
    for doc in own:
        tasks = list(_tasks(doc, case.index))
        unit = _named(case.text, [unit for task in tasks for unit in task.units])
        if unit:
            return _told(unit, tasks, case)
    return None


def task_counts(doc: str, unit: str, source: Source) -> tuple[int, int]:
    """Return how many tasks of a document a unit leads, and in how many more it takes part."""
    tasks = [task for task in _tasks(doc, source) if unit in task.units]
    led = sum(unit in task.leading for task in tasks)
    return led, len(tasks) - led


def _tasks(doc: str, index: Source) -> Iterator[Task]:
    """All clauses of a document that name the units in charge of them, in order."""
    text = index.texts[doc]
    first = 1 if LEADS.search(text) else 0
    for found in sorted((*RESPONSIBLE.finditer(text), *CLOSING.finditer(text)), key=lambda one: one.start()):
        passage = index.passage_at(doc, found.start())
        if passage:
            body = RULE.sub("", LABEL.sub("", found.group()).strip("）) "))
            units = tuple(unit.strip() for unit in re.split(r"[、，,；;]", body) if unit.strip())
            leading = units if "牵头" in found.group()[:6] else units[:first]
            yield Task(_title(passage, text, found.start()), units, leading, passage, found.start(), found.end())


def _title(passage: Passage, text: str, end: int) -> str:
    """The heading of a clause, else the words that it begins with."""
    head = passage.headings[-1] if passage.headings else ""
    marker = parse_marker(head)
    head = head[marker.end :].strip() if marker else head
    if head and text[passage.scope[0] : end].count("责任单位") <= 1:
        return head
    opening = TITLE.search(text, passage.start, end)
    return opening.group().strip() if opening else head


def _named(text: str, units: list[str]) -> str:
    """The unit that a text names, in full, without its level (教育局), or in short (卫健委); the longest there is, "" where none."""
    names = sorted({unit for unit in units if UNIT.search(unit)}, key=lambda unit: (-len(unit), unit))
    bare = {unit: PARTY.sub("", unit) for unit in names}
    whole = next((unit for unit in names if unit in text or (len(bare[unit]) >= SHORTEST and bare[unit] in text)), "")
    return whole or next((unit for unit in names if bare[unit] != unit and _short(bare[unit], text)), "")


def _short(unit: str, text: str) -> bool:
    """Tell whether a text has a short name of a unit: its first character, some of the others in order, its last one."""
    inner = "".join(f"{re.escape(sign)}?" for sign in unit[1:-1])
    return any(len(found.group()) >= SHORTEST for found in re.finditer(re.escape(unit[0]) + inner + re.escape(unit[-1]), text))


def _told(unit: str, tasks: list[Task], case: Case) -> Draft | None:
    """Tell how many tasks a unit leads and takes part in, then the tasks themselves as far as there is room."""
    text = case.index.texts[tasks[0].passage.doc]
    led = [task for task in tasks if unit in task.leading]
    joined = [task for task in tasks if unit in task.units and task not in led]
    wanted = led if led and LED.search(case.text) and not re.search("参与|配合|协助", case.text) else [*led, *joined]
    draft = Draft(case.index, MAX_ANSWER)
    lead = f"由{unit}牵头的任务有{len(led)}项" if led else ""
    more = f"{unit}{'参与' if any(task.leading for task in tasks) else '列为责任单位'}的任务有{len(joined)}项" if joined else ""
    draft.say(f"{'，'.join(filter(None, (lead, more)))}：")
    for task in wanted[:MAX_CITATIONS]:
        words = text[task.start : task.end].strip("（）()")
        if not draft.state(Statement(words, task.passage, task.start, task.end, task.title)):
            break
    left = len(wanted) - len(draft.citations)
    if left > 0:
        draft.say("以上没有列全，其余见原文。")
    return draft if draft.citations else None
