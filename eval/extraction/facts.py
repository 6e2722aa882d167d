"""Reference of facts and facts.jsonl -> recall and precision, by kind, source and document, and how well each was understood."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from eval.extraction.found import FoundFact, load_found_facts
from eval.extraction.gold_facts import GoldFact, load_gold_facts
from eval.extraction.outcome import Extraction, Figures, share
from eval.metrics import factual
from eval.metrics.interval import estimate
from eval.placing import PlaceFinder

DETAILS: dict[str, Callable[[GoldFact, FoundFact], bool]] = {
    "facts_kind_right": factual.kind_right,
    "facts_comparator_right": factual.comparator_right,
    "facts_unit_right": factual.unit_right,
    "facts_scope_right": factual.scope_right,
    "facts_indicator_right": factual.indicator_right,
}


def score_facts(reference: Path, file: Path, texts: Mapping[str, PlaceFinder]) -> Extraction:
    """Score the facts of a run.

    Raises:
        InputError: one of the files is faulty.
    """
    match = factual.match_facts(load_gold_facts(reference), load_found_facts(file), texts)
    golds = [(gold, True) for gold, _ in match.pairs if not gold.optional] + [(gold, False) for gold in match.missed]
    figures_found = [(found, True) for _, found in match.pairs] + [(found, False) for found in match.extra]
    figures = {"facts_recall": share(golds), "facts_precision": share(figures_found)}
    for name, right in DETAILS.items():
        figures[name] = estimate([float(right(gold, found)) for gold, found in match.pairs])
    groups = {
        "kind": _both(golds, figures_found, lambda gold: gold.kind, lambda found: found.kind),
        "source": _both(golds, figures_found, lambda gold: gold.source, lambda found: found.origin),
        "doc": _both(golds, figures_found, lambda gold: gold.doc, lambda found: found.doc),
    }
    optional = sum(gold.optional for gold, _ in match.pairs)
    notes = [f"找到 {optional} 条可有可无的指标数，计入精确率，不计入召回。"] if optional else []
    notes += [f"另有 {match.worded} 条以文字为值的指标，不计入精确率。"] if match.worded else []
    notes += [] if match.placed else ["本次运行没有 texts.jsonl，只按文件、年份、数值和单位比对，未核对出处。"]
    notes += [f"参考文件有 {len(match.unplaced)} 条引文在运行所给的文本里找不到。"] if match.unplaced else []
    missed = tuple(f"{gold.doc} {gold.name} {gold.year} {gold.value}{gold.unit}（{gold.kind}）：{gold.quote[:60]}" for gold in match.missed)
    extra = tuple(f"{one.doc} {one.name} {one.year} {one.value}{one.unit}（{one.kind}）{one.scope}" for one in match.extra)
    return Extraction("facts", "", figures, groups, tuple(notes), missed, extra)


def _both(
    golds: Sequence[tuple[GoldFact, bool]],
    founds: Sequence[tuple[FoundFact, bool]],
    of_gold: Callable[[GoldFact], str],
    of_found: Callable[[FoundFact], str],
) -> dict[str, Figures]:
    """Return recall and precision of each group, by what reference and found facts say of themselves."""
    names = sorted({of_gold(gold) for gold, _ in golds} | {of_found(found) for found, _ in founds})
    return {
        name: {
            "facts_recall": share([item for item in golds if of_gold(item[0]) == name]),
            "facts_precision": share([item for item in founds if of_found(item[0]) == name]),
        }
        for name in names
    }
