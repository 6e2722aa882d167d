"""Units in charge in brackets, who leads a project of a box, terms made of digits, boxes cut by the foot of a page."""

import pytest

PLAN = """澄湾市“十五五”科技创新规划

一、总体要求
（一）总体思路
全面实施“352”工程，加快建成创新名城。
（二）发展目标
“352”工程是全市科技创新的总抓手：“3”即做强陶瓷电气、玄武纤维、茶油加工3条产业链；“5”即组建5个创新联合体；“2”即设立总规模20亿元的两只基金。
二、技术攻关
（一）陶瓷电气
围绕特高压和轨道交通，突破高强度瓷配方、等静压成型等技术。（牵头单位：市工业和信息化局；配合单位：市科技局）
（二）玄武纤维
以湾材公司为链主，突破大漏板拉丝、浸润剂国产化等技术。（牵头单位：澄湾经济开发区管委会；配合单位：市自然资源局）
（三）未来产业培育
前瞻布局固态电解质、窑炉大模型、低空植保三个方向。
专栏1 关键核心技术攻关方向
陶瓷电气（32项）：直流穿墙套管瓷芯、氮化铝陶瓷基板、避雷器用氧

— 8 —

化锌阀片、绝缘子在线裂纹检测等。
玄武纤维（21项）：均质化熔制、大漏板拉丝、国产浸润剂等。
茶油加工（15项）：鲜果脱壳烘干、茶皂素高纯提取等。
三、平台建设
支持瓷业研究院实体化运行。（牵头单位：市科技局）
专栏2 重点平台项目
1.陶瓷电气技术创新中心：华岭电瓷牵头，总投资2.1亿元，选址经开区南片区。
2.玄武纤维中试基地：湾材公司牵头，总投资3.8亿元，选址经开区北片区。
"""


@pytest.fixture(scope="module")
def assistant(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("units")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    stated = {"title": "澄湾市“十五五”科技创新规划", "region": "澄湾市", "level": "县级市", "source": "自拟", "status": "final"}
    return assistant_of(folder, {"plan.txt": stated})


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("玄武纤维这条产业链的事，找哪个单位牵头？", ["经济开发区管委会"], ["市工业和信息化局"]),
        ("陶瓷电气技术创新中心放在经开区的哪个位置，谁来牵头建？", ["南片区", "华岭电瓷"], ["牵头单位"]),
        ("“352”到底指的是哪三件事？", ["3条产业链", "5个创新联合体", "20亿元"], ["各指什么"]),
        ("未来产业方面看中了哪几个方向？", ["固态电解质", "低空植保"], []),
    ],
)
def test_what_is_told(assistant, question, must, must_not) -> None:
    told = assistant.ask(question).answer
    assert not [words for words in must if words not in told], told
    assert not [words for words in must_not if words in told], told
