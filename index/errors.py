"""All errors of the project.

CewenError
├── InputError            bad input by the user; commands exit 2 with its one line
│   ├── UnsupportedFormatError
│   ├── CatalogError
│   └── DocumentConflictError
├── IndexMissingError     there is no index where one was expected
├── IndexDamagedError     a file is missing or its digest differs from the manifest's
├── IndexStaleError       the index was built from another corpus, model or format version
├── IndexMismatchError    an embedding does not fit the index
└── ChatModelError        a chat model gave no usable reply; the answer without one takes its place
"""

REBUILD = "rebuild: python -m index.build"  # what mends an index


class CewenError(Exception):
    """Root of the tree; shown to the user as one line."""


class InputError(CewenError):
    """Bad input: shown to whoever ran the command."""


class UnsupportedFormatError(InputError):
    """A file in a format that no reader takes."""


class CatalogError(InputError):
    """A catalog entry that is missing, incomplete or contradicts its file."""


class DocumentConflictError(InputError):
    """A document id that is already taken by other content."""


class IndexMissingError(CewenError):
    """No index folder where one was expected; the reader should build one."""


class IndexDamagedError(CewenError):
    """An index folder whose files do not agree with its manifest."""


class IndexStaleError(CewenError):
    """An index that no longer fits the corpus, the model or this version."""


class IndexMismatchError(CewenError):
    """Embeddings whose width is not that of the index."""


class ChatModelError(CewenError):
    """A chat model that cannot be reached or gives no usable reply; its message never repeats a provider's."""

    def __init__(self, message: str, failure: str) -> None:
        super().__init__(message)
        self.failure = failure
