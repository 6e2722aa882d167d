"""Index -> its sentences read before the first question: their embeddings and words are then at hand for every one."""

from collections.abc import Iterator

from answer.evidence import SentenceEmbeddings
from answer.pieces import is_whole, whole_sentences
from answer.readable import READ_TEXTS, readable
from index.store import PassageIndex

BATCH = 512  # sentences embedded at a time, so that a question asked meanwhile waits for no more


def warm(index: PassageIndex, sentences: SentenceEmbeddings) -> None:
    """Read the sentences and rows of an index, as many as are kept; what is read later costs its first question a little more."""
    texts = list(dict.fromkeys(_texts(index)))[: READ_TEXTS // 2]
    for start in range(0, len(texts), BATCH):
        sentences.of(texts[start : start + BATCH])
        for text in texts[start : start + BATCH]:
            readable(text)


def _texts(index: PassageIndex) -> Iterator[str]:
    for passage in index.passages:
        text = index.texts[passage.doc]
        if passage.kind == "row" and is_whole(passage):
            yield passage.text
        else:
            yield from (text[start:end] for start, end in whole_sentences(text, passage.start, passage.end))
