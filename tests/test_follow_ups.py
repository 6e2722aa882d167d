"""Follow-ups are read in full: on the things of a list, on the years before, on the indicator of another place."""

from datetime import date

import pytest

from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from retriever.elliptic import in_full
from retriever.following import with_body
from retriever.wanted import asks_of_document

DAY = date(2026, 11, 20)
PLAN = """# 柏川市科技创新“十四五”规划

## 一、发展基础

柏川地处山区，科研院所少，引进高端人才的成本较高。

表1 “十三五”主要指标完成情况

| 指标 | 2015年 | 2020年目标 | 2020年完成 |
|---|---|---|---|
| 科技型中小企业（家） | 40 | 110 | 100 |

表2 “十四五”主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 100 | 250 |
| 财政科技投入占财政支出的比例（%） | 4 | 6 |

## 二、总体布局

着力打造竹材、冷链、矿机三大创新高地，实施“深山引才”“云上课堂”和“林间试验”三大行动，部署种苗、护林、加工三大工程。

竹材创新高地。建设竹纤维实验室，攻关竹缠绕管材，建成省内一流的竹材创新高地。

冷链创新高地。建设蓄冷材料中心，攻关移动冷库，建成市内领先的冷链创新高地。

矿机创新高地。建设破碎装备中心，攻关远程掘进，建成行业知名的矿机创新高地。

## 三、主要挑战

柏川科技创新面临三个挑战：一是山区交通不便。货运绕行远，样品送检慢，企业不愿意把中试线放在本地。二是人才结构偏老。青年科研人员少，学科带头人到了退休年龄，梯队接不上。三是企业规模偏小。多数企业没有研发机构。

## 四、重点行动

### （一）实施深山引才行动

对来柏川工作的博士发放安家补贴，建设人才驿站。

### （二）实施云上课堂行动

联合省内高校开设网络课程，为乡镇企业培训技术工人。

### （三）实施林间试验行动

在国有林场开辟试验区，供院所开展良种选育。
"""
OTHER = """# 槐溪市科技创新“十四五”规划

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 210 | 480 |

## 一、存在问题

1. 院所落户偏少。本地没有高校，企业找不到合作对象。

2. 技工流失偏快。熟练技工外流到邻近城市，订单旺季招不满人。

## 二、主要任务

实施茶叶科技、竹炭科技、石雕科技三大工程，设茶叶检测中心、竹炭检测中心、石雕检测中心三个检测中心。

### （一）实施茶叶科技工程

推广无人机采摘，建设茶树种质圃，办好春茶品鉴会。

### （二）实施竹炭科技工程

改造炭化窑，研发竹炭滤芯，建设炭材料检测线一条。

### （三）实施石雕科技工程

引进数控雕刻机床，培养青年雕刻师，办好石雕设计展。

### （四）建设检测中心

石雕检测中心由槐溪市工艺研究所承建，面积800平方米。

### （五）建设溪口石艺小镇

溪口石艺小镇以石雕展销为主，到2025年引进高新技术企业6家，接待游客30万人次。
"""
NAMES = ("file", "level", "parent", "issuer", "number", "date", "status", "source", "sha256")


@pytest.fixture(scope="module")
def assistant(small_index):
    first = small_index.info("bai", "柏川市科技创新“十四五”规划", region="柏川市", period="2021-2025", level="city")
    second = small_index.info("huai", "槐溪市科技创新“十四五”规划", region="槐溪市", period="2021-2025", level="city")
    return small_index.assistant({first: PLAN, second: OTHER})


@pytest.fixture(scope="module")
def ask(assistant):
    def answered(question, *history):
        answer = assistant.ask(question, history, DAY)
        assert [check.what for check in answer.checks if not check.ok] == [], answer.answer
        return answer.answer

    return answered


@pytest.fixture(scope="module")
def gazetteer():
    regions = ("柏川市", "槐溪市")
    return Gazetteer([DocumentInfo(one, title="", region=one, period="2021-2025", **dict.fromkeys(NAMES, "")) for one in regions])


