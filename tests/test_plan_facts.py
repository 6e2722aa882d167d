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


MADE = """# 甲县制造业行动方案（2024—2027年）

## 一、主要目标

到2027年，产值超亿元、超10亿元企业分别达到320家、40家，机器人密度达到280台/万人，单位工业增加值能耗较2023年累计下降12%。

到2027年，机器人数量在2023年基础上有大幅提升，打磨岗位自动化率达到70%。

## 附件 各镇（街道）目标分解表

单位：亿元、亩

镇（街道）   2027年产值   盘活低效
             目标         用地

横塘镇    188    620
石岭镇    255    880
合计    443    1500
"""


def made() -> dict[tuple[str, str], tuple[int | None, str, str, str]]:
    info = DocumentInfo("plan", "made.md", "方案", "甲县", "县", "", "", "", "", "2024-2027", "final", "", "")
    parsed = parse_document(MADE)
    found = extract_facts(info, chunk_document(info.id, parsed), parsed.text)
    return {(one.scope, one.name): (one.year, one.value, one.unit, one.comparator) for one in found}


def test_classes_by_a_sum_are_counted_and_no_figures():
    found = made()
    assert found["", "产值超亿元企业"] == (2027, "320", "家", "")
    assert found["", "产值超10亿元企业"] == (2027, "40", "家", "")
    assert not any(unit == "亿元" for (scope, _), (_, _, unit, _) in found.items() if not scope)


def test_a_year_that_figures_start_from_is_not_theirs():
    found = made()
    assert found["", "打磨岗位自动化率"][0] == 2027
    assert found["", "单位工业增加值能耗"] == (2027, "12", "%", "下降")
    assert found["", "机器人密度"][2] == "台/万人"


def test_towns_have_their_columns_and_a_bare_total_is_not_the_regions():
    found = made()
    assert found["横塘镇", "盘活低效用地"] == (2027, "620", "亩", "")
    assert found["石岭镇", "产值"] == (2027, "255", "亿元", "")
    assert ("", "产值") not in found and found["合计", "产值"][1] == "443"
