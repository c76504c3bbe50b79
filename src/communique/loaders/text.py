"""Releases as plain text: header block, headline, body, trailer."""

import re

from communique.loaders.details import Defaults, make_release
from communique.loaders.release import Release
from communique.loaders.trailer import find_trailer

_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z_-]{0,30}):(?:[ \t]+(?P<value>.*))?$")
_KNOWN = {"title", "date", "source", "url", "issuer", "language"}
_LINK = re.compile(r"\[(?P<title>(?:[^\[\]\\\n]|\\.){1,500})\]\((?P<url>[^()\s]{0,1000})\)\s*$")
_NOTHING = Defaults()


def release_from_text(text: str, *, name: str = "", defaults: Defaults = _NOTHING) -> Release:
    """Make a release of a text.

    Args:
        text: The whole text: perhaps a header block and an empty line, a headline unless the header
            gave one, the body, perhaps a trailer.
        name: What its source calls it.
        defaults: What fills in for what it lacks.

    Returns:
        The release; its text is the text as given, with line feeds for line ends.

    Raises:
        ReleaseError: If it is empty or its header has an impossible date.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    details, body = _header(text)
    if "title" not in details or not details["title"]:
        body = _headline(text, body, details)
    trailer = find_trailer(text)
    end = trailer.start if trailer and trailer.start >= body else None
    return make_release(
        text,
        {**details, "name": name},
        defaults,
        body=body,
        end=end,
        trailer=trailer.issued if trailer else None,
    )


def _header(text: str) -> tuple[dict[str, str], int]:
    """Read the block of ``key: value`` lines, if the text opens with one that has a key we know."""
    details: dict[str, str] = {}
    at = 0
    for line in text.splitlines(keepends=True):
        if not line.strip() and (details or at == 0):
            break
        entry = _LINE.match(line.rstrip("\n"))
        if entry is None:
            return {}, 0
        details[entry["key"].lower()] = (entry["value"] or "").strip()
        at += len(line)
    return (details, at) if details.keys() & _KNOWN else ({}, 0)


def _headline(text: str, start: int, details: dict[str, str]) -> int:
    """Take the first line that is not empty for the headline; give where the body starts.

    A sentence that stands alone is a body without a headline.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    line = text[start:stop].strip()
    if not text[stop:].strip() and line.endswith((".", "!", "?", "。")):
        return start
    if link := _LINK.fullmatch(line):
        details["title"] = link["title"]
        details["url"] = details.get("url") or link["url"]
    else:
        details["title"] = line.lstrip("# ")
    return stop
