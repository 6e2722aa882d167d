"""A city's plan with decimal headings beside the notice of its development zone: whose figure it is, and who pays."""

import pytest

PLAN = """澜沧湾市先进制造业发展规划（2026—2030年）

1  发展基础
1.1  主要进展
2025年，全市研发投入强度达到2.27%。高新技术企业486家，是“十三五”末的2.5倍；科技型中小企业入库1130家。石岭县、郏水县研发投入强度分别仅为0.94%和1.38%。
2  总体要求
2.1  发展目标
到2030年，研发投入强度达到2.8%，高新技术企业达到850家。
3  重点任务
3.1  做强产业集群
3.1.1  轴承与矿山装备集群
推广精密轴承。集群营业收入由2025年的700亿元增长到2030年的1600亿元。
3.1.2  超硬与新型材料集群
建设金刚石基地。集群营业收入由2025年的640亿元增长到2030年的1100亿元。
3.1.3  光伏与新型储能集群
拓展储能系统。集群营业收入由2025年的520亿元增长到2030年的1000亿元。
3.2  做大产业链
3.2.1  低空装备产业链
发展物流无人机，到2030年产业链规模由12亿元增长到100亿元。
3.3  推动园区提质增效
表1  主要园区发展指标
园区 2025年营业收入（亿元） 2025年高企数（家）
澜沧湾经开区 860 138
澜沧湾高新区 410 121
石岭产业园 90 13
3.4  绿色低碳
数据中心平均PUE降到1.15以下，绿电占比不低于80%。
4  保障措施
4.1  加强领导
成立领导小组，由市政府主要领导任组长，办公室设在市工业和信息化局，每季度召开一次会议。
"""
NOTICE = """澜沧湾经济技术开发区关于支持企业发展的若干政策

一、企业培育
（一）首次认定为国家级专精特新“小巨人”企业的，一次性奖励50万元。
（二）整体迁入的有效期内高新技术企业，奖励20万元，须承诺五年内不迁出。
二、技术改造
（一）对备案的技术改造项目，实际设备投入500万元以上的，按设备投入的8%给予补助，单个项目最高不超过300万元。
三、附则
本政策自2026年5月1日起施行，有效期至2028年12月31日，由开发区管委会负责解释。
"""


@pytest.fixture(scope="module")
def both(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("zone")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    common = {"source": "自拟", "status": "final"}
    plan = {"title": "澜沧湾市先进制造业发展规划（2026—2030年）", "region": "澜沧湾市", "level": "地级市", "period": "2026-2030"}
    notice = {"title": "澜沧湾经济技术开发区关于支持企业发展的若干政策", "region": "澜沧湾经济技术开发区", "level": "开发区"}
    return assistant_of(folder, {"plan.txt": plan | common, "notice.txt": notice | common | {"parent": "澜沧湾市", "period": "2026-2028"}})


def test_a_year_that_a_figure_is_only_set_against_holds_for_nothing_behind_it(both) -> None:
    listed = [fact for fact in both.facts if fact["value"] == "1130"]
    assert listed
    assert {fact["year"] for fact in listed} == {2025}


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        (
            "超硬材料集群规划期内营收要多出多少亿，涨幅百分之几？",
            ["超硬与新型材料集群", "460亿元", "71.9%"],
            ["1600亿元", "澜沧湾市营业收入"],
        ),
        ("光伏储能集群2030年营收目标多少", ["光伏与新型储能集群", "1000亿元"], ["1600亿元", "1100亿元"]),
        ("低空装备规模2030年是2025年的几倍？", ["低空装备产业链", "8.33倍"], []),
        ("石岭县和郏水县研发投入强度哪个更低", ["0.94%", "1.38%"], ["2.8%"]),
        ("石岭和郏水两个县研发投入强度哪个更低", ["0.94%", "1.38%"], ["2.8%"]),
        (
            "三大集群到2030年谁的规模最大谁最小？",
            ["轴承与矿山装备集群", "1600亿元", "光伏与新型储能集群", "1000亿元"],
            ["100亿元[", "0.94%"],
        ),
        ("澜沧湾经开区跟高新区比，谁的高企多？", ["138家", "121家"], []),
        ("数据中心的能效PUE要压到多少？", ["1.15"], ["没有说明"]),
        ("领导小组谁当组长，办公室放在哪？", ["市政府主要领导", "市工业和信息化局"], []),
        ("公司今年拿到国家级小巨人，开发区给多少？", ["50万元"], ["没有说明"]),
        ("我们公司从西安整体搬过来，高企证还在有效期，有奖励没有", ["20万元"], ["西安的规划"]),
        ("这套政策什么时候开始算、到什么时候失效？", ["2026年5月1日", "2028年12月31日"], ["没有说明"]),
    ],
)
def test_the_right_document_and_the_right_cluster_answer(both, question, must, must_not) -> None:
    reply = both.ask(question)
    assert not reply.abstained, reply.answer
    assert all(words in reply.answer for words in must), reply.answer
    assert not any(words in reply.answer for words in must_not), reply.answer


def test_a_cluster_is_not_held_against_itself(both) -> None:
    assert "多0亿元" not in both.ask("轴承集群规划期内营收要多出多少亿，涨幅百分之几？").answer
