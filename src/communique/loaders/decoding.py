"""Bytes into text: byte order marks first, then UTF-8, then what the bytes look like."""

import codecs

from communique.errors import ReleaseError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ["big5hkscs", "big5", "gb18030", "utf_16_le", "utf_16_be", "cp1252"]
_SAMPLE = 65536
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode the bytes of a file.

    Args:
        data: The bytes.
        declared: The charset that the file itself declares, if any.

    Returns:
        The text, without byte order mark, its line ends made line feeds.

    Raises:
        ReleaseError: If the bytes are empty or are no text.
    """
    if not data.strip():
        message = "It is empty."
        raise ReleaseError(message)
    text = _decode(data, declared)
    if _looks_binary(text):
        message = "It is no text."
        raise ReleaseError(message, "Give a text, HTML or JSON Lines file.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for charset in (declared, None if _wide(data) else "utf-8"):
        decoded = _strictly(data, charset) if charset else None
        if decoded is not None:
            return decoded
    return _guess(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode({"big5": "big5hkscs", "gb2312": "gb18030"}.get(encoding, encoding))
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> bool:
    """Tell UTF-16 without a mark by the zero bytes of its ASCII."""
    sample = data[:_SAMPLE]
    return sample.count(0) > len(sample) // 5


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    if _wide(data):
        even = data[:_SAMPLE:2].count(0) > data[1:_SAMPLE:2].count(0)
        guessed: str | None = "utf-16-be" if even else "utf-16-le"
        data = data[: len(data) // 2 * 2]
    else:
        best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
        guessed = best.encoding if best else None
    text = _strictly(data, guessed) if guessed else None
    if text is None:
        message = "It is no text in any encoding we know."
        raise ReleaseError(message, "Save it as UTF-8.")
    return text


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(ord(c) in _CONTROLS for c in sample)
    return "\x00" in sample or controls > len(sample) // 20
