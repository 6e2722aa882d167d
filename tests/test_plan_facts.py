"""Facts of whole made-up plans of other places and layouts, against lists made by hand."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from facts.fact import Fact
from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.readers.read import read_document
from index.structure import parse_document

PLANS = Path(__file__).parent / "documents" / "plans"
REGIONS = {
    "yuchuan.txt": ("榆川县", "县", "2021-2025"),
    "huxi.md": ("湖西高新区", "开发区", "2026-2030"),
    "shuoyuan.txt": ("朔原市", "地级市", "2021-2025"),
    "lanjiang.txt": ("岚江省", "省", "2026-2030"),
    "xiuning.txt": ("岫宁市", "地级市", "2021-2025"),
    "yunxiu.txt": ("云岫经开区", "开发区", "2023-2025"),
}
LISTED = list(csv.DictReader((PLANS / "facts.csv").read_text(encoding="utf-8").splitlines()))
ALLOWED = 14  # figures told that no list has: yearly amounts, ranks, what a project builds


def facts_of(file: str) -> list[Fact]:
    region, level, period = REGIONS[file]
    info = DocumentInfo("plan", file, "规划", region, level, "", "", "", "", period, "final", "", "")
    parsed = parse_document(read_document(PLANS / file))
    return extract_facts(info, chunk_document(info.id, parsed), parsed.text)


@pytest.fixture(scope="module", params=list(REGIONS))
def plan(request) -> Iterator[tuple[str, list[Fact]]]:
    yield request.param, facts_of(request.param)


def key(fact: Fact) -> tuple[str, ...]:
    return fact.origin, fact.name, str(fact.year or ""), fact.value, fact.unit, fact.scope


def test_every_figure_of_the_list_is_found_with_its_year_unit_and_place(plan):
    file, found = plan
    wanted = {tuple(row[field] for field in ("origin", "name", "year", "value", "unit", "scope")) for row in LISTED if row["file"] == file}
    assert len(wanted) > 50
    assert wanted - {key(fact) for fact in found} == set()


def test_hardly_a_figure_is_told_that_is_not_on_the_list(plan):
    file, found = plan
    wanted = [row for row in LISTED if row["file"] == file]
    assert len(found) - len(wanted) <= ALLOWED


def values(file: str, indicator: str, year: int) -> set[str]:
    return {fact.value for fact in facts_of(file) if (fact.indicator, fact.year, fact.scope) == (indicator, year, "")}


def test_figures_of_cities_counties_and_parks_are_never_the_whole_regions():
    assert values("lanjiang.txt", "研发经费占GDP比重", 2030) == {"3.3"}
    assert values("xiuning.txt", "高新技术企业数", 2025) == {"1200"}
