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
        (ABROAD, "去年授权3件国外发明专利", ""),
        (ABROAD, "去年授权3件国外发明专利，是不同的发明", "6"),
    ],
)
def test_the_sum_is_that_of_the_thing_told(rule: str, told: str, value: str) -> None:
    measure = Measure("doc", "甲市", "奖励", "reward", "奖励", True, rule, 0, len(rule), "doc#p1", amounts=read_amounts(rule))
    found = worth(measure, Judge(read_profile(told, date(2027, 4, 1)), {}, rule))
    assert found is not None
    assert found.value == value
