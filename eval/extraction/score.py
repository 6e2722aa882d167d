"""Folder of references and run folder -> an outcome for facts, measures and enterprises each.

What cannot be scored is said with its reason, never left out: no reference, no such file in the run, or nothing in it.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from eval.extraction.facts import score_facts
from eval.extraction.found import load_texts
from eval.extraction.measures import score_measures
from eval.extraction.outcome import Extraction, Part
from eval.extraction.profiles import score_offers
from eval.placing import PlaceFinder
from eval.scorefile import figures_object

Scorer = Callable[[Path, Path, Mapping[str, PlaceFinder]], Extraction]
PARTS: dict[Part, tuple[str, str, Scorer]] = {
    "facts": ("facts.csv", "facts.jsonl", score_facts),
    "measures": ("measures.jsonl", "measures.jsonl", score_measures),
    "profiles": ("profiles.jsonl", "profiles.jsonl", score_offers),
}


def score_extraction(references: Path, run: Path) -> list[Extraction]:
    """Score what a run extracted against the reference files of a folder.

    Raises:
        InputError: a file that is there is faulty.
    """
    texts = load_texts(run / "texts.jsonl")
    return [_part(part, references / wanted, run / came, scorer, texts) for part, (wanted, came, scorer) in PARTS.items()]


def extraction_object(parts: Iterable[Extraction]) -> dict[str, Any]:
    """Return the outcomes as they stand in score.json."""
    return {
        "extraction": {
            item.part: {
                "why_not": item.why_not,
                "metrics": figures_object(item.figures),
                "groups": {
                    grouping: {name: figures_object(found) for name, found in groups.items()} for grouping, groups in item.groups.items()
                },
                "notes": list(item.notes),
                "missed": list(item.missed),
                "extra": list(item.extra),
            }
            for item in parts
        }
    }


def _part(part: Part, reference: Path, file: Path, scorer: Scorer, texts: Mapping[str, PlaceFinder]) -> Extraction:
    if not reference.exists():
        return Extraction(part, f"没有参考文件 {reference.name}")
    if not file.exists():
        return Extraction(part, f"本次运行没有 {file.name}")
    if not file.stat().st_size:
        return Extraction(part, f"本次运行的 {file.name} 是空的")
    return scorer(reference, file, texts)
