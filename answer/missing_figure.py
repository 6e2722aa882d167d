"""A case that seeks a figure -> what of it no evidence states: its kind, a thing that it is of, its year."""

import re
from collections.abc import Sequence

from answer.absent import years_asked
from answer.case import Case
from answer.compose import MANY
from answer.evidence import Evidence
from answer.reckon import asks_sum
from answer.sought import ASKS, Sought, sought
from answer.stated import holds, is_of, states

READ = 15  # pieces of evidence in which the figure is looked for
SEVERAL_THINGS = 4  # of so many things asked for in several figures, one may be the asker's own word
PLAINLY = re.compile(r"多少|百分之")
NAMES = {"元": "金额", "%": "比例", "m2": "面积", "个": "数量", "": "数字"}


def lacking_figure(case: Case) -> str:
    """Return in words what of a figure sought no evidence states, "" where one states it, or where no figure of one place is sought."""
    question = case.question
    if question.english or question.about_document or len(case.regions) > 1 or not question.wants_number:
        return ""
    if asks_sum(case.text) or not ASKS.search(case.text) or (MANY.search(case.text) and not PLAINLY.search(case.text)):
        return ""
    asked = sought(question, case.concepts, years_asked(case), case.vocabulary)
    return _unstated(asked, case) if asked.heads else ""


def _unstated(asked: Sought, case: Case) -> str:
    of_kind = [item for item in case.evidence[:READ] if states(item, asked.kind)]
    telling = [item for item in of_kind if len(asked.years) != 1 or is_of(item, asked.years[0], case.index)]
    if _told(asked, telling):
        return ""
    if len(telling) < len(of_kind) and _told(asked, of_kind):
        return f"{asked.years[0]}年的这项数据"
    missing = [head.key for head in asked.heads if not any(holds(item, head) for item in telling)]
    return f"关于“{missing[0]}”的{NAMES[asked.kind]}" if missing else f"这一项的{NAMES[asked.kind]}"


def _told(asked: Sought, telling: Sequence[Evidence]) -> bool:
    """Tell whether one piece of evidence speaks of all things sought, or several do where several figures are sought."""
    if asked.several:
        missing = [head for head in asked.heads if not any(holds(item, head) for item in telling)]
        return len(missing) <= len(asked.heads) // SEVERAL_THINGS and bool(telling)
    return any(all(holds(item, head) for head in asked.heads) for item in telling)
