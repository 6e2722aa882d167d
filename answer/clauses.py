"""Evidence -> the clause that fits best, in its own order, then the best sentences of others."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import MAX_CITATION
from answer.barred_lists import with_bars
from answer.choice import choose, leaning, without_bare_rows
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.named_rows import of_named_rows
from answer.named_support import of_named_support
from answer.opened_lists import with_items
from answer.quoting import is_figure, statement
from answer.wording import sentence_words
from facts.entry_labels import entry_title
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.retrieval import Retrieval

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
    sentences = [item for item in evidence if not is_figure(item)]
    sentences = without_bare_rows(sentences, retrieval.question)
    support = SUPPORT.search(retrieval.question.text)
    prose = sentences if sentences and (support or sentences[0].score >= PROSE_FIRST * evidence[0].score) else list(evidence)
    question = retrieval.question
    prose = of_named_support(question.text, of_named_rows(question.text, prose))
    leant = [replace(item, score=item.score + leaning(item, question)) for item in prose]
    ranked = sorted(leant, key=lambda item: (-item.score, item.doc, item.start))
    told = with_items(with_bars(choose(ranked, concepts, limit, prose[0].score), index.texts), index)
    lead = index.infos[told[0].doc].region
    scopes: dict[tuple[str, int, int], list[Evidence]] = {}
    for item in told:
        scopes.setdefault((item.doc, *item.passage.scope), []).append(item)
    for place, ((doc, *_), items) in enumerate(scopes.items()):
        runs = _runs(items, index)
        for run in runs if place else _led(runs, items, index):
            name = lead if not draft.citations else "" if index.infos[doc].region == lead else index.infos[doc].region
            draft.state(Statement(_with_title(run), run.passage, run.start, run.end, name))
    return draft


def _with_title(run: Statement) -> str:
    """What is quoted, behind the title of its entry: a line of one (每场奖励 50万元) does not say what it is of."""
    title = entry_title(run.passage.headings[-1]) if run.passage.headings else ""
    return run.words if not title or title in run.words else f"{title}：{run.words}"


def _led(runs: Sequence[Statement], items: Sequence[Evidence], index: PassageIndex) -> list[Statement]:
    """Put the sentence that speaks to the question far more than those around it before them, with the citation of them all."""
    best = max(items, key=lambda item: item.score)
    others = [item.own for item in items if item is not best and item.passage == best.passage]
    within = next((run for run in runs if run.start <= best.start and best.end <= run.end), None)
    clear = others and best.own >= CLEAR and max(others) <= MUCH_LESS * best.own
    if not clear or within is None or within.passage.row or best.end - best.start == within.end - within.start:
        return list(runs)
    text = index.texts[best.doc]
    if within.words != sentence_words(text[within.start : within.end]):
        return list(runs)  # sentences between were left out
    around = [(within.start, best.start), (best.end, within.end)]
    rest = [Statement(sentence_words(text[start:end]), within.passage, start, end) for start, end in around if text[start:end].strip()]
    led = Statement(sentence_words(text[best.start : best.end]), within.passage, within.start, within.end)
    return [led, *(part for run in runs for part in (rest if run is within else [run]))]


def _runs(items: Sequence[Evidence], index: PassageIndex) -> list[Statement]:
    """Put the sentences of one clause in its own order; those of one paragraph go together as far as one citation holds them."""
    runs: list[Statement] = []
    for item in sorted(items, key=lambda one: one.start):
        text = index.texts[item.doc]
        joins = runs and not item.passage.row and not runs[-1].passage.row and item.end - runs[-1].start <= MAX_CITATION
        if joins and not text[runs[-1].end : item.start].strip():
            start = runs[-1].start
            runs[-1] = Statement(sentence_words(text[start : item.end]), runs[-1].passage, start, item.end)
        elif joins and item.passage == runs[-1].passage:
            words = runs[-1].words + sentence_words(item.text)
            runs[-1] = Statement(words, item.passage, runs[-1].start, item.end)
        else:
            runs.append(statement(item))
    return runs
