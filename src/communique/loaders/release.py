"""One published text."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from communique.loaders.address import normalise_url


@dataclass(frozen=True)
class Release:
    """One published text, as it was published, with what is known about its publication.

    Attributes:
        text: The text, decoded, its line ends made line feeds, nothing else changed.
            Offsets everywhere are code points into it.
        title: The headline, without a ``(with photos)`` suffix.
        body: Where in `text` the body starts; header block and headline come before it.
        end: Where in `text` the body ends; None when it runs to the end. A trailer follows it.
        date: The day of issue where the issuer sits: ``2024-11-06``, ``2024-11``, ``2024``,
            or None when neither metadata nor address nor trailer tell.
        issued: The instant of issue, as exactly as known: an ISO 8601 date or date and time,
            in UTC if it has an offset. Newer texts of one address win by it.
        issuer: Who published it.
        language: BCP 47 code, or None when nobody said.
        url: Its absolute http(s) address, normalised, or None.
        name: What its source calls it: record name, file stem, last part of the address. Never in
            the graph.
        extra: Header keys that mean nothing to us, kept.
    """

    text: str
    title: str = ""
    body: int = 0
    end: int | None = None
    date: str | None = None
    issued: str | None = None
    issuer: str | None = None
    language: str | None = None
    url: str | None = None
    name: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal: the version that spans refer to."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def id(self) -> str:
        """The normalised address, else ``release:`` and a hash of issuer, title, date and text."""
        if self.url and (address := normalise_url(self.url)):
            return address
        return unaddressed_id(self.issuer, self.title, self.date, self.sha256)


def unaddressed_id(issuer: str | None, title: str, date: str | None, sha256: str) -> str:
    """Give the id of a release without an address."""
    parts = json.dumps([issuer, title, date, sha256], ensure_ascii=True)
    return "release:" + hashlib.sha256(parts.encode()).hexdigest()[:20]
