"""Path -> text of the document, by the reader for its format."""

from pathlib import Path

from index.errors import InputError, UnsupportedFormatError
from index.readers.text import decode_text

TEXT_SUFFIXES = {".txt", ".md", ".markdown"}
SIGNATURES = {b"%PDF": "PDF", b"PK\x03\x04": "DOCX or another ZIP-based", b"\xd0\xcf\x11\xe0": "old Office (DOC)"}


def read_document(path: Path) -> str:
    """Return the text of a document file, with LF line ends.

    Raises:
        InputError: the file is missing, empty or no text.
        UnsupportedFormatError: the format has no reader yet; judged by content first, then by name.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: expected a readable file, came: {error.strerror or error}") from error
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            raise UnsupportedFormatError(f"{path.name}: {kind} files are not supported yet; save the text as .txt or .md and add that")
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise UnsupportedFormatError(
            f"{path.name}: expected one of {sorted(TEXT_SUFFIXES)}, came {path.suffix!r}; other formats are not supported yet"
        )
    text = decode_text(content, path.name)
    if not text.strip():
        raise InputError(f"{path.name}: expected text, came an empty file")
    return text
