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
