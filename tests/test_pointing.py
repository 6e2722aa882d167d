"""Later questions of a turn that only point back."""

from types import SimpleNamespace

import pytest

from answer.pointing import pointed

NAMES = ("清河塑料研究院", "清河橡塑服务综合体", "青川实验室")


def named(text: str) -> tuple[str, ...]:
    return tuple(sorted((name for name in NAMES if name in text), key=text.index))


def reply(words: str) -> SimpleNamespace:
    return SimpleNamespace(draft=SimpleNamespace(text=words))


@pytest.mark.parametrize(
    ("earlier", "answer", "part", "meant"),
    [
        # the body that the answer names
        (
            "清河橡塑服务综合体靠哪家机构建",
            "清河橡塑服务综合体：清河塑料研究院[1]。",
            "清河：这家机构2025年研究人员要到多少",
            "清河塑料研究院2025年研究人员要到多少",
        ),
        # the body that the question names
        ("清河想怎么跟青川实验室合作", "支持合作[1]。", "清河：它要建成几个研究中心", "青川实验室要建成几个研究中心"),
        # a question that goes on without naming anything
        ("青川实验室定了几个方向", "八个[1]。", "清河：到2027年又要求研发队伍多少人", "青川实验室，清河：到2027年又要求研发队伍多少人"),
        # one that asks on of what lies within it
        ("清河橡塑产业园要占多少亩", "占地300亩[1]。", "清河：园里2025年高企要有多少", "清河橡塑产业园2025年高企要有多少"),
        ("青川实验室占多少亩", "占地300亩[1]。", "清河：园里2025年高企要有多少", "清河：园里2025年高企要有多少"),
        # one that names a place of its own is about that
        ("青川实验室定了几个方向", "八个[1]。", "清河自己又点了哪些平台", "清河自己又点了哪些平台"),
        # one that names a body of its own
        ("青川实验室定了几个方向", "八个[1]。", "清河塑料研究院它有多少人", "清河塑料研究院它有多少人"),
        # what the turn names first, before it asks
        ("城西走廊，甲市的规划以哪个镇作核心", "以东镇为核心[1]。", "乙市自己又要建哪些园", "城西走廊，乙市自己又要建哪些园"),
        ("城西走廊以哪个镇作核心", "以东镇为核心[1]。", "乙市自己又要建哪些园", "乙市自己又要建哪些园"),
        # one that only asks on, of the body named before
        ("清河塑料研究院做什么", "做塑料[1]。", "到2025年要引几个团队", "清河塑料研究院，到2025年要引几个团队"),
        # the firm that the answer names, where a firm was asked for
        ("智能小镇靠的是哪家龙头", "智能小镇：依托东星集团雄厚的基础[1]。", "这家还牵头建哪个综合体", "东星集团还牵头建哪个综合体"),
        # not the one that is asked who runs it, though the answer calls it in full
        (
            "对口的综合体由谁来办",
            "清河橡塑服务综合体：清河塑料研究院[1]。",
            "清河：这个机构2025年要有多少研究人员",
            "清河塑料研究院2025年要有多少研究人员",
        ),
        # the body of the kind that was asked for, and the one in the sentence that answers
        (
            "那条城西走廊拿哪个实验室当核心",
            "清河橡塑服务综合体：以青川实验室为核心[1]。",
            "那个实验室2025年要有多少人",
            "青川实验室2025年要有多少人",
        ),
        (
            "城西走廊的桥头堡是哪个载体",
            "清河塑料研究院主攻塑料[1]。高标准推进青川实验室建设，打造城西走廊桥头堡[2]。",
            "它在清河主推什么",
            "青川实验室在清河主推什么",
        ),
        # a thing that is no body
        ("省级农业示范区，甲市打算创几个", "2个[1]。", "乙市自己想不想争", "省级农业示范区，乙市自己想不想争"),
        # nothing to point to
        ("高企目标多少家", "500家[1]。", "它比2020年多几家", "它比2020年多几家"),
    ],
)
def test_what_a_later_question_is_about(earlier, answer, part, meant):
    assert pointed(part, earlier, reply(answer), named) == meant
