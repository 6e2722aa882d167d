"""Reference of enterprises and profiles.jsonl -> what each must be told and was, and what none may be told."""

from collections.abc import Mapping
from pathlib import Path

from eval.extraction.found import found_measure
from eval.extraction.gold_measures import load_gold_measures, load_gold_profiles
from eval.extraction.outcome import Extraction
from eval.jsonl import read_objects
from eval.metrics.interval import estimate
from eval.metrics.matched import DEPTH, score_profiles
from eval.placing import PlaceFinder

NOT_OFFERED = frozenset(("not_met", "no"))  # verdicts of measures that a system lists only to say no
MEASURES = "measures.jsonl"


def score_offers(reference: Path, file: Path, texts: Mapping[str, PlaceFinder]) -> Extraction:
    """Score what a run offered to enterprises.

    Raises:
        InputError: one of the files is faulty.
    """
    measures_file = reference.with_name(MEASURES)
    if not measures_file.exists() or not texts:
        return Extraction("profiles", f"没有参考文件 {measures_file.name}" if texts else "本次运行没有 texts.jsonl，无法核对出处")
    measures = load_gold_measures(measures_file)
    profiles = load_gold_profiles(reference, measures)
    offered = {}
    for number, row in read_objects(file):
        offers = [item for item in row.get("measures") or [] if item.get("verdict") not in NOT_OFFERED]
        offered[str(row.get("id"))] = [found_measure(f"{file}, line {number}", item) for item in offers]
    scores = score_profiles(profiles, measures, offered, texts)
    figures = {
        "profiles_recall": estimate([score.recall() for score in scores]),
        "profiles_recall@10": estimate([score.recall(DEPTH) for score in scores]),
        "profiles_precision": estimate([score.precision for score in scores]),
        "profiles_wrong": estimate([score.wrong_share for score in scores]),
        "profiles_order": estimate([score.order for score in scores]),
    }
    absent = [profile.id for profile in profiles if profile.id not in offered]
    notes = [f"{len(absent)} 家企业没有匹配结果，按什么都没有提供计。"] if absent else []
    count = sum(map(len, offered.values())) / len(offered) if offered else 0
    notes.append(f"每家企业平均列出 {count:.0f} 条；参考文件只评其中一部分，其余不计对错。")
    missed = tuple(f"{score.profile.id}：{'、'.join(score.missed)}" for score in scores if score.missed)
    extra = tuple(f"{score.profile.id} 不应提供：{'、'.join(score.wrong)}" for score in scores if score.wrong)
    return Extraction("profiles", "", figures, {}, tuple(notes), missed, extra)
