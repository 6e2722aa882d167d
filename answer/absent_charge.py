"""A case that asks who is in charge -> that no evidence names anybody, in words; "" where one does."""

import re

from answer.absent import speaks_of
from answer.article_charge import article_charge
from answer.case import READ, Case, with_units
from answer.charge import CHARGE
from answer.headed_charge import units_in_charge
from answer.table_rows import charge_row, docs_asked
from answer.things import things
from retriever.names import named_documents

WHO = re.compile(
    r"(?:哪个|哪些|什么|哪家)(?:部门|单位|局|委)[^，。？?]{0,8}(?:牵头|负责|主管|分管|抓)|谁(?:来)?(?:牵头|负责|主管|管|抓)|归谁|(?:责任|牵头|主管)(?:单位|部门)是"
)
UNIT_IN_CHARGE = "这件事由哪个部门负责"
LEADS = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:(?<![布格结])局|委员会|办公室|管委会)|牵头|负责|责任(?:单位|部门)|主管|领导小组|领导机制|抓总|统筹|出资|承担|依托|部门"
)


def lacking_charge(case: Case) -> str:
    """Return that nobody is named for a matter, where the units in charge are asked for and no evidence on it names any."""
    if case.question.english or not WHO.search(case.text) or units_in_charge(case.retrieval, case.concepts, case.index):
        return ""
    if charge_row(case.concepts, docs_asked(case.retrieval, case.index), case.index) or article_charge(
        case.best, case.concepts, case.index
    ):
        return ""
    named = things([one for one in case.concepts if one.key not in CHARGE], case.question, case.vocabulary)
    named_in = {info.id for info in named_documents(case.text, case.index.documents)}
    evidence = [item for item in case.evidence[: 3 * READ] if not named_in or item.doc in named_in]
    told = any(LEADS.search(with_units(item)) and speaks_of(item, named) for item in evidence)
    return "" if told or not named else UNIT_IN_CHARGE
