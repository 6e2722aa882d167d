"""An answer to a question of which one part asks who handles a matter, or where a thing is -> the line that nothing says it."""

import re

from answer.absent_charge import LEADS
from answer.article_charge import article_charge
from answer.case import Case
from answer.draft import MARK, Draft
from answer.headed_charge import units_in_charge
from answer.table_rows import charge_row, docs_asked

HANDLES = re.compile(
    r"(?:找|归|问|去|到|向)(?:谁|哪(?:一?个|一?家|些)?(?:部门|单位|局|委|科室|处室))(?:[^，。；？?]{0,4}(?:办|申请|申报|受理|管|审|批|备案))?|"
    r"(?:谁|哪(?:一?个|一?家|些)?(?:部门|单位|局|委|科室|处室))(?:来|去)?(?:审批|受理|批准|审核|备案|经办|办理|批|管)"
)
WHERE = re.compile(
    r"(?:建|设|放|落|选址|落户|落地|布局|坐落|位于|定)(?:在|于|到)?哪(?:里|儿|边|个(?:县|区|市|镇|乡|街道|地方|园区|城市|区县|县市))|"
    r"在(?:哪(?:里|儿|个(?:县|区|市|镇|乡|街道|地方|园区|城市|区县|县市)))(?:建|设|落地|落户|选址)"
)
PLACED = re.compile(
    r"位于|坐落|选址|落户|落地于|[东南西北]至|[以沿][^，。；]{2,12}(?:为核心|沿线|周边|[东西南北])|街道|[\u4e00-\u9fff]{2,}(?:镇|乡|村)(?!级)"
)
ASKS = re.compile(r"什么|哪|多少|几|怎么|如何|吗|谁|能不能|有没有|是否|可不可以")
CLAUSE = re.compile(r"[^，,。；;？?！!]+")
OFFICE = "资料没有说明由哪个部门受理。"
PLACE = "资料没有说明具体建在哪里。"


def tell_left_unsaid(draft: Draft, case: Case) -> None:
    """Say that it is not stated who handles the matter, or where the thing is, where a clause asks that and nothing tells it.

    It stands first where nothing else is asked, else last.

    Args:
        draft: the answer, which is added to.
        case: the question and its evidence.
    """
    if case.question.english or case.question.about_document or not draft.citations or len(case.regions) > 1:
        return
    for asked, told, words in ((HANDLES, _handled, OFFICE), (WHERE, _placed, PLACE)):
        clauses = [clause for clause in CLAUSE.findall(case.text) if asked.search(clause)]
        if not clauses or told(draft, case):
            continue
        others = any(ASKS.search(asked.sub("", clause)) for clause in CLAUSE.findall(case.text))
        draft.lines.insert(len(draft.lines) if others else 0, words)


def _handled(draft: Draft, case: Case) -> bool:
    """Tell whether the answer, or a clause or row on the matter, names units."""
    docs = docs_asked(case.retrieval, case.index)
    return (
        bool(LEADS.search(MARK.sub("", draft.text)))
        or any(case.index.infos[citation.doc].is_policy for citation in draft.citations)  # whose last articles may say it of all
        or units_in_charge(case.retrieval, case.concepts, case.index) is not None
        or charge_row(case.concepts, docs, case.index) is not None
        or bool(article_charge(case.best, case.concepts, case.index))
    )


def _placed(draft: Draft, case: Case) -> bool:
    """Tell whether the answer names a place that the question does not, or says where something lies."""
    known = {place.stem for place in case.question.places}
    return bool(PLACED.search(draft.text)) or any(place.stem not in known for place in case.gazetteer.places(draft.text))
