"""Notices made for the tests, in three layouts, and what comes of their measures for enterprises and people in their own words."""

from datetime import date
from pathlib import Path

import pytest

from facts.match import match_profile
from facts.measure import Measure
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.readers.read import read_document
from index.structure import parse_document

MADE = Path(__file__).resolve().parent / "notices" / "made"
PLACES = {"qingshui.txt": "清水市", "dongxi.md": "东溪区", "baiyun.txt": "白芸县"}
Case = tuple[str, str, str, str, str]  # notice, day asked, what is told, words of the measure, its group


@pytest.fixture(scope="module")
def notices() -> dict[str, list[Measure]]:
    found = {}
    for name, region in PLACES.items():
        values = {"level": "", "parent": "", "issuer": "", "number": "", "date": "", "period": "", "status": "final", "source": ""}
        info = DocumentInfo(id=name, title=name, file=name, region=region, sha256="", **values)
        parsed = parse_document(read_document(MADE / name))
        found[name] = extract_measures(info, chunk_document(name, parsed), parsed.text)
    return found


@pytest.mark.parametrize(
    "case",
    [
        ("qingshui.txt", "2026-11-21", "我们是清水市的餐饮公司，2019年成立，今年3月首次上规纳统，不拖欠工资", "并纳入统计", "applies"),
        ("qingshui.txt", "2026-11-21", "我们是清水市的餐饮公司，2019年成立，今年3月首次上规纳统，不拖欠工资", "物流", "not_met"),
        ("qingshui.txt", "2026-11-21", "我们是清水市的餐饮公司，2019年成立，今年3月首次上规纳统，不拖欠工资", "创新券", "conditional"),
        ("qingshui.txt", "2026-11-21", "我们是清水市的餐饮公司，2019年成立，今年3月首次上规纳统，不拖欠工资", "夜间", "not_met"),
        ("qingshui.txt", "2026-11-21", "清水市做物流的，去年买了20台新能源货车，60个人，没有失信", "物流", "applies"),
        ("qingshui.txt", "2026-11-21", "清水市做物流的，去年买了20台新能源货车，60个人，没有失信", "并纳入统计", "conditional"),
        ("qingshui.txt", "2026-11-21", "清水市做物流的，去年买了20台新能源货车，60个人，没有失信", "创新券", "conditional"),
        ("qingshui.txt", "2026-11-21", "清水市做物流的，去年买了20台新能源货车，60个人，没有失信", "科创贷", "conditional"),
        (
            "qingshui.txt",
            "2026-11-21",
            "我们做机器人的，清水市高新技术企业，去年研发1200万，前年1000万，营收1.5亿，还买了科技保险保费6万",
            "研发",
            "applies",
        ),
        (
            "qingshui.txt",
            "2026-11-21",
            "我们做机器人的，清水市高新技术企业，去年研发1200万，前年1000万，营收1.5亿，还买了科技保险保费6万",
            "保险",
            "applies",
        ),
        (
            "qingshui.txt",
            "2026-11-21",
            "我们做机器人的，清水市高新技术企业，去年研发1200万，前年1000万，营收1.5亿，还买了科技保险保费6万",
            "老字号",
            "conditional",
        ),
        ("qingshui.txt", "2026-11-21", "清水市的科技公司，2023年成立，40人，营收800万，今年拿到天使轮600万到账", "天使", "applies"),
        ("qingshui.txt", "2026-11-21", "清水市的科技公司，2015年成立，40人，营收800万，今年拿到天使轮600万到账", "天使", "not_met"),
        ("qingshui.txt", "2026-11-21", "清水市的科技公司，2024年成立，天使轮才到账300万", "天使", "not_met"),
        ("qingshui.txt", "2026-11-21", "清水市服装厂，今年招了15个今年毕业的大学生，签了两年合同，社保都交了", "高校毕业生", "applies"),
        ("qingshui.txt", "2026-11-21", "清水市服装厂，今年招了6个应届毕业生，签了两年合同，社保都交了", "高校毕业生", "not_met"),
        ("qingshui.txt", "2026-11-21", "我们公司主导制定了一项国家标准", "标准", "applies"),
        ("qingshui.txt", "2026-11-21", "我是清水市一所高校的老师，去年3月办了家公司转化自己的职务成果，去年营收260万", "职务", "applies"),
        ("qingshui.txt", "2026-11-21", "清水市小微企业，在科创贷平台贷了300万，按时还本付息，付了12万利息", "科创贷", "applies"),
        ("qingshui.txt", "2026-11-21", "清水市小微企业，在科创贷平台贷了300万，上个月逾期了", "科创贷", "not_met"),
        ("qingshui.txt", "2026-11-21", "我们做离岸服务外包，今年离岸执行额第一次超过1200万美元", "外包", "applies"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的规上工业企业，去年产值5.6亿，头一回过5个亿", "高成长", "applies"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的规上工业企业，去年产值5.6亿，头一回过5个亿", "首购", "conditional"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的规上工业企业，去年产值5.6亿，头一回过5个亿", "研发机构", "conditional"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的，今年3月完工的智能产线，设备投了380万", "智能化", "applies"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的，今年3月完工的智能产线，设备投了380万", "企业上云", "conditional"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的，今年3月完工的智能产线，设备投了150万", "智能化", "not_met"),
        ("dongxi.md", "2026-09-20", "东溪区做阀门的，去年3月完工的智能产线，设备投了380万", "智能化", "not_met"),
        ("dongxi.md", "2026-09-20", "东溪区的企业，今年5月评上省级企业研究院", "研发机构", "applies"),
        ("dongxi.md", "2026-09-20", "东溪区的企业，2021年评上省级企业研究院", "研发机构", "not_met"),
        ("dongxi.md", "2026-09-20", "东溪区的企业，去年拿了市政府质量奖", "质量", "applies"),
        ("dongxi.md", "2026-09-20", "东溪区外贸公司，去年出口1800万元，比前年增长25%", "出口", "applies"),
        ("dongxi.md", "2026-09-20", "东溪区外贸公司，去年出口1800万元，比前年少了10%", "出口", "not_met"),
        ("dongxi.md", "2026-09-20", "东溪区小公司，20个人，今年跟云服务商签了合同付了8万", "企业上云", "applies"),
        ("dongxi.md", "2026-09-20", "我27岁，2025年6月本科毕业，在东溪区一家企业上班，没房子，租房住", "租房补贴", "applies"),
        ("dongxi.md", "2026-09-20", "我27岁，2025年6月本科毕业，在东溪区一家企业上班，没房子，租房住", "购房补贴", "not_met"),
        ("dongxi.md", "2026-09-20", "我37岁，2025年硕士毕业，在东溪区一家企业上班，没房子", "租房补贴", "not_met"),
        ("dongxi.md", "2026-09-20", "我是博士，在东溪一家企业干了两年，今年在区里买了第一套房", "购房补贴", "applies"),
        ("dongxi.md", "2026-09-20", "我硕士，来东溪的企业才5个月，想买房", "购房补贴", "not_met"),
        ("dongxi.md", "2026-09-20", "我去年毕业的大学生，在东溪区开了家公司当法人，带了5个员工", "创业资助", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县做石材的规上企业，去年产值3.4亿，头一回超3亿", "年产值", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县做石材的规上企业，去年产值3.4亿，头一回超3亿", "纳税功臣", "conditional"),
        ("baiyun.txt", "2027-01-20", "白芸县做石材的规上企业，去年产值3.4亿，头一回超3亿", "四上", "conditional"),
        ("baiyun.txt", "2027-01-20", "白芸县的竹制品厂，今年刚上规入统", "四上", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县的竹制品厂，今年刚上规入统", "龙头企业", "not_met"),
        ("baiyun.txt", "2027-01-20", "白芸县茶叶公司，今年评上市级农业龙头企业", "龙头企业", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县茶叶公司，今年评上市级农业龙头企业", "直播", "conditional"),
        ("baiyun.txt", "2027-01-20", "白芸县的机械厂，今年拿了4件发明专利，没有PCT", "当年授权发明专利", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县的机械厂，没有专利", "当年授权发明专利", "not_met"),
        ("baiyun.txt", "2027-01-20", "白芸县的机械厂，技改投了450万，上个月竣工投产了，立项备案后买的设备", "新上技改", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县的机械厂，技改投了120万", "新上技改", "not_met"),
        ("baiyun.txt", "2027-01-20", "白芸县农村电商公司，去年网上卖了1300万，第一次过千万", "农村电商", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县农村电商公司，去年网上卖了600万", "农村电商", "not_met"),
        ("baiyun.txt", "2027-01-20", "我是退役军人，前年回白芸县办了家农业公司种蓝莓，一直正常经营，带了8个人就业", "返乡创业", "applies"),
        ("baiyun.txt", "2027-01-20", "我是白芸县外面来打工的，没创业", "返乡创业", "not_met"),
        ("baiyun.txt", "2027-01-20", "白芸县家庭农场，今年买了植保无人机等智慧农业设备花了22万", "智慧农业", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县五金厂", "智慧农业", "not_met"),
        ("baiyun.txt", "2027-01-20", "白芸县五金厂", "返乡创业", "not_met"),
        ("baiyun.txt", "2027-01-20", "白芸县小微工业企业，做玩具的，15个人，今年银行贷了200万扩大生产", "扩大再生产", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县公司，今年在新三板挂牌了", "新三板", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县公司，今年刚建了博士后工作站", "博士后", "applies"),
        ("baiyun.txt", "2027-01-20", "白芸县公司，今年刚建了博士后工作站", "院士", "applies"),
    ],
)
def test_a_measure_comes_into_its_group(notices: dict[str, list[Measure]], case: Case) -> None:
    notice, today, told, named, group = case
    profile = read_profile(told, date.fromisoformat(today))
    matches = match_profile(profile, notices[notice], (PLACES[notice],)).matches
    found = [item.group for item in matches if named in item.measure.text or named in item.measure.name]
    assert (found or ["not_met"])[0] == group


def test_sums_of_grades_caps_and_of_each_are_read_apart(notices: dict[str, list[Measure]]) -> None:
    def paid(notice: str, named: str) -> list[tuple[str, str, str, str]]:
        measure = next(one for one in notices[notice] if named in one.text)
        return [(one.fixed or one.rate, one.unit, one.cap, one.per) for one in measure.amounts]

    assert paid("dongxi.md", "高成长企业") == [("20", "万元", "", ""), ("50", "万元", "", "")]
    assert paid("dongxi.md", "出口增长") == [("1", "万元", "30", "份")]
    assert paid("qingshui.txt", "夜间经济") == [("", "万元", "50", "")]
    assert paid("qingshui.txt", "创新创业团队") == [("0.5", "万元", "20", "")]
    assert paid("qingshui.txt", "新能源货运车辆") == [("1", "万元", "50", "辆")]


def test_letters_of_transmittal_give_nothing(notices: dict[str, list[Measure]]) -> None:
    assert [one.text for measures in notices.values() for one in measures if "印发给你们" in one.text] == []
