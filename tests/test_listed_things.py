"""Rules that list things side by side with a sum or a cap for each, what enterprises tell, and the sum; nothing where it is not plain."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

LICENCES = "对取得第三类、第二类医疗器械注册证的企业，分别给予40万元、15万元奖励"
TRADES = "对纳入限额以上统计的批发业、零售业、住宿餐饮业企业，分别奖励9万元、7万元、5万元"
RISING = "对由三级升为二级、由二级升为一级资质的建筑业企业，分别给予20万元、60万元奖励"
TRIALS = "完成Ⅰ期、Ⅱ期、Ⅲ期临床试验的，按该期研发费用的10%分别给予最高100万元、200万元、300万元资助"
PLANTS = "对获评智能工厂或数字化车间的企业，按软硬件投入的10%给予奖补，智能工厂最高80万元，数字化车间最高30万元"
INSURED = "对出口额300万美元以下（含300万美元）的企业按保费的70%给予补助；出口额300万美元以上的，按保费的40%给予补助"
BOOTHS = "按每个标准展位1万元给予补助，单个企业同一展会最多补助3个展位，全年补助总额不超过20万元"
ABROAD = "每件国外发明专利给予2万元资助，同一项发明最多资助2个国家"

FIRSTS = "对国际首套、国内首套、省内首套装备的研制企业，分别给予每项100万元、50万元、30万元奖励，年度总额不超过150万元"
SOLAR = "对屋顶光伏项目，按装机容量每瓦0.2元给予补贴，最高30万元"
FLOWS = "按装机容量每摩尔0.2元给予补贴"
HIRED = "对介绍新招用员工的机构，按每人500元给予补贴，最高10万元。劳务派遣人员不计入"
SALES = "按网络零售额给予奖励：2000万元（含）至6000万元的奖励6万元，6000万元（含）至1亿元的奖励12万元，1亿元（含）以上的奖励25万元"
RANKED = "对新认定的国家级专精特新“小巨人”企业，给予60万元奖励；省级专精特新中小企业，给予20万元奖励"
BUILDERS = "对首次取得施工总承包特级、一级资质的企业，分别奖励150万元、40万元"


@pytest.mark.parametrize(
    ("rule", "told", "value"),
    [
        (LICENCES, "去年新拿了二类医疗器械注册证", "15"),
        (LICENCES, "还没拿到注册证", ""),
        (LICENCES, "去年拿了一张三类医疗器械注册证，另外还拿了一张二类的", "55"),
        (TRADES, "开超市做零售的公司，今年纳入限额以上统计", "7"),
        (RISING, "今年资质从二级升一级了", "60"),
        (TRIALS, "今年完成三期临床，这期研发费用4000万元", "300"),
        (TRIALS, "今年完成二期临床，这期研发费用1500万元", "150"),
        (PLANTS, "评上数字化车间，软硬件投入500万元", "30"),
        (PLANTS, "智能工厂和数字化车间都评上了，软硬件投入900万元", ""),
        (INSURED, "去年出口额正好300万美元，保费20万元", "14"),
        (INSURED, "去年出口额320万美元，保费20万元", "8"),
        (BOOTHS, "今年跑了4场展会，每场2个标准展位", "8"),
        (BOOTHS, "展会跑了好几场，每场2个标准展位", ""),
        (ABROAD, "同一项发明在德国、日本、韩国授了权，一共3件国外发明专利", "4"),
        (FIRSTS, "去年有两项装备认定为国内首套，还有一项认定为国际首套", "150"),
        (FIRSTS, "自己研制的一台机器认定成国内首套", "50"),
        (SOLAR, "屋顶光伏装了600千瓦", "12"),
        (SOLAR, "屋顶光伏装了3兆瓦", "30"),
        (FLOWS, "装了600千瓦", ""),
        (HIRED, "介绍了120个新员工", "6"),
        (HIRED, "介绍了100个人，其中30个是劳务派遣，其余70个直接签的劳动合同", "3.5"),
        (SALES, "去年网络零售额2500万元", "6"),
        (SALES, "去年网络零售额正好6000万元", "12"),
        (RANKED, "以前是省级专精特新中小企业，今年又评上国家级小巨人", "60"),
        (BUILDERS, "总承包一级资质十年前就有了", ""),
        (BUILDERS, "今年头一回拿到总承包一级资质", "40"),
        (ABROAD, "去年授权3件国外发明专利", ""),
        (ABROAD, "去年授权3件国外发明专利，是不同的发明", "6"),
    ],
)
def test_the_sum_is_that_of_the_thing_told(rule: str, told: str, value: str) -> None:
    measure = Measure("doc", "甲市", "奖励", "reward", "奖励", True, rule, 0, len(rule), "doc#p1", amounts=read_amounts(rule))
    found = worth(measure, Judge(read_profile(told, date(2027, 4, 1)), {}, rule))
    assert found is not None
    assert found.value == value
