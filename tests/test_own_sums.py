"""Sums of rules whose parts differ: grades one rises through, classes with caps, fairs abroad, days, and what bars beside a sum."""

import pytest

SALES = "年网络销售额首次突破2000万元、8000万元、2亿元的，分别给予6万元、18万元、40万元一次性奖励；上台阶的，补足差额。"
PLANTS = (
    "首次认定为国家级智能制造示范工厂、省级未来工厂、省级智能工厂（数字化车间）、市级数字化车间的，"
    "分别奖励180万元、90万元、45万元、12万元。从低一级升到高一级的，按差额奖励。"
)
GREEN = "首次认定为国家级、省级、市级绿色工厂的，分别奖励120万元、40万元、15万元，晋级的按差额奖励。"
LINES = "按设备投入的8%给予补助，其中规上企业最高140万元，规下企业最高50万元；列入“灯塔工厂”培育库的补助比例提高到11%，最高260万元。"
FAIRS = "企业参加市商务局组织的省外展会，展位费补助60%，每次不超过1.2万元，每年不超过3次；境外展会展位费全额补助，每次不超过3.5万元。"
COURSES = "培训机构组织职业技能培训，按每人每天90元给予补助，每期不超过6天，培训合格率低于75%的不予补助。"
BEDS = "对新建养老床位，每张给予1万元补助，入住率低于30%的不予补助。"
SOFTWARE = "购买自主可控工业软件，合同金额20万元以上的，按合同金额25%补助，最高60万元。"


@pytest.mark.parametrize(
    ("rule", "told", "paid"),
    [
        (SALES, "我们网店去年网络销售额第一次到了8600万元，之前拿过2000万那档的奖励", "12"),
        (SALES, "公司今年网络销售额首次突破2.3亿元，以前没拿过奖", "40"),
        (PLANTS, "我们去年是市级数字化车间，今年评上省级智能工厂", "33"),
        (PLANTS, "我们今年首次评上省级智能工厂", "45"),
        (GREEN, "我们是市级绿色工厂，今年升为省级绿色工厂", "25"),
        (LINES, "我们是规上企业，设备投了1200万", "96"),
        (LINES, "我们是规上企业，在灯塔工厂培育库里，设备投了3000万", "260"),
        (FAIRS, "我们企业去德国参展，展位费5万", "3.5"),
        (FAIRS, "我们参加市商务局组织的省外展会，展位费3万", "1.2"),
        (COURSES, "我们培训机构组织培训40人，培训5天，合格率92%", "1.8"),
        (COURSES, "我们培训机构组织培训40人，培训8天，合格率92%", "2.16"),
        (COURSES, "我们培训机构组织培训40人，合格率92%", ""),
        (SOFTWARE, "我们的厂买了国产工业软件，合同120万", "30"),
    ],
)
def test_the_sum_is_that_of_the_part_that_is_meant(sum_of, rule, told, paid) -> None:
    assert sum_of(rule, told) == paid


@pytest.mark.parametrize(
    ("rule", "told"),
    [(COURSES, "我们培训机构组织培训40人，培训5天，合格率60%"), (BEDS, "我们养老院新建养老床位50张，入住率25%")],
)
def test_what_bars_beside_the_sum_is_heeded(group_of, rule, told) -> None:
    assert group_of(rule, told) == "not_met"


def test_a_plant_of_the_state_is_none_of_the_city(matches_of) -> None:
    found = matches_of("获评国家级智能制造示范工厂的，给予180万元奖励。", "我们去年是市级数字化车间")
    assert [one.group for one in found] == ["not_met"]
