"""Embeddings of sentences are kept for several threads that answer at once."""

import numpy as np

from answer import evidence


class Embedder:
    """While it works on a sentence, another thread asks for so many that what is kept is thrown away."""

    def __init__(self):
        self.embeddings, self.between = None, ()

    def embed_passages(self, texts):
        between, self.between = self.between, ()
        if between:
            self.embeddings.of(between)
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_sentences_another_thread_throws_away_are_still_returned(monkeypatch):
    monkeypatch.setattr(evidence, "MAX_KEPT", 3)
    embedder = Embedder()
    embedder.embeddings = embeddings = evidence.SentenceEmbeddings(embedder)
    embeddings.of(["一"])
    embedder.between = ("三三三", "四四四四", "五五五五五")
    assert embeddings.of(["一", "二二"]).tolist() == [[1], [2]]
