"""Evidence on a number asked for -> the pieces of which a clause states such a number of the thing, best first."""

from collections.abc import Sequence
from dataclasses import replace

from answer.counts import clauses_with
from answer.evidence import Evidence
from answer.interrogatives import Interrogative, interrogatives
from answer.pieces import SHORT_ROW
from answer.readable import readable
from answer.things import is_framing, widened
from retriever.concepts import Concept
from retriever.question import Question

READ = 40  # pieces of evidence that are looked at
HELD = 0.6  # share of the thing, by weight, that the clause of a number must hold, and of its last word
IN_CLAUSE, IN_SENTENCE, SCORE = 0.5, 0.3, 0.5  # what else counts beside the thing: the question in the clause and around it, the score
NEAR = 0.8  # share of the best worth from which on another piece is told


def stating(evidence: Sequence[Evidence], question: Question, concepts: Sequence[Concept]) -> list[Evidence]:
    """Return the pieces that state a number of what a question counts, their scores by how well; none where no piece does.

    Args:
        evidence: pieces found in the hits, best first.
        question: one that asks for one count and stands for itself; of others none is told apart.
        concepts: what it asks about.
    """
    asked = interrogatives(question.text)
    if len(asked) != 1 or asked[0].kind not in ("n", "") or question.follows or len(question.years) > 1 or not evidence:
        return []
    matter = [widened(one) for one in concepts if not is_framing(one.key, question)]
    counted = _counted(asked[0], matter)
    if not counted:
        return []
    best = evidence[0].score or 1.0
    worth = [(_worth(asked[0], item, counted, matter), item) for item in evidence[:READ]]
    found = [replace(item, score=value + SCORE * item.score / best) for value, item in worth if value]
    found.sort(key=lambda item: (-item.score, item.doc, item.start))
    return [item for item in found if item.score >= NEAR * found[0].score]


def _counted(asked: Interrogative, matter: Sequence[Concept]) -> list[Concept]:
    """What a number is asked of: the things named behind the interrogative, else the last one before it."""
    text = asked.clause.lower()
    behind = [one for one in matter if one.key in text[asked.end :] and len(one.key) > 1]
    before = [one for one in matter if one.key in text[: asked.start] and len(one.key) > 1] if asked.kind else []
    return sorted(behind or before, key=lambda one: text.rfind(one.key) + len(one.key))[0 if behind else -1 :]


def _worth(asked: Interrogative, item: Evidence, counted: Sequence[Concept], matter: Sequence[Concept]) -> float:
    """How well the best clause of a piece states the number: 0 where none holds enough of the thing."""
    if item.passage.row and len(item.passage.text) > SHORT_ROW:
        return 0.0
    clauses = [
        clause for clause in clauses_with(asked, item) if min(_share(counted, clause), counted[-1].found_in(*readable(clause))) >= HELD
    ]
    around = "\n".join([item.text, *item.passage.headings[-2:], item.passage.context])
    return max(
        (_share(counted, clause) + IN_CLAUSE * _share(matter, clause) + IN_SENTENCE * _share(matter, around) for clause in clauses),
        default=0.0,
    )


def _share(concepts: Sequence[Concept], text: str) -> float:
    """The share of some concepts, by weight, that a text holds."""
    body = readable(text)
    return sum(one.weight * one.found_in(*body) for one in concepts) / (sum(one.weight for one in concepts) or 1.0)
