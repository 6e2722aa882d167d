"""A fixture: one rule and what an applicant tells -> the group that the rule's measure comes into."""

from collections.abc import Callable
from datetime import date

import pytest

from facts.match import match_profile
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TODAY = date(2026, 11, 21)
TITLE, PLACE = "澄湾市促进企业发展若干政策", "澄湾市"
BEST_FIRST = ("applies", "conditional", "direction", "not_met")


def group(rule: str, told: str) -> str:
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
    found = [match.group for match in match_profile(read_profile(told, TODAY), measures, (PLACE,)).matches]
    return min(found, key=BEST_FIRST.index, default="none")


@pytest.fixture(scope="session")
def group_of() -> Callable[[str, str], str]:
    return group
