"""Keeping a page small: the latest facts as far as there is room, and a word on the others."""

import json
from collections.abc import Mapping
from typing import Any

from communique.explorer.sending.gathering import Gathered

ROOM = 1_600_000
"""Of so many bytes is what a page tells at most; scripts and styles come to it."""

_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def fit(gathered: Gathered, room: int = ROOM) -> str:
    """Write what a page tells as JSON that can stand in markup.

    Args:
        gathered: What is told.
        room: How many bytes it may have.

    Returns:
        The JSON; in it are the latest facts, and how many there are in all.
    """
    left = room - size_of(gathered.head)
    facts: list[Mapping[str, Any]] = []
    releases: dict[str, Mapping[str, Any]] = {}
    for fact in gathered.facts:
        new = {one["release"] for one in fact["told"]} - releases.keys()
        found = {one: gathered.releases[one] for one in sorted(new)}
        left -= size_of(fact) + size_of(found)
        if left < 0:
            break
        facts.append(fact)
        releases |= found
    return dump({**gathered.head, "facts": facts, "releases": releases, "total": gathered.total})


def dump(told: Mapping[str, Any]) -> str:
    """Write JSON without what markup or a script could take for its own."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.translate(_ESCAPED).encode("utf-8", "replace").decode("utf-8")


def size_of(told: Mapping[str, Any]) -> int:
    """Tell how many bytes it takes."""
    return len(dump(told).encode("utf-8"))
