"""Which lines one paragraph goes on in, and what is a table of contents."""

import pytest

from index.blocks import split_blocks
from index.contents import Contents
from index.lines import clean_lines
from index.wrapping import line_shares

FULL = "坚持创新驱动发展战略，加快建设高水平创新型城市，推动产"  # 28 characters
OTHER = "业基础高级化和产业链现代化，打造具有重要影响力的科创高"


def texts(source: str) -> list[str]:
    return [block.text for block in split_blocks(clean_lines(source)[0])]


def test_full_lines_are_joined_without_anything_between() -> None:
    assert texts(f"{FULL}\n{OTHER}\n{FULL}\n业发展。") == [FULL + OTHER + FULL + "业发展。"]


def test_blank_lines_and_page_numbers_do_not_part_a_sentence() -> None:
    assert texts(f"{FULL}\n\n{OTHER}\n\n- 3 -\n\n{FULL}\n\n业发展。") == [FULL + OTHER + FULL + "业发展。"]


def test_latin_words_keep_a_space() -> None:
    assert texts(f"{FULL[:-1]}GDP\nR{OTHER[1:]}\n{FULL}\n业发展。")[0].startswith(FULL[:-1] + "GDP R")


@pytest.mark.parametrize("start", ["一、目标", "（一）目标", "——目标", "• 目标", "注：目标", "①目标", "　　新的一段"])
def test_a_new_block_is_not_joined(start: str) -> None:
    found = texts(f"{FULL}\n{OTHER}\n{FULL[:-1]}。\n{start}，{OTHER[:20]}\n{OTHER}\n业发展。")
    assert any(text.startswith(start.strip()) for text in found)


def test_short_lines_without_stops_stay_apart() -> None:
    assert texts("某市规划\n某市科技局\n甲乙丙") == ["某市规划", "某市科技局", "甲乙丙"]


def test_an_open_quotation_goes_on() -> None:
    assert texts("实施“名校\n名院”工程。") == ["实施“名校名院”工程。"]
    assert texts("实施“名校\n一、总则") == ["实施“名校", "一、总则"]


def test_items_numbered_within_a_line_go_on_where_a_line_begins_with_the_next_number() -> None:
    items = [
        "1.甲港科创园二期；2.深水试验装置；3.环境数值装置；4.甲",
        "港理工大学新校区；5.装备检测中心；6.先进材料中试基地；",
        "7.乙湾人工智能中心；8.海上试验场。总投资90亿元。",
    ]
    assert texts("\n".join(items)) == ["".join(items)]
    listed = [
        "1.甲港科创园二期，建设深水试验装置，建设环境数值装置；",
        "2.乙湾人工智能中心，建设装备检测中心，建设中试基地；",
        "3.海上试验场，建设先进材料中试基地和数值装置中心。",
    ]
    assert texts("\n".join(listed)) == listed


def test_a_note_whose_first_line_is_set_in_goes_on_below() -> None:
    rows = "1 机构 家 3 5\n2 企业 家 40 60\n"
    note = "　　注：1.机构为累计数；2.企业指纳入统计的规模以上工业企业，不含个\n体工商户，按法人单位所在地统计。"
    assert note.replace("\n", "").strip() in texts(f"表1 主要指标\n序号 指标 单位 2025年 2030年\n{rows}{note}")


def test_a_term_explained_goes_on_below_its_first_line_that_is_set_in() -> None:
    first, second = "1.微单元：指依托街道特色产业、集聚三家以上企业和一个公共平台的小", "型载体，面积不小。"
    assert texts(f"　　{first}\n{second}\n　　2.候鸟站：指短期工作的载体。")[0] == first + second


def test_attachments_are_one_block() -> None:
    assert texts("附件：1.申报表\n　　　2.承诺书\n\n某局") == ["附件：1.申报表 2.承诺书", "某局"]


def test_shares_are_zero_where_text_is_not_wrapped() -> None:
    lines = clean_lines("甲" * 200 + "\n" + "乙" * 180 + "\n" + "丙" * 190)[0]
    assert line_shares(lines) == [0.0, 0.0, 0.0]
    assert line_shares(clean_lines(f"{FULL}\n{OTHER}\n{FULL}\n{'甲' * 14}")[0]) == pytest.approx(
        [27 / 27, 27 / 27, 27 / 27, 14 / 27], abs=0.05
    )


def contents_end(source: str) -> int:
    return Contents(clean_lines(source)[0]).end(0)


def test_contents() -> None:
    assert contents_end("目 录\n一、甲.....1\n二、乙……2\n正文") == 3
    assert contents_end("目录\n一、甲\t1\n二、乙 2\n一、甲") == 3
    assert contents_end("一、甲……1\n正文") == 1
    assert contents_end("目录\n一、甲\n二、乙\n一、甲\n正文\n二、乙") == 3  # entries without page numbers come again as headings
    assert contents_end("目录\n正文一句。\n甲") == 0
    assert contents_end("甲\n乙") == 0
    assert contents_end("目录\n甲 1\n乙 2\n丙。 3") == 3


def test_a_line_set_in_below_one_that_is_not_starts_a_paragraph() -> None:
    charge = f"{FULL[:24]}（牵头单位：市科\n技局；责任单位：市财政局、高新区管理委员会）"
    found = texts(f"　　{FULL[:-2]}\n{OTHER}\n{charge}\n　　{FULL[:-2]}\n{OTHER}\n业发展。")
    assert len(found) == 2 and found[0].endswith("管理委员会）")


def test_a_numbered_line_broken_off_behind_a_comma_is_no_heading() -> None:
    item = "（一）企业新引进毕业三年内的全日制博士、硕士毕业生，签"  # as full as the others
    assert texts(f"{FULL}\n{OTHER}\n{FULL[:-1]}。\n{item}\n订三年以上劳动合同的，{FULL[:17]}\n业发展。")[1].startswith(item + "订三年以上")


@pytest.mark.parametrize(
    ("head", "rest"),
    [("本办法自印发之日起施行，有效期至2028年12月31", "日。由主管部门解释。"), ("本办法自印发之日起施行，有效期至2028年12", "月31日。")],
)
def test_a_date_broken_in_two_goes_on(head: str, rest: str) -> None:
    assert texts(f"{FULL}\n{OTHER}\n{FULL}\n业发展。\n　　31. {head}\n{rest}")[-1].endswith(head + rest)


def test_the_number_of_a_table_and_a_cell_that_starts_with_a_day_stay_apart() -> None:
    assert texts("指标\n1530\n日均处理量") == ["指标", "1530", "日均处理量"]
