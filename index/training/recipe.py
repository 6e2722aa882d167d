"""Data folder and corpus -> the model: vocabulary, lexical sketch, learned dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from index.training.export import Balance, export_model, joined_table
from index.training.meaning import Report, Schedule, train_meaning
from index.training.pairs import PairBatches, PairSet, make_pair_set
from index.training.questions import Judged, hold_out, read_judged
from index.training.script import fold
from index.training.sentences import Sentences, encode_texts
from index.training.sketch import piece_weights, sketch_table
from index.training.sources import read_records
from index.training.structure_pairs import read_structure, read_synonyms
from index.training.table import EmbeddingTable
from index.training.views import TextBatches, ViewSettings
from index.training.vocabulary import choose_pieces, count_words, make_tokenizer

TEXTS = {"text_news": 0.5, "text_laws": 0.35, "text_gov_reports": 0.12}
"""Running text -> its share of the pairs; the corpus takes the rest."""
PAIRS = {"cmrc": ("pairs_cmrc2018_train", 1), "drcd": ("pairs_drcd_dev_traditional", 1), "stard": ("pairs_stard_train", 3)}
"""Question set -> its file, and how often a question comes in one epoch."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All choices, made on the validation split.

    Attributes:
        pieces: size of the vocabulary.
        n_lexical: dimensions of the sketch.
        width: dimensions of one piece in it.
        n_learned: learned dimensions.
        seed: of all chance.
        schedule: of the learning.
        views: how running text is cut into pairs.
        balance: how both parts share a vector.
        held: share of the question pairs kept back for validation; 0 for the model that is shipped.
    """

    pieces: int = 36_864
    n_lexical: int = 1_088
    width: int = 4
    n_learned: int = 576
    seed: int = 1
    schedule: Schedule = field(default_factory=Schedule)
    views: ViewSettings = field(default_factory=ViewSettings)
    balance: Balance = field(default_factory=Balance)
    held: float = 0.0


@dataclass(frozen=True, slots=True)
class Trained:
    """What training made, and what it did not see.

    Attributes:
        tokenizer: text -> piece ids.
        lexical: float32, shape (n_pieces, n_lexical).
        learned: float32, shape (n_pieces, n_learned).
        validation: the sets with the questions held back, each over its whole pool; empty where nothing was.
    """

    tokenizer: Tokenizer
    lexical: np.ndarray
    learned: np.ndarray
    validation: tuple[Judged, ...]


def train(data: Path, corpus: Path, synonyms: Path, recipe: Recipe, report: Report) -> Trained:
    """Train a model; the same inputs and recipe give the same model on the same machine.

    Args:
        data: folder of the training files.
        corpus: folder of plans (*.txt, *.md), read for their structure.
        synonyms: lexicon of how people say what plans write.
        recipe: all choices.
        report: told of every step.
    """
    rng = np.random.default_rng(recipe.seed)
    plans = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*")) if path.suffix in (".txt", ".md")]
    sets = {name: read_judged(name, [data / f"{file}.jsonl.xz"]) for name, (file, _) in PAIRS.items()}
    report("counting words")
    texts = {name: [*_texts(data / f"{name}.jsonl.xz")] for name in TEXTS} | {"corpus": plans}
    counts = count_words(_everything(texts.values(), sets.values()))
    tokenizer = make_tokenizer(choose_pieces(counts, recipe.pieces))
    report("tokenising")
    encoded = [encode_texts(tokenizer, items) for items in texts.values()]
    weights = piece_weights(_piece_counts(encoded, tokenizer.get_vocab_size()))
    lexical = sketch_table(weights, recipe.n_lexical, recipe.width, rng)
    report("mining hard negatives")
    pair_sets, validation = _pair_sets(sets, tokenizer, recipe.held)
    structure = read_structure("structure", [*texts["text_gov_reports"], *plans], read_synonyms(synonyms), rng)
    pair_sets.append(make_pair_set(structure, range(len(structure.questions)), (), tokenizer))
    report(
        f"training on {sum(len(item.kept) * item.repeats for item in pair_sets)} pairs an epoch, {len(structure.questions)} of structure"
    )
    start = torch.from_numpy(rng.standard_normal((len(weights), recipe.n_learned)).astype(np.float32) / recipe.n_learned**0.5)
    table = EmbeddingTable(start * torch.from_numpy(weights)[:, None])
    shares = [*TEXTS.values(), 1 - sum(TEXTS.values())]
    train_meaning(table, TextBatches(encoded, shares, recipe.views, rng), PairBatches(pair_sets, rng), recipe.schedule, report)
    return Trained(tokenizer, lexical, table.values.numpy(), tuple(validation))


def save(folder: Path, trained: Trained, recipe: Recipe) -> None:
    """Write the model folder."""
    table = joined_table(trained.lexical, trained.learned, recipe.balance)
    export_model(folder, trained.tokenizer, table, recipe.n_lexical, recipe.balance)


def _pair_sets(sets: dict[str, Judged], tokenizer: Tokenizer, held: float) -> tuple[list[PairSet], list[Judged]]:
    pairs, validation = [], []
    for name, judged in sets.items():
        kept, kept_back = hold_out(judged, held)
        pairs.append(make_pair_set(judged, kept, kept_back, tokenizer, PAIRS[name][1]))
        if kept_back:
            validation.append(judged.subset(kept_back))
    return pairs, validation


def _texts(path: Path) -> Iterator[str]:
    for record in read_records(path):
        yield "\n".join(filter(None, (record.get("title"), record["text"])))


def _everything(texts: Iterable[list[str]], sets: Iterable[Judged]) -> Iterator[str]:
    for items in texts:
        yield from items
    for judged in sets:
        yield from (fold(text) for text in (*judged.questions, *judged.passages))


def _piece_counts(encoded: list[Sentences], size: int) -> np.ndarray:
    counts: np.ndarray = np.sum([np.bincount(item.ids, minlength=size) for item in encoded], axis=0)
    return counts
