"""Sums that hang on a figure told in other words: power made, what one paid oneself, the first that counts, a ratio, a cap of some."""

from datetime import date

import pytest

from answer.reckon import asks_sum
from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Condition, Measure
from facts.profile import read_profile
from facts.worth import worth

TODAY = date(2027, 4, 1)


def paid(text: str, told: str, *asked: str) -> tuple[str, str]:
    conditions = tuple(Condition(one, text.find(one), text.find(one) + len(one), "clause", one) for one in asked)
    measure = Measure(
        "doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", conditions=conditions, amounts=read_amounts(text)
    )
    found = worth(measure, Judge(read_profile(told, TODAY), {}, text))
    return (found.value, found.unit) if found else ("", "")


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        ("面积在70平方米以上、100平方米（含）以下的，每平方米补贴150元", "买了一套80平的房子", 80 * 150 / 10000),
        ("按上网发电量给予经营者每千瓦时0.03元补贴", "我家小水电一年发了40万度电", 40 * 0.03),
        ("年寄件量达到5万件以上的，自第5万零1件起每件补贴0.3元，最高20万元", "我们一年寄了30万件", (30 - 5) * 0.3),
        ("每件补贴0.3元；寄递本县蔬菜的，每件再加补0.1元", "我们一年寄了30万件家电，不是蔬菜", 30 * 0.3),
        ("按实际年薪的15%给予个人奖励，每年最高10万元", "全职过来上班，一年拿40万", 40 * 0.15),
        ("可申领检测券，抵用比例为服务费用的50%，每家每年额度最高15万元", "做检测花了20万", 20 * 0.5),
        ("医保报销后自付部分再补助30%，每人最高2万元", "手术医保报完自己还出了4万", 4 * 0.3),
        ("自建房屋的每张补助1万元，租赁房屋且租期5年以上的每张补助5000元", "租的楼，合同十年，今年新加了90张床", 45),
        ("新建大棚10亩以上的，每亩补贴4000元；新增种植药材20亩以上的，每亩补贴300元", "种了25亩药材，建了12亩大棚", 12 * 0.4 + 25 * 0.03),
        ("新建大棚10亩以上的，每亩补贴4000元；新增种植药材20亩以上的，每亩补贴300元", "种了25亩药材，建了8亩大棚", 25 * 0.03),
        ("中度失能的，每人每月补贴200元；重度失能的，每人每月补贴300元", "重度失能老人20位、中度失能的15位", 0.9),
        ("获得二星级标识的新建建筑，按面积每平方米20元奖励；三星级的每平方米40元，最高150万元", "楼拿到三星的标识，三万二千平方米", 128),
        ("按设备投资的10%给予补助", "设备投资一千二百三十万", 123),
    ],
)
def test_the_sum_of_a_case(text, told, value):
    assert float(paid(text, told)[0]) == pytest.approx(value)


def test_what_comes_on_top_of_a_yearly_sum_is_yearly():
    assert paid("带动5人就业的，每年补贴4000元；超过5人的，每增加1人再补贴500元", "我的店带动了8个人就业") == ("0.55", "万元/年")


def test_a_later_tier_tells_its_ratio_in_short():
    text = "上年度检测费用占营业收入比例达到3%的，按检测费用的4%奖励，最高20万元；达到6%的，按5%奖励，最高50万元"
    text = text.replace("检测", "研发")
    told = "去年营收5000万，研发费用400万"
    assert paid(text, told, "上年度研发费用占营业收入比例达到3%") == ("20", "万元")


@pytest.mark.parametrize(("told", "value"), [("注册一年半的公司，服务费花了40万", "15"), ("注册五年的公司，服务费花了40万", "10")])
def test_a_higher_cap_of_some(told, value):
    assert paid("按服务费用的50%给予补助，每家每年最高10万元，注册不满3年的最高15万元", told)[0] == value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("新建的养老机构，按床位每张补贴6000元；改扩建的，每张补贴3000元", "旧宾馆改建成养老院，80张床"),
        ("获得国外授权的，每件奖励2万元，同一发明最多按2个国家奖励", "一项发明今年美国、日本都授权了"),
        ("购置软件的，按支出的30%补贴，各级合计不超过40万元", "买软件花了80万，省里已经补了我们24万"),
    ],
)
def test_a_sum_is_left_open_where_something_told_was_not_reckoned(text, told):
    assert paid(text, told)[0] == ""


def test_half_a_year_counts_in_an_age():
    assert read_profile("公司才开一年半", TODAY).founded == date(2025, 10, 1)


def test_a_sum_that_is_applied_for():
    assert asks_sum("能申请到多少？") and not asks_sum("去年申请到多少件专利？")
