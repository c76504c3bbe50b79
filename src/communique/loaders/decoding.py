"""Bytes into text: byte order marks first, then UTF-8, then what the bytes look like."""

import codecs
import re

from communique.errors import ReleaseError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE_MARKS = tuple(mark for mark, _ in _MARKS[1:])
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_WIDER = {"big5": "big5hkscs", "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}
_CANDIDATES = ["big5hkscs", "big5", "gb18030", "utf_16_le", "utf_16_be", "cp1252"]
_SAMPLE = 65536
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_PROBE = '<meta charset="'


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
    _refuse_formats(data)
    text = _decode(data, declared)
    if _looks_binary(text):
        raise _no_text("It is no text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_wide(data: bytes) -> bool:
    """Tell UTF-16 and UTF-32: by the mark, or by the zero bytes of their ASCII."""
    fewer, more = sorted(_count_zeros(data))
    return data.startswith(_WIDE_MARKS) or more > max(min(len(data), _SAMPLE) // 5, 4 * fewer)


def _count_zeros(data: bytes) -> tuple[int, int]:
    """Count the zero bytes at even and at odd places."""
    sample = data[:_SAMPLE]
    return sample[::2].count(0), sample[1::2].count(0)


def _refuse_formats(data: bytes) -> None:
    for magic, name in _FORMATS:
        if data.startswith(magic):
            raise _no_text(f"It is {name}, not text.")


def _no_text(message: str) -> ReleaseError:
    return ReleaseError(message, "Give a text, HTML or JSON Lines file.")


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if is_wide(data):
        return _guess_wide(data)
    for charset in (declared, "utf-8"):
        decoded = _decode_strictly(data, charset) if charset else None
        if decoded is not None:
            return decoded
    return _mend_utf8(data) or _guess(data)


def _decode_strictly(data: bytes, charset: str) -> str | None:
    """Decode without a single error; None if it can't be, or if no page could declare that."""
    encoding = _WIDER.get(charset, charset)
    try:
        possible = _PROBE.encode("ascii").decode(encoding) == _PROBE
        return data.decode(encoding) if possible else None
    except (UnicodeError, LookupError, ValueError):
        return None


def _mend_utf8(data: bytes) -> str | None:
    """Decode UTF-8 with a few bad bytes: nearly all that isn't ASCII must be well formed."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return text if good > 3 * bad else None


def _guess_wide(data: bytes) -> str:
    at_even, at_odd = _count_zeros(data)
    even = data[: len(data) // 2 * 2]
    return even.decode("utf-16-be" if at_even > at_odd else "utf-16-le", "replace")


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    cut = data.rfind(b"\n", 0, _SAMPLE) + 1 if len(data) > _SAMPLE else 0
    best = from_bytes(data[: cut or _SAMPLE], cp_isolation=_CANDIDATES).best()
    text = _decode_strictly_as_guessed(data, best.encoding if best else None)
    if text is None:
        message = "It is no text in any encoding we know."
        raise ReleaseError(message, "Save it as UTF-8.")
    return text


def _decode_strictly_as_guessed(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except UnicodeError:
        return None


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    return "\x00" in sample or strange > len(sample) // 20
