"""Two notices of one sum an article, and what comes of them for enterprises that tell several things at once."""

from datetime import date
from pathlib import Path

import pytest

from facts.match import match_profile
from facts.matched import Match
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

WHOLE = Path(__file__).resolve().parent / "notices" / "whole"
NOTICES = {
    "xiapuwan": ("霞浦湾区", "隔壁的东屿区", "东屿区"),
    "lanchuan": ("岚川县", "隔壁云峤县", "云峤县"),
}  # place, what tells of another, it
NEAR = 45  # characters after an article's mark within which its measure begins
Verdict = tuple[str, str, str, str]  # article, what is told, wanted, got


def judged(name: str) -> list[Verdict]:
    place, elsewhere, other = NOTICES[name]
    parsed = parse_document((WHOLE / f"{name}.txt").read_text(encoding="utf-8"))
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
    info = DocumentInfo(id=name, file=f"{name}.txt", title=place, region=place, **values)
    measures = extract_measures(info, chunk_document(name, parsed), parsed.text)
    found = []
    for line in (WHOLE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        day, told, expected = line.split("\t")
        regions = (other,) if elsewhere in told else (place,)
        matches = match_profile(read_profile(told, date.fromisoformat(day)), measures, regions).matches
        for pair in expected.split(";"):
            article, wanted = pair.split("=")
            found.append((article, told, wanted, group_at(matches, parsed.text.find(article))))
    return found


def group_at(matches: tuple[Match, ...], at: int) -> str:
    """The group of the measure that an article, which begins at a place, states; not_met where it is not offered at all."""
    return next((item.group for item in matches if at <= item.measure.start < at + NEAR), "not_met")


@pytest.fixture(scope="module", params=list(NOTICES))
def verdicts(request: pytest.FixtureRequest) -> list[Verdict]:
    return judged(request.param)


def test_nearly_all_verdicts_are_right(verdicts: list[Verdict]) -> None:
    wrong = [row for row in verdicts if row[2] != row[3]]
    assert len(verdicts) > 40
    assert len(wrong) <= 4, wrong


def test_nothing_applies_whose_condition_fails_or_is_open(verdicts: list[Verdict]) -> None:
    assert [row for row in verdicts if row[3] == "applies" and row[2] != "applies"] == []
