"""Gains of ranked hits -> reciprocal rank and nDCG by ir-measures; the one door to that library.

Conventions are those of trec_eval, which computes underneath: gain g at rank r adds g / log2(r + 1); the ideal ranking
holds every gain, also those of quotes that no hit brings, in falling order.
"""

from collections.abc import Mapping
from functools import cache

import ir_measures
from ir_measures import RR, nDCG

NDCG_DEPTH = 10
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
    measures = _measures()
    names = {measure: name for name, measure in measures.items()}
    values = {name: dict.fromkeys(projected, 0.0) for name in measures}
    if qrels and scored:
        for result in ir_measures.iter_calc(list(measures.values()), qrels, scored):
            values[names[result.measure]][result.query_id] = float(result.value)
    return values
