"""Formulas of sums that a cap cuts, of what people tell in their own words, and of the months of a year, held against the clause."""

import pytest

from answer.answer import Citation
from answer.verifier import Verifier
from facts.regions import Gazetteer

CLAUSE = "购置设备的企业，按设备投资额的10%给予补助，最高40万元；租用厂房的，每平方米每月补助2元。"


@pytest.fixture(scope="module")
def holds(small_index):
    index = small_index({small_index.info("jia", "甲县若干措施", region="甲县"): f"# 甲县若干措施\n\n{CLAUSE}\n"})
    start = index.texts["jia"].index(CLAUSE)
    citation = Citation(1, "jia", "甲县若干措施", "", None, "", start, start + len(CLAUSE), CLAUSE)
    verifier = Verifier(index, Gazetteer(index.documents))

    def of(sentence, asked):
        return all(check.ok for check in verifier.verify(f"{sentence}[1]。", [citation], [], asked))

    return of


@pytest.mark.parametrize(
    ("sentence", "asked", "true"),
    [
        ("条件都符合时可得40万元（900万元×10%=90万元），以上限为准", "买设备花了900万元能补多少", True),
        ("条件都符合时可得60万元（900万元×10%=90万元），以上限为准", "买设备花了900万元能补多少", False),  # no such cap
        ("条件都符合时可得40万元（300万元×10%=30万元），以上限为准", "买设备花了300万元能补多少", False),  # it cuts nothing
        ("条件都符合时可得40万元（900万元×10%=90万元）", "买设备花了900万元能补多少", False),  # not said to be the cap
        ("条件都符合时可得40万元（50000万元×10%=5000万元），以上限为准", "买设备花了5个亿能补多少", True),
        ("条件都符合时可得40万元（60000万元×10%=6000万元），以上限为准", "买设备花了5个亿能补多少", False),
        ("条件都符合时可得0.72万元（300平方米×2元×12个月=0.72万元）", "租了300平，一年补多少", True),
        ("条件都符合时可得0.66万元（300平方米×2元×11个月=0.66万元）", "租了300平，一年补多少", False),
    ],
)
def test_formulas_of_a_sum(holds, sentence, asked, true):
    assert holds(sentence, asked) is true
