"""Releases as JSON Lines: a record a line, plain or gzipped."""

import json
from collections.abc import Mapping
from typing import Any

from communique.errors import ReleaseError
from communique.loaders.details import Defaults, make_release
from communique.loaders.html import text_of_fragment
from communique.loaders.release import Release
from communique.loaders.text import release_from_text
from communique.loaders.trailer import find_trailer


def release_from_record(line: str, *, where: str, defaults: Defaults) -> Release:
    """Make a release of one line of JSON.

    Args:
        line: A JSON object with ``text`` or ``html``, and perhaps ``url``, ``title``, ``date``,
            ``issuer``, ``language``, ``name``; more is kept.
        where: FILE:LINE, its name where it has none better.
        defaults: What fills in for what it lacks.

    Returns:
        The release.

    Raises:
        ReleaseError: If the line is no such object.
    """
    record = _parse(line)
    details = {k: _plain(v) for k, v in record.items() if k not in ("text", "html")}
    url = details.get("url") or details.get("source") or ""
    details["name"] = details.get("name") or url.rstrip("/").rpartition("/")[2] or where
    text = record.get("text")
    if isinstance(text, str) and text.strip():
        return _from_text(text, details, defaults)
    fragment = record.get("html")
    if not isinstance(fragment, str):
        message = "The record has neither 'text' nor 'html'."
        raise ReleaseError(message)
    return make_release(text_of_fragment(fragment), details, defaults)


def _from_text(text: str, details: dict[str, str], defaults: Defaults) -> Release:
    if not details.get("title"):
        given = Defaults(
            details.get("date") or defaults.date,
            details.get("issuer") or defaults.issuer,
            details.get("url") or defaults.url,
        )
        return release_from_text(text, name=details["name"], defaults=given)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    trailer = find_trailer(text)
    return make_release(
        text,
        details,
        defaults,
        end=trailer.start if trailer else None,
        trailer=trailer.issued if trailer else None,
    )


def _parse(line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"The line is no JSON: {error}."
        raise ReleaseError(message) from None
    if not isinstance(record, dict):
        message = "The line is JSON, but no object."
        raise ReleaseError(message)
    return record


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
