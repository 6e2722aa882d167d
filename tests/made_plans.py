"""Facts read from made-up plans of a few lines."""

from facts.fact import Fact
from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document


def facts_in(text: str, period: str = "2021-2025", region: str = "甲县") -> tuple[list[Fact], str]:
    """Return the facts of a plan and its normalised text."""
    info = DocumentInfo("jia", "jia.txt", "甲县规划", region, "县", "", "", "", "", period, "final", "", "")
    parsed = parse_document(text)
    found = extract_facts(info, chunk_document(info.id, parsed), parsed.text)
    for fact in found:
        assert all(0 <= span.start < span.end <= len(parsed.text) for span in fact.spans)
    return found, parsed.text


def goals(sentence: str) -> tuple[list[Fact], str]:
    """Return the facts of a plan whose goals are one sentence, and its text."""
    return facts_in(f"# 甲县科技规划\n\n## 一、发展目标\n\n{sentence}\n")
