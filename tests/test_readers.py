"""Files become text, or an error that says what to do."""

from pathlib import Path

import pytest

from index.errors import InputError, UnsupportedFormatError
from index.readers.read import read_document

TEXT = "一、总体要求\r\n坚持创新🙂\r第二行\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "甲.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_document(path) == "一、总体要求\n坚持创新🙂\n第二行\n"


def test_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "甲.md"
    path.write_bytes("总体要求".encode("gb18030"))
    assert read_document(path) == "总体要求"


@pytest.mark.parametrize(
    ("content", "name"), [(b"%PDF-1.7", "a.txt"), (b"PK\x03\x04", "a.md"), (b"\xd0\xcf\x11\xe0", "a.txt"), (b"text", "a.rtf")]
)
def test_other_formats_are_refused_by_content_then_by_name(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnsupportedFormatError, match=name):
        read_document(path)


@pytest.mark.parametrize("content", [b"", b" \n\t", b"a\x00b", b"\xff\xfe\x00\xd8\x00\x00", b"\x81"])
def test_no_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.txt"):
        read_document(path)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        read_document(tmp_path / "none.txt")
