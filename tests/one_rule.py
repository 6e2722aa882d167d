"""A fixture: one rule and what an applicant tells -> the group that the rule's measure comes into."""

from collections.abc import Callable
from datetime import date

import pytest

from facts.match import match_profile
from facts.matched import Match
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TODAY = date(2026, 11, 21)
TITLE, PLACE = "澄湾市促进企业发展若干政策", "澄湾市"
BEST_FIRST = ("applies", "conditional", "direction", "not_met")


def matches(rule: str, told: str) -> list[Match]:
    parsed = parse_document(f"{TITLE}\n\n第一条 {rule}\n")
    values = {
        "level": "",
        "parent": "",
        "issuer": "",
        "number": "",
        "date": "",
        "period": "",
        "status": "final",
        "source": "",
        "sha256": "",
    }
    info = DocumentInfo(id="made", file="made.txt", title=TITLE, region=PLACE, **values)
    measures = extract_measures(info, chunk_document("made", parsed), parsed.text)
    return list(match_profile(read_profile(told, TODAY), measures, (PLACE,)).matches)


def group(rule: str, told: str) -> str:
    return min((match.group for match in matches(rule, told)), key=BEST_FIRST.index, default="none")


@pytest.fixture(scope="session")
def group_of() -> Callable[[str, str], str]:
    return group


@pytest.fixture(scope="session")
def sum_of() -> Callable[[str, str], str]:
    """Returns what the first measure of a rule comes to, in 万元, "" where no sum is told."""
    return lambda rule, told: next((match.worth.value for match in matches(rule, told) if match.worth), "")


@pytest.fixture(scope="session")
def matches_of() -> Callable[[str, str], list[Match]]:
    """Returns the measures of a rule as they are matched."""
    return matches
