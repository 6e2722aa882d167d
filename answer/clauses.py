"""Evidence -> the clause that fits best, in its own order, then the best sentences of others."""

import re
from collections.abc import Sequence

from answer.answer import MAX_CITATION
from answer.draft import Draft, Statement
from answer.evidence import Evidence, readable
from answer.quoting import is_figure, statement
from answer.wording import sentence_words
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieve import Retrieval

SECOND_SCOPE = 0.65  # share of the best score and coverage from which on another clause is told as well
OTHER_PLACE = 0.85  # the same for another place's, where the question names none
MOST_CLAUSES = 4
ON_TITLE = 0.5  # share of the question's concepts in a clause's title from which on all of it is to the point
OWN_SHARE = 0.4  # share of the best sentence's coverage that another one must hold itself
CLEAR, MUCH_LESS = 0.4, 0.6  # coverage of the one sentence that is told first, and the share of it that the others reach at most
PROSE_FIRST = 0.8  # share of the best row's score from which prose is told instead, where no figure is asked for
SUPPORT = re.compile(r"支持|补贴|补助|扶持|优惠|奖励|政策|措施|怎么|如何|怎样|帮|support|subsid|measure|how ", re.I)


def tell_clauses(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex, limit: int) -> Draft:
    """Quote the best clause in its own order, then the best sentences of others.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first; at least one.
        concepts: what the question asks about.
        index: where they come from.
        limit: characters of the answer.
    """
    draft = Draft(index, limit)
    told = [item for item in evidence if not is_figure(item)]
    prose = (
        told if told and (SUPPORT.search(retrieval.question.text) or told[0].score >= PROSE_FIRST * evidence[0].score) else list(evidence)
    )
    best = prose[0]
    scopes: dict[tuple[str, int, int], list[Evidence]] = {}
    for item in prose:
        scopes.setdefault((item.doc, *item.passage.scope), []).append(item)
    lead = index.infos[best.doc].region
    for place, (key, items) in enumerate(list(scopes.items())[:MOST_CLAUSES]):
        least = SECOND_SCOPE if retrieval.regions or index.infos[key[0]].region == lead else OTHER_PLACE
        if place and (items[0].score < least * best.score or items[0].coverage < least * best.coverage):
            continue
        allowance = min(draft.room() - 30, int(limit * (0.6 if not place else 0.35)))
        runs = _runs(_telling(items, concepts, best), index, allowance)
        for run in runs if place else _led(runs, items, index):
            name = lead if not draft.citations else "" if index.infos[key[0]].region == lead else index.infos[key[0]].region
            draft.state(Statement(run.words, run.passage, run.start, run.end, name))
    return draft


def _led(runs: Sequence[Statement], items: Sequence[Evidence], index: PassageIndex) -> list[Statement]:
    """Put the sentence that speaks to the question far more than those around it before them, with the citation of them all."""
    best = max(items, key=lambda item: item.score)
    others = [item.own for item in items if item is not best and item.passage == best.passage]
    within = next((run for run in runs if run.start <= best.start and best.end <= run.end), None)
    clear = others and best.own >= CLEAR and max(others) <= MUCH_LESS * best.own
    if not clear or within is None or within.passage.row or best.end - best.start == within.end - within.start:
        return list(runs)
    text = index.texts[best.doc]
    around = [(within.start, best.start), (best.end, within.end)]
    rest = [Statement(sentence_words(text[start:end]), within.passage, start, end) for start, end in around if text[start:end].strip()]
    led = Statement(sentence_words(text[best.start : best.end]), within.passage, within.start, within.end)
    return [led, *(part for run in runs for part in (rest if run is within else [run]))]


def _telling(items: Sequence[Evidence], concepts: Sequence[Concept], best: Evidence) -> list[Evidence]:
    """Sentences of a clause that speak to the question: all where its title does, else those that do themselves or stand by the best."""
    title = readable("\n".join(items[0].passage.headings[-1:]))
    if not is_figure(items[0]) and coverage(concepts, *title) >= ON_TITLE:
        return list(items)
    return [item for item in items if item.own >= OWN_SHARE * best.own or item.passage == best.passage] or [items[0]]


def _runs(items: Sequence[Evidence], index: PassageIndex, allowance: int) -> list[Statement]:
    """Choose the best sentences of one clause within an allowance and join those that stand together in a paragraph."""
    chosen: list[Evidence] = []
    for item in items:
        if sum(len(other.text) for other in chosen) + len(item.text) <= allowance or not chosen:
            chosen.append(item)
    chosen.sort(key=lambda item: item.start)
    runs: list[Statement] = []
    for item in chosen:
        text = index.texts[item.doc]
        joins = runs and not item.passage.row and runs[-1].passage.doc == item.doc and item.end - runs[-1].start <= MAX_CITATION
        if joins and text[runs[-1].end : item.start].strip(" \u3000") == "":
            start = runs[-1].start
            runs[-1] = Statement(sentence_words(text[start : item.end]), runs[-1].passage, start, item.end)
        else:
            runs.append(statement(item, "", min(MAX_CITATION, max(allowance, 80))))
    return runs
