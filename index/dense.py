"""Embeddings -> nearest passages: the one door to faiss."""

from pathlib import Path

import faiss
import numpy as np

from index.errors import REBUILD, IndexDamagedError, IndexMismatchError


class DenseIndex:
    """Exact inner-product search over L2-normalised embeddings; row i belongs to passage i."""

    def __init__(self, faiss_index: faiss.Index) -> None:
        self._index = faiss_index

    @classmethod
    def build(cls, embeddings: np.ndarray) -> "DenseIndex":
        """Index float32 embeddings of shape (n, dim)."""
        flat = faiss.IndexFlatIP(embeddings.shape[1])
        flat.add(np.ascontiguousarray(embeddings, dtype=np.float32))
        return cls(flat)

    @classmethod
    def load(cls, path: Path) -> "DenseIndex":
        """Read an index whose digest has been checked.

        Raises:
            IndexDamagedError: faiss cannot read it.
        """
        try:  # faiss itself opens no path with Chinese characters on Windows
            return cls(faiss.deserialize_index(np.frombuffer(path.read_bytes(), dtype=np.uint8)))
        except (OSError, RuntimeError) as error:
            came = str(error).partition("\n")[0]
            raise IndexDamagedError(f"{path}: expected a faiss index, came: {came}; {REBUILD}") from error

    def save(self, path: Path) -> None:
        """Write the index."""
        path.write_bytes(faiss.serialize_index(self._index).tobytes())

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """Width of the embeddings."""
        return int(self._index.d)

    def embeddings(self) -> np.ndarray:
        """Return all embeddings, float32, shape (n, dim)."""
        return np.asarray(self._index.reconstruct_n(0, len(self)) if len(self) else np.zeros((0, self.dim)), dtype=np.float32)

    def scores(self, query_embeddings: np.ndarray) -> np.ndarray:
        """Return the cosine of every query with every passage.

        Every passage is scored, so that no tie is cut.

        Args:
            query_embeddings: float32, shape (n_queries, dim), L2-normalised.

        Returns:
            float32, shape (n_queries, n), in [-1, 1].

        Raises:
            IndexMismatchError: dim is not the index's dim.
        """
        if query_embeddings.shape[1] != self.dim:
            came = query_embeddings.shape[1]
            raise IndexMismatchError(f"index was built with dim {self.dim}, embedder gives {came}; {REBUILD}")
        found = np.full((query_embeddings.shape[0], len(self)), -1.0, dtype=np.float32)
        if len(self):
            faiss.omp_set_num_threads(1 if query_embeddings.shape[0] == 1 else 2)
            values, rows = self._index.search(np.ascontiguousarray(query_embeddings, dtype=np.float32), len(self))
            for query, (row, value) in enumerate(zip(rows, values, strict=True)):
                kept = row >= 0
                found[query, row[kept]] = value[kept]
        return found
