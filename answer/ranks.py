"""A question for a rank (在全国排第几) -> the pieces of evidence of which a clause tells one of the thing; that none does, in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.case import Case
from answer.evidence import Evidence
from answer.readable import readable
from answer.stated import years_of
from answer.things import is_framing, named_indicators, widened
from facts.asking import load_asking
from retriever.concepts import Concept
from retriever.question import Question

READ = 40  # pieces of evidence that are looked at
HELD = 0.6  # share of the thing, by weight, that the clause of a rank and what stands above it must hold
LEAST = 0.3  # share from which on a clause may be of the thing after all, so that it is quoted
AROUND = 0.9  # what the whole passage holds of the thing counts for so much of what the clause does
NEAR = 0.8  # share of the best worth from which on another piece is told
ASKED = re.compile(
    r"第几(?!条|章|款|批|次|期|个|轮)|名次|位次|(?:排名|排)(?:在|是|到)?(?:多少|几|第几)|排名(?:是|呢|目标|如何|怎么样|情况)?[？?]?$"
)
RANK = re.compile(
    r"(?:(?<!列)第\s*(?:\d+|[一二三四五六七八九十]+)\s*(?:位|名(?!单))?|前\s*(?:\d++|[一二三四五六七八九十]++)\s*+[%％]?+\s*+[位名强]?+)(?!排?名?的)|首位|榜首|排名[^，。；]{0,6}(?:提升|上升|跃升|前移)"
)
CLAUSE = re.compile(r"[，。；;\n]")
GOES_ON = re.compile(
    r"\s*(?:占|在|均|都|分别|位|居|列|排|稳居|跃居|规模|增速|总量|进入|跻身|力争进入|争取进入|创建|成为)"
)  # of what the clause before speaks of


def asks_rank(text: str) -> bool:
    """Tell whether a rank is asked for.

    >>> asks_rank("甲市研发强度在全省排第几"), asks_rank("第几条规定的"), asks_rank("谁排名最高")
    (True, False, False)
    """
    return bool(ASKED.search(text))


def ranked(evidence: Sequence[Evidence], question: Question, concepts: Sequence[Concept], least: float = HELD) -> list[Evidence]:
    """Return the pieces of which a clause tells a rank of the thing, among those asked about (全国, 全省), best first.

    Args:
        evidence: pieces found in the hits, best first.
        question: one that asks for a rank.
        concepts: what it asks about.
        least: share of the thing that the clause of a rank must hold.
    """
    among = next((terms for word, terms in load_asking().scopes.items() if word in question.text), ())
    matter = _matter(question, concepts)
    found = []
    for item in evidence[:READ] if matter else ():
        if question.years and (own := years_of(item.text)) and not own & set(question.years):
            continue
        told = list(_clauses(item.text, among))
        worth = max((_share(matter, f"{clause}\n{_above(item)}") for clause in told), default=0.0)
        if told and not named_indicators(question.text):  # what is no indicator may be named before: 建好甲园，扩容提质，进入全国前十
            worth = max(worth, AROUND * _share(matter, f"{item.text}\n{item.passage.text}\n{_above(item)}"))
        found += [replace(item, score=worth + item.score / (2 * (evidence[0].score or 1.0)))] if worth >= least else []
    found.sort(key=lambda item: (-item.score, item.doc, item.start))
    return [item for item in found if item.score >= NEAR * found[0].score]


def lacking_rank(case: Case) -> str:
    """Return that no rank of the thing is told, where that of an indicator, or of nothing at all, is asked for; "" elsewhere."""
    question = case.question
    if not asks_rank(case.text) or len(case.regions) > 1 or question.english or question.about_document or question.follows:
        return ""
    if _matter(question, case.concepts) and not named_indicators(case.text):
        return ""  # what is no indicator may be called otherwise
    return "" if ranked(case.evidence, question, case.concepts, LEAST) else "这一项的名次"


def _matter(question: Question, concepts: Sequence[Concept]) -> list[Concept]:
    """What the rank is asked of: an indicator that is named, by all its names, else the words besides those that ask."""
    named = [replace(one, weight=1.0) for one in named_indicators(question.text)]
    own = [widened(one) for one in concepts if not is_framing(one.key, question) and not ASKED.search(f"{one.key}几")]
    return named or [one for one in own if one.key not in load_asking().scopes and one.key != "排名"]


def _clauses(text: str, among: Sequence[str]) -> Iterator[str]:
    """The clauses that tell a rank, each behind the one that it goes on from."""
    before = ""
    for clause in CLAUSE.split(text):
        if RANK.search(clause) and (not among or any(word in clause for word in among)):
            yield f"{before}，{clause}" if GOES_ON.match(clause) else clause
        before = f"{before}，{clause}" if GOES_ON.match(clause) else clause


def _above(item: Evidence) -> str:
    return "\n".join([*item.passage.headings[-1:], item.passage.row.label if item.passage.row else ""])


def _share(concepts: Sequence[Concept], text: str) -> float:
    """The share of some concepts, by weight, that a text holds."""
    body = readable(text)
    return sum(one.weight * one.found_in(*body) for one in concepts) / (sum(one.weight for one in concepts) or 1.0)
