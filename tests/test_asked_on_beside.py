"""Follow-ups that set the figure spoken of beside that of another place, or ask for its share in the city's."""

import pytest

from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from retriever.asked_on import asked_on
from retriever.spoken_of import SpokenOf


def info(name: str, region: str, parent: str = "") -> DocumentInfo:
    rest = dict.fromkeys(("level", "issuer", "number", "date", "period", "source", "status"), "")
    return DocumentInfo(id=name, file=f"{name}.txt", title=region, sha256="0", region=region, parent=parent, **rest)


GAZETTEER = Gazetteer([info("a", "临湖市"), info("b", "安河县", "临湖市"), info("c", "东岭区", "临湖市")])
FIRST = "安河高新技术企业2025年目标多少"


@pytest.mark.parametrize(
    ("turns", "follow_up", "meant"),
    [
        ([FIRST], "比东岭多几倍", "安河2025年高新技术企业比东岭多几倍"),
        ([FIRST], "是东岭的几倍", "安河2025年高新技术企业是东岭的几倍"),
        ([FIRST], "比东岭多多少", "安河2025年高新技术企业比东岭多多少"),
        ([FIRST], "占全市的比例是多少", "安河2025年高新技术企业占临湖的比例是多少"),
        ([FIRST, "那东岭呢"], "这两个加起来占全市的几成", "安河、东岭2025年高新技术企业合计占临湖的比例是多少"),
        ([FIRST], "东岭的也一起说下", "安河、东岭2025年高新技术企业是多少"),
        ([FIRST], "到2030年呢，东岭的也说说", "安河、东岭2030年高新技术企业是多少"),
        ([FIRST], "专利占比是多少", ""),
    ],
)
def test_the_place_spoken_of_stays_the_subject(turns, follow_up, meant) -> None:
    assert asked_on(follow_up, SpokenOf(turns, GAZETTEER), GAZETTEER) == meant
