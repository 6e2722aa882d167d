"""What a run offers enterprises is held against what they should be offered."""

import pytest

pytest_plugins = ("tests.extraction",)
REWARD, INSURANCE, OTHER = "对首次认定的企业奖励20万元", "探索设立科技保险", "研发投入强度达到3.8%"


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ([(INSURANCE, "applies")], {"recall": 0.0, "precision": 0.0, "wrong": 1.0, "order": 0.0}),
        ([(INSURANCE, "not_met")], {"recall": 0.0, "precision": None, "wrong": 0.0, "order": 0.5}),
        ([(INSURANCE, "applies"), (REWARD, "applies")], {"recall": 1.0, "precision": 0.5, "wrong": 1.0, "order": 0.0}),
        ([(REWARD, "applies"), (INSURANCE, "applies")], {"recall": 1.0, "precision": 0.5, "wrong": 1.0, "order": 1.0}),
        (
            [(OTHER, "applies"), (REWARD, "applies")],
            {"recall": 1.0, "precision": 1.0, "wrong": 0.0, "order": 1.0},
        ),  # nobody judged the first
        ([*[(OTHER, "applies")] * 10, (REWARD, "applies")], {"recall": 1.0, "recall@10": 0.0}),
        ([(f"{REWARD}。{INSURANCE}", "applies")], {"recall": 1.0, "precision": 1.0, "wrong": 0.0}),  # one sentence holds both
        ([], {"recall": 0.0, "precision": None, "wrong": 0.0, "order": 0.5}),
    ],
)
def test_offers_that_are_wrong_missing_or_out_of_order(plan, offers, expected):
    measures = [{**plan.measure(words, True), "verdict": verdict} for words, verdict in offers]
    found = plan.values("profiles", profiles=[{"id": "P-1", "measures": measures}])
    assert {name: found[f"profiles_{name}"] for name in expected} == expected


def test_an_enterprise_without_offers_is_told(plan):
    assert "1 家企业没有匹配结果" in plan.scored(profiles=[{"id": "P-9", "measures": []}])["profiles"].notes[0]
