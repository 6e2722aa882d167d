"""Sums of rules as people tell their cases: chains of industry, fees, those who passed, parts of a number, each class by the year."""

from datetime import date

import pytest

from answer.denial import SHUT_OUT
from facts.amounts import read_amounts
from facts.judging import Judge
from facts.profile import read_profile

TODAY = date(2026, 11, 20)

UPGRADE = (
    "对列入市级技术改造项目计划、设备投资500万元及以上的项目，按设备投资额的8%给予补助，最高600万元；"
    "属于高端装备、新型电池两大产业链的，按12%给予补助，最高1000万元。"
)
CLOUD = "小微企业购买市级服务商目录内云化软件产品、年度服务费1万元以上的，按实际支付费用的40%给予补助，每家企业每年最高5万元。"
TRAINED = "支持企业组织首席数据官培训，对取得省级以上培训合格证书的在职人员，按每人3000元补助所在企业，每家企业每年不超过10人。"
BOXES = "货运企业完成外贸集装箱吞吐量的，5000至1万标箱部分每标箱奖励40元，1万标箱以上部分每标箱奖励60元。"
NURSERY = "按上年度月平均实际收托人数，对托小班每人每月给予400元补助，对托大班每人每月给予300元补助。"
STAFF = "首次创办企业的，给予一次性创业补贴1.5万元；带动就业的，每吸纳1人再补2000元，最高2万元。"


@pytest.mark.parametrize(
    ("rule", "told", "value"),
    [
        (UPGRADE, "我们做新型电池的，技改设备投资6000万，列入了市里的技改项目计划，能补多少？", "720"),
        (UPGRADE, "我们做纺织的，技改设备投资6000万，列入了市里的技改项目计划，能补多少？", "480"),
        (CLOUD, "一家30人的小微企业，买了市里目录里的云软件，一年服务费8万，补多少？", "3.2"),
        (TRAINED, "我们公司有15个人拿到了省级培训合格证书，能补多少钱？", "3"),
        (TRAINED, "我们公司有150个人，能补多少钱？", ""),
        (BOXES, "我们货代公司去年走了一万六千标箱外贸货", "56"),
        (BOXES, "我们货代公司去年走了8000标箱外贸货", "12"),
        (NURSERY, "普惠托育机构，去年月平均收了托小班20个、托大班30个，运营补助一年多少？", "20.4"),
        (STAFF, "我们首次创办企业，招了6个人，能拿多少？", "2.7"),
        (STAFF, "我们首次创办企业，招了12个人，能拿多少？", ""),  # whose cap the 2万元 is
    ],
)
def test_the_sum(sum_of, rule, told, value) -> None:
    assert sum_of(rule, told) == value


@pytest.mark.parametrize(
    ("told", "words", "verdict"),
    [
        ("我们做新型电池的", "属于高端装备、新型电池两大产业链", "met"),
        ("我们做纺织的", "属于战略性新兴产业链", "unknown"),
    ],
)
def test_chains_by_their_names(told, words, verdict) -> None:
    assert Judge(read_profile(told, TODAY), {}).verdict(words) == verdict


def test_what_is_done_every_two_years_is_paid_once() -> None:
    assert [one.per for one in read_amounts("每2年开展一次评估，评为五星的，奖励10万元")] == [""]


def test_who_deals_with_kin_is_told_so(assistant_of, tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("kin")
    text = (
        "临泽市智改若干政策\n\n第一条 市内企业采购首台（套）装备使用的，按采购价的10%给予使用单位补助，最高80万元；"
        "研制企业与使用单位存在关联关系的，不予补助。\n"
        "第二条 加强融资支持。对按期还本付息的企业，按实际支付利息的30%给予贴息，每家最高50万元。\n"
    )
    (folder / "kin.txt").write_text(text, encoding="utf-8")
    stated = {"title": "临泽市智改若干政策", "region": "临泽市", "level": "地级市", "source": "自拟", "status": "final"}
    assistant = assistant_of(folder, {"kin.txt": stated})
    told = assistant.ask("我们临泽的企业用了同集团兄弟公司研制的首台套设备，采购价500万，有补助吗？").answer
    assert told.startswith(SHUT_OUT), told
    assert "500万元×10%" in assistant.ask("我们临泽的企业买了别家研制的首台套设备，采购价500万，能补多少？").answer
