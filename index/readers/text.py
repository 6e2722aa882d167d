"""Bytes of a text or Markdown file -> str."""

from index.errors import InputError

ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")


def decode_text(content: bytes, name: str) -> str:
    """Decode plain text as UTF-8, UTF-16 (with a byte order mark) or GB 18030, line ends made LF.

    Args:
        content: the file's bytes.
        name: the file's name, for the message.

    Raises:
        InputError: the bytes are none of these, or hold NUL characters (a binary file).
    """
    for encoding in ENCODINGS:
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise InputError(f"{name}: expected text in UTF-8, UTF-16 or GB 18030, came something else; save it as UTF-8 and add it again")
