"""Score -> one self-contained HTML page: charts, groups, and a browser of all questions with what went wrong.

What the run says is untrusted: it reaches the page as JSON in which no markup can begin, and from there as text only.
"""

import base64
import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from string import Template
from typing import Any

from eval.answers import Excerpt
from eval.extraction.names import METRIC_OF, PART_LABELS
from eval.extraction.outcome import Extraction
from eval.metrics.table import METRICS
from eval.report import GROUP_LABELS, verdict
from eval.scorefile import figures_object, risk_object
from eval.scoring import QuestionScore, Score

TEMPLATE = Path(__file__).resolve().parent / "template"
SHOWN_HITS = 5
SHOWN_TEXT = 400


def page(score: Score, title: str, about: Sequence[tuple[str, str]], with_misses: bool, extraction: Sequence[Extraction] = ()) -> str:
    """Return the page.

    Args:
        score: the scored run.
        title: first heading.
        about: what was run on what, as pairs of label and value.
        with_misses: list the questions; without, a locked set stays unread.
        extraction: outcomes for facts, measures and offers.
    """
    script = (TEMPLATE / "page.js").read_text(encoding="utf-8")
    return Template((TEMPLATE / "page.html").read_text(encoding="utf-8")).substitute(
        title=html.escape(title),
        style=(TEMPLATE / "page.css").read_text(encoding="utf-8"),
        script=script,
        script_hash=f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}",
        data=inert_json({**page_data(score, about, with_misses), "extraction": [_extraction(item) for item in extraction]}),
    )


def inert_json(value: dict[str, Any]) -> str:
    r"""Return JSON that cannot end the script element it stands in, nor begin another.

    >>> inert_json({"a": "</script>"})
    '{"a": "\\u003c/script>"}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")


def page_data(score: Score, about: Sequence[tuple[str, str]], with_misses: bool) -> dict[str, Any]:
    """Return all that the page shows."""
    return {
        "about": [list(pair) for pair in about],
        "metrics": [asdict(metric) for metric in METRICS],
        "figures": figures_object(score.figures),
        "groupings": GROUP_LABELS,
        "groups": {
            grouping: {name: figures_object(found) for name, found in members.items()} for grouping, members in score.groups.items()
        },
        "risk": risk_object(score.risk),
        "locked": not with_misses,
        "questions": [_question(question) for question in score.questions] if with_misses else [],
    }


def _extraction(item: Extraction) -> dict[str, Any]:
    rows = [{**asdict(METRIC_OF[name]), "figure": figure} for name, figure in figures_object(item.figures).items()]
    lists = [{"label": label, "lines": list(lines)} for label, lines in (("未找到", item.missed), ("参考文件没有", item.extra)) if lines]
    return {"label": PART_LABELS[item.part], "why_not": item.why_not, "rows": rows, "notes": list(item.notes), "lists": lists}


def _question(question: QuestionScore) -> dict[str, Any]:
    gold, row = question.gold, question.row
    evidence = zip(gold.evidence, question.ranks, question.cited, strict=True)
    return {
        "id": gold.id,
        "question": gold.question,
        "history": list(gold.history),
        "type": gold.type,
        "persona": gold.persona,
        "region": list(gold.region),
        "difficulty": gold.difficulty,
        "verdict": verdict(question),
        "reference": gold.answer,
        "notes": gold.notes,
        "answer": row.answer,
        "error": row.error,
        "points": [{"strings": list(point), "made": point not in question.missing} for point in gold.must],
        "forbidden": list(question.forbidden),
        "evidence": [{"doc": item.doc, "quote": item.quote, "rank": rank, "cited": cited} for item, rank, cited in evidence],
        "citations": [{**_excerpt(item), "shows": shows} for item, shows in zip(row.citations, question.showing, strict=True)],
        "hits": [_excerpt(item) for item in row.hits[:SHOWN_HITS]],
    }


def _excerpt(item: Excerpt) -> dict[str, str]:
    """Return an excerpt as shown; what is cut ends with an ellipsis."""
    text = item.text if len(item.text) <= SHOWN_TEXT else item.text[:SHOWN_TEXT] + "…"
    return {"doc": item.doc, "context": " ".join(item.context.split()), "text": text}
