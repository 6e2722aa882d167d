"""python -m index.remove ID: takes a document out of corpus, catalog and index."""

from typing import Annotated

import typer

from index.build import CorpusOption, IndexOption, ModelOption, build_index, summary
from index.catalog import DocumentInfo, read_catalog
from index.command import run_command
from index.entries import remove_entry
from index.errors import CatalogError, InputError
from index.settings import Settings, settings_from


def remove_document(doc: str, settings: Settings) -> DocumentInfo:
    """Remove a document's entry and file.

    The entry goes first: whoever is stopped on the way leaves a file that nothing refers to, never an entry without one.

    Raises:
        CatalogError: there is no such id.
        InputError: it is the corpus's only document; an empty corpus has no index.
    """
    documents = read_catalog(settings.corpus)
    info = next((entry for entry in documents if entry.id == doc), None)
    if info is None:
        raise CatalogError(f"expected one of {', '.join(entry.id for entry in documents)}, came {doc!r}")
    if len(documents) == 1:
        raise InputError(f"{doc}: expected to keep at least one document, came the only one; add another first")
    remove_entry(settings.corpus, doc)
    (settings.corpus / info.file).unlink(missing_ok=True)
    return info


def main(
    doc: Annotated[str, typer.Argument(metavar="ID", help="文件编号", show_default=False)],
    corpus: CorpusOption = None,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """移除一份文件：文档库、目录和索引中都不再有它。"""
    settings = settings_from(corpus=corpus, index=index, model=model)
    info = remove_document(doc, settings)
    typer.echo(f"已移除：{info.id}（{info.title}）")
    typer.echo(summary(build_index(settings)))


if __name__ == "__main__":
    run_command(main)
