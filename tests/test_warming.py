"""Before the first question the sentences of the documents are read, so that a question waits for none of them."""

import pytest

from answer.evidence import SentenceEmbeddings
from answer.pieces import pieces_of
from answer.vocabulary import Vocabulary
from answer.warming import warm
from retriever.windows import Hit

PLAN = """# 甲市科技规划

## 一、目标

到2025年，高新技术企业达到600家。建成省级实验室3家，孵化器达到35家。

## 二、措施

对首次认定的企业给予一次性奖励。鼓励企业建设研发机构。
"""


@pytest.fixture
def index(small_index):
    infos = [small_index.info(name, f"{region}科技规划", region=region) for name, region in (("a", "甲市"), ("b", "乙市"))]
    return small_index({infos[0]: PLAN, infos[1]: PLAN.replace("甲市", "乙市").replace("孵化器", "众创空间")})


def test_no_sentence_is_embedded_after_it(index, small_index):
    class Counting(type(small_index.embedder)):
        asked = 0

        def embed_passages(self, passages):
            self.asked += len(passages)
            return super().embed_passages(passages)

    embedder = Counting()
    sentences = SentenceEmbeddings(embedder)
    warm(index, sentences)
    before = embedder.asked
    clause = next(passage for passage in index.passages if "孵化器" in passage.text)
    sentences.of([text for _, _, _, text, _ in pieces_of(Hit(clause, 1.0, 1, clause.start, clause.end), index)])
    assert before > 0
    assert embedder.asked == before


def test_a_document_is_read_once_for_all_combinations_of_places(index, monkeypatch):
    read = []
    monkeypatch.setattr("answer.vocabulary.read", lambda text: (read.append(text), (text, frozenset(text)))[1])
    vocabulary = Vocabulary(index)
    both = vocabulary.of(["甲市", "乙市"])
    assert vocabulary.of(["甲市"])[1] < both[1]
    assert vocabulary.of(["乙市"])[1] < both[1]
    assert vocabulary.everything == both
    assert len(read) == 2
