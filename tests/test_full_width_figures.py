"""A plan as it comes out of OCR: full-width years and figures, a table of parks with its years in a second header and a bare unit."""

import pytest

PLAN = """金栎经济开发区科技创新规划

规划期为2026—2030年，以2025年为基期。
一、目标
到２０３０年，技术合同成交额达到６０亿元，高新技术企业达到３６０家。在２０２５年末192家高新技术企业的基础上，每年新认定高新技术企业不少于45家。

二、四园
表1  四园基本情况

| 园区 | 面积（平方公里） | 主导方向 | 产值（营收）亿元 | | 牵头单位 |
|---|---|---|---|---|---|
| 园区 | 面积（平方公里） | 主导方向 | ２０２５年 |  2030 年 | 牵头单位 |
| 北海材料园 | 18.6 | 电池材料 | 742 | １１８０ | 经济发展局 |
| 红柳装备园 |  11.2  | 风机、储能 | 286 | 520 | 经济发展局 |
| 沙泉算力园 | 4.5 | 智算 | 38 | 180 | 大数据中心 |
"""
RULES = """金栎经济开发区支持科技创新若干政策措施

一、支持研发。对规上企业，按研发费用的5%给予补助，最高50万元。
二、有效期。本措施自2026年5月1日起施行，有效期至2028年12月31日。
"""


@pytest.fixture(scope="module")
def zone(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("zone")
    (folder / "plan.md").write_text(PLAN, encoding="utf-8")
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    place = {"region": "金栎经济开发区", "level": "开发区", "source": "自拟", "status": "final"}
    return assistant_of(
        folder,
        {
            "plan.md": {"title": "金栎经济开发区科技创新规划", "period": "2026-2030", **place},
            "rules.txt": {"title": "金栎经济开发区支持科技创新若干政策措施", **place},
        },
    )


def test_figures_of_parks_have_the_years_of_the_second_header(zone) -> None:
    found = {(fact["scope"], fact["year"], fact["value"], fact["unit"]) for fact in zone.facts if fact["name"] == "产值"}
    assert ("北海材料园", 2030, "1180", "亿元") in found
    assert len(found) == 6


def test_full_width_years_are_years_and_a_yearly_aim_is_of_no_past_year(zone) -> None:
    found = {(fact["name"], fact["year"], fact["value"]) for fact in zone.facts if fact["origin"] == "text"}
    assert {("技术合同成交额", 2030, "60"), ("高新技术企业", 2030, "360")} <= found
    assert not [fact for fact in found if fact[1] == 2025 and fact[2] == "45"]


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("北海和红柳，2030年哪个园区产值目标更大，各是多少？", ["1180亿元", "520亿元"], []),
        ("三个园里谁地盘最大，谁最小？", ["18.6", "4.5"], ["1180"]),
        ("三个园2030年产值加起来多少亿？", ["1880亿元"], []),
        ("金栎2030年技术合同成交额目标多少，写在哪份文件里？", ["60亿元", "《金栎经济开发区科技创新规划》"], []),
        ("这个规划管到哪一年？", ["2026-2030年"], ["有效期至2028年"]),
    ],
)
def test_parks_and_period_are_told(zone, assert_right, question: str, must: list[str], must_not: list[str]) -> None:
    assert_right(zone, {"question": question, "must": [[point] for point in must], "must_not": must_not})
