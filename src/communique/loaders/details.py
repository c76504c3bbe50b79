"""What is known about a release beside its text, and how the gaps are filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from communique.errors import ParameterError, ReleaseError
from communique.loaders.address import normalise_url
from communique.loaders.dates import Issue, parse_issue
from communique.loaders.issuers import find_issuer, zone_of
from communique.loaders.release import Release

_FOLDER_DAY = re.compile(r"/(\d{4})(\d{2})/(\d{2})/P?\d")
_NUMBER_DAY = re.compile(r"\bP(\d{4})(\d{2})(\d{2})\d+")
_SUFFIX = re.compile(
    r"(?: ?[(（](?:with (?:photo|video|image)|附圖|附图)[^()（）]{0,40}[)）]){1,3}$", re.IGNORECASE
)
_HALVES = re.compile(r"[\ud800-\udfff]")
_KNOWN = {"title", "date", "source", "url", "issuer", "language", "name"}


@dataclass(frozen=True)
class Defaults:
    """What fills in for details a release lacks; it never overrides what a release has.

    Attributes:
        date: Day of issue, as ``2024-11-06``.
        issuer: Who published it.
        url: Its address.
    """

    date: str | None = None
    issuer: str | None = None
    url: str | None = None

    def check(self) -> None:
        """Make sure that the defaults are what they should be.

        Raises:
            ParameterError: If the date is no date or the address no absolute http(s) URL.
        """
        if self.date is not None:
            try:
                parse_issue(self.date)
            except ReleaseError as error:
                raise ParameterError(error.message, error.hint) from None
        if self.url is not None and normalise_url(self.url) is None:
            message = f"{self.url!r} is no absolute http(s) address."
            raise ParameterError(message)


def make_release(
    text: str,
    details: Mapping[str, str],
    defaults: Defaults,
    *,
    body: int = 0,
    end: int | None = None,
    trailer: str | None = None,
) -> Release:
    """Make a release of a text and what is known about it.

    Args:
        text: The text.
        details: Title, date, source or url, issuer, language, name, as far as known; more is kept.
        defaults: What fills in.
        body: Where the body starts.
        end: Where it ends.
        trailer: When the trailer says it was issued.

    Returns:
        The release.

    Raises:
        ReleaseError: If its date is none, or it has neither title nor body.
    """
    text = whole(text)
    details = {key: whole(value) for key, value in details.items()}
    title = clean_title(details.get("title", ""))
    if not title and not text[body:end].strip():
        message = "It has neither a title nor a body."
        raise ReleaseError(message)
    given = details.get("url") or details.get("source") or ""
    url = normalise_url(given) or (defaults.url and normalise_url(defaults.url)) or None
    issuer = details.get("issuer") or defaults.issuer
    known = find_issuer(issuer, url)
    issuer = issuer or (known.name if known else None)
    issue = _issue(details, defaults, issuer, url, trailer)
    return Release(
        text=text,
        title=title,
        body=body,
        end=end,
        date=issue.date if issue else None,
        issued=issue.issued if issue else None,
        issuer=issuer,
        language=details.get("language") or (known.language if known else None),
        url=url,
        name=details.get("name", ""),
        extra={k: v for k, v in details.items() if k not in _KNOWN and v},
    )


def whole(text: str) -> str:
    """Put a replacement character for each half of a pair that has no other half."""
    return _HALVES.sub("\ufffd", text)


def clean_title(title: str) -> str:
    """Take ``(with photos)`` and the like off a headline, and bring its white space to order."""
    plain = re.sub(r"\\([\\()\[\]_*#.!-])", r"\1", " ".join(title.split()))
    return _SUFFIX.sub("", plain)


def _issue(
    details: Mapping[str, str],
    defaults: Defaults,
    issuer: str | None,
    url: str | None,
    trailer: str | None,
) -> Issue | None:
    zone = zone_of(issuer, url)
    address = f"{url or ''} {details.get('name', '')}"
    candidates = (details.get("date"), trailer, day_of_address(address), defaults.date)
    for candidate in candidates:
        if candidate and (issue := parse_issue(candidate, zone)):
            return issue
    return None


def day_of_address(address: str) -> str | None:
    """Tell the day in an info.gov.hk address: the folder's, else the number's."""
    found = _FOLDER_DAY.search(address) or _NUMBER_DAY.search(address)
    return "-".join(found.groups()) if found else None
