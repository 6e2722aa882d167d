"""What an enterprise says it wants in general words."""

import pytest

from facts.wishes import wished, without_wishes

MONEY, ROOM = "fund", "land_energy"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我们刚起步，想找场地和启动资金", {MONEY, ROOM}),
        ("小公司，有没有钱可以拿", {MONEY}),
        ("想申请点资金，走什么路子", {MONEY}),
        ("初创团队缺钱缺场地", {MONEY, ROOM}),
        ("规上企业，研发投入大，能不能补点", {MONEY}),
        ("2025年研发资金投入要到多少", set()),
        ("园区占地多少亩", set()),
        ("", set()),
    ],
)
def test_wishes_are_read_as_kinds_of_support(text, kinds):
    found = wished(text)
    assert {kind for kind in (MONEY, ROOM) if kind in found} == kinds


def test_what_else_is_said_remains():
    assert "贷款" in without_wishes("我们缺资金，能贷款吗") and "缺资金" not in without_wishes("我们缺资金，能贷款吗")
