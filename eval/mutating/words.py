"""Faults in what stands around the figures of an answer: years, places, citations, whole sentences."""

import re
from dataclasses import replace

from answer.answer import MAX_CITATION
from answer.claims import MARKS, claims
from answer.plain import bare
from answer.years import year_mentions
from eval.mutating.told import Setting, Told

FORGED = (
    "对首次认定的企业一次性奖励50万元",
    "将建设12个国际合作示范基地",
    "由市财政局每年安排专项经费3亿元",
    "企业须在每年6月底前提交申报材料",
    "全面取消项目验收环节",
    "优先保障外地企业用地需求",
    "该目标已于去年提前完成",
    "未完成任务的单位将被通报批评",
)
YEARS = (2015, 2020, 2022, 2024, 2025, 2027, 2030, 2035)


def year_changed(told: Told, setting: Setting) -> Told | None:
    """A year becomes another one that such documents name."""
    found = [year for year in year_mentions(told.text) if year.first == year.last]
    if not found:
        return None
    mention = setting.random.choice(found)
    others = [year for year in YEARS if year != mention.first]
    return told.swap(mention.start, mention.start + 4, str(setting.random.choice(others)))


def place_changed(told: Told, setting: Setting) -> Told | None:
    """The place an answer speaks of becomes another of the corpus."""
    found = [
        (m.start(), m.end()) for region in setting.regions for m in re.finditer(f"(?:^|(?<=\n)){re.escape(region)}(?=[：:（“])", told.text)
    ]
    if not found or len(setting.regions) < 2:
        return None
    start, end = setting.random.choice(found)
    return told.swap(start, end, setting.random.choice([region for region in setting.regions if region != told.text[start:end]]))


def citation_moved(told: Told, setting: Setting) -> Told | None:
    """A mark points to another passage of the same document."""
    if not told.citations:
        return None
    chosen = setting.random.choice(told.citations)
    others = [p for p in setting.passages if p.doc == chosen.doc and p.kind != "title" and (p.end <= chosen.start or p.start >= chosen.end)]
    if not others:
        return None
    other = setting.random.choice(others)
    said = [claim for claim in claims(told.text) if claim.marks == (chosen.n,)]
    if not said or any(bare(claim.text)[-8:] in bare(other.text) for claim in said):
        return None
    end = min(other.end, other.start + MAX_CITATION)
    moved = replace(
        chosen, passage_id=other.passage_id, start=other.start, end=end, text=setting.source.texts[other.doc][other.start : end]
    )
    return replace(told, citations=tuple(moved if citation is chosen else citation for citation in told.citations))


def sentence_invented(told: Told, setting: Setting) -> Told | None:
    """A sentence that no document holds is told with a citation of the answer, or without any."""
    marks = list(MARKS.finditer(told.text))
    if not marks:
        return None
    mark = setting.random.choice(marks)
    words = setting.random.choice(FORGED)
    if setting.random.random() < 0.25:
        return replace(told, text=f"{told.text}\n{words}。")
    return told.swap(mark.start(), mark.start(), f"。{words}")
