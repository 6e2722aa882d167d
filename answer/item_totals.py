"""A question for the sum of what a box lists (七个“一号题”一共投入多少) -> the sum of what its lines state, each cited."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.case import Case
from answer.draft import Draft, Statement
from answer.table_rows import docs_asked
from facts.likeness import shared_run
from facts.sums import plain_sum
from index.numerals import numeral
from index.passages import Passage

ASKED = re.compile(
    r"(?:加在?[一1]?[起块]|加起来|合计|[一1]共|总共|总计|全部)[^，。？?]{0,10}(?:投|花|钱|资金|多少亿|多少万)|(?:投|花)[^，。？?]{0,6}(?:一共|总共|合计)"
)
STATED = re.compile(r"(?:总投资|投资|投入|经费|资金)(?:额|总额)?[约为达]?\s*(?P<n>\d+(?:\.\d+)?)\s*(?P<unit>亿元|万元)")
COUNT = re.compile(r"(?P<n>[一二两三四五六七八九十]{1,3}|\d{1,2})(?:个|项|条|大|家|座|道)")
GENERIC = re.compile(r"重大|重点|主要|科技|创新|项目|专项|工程|建设|投资|投入|产业|计划|清单|情况|一览|专栏|[一二三四五六七八九十\d]")
SHORTEST, FEWEST = 2, 2  # characters of its name that a question must hold; lines


def item_totals(case: Case) -> Draft | None:
    """Return the sum with its formula, None where no such sum is asked for or not every line of one list states one.

    Args:
        case: the question, of one place.
    """
    docs = docs_asked(case.retrieval, case.index) or tuple(item.doc for item in case.evidence[:1] if not case.regions)
    if not docs or case.question.english or not ASKED.search(case.text):
        return None
    groups: dict[tuple[str, str], list[Passage]] = {}
    for passage in case.index.passages:
        if passage.doc in docs and passage.headings and passage.row is None and passage.text.strip() != passage.headings[-1]:
            groups.setdefault((passage.doc, passage.headings[-1]), []).append(passage)
    named = [(len(run), key) for key in groups if len(run := shared_run(GENERIC.sub(" ", key[1]), case.text)) >= SHORTEST]
    best = max((length for length, _ in named), default=0)
    meant = [key for length, key in named if length == best]
    if len(meant) != 1:
        return None
    lines = _lines(groups[meant[0]], case)
    stated = [list(STATED.finditer(words)) for words, _ in lines]
    units = {match["unit"] for found in stated for match in found}
    if len(lines) < FEWEST or any(len(found) != 1 for found in stated) or len(units) != 1:
        return None
    counted = COUNT.search(case.text)
    if counted and numeral(counted["n"]) != len(lines):
        return None
    unit = units.pop()
    sums = [Decimal(found[0]["n"]) for found in stated]
    formula = "+".join(f"{plain_sum(one)}{unit}" for one in sums)
    total = f"{plain_sum(sum(sums, Decimal(0)))}{unit}"
    draft = Draft(case.index, MAX_ANSWER)
    region = case.index.infos[meant[0][0]].region
    told = draft.tell([f"{region}：按所列{len(lines)}项合计{total}（{formula}={total}）", *(place for _, place in lines), "。"])
    return draft if told else None


def _lines(passages: Sequence[Passage], case: Case) -> list[tuple[str, Statement]]:
    """The lines of a list, without the one that is its title."""
    found = []
    for passage in passages:
        at = passage.start
        for line in case.index.texts[passage.doc][passage.start : passage.end].split("\n"):
            if line.strip() and re.sub(r"\s", "", line) not in re.sub(r"\s", "", passage.headings[-1]):
                start = at + len(line) - len(line.lstrip())
                end = min(at + len(line.rstrip()), start + MAX_CITATION)
                found.append((line, Statement("", passage, start, end)))
            at += len(line) + 1
    return found
