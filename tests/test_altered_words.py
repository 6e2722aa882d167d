"""Words taken from a span must be told with its numbers, and no stretch of other words may stand among them."""

from types import SimpleNamespace

import pytest

from answer.answer import Citation
from answer.verifier import Verifier
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TEXT = """# 临溪市科技规划

## 一、目标

到2035年，建成高水平创新型城市，形成“4+2+X”产业体系，2025年前打下基础，并展望到2040年。

加快发展数控机床、压铸机和加工中心等整机装备和轴承、谐波减速器、精密丝杠、液压件、密封件、气动件及系统等关键零部件，完善信用评价和公共服务。

研发机构研发费用占营收比重达到6%，孵化企业60家，毕业企业30家，海洋生物医药产值20亿元。
"""
CITY, PARTS, SHARES = (line for line in TEXT.splitlines() if line.endswith("。"))


@pytest.fixture(scope="module")
def check():
    info = DocumentInfo("lx", "lx.md", "临溪市科技规划", "临溪市", "县级市", "", "", "", "2021-05", "2021-2025", "final", "", "")
    parsed = parse_document(TEXT)
    passages = chunk_document("lx", parsed)
    source = SimpleNamespace(
        texts={"lx": parsed.text},
        infos={"lx": info},
        passage_at=lambda doc, at: next((one for one in passages if one.start <= at < one.end), None),
    )
    verifier = Verifier(source, Gazetteer((info,)))

    def passes(answer, quote):
        start = parsed.text.index(quote)
        cited = Citation(1, "lx", info.title, "", None, "", start, start + len(quote), quote)
        return all(one.ok for one in verifier.verify(answer, [cited]))

    return passes


@pytest.mark.parametrize(("right", "wrong"), [("4+2+X", "4+3+X"), ("到2035年", "到2025年"), ("展望到2040年", "展望到2025年")])
def test_a_number_that_is_no_figure_is_not_changed(check, right, wrong):
    told = "临溪市：" + CITY.replace("打下基础", "打好基础") + "[1]"
    assert check(told, CITY)
    assert right in told
    assert not check(told.replace(right, wrong), CITY)


def test_a_stretch_of_strange_words_fails_however_long_the_clause(check):
    told = "主要是" + PARTS + "[1]"
    assert check(told, PARTS)
    assert not check(told.replace("气动件及系统等关键零部件", "跨境电商进口总额等关键零部件"), PARTS)


def test_a_count_is_no_share(check):
    assert check("临溪市研发机构研发费用占营收比重为6%[1]。", SHARES)
    assert not check("临溪市研发机构研发费用占营收比重为60家[1]。", SHARES)


def test_what_is_told_as_reckoned_has_a_formula(check):
    assert check("孵化企业60家，毕业企业30家，前者是后者的2倍（60家÷30家=2倍）[1]。", SHARES)
    assert not check("孵化企业60家，毕业企业30家，后者是前者的20亿元[1]。", SHARES)
