"""Gains of ranked hits -> reciprocal rank and nDCG by ir-measures; the one door to that library.

Conventions are those of trec_eval, which computes underneath: gain g at rank r adds g / log2(r + 1); the ideal ranking
holds every gain, also those of quotes that no hit brings, in falling order.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import ir_measures
from ir_measures import RR, R, nDCG

NDCG_DEPTH = 10
RECALL_DEPTHS = (5, 10)
MISSED = "missed"


@cache
def _measures() -> dict[str, ir_measures.Measure]:
    return {"mrr": RR, f"ndcg@{NDCG_DEPTH}": nDCG @ NDCG_DEPTH}


def rank_values(projected: Mapping[str, tuple[list[int], int]]) -> dict[str, dict[str, float]]:
    """Return the value of each ranking metric for each question.

    Args:
        projected: by question id, the gain of every hit, best first, and how many quotes were missed.

    Returns:
        Metric name -> question id -> value in [0, 1]; a question without hits has 0.
    """
    qrels: list[ir_measures.Qrel] = []
    scored: list[ir_measures.ScoredDoc] = []
    for question, (earned, missed) in projected.items():
        qrels.extend(ir_measures.Qrel(question, f"{MISSED}{place}", 1) for place in range(missed))
        for rank, gain in enumerate(earned, 1):
            scored.append(ir_measures.ScoredDoc(question, f"hit{rank}", float(-rank)))
            if gain:
                qrels.append(ir_measures.Qrel(question, f"hit{rank}", gain))
    return _values(_measures(), projected, qrels, scored)


def document_values(judged: Mapping[str, Mapping[str, int]], ranked: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return the value of each ranking metric for each question, on judgments of whole documents.

    Args:
        judged: question id -> document id -> grade, 0 for not relevant.
        ranked: question id -> document ids, best first, each once.

    Returns:
        As rank_values.
    """
    qrels = [ir_measures.Qrel(question, doc, grade) for question, graded in judged.items() for doc, grade in graded.items()]
    scored = [ir_measures.ScoredDoc(question, doc, float(-rank)) for question, docs in ranked.items() for rank, doc in enumerate(docs, 1)]
    return _values(_measures() | {f"recall@{k}": R @ k for k in RECALL_DEPTHS}, judged, qrels, scored)


def _values(
    measures: Mapping[str, ir_measures.Measure],
    questions: Iterable[str],
    qrels: list[ir_measures.Qrel],
    scored: list[ir_measures.ScoredDoc],
) -> dict[str, dict[str, float]]:
    """Let the library compute; it passes over questions without hits, whose value is 0."""
    values = {name: dict.fromkeys(questions, 0.0) for name in measures}
    if qrels and scored:
        names = {measure: name for name, measure in measures.items()}
        for result in ir_measures.iter_calc(list(measures.values()), qrels, scored):
            values[names[result.measure]][result.query_id] = float(result.value)
    return values
