"""What a notice's layout and its general articles do to a measure, and what its sums depend on, each by wording made up for it."""

from datetime import date

import pytest

from facts.match import match_profile
from facts.matched import Match
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

PLACE = "青岚市"
DAY = date(2027, 4, 10)


def matches(text: str, told: str, today: date = DAY) -> list[Match]:
    """All matches of a notice of one place with an enterprise in it."""
    parsed = parse_document(f"青岚市支持企业发展若干政策\n\n{text}\n")
    info = DocumentInfo("d", "d.txt", "青岚市支持企业发展若干政策", PLACE, "", "", "", "", "", "", "final", "", "")
    measures = extract_measures(info, chunk_document("d", parsed), parsed.text)
    return list(match_profile(read_profile(told, today), measures, [PLACE]).matches)


def only(text: str, told: str, today: date = DAY) -> Match:
    """The only match of a notice with one measure."""
    (found,) = matches(text, told, today)
    return found


def paid(found: Match) -> str:
    return found.worth.value if found.worth else ""


MARKS = "第一条　对上年度营业收入首次突破2亿元、6亿元的规上工业企业，分别给予12万元、36万元奖励。"


@pytest.mark.parametrize(
    ("told", "group", "sum_"),
    [
        ("青岚市做水泵的规上工业企业，营业收入去年2.3亿，前年1.8亿。", "applies", "12"),
        ("青岚市做水泵的规上工业企业，营业收入去年6.6亿，前年5.1亿。", "applies", "36"),
        ("青岚市做水泵的规上工业企业，营业收入去年3.3亿，前年2.9亿。", "not_met", ""),
        ("青岚市做水泵的规上工业企业，营业收入去年1.7亿，前年1.2亿。", "not_met", ""),
        ("青岚市做水泵的规上工业企业，营业收入去年差不多2亿，准数没出来。", "conditional", ""),
        ("青岚市做水泵的规上工业企业，营业收入去年3.3亿。", "conditional", ""),
    ],
)
def test_a_mark_counts_in_the_first_year_that_reaches_it(told: str, group: str, sum_: str) -> None:
    found = only(MARKS, told)
    assert found.group == group
    if group == "applies":
        assert paid(found) == sum_


FINES = "第一条　对首次认定的高新技术企业，给予18万元奖励。\n第二条　企业上年度因环境违法单次被处10万元以上罚款的，不予支持。"


@pytest.mark.parametrize(
    ("told", "group"),
    [
        ("去年6月因为污水超标被环保局罚了14万。", "not_met"),
        ("去年6月因为污水超标被环保局罚了6万。", "applies"),
        ("前年6月因为污水超标被环保局罚了14万。", "applies"),
        ("去年6月因为偷税被税务局罚了14万。", "applies"),
    ],
)
def test_a_fine_excludes_by_its_field_year_and_sum(told: str, group: str) -> None:
    assert only(FINES, f"青岚市做水泵的规上工业企业，去年首次认定高新技术企业。{told}").group == group


LEVELS = "第一条　对首次认定的高新技术企业，给予18万元奖励。\n第二条　同一事项已享受县级其他财政资金支持的，不再重复支持。"


@pytest.mark.parametrize(
    ("told", "group"),
    [("县里人才专项资金已经因为这个高企奖过我们5万。", "not_met"), ("省里已经因为这个高企奖过我们5万。", "applies")],
)
def test_money_of_the_level_named_excludes_and_no_other(told: str, group: str) -> None:
    assert only(LEVELS, f"青岚市做水泵的企业，去年首次认定高新技术企业，{told}").group == group


CAPS = "第一条　对高新技术企业，按上年度研发费用的5%给予补助，规模以上企业最高60万元，规模以下企业最高20万元。"
RAISES = "第一条　对高新技术企业，按上年度研发费用的5%给予补助，最高40万元；其中研发费用比前一年度增长30%以上的，最高补助额提高到90万元。"


@pytest.mark.parametrize(
    ("rule", "told", "sum_"),
    [
        (CAPS, "规上工业企业，研发费用去年1000万。", "50"),
        (CAPS, "还不是规上企业，研发费用去年1000万。", "20"),
        (CAPS, "规模说不清，研发费用去年1000万。", ""),
        (RAISES, "研发费用去年2600万，前年1500万。", "90"),
        (RAISES, "研发费用去年2600万，前年2500万。", "40"),
        (RAISES, "研发费用去年2600万。", ""),
    ],
)
def test_a_cap_is_that_of_who_applies_or_no_sum_is_told(rule: str, told: str, sum_: str) -> None:
    assert paid(only(rule, f"青岚市做水泵的高新技术企业，{told}")) == sum_


TWO_KINDS = (
    "第一条　规模以上工业企业上年度研发费用100万元以上且较前一年度增长的，按研发费用较前一年度增量的6%给予补助，最高50万元；"
    "未达到规模以上的科技型中小企业上年度研发费用20万元以上的，按研发费用总额的2%给予补助，最高8万元。"
)


@pytest.mark.parametrize(("told", "sum_"), [("规上工业企业", "42"), ("企业", "")])
def test_the_rate_of_another_kind_of_applicant_is_none_of_ones_own(told: str, sum_: str) -> None:
    assert paid(only(TWO_KINDS, f"青岚市做水泵的{told}，研发费用前年900万，去年1600万。")) == sum_