@pytest.mark.parametrize(
    ("question", "history", "told", "untold"),
    [
        ("第二个展开讲讲", ["柏川三大创新高地是哪三个"], ["移动冷库"], ["竹缠绕", "远程掘进"]),
        ("最后一个是什么情况", ["柏川三大创新高地是哪三个", "第一个讲细一点"], ["远程掘进"], ["竹缠绕"]),
        ("前两个呢", ["柏川三大创新高地的定位有啥差别"], ["省内一流", "市内领先"], ["行业知名"]),
        ("第一个具体说说", ["柏川三大行动是哪三个"], ["安家补贴"], ["良种选育"]),  # quoted names, told below their headings
        ("第二个具体是什么", ["柏川科技创新面临哪些挑战"], ["学科带头人"], ["货运绕行", "研发机构"]),  # counted off in one paragraph
        ("分别对应哪些工程", ["柏川十四五主要抓哪三块"], ["种苗", "护林", "加工"], []),
        ("还有吗", ["柏川科技创新面临哪些挑战", "交通不便是什么意思"], ["人才结构偏老", "企业规模偏小"], []),
    ],
)
def test_things_of_the_list_before_are_told(ask, question, history, told, untold):
    answer = ask(question, *history)
    assert all(words in answer for words in told), answer
    assert not any(words in answer for words in untold), answer


@pytest.mark.parametrize(
    ("question", "history", "told"),
    [
        ("比2020年呢", ["柏川2025年财政科技投入占财政支出的比例目标"], ["4%", "6%", "2个百分点"]),
        ("涨了几倍", ["柏川科技型中小企业2015年多少家", "2020年实际做到多少了"], ["2.5倍"]),
        ("当年目标是多少，完成没有", ["柏川2020年科技型中小企业实际有几家"], ["110家", "100家", "没有达到目标"]),
        ("这个指标别的地方有吗", ["柏川2025年高新技术企业目标是多少"], ["480家"]),
        ("这个指标槐溪有吗", ["柏川2025年高新技术企业目标是多少"], ["480家"]),
        ("为什么", ["柏川引进高端人才的成本高吗"], ["科研院所少"]),
        (
            "年均要增加多少家",
            ["柏川高企2020年100家，2025年要多少", "那五年一共要增加多少家"],
            ["30家"],
        ),  # the figure told is no part of the name
        ("和槐溪比呢", ["柏川2025年高新技术企业目标是多少"], ["高230家"]),
        ("那是现在的几倍", ["柏川2025年高新技术企业目标多少"], ["2.5倍"]),
        ("槐溪呢", ["柏川2025年高新技术企业"], ["480家"]),  # the turn before only names the figure
        ("加起来", ["柏川2025年高新技术企业目标", "槐溪呢"], ["730家"]),
        ("高多少", ["柏川2025年高新技术企业", "槐溪呢", "哪个高"], ["230家"]),
        ("槐溪呢", ["柏川2025年高新技术企业目标", "跟槐溪比", "柏川没有定吗"], ["480家"]),  # a turn that names nothing opens nothing
        ("槐溪2020年有多少", ["柏川2025年高新技术企业目标", "比2020年涨幅多大"], ["高新技术企业：2020年210家[1]"]),
    ],
)
def test_what_the_turns_before_said_is_put_in(ask, question, history, told):
    answer = ask(question, *history)
    assert all(words in answer for words in told), answer


