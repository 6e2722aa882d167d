"""Evidence on a number asked for -> the pieces of which a clause states such a number of the thing, best first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.absent import sentence_around
from answer.counts import clauses_with
from answer.evidence import Evidence
from answer.interrogatives import Interrogative, interrogatives
from answer.pieces import SHORT_ROW
from answer.ranks import asks_rank, ranked
from answer.readable import readable
from answer.stated import years_of
from answer.things import is_framing, widened
from answer.weighing import bodies_of
from facts.scope import entity_of
from retriever.concepts import Concept
from retriever.question import Question

READ = 40  # pieces of evidence that are looked at
HELD = 0.6  # share of the thing, by weight, that the clause of a number must hold, and of its word that tells most
IN_CLAUSE, IN_SENTENCE, SCORE = 0.5, 0.3, 0.5  # what else counts beside the thing: the question in the clause and around it, the score
NUMBER = re.compile(r"\d|[二两三四五六七八九十百千万]")  # 一批, 一家 count nothing
OTHER_YEAR = 0.6  # of a piece that names years, but not the one asked about
NEAR = 0.8  # share of the best worth from which on another piece is told


def stating(evidence: Sequence[Evidence], question: Question, concepts: Sequence[Concept]) -> list[Evidence]:
    """Return the pieces that state a number of what a question counts, their scores by how well; none where no piece does.

    Args:
        evidence: pieces found in the hits, best first.
        question: one that asks for one count and stands for itself; of others none is told apart.
        concepts: what it asks about.
    """
    if asks_rank(question.text) and not question.follows:
        return ranked(evidence, question, concepts)
    asked = interrogatives(question.text)
    if len(asked) != 1 or asked[0].kind not in ("n", "") or question.follows or len(question.years) > 1 or not evidence:
        return []
    matter = [widened(one) for one in concepts if not is_framing(one.key, question)]
    counted = _counted(asked[0], matter)
    if not counted:
        return []
    best = evidence[0].score or 1.0
    names = [body.name for body in question.bodies]
    if names:
        own = [item for item in evidence[:READ] if bodies_of(item.passage, question.bodies) or _names(item, names)]
    else:
        own = [item for item in evidence[:READ] if not (item.passage.row and entity_of(item.passage.row.label))]  # such a row is of a body
    worth = [(_worth(asked[0], item, counted, matter) * (OTHER_YEAR if _is_of_other(item, question.years) else 1.0), item) for item in own]
    found = [replace(item, score=value + SCORE * item.score / best) for value, item in worth if value]
    found.sort(key=lambda item: (-item.score, item.doc, item.start))
    return [item for item in found if item.score >= NEAR * found[0].score]


def _names(item: Evidence, names: Sequence[str]) -> bool:
    """Tell whether the whole sentence that a piece is a part of names one of some bodies (甲实验室2028年…；到2030年…)."""
    return any(name in sentence_around(item) for name in names)


def _is_of_other(item: Evidence, asked: Sequence[int]) -> bool:
    """Tell whether a piece names years, and not the one asked about."""
    named = years_of(item.text) if asked and not item.passage.row else set()
    return bool(named) and not named & set(asked)


def _counted(asked: Interrogative, matter: Sequence[Concept]) -> list[Concept]:
    """What a number is asked of: the things named behind the interrogative, else where it has a counter those before it."""
    text = asked.clause.lower()
    behind = [one for one in matter if one.key in text[asked.end :] and len(one.key) > 1]
    return behind or [one for one in matter if asked.kind and one.key in text[: asked.start] and len(one.key) > 1]


def _worth(asked: Interrogative, item: Evidence, counted: Sequence[Concept], matter: Sequence[Concept]) -> float:
    """How well the best clause of a piece states the number: 0 where none holds enough of the thing, and of what tells most of it."""
    telling = max(counted, key=lambda one: one.weight)
    clauses = [clause for clause in clauses_with(asked, item) if NUMBER.search(clause) and _is_own(clause, item)]
    clauses = [clause for clause in clauses if min(_share(counted, clause), _share([telling], clause)) >= HELD]
    around = "\n".join([item.text, *item.passage.headings[-2:], item.passage.context])
    return max(
        (_share(counted, clause) + IN_CLAUSE * _share(matter, clause) + IN_SENTENCE * _share(matter, around) for clause in clauses),
        default=0.0,
    )


def _is_own(clause: str, item: Evidence) -> bool:
    """Tell whether a clause is one of the piece itself, where that is but a part of a long row."""
    return item.passage.row is None or len(item.passage.text) <= SHORT_ROW or clause in re.sub(r"\s+", "", item.text)


def _share(concepts: Sequence[Concept], text: str) -> float:
    """The share of some concepts, by weight, that a text holds."""
    body = readable(text)
    return sum(one.weight * one.found_in(*body) for one in concepts) / (sum(one.weight for one in concepts) or 1.0)
