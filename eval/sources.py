"""Corpus folder -> the text in which a gold quote has to stand, for each document."""

from dataclasses import dataclass
from pathlib import Path

from eval.matching import squeeze
from index.catalog import read_catalog
from index.lines import clean_lines
from index.readers.read import read_document


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's text without white space: as its file has it, and without page numbers and other rubbish."""

    literal: str
    clean: str

    def holds(self, quote: str) -> bool:
        """Tell whether the quote stands literally in the document, white space and page breaks aside."""
        wanted = squeeze(quote)
        return wanted in self.literal or wanted in self.clean


def load_sources(corpus: Path) -> dict[str, SourceText]:
    """Return every document of the corpus by its id.

    Raises:
        CatalogError: there is no catalog or it is faulty.
        InputError: a document's file is missing or no text.
    """
    return {info.id: source_text(read_document(corpus / info.file)) for info in read_catalog(corpus)}


def source_text(text: str) -> SourceText:
    """Return a document's text in the two forms in which quotes are looked for."""
    lines, _ = clean_lines(text)
    return SourceText(squeeze(text), squeeze("".join(line.text for line in lines)))
