"""How releases are to be found: what fills gaps in, how columns are called, what may be fetched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypedDict, Unpack

from communique.errors import ParameterError
from communique.loaders.details import Defaults
from communique.loaders.fetching import Politeness

FIELDS = ("url", "title", "date", "text", "html", "issuer", "language", "name")
"""What a column of a table or a key of a record can be."""


@dataclass(frozen=True)
class Options:
    """How releases are to be found.

    Attributes:
        defaults: What fills in for details that releases lack.
        columns: What a column of a table or a key of a record is, by its name, where its name does
            not say: ``{"Headline": "title"}``.
        match: Of the addresses in feeds, sitemaps and archives, only those that hold this.
        fetching: Whether what stands at the addresses that files name may be fetched, too.
        refresh: Whether pages that are kept are asked for again.
        cache: Where fetched pages are kept; None for where this system keeps such things.
        politeness: How a site is asked.
    """

    defaults: Defaults = field(default_factory=Defaults)
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    match: re.Pattern[str] | None = None
    fetching: bool = False
    refresh: bool = False
    cache: Path | None = None
    politeness: Politeness = field(default_factory=Politeness)

    def check(self) -> None:
        """Make sure that the options are what they should be.

        Raises:
            ParameterError: If a default is not what it should be, or a column is what none can be.
        """
        self.defaults.check()
        self.politeness.check()
        for column, wanted in self.columns.items():
            if wanted not in FIELDS:
                message = f"The column {column!r} is to be {wanted!r}, which no column is."
                raise ParameterError(message, f"It can be {', '.join(FIELDS)}.")

    def wants(self, url: str) -> bool:
        """Tell whether an address is among those that are wanted."""
        return self.match is None or self.match.search(url) is not None


class Finding(TypedDict, total=False):
    """How releases are to be found, as a call or a command line tells it.

    Attributes:
        date: Day of issue for releases that have none, as ``2024-11-06``.
        issuer: Issuer for releases that name none.
        url: Address for releases that have none.
        language: Language for releases that tell none, as a BCP 47 code; in which one, where a
            source has several.
        columns: What a column of a table or a key of a record is: ``{"Headline": "title"}``.
        match: Of the addresses in feeds, sitemaps, archives and records, only those in which this
            regular expression is found.
        fetch: Whether what stands at addresses that files name may be fetched, too.
        refresh: Whether pages that were fetched before are asked for again: they may be corrected.
        cache: The folder where fetched pages are kept.
        rate: How often a second one site is asked, at most.
        private: Whether addresses of this machine and its network may be asked.
    """

    date: str | None
    issuer: str | None
    url: str | None
    language: str | None
    columns: Mapping[str, str]
    match: str | None
    fetch: bool
    refresh: bool
    cache: str | Path | None
    rate: float
    private: bool


def make_options(**told: Unpack[Finding]) -> Options:
    """Make options of what a call tells.

    Raises:
        ParameterError: If one is not what it should be.
    """
    usual, cache = Politeness(), told.get("cache")
    options = Options(
        defaults=Defaults(
            told.get("date"), told.get("issuer"), told.get("url"), told.get("language")
        ),
        columns=told.get("columns") or {},
        match=_compile(told.get("match")),
        fetching=told.get("fetch", False),
        refresh=told.get("refresh", False),
        cache=None if cache is None else Path(cache),
        politeness=replace(
            usual, rate=told.get("rate", usual.rate), private=told.get("private", False)
        ),
    )
    options.check()
    return options


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    try:
        return None if pattern is None else re.compile(pattern)
    except re.error as error:
        message = f"{pattern!r} is no regular expression: {error}."
        raise ParameterError(message) from None