@pytest.mark.parametrize(
    ("question", "history", "meant"),
    [
        ("比2020年呢", ["柏川2025年高新技术企业目标"], "柏川高新技术企业2025年比2020年增加多少"),
        ("其他地方呢", ["柏川2025年高新技术企业目标", "比2020年呢"], "各地2025年高新技术企业是多少"),
        ("这个数是哪年的", ["柏川高新技术企业现在100家？"], "柏川高新技术企业现在100家是哪年的数据"),
        ("规模多大", ["柏川有没有引导基金"], "柏川引导基金规模多大"),
        (
            "年均增加多少家",  # the figure that a turn tells itself is no part of the name
            ["柏川高企2020年100家，2025年要多少", "那五年一共要增加多少家"],
            "柏川高企2020年到2025年年均增加多少家",
        ),
        ("再算上槐溪一共多少", ["柏川2025年高新技术企业目标"], "柏川、槐溪2025年高新技术企业一共多少"),
        ("那比槐溪高多少", ["柏川2025年高新技术企业目标"], "柏川2025年高新技术企业比槐溪高多少"),
        ("五年要多建多少家", ["柏川2020年高新技术企业多少家"], "柏川高新技术企业五年要多建多少家"),
        # asks of something else, or stands as it is
        ("三家里最低的", ["柏川2025年高新技术企业目标"], ""),
        ("和槐溪比谁的平台多", ["柏川2025年高新技术企业目标"], ""),
        ("比槐溪怎么样", ["柏川人才怎么引"], ""),
        ("槐溪呢？比2020年多几家", ["柏川2025年高新技术企业目标"], ""),
        ("为什么", ["柏川2025年高新技术企业目标是多少"], ""),
        ("其他地方的企业能来吗", ["柏川2025年高新技术企业目标"], ""),
        ("这个目标槐溪谁负责", ["柏川2025年高新技术企业目标"], ""),
        ("涨了几倍", ["柏川2020年高新技术企业多少家"], ""),
        ("当年实施了哪些行动", ["柏川人才怎么引"], ""),
        ("比2020年呢", [], ""),
    ],
)
def test_a_follow_up_is_put_in_full(gazetteer, question, history, meant):
    assert in_full(question, history, gazetteer) == meant


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("第四个呢", ["柏川三大创新高地是哪三个"]),  # there are three
        ("第二批什么时候申报", ["柏川三大创新高地是哪三个"]),
        ("第二个展开讲讲", []),
        ("青石小镇那边要几家", ["槐溪的溪口石艺小镇有什么打算"]),  # another body
        ("全市高新技术企业要几家", ["槐溪的溪口石艺小镇有什么打算"]),
        ("科技型中小企业要几家", ["槐溪的溪口石艺小镇有什么打算"]),  # which the documents do not say of it
    ],
)
def test_a_turn_that_counts_off_nothing_of_a_list_is_read_as_it_stands(assistant, question, history):
    assert assistant._turns._follow_ups.read(question, history, DAY) is None


@pytest.mark.parametrize(
    ("question", "history", "meant"),
    [
        ("最后一个要做什么", ["槐溪三大科技工程是什么"], "槐溪石雕科技工程具体情况"),  # a kind that its things half say
        ("第二条怎么讲", ["槐溪面临哪些短板"], "槐溪技工流失偏快具体情况"),  # listed as 问题
        ("石雕那个谁承建", ["槐溪三个检测中心是哪三个"], "槐溪石雕检测中心谁承建"),  # named in part
        ("都是哪些", ["槐溪科技工程有几个"], "槐溪科技工程有哪些"),
        ("高新技术企业要几家", ["槐溪的溪口石艺小镇有什么打算"], "溪口石艺小镇高新技术企业要几家"),  # of the body, not of all the city
    ],
)
def test_a_thing_of_the_list_is_put_in(assistant, question, history, meant):
    found = assistant._turns._follow_ups.read(question, history, DAY)
    assert found
    assert found.question == meant


def test_turns_before_are_told_in_full(assistant):
    turns = ["柏川2025年高新技术企业目标", "比2020年呢", "柏川三大创新高地是哪三个", "第二个展开讲讲"]
    told = assistant._turns._follow_ups.told_before(turns, DAY)
    assert told[1::2] == ("柏川高新技术企业2025年比2020年增加多少", "柏川冷链创新高地具体情况")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("市里统一的目标呢", "柏川2025年高新技术企业是多少"),
        ("比全市高多少", "槐溪2025年高新技术企业比全市高多少"),
        ("在全市算高的吗", "槐溪2025年高新技术企业，比全市高多少"),
        ("市里谁负责", ""),
    ],
)
def test_the_city_above_is_put_in(question, meant):
    documents = [
        DocumentInfo(one, title="", region=one, period="2021-2025", **{**dict.fromkeys(NAMES, ""), "parent": above})
        for one, above in (("柏川市", ""), ("槐溪市", "柏川市"))
    ]
    assert in_full(question, ["槐溪2025年高新技术企业目标"], Gazetteer(documents)) == meant


def test_there_means_the_body_of_the_place(gazetteer):
    assert with_body("槐溪那边是做啥的", ["一区多园里柏川分园做什么产业"], gazetteer) == "槐溪分园那边是做啥的"


def test_whether_a_draft_is_settled_is_asked_of_the_document():
    assert asks_of_document("这稿子定了吗")
    assert not asks_of_document("这个方案定了哪些目标")
