"""Notes below tables, rules below titles between rows, and classes told in lines: each is of the rows that it is for."""

from facts.measure import Measure
from facts.measures import extract_measures
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

GROUPS = """甲县扶持清单

| 序号 | 事项 | 申报条件 | 补助标准 |
| --- | --- | --- | --- |
| 1 | 大棚建设 | 连片大棚10亩以上 | 每亩补助800元 |
| 2 | 粮食收储 | 自有仓容1万吨以上 | 每吨补助20元 |
| 3 | 冷库补助 | 新建冷库库容500立方米以上 | 按投资额的20%补助 |

注：1.第1项、第2项的申报单位，经营须满两年。
2.“冷库补助”事项，冷库须位于乡镇。
3.上述单位均须注册在甲县。
4.申报材料包括发票、合同。
"""
TITLES = """乙市金融清单
事项名称    支持条件            支持标准          责任单位
      一、融资类
      （本类事项要求企业拥有有效专利3件以上）
贷款贴息    贷款期限1年以上     贷款额的2%        市金融办
      二、上市类
挂牌奖励    在区域股权市场挂牌  奖励15万元        市金融办
"""
TWO = """一、平台奖励按表1执行。

表1 平台奖励标准

| 平台类型 | 认定条件 | 奖励金额（万元） |
|---|---|---|
| 实验室 | 经省级认定 | 90 |
| 研究院 | 经市级认定 | 40 |

注：平台须运行满1年。

二、转化补助按表2执行。

表2 转化补助标准

| 补助类型 | 适用条件 | 补助标准 |
|---|---|---|
| 技术购买 | 合同已登记 | 交易额的10% |
| 中试验证 | 在区内开展验证 | 费用的30% |

注：双方不得存在关联关系。
"""
CLASSES = """丙市人才办法
一、本办法所称人才分为：
甲类：省级人才计划入选者；
乙类：正高级职称人员。
二、购房补贴标准

| 人才类别 | 补贴标准 |
|---|---|
| 甲类 | 50万元 |
| 乙类 | 20万元 |
"""


def measures_in(text: str) -> list[Measure]:
    parsed = parse_document(text)
    values = dict.fromkeys(("file", "level", "parent", "issuer", "number", "date", "period", "status", "source", "sha256"), "")
    info = DocumentInfo(id="a", title="甲县扶持奖补清单", region="甲县", **values)
    return extract_measures(info, chunk_document("a", parsed), parsed.text)


def asked(text: str, name: str) -> str:
    measure = next(one for one in measures_in(text) if name in one.text)
    return "；".join(item.reading for item in measure.conditions)


def test_notes_are_of_the_rows_that_they_name() -> None:
    assert "经营须满2年" in asked(GROUPS, "大棚建设") and "经营须满2年" in asked(GROUPS, "粮食收储")
    assert "经营须满2年" not in asked(GROUPS, "冷库补助") and "位于乡镇" in asked(GROUPS, "冷库补助")
    assert "位于乡镇" not in asked(GROUPS, "大棚建设")
    assert all("注册在甲县" in asked(GROUPS, name) for name in ("大棚建设", "粮食收储", "冷库补助"))
    assert "发票" not in asked(GROUPS, "大棚建设")


def test_what_is_said_below_a_title_is_of_its_rows() -> None:
    assert "拥有有效专利3件以上" in asked(TITLES, "贷款贴息")
    assert "专利" not in asked(TITLES, "挂牌奖励")


def test_the_note_of_one_table_is_not_of_another() -> None:
    assert "运行满1年" in asked(TWO, "实验室") and "关联" not in asked(TWO, "实验室")
    assert "关联关系" in asked(TWO, "技术购买") and "运行" not in asked(TWO, "中试验证")


def test_a_class_that_lines_define_is_spelled_out_in_the_table() -> None:
    assert "省级人才计划入选者" in asked(CLASSES, "甲类") and "正高级职称" in asked(CLASSES, "乙类")


SUMS = """丁市人才办法
附表  待遇标准
类别      安家补贴标准            科研经费标准
A类      补贴90万元，分五年发放      带5人以上团队来的，经费一次性200万元
B类      补贴30万元，分五年发放      —
"""
STEPS = """第一条 支持出口。对年出口额达到下列规模、且较上年正增长的外贸企业，按下表给予奖励：
年出口额  奖励标准
2000万美元以上  10万元
9000万美元以上  40万元

第二条 其他事项另行规定。
"""


def test_each_column_of_sums_is_a_measure_and_its_cell_asks_of_it_alone() -> None:
    sums = {one.name: (one.amounts[0].fixed, "；".join(item.reading for item in one.conditions)) for one in measures_in(SUMS)}
    assert sums["A类·安家补贴"][0] == "90" and "团队" not in sums["A类·安家补贴"][1]
    assert sums["A类·科研经费"][0] == "200" and "带5人以上团队来" in sums["A类·科研经费"][1]


def test_a_step_is_of_what_its_header_names_and_of_whom_the_sentence_above_names() -> None:
    found = [(one.amounts[0].fixed, [item.reading for item in one.conditions]) for one in measures_in(STEPS)]
    assert found == [
        ("10", ["年出口额2000万美元以上", "较上年正增长", "外贸企业"]),
        ("40", ["年出口额9000万美元以上", "较上年正增长", "外贸企业"]),
    ]


def test_what_a_policy_is_called_asks_nothing_where_another_cell_says_whom_it_is_for() -> None:
    head = "| 序号 | 项目 | 对象 | 标准 |\n| --- | --- | --- | --- |\n"
    text = head + "| 1 | 首店引进 | 连锁企业 | 奖励9万元 |\n| 2 | 夜市提质 | 街区运营企业 | 差额补助 |\n"
    assert [[item.reading for item in one.conditions] for one in measures_in(text)] == [["连锁企业"], ["街区运营企业"]]


def test_what_is_paid_for_stands_beside_how_much_is_paid() -> None:
    listed = (
        "甲县奖补项目明细表\n\n| 类别 | 奖补内容 | 奖补对象 | 奖补条件 | 奖补标准 |\n|---|---|---|---|---|\n"
        "| 养殖 | 标准化牛场 | 养牛企业 | 存栏100头以上 | 每头奖补500元 |\n"
        "| 加工 | 乳品加工 | 乳品企业 | 年加工300吨以上 | 每吨奖补80元 |\n"
    )
    found = measures_in(listed)
    assert [one.amounts[0].fixed for one in found] == ["500", "80"]
    assert "存栏100头以上" in "".join(item.text for item in found[0].conditions)


def test_what_a_row_is_called_is_asked_where_no_cell_says_of_whom() -> None:
    listed = (
        "甲县奖励清单\n\n| 序号 | 项目 | 奖励对象 | 条件 | 奖励标准 |\n|---|---|---|---|---|\n"
        "| 1 | 国家级科技企业孵化器 | 运营单位 | 科技部门发文认定 | 100万元 |\n"
        "| 2 | 省级科技企业孵化器 | 运营单位 | 科技部门发文认定 | 40万元 |\n"
    )
    asked_of = [[item.text for item in one.conditions if item.kind == "clause"] for one in measures_in(listed)]
    assert asked_of == [["国家级科技企业孵化器"], ["省级科技企业孵化器"]]
