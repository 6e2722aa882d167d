"""Rules whose sum is limited by a sentence that stands behind them, and what they pay an enterprise."""

from datetime import date

import pytest

from facts.match import match_profile
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

PLACE = "澄湾市"
NOTHING = dict.fromkeys(("level", "parent", "issuer", "number", "date", "period", "source", "sha256"), "")


def paid(rule: str, told: str) -> list[str]:
    parsed = parse_document(f"澄湾市促进企业发展若干政策\n\n第一条 {rule}\n")
    info = DocumentInfo(id="made", file="made.txt", title="澄湾市促进企业发展若干政策", region=PLACE, status="final", **NOTHING)
    measures = extract_measures(info, chunk_document("made", parsed), parsed.text)
    found = match_profile(read_profile(told, date(2026, 11, 21)), measures, (PLACE,)).matches
    return [f"{one.worth.value}{one.worth.unit}" for one in found if one.worth]


@pytest.mark.parametrize(
    ("rule", "told", "sum_"),
    [
        (
            "对以专利质押方式取得设备贷款的中小企业，按贷款利息的40%给予贴息。贴息本金不超过500万元，贴息期限不超过12个月。",
            "中小企业，专利质押贷了900万买设备，利率5%，一年期",
            "10万元",
        ),
        (
            "对以专利质押方式取得设备贷款的中小企业，按贷款利息的40%给予贴息。贷款应用于购置设备。单户企业年度最高不超过6万元。",
            "中小企业，专利质押贷了900万买设备，利率5%，一年期",
            "6万元",
        ),
    ],
)
def test_a_sentence_behind_a_rule_limits_its_sum(rule: str, told: str, sum_: str) -> None:
    assert paid(rule, told) == [sum_]
