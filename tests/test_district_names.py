"""A district whose region is written with its city: it is called by its own name."""

import pytest

from facts.regions import Gazetteer
from index.catalog import DocumentInfo


def info(region: str, parent: str = "") -> DocumentInfo:
    rest = dict.fromkeys(("level", "issuer", "number", "date", "period", "source", "status"), "")
    return DocumentInfo(id="a", file="a.txt", title=region, sha256="0", region=region, parent=parent, **rest)


@pytest.mark.parametrize("text", ["汀源区的企业能拿多少", "我们在汀源", "岚州市汀源区有哪些补贴"])
def test_a_district_is_known_without_its_city(text: str) -> None:
    assert "岚州市汀源区" in [place.region for place in Gazetteer([info("岚州市汀源区", "岚州市")]).places(text)]


def test_districts_of_one_name_keep_their_cities() -> None:
    gazetteer = Gazetteer([info("岚州市汀源区"), info("澜屏市汀源区")])
    assert [place.region for place in gazetteer.places("岚州市汀源区给多少")] == ["岚州市汀源区"]
    assert [place.region for place in gazetteer.places("澜屏市汀源区给多少")] == ["澜屏市汀源区"]


def test_the_one_zone_is_called_by_what_it_is_where_it_pays() -> None:
    gazetteer = Gazetteer([info("澜湾市"), info("澜湾经济技术开发区", "澜湾市")])
    assert [place.region for place in gazetteer.places("开发区给多少")] == ["澜湾经济技术开发区"]
    assert not gazetteer.places("推动开发区提质增效")
