"""Two made notices whose measures stand in parts that share a number, a code or a name, and what comes of them for applicants."""

import json
from datetime import date
from pathlib import Path

import pytest

from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.readers.read import read_document
from index.structure import parse_document

KEYED = Path(__file__).resolve().parent / "notices" / "keyed"
PLACES = {"tinglan.txt": "汀兰区", "bailing.txt": "柏翎县"}
CASES = [json.loads(line) for line in (KEYED / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
ORDER = ("applies", "conditional", "direction", "not_met")


def measures_of(name: str, region: str) -> list[Measure]:
    values = {"level": "", "parent": "", "issuer": "", "number": "", "date": "", "period": "", "status": "final", "source": ""}
    info = DocumentInfo(id=name, title=name, file=name, region=region, sha256="", **values)
    parsed = parse_document(read_document(KEYED / name))
    return extract_measures(info, chunk_document(name, parsed), parsed.text)


@pytest.fixture(scope="module")
def notices() -> dict[str, list[Measure]]:
    return {name: measures_of(name, region) for name, region in PLACES.items()}


def matched(notices: dict[str, list[Measure]], case: dict[str, str]) -> Match | None:
    profile = read_profile(case["told"], date.fromisoformat(case["today"]))
    found = match_profile(profile, notices[case["notice"]], (PLACES[case["notice"]],)).matches
    fits = [item for item in found if case["measure"] in item.measure.name + item.measure.text]
    return min(fits, key=lambda item: ORDER.index(item.group), default=None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['notice'][0]}-{case['measure'][:6]}-{case['told'][:16]}")
def test_a_keyed_measure_comes_into_its_group(notices: dict[str, list[Measure]], case: dict[str, str]) -> None:
    match = matched(notices, case)
    assert (match.group if match else "not_met") == case["group"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["amount"]], ids=lambda case: f"{case['notice'][0]}-{case['measure'][:6]}-{case['amount']}"
)
def test_its_sum_is_reckoned_from_the_part_that_states_it(notices: dict[str, list[Measure]], case: dict[str, str]) -> None:
    match = matched(notices, case)
    assert match is not None and match.worth is not None
    paid = match.worth
    in_ten_thousands = float(paid.value or 0) * (0.0001 if paid.unit == "元" else 1)
    assert in_ten_thousands == pytest.approx(float(case["amount"]))
