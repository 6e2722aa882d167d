"""A case that asks for a body or place by name (哪家医院) -> that no evidence on the matter names one; "" where one does."""

import re

from answer.case import Case
from answer.stated import above
from facts.asking import load_asking
from facts.natures import NATURE

READ = 15  # pieces of evidence in which the name is looked for
NEAR = 0.6  # share of the best coverage from which on evidence speaks of the same
WHICH = r"(?:哪|什么|何)(?:一|几|两|些)?[家所个座条间幢]?(?:(?:叫|名字|名称)?(?:的)?)?"
SORT = re.compile(
    r"(?:哪|几|多少|列|什么)[^，。？?]*?(?P<before>[\u4e00-\u9fff]{2}性)(?:的)?指标|指标[^，。？?]{0,6}?(?:是|属于|为|算)(?P<behind>[\u4e00-\u9fff]{2}性)"
)
GENERIC = r"(?<![各等的、和与及家所或上农乡])(?<!商业|合作|智慧|公立|三甲|重点|优质|各类|推动|鼓励)"


def lacking_name(case: Case) -> str:
    """Return the kind of body or place that a question wants named, where no evidence on the matter names one."""
    if case.question.english or case.question.about_document or case.question.everywhere:
        return ""
    for kind, endings in load_asking().called.items():
        if re.search(rf"{WHICH}(?>{kind})(?![级民庄镇企资重实工科自高技公])", case.text):
            name = re.compile(rf"[\u4e00-\u9fff]{{2}}{GENERIC}(?:{'|'.join(endings)})" if kind in endings else "|".join(endings))
            best = max((item.coverage for item in case.evidence[:READ]), default=0.0)
            near = [item for item in case.evidence[:READ] if item.coverage >= NEAR * best]
            if not any(name.search(f"{item.text}\n{above(item)}") for item in near):
                return f"具体是哪些{kind.rstrip('?')}"
    return ""


def lacking_sort(case: Case) -> str:
    """Return the sort of indicators asked for (约束性), where the documents of the one place asked about have no such word."""
    asked = SORT.search(case.text)
    nature = NATURE.search(case.text)
    sort = (asked["before"] or asked["behind"]) if asked else nature.group() if nature else ""
    own = [case.index.texts[info.id] for info in case.index.documents if not case.regions or info.region in case.regions]
    return f"哪些指标是“{sort}”的" if sort and len(case.regions) < 2 and not any(sort in text for text in own) else ""
