"""A question for what an amount comes to for each, of several places side by side."""

import pytest

from answer.each_place import of_each_place
from facts.regions import Gazetteer
from index.catalog import DocumentInfo


def info(name: str, region: str) -> DocumentInfo:
    rest = dict.fromkeys(("level", "issuer", "number", "date", "period", "source", "status", "parent"), "")
    return DocumentInfo(id=name, file=f"{name}.txt", title=region, sha256="0", region=region, **rest)


GAZETTEER = Gazetteer([info("a", "安河县"), info("b", "东岭区")])


@pytest.mark.parametrize(
    ("asked", "each"),
    [
        (["2020年安河和东岭的科技贷平均每家多少，哪边多"], ["2020年安河的科技贷平均每家多少", "2020年东岭的科技贷平均每家多少"]),
        (["安河、东岭的科技贷平均一家多少", "安河、东岭：哪边多"], ["安河的科技贷平均一家多少", "东岭的科技贷平均一家多少"]),
        (["安河和东岭的科技贷各多少"], []),
        (["安河的科技贷平均每家多少"], []),
        (["安河和东岭的科技贷平均每家多少", "安河、东岭：谁来牵头"], []),
    ],
)
def test_the_question_is_put_to_each_place(asked, each) -> None:
    assert of_each_place("？".join([asked[0], *(one.split("：")[1] for one in asked[1:])]), asked, GAZETTEER) == each
