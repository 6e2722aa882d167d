"""Who may apply by legal form or line of business, since when one is there, and what is told as not known yet."""

from collections.abc import Callable

import pytest

EACH = "对{}，给予1万元补助。"


@pytest.mark.parametrize(
    ("who", "told", "verdict"),
    [
        ("个体工商户", "我们是有限公司。", "not_met"),
        ("个体工商户", "我开了个小面馆，个体户。", "applies"),
        ("个体工商户", "我以前是个体户，现在是有限公司。", "not_met"),
        ("企业和个体工商户", "我们是有限公司。", "applies"),
        ("社会组织", "我们是一家公司。", "not_met"),
        ("正常经营的养老机构", "我们养老院前年开的，有60张床。", "applies"),
        ("托育机构", "我们办托儿所的。", "applies"),
        ("养老机构", "我们办托儿所的。", "not_met"),
        ("外贸企业", "我们产品全部卖国外。", "applies"),
        ("制造业企业", "我们开超市的。", "not_met"),
        ("制造业企业", "我们是给超市供货的食品厂。", "applies"),
        ("软件企业", "我们做APP开发的。", "applies"),
    ],
)
def test_form_and_line_of_business(group_of: Callable[[str, str], str], who: str, told: str, verdict: str) -> None:
    assert group_of(EACH.format(who), told) == verdict


@pytest.mark.parametrize(
    ("asked", "told", "verdict"),
    [
        ("设立满一年的养老机构", "我们养老院上个月刚开业。", "not_met"),
        ("设立满一年的养老机构", "我们养老院大前年开的。", "applies"),
        ("设立满三年的养老机构", "我们养老院前年开的。", "not_met"),
        ("新招用毕业两年内高校毕业生的企业", "公司去年招了3个应届大学生，合同都签的三年。", "applies"),
        ("新招用毕业两年内高校毕业生的企业", "公司去年招了3个大学生，合同都签的三年。", "conditional"),
        ("被评为省级绿色工厂的企业", "公司报了省级绿色工厂，评没评上名单还没出来。", "conditional"),
    ],
)
def test_since_when_and_not_known_yet(group_of: Callable[[str, str], str], asked: str, told: str, verdict: str) -> None:
    assert group_of(EACH.format(asked), told) == verdict


@pytest.mark.parametrize(
    ("rule", "told", "verdict"),
    [
        ("对符合下列条件的企业给予20万元奖励：（一）年产值5000万元以上；（二）近两年无安全事故。", "产值6000万，没出过事故。", "applies"),
        ("对符合下列条件的企业给予20万元奖励：（一）年产值5000万元以上；（二）近两年无安全事故。", "产值4000万，没出过事故。", "not_met"),
        (
            "企业符合下列条件中两项以上的，给予8万元奖励：1.年营收1000万元以上；2.研发费用占营业收入5%以上；3.新增软件著作权6件以上。",
            "公司营收800万，研发占比6%，软著只新增了2件。",
            "not_met",
        ),
        (
            "企业符合下列条件中两项以上的，给予8万元奖励：1.年营收1000万元以上；2.研发费用占营业收入5%以上；3.新增软件著作权6件以上。",
            "公司营收800万，研发占比6%，软著新增了8件。",
            "applies",
        ),
        ("对入驻创业园的企业，免除首年租金。", "我们公司在自家房子里办公，没进园区。", "not_met"),
        (
            "对回乡创业的大学生，给予创业补贴1万元，须毕业5年内且持续经营6个月以上。",
            "我是2018年毕业的，今年3月回来开了个奶茶店。",
            "not_met",
        ),
        (
            "对回乡创业的大学生，给予创业补贴1万元，须毕业5年内且持续经营6个月以上。",
            "我是2023年毕业的，今年3月回来开了个奶茶店，到现在还开着。",
            "applies",
        ),
        (
            "对回乡创业的大学生，给予创业补贴1万元，须毕业5年内且持续经营6个月以上。",
            "我是2023年毕业的，今年9月回来开了个奶茶店。",
            "not_met",
        ),
        ("鼓励企业参加境外展会，对展位费给予50%补贴，每次最高2万元。", "我们公司今年参加了广交会，展位费3万。", "not_met"),
        ("对上年度亩均税收20万元以上的企业，奖励10万元。", "我们厂占地30亩，去年交税500万。", "not_met"),
        ("对上年度亩均税收20万元以上的企业，奖励10万元。", "我们厂占地30亩，去年交税900万。", "applies"),
        ("对吸纳残疾人就业达到职工总数1.5%以上的企业，每人奖励3000元。", "公司一共300人，其中残疾人3个。", "not_met"),
        ("对购置冷藏车并在本市上牌的企业，每辆补助3万元。", "公司买了12辆冷藏车，牌照挂本市还是邻市老板还没拍板。", "conditional"),
        ("对购置冷藏车并在本市上牌的企业，每辆补助3万元。", "公司买了12辆冷藏车，都上了本市牌照，能不能补？", "applies"),
        ("对研发费用占营业收入5%以上的企业，奖励10万元。", "公司一年营收里有百分之六都砸在研发上。", "applies"),
    ],
)
def test_conditions_wherever_a_rule_states_them(group_of: Callable[[str, str], str], rule: str, told: str, verdict: str) -> None:
    assert group_of(rule, told) == verdict
