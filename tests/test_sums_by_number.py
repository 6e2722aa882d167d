"""Sums that hang on a number told: steps above a number, nights, shops in and outside, no more than so many, grades risen through."""

import pytest

STEPS = "基地年接待中小学生1万人次以上的，奖励5万元，每增加5000人次再奖2万元，最高15万元。"
NIGHTS = (
    "旅行社组织县外游客过夜，一次性组团20人以上、住宿1晚且游览2个收费景区以上的，每人奖励30元；住宿2晚以上的，每人奖励60元。"
    "单家旅行社全年奖励不超过40万元。"
)
SHOPS = "企业新开设专卖店的，省内每店补助6万元，省外每店补助10万元，每个企业每年不超过5家。"
RACES = (
    "举办国际级、国家级、省级体育赛事，参赛人数300人以上且赛期2天以上的，分别给予承办单位80万元、40万元、15万元补助。"
    "补助额不超过赛事实际支出的50%。引入冠名赞助的，按到账赞助额的10%再奖，最高10万元。"
)
BASES = "新评为国家级、省级、市级研学实践教育基地的，分别一次性奖励50万元、20万元、8万元；升级的奖差额。"
CENTRES = "对获评国家级、省级、市级企业技术中心的，分别奖励100万元、50万元、20万元。由低一级升为高一级的，补足差额。"


@pytest.mark.parametrize(
    ("rule", "told", "sum_"),
    [
        (STEPS, "我们研学基地一年接待学生2.2万人次", "9"),
        (STEPS, "我们研学基地一年接待学生1.3万人次", "5"),
        (STEPS, "我们研学基地一年接待学生9万人次", "15"),
        (NIGHTS, "我们旅行社组了35人外县团住2晚玩3个收费景区", "0.21"),
        (NIGHTS, "我们旅行社组了35人的县外团，住1晚玩3个收费景区", "0.105"),
        (SHOPS, "我们公司今年在外省新开设专卖店3家", "30"),
        (SHOPS, "我们公司今年在省外新开设专卖店7家", "50"),
        ("对新建深水网箱，每口补助3万元，同一主体每年最多补助20口。", "我们合作社新建深水网箱25口", "60"),
        (RACES, "我们公司办国家级赛事，600人3天，实际花了100万", "40"),
        (RACES, "我们公司办国家级赛事，600人3天，实际花了60万", "30"),
        (RACES, "我们公司办国家级赛事，600人3天", ""),
        (BASES, "我们研学基地由市级升为省级研学实践教育基地", "12"),
        (CENTRES, "我们企业技术中心从市级升到省级了", "30"),
    ],
)
def test_the_sum(sum_of, rule, told, sum_):
    assert sum_of(rule, told) == sum_


def test_what_limits_a_sum_is_no_measure(matches_of):
    assert all("补助额不超过" not in one.measure.text for one in matches_of(RACES, "我们公司办国家级赛事，600人3天，实际花了60万"))


@pytest.mark.parametrize(
    ("rule", "told", "group"),
    [
        ("总部企业购置自用办公用房，按每平方米1000元补助，最高1000万元。", "我们总部租了2500平办公，年租金200万", "not_met"),
        ("租赁自用办公用房的，按租金的50%补助，最高50万元。", "我们公司买了8000平自用办公楼", "not_met"),
        ("租赁自用办公用房的，按租金的50%补助，最高50万元。", "我们公司租了800平自用办公楼，一年租金30万", "applies"),
    ],
)
def test_what_is_rented_was_not_bought(group_of, rule, told, group):
    assert group_of(rule, told) == group


def test_what_was_spent_is_no_sponsors_money(matches_of):
    found = [one for one in matches_of(RACES, "我们公司办国家级赛事，600人3天，实际花了60万") if "赞助" in one.measure.text]
    assert found and not any(one.worth and one.worth.value for one in found)
