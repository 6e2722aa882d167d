"""A question with two points and two quotes, and an answer that makes both points."""

import pytest

from eval.answers import AnswerRow, Excerpt
from eval.gold import Evidence, GoldQuestion

A, B = Evidence("plan", "研发强度达到3.8%"), Evidence("plan", "高新技术企业600家")
GOLD = GoldQuestion(
    "1",
    "目标？",
    "official",
    "target",
    (),
    True,
    "3.8%、600家",
    (("3.8%",), ("600家", "六百家")),
    ("2.9%",),
    (A, B),
    False,
    region=("余姚",),
)
HITS = (
    Excerpt("other", "研发强度达到3.8%"),  # the right words in another document
    Excerpt("plan", "到2025年 研发强度\n达到３.８％。"),
    Excerpt("plan", "研发强度达到3.8%（重复）"),
    Excerpt("plan", "600家 | 450家", context="指标：高新技术企业"),  # the quote begins in the context
)


@pytest.fixture
def asked() -> GoldQuestion:
    """The question."""
    return GOLD


@pytest.fixture
def answered() -> AnswerRow:
    """The answer, with hits of which the second and the fourth hold a quote."""
    return AnswerRow("1", "目标？", "达到3.8%[1]，高企六百家[2]。", False, hits=HITS)
