"""Facts read from made-up plans of a few lines."""

from collections.abc import Callable

import pytest

from facts.fact import Fact
from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

Reader = Callable[..., list[Fact]]


def read(text: str, region: str = "甲县") -> list[Fact]:
    """Return the facts of a plan of 2021 to 2025."""
    info = DocumentInfo("jia", "jia.txt", "甲县规划", region, "县", "", "", "", "", "2021-2025", "final", "", "")
    parsed = parse_document(text)
    return extract_facts(info, chunk_document(info.id, parsed), parsed.text)


@pytest.fixture
def facts_in() -> Reader:
    """`facts_in(text, region)` are the facts of a plan."""
    return read


@pytest.fixture
def figures() -> Callable[..., set[tuple[object, ...]]]:
    """`figures(sentence, "year", "value")` are those fields of the facts of a plan whose goals are one sentence."""

    def told(sentence: str, *fields: str) -> set[tuple[object, ...]]:
        found = read(f"# 甲县科技规划\n\n## 一、发展目标\n\n{sentence}\n")
        return {tuple(getattr(fact, field) for field in fields) for fact in found}

    return told
