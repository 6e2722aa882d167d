"""A document's entry -> in corpus/catalog.toml or out of it; comments and all other entries stay as they are."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import tomlkit

from index.catalog import DocumentInfo, read_catalog
from index.disk import write_atomically
from index.errors import CatalogError


def append_entry(corpus: Path, info: DocumentInfo) -> None:
    """Write an entry at the catalog's end; the rest stays as it is, comments included."""
    path = corpus / "catalog.toml"
    catalog = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    entries = catalog.get("document")
    if entries is None:
        entries = tomlkit.aot()
        catalog.append("document", entries)
    entry = tomlkit.table()
    for key, value in asdict(info).items():
        entry.add(key, list(value) if isinstance(value, tuple) else value)
    entries.append(entry)
    write_atomically(path, tomlkit.dumps(catalog).encode())


def remove_entry(corpus: Path, doc: str) -> None:
    """Take an entry out of the catalog.

    Raises:
        CatalogError: there is no such id.
    """
    path = corpus / "catalog.toml"
    if doc not in [info.id for info in read_catalog(corpus)]:
        raise CatalogError(f"{path}: expected one of the catalog's ids, came {doc!r}")
    catalog = tomlkit.parse(path.read_text(encoding="utf-8"))
    entries: Any = catalog["document"]
    place = next(at for at, entry in enumerate(entries) if entry["id"] == doc)
    del entries[place]
    write_atomically(path, tomlkit.dumps(catalog).encode())
