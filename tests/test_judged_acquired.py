"""What was bought, rated, harmed or let to others, in the words of those who tell it."""

from datetime import date

import pytest

from facts.judging import Judge
from facts.profile import read_profile

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("told", "words", "verdict"),
    [
        ("从大学老师手里买过来6件发明专利，过户手续今年办完了", "以本市单位为第一专利权人，且非通过转让取得", "not_met"),
        ("我们自己研发的发明专利，今年拿证了", "非通过转让取得", "met"),
        ("我们有6件发明专利", "非通过转让取得", "unknown"),
        ("我们养老院刚开一年多，证照备案都全，等级还没去评。", "养老机构等级评定二级以上", "not_met"),
        ("我们养老院刚开一年多。", "养老机构等级评定二级以上", "unknown"),
        ("公司主要做人力派遣，手上有派遣牌照", "劳务派遣公司", "met"),
        ("公司主要做软件外包", "劳务派遣公司", "not_met"),
        ("租来的两层楼里空出的半层转给一家律所用，收点租金", "未转租、分租", "not_met"),
        ("租来的两层楼全部自用", "未转租、分租", "met"),
        ("去年我们的婴儿车有个批次出过伤人的事，市监局最后认定是我们责任", "近三年未发生质量安全责任事故", "not_met"),
    ],
)
def test_the_verdict(told, words, verdict) -> None:
    assert Judge(read_profile(told, TODAY), {}).verdict(words) == verdict


PATENTS = "支持知识产权创造。当年获得授权的发明专利，每件奖励5000元。专利权须以本市单位为第一专利权人，且非通过转让取得。"
BOXES = "货运企业年集装箱吞吐量达到5000标箱以上的，超出部分每标箱奖励40元。空箱不计入吞吐量。"


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        ("我们公司从大学老师手里买过来6件发明专利，当年获得授权", {"not_met"}),
        ("我们公司自己研发的6件发明专利当年获得授权", {"applies", "conditional"}),
    ],
)
def test_what_is_asked_of_the_thing_paid_for(group_of, told, groups) -> None:
    assert group_of(PATENTS, told) in groups


def test_no_sum_where_a_part_told_is_not_counted(sum_of) -> None:
    assert sum_of(BOXES, "我们是货运企业，去年走了6000标箱") == "4"
    assert sum_of(BOXES, "我们是货运企业，去年走了6000标箱，其中800是空箱") == ""
