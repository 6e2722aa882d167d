"""Names of indicators, however a plan writes them, and no name that two indicators share."""

import pytest

from facts.indicators import aliases, folded, link, load_indicators, match_name, own_name

INTENSITY = "研发经费占GDP比重"


@pytest.mark.parametrize(
    "name",
    [
        "R&D经费支出占GDP比重（%）",
        "R&D 经费支出占地区生产总值比重",
        "研发经费支出占地区生产总值的比重",
        "研究与试验发展（R&D）经费支出占地区生产总值比例",
        "全社会Ｒ＆Ｄ经费支出占GDP比例",
        "研发投入强度",
        "R&D经费支出与地区生产总值之比",
    ],
)
def test_words_of_one_meaning_name_one_indicator(name):
    found = match_name(name)
    assert found is not None and (found.indicator.id, found.before) == (INTENSITY, "")
    assert link(f"安河{name}是多少") == [INTENSITY]


@pytest.mark.parametrize(
    ("name", "indicator"),
    [("R&D经费支出", "全社会研发经费"), ("研发经费支出占营业收入比例", "规上工业研发经费占营业收入比重"), ("地区生产总值", "地区生产总值")],
)
def test_near_names_stay_apart(name, indicator):
    found = match_name(name)
    assert found is not None and found.indicator.id == indicator


def test_no_name_belongs_to_two_indicators():
    names = [alias for alias, _ in aliases()]
    assert len(names) == len(set(names))


def test_every_indicator_is_known_by_its_id_and_every_near_one_exists():
    known = load_indicators()
    for one, indicator in known.items():
        assert link(one) == [one]
        assert indicator.aliases[0] == one
        assert all(other in known and other != one and reason for other, reason in indicator.apart)


def test_longer_names_are_tried_first():
    lengths = [len(alias) for alias, _ in aliases()]
    assert lengths == sorted(lengths, reverse=True)
    assert link("规上工业企业R&D经费支出占营业收入比重") == ["规上工业研发经费占营业收入比重"]


def test_a_share_of_a_thing_is_not_the_thing():
    assert "高新技术企业数" not in link("高新技术企业占规上工业企业的比重")


def test_what_narrows_a_name_down_is_told():
    found = match_name("省级高新区高新技术企业数量")
    assert found is not None and found.before == "省级高新区"
    assert match_name("高新技术企业研发中心") is None and match_name("") is None


def test_names_are_compared_without_width_case_quotes_and_units():
    assert folded("“PCT” 国际专利（件）") == folded("ｐｃｔ国际专利") == "pct国际专利"
    assert own_name("上云企业数量") == "上云企业"


def test_a_share_of_something_else_is_not_the_share_of_gdp():
    assert link("规上工业研发占营收1.34%") == ["规上工业研发经费占营业收入比重"]
    assert link("研发占多少") == ["研发经费占GDP比重"]


@pytest.mark.parametrize("name", ["研发投入占比", "研发经费占比"])
def test_a_share_of_research_spending_without_its_whole_is_of_the_product(name):
    assert link(f"甲市2030年{name}多少") == ["研发经费占GDP比重"]
