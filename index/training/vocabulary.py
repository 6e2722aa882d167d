"""Word counts -> Unigram tokenizer whose pieces are words, with single characters to fall back on."""

from __future__ import annotations

import io
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import jieba
import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from index.training.script import fold, folding_table

UNKNOWN = "[UNK]"
PIECE = re.compile(r"[㐀-䶿一-鿿]{1,8}|[a-z]{1,16}|[0-9]{1,8}(?:\.[0-9]{1,2})?%?")
DROPPED = r"[^\p{L}\p{N}%.]+|(?<![0-9])\.|\.(?![0-9])|(?<![0-9])%"
"""What the tokenizer drops: all but letters, digits, and the point and percent sign of a number."""
CHARACTER_FLOOR = 0.3
"""Count given to a character that training text does not show alone."""


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often jieba's words stand in the texts, after folding."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in jieba.cut(fold(text)) if PIECE.fullmatch(word))
    return counts


def choose_pieces(counts: Mapping[str, float], size: int) -> dict[str, float]:
    """Return the pieces kept and their counts.

    Args:
        counts: word -> how often it was seen.
        size: number of pieces; every Han character, letter and digit is kept whatever its count.

    Returns:
        Piece -> count, single characters first.
    """
    singles = {chr(point): CHARACTER_FLOOR for point in range(0x4E00, 0x9FA6)}
    singles |= {c: CHARACTER_FLOOR for c in "abcdefghijklmnopqrstuvwxyz0123456789%."}
    seen_in_words: defaultdict[str, float] = defaultdict(float)
    for word, count in counts.items():
        if len(word) > 1:
            for character in word:
                seen_in_words[character] += count
    pieces = {
        c: counts.get(c, 0) + floor for c, floor in singles.items() if counts.get(c, 0) or seen_in_words[c] or c < "一" or _is_common(c)
    }
    words = sorted((w for w in counts if len(w) > 1), key=lambda w: (-counts[w], w))
    for word in words[: size - len(pieces) - 1]:
        pieces[word] = counts[word]
    return pieces


def _is_common(character: str) -> bool:
    """Whether GB 2312 has the character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def character_map() -> bytes:
    """Return the folding table in the compiled form that tokenizer files carry."""
    rules = "".join(f"{source:X}\t{' '.join(f'{ord(c):X}' for c in target)}\n" for source, target in sorted(folding_table().items()))
    return _compile_rules(rules)


def _compile_rules(rules: str) -> bytes:
    """Compile rules with sentencepiece; the tiny model around them is thrown away."""
    import tempfile
    from pathlib import Path

    model = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "rules.tsv"
        table.write_text(rules, encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["一二三四五六七八九十"] * 50 + ["甲乙丙丁"] * 50),
            model_writer=model,
            vocab_size=20,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(table),
            minloglevel=2,
        )
    proto = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    proto.ParseFromString(model.getvalue())
    return bytes(proto.normalizer_spec.precompiled_charsmap)


def make_tokenizer(pieces: Mapping[str, float]) -> Tokenizer:
    """Return a tokenizer that cuts text into the likeliest pieces.

    Args:
        pieces: piece -> count.

    Returns:
        Tokenizer; id 0 is the unknown piece, the others keep the order of ``pieces``.
    """
    total = sum(pieces.values())
    vocabulary = [(UNKNOWN, 0.0)]
    vocabulary += [(piece, math.log(count / total)) for piece, count in pieces.items()]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Precompiled(character_map())
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(DROPPED), behavior="removed")
    return tokenizer
