"""The plans of a city and of one of its counties, which questions of many kinds can be asked of."""

import pytest

from index.store import PassageIndex

CITY_PLAN = """# 临湖市科技创新规划（2021-2025年）

## 一、发展基础

2020年，全市高新技术企业达到294家，研发经费支出占地区生产总值比重达到2.8%。

## 二、发展目标

到2025年，全市高新技术企业达到600家，研发经费支出占地区生产总值比重达到3.6%，科技型中小企业达到1.2万家。

## 三、主要任务

### （一）培育科技企业

1. 实施企业倍增计划。建立高新技术企业培育库，对首次认定的高新技术企业给予奖励。支持安河打造企业集聚区。

（责任单位：市科技局、市财政局）

### （二）建设孵化载体

2. 加快建设众创空间和孵化器，推进“一区三园”建设，完善服务。落实“四个一批”：引进一批、培育一批、孵化一批、提升一批。

### （三）集聚创新人才

大力引进高层次人才，建设人才公寓，完善人才服务。到2025年，建成人才公寓5万平方米。

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 294 | 600 |
| 研发经费支出占GDP比重（%） | 2.8 | 3.6 |
| 每万人发明专利拥有量（件） | 21 | 30 |
"""
COUNTY_PLAN = """# 安河县科技创新规划（2021-2025年）

## 一、发展目标

到2025年，全县高新技术企业达到120家，科技型中小企业达到800家。

## 二、主要任务

### （一）建设创新平台

建设产业技术研究院，打造科创走廊。

### （二）优化创新生态

推广创新券，对使用大型科研仪器的企业按实际支出的30%给予补助，最高10万元。

### （三）组织实施

本规划期限为2021年至2025年，由县科学技术局负责解释。
"""


@pytest.fixture(scope="session")
def two_plans(small_index) -> PassageIndex:
    """An index of a city's plan and of a draft of one of its counties."""
    period = {"period": "2021-2025"}
    city = small_index.info("city", "临湖市科技创新规划", region="临湖市", status="final", **period)
    stated = {"parent": "临湖市", "status": "draft", "date": "2021-10", "issuer": "安河县科学技术局"}
    county = small_index.info("county", "安河县科技创新规划", region="安河县", **stated, **period)
    return small_index({city: CITY_PLAN, county: COUNTY_PLAN})
