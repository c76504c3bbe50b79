"""The weights and word lists of `data/evidence.toml`, read once."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@cache
def _file() -> dict[str, dict[str, Any]]:
    data = files("communique.graph.registry") / "data" / "evidence.toml"
    return tomllib.loads(data.read_text("utf-8"))


@cache
def weight(key: str, table: str = "evidence") -> float:
    """Tell what a piece of evidence weighs; 2 decides, 1 is somewhat, below 0 speaks against."""
    return float(_file()[table][key])


@cache
def days(key: str) -> int:
    """Tell a limit of time, in days."""
    return int(_file()["days"][key])


@lru_cache(maxsize=16384)
def is_common_surname(word: str) -> bool:
    """Tell a surname that very many share, of those that are not East Asian."""
    return word in _words("surnames", "common")


@lru_cache(maxsize=16384)
def is_generic(title: str) -> bool:
    """Tell a title that many hold at once, so that it tells little without the body."""
    return title in _words("titles", "generic")


@lru_cache(maxsize=16384)
def is_seat(title: str) -> bool:
    """Tell a title that one person holds in one place at a time."""
    return title in _titles("seats")


@lru_cache(maxsize=16384)
def is_abroad(title: str) -> bool:
    """Tell the title of who serves in another country than the own, or in many."""
    return not _words("titles", "abroad").isdisjoint(title.split())


@lru_cache(maxsize=16384)
def is_past(title: str) -> bool:
    """Tell the title of who doesn't hold the office on the day."""
    return title.partition(" ")[0] in _words("titles", "past")


@lru_cache(maxsize=16384)
def is_head(title: str) -> bool:
    """Tell the title of the head of a country, or of who stands beside."""
    return title in _titles("heads")


def ranks() -> frozenset[str]:
    """List the words of titles that make another office of it."""
    return _words("titles", "ranks")


def home(country: str) -> str:
    """The country that a territory is part of; else the code itself."""
    return str(_file()["territories"].get(country, country))


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(_file()[table][key].split())


@cache
def _titles(key: str) -> frozenset[str]:
    return frozenset(_file()["titles"][key])
