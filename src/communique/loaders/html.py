"""Releases as HTML: pages of info.gov.hk, and fragments such as records carry."""

import re
from collections.abc import Iterator
from typing import Any

from communique.errors import ReleaseError
from communique.loaders.details import Defaults, make_release
from communique.loaders.release import Release
from communique.loaders.trailer import find_trailer

_BLOCKS = {
    "address", "article", "blockquote", "div", "dl", "dd", "dt", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
_LINES = {"br", "li", "tr"}
_CELLS = {"td", "th"}
_DROPPED = {"script", "style", "noscript", "template", "head", "iframe", "svg"}
_META = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\f\v\xa0\u3000\u200b]+")
_DOUBLED = "//*[contains(@class,'controlDisplay2') or contains(@style,'display:none')]"
_ISSUER = "HKSAR Government"
_NOTHING = Defaults()


def declared_charset(data: bytes) -> str | None:
    """Tell the charset that a page declares in its first bytes."""
    found = _META.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None


def release_from_page(page: str, *, name: str = "", defaults: Defaults = _NOTHING) -> Release:
    """Make a release of a page of info.gov.hk.

    Args:
        page: The page's HTML.
        name: What its source calls it.
        defaults: What fills in for what it lacks.

    Returns:
        The release; its text is the body's, a blank line between paragraphs, then the trailer.

    Raises:
        ReleaseError: If the page has no body of a release.
    """
    root = _parse(page)
    bodies = root.xpath("//*[@id='pressrelease']")
    if not bodies:
        message = "It is a page, but no release: it has no element with the id 'pressrelease'."
        raise ReleaseError(message, "Give the page of one release, not an index.")
    titles = root.xpath("//*[@id='PRHeadlineSpan']") or root.xpath("//title")
    title = " ".join(titles[0].text_content().split()) if titles else ""
    text = _render(bodies[0])
    if "Ends/" not in text and "完" not in text:
        text += "".join(f"\n\n{_render(e)}" for e in root.xpath("//div[contains(@class,'mB15')]"))
    trailer = find_trailer(text)
    details = {"issuer": defaults.issuer or _ISSUER, "title": title, "name": name, **_links(root)}
    return make_release(
        text,
        details,
        defaults,
        end=trailer.start if trailer else None,
        trailer=trailer.issued if trailer else None,
    )


def text_of_fragment(fragment: str) -> str:
    """Render a fragment of HTML as text: a blank line between paragraphs, a bullet for an item.

    Args:
        fragment: HTML such as a record's body.

    Returns:
        The text.

    Raises:
        ReleaseError: If nothing is in it.
    """
    if not fragment.strip():
        message = "Its HTML is empty."
        raise ReleaseError(message)
    return _render(_parse(fragment))


def _parse(page: str) -> Any:  # noqa: ANN401 - lxml's elements
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    try:
        root = html.fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        message = "It is HTML that can't be read."
        raise ReleaseError(message) from error
    doubled: Any = root.xpath(_DOUBLED)
    for element in doubled:
        element.drop_tree()
    return root


def _links(root: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's elements
    found = {}
    for language, mark in (("zh-Hant", "hdrTCLnk"), ("zh-Hans", "hdrSCLnk"), ("en", "hdrEngLnk")):
        links = root.xpath(f"//a[img[@id='{mark}']]/@href")
        if links:
            found[f"other-{language}"] = str(links[0])
    canonical = root.xpath("//link[@rel='canonical']/@href")
    return found | ({"url": str(canonical[0])} if canonical else {})


def _render(element: Any) -> str:  # noqa: ANN401 - lxml's elements
    """Write an element as text, walking it without recursion: pages can be deep."""
    pieces = "".join(_pieces(element))
    lines = [_SPACES.sub(" ", line).strip() for line in pieces.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's elements
    from lxml import etree

    skipped = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else None
        if event in ("comment", "pi"):
            yield "" if skipped else _flat(node.tail)
        elif event == "start":
            skipped += tag in _DROPPED
            if not skipped:
                yield _before(tag) + _flat(node.text)
        else:
            inside = skipped
            skipped -= tag in _DROPPED
            if not inside:
                yield _after(tag)
            if node is not element and not skipped:
                yield _flat(node.tail)


def _before(tag: str | None) -> str:
    return "\n• " if tag == "li" else "\n\n" if tag in _BLOCKS else ""


def _after(tag: str | None) -> str:
    if tag in _BLOCKS:
        return "\n\n"
    return "\n" if tag in _LINES else " " if tag in _CELLS else ""


def _flat(text: str | None) -> str:
    return re.sub(r"[\r\n]+", " ", text) if text else ""
