"""The plans of a city, one of them newer, and of three of its counties, whose figures are set against each other."""

from collections.abc import Callable
from datetime import date

import pytest

from answer.answer import Answer
from answer.assistant import Assistant

HEAD = "# {name}\n\n## 一、主要指标\n\n{note}\n\n表1 主要指标\n\n| 指标 | {years} |\n|---|{lines}|\n"
FIVE, TEN = "2020年 | 2025年", "2015年 | 2020年 | 2025年"
CITY = {
    "全社会R&D经费支出占GDP比重（%）": "2.4 | 3.1",
    "高新技术企业数（家）": "900 | 2000",
    "开展R&D活动的企业比例（%）": "48.5 | 60",
    "全员劳动生产率（万元/人）": "16 | 24",
}
COUNTIES = {
    "安河县": {
        "全社会R&D经费支出占GDP比重（%）": "2.1 | 2.9 | 3.5",
        "高新技术企业数（家）": "40 | 130 | 300",
        "人才总量（万人）": "6 | 9.5 | 14",
        "国际专利（PCT）申请量（件）": "8 | 20 | 50",
        "规模以上工业企业R&D经费支出占营业收入比重（%）": "1.2 | 1.8 | 2.5",
    },
    "西岭县": {
        "全社会R&D经费支出占GDP比重（%）": "1.9 | 2.6 | 3.2",
        "高新技术企业数（家）": "50 | 110 | 180",
        "人才总量（万人）": "5 | 7 | 8.5",
        "国际专利（PCT）申请量（件）": "5 | 12 | 18",
        "规模以上工业企业R&D经费支出占营业收入比重（%）": "1.1 | 1.6 | 2.5",
        "省级以上企业工程技术中心（家）": "3 | 7 | 15",
    },
    "东渚县": {
        "全社会R&D经费支出占GDP比重（%）": "2.2 | 2.7",
        "高新技术企业数（家）": "70 | 95",
        "开展R&D活动的企业比例（%）": "41.2 | 60",
        "全社会劳动生产率（万元/人）": "13.2 | 20",
        "规模以上工业企业R&D经费支出占营业收入比重（%）": "1.3 | 提高幅度不低于全市平均水平",
        "全员劳动生产率（万元/人）": "13.6 | 20",
    },
}
NOTES = {
    "安河县": "科技创新指数全省排名从2015年的第30位上升到2020年的第21位。",
    "西岭县": "2020年，开展R&D活动的企业比例预计达到33%。",
}
NEWER = """# 临湖市打造创新高地316行动方案（2023-2027年）

## 一、目标

到2027年，全社会研发经费支出占地区生产总值比重达到3.4%，高新技术企业达到2900家，全员劳动生产率达到27万元/人。
"""


def _plan(name: str, rows: dict[str, str], note: str = "全面提升创新能力。") -> str:
    years = TEN if next(iter(rows.values())).count("|") > 1 else FIVE
    lines = "|".join("---" for _ in years.split("|"))
    table = HEAD.format(name=name, note=note, years=years, lines=lines)
    return table + "\n".join(f"| {row} | {figures} |" for row, figures in rows.items()) + "\n"


@pytest.fixture(scope="session")
def several_plans(small_index) -> Assistant:
    """An assistant over the plans."""
    name = "临湖市科技创新“十四五”规划"
    plans = {small_index.info("lin", name, region="临湖市", period="2021-2025", level="city"): _plan(name, CITY)}
    newer = "临湖市打造创新高地316行动方案"
    plans[small_index.info("lin316", newer, region="临湖市", period="2023-2027", level="city")] = NEWER
    for region, rows in COUNTIES.items():
        name = f"{region}科技创新“十四五”规划"
        info = small_index.info(region[:1], name, region=region, period="2021-2025", level="county", parent="临湖市")
        plans[info] = _plan(name, rows, NOTES.get(region, "全面提升创新能力。"))
    return small_index.assistant(plans)


@pytest.fixture
def told_of(several_plans) -> Callable[..., Answer]:
    """`told_of(question)` is the answer on 20 November 2026, all of whose numbers and sentences hold."""

    def ask(question: str, day: date = date(2026, 11, 20)) -> Answer:
        answer = several_plans.ask(question, (), day)
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return ask
