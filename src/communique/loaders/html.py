"""Releases as HTML: pages of info.gov.hk, and fragments such as records carry."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from communique.errors import ReleaseError
from communique.loaders.address import normalise_url
from communique.loaders.details import Defaults, make_release
from communique.loaders.issuers import find_issuer
from communique.loaders.release import Release
from communique.loaders.trailer import find_trailer

_BLOCKS = {
    "address", "article", "blockquote", "div", "dl", "dd", "dt", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
_LINES = {"br", "tr"}
_CELLS = {"td", "th"}
_DROPPED = {"script", "style", "noscript", "template", "head", "iframe", "svg"}
_META = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\f\v\xa0\u3000]+")
_NOTHING_SEEN = re.compile("[\u200b\u200c\u2060\ufeff]")
_TORN_ITEM = re.compile(r"^•\n+", re.MULTILINE)
_BODY = "//*[@id='pressrelease']"
_HEADLINES = (
    "string(//*[@id='PRHeadlineSpan'])",
    "string(//meta[@property='og:title']/@content)",
    "string(//title)",
)
_LANGUAGES = {"hdrTCLnk": "zh-Hant", "hdrSCLnk": "zh-Hans", "hdrEngLnk": "en"}
_SITE = "https://www.info.gov.hk/"
_ISSUER = "HKSAR Government"
_NOTHING = Defaults()
_NONE: Mapping[str, str] = MappingProxyType({})


def declared_charset(data: bytes) -> str | None:
    """Tell the charset that a page declares in its first bytes."""
    found = _META.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None


def is_page(markup: str) -> bool:
    """Tell a page of info.gov.hk from a fragment of HTML."""
    return "pressrelease" in markup and bool(_parse(markup).xpath(_BODY))


def release_from_page(
    page: str,
    *,
    name: str = "",
    defaults: Defaults = _NOTHING,
    details: Mapping[str, str] = _NONE,
) -> Release:
    """Make a release of a page of info.gov.hk.

    Args:
        page: The page's HTML.
        name: What its source calls it.
        defaults: What fills in for what it lacks.
        details: What its source says of it, in the words of a header block; it wins over what the
            page says.

    Returns:
        The release; its text is the body's, a blank line between paragraphs, then the trailer.

    Raises:
        ReleaseError: If the page has no body of a release.
    """
    root = _parse(page)
    bodies = root.xpath(_BODY)
    if not bodies:
        message = "It is a page, but no release: it has no element with the id 'pressrelease'."
        raise ReleaseError(message, "Give the page of one release, not an index.")
    text = _render(bodies[0])
    if find_trailer(text) is None:
        outside = (_render(element) for element in root.xpath("//div[contains(@class,'mB15')]"))
        text = "\n\n".join((text, *outside)).strip()
    trailer = find_trailer(text)
    known = {"name": name, **_describe(root), **{k: v for k, v in details.items() if v}}
    known["issuer"] = known.get("issuer") or defaults.issuer or _guess_issuer(known, defaults)
    return make_release(
        text,
        known,
        defaults,
        end=trailer.start if trailer else None,
        trailer=trailer.issued if trailer else None,
    )


def links_of(page: str, base: str) -> list[str]:
    """List the addresses that a page links to, in its order.

    Args:
        page: The page's HTML.
        base: Its own address.

    Returns:
        Absolute http(s) addresses, normalised.

    Raises:
        ReleaseError: If the page can't be read.
    """
    links = (normalise_url(_join(base, str(href))) for href in _parse(page).xpath("//a/@href"))
    return [link for link in links if link]


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
        root: Any = html.fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        message = "It is HTML that can't be read."
        raise ReleaseError(message) from error
    if not isinstance(root.tag, str):
        message = "Its HTML is empty."
        raise ReleaseError(message)
    return root


def _describe(root: Any) -> dict[str, str]:  # noqa: ANN401 - lxml's elements
    """Collect what a page says of itself: headline, author, address, its other languages."""
    found = (" ".join(str(root.xpath(path)).split()) for path in _HEADLINES)
    known = {
        "title": next(filter(None, found), ""),
        "issuer": str(root.xpath("string(//meta[@name='author']/@content)")).strip(),
        "language": str(root.xpath("string(//html/@lang)")).strip(),
        "url": str(root.xpath("string(//link[@rel='canonical']/@href)")).strip(),
    }
    for mark, language in _LANGUAGES.items():
        if links := root.xpath(f"//a[img[@id='{mark}']]/@href"):
            known[f"other-{language}"] = _join(known["url"] or _SITE, str(links[0]))
    if {"other-zh-Hant", "other-zh-Hans"} <= known.keys() and not known["language"]:
        known["language"] = "en"
    return known


def _join(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _guess_issuer(known: Mapping[str, str], defaults: Defaults) -> str:
    """The layout is the Hong Kong government's, unless the page is at an address of another."""
    url = normalise_url(known.get("url") or defaults.url or "")
    issuer = find_issuer(None, url)
    return issuer.name if issuer else "" if url else _ISSUER


def _render(element: Any) -> str:  # noqa: ANN401 - lxml's elements
    """Write an element as text, walking it without recursion: pages can be deep."""
    pieces = _NOTHING_SEEN.sub("", "".join(_pieces(element)))
    lines = (_SPACES.sub(" ", line).strip() for line in pieces.split("\n"))
    text = _TORN_ITEM.sub("• ", "\n".join(lines))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's elements
    from lxml import etree

    unseen = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            unseen += _is_unseen(node)
            if not unseen:
                yield _before(node) + _flat(node.text)
        elif event == "end" and _is_unseen(node):
            unseen -= 1
        elif event == "end" and not unseen:
            yield _after(node)
        if event != "start" and node is not element and not unseen:
            yield _flat(node.tail)


def _is_unseen(node: Any) -> bool:  # noqa: ANN401 - lxml's elements
    if node.tag in _DROPPED or "controlDisplay2" in (node.get("class") or "").split():
        return True
    return "display:none" in "".join((node.get("style") or "").lower().split())


def _before(node: Any) -> str:  # noqa: ANN401 - lxml's elements
    if node.tag == "li":
        return "\n• " if node.xpath("normalize-space()") else ""
    return "\n\n" if node.tag in _BLOCKS else ""


def _after(node: Any) -> str:  # noqa: ANN401 - lxml's elements
    if node.tag in _BLOCKS:
        return "\n\n"
    return "\n" if node.tag in _LINES else " " if node.tag in _CELLS else ""


def _flat(text: str | None) -> str:
    return re.sub(r"[\r\n]+", " ", text) if text else ""
