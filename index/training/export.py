"""Piece embeddings -> a model folder that SentenceTransformer loads like any other."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Dense, Normalize, Router
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer

from index.meaning import write_word_dimensions

STEPS = 127
"""Largest int8 value: a row is stored as round(row / scale) with scale = max |row| / STEPS."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How the lexical and the learned dimensions share one vector; chosen on the validation split.

    Attributes:
        query: length of a piece's learned part beside a lexical part of mean length 1.
        gain: of a document's lexical mean before Softsign, in units of `unit`.
        document: weight of a document's learned part behind Softsign; a whole number.
        unit: length of a piece's lexical part in the table: small, so that Softsign leaves the learned part as it is.
    """

    query: float = 0.5
    gain: int = 100
    document: int = 25
    unit: float = 3.0


def joined_table(lexical: np.ndarray, learned: np.ndarray, balance: Balance) -> np.ndarray:
    """Return the table of both parts side by side.

    Args:
        lexical: float32, shape (n_pieces, n_lexical), rows of mean length 1.
        learned: float32, shape (n_pieces, n_learned).
        balance: how they share the vector.
    """
    scaled = learned / np.linalg.norm(learned, axis=1).mean() * balance.query
    joined: np.ndarray = np.concatenate([lexical, scaled], axis=1) * balance.unit
    return joined.astype(np.float32)


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a table in int8 with one scale a row.

    Args:
        table: float32, shape (n_pieces, dim).

    Returns:
        int8 of the same shape, and float32 of shape (n_pieces,): table is about their product.
    """
    scales = np.abs(table).max(axis=1) / STEPS
    scales[scales == 0] = 1 / STEPS
    return np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def export_model(folder: Path, tokenizer: Tokenizer, table: np.ndarray, n_lexical: int, balance: Balance) -> None:
    """Write the model folder.

    A document's lexical mean goes through Softsign, which levels off a piece's repetitions as BM25 does; its learned mean
    is small enough to pass as it is. A query's mean stays linear. All are then normalised.

    Args:
        folder: where to write; made when absent.
        tokenizer: text -> piece ids.
        table: float32, shape (n_pieces, dim), of `joined_table`.
        n_lexical: how many of the dimensions, from the first, are lexical.
        balance: the one the table was made with.
    """
    dim = table.shape[1]
    before = torch.ones(dim)
    before[:n_lexical] = balance.gain
    behind = torch.ones(dim)
    behind[n_lexical:] = balance.document
    level = Dense(dim, dim, bias=False, activation_function=torch.nn.Softsign(), init_weight=torch.diag(before))
    weigh = Dense(dim, dim, bias=False, activation_function=torch.nn.Identity(), init_weight=torch.diag(behind))
    heads = Router({"query": [Normalize()], "document": [level, weigh, Normalize()]}, default_route="document")
    static = StaticEmbedding(tokenizer, embedding_weights=torch.from_numpy(table))
    model = SentenceTransformer(modules=[static, heads], device="cpu")
    if (folder / "modules.json").is_file():
        shutil.rmtree(folder)  # nothing of an earlier form stays behind
    model.save(str(folder), create_model_card=False)
    rows, scales = quantise(table)
    weights = {"embeddings": torch.from_numpy(rows), "weights": torch.from_numpy(scales)}
    (place,) = sorted(folder.glob("*StaticEmbedding")) or [folder]
    save_file(weights, place / "model.safetensors")
    write_word_dimensions(folder, n_lexical)
    tokenizer.save(str(place / "tokenizer.json"), pretty=False)
    for dense, diagonal in zip(sorted(folder.glob("**/*Dense/model.safetensors")), (before, behind), strict=True):
        save_file({"linear.weight": torch.diag(diagonal).to(torch.int8)}, dense)


def folder_size(folder: Path) -> int:
    """Return the bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
