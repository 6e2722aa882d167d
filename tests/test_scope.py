"""The park, institute or other body that words name: its figure is never the jurisdiction's."""

import pytest

from facts.scope import entity_of, is_whole, subject_of


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("加快建设甬江科创大走廊", "甬江科创大走廊"),
        ("1. 做强滨海经济开发区", "滨海经济开发区"),
        ("（二）推进“东湖科创走廊”建设", "东湖科创走廊"),
        ("全力打造前湾新区", "前湾新区"),
        ("2025年东湖科技园", "东湖科技园"),
        ("到2025年底，丁山湾实验室", "丁山湾实验室"),
        ("引进云海新材料研究院有限公司", "云海新材料研究院有限公司"),
        ("甲县人民医院", "甲县人民医院"),
        ("建设西岸智能装备园", "西岸智能装备园"),
    ],
)
def test_names_are_found_without_the_verbs_before_them(words, body):
    assert entity_of(words) == body


@pytest.mark.parametrize(
    "words",
    [
        "",
        "加强产业技术研究院建设",
        "国家级高新区",
        "省高新区",
        "新建省级重点实验室2家",
        "培育一批研究院",
        "建设5个科技园",
        "（一）建设新区",
        "全市企业",
        "湖畔公园",
    ],
)
def test_a_kind_of_body_is_none_by_name(words):
    assert entity_of(words) == ""


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("（一）加快建设甬江科创大走廊", "甬江科创大走廊"),
        ("构筑以甬江实验室为龙头的实验室体系", ""),
        ("依托东湖小镇发展数字经济", ""),
        ("二、完善创新体系", ""),
    ],
)
def test_a_heading_is_about_a_body_or_names_it_by_the_way(heading, body):
    assert subject_of(heading) == body


@pytest.mark.parametrize(
    ("words", "whole"), [("全市", True), ("我区", True), ("全社会", True), ("东湖", False), ("", False), ("全市高新区", False)]
)
def test_words_for_the_whole_jurisdiction(words, whole):
    assert is_whole(words) is whole
