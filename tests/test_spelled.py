"""Names that English questions spell by their sound."""

import pytest

from retriever.spelled import Spelled

TEXTS = ["加快建设东湖实验室。支持东湖实验室与乙市南岭产业园合作。", "乙市南岭产业园落地，建成北辰研究院。"]


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("How large is the Donghu Laboratory?", "How large is the 东湖 Laboratory?"),
        ("What does Nanling industrial park make?", "What does 南岭 industrial park make?"),  # the part after the region
        ("What is Beichen?", "What is Beichen?"),  # written only once
        ("Does Donghu District have a plan?", "Does Donghu District have a plan?"),  # a jurisdiction is no body
        ("Which Laboratory is it?", "Which Laboratory is it?"),
        ("", ""),
    ],
)
def test_a_name_is_put_as_the_documents_write_it(question, meant):
    assert Spelled(TEXTS, ["乙市"]).in_chinese(question) == meant
