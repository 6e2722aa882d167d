"""A plan whose numbered headings are industries: each one's figures are its own, and they are counted off, ranked and added up."""

import pytest

PLAN = """溪坪县制造业提升行动计划（2026—2028年）

一、总体要求
以做强三条产业链为主线。到2028年，规上工业总产值达到500亿元，3条产业链产值合计420亿元。

二、做强三条产业链
（一）竹木家居产业链
推广定制家居。到2028年产值达到180亿元，线上销售占比达到30%。
（二）轴承配件产业链
攻关精密轴承。到2028年产值达到150亿元。
（三）茶油食品产业链
建设油茶基地。到2028年产值达到90亿元。
（四）未来产业培育
设立种子资金，支持早期项目。

三、保障措施
（一）加强领导
成立领导小组。
（二）强化考核
每年考核一次。
"""


@pytest.fixture(scope="module")
def plan(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("industries")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    title = "溪坪县制造业提升行动计划（2026—2028年）"
    stated = {"title": title, "region": "溪坪县", "level": "县", "source": "自拟", "status": "final", "period": "2026-2028"}
    return assistant_of(folder, {"plan.txt": stated})


def test_a_heading_that_names_an_industry_is_what_its_figures_are_of(plan) -> None:
    scoped = {(fact["scope"], fact["value"]) for fact in plan.facts if fact["name"] == "产值"}
    assert scoped == {("竹木家居产业链", "180"), ("轴承配件产业链", "150"), ("茶油食品产业链", "90")}
    assert not [fact for fact in plan.facts if fact["unit"] == "条"]  # 3条产业链产值合计: what a total is of


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("三条产业链是哪些？", ["竹木家居产业链", "轴承配件产业链", "茶油食品产业链"], ["未来产业"]),
        ("三条产业链2028年产值目标哪条最大，哪条最小？", ["竹木家居产业链180亿元", "茶油食品产业链90亿元"], ["500亿元"]),
        ("三条产业链2028年产值目标合计多少", ["420亿元"], ["500亿元"]),
        ("轴承配件产业链2028年产值要到多少", ["150亿元"], ["180亿元"]),
    ],
)
def test_industries_are_counted_off_ranked_and_added_up(plan, assert_right, question: str, must: list[str], must_not: list[str]) -> None:
    assert_right(plan, {"question": question, "must": [[point] for point in must], "must_not": must_not})
