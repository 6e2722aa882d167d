"""Lists of bare sums, standards raised for some, sizes of things, what is counted by flights, nights and kilometres."""

from datetime import date

import pytest

from facts.judging import Judge
from facts.profile import read_profile

DRONES = (
    "对取得适航证件并在本市量产的企业，按下列标准给予一次性奖励：\n"
    "（一）大型无人直升机，800万元；\n（二）中型无人直升机，350万元；\n（三）轻型固定翼飞机，120万元。"
)
FLATS = (
    "实施旧宅电梯加装的住户家庭，按加装实际费用给予补贴：\n"
    "（一）低保家庭，补贴90%，每户最高8000元；\n（二）低保边缘家庭，补贴60%，每户最高6000元；\n"
    "（三）有年满75周岁老人的家庭，补贴40%，每户最高5000元。"
)
ROOFS = (
    "对新建充电场站，按装机功率给予补助，每千瓦120元，单个项目最高50万元。采用超充液冷形式的，标准提高到每千瓦200元，单个项目最高90万元。"
)
ROUTES = "对经批准开通的物流航线，大型无人机每架次补贴60元，小型无人机每架次补贴25元，每家企业每年最高80万元。"
ROADS = "对新修林区便道的，每公里补助3万元，分两年发放，第一年60%，第二年验收合格再发40%。"
LAND = "对新引进的冷链项目，按固定资产投资额的6%给予补助，单个项目最高900万元。固定资产投资不含土地购置费。"
RENT = "退役军人创办的企业入驻市级孵化基地的，按实际租金的40%给予补贴，每年最高8000元；租用基地以外经营场所的，每户每年定额补贴2500元。"


@pytest.mark.parametrize(
    ("rule", "told", "paid"),
    [
        (DRONES, "我们的中型无人直升机取得了适航证件，在本市量产", "350"),
        (FLATS, "我家有82岁的老人，给旧宅加装电梯花了1万元", "0.4"),
        (ROOFS, "我们公司新建充电场站，普通风冷的，装机功率4000千瓦", "48"),
        (ROOFS, "我们公司新建充电场站，采用超充液冷形式，装机功率4000千瓦", "80"),
        (ROUTES, "快递公司去年用小型无人机送货飞了2.2万趟，航线是批准开通的", "55"),
        (ROADS, "合作社新修林区便道5公里，第一年能拿多少", "9"),
        (ROADS, "合作社新修林区便道5公里，一共能补多少，第一年先给多少？", "15"),
        (LAND, "我们是新引进的冷链项目，固定资产投资5000万元，另外拿地花了2000万", "300"),
        (RENT, "我是退役军人，开的公司住在市级孵化基地里，一年房租1万元", "0.4"),
    ],
)
def test_the_sum(matches_of, rule, told, paid) -> None:
    first = matches_of(rule, told)[0]
    assert first.worth is not None
    assert (first.group != "not_met", first.worth.value) == (True, paid)


@pytest.mark.parametrize(
    ("told", "words", "group"),
    [
        ("我们的中型无人直升机取得了适航证件，在本市量产", "大型无人直升机", "not_met"),
        ("我们的中型无人直升机取得了适航证件，在本市量产", "中型无人直升机", "applies"),
        ("我们的无人直升机取得了适航证件，在本市量产", "大型无人直升机", "conditional"),
    ],
)
def test_which_size(matches_of, told, words, group) -> None:
    assert {one.group for one in matches_of(DRONES, told) if words in one.measure.text} == {group}


def test_who_is_at_the_margin_is_not_on_the_allowance(matches_of) -> None:
    groups = {one.measure.text[:4]: one.group for one in matches_of(FLATS, "我是低保边缘户，旧宅加装电梯花了1万元")}
    assert (groups["低保家庭"], groups["低保边缘"]) == ("not_met", "applies")


PRIZES = "获市政府质量奖的奖励120万元，获提名奖的奖励45万元；获县长质量奖的奖励15万元。同一年度获多项的，按最高一项奖励。"


@pytest.mark.parametrize(
    ("told", "paid"),
    [
        ("我们公司去年拿了市政府质量奖提名奖", "45"),
        ("我们公司去年拿了市政府质量奖", "120"),
        ("我们今年同时拿了县长质量奖和市政府质量奖的提名", "45"),
    ],
)
def test_a_nomination_is_not_the_prize(sum_of, told, paid) -> None:
    assert sum_of(PRIZES, told) == paid


PARK = "对入驻数字产业园的企业，按每平方米每月25元给予租金补贴，实际租金低于补贴标准的按实际租金补贴。"


def test_a_rent_below_the_standard_leaves_the_sum_open(sum_of) -> None:
    assert sum_of(PARK, "我们入驻数字产业园租了1000平，房租每平18块一个月，一年能补多少") == ""


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("开了两条市内冷链货运航线，一条一年飞1500架次，一条3000架次", "unknown"),
        ("开了两条市内冷链货运航线，一条一年飞2500架次，一条3000架次", "met"),
        ("开了两条市内冷链货运航线，一条一年飞500架次，一条1000架次", "not_met"),
    ],
)
def test_one_of_several_that_reaches_a_limit(told, expected) -> None:
    assert Judge(read_profile(told, date(2026, 11, 20)), {}).verdict("年飞行不少于2000架次") == expected


NOTICE = """潮汀市众创基地管理办法

一、认定标准
申请认定的众创基地应当同时具备：
1.孵化场地不少于1500平方米；
2.在孵团队不少于18个；
3.专职导师4名以上。
二、补助标准
1.运营补助：考核优秀的基地，每年补助12万元。
2.房租补助：按实际租金的30%补助，每年最高9万元。
三、限制
第1项与第2项不得同时享受。
"""


@pytest.fixture(scope="module")
def assistant(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    (folder / "n.txt").write_text(NOTICE, encoding="utf-8")
    stated = {"title": "潮汀市众创基地管理办法", "region": "潮汀市", "level": "县级市", "source": "自拟", "status": "final"}
    return assistant_of(folder, {"n.txt": stated})


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("想在潮汀认定众创基地，要满足哪几条？", ["1500平方米", "18个", "4名以上"], []),
        ("潮汀的基地运营补助和房租补助，两头都能要吗？", ["不得同时享受"], []),
        ("我们基地在潮汀一年房租6000元，房租补助能拿多少？", ["1800元"], ["0.18万元"]),
    ],
)
def test_what_is_told(assistant, question, must, must_not) -> None:
    told = assistant.ask(question).answer
    assert not [words for words in must if words not in told], told
    assert not [words for words in must_not if words in told], told
