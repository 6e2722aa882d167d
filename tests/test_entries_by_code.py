"""Entries headed by codes (B2 …) or glyphs (▶ …): what must hold, what is paid and what limits it stand in lines of their own."""

import pytest

from facts.measures import extract_measures
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

CODED = """清溪区首店和夜间经济奖励办法

第一部分 总则
奖励对象为在清溪区依法经营的商贸企业。奖励资金每年总量不超过800万元。

第二部分 奖励标准
(依次为项目、条件、标准、限额)

类别 A 首店
A1 全国首店
营业面积200平方米以上
一次性奖励 60万元
A2 全省首店
营业面积150平方米以上
一次性奖励 25万元

类别 B 夜间经济
B1 夜间市集
年开市80晚以上
每晚奖励 1500元
每家每年最高 18万元
B2 夜间演艺
年演出60场以上
奖励 10万元
年演出120场以上
奖励 28万元

第三部分 附则
本办法自2026年5月1日起施行，有效期2年。
"""
CARDS = """一图读懂｜云窝县毛竹产业扶持清单

★ 谁能享受
在云窝县从事毛竹种植、加工的农户、合作社和企业。

━━━━━━━━━━
①  山上
━━━━━━━━━━
▶ 竹林道路
新建竹山便道500米以上
补贴：每公里2万元，分两年发放，第一年70%，第二年验收合格再发30%
▶ 丰产林改造
集中连片30亩以上
补贴：每亩400元，每个主体最高 12万元

━━━━━━━━━━
②  山下
━━━━━━━━━━
▶ 龙头企业
新评为县级、市级、省级林业龙头企业
奖励：2万元、8万元、20万元

★ 怎么申报
每年4月1日至5月10日向乡镇林业站申报。
"""


def measures_of(text: str, region: str) -> dict[tuple[str, str], tuple[str, ...]]:
    parsed = parse_document(text)
    left = dict.fromkeys("level parent issuer number date period source sha256".split(), "")
    info = DocumentInfo(id="made", file="made.txt", title=text.split("\n")[0], region=region, status="final", **left)
    found = extract_measures(info, chunk_document("made", parsed), parsed.text)
    return {
        (one.name, one.text.replace("\n", " ")): tuple(term.reading for term in one.conditions if term.kind == "clause") for one in found
    }


def test_codes_head_entries_of_conditions_and_sums():
    found = measures_of(CODED, "清溪区")
    assert found[("全国首店", "一次性奖励 60万元")][:2] == ("全国首店", "营业面积200平方米以上")
    assert found[("全省首店", "一次性奖励 25万元")][:2] == ("全省首店", "营业面积150平方米以上")
    assert found[("夜间市集", "每晚奖励 1500元 每家每年最高 18万元")][:2] == ("夜间市集", "年开市80晚以上")


def test_several_grades_of_one_entry_have_each_their_own_line():
    found = measures_of(CODED, "清溪区")
    assert found[("夜间演艺", "奖励 10万元")][:2] == ("夜间演艺", "年演出60场以上")
    assert found[("夜间演艺", "奖励 28万元")][:2] == ("夜间演艺", "年演出120场以上")


def test_titles_by_glyphs_with_their_lines():
    found = measures_of(CARDS, "云窝县")
    assert not any("━" in text or "山下" in text for _, text in found)
    names = {name for name, _ in found}
    assert {"竹林道路", "丰产林改造", "龙头企业"} <= names
    assert found[("丰产林改造", "每亩400元，每个主体最高 12万元")][0] == "集中连片30亩以上"


@pytest.fixture(scope="module")
def assistant(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("codes")
    stated = {}
    for name, text, region, level in (("coded", CODED, "清溪区", "区"), ("cards", CARDS, "云窝县", "县")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        stated[f"{name}.txt"] = {"title": text.split("\n")[0], "region": region, "level": level, "source": "自拟", "status": "final"}
    return assistant_of(folder, stated)


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("清溪区引进全省首店一次奖多少？", ["25万元"], []),
        ("我在清溪区办夜间市集，去年开了100晚，能拿多少？", ["15万元"], []),
        ("云窝县新评上省级林业龙头企业奖多少钱？", ["20万元"], ["资料没有说明"]),
        ("我在云窝县改造丰产林200亩，能补多少？", ["8万元"], []),
        ("我们合作社在云窝县修了3公里竹林道路，两年一共能补多少，第一年先给多少？", ["6万元", "4.2万元"], []),
    ],
)
def test_what_is_told(assistant, question, must, must_not) -> None:
    told = assistant.ask(question).answer
    assert not [words for words in must if words not in told], told
    assert not [words for words in must_not if words in told], told
