"""A guide whose items each name their own office below what they pay: who handles an item, what all get together, what was paid out."""

import pytest

GUIDE = """洛原县工业发展专项资金申报指南

一、申报对象
在洛原县登记注册的企业。
责任股室：县科技局规划股，0799-1000001
二、支持事项
(一)装备更新补助
支持标准：设备投资200万元以上的，按设备投资的8%补助，最高90万元。
申报条件：设备发票开具日期在备案之后。
责任股室：县工信局装备股，0799-1000002
(二)云服务补助
支持标准：购买云服务的企业，按合同金额的30%补助，最高12万元。
责任股室：县大数据中心，0799-1000003
(三)服务券
面向中小企业每年发放服务券600万元，由县服务中心组织。
三、招工
支持县技工学校扩大规模，年招生由800人扩大到1500人。三年引进周末专家260人次。
四、纪律
不重复：同一项目符合本指南多项条款的，按就高不重复原则执行。
"""


@pytest.fixture(scope="module")
def guide(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("guide")
    (folder / "guide.txt").write_text(GUIDE, encoding="utf-8")
    stated = {
        "title": "洛原县工业发展专项资金申报指南",
        "region": "洛原县",
        "level": "县",
        "source": "自拟",
        "status": "final",
        "date": "2026-03",
    }
    return assistant_of(folder, {"guide.txt": stated})


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("装备更新补助归哪个部门管，电话多少？", ["县工信局装备股", "1000002"], ["1000001", "1000003"]),
        ("云服务补助找哪个科室？", ["县大数据中心"], ["装备股", "规划股"]),
        ("同一个项目能不能又吃装备更新又吃云服务两份钱", ["就高不重复"], []),
        ("技工学校最后每年招多少人", ["1500人"], []),
        ("县上三年要弄多少周末专家", ["260人次"], []),
    ],
)
def test_each_item_is_asked_about_by_itself(guide, assert_right, question: str, must: list[str], must_not: list[str]) -> None:
    assert_right(guide, {"question": question, "must": [[point] for point in must], "must_not": must_not})


def test_what_was_paid_out_is_not_what_may_be_paid(guide, assert_right) -> None:
    assert_right(guide, {"question": "2025年县里这项资金一共实际发放了多少钱？"})


def test_what_all_get_together_is_no_sum_of_one(guide) -> None:
    answer = guide.ask("我们是洛原县的中小企业，能拿到哪些支持？")
    assert "服务券" in answer.answer
    assert "可得600万" not in answer.answer
    assert all("责任" not in condition["text"] for measure in answer.measures for condition in measure["conditions"])
