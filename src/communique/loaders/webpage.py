"""Pages whose layout no rule here knows: what is text in them is told by what pages share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from communique.errors import ReleaseError
from communique.loaders.details import Defaults, make_release
from communique.loaders.release import Release

_NOTHING = Defaults()
_NONE: Mapping[str, str] = MappingProxyType({})
_ANY_DAY = {"min_date": "1900-01-01", "max_date": "2200-12-31"}
_SHORTEST = 80
"""Characters: less than that on a page is a notice or a menu."""


def release_from_webpage(
    page: str,
    *,
    name: str = "",
    defaults: Defaults = _NOTHING,
    details: Mapping[str, str] = _NONE,
) -> Release:
    """Make a release of any page, its menus, banners and links left out.

    Args:
        page: The page's HTML.
        name: What its source calls it.
        defaults: What fills in for what it lacks.
        details: What its source says of it, in the words of a header block; it wins over what the
            page says.

    Returns:
        The release; its text is a paragraph a line, a blank line between. Its date is that of the
        page's own metadata, never one guessed from its text.

    Raises:
        ReleaseError: If no text is found in it, or what finds it is not installed.
    """
    text, said = _extract(page)
    if len(text) < _SHORTEST:
        message = "It is a page, but no release: no running text is found in it."
        raise ReleaseError(message, "Give the page of one release, not an index.")
    known = {"name": name, **said, **{key: value for key, value in details.items() if value}}
    return make_release(text, known, defaults)


def _extract(page: str) -> tuple[str, dict[str, str]]:
    try:
        import trafilatura
    except ImportError as error:
        message = "It is a page of no layout we know, and what reads those is not installed."
        raise ReleaseError(message, "Run: pip install 'communique[pages]'") from error
    found: Any = trafilatura.bare_extraction(
        page,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        include_links=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, **_ANY_DAY},
    )
    if found is None:
        return "", {}
    said = {"title": found.title, "date": found.date, "url": found.url, "language": found.language}
    paragraphs = (line.strip() for line in (found.text or "").splitlines())
    return "\n\n".join(filter(None, paragraphs)), {key: value or "" for key, value in said.items()}
