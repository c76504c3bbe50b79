"""What a question looks up besides the graph: words that tell a rank or a country.

A line ``lookups: ranks, countries`` in a question's header binds each as a parameter of its name.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from communique.identity.tables import rows

_RANKS = files("communique.queries") / "data" / "ranks.toml"
_GENITIVE = re.compile(r"[’']s\b")


def look_up(name: str) -> Mapping[str, object]:
    """Give what a question looks up by that name.

    Args:
        name: A name that stands in `LOOKUPS`.

    Returns:
        What the statement takes as the parameter of that name.
    """
    return LOOKUPS[name]()


@cache
def _ranks() -> dict[str, object]:
    """Give the names of the ranks, highest first, and the rules: phrases stand between spaces."""
    told = tomllib.loads(_RANKS.read_text("utf-8"))
    rules = [
        {
            "rank": told["ranks"].index(rule["rank"]),
            "title": _phrases(rule["title"]),
            "name": _phrases(rule.get("name", "")),
            "country": rule.get("country", False),
        }
        for rule in told["rules"]
    ]
    return {"names": told["ranks"], "states": _phrases(told["states"]), "rules": rules}


@cache
def _countries() -> dict[str, object]:
    """Give the name of each country by its code, and its code by its names and adjectives."""
    codes: dict[str, str] = {}
    for row in rows("countries.csv"):
        forms = f"{row['name']}|{row['adjectives']}|{row['others']}"
        for phrase in _phrases(forms):
            codes.setdefault(phrase.rstrip(), row["code"])
    return {"names": {row["code"]: row["name"] for row in rows("countries.csv")}, "codes": codes}


def _phrases(joined: str) -> list[str]:
    return [f" {' '.join(plain.split())} " for each in joined.split("|") if (plain := _plain(each))]


def _plain(phrase: str) -> str:
    """Write a phrase as the statements do a title: no full stop, hyphen, comma or genitive."""
    return _GENITIVE.sub("", phrase.lower()).replace("-", " ").translate(_DROPPED).strip()


_DROPPED = {ord(character): None for character in ".,"}
LOOKUPS: Mapping[str, Callable[[], Mapping[str, object]]] = MappingProxyType(
    {"ranks": _ranks, "countries": _countries}
)
"""What can be looked up, by name."""
