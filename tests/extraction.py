"""A made-up plan of which all is known: its reference files, and a run that has extracted it right."""

import csv
import json

import pytest

from eval.extraction.gold_facts import REQUIRED
from eval.extraction.score import score_extraction

TEXT = "到2025年，高新技术企业达到 600 家以上，研发投入强度达到3.8%。\n"
TEXT += "2020年，高新技术企业294家。对首次认定的企业奖励20万元。探索设立科技保险。"


def gold_fact(quote, value, **other):
    base = {"doc": "plan", "indicator": "高新技术企业数", "year": "2025", "value": value, "value_high": "", "unit": "家", "comparator": "=",
            "kind": "target", "scope": "全市", "name": "高新技术企业", "source": "text", "quote": quote}  # fmt: skip
    return {**base, **other}


GOLD_FACTS = [
    gold_fact("高新技术企业达到600家以上", "600", comparator=">="),
    gold_fact("研发投入强度达到3.8%", "3.8", unit="%", name="研发投入强度", indicator="研发投入强度"),
    gold_fact("高新技术企业294家", "294", year="2020", kind="actual"),
]
GOLD_MEASURES = [
    {"id": "M-1", "doc": "plan", "name": "奖励", "quote": "对首次认定的企业奖励20万元", "evidence": [], "grant": "granted",
     "instrument": True},
    {"id": "M-2", "doc": "plan", "name": "保险", "quote": "探索设立科技保险", "evidence": [], "grant": "intended",
     "instrument": False},
]  # fmt: skip
GOLD_PROFILES = [{"id": "P-1", "profile": "新认定的企业", "must": ["M-1"], "may": [], "must_not": ["M-2"]}]


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


class Plan:
    """The plan's reference files in a folder, a run in another, and what a run may hold."""

    text = TEXT
    gold_facts = tuple(GOLD_FACTS)
    gold_measures = tuple(GOLD_MEASURES)
    gold_fact = staticmethod(gold_fact)
    write_lines = staticmethod(write_lines)

    def __init__(self, folder) -> None:
        self.references, self.run = folder / "gold", folder / "run"
        self.references.mkdir()
        self.run.mkdir()
        self.write_gold_facts(GOLD_FACTS, "start_hint")
        write_lines(self.references / "measures.jsonl", GOLD_MEASURES)
        write_lines(self.references / "profiles.jsonl", GOLD_PROFILES)

    def write_gold_facts(self, rows, *more):
        """Write the reference of facts, with columns beyond those required."""
        with (self.references / "facts.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*REQUIRED, *more])
            writer.writeheader()
            writer.writerows(rows)

    def span_of(self, words):
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words)}

    def fact(self, words, value, **other):
        """What a run says of a figure."""
        named = dict.fromkeys(("indicator", "name"), "高新技术企业")
        base = {"doc": "plan", **named, "year": 2025, "value": value, "value_high": None, "unit": "家", "comparator": "",
                "kind": "target", "scope": "", "spans": [self.span_of(words)], "origin": "text"}  # fmt: skip
        return {**base, **other}

    def facts(self):
        """All facts, right."""
        return [
            self.fact("600 家", "600", comparator="以上"),
            self.fact("3.8%", "3.8", unit="%", name="研发投入强度", indicator="研发投入强度"),
            self.fact("294家", "294", year=2020, kind="actual"),
        ]

    def measure(self, words, granted):
        """What a run says of a measure."""
        return {"doc": "plan", "name": words, **self.span_of(words), "granted": granted}

    def measures(self):
        """All measures, right."""
        return [self.measure("对首次认定的企业奖励20万元", True), self.measure("探索设立科技保险", False)]

    def scored(self, facts=None, measures=None, profiles=None, texts=True):
        """Return the scores by part of a run that is right but for what is given."""
        offers = [{"id": "P-1", "measures": [{**self.measures()[0], "verdict": "yes"}]}]
        write_lines(self.run / "facts.jsonl", self.facts() if facts is None else facts)
        write_lines(self.run / "measures.jsonl", self.measures() if measures is None else measures)
        write_lines(self.run / "profiles.jsonl", offers if profiles is None else profiles)
        (self.run / "texts.jsonl").unlink(missing_ok=True)
        if texts:
            write_lines(self.run / "texts.jsonl", [{"doc": "plan", "text": TEXT}])
        return {item.part: item for item in score_extraction(self.references, self.run)}

    def values(self, part, **run):
        """Return the figures of a part of such a run."""
        return {name: figure.value for name, figure in self.scored(**run)[part].figures.items()}


@pytest.fixture
def plan(tmp_path) -> Plan:
    """`plan.values("facts", facts=[])` are the figures of a run that found no fact."""
    return Plan(tmp_path)
