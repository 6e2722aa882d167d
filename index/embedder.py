"""Texts -> embeddings: the one door to sentence_transformers."""

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.errors import InputError
from index.meaning import read_word_dimensions

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MODELS = Path(__file__).resolve().parent / "models"
BATCH = 256


class Embedder(Protocol):
    """Anything that turns texts into embeddings; a fake in tests fits as well."""

    @property
    def model_id(self) -> str:
        """Name of the model and of its state; an index built with another is stale."""

    @property
    def word_dimensions(self) -> int:
        """How many of the first dimensions only tell words apart; 0 for most models."""

    def embed_queries(self, queries: Sequence[str]) -> np.ndarray:
        """Return float32 embeddings of shape (n, dim), L2-normalised."""

    def embed_passages(self, passages: Sequence[str]) -> np.ndarray:
        """Return float32 embeddings of shape (n, dim), L2-normalised."""


class SentenceEmbedder:
    """A SentenceTransformer from a folder or, by name, from a hub; loaded at first use.

    A model's own query and document prompts are applied; `query_prompt` is put before queries of models that want an
    instruction and do not bring it along.
    """

    def __init__(self, model: str, query_prompt: str = "") -> None:
        self._name = model
        self._query_prompt = query_prompt

    @cached_property
    def model_id(self) -> str:
        """The folder's name with a digest of its weights, or the hub name."""
        folder = Path(self._name)
        if not folder.is_dir():
            return f"{self._name}|{self._query_prompt}"
        digest = sha256()
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in (".json", ".safetensors", ".onnx", ".txt"):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\n" + path.read_bytes())
        return f"{folder.name}@{digest.hexdigest()[:16]}|{self._query_prompt}"

    @cached_property
    def word_dimensions(self) -> int:
        """What the model folder's parts.toml says; 0 for a model from a hub."""
        return read_word_dimensions(Path(self._name))

    @cached_property
    def _model(self) -> "SentenceTransformer":
        from sentence_transformers import SentenceTransformer

        local = Path(self._name).is_dir()
        if not local and (self._name.startswith((".", "/")) or self._name.count("/") != 1):
            raise InputError(f"model: expected a folder with a SentenceTransformer or a hub name such as BAAI/bge-m3, came {self._name!r}")
        try:
            return SentenceTransformer(self._name, device="cpu", local_files_only=local)
        except (OSError, ValueError) as error:
            raise InputError(f"model {self._name!r}: expected a SentenceTransformer, came: {str(error).splitlines()[0][:200]}") from error

    def embed_queries(self, queries: Sequence[str]) -> np.ndarray:
        """Return float32 embeddings of shape (n, dim), L2-normalised, with the model's query prompt."""
        texts = [self._query_prompt + query for query in queries]
        return self._normalised(self._model.encode_query(texts, batch_size=BATCH, show_progress_bar=False))

    def embed_passages(self, passages: Sequence[str]) -> np.ndarray:
        """Return float32 embeddings of shape (n, dim), L2-normalised, with the model's document prompt."""
        return self._normalised(self._model.encode_document(list(passages), batch_size=BATCH, show_progress_bar=False))

    @staticmethod
    def _normalised(embeddings: np.ndarray) -> np.ndarray:
        array = np.ascontiguousarray(embeddings, dtype=np.float32)
        norms = np.linalg.norm(array, axis=1, keepdims=True)
        return array / np.where(norms > 0, norms, 1.0)
