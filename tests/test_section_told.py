"""Questions on the standing parts of a plan are answered from them, however the part is marked."""

from datetime import date

import pytest

TITLED = """# 甲县科技规划

## 一、总体要求

### （一）指导思想

坚持创新在现代化建设全局中的核心地位，以深海装备为主攻方向，加快建设蓝色硅谷。

### （二）基本原则

1. 人才为先。引育并重。

2. 企业为主。强化企业地位。

3. 开放为要。联通内外。

### （三）奋斗目标

甲县科技创新迈上新台阶。到2025年，初步建成海洋装备创新高地和宜居宜业的科技新城。

——创新能力显著增强。平台不断涌现，投入持续增加。

——产业质量明显提升。新产业加快成长。

到2035年，全面建成海洋装备强县。

## 二、主要任务

### （一）建设平台

建设海洋实验室，强化要素支撑。

### （二）培育企业

支持企业设立研发机构。

## 三、抓好规划实施，确保目标实现

### （一）加强领导

成立工作专班。

### （二）保证投入

财政投入逐年增长。
"""
UNTITLED = """乙县科技规划

 “十三五”以来，农业科技水平稳步提高。但与先进县相比，科研力量薄弱；企业投入不足。
 高举生态立县旗帜，坚持创新核心地位，走出山区创新之路。
 一是坚持绿色引领。守住青山。
 二是坚持人才下乡。服务乡亲。
 三是坚持农民受益。增加收入。
 到2025年，山区创新示范县基本建成，成为区域绿色农业科技高地。
——农业科技取得突破。良种覆盖率提高。
——创新主体不断壮大。企业数量增加。
 加快推广良种，建设种子资源库，支持农技人员下乡服务。
"""


@pytest.fixture(scope="module")
def asked(small_index):
    plans = {"jia": ("甲县科技规划", "甲县", TITLED), "yi": ("乙县科技规划", "乙县", UNTITLED)}
    infos = {
        doc: small_index.info(doc, title, region=region, period="2021-2025", status="final") for doc, (title, region, _) in plans.items()
    }
    made = small_index.assistant({infos[doc]: text for doc, (_, _, text) in plans.items()})

    def ask(question):
        answer = made.ask(question, today=date(2024, 5, 1))
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("甲县的发展目标是什么？", ["到2025年，初步建成海洋装备创新高地", "创新能力显著增强", "产业质量明显提升"], ["2035"]),
        ("甲县2035年的总体目标是啥", ["到2035年，全面建成海洋装备强县"], ["2025"]),
        ("甲县的指导思想", ["以深海装备为主攻方向"], ["到2025年"]),
        ("甲县有哪些基本原则？", ["共3项", "人才为先", "企业为主", "开放为要"], []),
        ("甲县的重点任务有哪些", ["共2项", "建设平台", "培育企业"], []),
        ("乙县的总体思路是什么", ["高举生态立县旗帜", "走出山区创新之路"], ["种子资源库"]),
        ("乙县存在的问题有哪些", ["科研力量薄弱", "企业投入不足"], ["种子资源库"]),
        ("乙县有哪些基本原则", ["共3项", "坚持农民受益"], []),
        ("甲县的保障措施", ["加强领导", "保证投入"], []),
        ("乙县科技创新的目标是什么？", ["到2025年，山区创新示范县基本建成", "农业科技取得突破"], ["种子资源库"]),
    ],
)
def test_a_part_is_told_from_under_its_title(asked, question, told, not_told):
    answer = asked(question)
    assert not answer.abstained and all(words in answer.answer for words in told), answer.answer
    assert not any(words in answer.answer for words in not_told), answer.answer


@pytest.mark.parametrize("question", ["甲县海洋实验室的目标是什么", "甲县的人才目标有哪些", "甲县高新技术企业目标"])
def test_the_goal_of_something_is_not_that_of_the_plan(asked, question):
    assert not asked(question).answer.startswith("甲县：到2025年，初步建成")


def test_a_part_that_a_plan_does_not_have_is_not_made_up(asked):
    answer = asked("乙县的保障措施有哪些")
    assert answer.abstained and "保障措施" in answer.answer
