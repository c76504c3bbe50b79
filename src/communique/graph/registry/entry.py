"""A profile in the registry of a graph: what it tells, and which node it came to."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from communique.graph.model import Label
from communique.graph.registry.clustering import Doubt
from communique.graph.registry.profile import Held, Profile


@dataclass(frozen=True)
class Entry:
    """One profile as the registry keeps it.

    Attributes:
        profile: What its mentions tell.
        node: The id of its node; empty before it is resolved.
        blocks: With which others it has to be held.
        reason: Why it is of its node; None for the first of a node.
        doubts: Doubts of which it is the first side.
        basis: On what rests that a title without a name is of a person.
    """

    profile: Profile
    node: str = ""
    blocks: frozenset[str] = frozenset()
    reason: str | None = None
    doubts: tuple[Doubt, ...] = ()
    basis: str | None = None

    @property
    def id(self) -> str:
        """The id of its profile."""
        return self.profile.id


ENTRY_PROPERTIES = ("id", "node", "told", "blocks", "reason", "basis", "doubts")
"""What the node of a profile has in a database."""


def write_entry(entry: Entry) -> dict[str, Any]:
    """Make of an entry the properties of its node in a database; equal entries give equal ones."""
    properties: dict[str, Any] = {
        "id": entry.id,
        "node": entry.node,
        "told": write_profile(entry.profile),
        "blocks": sorted(entry.blocks),
        "reason": entry.reason,
        "basis": entry.basis,
        "doubts": [json.dumps([d.other, d.score, d.reason]) for d in sorted(entry.doubts)] or None,
    }
    return {key: value for key, value in properties.items() if value is not None}


def read_entry(properties: Mapping[str, Any]) -> Entry:
    """Make an entry of the properties that `write_entry` gives."""
    doubts = tuple(
        Doubt(properties["id"], *json.loads(doubt)) for doubt in properties.get("doubts", ())
    )
    return Entry(
        read_profile(properties["told"]),
        properties["node"],
        frozenset(properties.get("blocks", ())),
        properties.get("reason"),
        doubts,
        properties.get("basis"),
    )


_TOLD = tuple(field.name for field in fields(Profile))
_UNTOLD: tuple[object, ...] = (None, (), "", frozenset())
_dump = json.JSONEncoder(default=asdict, sort_keys=True).encode


def write_profile(profile: Profile) -> str:
    """Write a profile as JSON; equal profiles give equal texts."""
    return _dump(
        {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name in _TOLD
            if (value := getattr(profile, name)) not in _UNTOLD
        }
    )


def read_profile(text: str) -> Profile:
    """Read what `write_profile` wrote."""
    told = json.loads(text)
    told["label"] = Label(told["label"])
    told["named"] = told.get("named", True)
    told["held"] = tuple(Held(**held) for held in told.get("held", ()))
    told["pairs"] = tuple((one, other) for one, other in told.get("pairs", ()))
    for key in ("names", "offices"):
        told[key] = tuple(told.get(key, ()))
    for key in ("companions", "places", "apart"):
        told[key] = frozenset(told.get(key, ()))
    return Profile(**told)
