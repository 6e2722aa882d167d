"""Follow-ups that name but another body, or another time: asked what the turns before asked."""

from datetime import date

import pytest

PLAN = """甲县科技创新“十四五”规划

一、发展目标

2020年，全县高新技术企业达到80家。到2025年，全县高新技术企业达到150家。

二、园区建设

到2025年，北湖经济开发区高新技术企业达到40家，产值突破200亿元。

到2025年，望山生态园高新技术企业达到25家，产值突破90亿元。

到2025年，临溪智造小镇高新技术企业达到12家，产值突破30亿元。

三、研究机构

表1 研究院建设目标

| 名称 | 研究方向 | 发展目标 |
|---|---|---|
| 云州苍山工业技术研究院有限公司 | 新材料研发 | 到2025年，研究人员达到20名，仪器设备原值达到2亿元 |
| 云州清河人工智能研究院 | 人工智能 | 到2025年，研究人员达到35名，仪器设备原值达到500万元 |

推进苍山工业技术研究院等平台提质增效，集聚研究人员，健全研究机构绩效评估机制。

表2 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 每万人高价值发明专利拥有量（件） | 11.1 | 20 |
| 全社会研发经费占GDP比重（%） | 2.1 | 3 |
"""


@pytest.fixture(scope="module")
def told(small_index):
    assistant = small_index.assistant({small_index.info("a", "甲县科技创新“十四五”规划", region="甲县", period="2021-2025"): PLAN})

    def ask(question, *history):
        answer = assistant.ask(question, history, today=date(2024, 3, 1))
        assert not answer.abstained and all(check.ok for check in answer.checks)
        return answer.answer

    return ask


FIRST = "北湖经济开发区2025年高新技术企业要达到多少家"


@pytest.mark.parametrize(
    ("question", "history", "figure", "others"),
    [
        ("望山生态园呢", [FIRST], "25家", ["40家", "12家"]),
        ("临溪智造小镇要几家？", [FIRST, "望山生态园呢"], "12家", ["40家", "25家"]),
        ("那清河研究院呢", ["苍山工业技术研究院2025年研究人员多少"], "35名", ["20名"]),
        ("那望山生态园的产值呢", [FIRST], "90亿元", []),  # a matter of its own
    ],
)
def test_another_body_is_asked_what_the_one_before_was(told, question, history, figure, others):
    answer = told(question, *history)
    assert figure in answer and not any(other in answer for other in others)


@pytest.mark.parametrize(
    ("question", "history", "figure"),
    [
        ("2020年的时候呢", ["甲县高新技术企业2025年要多少家"], "80家"),
        ("2020年的时候呢？", ["甲县每万人高价值发明专利2025年要多少件"], "11.1件"),
        ("那会儿2020年是多少", ["甲县研发强度2025年目标多少"], "2.1%"),
        ("五年后打算翻到多少", ["甲县2020年有多少家高新技术企业？"], "150家"),
    ],
)
def test_another_time_is_asked_of_the_same_figure(told, question, history, figure):
    assert figure in told(question, *history)
