"""Reference of measures and measures.jsonl -> recall, precision, and whether given and intended were told apart."""

from collections.abc import Mapping
from pathlib import Path

from eval.extraction.found import load_found_measures
from eval.extraction.gold_measures import load_gold_measures
from eval.extraction.outcome import Extraction, share
from eval.metrics.interval import estimate
from eval.metrics.measured import match_measures
from eval.placing import PlaceFinder


def score_measures(reference: Path, file: Path, texts: Mapping[str, PlaceFinder]) -> Extraction:
    """Score the measures of a run.

    Raises:
        InputError: one of the files is faulty.
    """
    if not texts:
        return Extraction("measures", "本次运行没有 texts.jsonl，无法核对出处")
    match = match_measures(load_gold_measures(reference), load_found_measures(file), texts)
    golds = [(gold, True) for gold, _ in match.found] + [(gold, False) for gold in match.missed]
    founds = [(found, True) for found in match.right] + [(found, False) for found in match.extra]
    graded = [float(gold.granted == found.granted) for gold, found in match.found if found.granted is not None]
    figures = {
        "measures_recall": share([item for item in golds if item[0].instrument]),
        "measures_recall_all": share(golds),
        "measures_precision": share(founds),
        "measures_grant_right": estimate(graded),
        "measures_tightness": estimate(match.tightness),
    }
    groups = {
        "grant": {
            name: {"measures_recall_all": share([item for item in golds if item[0].granted == granted])}
            for name, granted in (("granted", True), ("intended", False))
        },
        "doc": {
            doc: {
                "measures_recall": share([item for item in golds if item[0].doc == doc and item[0].instrument]),
                "measures_precision": share([item for item in founds if item[0].doc == doc]),
            }
            for doc in sorted({gold.doc for gold, _ in golds})
        },
    }
    notes = [f"参考文件有 {len(match.unplaced)} 条引文在运行所给的文本里找不到。"] if match.unplaced else []
    missed = tuple(f"{gold.id} {gold.name}：{gold.quotes[0][:60]}" for gold in match.missed if gold.instrument)
    extra = tuple(f"{one.doc} [{one.span[0]}, {one.span[1]}) {one.name[:60]}" for one in match.extra)
    return Extraction("measures", "", figures, groups, tuple(notes), missed, extra)
