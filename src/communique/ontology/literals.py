"""Values as canonical N-Quads write them: one text for one value, so that equal graphs are equal.

The literals of RDF can't hold a lone surrogate; it becomes U+FFFD, one code point for one, so that
offsets stay true. Everything else survives.
"""

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from math import isfinite

XSD = "http://www.w3.org/2001/XMLSchema#"

_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT = {
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\",
}  # fmt: skip
_LONG = {short: char for char, short in _SHORT.items()}
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|.)")

# Each with the day, in a leap year, that it must make to be a date at all.
_DATES = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date", "{}"),
    (re.compile(r"--[0-9]{2}-[0-9]{2}"), "gMonthDay", "2000{}"),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), "gYearMonth", "{}-01"),
    (re.compile(r"[0-9]{4}"), "gYear", "{}-01-01"),
    (re.compile(r"--[0-9]{2}"), "gMonth", "2000{}-01"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z?"), "dateTime", "{}"),
)


def string(value: str) -> str:
    """Write a string."""
    return f'"{_ESCAPED.sub(_escape, value)}"'


def number(value: float) -> str:
    """Write a boolean, a whole number, or a decimal number as exactly as it was given."""
    if isinstance(value, bool):
        return _typed("true" if value else "false", "boolean")
    if isinstance(value, int):
        return _typed(str(value), "integer")
    if not isfinite(value):
        return _typed({"nan": "NaN", "inf": "INF", "-inf": "-INF"}[repr(value)], "double")
    lexical = format(Decimal(repr(value or 0.0)), "f")  # -0.0 is 0.0
    return _typed(lexical if "." in lexical else lexical + ".0", "decimal")


@lru_cache(maxsize=1 << 12)
def date_literal(value: str) -> str:
    """Write a date, a month, a year, a day or month without a year, or a date and time.

    Args:
        value: As ISO 8601 writes it, ``--03-04`` and ``--03`` without a year.

    Returns:
        A literal typed by its precision; a plain string when it is no such date.
    """
    for pattern, datatype, day in _DATES:
        if pattern.fullmatch(value) and _exists(day.format(value.removeprefix("-"))):
            return _typed(value, datatype)
    return string(value)


def typed(lexical: str, datatype: str) -> str:
    """Write a literal of any datatype, as its text stands."""
    return f"{string(lexical)}^^<{datatype}>"


def lexical_and_datatype(literal: str) -> tuple[str, str | None]:
    """Take a literal that this module wrote apart.

    Args:
        literal: The literal.

    Returns:
        Its text, and the IRI of its datatype, None for a string.
    """
    quoted, _, datatype = literal.rpartition('"')
    lexical = _ESCAPE.sub(_unescape, quoted[1:]) if "\\" in quoted else quoted[1:]
    return lexical, datatype.removeprefix("^^<").removesuffix(">") or None


def _typed(lexical: str, datatype: str) -> str:
    return f'"{lexical}"^^<{XSD}{datatype}>'


def _exists(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return False
    return True


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return "\ufffd" if "\ud800" <= char <= "\udfff" else _SHORT.get(char) or f"\\u{ord(char):04X}"


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _LONG[found[0]]
