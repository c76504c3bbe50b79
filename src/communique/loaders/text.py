"""Releases as plain text: header block, headline, body, trailer."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from communique.loaders.details import Defaults, clean_title, make_release
from communique.loaders.release import Release
from communique.loaders.trailer import find_trailer

_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z_-]{0,30}):(?:[ \t]+(?P<value>.*))?$")
_KNOWN = {"title", "date", "source", "url", "issuer", "language"}
_LINK = re.compile(
    r"\[(?P<title>(?:[^\[\]\\\n]|\\.|\[[^\[\]\\\n]{0,200}\]){1,500})\]"
    r"\(<?(?P<url>(?:[^()\s<>]|\([^()\s<>]{0,200}\)){0,1000})>?\)\s*$"
)
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")
_LONGEST_HEADLINE = 250
_NOTHING = Defaults()
_NONE: Mapping[str, str] = MappingProxyType({})


def release_from_text(
    text: str,
    *,
    name: str = "",
    defaults: Defaults = _NOTHING,
    details: Mapping[str, str] = _NONE,
) -> Release:
    """Make a release of a text.

    Args:
        text: The whole text: perhaps a header block and an empty line, a headline unless the header
            gave one, the body, perhaps a trailer.
        name: What its source calls it.
        defaults: What fills in for what it lacks.
        details: What its source says of it, in the words of a header block; it wins over the
            text's own header.

    Returns:
        The release; its text is the text as given, with line feeds for line ends.

    Raises:
        ReleaseError: If it is empty or its header has an impossible date.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    header, body = _read_header(text)
    known = {"name": name, **header, **{key: value for key, value in details.items() if value}}
    body = _read_headline(text, body, known)
    trailer = find_trailer(text)
    if trailer and trailer.start < body:
        trailer = None
    return make_release(
        text,
        known,
        defaults,
        body=body,
        end=trailer.start if trailer else None,
        trailer=trailer.issued if trailer else None,
    )


def _read_header(text: str) -> tuple[dict[str, str], int]:
    """Read the block of ``key: value`` lines, if the text opens with one that has a key we know."""
    details: dict[str, str] = {}
    at = len(text) - len(text.lstrip())
    while at < len(text):
        stop = _end_of_line(text, at)
        line = text[at:stop].strip()
        if not line:
            break
        entry = _LINE.match(line)
        if entry is None:
            return {}, 0
        details.setdefault(entry["key"].lower(), (entry["value"] or "").strip())
        at = stop + 1
    return (details, min(at, len(text))) if details.keys() & _KNOWN else ({}, 0)


def _read_headline(text: str, start: int, known: dict[str, str]) -> int:
    """Take the first line that is not empty for the headline; give where the body starts.

    A sentence that stands alone, or is too long for a headline, is body already; so is a first line
    that differs from the headline the header gave.
    """
    first = start + len(text[start:]) - len(text[start:].lstrip())
    stop = _end_of_line(text, first)
    line = text[first:stop].strip()
    link = _LINK.fullmatch(line)
    title = link["title"] if link else line.lstrip("# ")
    if given := known.get("title"):
        return stop if clean_title(title) == clean_title(given) else start
    alone = len(line) > _LONGEST_HEADLINE or not text[stop:].strip()
    if alone and line.endswith(_SENTENCE_ENDS):
        return first
    known["title"] = title
    if link and not known.get("url"):
        known["url"] = link["url"]
    return stop


def _end_of_line(text: str, start: int) -> int:
    stop = text.find("\n", start)
    return len(text) if stop < 0 else stop
