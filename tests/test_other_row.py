"""A follow-up that names another row of the table spoken of asks the same of that row."""

import pytest

from answer.other_row import of_other_row, row_names

TABLE = "专栏1 各区县2030年创新目标\n地区\t研发投入强度（%）\t高新技术企业数（家）\n青岩区\t3.1\t120\n白溪县\t1.9\t45\n南坪县\t1.4\t30\n"
PLAN = f"# 甲市科技规划\n\n## 一、目标\n\n{TABLE}\n## 二、任务\n\n白溪县建设水产基地，南坪县研发投入增长。\n"


@pytest.fixture(scope="module")
def assistant(small_index):
    return small_index.assistant({small_index.info("a", "甲市科技规划", region="甲市", period="2026-2030", status="final"): PLAN})


@pytest.mark.parametrize(
    ("history", "typed", "value"),
    [
        (["青岩区2030年研发投入强度要到多少？"], "那白溪县呢？", "1.9%"),
        (["青岩区2030年研发投入强度要到多少？", "那白溪县呢？"], "南坪县呢", "1.4%"),
    ],
)
def test_the_same_is_asked_of_another_row(assistant, history, typed, value):
    assert value in assistant.ask(typed, history).answer


def test_what_is_no_row_of_that_table_is_read_as_before(small_index):
    index = small_index({small_index.info("a", "甲市科技规划", region="甲市", period="2026-2030"): PLAN})
    names = row_names(index)

    class Nowhere:
        def places(self, text):
            return ()

    assert of_other_row("那白溪县呢", ["青岩区研发投入强度多少"], names, Nowhere()) == "白溪县研发投入强度多少"
    assert of_other_row("那东湖县呢", ["青岩区研发投入强度多少"], names, Nowhere()) == ""
    assert of_other_row("那白溪县呢", ["东湖区研发投入强度多少"], names, Nowhere()) == ""
    assert of_other_row("那白溪县的牵头单位呢", ["青岩区研发投入强度多少"], names, Nowhere()) == ""
