"""Other names of large cities: spellings without accents, old names, names in other languages."""

from functools import cache

from communique.reading.rules.tables.gazetteer import Place, cities
from communique.reading.rules.tables.lexicon import lexicon

_SHORTEST = 4
"""Shorter names are codes of airports, or words."""
_FAR_LARGER = 10
"""A name that several cities bear means the one that is so many times larger than the next."""


def find_exonym(name: str) -> Place | None:
    """The city that another of its names means: ``Peking``.

    Args:
        name: What a text calls a place, which the gazetteer doesn't know by that name.

    Returns:
        A capital or large city; None where no city, or no single one, is called so.
    """
    proper = name[:1].isupper() and name.isascii() and len(name) >= _SHORTEST
    return _exonyms().get(name.casefold()) if proper else None


@cache
def _exonyms() -> dict[str, Place]:
    """The cities by all their names in Latin letters without accents; read where one is sought."""
    found: dict[str, tuple[int, Place | None]] = {}
    for city, population, names in cities():
        known = (n for n in (city.name, *names) if n.isascii() and len(n) >= _SHORTEST)
        for name in {n.casefold() for n in known}:
            beaten = found[name][0] * _FAR_LARGER if name in found else 0
            certain = city.strong and population > beaten
            found[name] = (population, city if certain else None)
    words = lexicon().words
    return {name: city for name, (_, city) in found.items() if city and name not in words}
