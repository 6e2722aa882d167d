"""Texts -> words, and words -> scored passages: the one door to jieba and bm25s."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import bm25s
import jieba
import numpy as np

from index.errors import REBUILD, IndexDamagedError

TERMS = Path(__file__).resolve().parent / "policy_terms.txt"
WORD = re.compile(r"\d+(?:\.\d+)?|[a-z][a-z0-9&+\-]*|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
STOPWORDS = frozenset(
    "的 了 和 与 及 或 在 是 有 为 对 把 被 将 等 之 其 这 那 个 吗 呢 吧 啊 呀 哪 哪些 哪个 什么 怎么 怎样 如何 多少 几 请问 一下 "
    "我 你 我们 你们 他们 以及 并 就 都 也 还 到 从 由 以 于 要 会 能 可以 能否 是否 有没有 没有 有何 主要 方面".split()
)
TERM_COUNT = 20_000  # how often a term counts as seen, against 60 million words of jieba's own: more than any of its parts
NOUN_TAGS = frozenset({"n", "nz"})
LONG_TAGS, SHORT_WORD = frozenset({"l", "j"}), 3  # tags by which words of more than three characters name things
MODAL = frozenset("能可会要想得")
K1, B = 1.2, 0.75  # Robertson & Zaragoza 2009, the usual values


@lru_cache(maxsize=1)
def _tokenizer() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    # not initialize(): that would trust a marshalled cache in the shared temporary folder
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in policy_terms():
        tokenizer.add_word(term, freq=TERM_COUNT)
    return tokenizer


@lru_cache(maxsize=1)
def policy_terms() -> tuple[str, ...]:
    """Return the terms of the policy dictionary: jieba keeps them whole, and gives their parts as well."""
    lines = (line.strip() for line in TERMS.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def tokenizer_id() -> str:
    """Return the tokenizer's name, version, and a digest of dictionary and rules: index and query must agree in it."""
    rules = "\n".join([WORD.pattern, *sorted(STOPWORDS), *policy_terms()])
    return f"jieba {version('jieba')} search+{hashlib.sha256(rules.encode()).hexdigest()[:8]}"


def word_starts(text: str) -> frozenset[int]:
    """Return where the words of a text begin, as code points."""
    return frozenset(start for _, start, _ in _tokenizer().tokenize(text))


def word_spans(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words of a text in their order, each with its first code point and one past its last."""
    return tuple(_tokenizer().tokenize(text, HMM=False))


def words(text: str) -> list[str]:
    """Return the words of a text for matching: NFKC, lower case, stop words left out, long words with their parts.

    >>> words("R&D经费支出占GDP比重达３.８％")
    ['r&d', '经费', '支出', '经费支出', '占', 'gdp', '比重', '达', '3.8']
    """
    found: list[str] = []
    for piece in WORD.findall(unicodedata.normalize("NFKC", text).lower()):
        if piece[0].isascii():
            found.append(piece)
        else:
            found.extend(word for word in _tokenizer().cut_for_search(piece, HMM=False) if word not in STOPWORDS)
    return found


def frequency(word: str) -> int:
    """Return how often the dictionary's makers counted a word in running text; 0 where it holds no such word."""
    return int(_tokenizer().FREQ.get(word, 0) or 0)


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    """The words of the dictionary, each with what its makers took it for: n a noun, v a verb, nr a person …"""
    with _tokenizer().get_dict_file() as lines:
        tagged = (line.decode("utf-8").split() for line in lines)
        return {word: tag for word, _, tag in tagged}


def is_noun(word: str, *, listed: bool = False) -> bool:
    """Tell whether a word may name a thing: a noun, a set phrase, or a word that the dictionary does not hold.

    Args:
        word: as `words` gives it.
        listed: only where the dictionary, or that of policies, says so.

    >>> is_noun("基站"), is_noun("达到"), is_noun("5g")
    (True, False, True)
    """
    if word[:1] in MODAL and word[1:] in _tags() and not frequency(word):
        return False  # 能申请: what somebody may do
    tag = _tags().get(word)
    long = len(word) > SHORT_WORD and tag in LONG_TAGS
    return tag in NOUN_TAGS or long or word in policy_terms() or (not listed and not frequency(word))


class LexicalIndex:
    """BM25 over words; row i belongs to passage i."""

    def __init__(self, model: bm25s.BM25, size: int) -> None:
        self._model = model
        self._size = size

    @classmethod
    def build(cls, texts: Sequence[str]) -> "LexicalIndex":
        """Index texts; at least one of them must hold a word."""
        model = bm25s.BM25(k1=K1, b=B, method="lucene")
        tokens = [words(text) or ["∅"] for text in texts]
        vocabulary = {word: place for place, word in enumerate(sorted({word for line in tokens for word in line}))}  # the same every time
        model.index(([[vocabulary[word] for word in line] for line in tokens], vocabulary), show_progress=False)
        return cls(model, len(texts))

    @classmethod
    def load(cls, folder: Path, size: int) -> "LexicalIndex":
        """Read an index whose digests have been checked.

        Raises:
            IndexDamagedError: bm25s cannot read it.
        """
        try:
            model = bm25s.BM25.load(str(folder), load_corpus=False, allow_pickle=False)
            came = int(model.scores["num_docs"])
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexDamagedError(f"{folder}: expected a BM25 index, came: {error!r}; {REBUILD}") from error
        if came != size:
            raise IndexDamagedError(f"{folder}: expected words of {size} passages, came {came}; {REBUILD}")
        return cls(model, size)

    def save(self, folder: Path) -> None:
        """Write the index as plain files."""
        self._model.save(str(folder), show_progress=False, allow_pickle=False)

    def rarity(self, word: str) -> float:
        """Return a word's inverse document frequency, ln(1 + n / df); of an unknown word, that of one passage's word.

        Source: Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009, without the smoothing.
        """
        column = self._model.vocab_dict.get(word)
        pointers = self._model.scores["indptr"]
        count = int(pointers[column + 1] - pointers[column]) if column is not None else 1
        return float(np.log1p(self._size / max(1, count)))

    def scores(self, weighted: dict[str, float]) -> np.ndarray:
        """Return every passage's BM25 score for weighted query words.

        Args:
            weighted: word -> weight; words the index does not know count nothing.

        Returns:
            float32, shape (n,), 0 where no word matches.
        """
        total = np.zeros(self._size, dtype=np.float32)
        known = self._model.vocab_dict
        for word, weight in weighted.items():
            if word in known:
                total += weight * self._model.get_scores([word])
        return total

    def relative_scores(self, weighted: dict[str, float]) -> np.ndarray:
        """Return BM25 divided by what a passage full of every query word would attain; float32, shape (n,), from 0 to 1.

        Words the index does not know count as the rarest: a passage cannot hold them.
        """
        greatest = sum(weight * self.rarity(word) for word, weight in weighted.items())
        return self.scores(weighted) / np.float32(max(greatest, 1e-9))
