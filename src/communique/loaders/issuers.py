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
        others: What else it is called.
    """

    host: str
    name: str
    zone: str
    country: str
    language: str | None
    others: tuple[str, ...]


@cache
def all_issuers() -> tuple[Issuer, ...]:
    """Read the table; the data file names its source."""
    text = (files("communique.loaders") / "issuers.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Issuer(
            host=row["host"],
            name=row["name"],
            zone=row["zone"],
            country=row["country"],
            language=row["language"] or None,
            others=tuple(filter(None, row["others"].split("|"))),
        )
        for row in rows
    )


@cache
def _by_name() -> dict[str, Issuer]:
    named = ((name, i) for i in reversed(all_issuers()) for name in (i.name, *i.others))
    return {_key(name): issuer for name, issuer in named}


def _key(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").removeprefix("the ").split())


def find_issuer(name: str | None, url: str | None) -> Issuer | None:
    """Find an issuer by what it calls itself, else by where it publishes.

    Args:
        name: What a release says of its issuer.
        url: The release's address.

    Returns:
        The issuer, or None when the table has none such.
    """
    if name and (found := _by_name().get(_key(name))):
        return found
    host = (urlsplit(url).hostname or "") if url else ""
    return next((i for i in all_issuers() if f".{host}".endswith(f".{i.host}")), None)


def zone_of(name: str | None, url: str | None) -> ZoneInfo | None:
    """Tell the time zone where the issuer of a release sits, if the table knows it."""
    issuer = find_issuer(name, url)
    return ZoneInfo(issuer.zone) if issuer else None
