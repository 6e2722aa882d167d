"""Piece embeddings -> a model folder that SentenceTransformer loads like any other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Dense, Normalize, Router
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer

STEPS = 127
"""Largest int8 value: a row is stored as round(row / scale) with scale = max |row| / STEPS."""


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


def export_model(folder: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    """Write the model folder.

    A document's mean goes through Softsign, which levels off a piece's repetitions as BM25 does;
    a query's stays linear. Both are then normalised.

    Args:
        folder: where to write; made when absent.
        tokenizer: text -> piece ids.
        table: float32, shape (n_pieces, dim), scaled for Softsign.
    """
    dim = table.shape[1]
    level = Dense(
        dim,
        dim,
        bias=False,
        activation_function=torch.nn.Softsign(),
        init_weight=torch.eye(dim),
    )
    heads = Router(
        {"query": [Normalize()], "document": [level, Normalize()]}, default_route="document"
    )
    static = StaticEmbedding(tokenizer, embedding_weights=torch.from_numpy(table))
    model = SentenceTransformer(modules=[static, heads], device="cpu")
    model.save(str(folder), create_model_card=False)
    _shrink(folder, tokenizer, table)


def _shrink(folder: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    """Rewrite the table as int8 rows with scales, the identity as int8, the tokenizer compactly."""
    rows, scales = quantise(table)
    weights = {"embeddings": torch.from_numpy(rows), "weights": torch.from_numpy(scales)}
    (static,) = sorted(folder.glob("*StaticEmbedding")) or [folder]
    save_file(weights, static / "model.safetensors")
    tokenizer.save(str(static / "tokenizer.json"), pretty=False)
    for dense in sorted(folder.glob("**/*Dense/model.safetensors")):
        save_file({"linear.weight": torch.eye(table.shape[1], dtype=torch.int8)}, dense)


def folder_size(folder: Path) -> int:
    """Return the bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def read_config(folder: Path) -> dict[str, object]:
    """Return the module list of a model folder."""
    result: dict[str, object] = json.loads((folder / "modules.json").read_text())
    return result
