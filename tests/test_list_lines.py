"""Lines of lists without numbers: glyphs, short labels, steps, and narrow cells of a flattened table."""

from index.nodes import Leaf, Section
from index.structure import parse_document

HEAD = "澄湾县创业扶持政策清单\n\n"


def leaves(section: Section, text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for child in section.children:
        found += [(child.kind, text[child.start : child.end])] if isinstance(child, Leaf) else leaves(child, text)
    return found


def parsed(text: str) -> list[tuple[str, str]]:
    document = parse_document(HEAD + text)
    return leaves(document.root, document.text)


def test_lines_with_one_glyph_are_items_and_no_headings() -> None:
    found = parsed("【谁是重点人群】\n★ 毕业五年内的高校毕业生\n★ 退役军人\n★ 返乡入乡的农民工和家庭农场主\n注意：须担任法定代表人。\n")
    assert ("paragraph", "★ 退役军人") in found


def test_a_glyph_of_its_own_opens_a_heading() -> None:
    assert ("heading", "◆ 01 创业补贴") in parsed("◆ 01 创业补贴\n对象：重点人群首次创办小微企业，正常经营满1年\n多少钱：每家8000元\n")


def test_labelled_lines_stay_apart() -> None:
    lines = ["个人：最高30万元，期限最长3年", "合伙：按人数累加，最高110万元", "小微企业：最高400万元，期限最长2年"]
    found = parsed("◆ 04 创业担保贷款\n" + "\n".join(lines) + "\n")
    assert [text for kind, text in found if kind == "paragraph"] == lines


def test_steps_stay_apart() -> None:
    lines = ["第1步 备齐材料：身份证、营业执照、银行卡", "第2步 到经营所在地便民服务中心提交"]
    assert [text for kind, text in parsed("【怎么办】\n" + "\n".join(lines) + "\n") if kind == "paragraph"] == lines


CELLS = """二、
冷链
物流
设施
1.智能分拣设备
单条流水线投资100万元以上
按设备投资额的15%补助，最高100万元
物流科
2.新购冷藏车
新能源冷藏车，加装温控定位并接入区平台，三年内不得过户
每辆3万元，每家企业每年不超过10辆
物流科
3.冷库建设
库容1000立方米以上，取得竣工验收手续
每立方米补助150元，单个项目最高120万元
物流科
"""


def test_a_heading_down_a_narrow_cell_is_joined() -> None:
    assert ("heading", "二、冷链物流设施") in parsed(CELLS)


def test_a_limit_and_a_cell_that_comes_again_head_nothing_and_join_nothing() -> None:
    found = [text for _, text in parsed(CELLS)]
    assert ("heading", "单条流水线投资100万元以上") not in parsed(CELLS)
    assert not any(text.endswith("10辆物流科") for text in found)
