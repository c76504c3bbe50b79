"""What is known about a release beside its text, and how the gaps are filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from communique.errors import ParameterError, ReleaseError
from communique.loaders.address import normalise_url
from communique.loaders.dates import Issue, parse_issue
from communique.loaders.issuers import find_issuer
from communique.loaders.release import Release

_FOLDER_DAY = re.compile(r"/((?:19|20)\d{2})(\d{2})/(\d{2})/P?\d")
_NUMBER_DAY = re.compile(r"\bP((?:19|20)\d{2})(\d{2})(\d{2})\d{4,}")
_SUFFIX = re.compile(
    r"(?: ?[(（](?:with (?:photo|video|image)|附[圖图短影])[^()（）]{0,40}[)）]){1,3}$",
    re.IGNORECASE,
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
        language: What it is in, as a BCP 47 code.
    """

    date: str | None = None
    issuer: str | None = None
    url: str | None = None
    language: str | None = None

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
    text = mend_halves(text)
    details = {key: mend_halves(value) for key, value in details.items()}
    title = clean_title(details.get("title", ""))
    if not title and not text[body:end].strip():
        message = "It has neither a title nor a body."
        raise ReleaseError(message)
    url = _find_url(details, defaults)
    issuer = details.get("issuer") or defaults.issuer
    known = find_issuer(issuer, url)
    name = details.get("name", "")
    language = details.get("language") or defaults.language
    issue = _find_issue(
        details.get("date", ""),
        trailer,
        find_day(url or "") or find_day(name),
        defaults.date,
        ZoneInfo(known.zone) if known else None,
    )
    return Release(
        text=text,
        title=title,
        body=body,
        end=end,
        date=issue.date if issue else None,
        issued=issue.issued if issue else None,
        issuer=issuer or (known.name if known else None),
        language=language or (known.language if known else None),
        url=url,
        name=name,
        extra=_keep_rest(details),
    )


def mend_halves(text: str) -> str:
    """Put a replacement character for each half of a pair that has no other half."""
    return _HALVES.sub("\ufffd", text)


def clean_title(title: str) -> str:
    """Take ``(with photos)`` and the like off a headline, and bring its white space to order."""
    plain = re.sub(r"\\([\\()\[\]_*#.!-])", r"\1", " ".join(title.split()))
    return _SUFFIX.sub("", plain)


def _find_issue(
    given: str, trailer: str | None, day: str | None, default: str | None, zone: ZoneInfo | None
) -> Issue | None:
    """Take the best account of when it was issued; only what a header says can be a mistake."""
    said = parse_issue(given, zone)
    ended = _parse_softly(trailer, zone)
    if said and ended and said.date == ended.date and not said.timed:
        return ended
    return said or ended or _parse_softly(day, zone) or parse_issue(default or "", zone)


def _parse_softly(text: str | None, zone: ZoneInfo | None) -> Issue | None:
    try:
        return parse_issue(text or "", zone)
    except ReleaseError:
        return None


def find_day(address: str) -> str | None:
    """Tell the day in an info.gov.hk address or file name: the folder's, else the number's."""
    for pattern in (_FOLDER_DAY, _NUMBER_DAY):
        if found := pattern.search(address):
            return "-".join(found.groups())
    return None


def _find_url(details: Mapping[str, str], defaults: Defaults) -> str | None:
    given = (details.get("url"), details.get("source"), defaults.url)
    return next((url for one in given if one and (url := normalise_url(one))), None)


def _keep_rest(details: Mapping[str, str]) -> dict[str, str]:
    """Keep what means nothing to us, and a source that is no address."""
    kept = {key: value for key, value in details.items() if key not in _KNOWN and value}
    source = details.get("source")
    return kept | {"source": source} if source and normalise_url(source) is None else kept
