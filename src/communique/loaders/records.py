"""Releases as JSON Lines: a record a line, plain or gzipped."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from communique.errors import ReleaseError
from communique.loaders.details import Defaults, make_release
from communique.loaders.html import is_page, release_from_page, text_of_fragment
from communique.loaders.release import Release
from communique.loaders.text import release_from_text

_BODIES = ("text", "html")


def release_from_record(record: Mapping[str, Any], *, where: str, defaults: Defaults) -> Release:
    """Make a release of a record: an object of JSON, a row of a table.

    Args:
        record: Has ``text`` or ``html``, and perhaps ``url``, ``title``, ``date``, ``issuer``,
            ``language``, ``name``; more is kept.
        where: FILE:LINE, its name where it has none better.
        defaults: What fills in for what it lacks.

    Returns:
        The release.

    Raises:
        ReleaseError: If it is no such record.
    """
    details = {key: _write(value) for key, value in record.items() if key not in _BODIES}
    details["name"] = name = details.get("name") or _last_segment(details) or where
    text, fragment = record.get("text"), record.get("html")
    if isinstance(text, str) and text.strip():
        return release_from_text(text, name=name, defaults=defaults, details=details)
    if not isinstance(fragment, str):
        message = "The record has neither 'text' nor 'html'."
        raise ReleaseError(message)
    if is_page(fragment):
        return release_from_page(fragment, name=name, defaults=defaults, details=details)
    return make_release(text_of_fragment(fragment), details, defaults)


def parse_record(line: str, columns: Mapping[str, str]) -> Mapping[str, Any]:
    """Read one line of JSON.

    Args:
        line: An object of JSON.
        columns: What a key is, where its name does not say.

    Returns:
        The object.

    Raises:
        ReleaseError: If the line is none.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"The line is no JSON: {error}."
        raise ReleaseError(message) from None
    if not isinstance(record, dict):
        message = "The line is JSON, but no object."
        raise ReleaseError(message)
    if not columns:
        return record
    plain = {key: value for key, value in record.items() if key not in columns}
    return plain | {columns[key]: value for key, value in record.items() if key in columns}


def _last_segment(details: Mapping[str, str]) -> str:
    """Give the last segment of the address's path."""
    try:
        path = urlsplit(details.get("url") or details.get("source") or "").path
    except ValueError:
        return ""
    return path.rstrip("/").rpartition("/")[2]


def _write(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
