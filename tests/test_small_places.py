"""A town's and a district's rules on care, farms and shops, asked as people there ask: sums, offices, what is paid back."""

import pytest

CARE = """云栎区促进养老服务发展若干政策

一、支持门店
1.门店进社区。家政企业在我区新开设面积不小于50平方米的社区门店，且稳定运营满一年的，每个门店补助1.5万元，同一企业每年最多补助3个门店。
二、支持人才
2.入职奖励。全日制大专、本科以上毕业生入职本区养老机构从事护理工作，满3年的分别给予1.5万元、2.5万元入职奖补。
三、附则
3.本政策自2026年2月1日起施行，有效期至2028年1月31日。
"""
FARM = """岐山湾镇乡村创业扶持办法

第一条 种养示范。新建连片10亩以上标准化设施大棚的，每亩补贴4000元；新增种植中药材20亩以上的，每亩补贴300元。单个主体合计最高8万元。
第二条 品牌认证。新获绿色食品认证的奖励2万元，有机农产品认证的奖励3万元。续展的减半。
第三条 电商直播。年网络销售本镇农产品50万元以上的，按销售额的2%奖励，最高5万元。
第四条 申请人于每年9月底前向村民委员会提出申请，村民委员会5个工作日内签署意见报镇农业农村办公室，公示7日无异议后拨付。
第五条 享受扶持后两年内停业或迁出本镇的，退回已领资金。
"""


@pytest.fixture(scope="module")
def places(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("places")
    (folder / "care.txt").write_text(CARE, encoding="utf-8")
    (folder / "farm.txt").write_text(FARM, encoding="utf-8")
    common = {"source": "自拟", "status": "final", "date": "2026-01"}
    return assistant_of(
        folder,
        {
            "care.txt": {"title": "云栎区促进养老服务发展若干政策", "region": "云栎区", "level": "区", **common},
            "farm.txt": {"title": "岐山湾镇乡村创业扶持办法", "region": "岐山湾镇", "level": "镇", **common},
        },
    )


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("云栎区今年新开了5个社区门店，都80平方，开满一年了，能补多少", ["4.5万元"], ["不符合"]),
        ("云栎区本科生去养老院做护理干满3年奖多少", ["2.5万元"], []),
        ("岐山湾镇种了25亩中药材是今年新种的，另外建了12亩大棚，一共补多少", ["5.55万元"], []),
        ("岐山湾镇网上卖了80万的本镇土特产，奖多少", ["1.6万元"], []),
        ("岐山湾镇绿色食品证书今年续展，给多少钱", ["减半"], []),
        ("岐山湾镇补贴先找谁申请，多久能批", ["村民委员会", "5个工作日"], []),
        ("岐山湾镇拿了补贴第二年不干了要退吗", ["退回已领资金"], ["大棚"]),
    ],
)
def test_asked_in_everyday_words(places, assert_right, question: str, must: list[str], must_not: list[str]) -> None:
    assert_right(places, {"question": question, "must": [[point] for point in must], "must_not": must_not})
