"""Who publishes where: a table of issuers by host and by name."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Issuer:
    """One publisher of releases.

    Attributes:
        host: The end of its host names.
        name: What it calls itself.
        zone: The IANA time zone where it sits.
        country: Its country, ISO 3166 alpha-2.
        language: The language it publishes in, where it is one.
    """

    host: str
    name: str
    zone: str
    country: str
    language: str | None


@cache
def all_issuers() -> tuple[Issuer, ...]:
    """Read the table; the data file names its source."""
    text = (files("communique.loaders") / "issuers.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Issuer(r["host"], r["name"], r["zone"], r["country"], r["language"] or None) for r in rows
    )


def find_issuer(name: str | None, url: str | None) -> Issuer | None:
    """Find an issuer by what it calls itself, else by where it publishes.

    Args:
        name: What a release says of its issuer.
        url: The release's address.

    Returns:
        The issuer, or None when the table has none such.
    """
    if name:
        wanted = name.casefold().removeprefix("the ").strip()
        known = (i for i in all_issuers() if i.name.casefold().removeprefix("the ") == wanted)
        if found := next(known, None):
            return found
    host = (urlsplit(url).hostname or "") if url else ""
    return next((i for i in all_issuers() if f".{host}".endswith(f".{i.host}")), None)


def zone_of(name: str | None, url: str | None) -> ZoneInfo | None:
    """Tell the time zone where the issuer of a release sits, if the table knows it."""
    issuer = find_issuer(name, url)
    return ZoneInfo(issuer.zone) if issuer else None
