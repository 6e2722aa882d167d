"""Names and figures side by side in running text, paired in their order although no 分别 says so."""

import pytest

from facts.shared_ends import with_shared_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，省级、临州市级实验室数量力争达到20家、45家。", {("省级实验室数量", "20"), ("临州市级实验室数量", "45")}),
        (
            "到2025年，国家级、省级、市级众创空间达到3家、12家、30家。",
            {("国家级众创空间", "3"), ("省级众创空间", "12"), ("市级众创空间", "30")},
        ),
        ("到2025年，发明专利授权量、商标注册量突破800件、900件。", {("发明专利授权量", "800"), ("商标注册量", "900")}),
        ("到2025年，新材料、海洋装备产业产值达到70亿元、90亿元。", {("新材料产业产值", "70"), ("海洋装备产业产值", "90")}),
    ],
)
def test_figures_in_a_row_are_of_the_names_in_a_row(figures, text, expected):
    told = {(name.replace("产业产值", "产值"), value) for name, value in figures(text, "name", "value")}
    assert told == {(name.replace("产业产值", "产值"), value) for name, value in expected}


def test_figures_of_which_it_is_not_plain_what_they_are_of_are_left_out(figures):
    assert figures("到2025年，博士、硕士、技师数量达到20名、45名。", "value") == set()


def test_sums_that_are_paid_are_no_pairs(figures):
    assert not any(name.startswith("国家级") for (name,) in figures("到2025年，对国家级、省级实验室给予50万元、20万元奖励。", "name"))


def test_levels_share_what_the_last_of_them_is_of():
    assert with_shared_end(["国家", "省", "市级以上孵化器"]) == ["国家级孵化器", "省级孵化器", "市级以上孵化器"]