RISE = (
    "第一条　对新认定的国家级专精特新“小巨人”企业，给予80万元奖励；对新认定的省级专精特新中小企业，给予25万元奖励。\n"
    "第二条　企业由低等级称号升为高等级称号的，按两级标准的差额给予奖励。"
)


def test_who_rises_gets_the_difference() -> None:
    found = [
        one
        for one in matches(RISE, "青岚市做水泵的企业，2023年评的省专精特新，区里奖过25万，去年新认定国家级小巨人。")
        if "小巨人" in one.measure.name
    ]
    assert [paid(one) for one in found] == ["55"]


ROWS = """一、支持标准

序号 项目 条件 标准
1 高企认定奖励 首次认定的高新技术企业 一次性奖励16万元
2 信用保险补助 投保短期出口信用保险的企业 按实际缴纳保费的40%补助，最高10万元

二、申报时间

第1项：2027年3月1日至3月20日。
第2项：2027年4月1日至4月30日。"""


def test_the_window_of_a_numbered_row_is_its_own() -> None:
    found = {one.measure.name: (one.measure.opens, one.measure.closes) for one in matches(ROWS, "青岚市企业，去年首次认定高新技术企业。")}
    assert found["高企认定奖励"] == ("2027-03-01", "2027-03-20")
    assert found["信用保险补助"] == ("2027-04-01", "2027-04-30")


CHAPTERS = """第一章　总则

第一条　第二章规定的事项仅支持工业企业。

第二章　扩大投资

第二条　对租用标准厂房的企业，按上年度实际支付租金的30%给予补贴，最高20万元。

第三章　鼓励创新

第三条　对首次认定的高新技术企业，给予18万元奖励。"""


def test_whom_a_chapter_is_for_binds_its_measures_alone() -> None:
    told = "青岚市的冷链物流公司，不是工业企业，租了标准厂房，去年付租金40万，去年首次认定高新技术企业。"
    groups = {one.measure.name[:4]: one.group for one in matches(CHAPTERS, told)}
    assert groups == {"租用标准": "not_met", "首次认定": "applies"}


OWN = "第一条　对上年度获得授权的发明专利，每件奖励2000元；受让取得的专利不予奖励。\n第二条　对首次认定的高新技术企业，给予18万元奖励。"


def test_what_one_article_leaves_out_excludes_from_no_other() -> None:
    found = [one for one in matches(OWN, "青岚市做水泵的企业，去年首次认定高新技术企业。") if "高新" in one.measure.name]
    assert [[item.condition.kind for item in one.judged] for one in found] == [["clause"]]


BROKEN = """第三条　培育主体。
（一）对上年度新认定的国家级、省级制造业单项冠军企业或
示范企业，分别给予70万元、30万元奖励，同一企业同一年度
只享受一次，资金按照财政预算安排，由市工信局负责拨付到
企业账户，市财政局负责资金筹措和监督检查等相关工作落实。"""


def test_an_item_that_breaks_off_is_no_heading() -> None:
    (found,) = [one for one in matches(BROKEN, "青岚市企业。") if one.measure.amounts]
    assert found.measure.text.startswith("对上年度新认定的国家级、省级制造业单项冠军企业或示范企业")


PAGES = """一、对首次认定的高新技术企业，给予18万元奖励，资金由市财政局按照年度预
                        1
算安排拨付。
二、对首次升规纳入统计的工业企业，给予9万元奖励，资金由市财政局按照年度
                        2
预算安排拨付。"""


def test_bare_page_numbers_that_count_up_are_no_text() -> None:
    parsed = parse_document(PAGES)
    assert not any(line.strip().isdigit() for line in parsed.text.splitlines())
    assert [one.text.strip() for one in parsed.dropped] == ["1", "2"]


def test_a_single_bare_figure_stays() -> None:
    assert not parse_document("甲\n                        1\n乙").dropped


PLANNED = "第一条　对完成境外上市备案的企业，给予45万元奖励。"


@pytest.mark.parametrize(("told", "group"), [("境外上市备案打算明年办", "not_met"), ("境外上市备案去年完成了", "applies")])
def test_what_is_only_planned_is_not_completed(told: str, group: str) -> None:
    assert only(PLANNED, f"青岚市做水泵的公司，{told}。").group == group


def test_a_list_is_denied_as_a_whole() -> None:
    told = read_profile("单项冠军、专精特新、高企都不是。", DAY).traits
    assert [(one.id, one.holds) for one in told] == [("champion", False), ("specialised", False), ("high_tech", False)]


HIRES = "第一条　企业新招用毕业年度高校毕业生，签订1年以上劳动合同的，按每人1500元给予补助。"


@pytest.mark.parametrize(("told", "sum_"), [("去年招了4个应届毕业生，合同签了两年。", "0.6"), ("合同都签了两年。", "")])
def test_the_staff_are_not_those_taken_on(told: str, sum_: str) -> None:
    assert paid(only(HIRES, f"青岚市做水泵的企业，46个人，{told}")) == sum_


STAGED = "第一条　对上年度完成上市辅导备案的企业，给予40万元奖励；上市申请获得证券交易所受理的，再给予70万元奖励。"


def test_a_stage_that_was_paid_before_is_not_paid_again() -> None:
    told = "青岚市做水泵的公司，上市申请去年11月交易所受理了，上市辅导备案是前年完成的，那40万已经领了。"
    assert paid(only(STAGED, told)) == "70"
